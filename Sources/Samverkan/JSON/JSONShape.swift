/// Looks through the bytes of a request's JSON before it is decoded: the decoder tries each type at each level, so deep
/// nesting costs it far more than the body's size tells, and it keeps one of two equal names without saying so.
enum JSONShape {
    /// The deepest body of this API, a whole plan, nests ten levels.
    static let depthLimit = 16

    /// Whether the nesting stays within the limit and no object has the same name twice, or one written
    /// with escapes. Says nothing about the rest of
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
                // A name with escapes could be another's twin; the API's names need none.
                if isObject.last == true, lastString.contains(UInt8(ascii: "\\")) || !names[names.count - 1].insert(lastString).inserted { return false }
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
}
