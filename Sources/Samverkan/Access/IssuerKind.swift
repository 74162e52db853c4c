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
