/// A number as it is written in JSON, with every digit that was sent.
struct JSONNumber: Equatable, Sendable, CustomStringConvertible {
    /// The literal, as RFC 8259 §6 allows it.
    let description: String

    /// Its sign, its digits without noughts at either end, and the power of ten that they are multiplied by; zero has
    /// no digits. nil for an exponent beyond a hundred thousand, which no field takes.
    private var parts: (isNegative: Bool, digits: [UInt8], exponent: Int)? {
        var rest = self.description.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let mantissa = rest.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        var exponent = 0
        if mantissa.count < rest.count {
            guard let written = Int(String(rest.dropFirst(mantissa.count + 1)) ?? ""), abs(written) <= 100_000 else {
                return nil
            }
            exponent = written
        }
        var digits = mantissa.filter { $0 != UInt8(ascii: ".") }
        if let point = mantissa.firstIndex(of: UInt8(ascii: ".")) {
            exponent -= mantissa.distance(from: point, to: mantissa.endIndex) - 1
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        return (isNegative, Array(digits.drop { $0 == UInt8(ascii: "0") }), exponent)
    }

    /// The whole number that it is, however it is written; nil when it is none, or none that an `Int` holds.
    var integer: Int? {
        guard let parts = self.parts else { return nil }
        if parts.digits.isEmpty { return 0 }
        guard parts.exponent >= 0, parts.digits.count + parts.exponent <= 18 else { return nil }
        let digits = parts.digits + Array(repeating: UInt8(ascii: "0"), count: parts.exponent)
        return Int(String(decoding: digits, as: UTF8.self)).map { parts.isNegative ? -$0 : $0 }
    }

    /// The number without an exponent, as PostgreSQL reads it; nil when it has more than `whole` digits before the
    /// point or more than `decimals` behind it.
    func plain(whole: Int, decimals: Int) -> String? {
        guard let parts = self.parts else { return nil }
        if parts.digits.isEmpty { return "0" }
        guard parts.digits.count + parts.exponent <= whole, -parts.exponent <= decimals else { return nil }
        let noughts = Array(
            repeating: UInt8(ascii: "0"), count: max(0, parts.exponent, 1 - parts.digits.count - parts.exponent))
        let digits = parts.exponent >= 0 ? parts.digits + noughts : noughts + parts.digits
        let point = digits.count + min(0, parts.exponent)
        let text =
            String(decoding: digits[..<point], as: UTF8.self)
            + (point < digits.count ? "." + String(decoding: digits[point...], as: UTF8.self) : "")
        return (parts.isNegative ? "-" : "") + text
    }

    var isNegative: Bool { self.parts.map { $0.isNegative && !$0.digits.isEmpty } ?? self.description.hasPrefix("-") }
}
