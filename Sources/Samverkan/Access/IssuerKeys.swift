import JWTKit

/// The public keys of an issuer that tokens can be verified with.
struct IssuerKeys: Sendable {
    struct Key: Sendable {
        let id: String?
        /// By the name of the algorithm, as a token's header says it.
        let algorithms: [String: any JWTAlgorithm]
    }

    let keys: [Key]
    /// One line for each key of the set that is passed over (RFC 7517 §5), with why.
    let passedOver: [String]

    init(keys: [Key]) {
        self.keys = keys
        self.passedOver = []
    }

    private static let keyLimit = 100
    /// RSA keys from 2048 to 8192 bits, as the bytes of their modulus.
    private static let modulusBytes = 256...1_024

    /// - Parameter json: a JWK Set.
    /// - Throws: ``SettingsError`` when it is none, or has no key that can be used.
    init(jwks json: [UInt8], of issuer: String) async throws {
        guard case .object(let set) = JSONValue(json: json), case .array(let items) = set["keys"] else {
            throw SettingsError("the keys of \(issuer) are no JWK Set")
        }
        var (keys, passedOver): ([Key], [String]) = ([], [])
        for (index, item) in items.enumerated() {
            guard case .object(let members) = item else {
                passedOver.append("key \(index + 1) of \(issuer) is no object")
                continue
            }
            func text(_ name: String) -> String? { if case .string(let text) = members[name] { text } else { nil } }
            let id = text("kid")
            do throws(Unusable) {
                if keys.count == Self.keyLimit { throw Unusable("there are more than \(Self.keyLimit)") }
                keys.append(Key(id: id, algorithms: try await Self.algorithms(members, text)))
            } catch {
                passedOver.append(
                    "key \(index + 1)\(id.map { " («\($0.prefix(60))»)" } ?? "") of \(issuer) is not used: \(error.reason)"
                )
            }
        }
        if keys.isEmpty {
            throw SettingsError((["no key of \(issuer) can be used"] + passedOver).joined(separator: "; "))
        }
        self.keys = keys
        self.passedOver = passedOver
    }

    /// The keys that may have signed a token; none of another algorithm than the token's header names.
    func candidates(id: String?, algorithm: String) throws(TokenFault) -> [any JWTAlgorithm] {
        let named = self.keys.filter { id == nil || $0.id == nil || $0.id == id }
        if named.isEmpty { throw TokenFault(.key) }
        let fitting = named.compactMap { $0.algorithms[algorithm] }
        if fitting.isEmpty { throw TokenFault(.algorithm) }
        return fitting
    }

    private struct Unusable: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    private static func algorithms(_ members: [String: JSONValue], _ text: (String) -> String?) async throws(Unusable)
        -> [String: any JWTAlgorithm]
    {
        if let use = members["use"], use != .string("sig") { throw Unusable("it is not for signatures") }
        if let operations = members["key_ops"] {
            guard case .array(let items) = operations, items.contains(.string("verify")) else {
                throw Unusable("it is not for verifying")
            }
        }
        let names: [JWK.Algorithm]
        let make: (JWK.Algorithm) -> JWK
        // Only public members are read, so that a private key in the set is of no use here.
        switch text("kty") {
        case "RSA":
            guard let modulus = text("n"), let exponent = text("e") else {
                throw Unusable("its modulus or exponent is missing")
            }
            // Four characters of base64url are three bytes.
            guard Self.modulusBytes.contains(modulus.utf8.count * 3 / 4) else {
                throw Unusable("it has fewer than 2048 bits, or more than 8192")
            }
            names = [.rs256, .rs384, .rs512, .ps256, .ps384, .ps512]
            make = { .rsa($0, identifier: "key", modulus: modulus, exponent: exponent) }
        case "EC":
            guard let x = text("x"), let y = text("y"), let curve = text("crv").flatMap(ECDSACurve.init(rawValue:))
            else { throw Unusable("its curve is unknown, or x or y is missing") }
            names = [curve == .p256 ? .es256 : curve == .p384 ? .es384 : .es512]
            make = { .ecdsa($0, identifier: "key", x: x, y: y, curve: curve) }
        case "OKP":
            guard let x = text("x"), text("crv") == "Ed25519" else {
                throw Unusable("its curve is unknown, or x is missing")
            }
            names = [.eddsa]
            make = { .octetKeyPair($0, identifier: "key", x: x, y: nil, curve: .ed25519) }
        default: throw Unusable("its kind is unknown")
        }
        var algorithms: [String: any JWTAlgorithm] = [:]
        for name in names where text("alg") == nil || text("alg") == name.rawValue {
            do {
                algorithms[name.rawValue] = try await JWTKeyCollection().add(jwk: make(name)).getKey(
                    for: "key", alg: name.rawValue)
            } catch {
                throw Unusable("it cannot be read")
            }
        }
        if algorithms.isEmpty { throw Unusable("its algorithm is unknown, or not one of its kind") }
        return algorithms
    }
}
