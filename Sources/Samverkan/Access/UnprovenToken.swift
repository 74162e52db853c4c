import FoundationEssentials

/// A JSON Web Token (RFC 7519) taken apart. Nothing in it is believed: before its signature only the issuer is read, to
/// know whose keys to try. Whatever stands in it, taking it apart throws or succeeds; it never ends the process.
struct UnprovenToken {
    let algorithm: String
    let keyID: String?
    let issuer: String
    let claims: TokenClaims
    /// What the signature is of.
    let signed: [UInt8]
    let signature: [UInt8]

    /// Longer tokens are not looked at.
    static let limit = 8_192
    /// Types that a token may name itself (RFC 8725 §3.11), in small letters; one that names none is taken, too.
    private static let types: Set = ["jwt", "at+jwt", "application/at+jwt"]

    init(_ text: String) throws(TokenFault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.limit else { throw TokenFault(.form) }
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            let signature = Self.decoded(parts[2])
        else { throw TokenFault(.form) }
        guard case .string(let issuer) = claims["iss"], (1...2_048).contains(issuer.utf8.count),
            !issuer.utf8.contains(0)
        else { throw TokenFault(.issuer) }
        self.issuer = issuer
        // What must be understood (RFC 7515 §4.1.11) is not.
        if header["crit"] != nil { throw TokenFault(.critical, issuer) }
        switch header["typ"] {
        case nil: break
        case .string(let type) where Self.types.contains(type.lowercased()): break
        default: throw TokenFault(.type, issuer)
        }
        guard case .string(let algorithm) = header["alg"] else { throw TokenFault(.algorithm, issuer) }
        switch header["kid"] {
        case nil: self.keyID = nil
        case .string(let keyID): self.keyID = keyID
        default: throw TokenFault(.key, issuer)
        }
        self.algorithm = algorithm
        self.claims = TokenClaims(members: claims)
        self.signed = bytes.dropLast(parts[2].count + 1)
        self.signature = signature
    }

    /// A part that is an object of JSON without doubled names.
    private static func object(_ part: ArraySlice<UInt8>) -> [String: JSONValue]? {
        guard let json = self.decoded(part), case .object(let members) = JSONValue(json: json) else { return nil }
        return members
    }

    /// base64url without padding (RFC 7515 §2).
    private static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        var standard: [UInt8] = []
        standard.reserveCapacity(part.count + 3)
        for byte in part {
            switch byte {
            case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                standard.append(byte)
            default: return nil
            }
        }
        while !standard.count.isMultiple(of: 4) { standard.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(standard)).map(Array.init)
    }
}

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
