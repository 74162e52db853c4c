import Crypto

/// A person's secret calendar address: one letter for whose users the person is among, and 32 random bytes (RFC 4648 §5).
/// Only the digest is kept.
struct CalendarFeed {
    let secret: String
    let caller: Caller

    private static let letters: KeyValuePairs<Character, IssuerKind> = [
        "m": .municipality, "d": .district, "o": .operator,
    ]

    static func isWellFormed(_ text: String) -> Bool {
        text.utf8.count == 44 && Self.letters.contains { $0.key == text.first }
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
    }

    /// nil for a text that is no secret.
    init?(_ secret: String) {
        guard Self.isWellFormed(secret), let kind = Self.letters.first(where: { $0.key == secret.first })?.value else {
            return nil
        }
        self.secret = secret
        self.caller = Caller(feed: Array(SHA256.hash(data: Array(secret.utf8))), kind: kind)
    }

    /// A new one.
    init(for kind: IssuerKind) {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let letter = Self.letters.first { $0.value == kind }?.key ?? "m"
        let text = (0..<43).map { _ in alphabet[Int.random(in: 0..<64, using: &generator)] }
        self.secret = String(letter) + String(text)
        self.caller = Caller(feed: Array(SHA256.hash(data: Array(self.secret.utf8))), kind: kind)
    }

    var sha256: [UInt8] { self.caller.feed ?? [] }

    static let shape = Shape(
        "CalendarFeed", "The caller's calendar address.",
        [
            .timestamp("createdAt", "f.created_at", "When it was made; null without one."),
            .text("href", "The address, told once: when it is made."),
        ])
}
