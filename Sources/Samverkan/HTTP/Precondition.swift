/// The version that `If-Match` names. A tag begins with the version; a weak one never matches (RFC 9110 §13.1.1), and
/// of several tags those that name no one version.
enum ExpectedVersion {
    /// - Returns: nil for `*`.
    /// - Throws: `invalidParameter` when it is no tag of this service: nobody has changed anything then.
    static func named(by header: String) throws(Problem) -> Int? {
        if Self.trimmed(header[...]) == "*" { return nil }
        var versions: Set<Int> = []
        for candidate in header.split(separator: ",", omittingEmptySubsequences: false) {
            let tag = Self.trimmed(candidate)
            let strong = tag.trimmingPrefix("W/")
            let inside = strong.dropFirst().dropLast()
            let digits = inside.prefix { $0.isASCII && $0.isNumber }
            guard strong.count > 2, strong.hasPrefix("\""), strong.hasSuffix("\""), !inside.contains("\"" as Character),
                !digits.isEmpty
            else {
                throw Problem(.invalidParameter, "If-Match must be the ETag as it was sent, in its quotes, or *.")
            }
            versions.insert(tag.count == strong.count ? Int(Int32(digits) ?? -1) : -1)
        }
        return versions.count == 1 ? versions.first : -1
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
