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
