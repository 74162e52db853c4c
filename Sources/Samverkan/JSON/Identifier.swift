import Postgres

/// A UUID in its text form.
struct Identifier: Equatable, Hashable, PostgresBindable {
    let text: String

    init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 8, 13, 18, 23: if byte != 0x2D { return nil }
            default:
                if !((0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)) {
                    return nil
                }
            }
        }
        self.text = text.lowercased()
    }

    /// The ids in a JSON list of them, as the database writes it; none when it is NULL.
    static func list(_ json: String?) -> [String] {
        (json ?? "").split(whereSeparator: { !($0.isHexDigit || $0 == "-") }).map(String.init)
    }

    private init(trusted text: String) { self.text = text }
    var postgresParameter: Parameter { .text(self.text) }

    /// A new UUID of version 7 (RFC 9562): ids of a tree that is written in one round trip are made here.
    static func version7() -> Identifier {
        let random = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        let milliseconds = UInt64(wallClockMilliseconds())
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64($0))) }
        bytes +=
            (0..<8).map { UInt8(truncatingIfNeeded: random.0 >> ($0 * 8)) } + [
                UInt8(truncatingIfNeeded: random.1), UInt8(truncatingIfNeeded: random.1 >> 8),
            ]
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(0x2D) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return Identifier(trusted: String(decoding: text, as: UTF8.self))
    }
}
