import FoundationEssentials

/// The claims of a token, each read as what it must be.
struct TokenClaims {
    let members: [String: JSONValue]
    /// A token that lives longer is refused, in seconds.
    static let longestLife = 86_400.0

    /// Who asks, once every claim has been found right.
    ///
    /// - Parameters:
    ///   - audiences: one of them must be among the token's.
    ///   - leeway: how many seconds the issuer's clock may differ from ours.
    ///   - now: seconds since 1970.
    /// - Returns: subject, name, and when the token ends to be good.
    func verify(audiences: Set<String>, leeway: Double, now: Double) throws(TokenFault) -> (
        subject: String, name: String?, expires: Double
    ) {
        guard let expires = try self.seconds("exp") else { throw self.fault(.expired) }
        if expires <= now - leeway { throw self.fault(.expired) }
        if let notBefore = try self.seconds("nbf"), notBefore > now + leeway { throw self.fault(.notYet) }
        let issuedAt = try self.seconds("iat")
        if let issuedAt, issuedAt > now + leeway { throw self.fault(.issuedInFuture) }
        if expires - min(issuedAt ?? now, now) > Self.longestLife + leeway { throw self.fault(.life) }
        if try audiences.isDisjoint(with: self.audience()) { throw self.fault(.audience) }
        guard let subject = try self.text("sub"), (1...255).contains(subject.utf8.count), !subject.utf8.contains(0)
        else { throw self.fault(.subject) }
        let name = try self.text("name")
        if name?.utf8.contains(0) == true { throw self.fault(.name) }
        return (subject, name.map { String($0.prefix(200)) }, expires + leeway)
    }

    private func fault(_ check: TokenFault.Check) -> TokenFault { TokenFault(check) }

    /// NumericDate (RFC 7519 §2); nil when absent or null.
    private func seconds(_ name: String) throws(TokenFault) -> Double? {
        switch self.members[name] {
        case nil, .null: return nil
        case .number(let number):
            guard let seconds = Double(number.description), seconds.isFinite else { throw self.fault(.claim) }
            return seconds
        default: throw self.fault(.claim)
        }
    }

    private func text(_ name: String) throws(TokenFault) -> String? {
        switch self.members[name] {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw self.fault(.claim)
        }
    }

    /// One text or a list of them (RFC 7519 §4.1.3).
    private func audience() throws(TokenFault) -> Set<String> {
        switch self.members["aud"] {
        case .string(let one): return [one]
        case .array(let items):
            var all: Set<String> = []
            for item in items {
                guard case .string(let one) = item else { throw self.fault(.claim) }
                all.insert(one)
            }
            return all
        default: throw self.fault(.audience)
        }
    }
}
