/// Reads XML (1.0 with namespaces, UTF-8 or UTF-16) a piece at a time. It knows no document types, so no entities but
/// the five of XML itself; it bounds depth, tags, attributes and prefixes.
///
/// Names come with the prefix that this service uses for their namespace (`w:p`, `table:table-cell`), whatever the file
/// calls it.
struct XMLReader {
    enum Event { case start, end, text, finish }

    private static let depthLimit = 256
    private static let attributeLimit = 200
    private static let tagLimit = 65_536
    private static let prefixLimit = 200

    /// The element that began or ended.
    private(set) var name = ""
    /// Characters of a text event.
    private(set) var text = ""
    /// How many elements are open.
    private(set) var depth = 0

    private let bytes: [UInt8]
    private var place = 0
    private var open: [(raw: Range<Int>, name: String)] = []
    private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    private var prefixes: [(raw: [UInt8], prefix: String, depth: Int)] = [(Array("xml".utf8), "xml", 0)]
    /// An empty element `<a/>` ends without a tag of its own.
    private var endsNext = false

    init(_ bytes: [UInt8]) {
        if let units = TextDecoding.utf16Units(bytes) {
            self.bytes = Array(String(decoding: units, as: UTF16.self).utf8)
        } else {
            self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        }
    }

    /// - Throws: ``DocumentError``: `broken` for what is not well formed, `tooLarge` for what is deeper or wider than
    ///   any document.
    mutating func next() throws(DocumentError) -> Event {
        if self.endsNext {
            self.endsNext = false
            return self.close()
        }
        while self.place < self.bytes.count {
            if self.bytes[self.place] != UInt8(ascii: "<") {
                let start = self.place
                let end = self.bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? self.bytes.count
                self.place = end
                guard self.depth > 0 else { continue }
                self.text = try self.decoded(start..<end)
                return .text
            }
            guard self.place + 1 < self.bytes.count else { throw .broken }
            switch self.bytes[self.place + 1] {
            case UInt8(ascii: "?"): self.place = try self.find("?>", from: self.place + 2) + 2
            case UInt8(ascii: "!"):
                if self.stands("<!--") {
                    self.place = try self.find("-->", from: self.place + 4) + 3
                } else if self.stands("<![CDATA["), self.depth > 0 {
                    let end = try self.find("]]>", from: self.place + 9)
                    self.text = String(decoding: self.bytes[(self.place + 9)..<end], as: UTF8.self)
                    self.place = end + 3
                    return .text
                } else {
                    // A document type, which could make a document of any size out of a few bytes.
                    throw .broken
                }
            case UInt8(ascii: "/"):
                let name = try self.rawName(from: self.place + 2)
                guard let last = self.open.last, self.bytes[last.raw].elementsEqual(self.bytes[name]) else {
                    throw .broken
                }
                let end = self.skipBlanks(name.upperBound)
                guard end < self.bytes.count, self.bytes[end] == UInt8(ascii: ">") else { throw .broken }
                self.place = end + 1
                return self.close()
            default:
                try self.startTag()
                return .start
            }
        }
        if self.depth > 0 { throw .broken }
        return .finish
    }

    /// Reads past the element that has just begun.
    mutating func skip() throws(DocumentError) {
        let depth = self.depth
        while true {
            if case .end = try self.next(), self.depth < depth { return }
        }
    }

    /// An attribute of the element that has just begun, under its name with this service's prefix (none for one
    /// without).
    func attribute(_ name: String) -> String? {
        name.withBytes { name in
            for attribute in self.attributes where self.isNamed(attribute.name, name) {
                return try? self.decoded(attribute.value)
            }
            return nil
        }
    }

    /// The element's text alone, whatever it holds, read to its end.
    mutating func wholeText() throws(DocumentError) -> String {
        var whole = ""
        let depth = self.depth
        while true {
            switch try self.next() {
            case .text: whole += self.text
            case .end where self.depth < depth: return whole
            default: continue
            }
        }
    }

    // MARK: Tags

    private mutating func startTag() throws(DocumentError) {
        let raw = try self.rawName(from: self.place + 1)
        let limit = min(self.bytes.count, self.place + Self.tagLimit)
        var at = raw.upperBound
        self.attributes.removeAll(keepingCapacity: true)
        while true {
            let next = self.skipBlanks(at)
            guard next < limit else { throw next < self.bytes.count ? .tooLarge : .broken }
            if self.bytes[next] == UInt8(ascii: ">") {
                at = next + 1
                break
            }
            if self.bytes[next] == UInt8(ascii: "/") {
                guard next + 1 < self.bytes.count, self.bytes[next + 1] == UInt8(ascii: ">") else { throw .broken }
                at = next + 2
                self.endsNext = true
                break
            }
            guard next > at else { throw .broken }
            let name = try self.rawName(from: next)
            let equals = self.skipBlanks(name.upperBound)
            guard equals < limit, self.bytes[equals] == UInt8(ascii: "=") else { throw .broken }
            let quote = self.skipBlanks(equals + 1)
            guard quote < limit, self.bytes[quote] == UInt8(ascii: "\"") || self.bytes[quote] == UInt8(ascii: "'")
            else { throw .broken }
            guard let end = self.bytes[(quote + 1)..<limit].firstIndex(of: self.bytes[quote]) else {
                throw limit < self.bytes.count ? .tooLarge : .broken
            }
            if self.attributes.count == Self.attributeLimit { throw .tooLarge }
            self.attributes.append((name, (quote + 1)..<end))
            at = end + 1
        }
        self.place = at
        self.depth += 1
        if self.depth > Self.depthLimit { throw .tooLarge }
        for attribute in self.attributes where self.bytes[attribute.name].starts(with: Self.xmlns) {
            let rest = self.bytes[attribute.name].dropFirst(Self.xmlns.count)
            guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { continue }
            if self.prefixes.count == Self.prefixLimit { throw .tooLarge }
            self.prefixes.append(
                (
                    Array(rest.dropFirst()),
                    XMLNamespaces.prefix(String(decoding: self.bytes[attribute.value], as: UTF8.self)), self.depth
                ))
        }
        self.name = self.resolved(raw)
        self.open.append((raw, self.name))
    }

    private static let xmlns = Array("xmlns".utf8)

    private mutating func close() -> Event {
        while let last = self.prefixes.last, last.depth == self.depth, self.depth > 0 { self.prefixes.removeLast() }
        self.name = self.open.removeLast().name
        self.depth -= 1
        return .end
    }

    private func resolved(_ raw: Range<Int>) -> String {
        let bytes = self.bytes[raw]
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        let local = colon.map { bytes[($0 + 1)...] } ?? bytes
        let written = colon.map { bytes[..<$0] } ?? []
        let prefix = self.prefixes.last { $0.raw.elementsEqual(written) }?.prefix ?? ""
        return prefix.isEmpty
            ? String(decoding: local, as: UTF8.self) : prefix + ":" + String(decoding: local, as: UTF8.self)
    }

    /// Whether an attribute has this name, its prefix as this service writes it.
    private func isNamed(_ raw: Range<Int>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let colon = self.bytes[raw].firstIndex(of: UInt8(ascii: ":"))
        let local = (colon.map { $0 + 1 } ?? raw.lowerBound)..<raw.upperBound
        let start = name.count - local.count
        guard start >= 0, (0..<local.count).allSatisfy({ name[start + $0] == self.bytes[local.lowerBound + $0] }) else {
            return false
        }
        guard let colon else { return start == 0 }
        let written = self.bytes[raw.lowerBound..<colon]
        let prefix = self.prefixes.last { $0.raw.elementsEqual(written) }?.prefix ?? ""
        return prefix.isEmpty
            ? start == 0
            : start == prefix.utf8.count + 1 && name[start - 1] == UInt8(ascii: ":")
                && prefix.withBytes { prefix in (0..<prefix.count).allSatisfy { prefix[$0] == name[$0] } }
    }

    private func rawName(from start: Int) throws(DocumentError) -> Range<Int> {
        var end = start
        while end < self.bytes.count, !Self.endsName(self.bytes[end]) { end += 1 }
        if end == start || end - start > 200 { throw .broken }
        return start..<end
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private func skipBlanks(_ start: Int) -> Int {
        var at = start
        while at < self.bytes.count,
            self.bytes[at] == 0x20 || self.bytes[at] == 0x0A || self.bytes[at] == 0x09 || self.bytes[at] == 0x0D
        { at += 1 }
        return at
    }

    private func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { self.bytes[self.place...].starts(with: $0) }
    }

    private func find(_ text: StaticString, from start: Int) throws(DocumentError) -> Int {
        let found = text.withUTF8Buffer { text -> Int? in
            var at = start
            while let next = self.bytes[min(at, self.bytes.count)...].firstIndex(of: text[0]) {
                if self.bytes[next...].starts(with: text) { return next }
                at = next + 1
            }
            return nil
        }
        guard let found else { throw .broken }
        return found
    }

    // MARK: Characters

    private func decoded(_ range: Range<Int>) throws(DocumentError) -> String {
        guard self.bytes[range].contains(UInt8(ascii: "&")) else {
            return String(decoding: self.bytes[range], as: UTF8.self)
        }
        var text = ""
        var at = range.lowerBound
        while at < range.upperBound {
            guard self.bytes[at] == UInt8(ascii: "&") else {
                let end = self.bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) ?? range.upperBound
                text += String(decoding: self.bytes[at..<end], as: UTF8.self)
                at = end
                continue
            }
            guard let end = self.bytes[at..<min(range.upperBound, at + 16)].firstIndex(of: UInt8(ascii: ";")) else {
                throw .broken
            }
            text.unicodeScalars.append(try Self.character(self.bytes[(at + 1)..<end]))
            at = end + 1
        }
        return text
    }

    private static func character(_ name: ArraySlice<UInt8>) throws(DocumentError) -> Unicode.Scalar {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case let name where name.hasPrefix("#x"):
            guard let value = UInt32(name.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value) else {
                throw .broken
            }
            return scalar
        case let name where name.hasPrefix("#"):
            guard let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value) else { throw .broken }
            return scalar
        default: throw .broken
        }
    }
}
