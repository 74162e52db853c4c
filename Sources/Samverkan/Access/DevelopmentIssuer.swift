import FoundationEssentials
import JWTKit

/// Issues tokens on a developer's own machine: one key, an issuer of its own for each municipality, for the district
/// and for the operator. It exists only in a state directory that `deploy/run` made, and only where the server listens
/// on loopback.
package struct DevelopmentIssuer: Sendable {
    private let key: ES256PrivateKey

    package static let fileName = "development-issuer.pem"

    /// nil where there is no development issuer.
    package init?(stateDirectory: String) throws {
        let path = "\(stateDirectory)/\(Self.fileName)"
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            self.key = try ES256PrivateKey(pem: String(decoding: data, as: UTF8.self))
        } catch {
            throw SettingsError("\(path) is no private key of the kind ES256")
        }
    }

    package enum Role: String, CaseIterable, Sendable {
        case coordinator, contributor, reader, auditor
        case municipalOfficer = "municipal-officer"
        case districtReader = "district-reader"
        case headOfDistrict = "head-of-district"
        case `operator`

        var kind: IssuerKind {
            switch self {
            case .coordinator, .contributor, .reader, .auditor: .municipality
            case .municipalOfficer, .districtReader, .headOfDistrict: .district
            case .operator: .operator
            }
        }
    }

    /// - Parameters:
    ///   - municipality: for whom, when the role is a municipality's own or its police officer's.
    ///   - district: the district's code, for the police; Västra Skaraborg when not given.
    /// - Throws: ``SettingsError`` when the role needs a municipality that isn't given.
    package static func caller(role: Role, municipality: String?, district: String?) throws -> Caller {
        let issuer: String
        var subject = role.rawValue
        switch role.kind {
        case .municipality:
            guard let municipality else { throw SettingsError("the role \(role.rawValue) needs --municipality") }
            issuer = "development:municipality:\(municipality)"
        case .district:
            if role == .municipalOfficer {
                guard let municipality else { throw SettingsError("the role \(role.rawValue) needs --municipality") }
                subject += "-\(municipality)"
            }
            issuer = "development:district:\(district ?? "vastra-skaraborg")"
        case .operator:
            issuer = "development:operator"
        }
        return Caller(kind: role.kind, issuer: issuer, subject: subject, name: "Exempel \(role.rawValue)")
    }

    package func token(for caller: Caller, minutes: Int) async throws -> String {
        let keys = JWTKeyCollection()
        await keys.add(ecdsa: self.key)
        let now = wallClockMilliseconds() / 1_000
        return try await keys.sign(
            Claims(
                iss: caller.issuer, sub: caller.subject, aud: Authenticator.audience, iat: now, exp: now + minutes * 60,
                name: caller.name))
    }

    private struct Claims: JWTPayload {
        let iss, sub, aud: String
        let iat, exp: Int
        let name: String

        func verify(using algorithm: some JWTAlgorithm) throws {}
    }

    /// Whom a development issuer's name speaks for; nil for any other name.
    static func kind(ofIssuer issuer: String) -> IssuerKind? {
        let parts = issuer.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.first == "development", parts.count >= 2 else { return nil }
        return IssuerKind(rawValue: String(parts[1]))
    }

    var publicKey: ES256PublicKey { self.key.publicKey }
}
