import Foundation
import JWTKit

/// Tokens that must be refused: right in form, wrong in one thing.
package enum TestTokens {
    private struct Claims: JWTPayload {
        let iss: String
        let sub: String
        let aud: String
        let exp: Int
        func verify(using algorithm: some JWTAlgorithm) throws {}
    }

    package static func refused() async throws -> [String] {
        let stateDirectory = try await TestCluster.shared.value.stateDirectory
        let pem = try String(contentsOfFile: "\(stateDirectory)/development-issuer.pem", encoding: .utf8)
        let keys = await JWTKeyCollection().add(ecdsa: try ES256PrivateKey(pem: pem))
        let strangers = await JWTKeyCollection().add(ecdsa: ES256PrivateKey())
        let issuer = "development:municipality:1495"
        let now = Int(Date().timeIntervalSince1970)
        let unsigned = { (text: String) in Data(text.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "") }
        return [
            try await keys.sign(Claims(iss: issuer, sub: "coordinator", aud: "samverkan", exp: now - 1)),
            try await keys.sign(Claims(iss: issuer, sub: "coordinator", aud: "another", exp: now + 60)),
            try await keys.sign(Claims(iss: "https://login.example", sub: "coordinator", aud: "samverkan", exp: now + 60)),
            try await strangers.sign(Claims(iss: issuer, sub: "coordinator", aud: "samverkan", exp: now + 60)),
            unsigned(#"{"alg":"none"}"#) + "." + unsigned(#"{"iss":"\#(issuer)","sub":"coordinator","aud":"samverkan","exp":\#(now + 60)}"#) + ".",
        ]
    }
}
