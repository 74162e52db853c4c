import FoundationEssentials
import HTTPTypes
import JWTKit
import Synchronization

/// Proves who asks: verifies bearer tokens of the issuers that this service trusts, and remembers verified ones until
/// they expire.
public final class Authenticator: Sendable {
    /// The audience that tokens for this service name.
    public static let audience = "samverkan"

    private struct Verified {
        let caller: Caller
        let expires: Int
    }

    private let issuers: [String: (kind: IssuerKind, keys: JWTKeyCollection)]
    private let developmentKeys: JWTKeyCollection?
    private let verified = Mutex<[String: Verified]>([:])
    private static let cacheLimit = 10_000
    /// Longer tokens are not looked at.
    private static let tokenLimit = 8_192

    public init(_ issuers: [TrustedIssuer], development: DevelopmentIssuer?) async throws {
        var known: [String: (kind: IssuerKind, keys: JWTKeyCollection)] = [:]
        for issuer in issuers {
            do {
                known[issuer.issuer] = (issuer.kind, try await JWTKeyCollection().add(jwksJSON: issuer.jwks))
            } catch {
                throw SettingsError("the keys of \(issuer.issuer) are no JWK Set")
            }
        }
        self.issuers = known
        if let development {
            self.developmentKeys = await JWTKeyCollection().add(ecdsa: development.publicKey)
        } else {
            self.developmentKeys = nil
        }
    }

    private func trusted(_ issuer: String) -> (kind: IssuerKind, keys: JWTKeyCollection)? {
        if let known = self.issuers[issuer] { return known }
        guard let developmentKeys, let kind = DevelopmentIssuer.kind(ofIssuer: issuer) else { return nil }
        return (kind, developmentKeys)
    }

    struct Claims: JWTPayload {
        let iss: IssuerClaim
        let sub: SubjectClaim
        let aud: AudienceClaim
        let exp: ExpirationClaim
        let nbf: NotBeforeClaim?
        let name: String?

        func verify(using algorithm: some JWTAlgorithm) throws {
            try self.exp.verifyNotExpired()
            try self.nbf?.verifyNotBefore()
            try self.aud.verifyIntendedAudience(includes: Authenticator.audience)
        }
    }

    /// - Parameter token: what stands after `Bearer` in the request.
    /// - Throws: ``Problem`` `tokenInvalid`; it does not say what was wrong with the token.
    func caller(token: String) async throws(Problem) -> Caller {
        let now = wallClockMilliseconds() / 1_000
        if let known = self.verified.withLock({ $0[token] }), known.expires > now { return known.caller }
        guard token.utf8.count <= Self.tokenLimit, let claims = await self.verify(token), let issuer = self.trusted(claims.iss.value),
            !claims.sub.value.isEmpty, claims.sub.value.utf8.count <= 255, !claims.sub.value.utf8.contains(0), claims.name?.utf8.contains(0) != true
        else {
            throw Problem(.tokenInvalid, "The token is not valid here; ask for a new one.", headers: [.wwwAuthenticate: #"Bearer realm="samverkan", error="invalid_token""#])
        }
        let name = claims.name.map { String($0.prefix(200)) } ?? claims.sub.value
        let caller = Caller(kind: issuer.kind, issuer: claims.iss.value, subject: claims.sub.value, name: name)
        self.verified.withLock { verified in
            if verified.count >= Self.cacheLimit {
                verified = verified.filter { $0.value.expires > now }
                if verified.count >= Self.cacheLimit { verified = [:] }
            }
            verified[token] = Verified(caller: caller, expires: Int(min(claims.exp.value.timeIntervalSince1970, 4e12)))
        }
        return caller
    }

    private func verify(_ token: String) async -> Claims? {
        // Whose keys to verify with stands in the token itself; nothing else in it is believed before that.
        let any = JWTKeyCollection()
        guard let unproven = try? await any.unverified(token, as: Claims.self), let issuer = self.trusted(unproven.iss.value) else { return nil }
        return try? await issuer.keys.verify(token, as: Claims.self)
    }
}
