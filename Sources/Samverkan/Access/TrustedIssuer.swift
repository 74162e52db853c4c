import FoundationEssentials

/// An issuer of tokens, whom it speaks for, and its public keys.
public struct TrustedIssuer: Sendable {
    public let issuer: String
    public let kind: IssuerKind
    /// A JWK Set (RFC 7517).
    let jwks: String

    private struct File: Decodable {
        struct Issuer: Decodable {
            let issuer: String
            let kind: IssuerKind
            let jwksFile: String
        }
        let issuers: [Issuer]
    }

    /// Reads `{"issuers": [{"issuer": …, "kind": "municipality" | "district" | "operator", "jwksFile": …}]}`; each
    /// `jwksFile` is a path, relative to the file's folder, of the issuer's JWK Set.
    public static func load(path: String) throws -> [TrustedIssuer] {
        guard let data = FileManager.default.contents(atPath: path) else { throw SettingsError("cannot read \(path)") }
        guard let file = try? JSONDecoder().decode(File.self, from: data) else { throw SettingsError("\(path) is not a list of issuers") }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return try file.issuers.map { entry in
            let keys = entry.jwksFile.hasPrefix("/") || folder.isEmpty ? entry.jwksFile : folder + "/" + entry.jwksFile
            guard let jwks = FileManager.default.contents(atPath: keys), let json = String(validating: jwks, as: UTF8.self) else {
                throw SettingsError("cannot read \(keys)")
            }
            return TrustedIssuer(issuer: entry.issuer, kind: entry.kind, jwks: json)
        }
    }
}

/// A setting that the service cannot start with; one line for the person who set it.
public struct SettingsError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
