/// JSON that this program or its database has written, read back in place: nothing is copied but the texts that are
/// asked for. Other forms of an answer are made of it, so that they show what the JSON shows and nothing else.
final class WrittenJSON: Sendable {
    /// Of four bytes each: a large document has many, and an answer is far from 4 GB.
    private struct Node {
        /// The value's first byte, which tells its kind.
        let kind: UInt8
        let nameStart: UInt32
        let nameCount: UInt32
        let start: UInt32
        var end: UInt32
        /// Behind the last node within it.
        var next: UInt32

        init(kind: UInt8, name: Range<Int>, bytes: Range<Int>, next: Int) {
            self.kind = kind
            (self.nameStart, self.nameCount) = (UInt32(name.lowerBound), UInt32(name.count))
            (self.start, self.end) = (UInt32(bytes.lowerBound), UInt32(bytes.upperBound))
            self.next = UInt32(next)
        }

        var bytes: Range<Int> { Int(self.start)..<Int(self.end) }
    }

    private let bytes: [UInt8]
    private let nodes: [Node]

    /// - Parameter bytes: a JSON text. Were it none, what stands behind the fault would be missing.
    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        reader.read()
        (self.bytes, self.nodes) = (bytes, reader.nodes)
    }

    var root: Value { Value(json: self, index: self.nodes.isEmpty ? nil : 0) }

    /// A value within it. What isn't there is null.
    struct Value: Sendable {
        fileprivate let json: WrittenJSON
        fileprivate let index: Int?

        private var node: Node? { self.index.map { self.json.nodes[$0] } }

        /// A member of an object.
        subscript(name: StaticString) -> Value {
            Value(json: self.json, index: self.index.flatMap { self.json.member(of: $0, name) })
        }

        /// Bytes that another form of the whole document hardly takes more than.
        var capacity: Int { max(4_096, self.json.bytes.count) }

        var isNull: Bool { self.node.map { $0.kind == UInt8(ascii: "n") } ?? true }
        var isTrue: Bool { self.node?.kind == UInt8(ascii: "t") }

        /// A string's text, or a number as it is written; nil for anything else.
        var text: String? {
            guard let node else { return nil }
            switch node.kind {
            case UInt8(ascii: "\""): return self.json.string(node.bytes)
            case UInt8(ascii: "-"), 0x30...0x39: return String(decoding: self.json.bytes[node.bytes], as: UTF8.self)
            default: return nil
            }
        }

        var int: Int? { self.text.flatMap { Int($0) } }

        /// The items of a list, in order; of anything else, none.
        var items: [Value] {
            guard let node, node.kind == UInt8(ascii: "["), let index else { return [] }
            var items: [Value] = []
            var child = index + 1
            while child < node.next {
                items.append(Value(json: self.json, index: child))
                child = Int(self.json.nodes[child].next)
            }
            return items
        }

        /// A string's bytes where they stand, when nothing in it is escaped, so that it is one line; else nil.
        func withPlainBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>?) -> Result) -> Result {
            guard let node, node.kind == UInt8(ascii: "\"") else { return body(nil) }
            return self.json.bytes.withUnsafeBufferPointer { bytes in
                let text = UnsafeBufferPointer(rebasing: bytes[node.bytes])
                return body(text.contains(UInt8(ascii: "\\")) ? nil : text)
            }
        }
    }

    /// Where an object's member of that name is.
    private func member(of index: Int, _ name: StaticString) -> Int? {
        self.nodes.withUnsafeBufferPointer { nodes in
            self.bytes.withUnsafeBufferPointer { bytes in
                guard nodes[index].kind == UInt8(ascii: "{") else { return nil }
                let (end, count) = (Int(nodes[index].next), name.utf8CodeUnitCount)
                var child = index + 1
                while child < end {
                    if nodes[child].nameCount == count {
                        let start = Int(nodes[child].nameStart)
                        if (0..<count).allSatisfy({ bytes[start + $0] == name.utf8Start[$0] }) { return child }
                    }
                    child = Int(nodes[child].next)
                }
                return nil
            }
        }
    }

    /// The text between two quotation marks.
    private func string(_ range: Range<Int>) -> String {
        let bytes = self.bytes[range]
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        // One that breaks off has no end.
        guard range.upperBound < self.bytes.count else { return String(decoding: bytes, as: UTF8.self) }
        let whole = Array(self.bytes[(range.lowerBound - 1)...range.upperBound])
        if case .string(let text)? = try? JSONParser.value(of: whole) { return text }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Finds where the values are, in one pass.
    private struct Reader {
        let bytes: [UInt8]
        var nodes: [Node] = []
        private var place = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
            self.nodes.reserveCapacity(bytes.count / 12)
        }

        mutating func read() {
            // What is open: the places of its objects and lists among the nodes.
            var open: [Int] = []
            defer { for index in open { self.nodes[index].next = UInt32(self.nodes.count) } }
            repeat {
                var name = 0..<0
                if let last = open.last {
                    let end = self.nodes[last].kind == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
                    if self.peek() == UInt8(ascii: ",") { self.place += 1 }
                    if self.peek() == end {
                        self.place += 1
                        self.nodes[last].end = UInt32(self.place)
                        self.nodes[last].next = UInt32(self.nodes.count)
                        open.removeLast()
                        continue
                    }
                    if end == UInt8(ascii: "}") {
                        guard self.peek() == UInt8(ascii: "\"") else { return }
                        name = self.quoted()
                        guard self.peek() == UInt8(ascii: ":") else { return }
                        self.place += 1
                    }
                }
                guard let kind = self.peek() else { return }
                let index = self.nodes.count
                switch kind {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    self.nodes.append(Node(kind: kind, name: name, bytes: self.place..<self.place, next: index + 1))
                    open.append(index)
                    self.place += 1
                case UInt8(ascii: "\""):
                    self.nodes.append(Node(kind: kind, name: name, bytes: self.quoted(), next: index + 1))
                default:
                    let start = self.place
                    while self.place < self.bytes.count, Self.isPlain(self.bytes[self.place]) { self.place += 1 }
                    guard start < self.place else { return }
                    self.nodes.append(Node(kind: kind, name: name, bytes: start..<self.place, next: index + 1))
                }
            } while !open.isEmpty
        }

        /// Of a number, or of true, false and null.
        private static func isPlain(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
                || byte == 0x45
        }

        /// The next byte that is no white space; nil at the end.
        private mutating func peek() -> UInt8? {
            while self.place < self.bytes.count {
                let byte = self.bytes[self.place]
                if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
                self.place += 1
            }
            return nil
        }

        /// What stands between this quotation mark and the next that isn't escaped.
        private mutating func quoted() -> Range<Int> {
            self.place += 1
            let start = self.place
            while self.place < self.bytes.count {
                switch self.bytes[self.place] {
                case UInt8(ascii: "\""):
                    self.place += 1
                    return start..<(self.place - 1)
                case UInt8(ascii: "\\"): self.place += 2
                default: self.place += 1
                }
            }
            return start..<self.bytes.count
        }
    }
}
