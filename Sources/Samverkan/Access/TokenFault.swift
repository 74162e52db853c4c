import FoundationEssentials

/// Why a token is refused: for the operator's log, never for the caller.
struct TokenFault: Error, Sendable {
    enum Check: String, Sendable {
        case form, type, algorithm, critical, issuer, key, signature, claim, expired, notYet, issuedInFuture, life,
            audience, subject, name
    }

    let check: Check
    /// As the token names it, unproven.
    var issuer: String?

    init(_ check: Check, _ issuer: String? = nil) {
        self.check = check
        self.issuer = issuer
    }
}
