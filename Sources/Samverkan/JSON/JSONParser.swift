/// Reads JSON (RFC 8259) of bytes from outside, within bounds of depth and number. One pass, no recursion beyond the
/// depth.
struct JSONParser {
    enum Fault: Error, Equatable {
        /// It is no JSON in UTF-8.
        case malformed
        /// It nests deeper than ``JSONParser/depthLimit``.
        case tooDeep
        /// An object has the same name twice.
        case nameTwice
        /// It has more than ``JSONParser/valueLimit`` values.
        case tooManyValues
    }

    /// The deepest body of this API, a whole plan, nests ten levels.
    static let depthLimit = 16
    /// A whole plan has some thousand values.
    static let valueLimit = 20_000

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var depth = 0
    private var values = 0

    /// The one value that the text is.
    static func value(of text: [UInt8]) throws(Fault) -> JSONValue {
        guard String(validating: text, as: UTF8.self) != nil else { throw .malformed }
        return try text.withUnsafeBufferPointer { bytes throws(Fault) in
            var parser = JSONParser(bytes)
            let value = try parser.value()
            guard parser.place == bytes.count else { throw .malformed }
            return value
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next byte that is no white space; nil at the end.
    private mutating func next() -> UInt8? {
        while self.place < self.bytes.count {
            let byte = self.bytes[self.place]
            if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
            self.place += 1
        }
        return nil
    }

    /// Takes the byte when it is the next one.
    private mutating func take(_ byte: Character) -> Bool {
        guard self.next() == byte.asciiValue else { return false }
        self.place += 1
        return true
    }

    /// A value, and the white space on both sides of it.
    private mutating func value() throws(Fault) -> JSONValue {
        self.values += 1
        if self.values > Self.valueLimit { throw .tooManyValues }
        let value: JSONValue
        switch self.next() {
        case UInt8(ascii: "{"): value = try self.nested { parser throws(Fault) in .object(try parser.members()) }
        case UInt8(ascii: "["): value = try self.nested { parser throws(Fault) in .array(try parser.items()) }
        case UInt8(ascii: "\""): value = .string(try self.string())
        case UInt8(ascii: "t"): value = try self.word("true", .bool(true))
        case UInt8(ascii: "f"): value = try self.word("false", .bool(false))
        case UInt8(ascii: "n"): value = try self.word("null", .null)
        default: value = .number(try self.number())
        }
        _ = self.next()
        return value
    }

    private mutating func nested(_ read: (inout JSONParser) throws(Fault) -> JSONValue) throws(Fault) -> JSONValue {
        self.place += 1
        self.depth += 1
        if self.depth > Self.depthLimit { throw .tooDeep }
        let value = try read(&self)
        self.depth -= 1
        return value
    }

    private mutating func items() throws(Fault) -> [JSONValue] {
        var items: [JSONValue] = []
        if self.take("]") { return items }
        repeat { items.append(try self.value()) } while self.take(",")
        guard self.take("]") else { throw .malformed }
        return items
    }

    private mutating func members() throws(Fault) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        if self.take("}") { return members }
        repeat {
            guard self.next() == UInt8(ascii: "\"") else { throw .malformed }
            let name = try self.string()
            guard self.take(":") else { throw .malformed }
            guard members.updateValue(try self.value(), forKey: name) == nil else { throw .nameTwice }
        } while self.take(",")
        guard self.take("}") else { throw .malformed }
        return members
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        let end = self.place + word.utf8CodeUnitCount
        guard end <= self.bytes.count else { throw .malformed }
        for index in 0..<word.utf8CodeUnitCount where self.bytes[self.place + index] != word.utf8Start[index] {
            throw .malformed
        }
        self.place = end
        return value
    }

    private mutating func number() throws(Fault) -> JSONNumber {
        let start = self.place
        func byte(_ parser: JSONParser) -> UInt8 { parser.place < parser.bytes.count ? parser.bytes[parser.place] : 0 }
        func digits(_ parser: inout JSONParser) throws(Fault) {
            guard (0x30...0x39).contains(byte(parser)) else { throw .malformed }
            while (0x30...0x39).contains(byte(parser)) { parser.place += 1 }
        }
        if byte(self) == UInt8(ascii: "-") { self.place += 1 }
        if byte(self) == UInt8(ascii: "0") { self.place += 1 } else { try digits(&self) }
        if byte(self) == UInt8(ascii: ".") {
            self.place += 1
            try digits(&self)
        }
        if byte(self) | 0x20 == UInt8(ascii: "e") {
            self.place += 1
            if byte(self) == UInt8(ascii: "+") || byte(self) == UInt8(ascii: "-") { self.place += 1 }
            try digits(&self)
        }
        return JSONNumber(description: String(decoding: self.bytes[start..<self.place], as: UTF8.self))
    }

    /// A string whose opening quotation mark is the next byte.
    private mutating func string() throws(Fault) -> String {
        self.place += 1
        var text: [UInt8] = []
        var start = self.place
        while self.place < self.bytes.count {
            let byte = self.bytes[self.place]
            if byte == UInt8(ascii: "\"") {
                defer { self.place += 1 }
                // Most strings have no escape, and are the bytes as they stand.
                if text.isEmpty { return String(decoding: self.bytes[start..<self.place], as: UTF8.self) }
                text += self.bytes[start..<self.place]
                return String(decoding: text, as: UTF8.self)
            }
            if byte < 0x20 { throw .malformed }
            self.place += 1
            if byte == UInt8(ascii: "\\") {
                text += self.bytes[start..<(self.place - 1)]
                text += String(try self.escaped()).utf8
                start = self.place
            }
        }
        throw .malformed
    }

    /// What stands behind a backslash.
    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        guard self.place < self.bytes.count else { throw .malformed }
        let byte = self.bytes[self.place]
        self.place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = UInt32(try self.codeUnit())
            if let scalar = Unicode.Scalar(first) { return scalar }
            // The first half of a pair of surrogates; a half alone stands for nothing.
            guard first < 0xDC00, self.place + 2 <= self.bytes.count, self.bytes[self.place] == UInt8(ascii: "\\"),
                self.bytes[self.place + 1] == UInt8(ascii: "u")
            else { throw .malformed }
            self.place += 2
            let second = UInt32(try self.codeUnit())
            guard (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { throw .malformed }
            return scalar
        default: throw .malformed
        }
    }

    /// The four hexadecimal digits of `\u`.
    private mutating func codeUnit() throws(Fault) -> UInt16 {
        guard self.place + 4 <= self.bytes.count else { throw .malformed }
        var unit: UInt16 = 0
        for index in self.place..<(self.place + 4) {
            guard let digit = Character(Unicode.Scalar(self.bytes[index])).hexDigitValue, self.bytes[index] < 0x80
            else {
                throw .malformed
            }
            unit = unit << 4 | UInt16(digit)
        }
        self.place += 4
        return unit
    }
}
