import Postgres

/// Whose users an issuer of tokens speaks for. It decides the database login of every request with its tokens.
package enum IssuerKind: String, Sendable, Codable, CaseIterable {
    case municipality, district, `operator`

    package var login: String {
        switch self {
        case .municipality: "samverkan_municipality"
        case .district: "samverkan_police"
        case .operator: "samverkan_operator"
        }
    }
}

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
