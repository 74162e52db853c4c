import JWTKit
import Synchronization

/// Proves who asks: verifies bearer tokens of the issuers that this service trusts, and remembers verified ones until
/// they expire.
package final class Authenticator: Sendable {
    /// The audience that tokens for this service name, unless the issuer's settings say others.
    static let audience = "samverkan"

    private struct Verified {
        let caller: Caller
        let expires: Double
    }

    private struct State {
        var issuers: [String: TrustedIssuer]
        var verified: [String: Verified] = [:]
        /// Counts replacements, so that nothing is remembered of issuers that were given up meanwhile.
        var generation = 0
    }

    private let state: Mutex<State>
    private let developmentKeys: IssuerKeys?
    private let leeway: Double
    private static let cacheLimit = 10_000

    /// - Parameter leeway: how many seconds an issuer's clock may differ from ours.
    init(_ issuers: [TrustedIssuer], development: DevelopmentIssuer?, leeway: Int) async throws {
        self.state = Mutex(State(issuers: Self.byName(issuers)))
        self.leeway = Double(leeway)
        if let development {
            self.developmentKeys = IssuerKeys(keys: [
                .init(
                    id: nil,
                    algorithms: ["ES256": try await JWTKeyCollection().add(ecdsa: development.publicKey).getKey()])
            ])
        } else {
            self.developmentKeys = nil
        }
    }

    private static func byName(_ issuers: [TrustedIssuer]) -> [String: TrustedIssuer] {
        Dictionary(issuers.map { ($0.issuer, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Trusts these issuers from now on; what was verified before must be verified again.
    func replace(_ issuers: [TrustedIssuer]) {
        self.state.withLock { $0 = State(issuers: Self.byName(issuers), generation: $0.generation + 1) }
    }

    func trusts(_ issuer: String) -> Bool { self.trusted(issuer) != nil }

    private func trusted(_ issuer: String) -> TrustedIssuer? {
        if let known = self.state.withLock({ $0.issuers[issuer] }) { return known }
        guard let developmentKeys, let kind = DevelopmentIssuer.kind(ofIssuer: issuer) else { return nil }
        return TrustedIssuer(issuer: issuer, kind: kind, audiences: [Self.audience], keys: developmentKeys)
    }

    /// - Parameter token: what stands after `Bearer` in the request.
    func caller(token: String) throws(TokenFault) -> Caller {
        let now = Double(wallClockMilliseconds()) / 1_000
        let (known, generation) = self.state.withLock { ($0.verified[token], $0.generation) }
        if let known, known.expires > now { return known.caller }
        let unproven = try UnprovenToken(token)
        do throws(TokenFault) {
            guard let issuer = self.trusted(unproven.issuer) else { throw TokenFault(.issuer) }
            let keys = try issuer.keys.candidates(id: unproven.keyID, algorithm: unproven.algorithm)
            guard keys.contains(where: { (try? $0.verify(unproven.signature, signs: unproven.signed)) == true }) else {
                throw TokenFault(.signature)
            }
            let claims = try unproven.claims.verify(audiences: issuer.audiences, leeway: self.leeway, now: now)
            let caller = Caller(
                kind: issuer.kind, issuer: issuer.issuer, subject: claims.subject, name: claims.name ?? claims.subject)
            self.state.withLock { state in
                guard state.generation == generation else { return }
                if state.verified.count >= Self.cacheLimit {
                    state.verified = state.verified.filter { $0.value.expires > now }
                    if state.verified.count >= Self.cacheLimit { state.verified = [:] }
                }
                state.verified[token] = Verified(caller: caller, expires: claims.expires)
            }
            return caller
        } catch {
            throw TokenFault(error.check, unproven.issuer)
        }
    }
}
