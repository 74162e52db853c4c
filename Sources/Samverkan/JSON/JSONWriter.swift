import NIOCore
import Postgres

/// Writes JSON from rows into one buffer: no intermediate values, no Foundation encoder.
///
/// Names are written as they are given, so they must need no escaping. Strings from the database are UTF-8 already.
struct JSONWriter: ~Copyable {
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private var needsComma = false

    init(capacity: Int = 4_096) {
        self.storage = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        self.storage.deallocate()
    }

    /// What has been written, as a buffer for a response's body.
    consuming func finish() -> ByteBuffer {
        ByteBuffer(bytes: UnsafeBufferPointer(start: self.storage, count: self.count))
    }

    // MARK: Structure

    mutating func beginObject() {
        self.comma()
        self.byte(0x7B)
        self.needsComma = false
    }

    mutating func endObject() {
        self.byte(0x7D)
        self.needsComma = true
    }

    mutating func beginArray() {
        self.comma()
        self.byte(0x5B)
        self.needsComma = false
    }

    mutating func endArray() {
        self.byte(0x5D)
        self.needsComma = true
    }

    mutating func key(_ name: StaticString) {
        self.reserve(name.utf8CodeUnitCount + 4)
        if self.needsComma { self.unchecked(0x2C) }
        self.unchecked(0x22)
        (self.storage + self.count).initialize(from: name.utf8Start, count: name.utf8CodeUnitCount)
        self.count += name.utf8CodeUnitCount
        self.unchecked(0x22)
        self.unchecked(0x3A)
        self.needsComma = false
    }

    /// A name that is only known when the program runs; it must need no escaping.
    mutating func key(named name: String) {
        self.comma()
        self.byte(0x22)
        self.raw(name)
        self.byte(0x22)
        self.byte(0x3A)
        self.needsComma = false
    }

    mutating func beginObject(_ name: StaticString) {
        self.key(name)
        self.beginObject()
    }

    mutating func beginArray(_ name: StaticString) {
        self.key(name)
        self.beginArray()
    }

    // MARK: Values

    mutating func string(_ text: String) {
        self.comma()
        var text = text
        text.withUTF8 { self.quoted($0) }
        self.needsComma = true
    }

    mutating func number(_ value: Int) {
        self.comma()
        self.raw(String(value))
        self.needsComma = true
    }

    mutating func number(_ value: JSONNumber) {
        self.comma()
        self.raw(value.description)
        self.needsComma = true
    }

    /// JSON that the program has made.
    mutating func raw(_ json: StaticString) {
        self.comma()
        self.bytes(UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
        self.needsComma = true
    }

    mutating func bool(_ value: Bool) {
        self.comma()
        self.text(value ? "true" : "false")
        self.needsComma = true
    }

    mutating func null() {
        self.comma()
        self.text("null")
        self.needsComma = true
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        self.key(name)
        if let value { self.string(value) } else { self.null() }
    }

    mutating func field(_ name: StaticString, _ value: Int) {
        self.key(name)
        self.number(value)
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        self.key(name)
        self.bool(value)
    }

    // MARK: Values of a row

    /// The column as a string; `null` for NULL.
    mutating func field(_ name: StaticString, _ row: Row, _ column: Column) {
        self.key(name)
        self.string(row, column)
    }

    mutating func string(_ row: Row, _ column: Column) {
        self.comma()
        row.withBytes(column) { bytes in
            if let bytes { self.quoted(bytes) } else { self.text("null") }
        }
        self.needsComma = true
    }

    /// The column as it stands, for numbers and for JSON that the database holds; `null` for NULL.
    mutating func rawField(_ name: StaticString, _ row: Row, _ column: Column) {
        self.key(name)
        self.comma()
        row.withBytes(column) { bytes in
            if let bytes { self.bytes(bytes) } else { self.text("null") }
        }
        self.needsComma = true
    }

    /// JSON that the program has made.
    mutating func rawField(_ name: StaticString, _ json: StaticString) {
        self.key(name)
        self.raw(json)
    }

    mutating func boolField(_ name: StaticString, _ row: Row, _ column: Column) {
        self.field(name, row.bool(column))
    }

    /// A `timestamptz` as RFC 3339 in UTC. The connections run with the time zone UTC, so PostgreSQL writes
    /// `2026-01-31 12:00:00.123+00`.
    mutating func timestampField(_ name: StaticString, _ row: Row, _ column: Column) {
        self.key(name)
        row.withBytes(column) { bytes in
            guard let bytes, bytes.count >= 22, bytes.count <= 29 else { return self.text("null") }
            // A blank stands at place 10; `+00` at the end is Z.
            self.byte(0x22)
            self.bytes(UnsafeBufferPointer(rebasing: bytes[..<10]))
            self.byte(0x54)
            let end = bytes.count - 3
            self.bytes(UnsafeBufferPointer(rebasing: bytes[11..<end]))
            // PostgreSQL leaves the last noughts out; texts of one length sort as they should.
            if end == 19 { self.byte(0x2E) }
            for _ in (end == 19 ? 0 : end - 20)..<6 { self.byte(0x30) }
            self.byte(0x5A)
            self.byte(0x22)
        }
        self.needsComma = true
    }

    // MARK: Bytes

    private mutating func comma() {
        if self.needsComma { self.byte(0x2C) }
    }

    private mutating func byte(_ value: UInt8) {
        self.reserve(1)
        self.unchecked(value)
    }

    @inline(__always)
    private mutating func unchecked(_ value: UInt8) {
        self.storage[self.count] = value
        self.count += 1
    }

    private mutating func text(_ text: StaticString) {
        self.bytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { self.bytes($0) }
    }

    private mutating func bytes(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        self.reserve(bytes.count)
        (self.storage + self.count).initialize(from: start, count: bytes.count)
        self.count += bytes.count
    }

    private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.reserve(bytes.count + 2)
        self.unchecked(0x22)
        // Most texts need no escaping and are copied whole; eight bytes are looked at in one go.
        var start = 0
        var index = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index < bytes.count {
            if index + 8 <= bytes.count, !Self.holdsEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let end = min(index + 8, bytes.count)
            while index < end {
                let byte = bytes[index]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                    self.bytes(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    self.escaped(byte)
                    start = index + 1
                }
                index += 1
            }
        }
        self.bytes(UnsafeBufferPointer(rebasing: bytes[start...]))
        self.byte(0x22)
    }

    /// Whether one of the word's bytes is a control character, a quotation mark or a backslash.
    @inline(__always)
    private static func holdsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        return (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & tops != 0
    }

    private mutating func escaped(_ byte: UInt8) {
        self.reserve(6)
        self.unchecked(0x5C)
        switch byte {
        case 0x22, 0x5C: self.unchecked(byte)
        case 0x0A: self.unchecked(UInt8(ascii: "n"))
        case 0x0D: self.unchecked(UInt8(ascii: "r"))
        case 0x09: self.unchecked(UInt8(ascii: "t"))
        default:
            let digits: StaticString = "0123456789abcdef"
            self.text("u00")
            self.byte(digits.utf8Start[Int(byte >> 4)])
            self.byte(digits.utf8Start[Int(byte & 15)])
        }
    }

    private mutating func reserve(_ more: Int) {
        guard self.count + more > self.capacity else { return }
        let capacity = max(self.capacity * 2, self.count + more)
        let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        storage.moveInitialize(from: self.storage, count: self.count)
        self.storage.deallocate()
        self.storage = storage
        self.capacity = capacity
    }
}
