import Hummingbird

/// A file that is sent as the body of a request.
struct Upload: Sendable {
    /// The type of a file that doesn't say what it is: every client can send it.
    static let bytes = "application/octet-stream"

    /// Media types that are taken, beside bytes that don't say what they are.
    let types: [String]
    /// What a `charset` may say, in small letters.
    var charsets: Set<String> = ["utf-8", "utf8"]
    /// Bytes that a file of this type may have.
    let limit: @Sendable (String) -> Int
    /// What is said of a type that is known and never taken.
    var refusal: @Sendable (String) -> Problem? = { _ in nil }
}
