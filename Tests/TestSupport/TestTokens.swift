import Crypto
import Foundation
package import JWTKit

/// Tokens of any shape, signed with any key.
package enum TestTokens {
    /// The key of the tests' development issuer.
    package static func developmentKey() async throws -> ES256PrivateKey {
        let stateDirectory = try await TestCluster.shared.value.stateDirectory
        return try ES256PrivateKey(
            pem: try String(contentsOfFile: "\(stateDirectory)/development-issuer.pem", encoding: .utf8))
    }

    package static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Header and claims as they are written, signed by `algorithm`.
    package static func signed(_ header: String, _ claims: String, by algorithm: any JWTAlgorithm) throws -> String {
        let signed = self.encoded(Array(header.utf8)) + "." + self.encoded(Array(claims.utf8))
        return try signed + "." + self.encoded(algorithm.sign(Array(signed.utf8)))
    }

    /// Claims that are right for Skara's coordinator, as JSON of each member's value.
    package static var claims: [String: String] {
        let now = Int(Date().timeIntervalSince1970)
        return [
            "iss": #""development:municipality:1495""#, "sub": #""coordinator""#, "aud": #""samverkan""#,
            "exp": "\(now + 300)", "nbf": "\(now)", "iat": "\(now)",
            "name": #""Exempel coordinator""#,
        ]
    }

    /// The claims with some of them changed; nil takes one away.
    package static func json(_ changes: [String: String?] = [:]) -> String {
        var claims = self.claims
        for (name, value) in changes { claims[name] = value }
        return "{" + claims.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
