import FoundationEssentials

/// An issuer of tokens, whom it speaks for, for whom its tokens must be, and its public keys.
package struct TrustedIssuer: Sendable {
    package let issuer: String
    package let kind: IssuerKind
    /// One of them must be among a token's `aud`. Some login services name a client by a GUID, some put all scopes into
    /// one text.
    package let audiences: Set<String>
    let keys: IssuerKeys

    private struct File: Decodable {
        struct Issuer: Decodable {
            let issuer: String
            let kind: IssuerKind
            let jwksFile: String
            let audiences: [String]?
        }
        let issuers: [Issuer]
    }

    private static let fileLimit = 1_048_576

    /// Reads `{"issuers": [{"issuer": …, "kind": "municipality" | "district" | "operator", "jwksFile": …, "audiences"?:
    /// […]}]}`; each `jwksFile` is a path, relative to the file's folder, of the issuer's JWK Set (RFC 7517).
    /// `audiences` is `["samverkan"]` unless said.
    ///
    /// - Throws: ``SettingsError`` with one line on what cannot be read.
    package static func load(path: String) async throws -> [TrustedIssuer] {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(self.read(path))) else {
            throw SettingsError("\(path) is not a list of issuers")
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var issuers: [TrustedIssuer] = []
        for entry in file.issuers {
            let audiences = Set(entry.audiences ?? [Authenticator.audience])
            if audiences.isEmpty { throw SettingsError("\(path): the issuer \(entry.issuer) has no audience") }
            if issuers.contains(where: { $0.issuer == entry.issuer }) {
                throw SettingsError("\(path) names the issuer \(entry.issuer) twice")
            }
            let keys = entry.jwksFile.hasPrefix("/") || folder.isEmpty ? entry.jwksFile : folder + "/" + entry.jwksFile
            issuers.append(
                TrustedIssuer(
                    issuer: entry.issuer, kind: entry.kind, audiences: audiences,
                    keys: try await IssuerKeys(jwks: try self.read(keys), of: entry.issuer)))
        }
        return issuers
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path), data.count <= self.fileLimit else {
            throw SettingsError("cannot read \(path)")
        }
        return Array(data)
    }
}
