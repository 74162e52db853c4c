import Postgres

/// Who asks, as the token proves it. What the caller may do is decided in the database.
package struct Caller: Sendable, Equatable {
    package let kind: IssuerKind
    package let issuer: String
    package let subject: String
    /// The person's name as the log shows it; the subject when the token has no name.
    package let name: String
    /// The digest of the secret of a calendar address, which proves its person as a token would.
    package let feed: [UInt8]?

    /// Whoever asks with a calendar address: the database knows whose it is.
    package init(feed: [UInt8], kind: IssuerKind) {
        (self.kind, self.issuer, self.subject, self.name, self.feed) = (kind, "feed", "", "", feed)
    }

    package init(kind: IssuerKind, issuer: String, subject: String, name: String) {
        self.kind = kind
        self.issuer = issuer
        self.subject = subject
        self.name = name
        self.feed = nil
    }
}
