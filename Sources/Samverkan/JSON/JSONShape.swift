/// Looks through the bytes of a request's JSON before it is decoded: the decoder tries each type at each level, so deep
/// nesting costs it far more than the body's size tells, and it keeps one of two equal names without saying so.
enum JSONShape {
    /// The deepest body of this API, a whole plan, nests ten levels.
    static let depthLimit = 16

    /// Whether the nesting stays within the limit and no object has the same name twice. Says nothing about the rest of
    /// the syntax, which the decoder checks.
    static func isAcceptable(_ body: [UInt8]) -> Bool {
        var names: [Set<[UInt8]>] = []
        var isObject: [Bool] = []
        var index = 0
        var lastString: [UInt8] = []
        while index < body.count {
            switch body[index] {
            case UInt8(ascii: "\""):
                let start = index + 1
                index = start
                while index < body.count, body[index] != UInt8(ascii: "\"") { index += body[index] == UInt8(ascii: "\\") ? 2 : 1 }
                lastString = Array(body[min(start, body.count)..<min(index, body.count)])
            case UInt8(ascii: ":"):
                if isObject.last == true, !names[names.count - 1].insert(self.plain(lastString)).inserted { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                isObject.append(body[index] == UInt8(ascii: "{"))
                names.append([])
                if isObject.count > Self.depthLimit { return false }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = isObject.popLast()
                _ = names.popLast()
            default: break
            }
            index += 1
        }
        return true
    }

    /// A whole plan has some thousand values; the decoder takes some 50 µs for each.
    static let valueLimit = 20_000

    /// No fewer values than the body has: each but the first stands behind a comma or at the beginning of a list or an object.
    static func valueCount(_ body: [UInt8]) -> Int {
        1 + body.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    }

    /// The name with those ASCII characters written out that escapes stand for: the API's names have no others.
    private static func plain(_ name: [UInt8]) -> [UInt8] {
        guard name.contains(UInt8(ascii: "\\")) else { return name }
        var plain: [UInt8] = []
        var index = 0
        while index < name.count {
            let digits = name[index...].dropFirst(2).prefix(4)
            if name[index] == UInt8(ascii: "\\"), index + 1 < name.count, name[index + 1] == UInt8(ascii: "u"), digits.count == 4,
                let code = UInt16(String(decoding: digits, as: UTF8.self), radix: 16), code < 0x80 {
                plain.append(UInt8(code))
                index += 6
            } else {
                // Any other escape is two characters, so that an escaped backslash begins none.
                let length = name[index] == UInt8(ascii: "\\") ? min(2, name.count - index) : 1
                plain += name[index..<(index + length)]
                index += length
            }
        }
        return plain
    }
}
