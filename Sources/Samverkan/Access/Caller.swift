import Postgres

/// Who asks, as the token proves it. What the caller may do is decided in the database.
package struct Caller: Sendable, Equatable {
    package let kind: IssuerKind
    package let issuer: String
    package let subject: String
    /// The person's name as the log shows it; the subject when the token has no name.
    package let name: String

    package init(kind: IssuerKind, issuer: String, subject: String, name: String) {
        self.kind = kind
        self.issuer = issuer
        self.subject = subject
        self.name = name
    }
}
