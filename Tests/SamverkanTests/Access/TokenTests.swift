import Crypto
import Foundation
import JWTKit
import Postgres
import Samverkan
import TestSupport
import Testing

/// Tokens of every shape: taken or refused, and the server goes on. Lists in here have members.
@Suite struct TokenTests {
    private static let header = #"{"alg":"ES256","typ":"JWT"}"#

    private static func developmentAlgorithm() async throws -> any JWTAlgorithm {
        try await JWTKeyCollection().add(ecdsa: try await TestTokens.developmentKey()).getKey()
    }

    private static func status(_ server: TestServer, _ token: String) async throws -> Int {
        let answer = try await server.get("/me", as: nil, headers: [("Authorization", "Bearer \(token)")])
        if answer.status == 401 {
            #expect(
                answer.code == "tokenInvalid" && answer.header("WWW-Authenticate")?.contains("invalid_token") == true)
        }
        return answer.status
    }

    /// Which values each claim may have; every other of the shapes is refused.
    @Test("Every claim of every shape is taken or refused")
    func everyClaimOfEveryShapeIsTakenOrRefused() async throws {
        // A development issuer's name may have anything behind its kind, but not what the database cannot hold.
        let shapes = [
            #""development:municipality:1495\u0000""#, "0", "-1", "1e300", "1.5", #""a""#, #""""#, #"["a"]"#,
            #"[["a"],1]"#, #"{"a":1}"#, "{}", "true", "null",
        ]
        try await TestServer.run { server in
            // Not before: it may have waited for its turn.
            let now = Int(Date().timeIntervalSince1970)
            let right: [String: [String]] = [
                "iss": [#""development:municipality:1495""#], "sub": [#""coordinator""#],
                "aud": [#""samverkan""#, #"["samverkan"]"#, #"["another","samverkan"]"#],
                "exp": ["\(now + 300)", "\(now + 300).5"],
                "nbf": ["\(now)", "null"], "iat": ["\(now - 60)", "null"], "name": [#""Exempel""#, "null"],
                "jti": ["1", #""a""#, #"["a"]"#, #"{"a":1}"#, "null", "true"],
            ]
            let algorithm = try await Self.developmentAlgorithm()
            let stranger = try await JWTKeyCollection().add(ecdsa: ES256PrivateKey()).getKey()
            for (claim, values) in right {
                for value in values {
                    #expect(
                        try await Self.status(
                            server, TestTokens.signed(Self.header, TestTokens.json([claim: value]), by: algorithm))
                            == 200, "\(claim) \(value)")
                }
                for value in shapes where !values.contains(value) {
                    let json = TestTokens.json([claim: value])
                    let isFree =
                        claim == "jti" || (["nbf", "iat"].contains(claim) && ["0", "-1", "1.5"].contains(value))
                        || (claim == "name" && value == #""""#) || (claim == "name" && value == #""a""#)
                    // A subject that nobody has a grant for is proven all the same; an age of years is not a life of a
                    // day.
                    let expected = isFree && claim != "iat" ? 200 : claim == "sub" && value == #""a""# ? 403 : 401
                    #expect(
                        try await Self.status(server, TestTokens.signed(Self.header, json, by: algorithm)) == expected,
                        "\(claim) \(value)")
                    #expect(
                        try await Self.status(server, TestTokens.signed(Self.header, json, by: stranger)) == 401,
                        "\(claim) \(value), another's signature")
                    let unsigned = [
                        TestTokens.encoded(Array(#"{"alg":"none"}"#.utf8)), TestTokens.encoded(Array(json.utf8)), "",
                    ].joined(separator: ".")
                    #expect(try await Self.status(server, unsigned) == 401, "\(claim) \(value), unsigned")
                }
                if ["iss", "sub", "aud", "exp"].contains(claim) {
                    #expect(
                        try await Self.status(
                            server, TestTokens.signed(Self.header, TestTokens.json([claim: nil]), by: algorithm))
                            == 401, "without \(claim)")
                }
            }
            #expect(try await server.get("/me", as: .coordinatorOfSkara).status == 200)
        }
    }

    @Test("Headers that mean something else are refused")
    func headersThatMeanSomethingElseAreRefused() async throws {
        try await TestServer.run { server in
            let algorithm = try await Self.developmentAlgorithm()
            for header in [
                #"{"alg":"ES256"}"#, #"{"alg":"ES256","typ":"jwt"}"#, #"{"alg":"ES256","typ":"at+JWT"}"#,
                #"{"typ":"application/at+jwt","alg":"ES256"}"#, #"{"alg":"ES256","kid":"any"}"#,
            ] {
                #expect(
                    try await Self.status(server, TestTokens.signed(header, TestTokens.json(), by: algorithm)) == 200,
                    "\(header)")
            }
            for header in [
                #"{"alg":"ES384"}"#, #"{"alg":"RS256"}"#, #"{"alg":"HS256"}"#, #"{"alg":"none"}"#, #"{"alg":"es256"}"#,
                #"{"alg":1}"#, #"{"alg":null}"#, "{}", #"["ES256"]"#, "1",
                #"{"alg":"ES256","crit":["exp"]}"#, #"{"alg":"ES256","crit":null}"#,
                #"{"alg":"ES256","crit":"b64","b64":false}"#,
                #"{"alg":"ES256","typ":"id+jwt"}"#, #"{"alg":"ES256","typ":"application/jwt"}"#,
                #"{"alg":"ES256","typ":""}"#, #"{"alg":"ES256","typ":null}"#, #"{"alg":"ES256","typ":["JWT"]}"#,
                #"{"alg":"ES256","alg":"ES256"}"#, #"{"alg":"none","alg":"ES256"}"#, #"{"alg":"ES256","kid":7}"#,
                #"{"alg":"ES256","\u0061lg":"ES256"}"#,
            ] {
                #expect(
                    try await Self.status(server, TestTokens.signed(header, TestTokens.json(), by: algorithm)) == 401,
                    "\(header)")
            }
            let json = TestTokens.json()
            let open = String(json.dropLast())
            for claims in [
                open + #","sub":"coordinator"}"#, open + #","\u0073ub":"reader"}"#, "[\(json)]", "null", "{",
                json + "x",
            ] {
                #expect(
                    try await Self.status(server, TestTokens.signed(Self.header, claims, by: algorithm)) == 401,
                    "\(claims)")
            }
            // Four parts, two, padding, another alphabet, more than is looked at.
            let good = try TestTokens.signed(Self.header, json, by: algorithm)
            for token in [
                good + ".", good + ".a", String(good.prefix { $0 != "." }), good + "=", good.replacing(".", with: "!."),
                "..", "a..b",
            ] { #expect(try await Self.status(server, token) == 401, "\(token.suffix(9))") }
            let long = try TestTokens.signed(
                Self.header, TestTokens.json(["jti": "\"\(String(repeating: "a", count: 8_000))\""]), by: algorithm)
            #expect(try await Self.status(server, long) == 401)
        }
    }

    @Test("A token holds within its times and a minute of leeway")
    func aTokenHoldsWithinItsTimesAndAMinuteOfLeeway() async throws {
        try await TestServer.run { server in
            let algorithm = try await Self.developmentAlgorithm()
            let now = Int(Date().timeIntervalSince1970)
            let day = 86_400
            let cases: [([String: String?], Int)] = [
                (["exp": "\(now - 30)"], 200), (["exp": "\(now - 90)"], 401), (["nbf": "\(now + 30)"], 200),
                (["nbf": "\(now + 90)"], 401),
                (["iat": "\(now + 30)"], 200), (["iat": "\(now + 90)"], 401),
                (["exp": "\(now + day)"], 200), (["exp": "\(now + day + 120)"], 401),
                (["iat": nil, "exp": "\(now + day - 1)"], 200), (["iat": nil, "exp": "\(now + 2 * day)"], 401),
                // Made yesterday, to hold until tonight.
                (["iat": "\(now - day)", "exp": "\(now + 3_600)"], 401),
                (["iat": "\(now - day / 2)", "exp": "\(now + 3_600)"], 200),
            ]
            for (changes, status) in cases {
                #expect(
                    try await Self.status(
                        server, TestTokens.signed(Self.header, TestTokens.json(changes), by: algorithm)) == status,
                    "\(changes)")
            }
        }
        try await TestServer.run(change: { $0.tokenLeeway = 0 }) { server in
            let token = try TestTokens.signed(
                Self.header, TestTokens.json(["exp": "\(Int(Date().timeIntervalSince1970) - 1)"]),
                by: try await Self.developmentAlgorithm())
            #expect(try await Self.status(server, token) == 401)
        }
    }

    // MARK: Key sets

    /// A folder with a list of issuers and one key set.
    private static func folder(_ issuers: String, keys: String) throws -> String {
        let folder = "/tmp/samverkan-keys-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try issuers.write(toFile: "\(folder)/issuers.json", atomically: true, encoding: .utf8)
        try keys.write(toFile: "\(folder)/keys.json", atomically: true, encoding: .utf8)
        return folder
    }

    private static func publicKey(_ key: P256.Signing.PrivateKey, _ more: String = "") -> String {
        let raw = Array(key.publicKey.rawRepresentation)
        return
            #"{"kty":"EC","crv":"P-256","x":"\#(TestTokens.encoded(Array(raw[..<32])))","y":"\#(TestTokens.encoded(Array(raw[32...])))"\#(more)}"#
    }

    @Test("Keys that cannot be used are passed over and audiences are the issuers")
    func keysThatCannotBeUsedArePassedOverAndAudiencesAreTheIssuers() async throws {
        let (first, second, encrypting) = (
            P256.Signing.PrivateKey(), P256.Signing.PrivateKey(), P256.Signing.PrivateKey()
        )
        let small = TestTokens.encoded([UInt8](repeating: 0xC3, count: 128))
        let keys = """
            {"keys":[{"kty":"AKP","alg":"ML-DSA-44","kid":"new","pub":"AAAA"},{"kty":"oct","kid":"secret","k":"AAAA"},{"kid":"none"},"text",
            \(Self.publicKey(encrypting, #","kid":"enc","use":"enc""#)),{"kty":"RSA","kid":"small","n":"\(small)","e":"AQAB"},{"kty":"EC","crv":"P-256","kid":"off","x":"AAAA","y":"AAAA"},
            \(Self.publicKey(first, #","kid":"first","use":"sig","alg":"ES256""#)),\(Self.publicKey(second, #","kid":"second","key_ops":["verify"]"#))]}
            """
        let issuers =
            #"{"issuers":[{"issuer":"https://login.example","kind":"municipality","jwksFile":"keys.json","audiences":["openid samverkan","6a1e0f3c-0000-4000-8000-000000000001"]}]}"#
        let folder = try Self.folder(issuers, keys: keys)
        try await TestServer.run(change: { $0.issuersFile = "\(folder)/issuers.json" }) { server in
            try server.database.administrator().run([
                "insert into access.issuer (issuer, kind, municipality_code) values ('https://login.example', 'municipality', '1495')",
                "insert into access.caller_grant (issuer, subject, role, municipality_code) values ('https://login.example', 'anna', 'reader', '1495')",
            ])
            func status(_ key: P256.Signing.PrivateKey, kid: String?, aud: String) async throws -> Int {
                let header = #"{"alg":"ES256"\#(kid.map { ",\"kid\":\"\($0)\"" } ?? "")}"#
                let claims = TestTokens.json(["iss": #""https://login.example""#, "sub": #""anna""#, "aud": aud])
                let algorithm = try await JWTKeyCollection().add(ecdsa: try ES256PrivateKey(backing: key)).getKey()
                return try await Self.status(server, TestTokens.signed(header, claims, by: algorithm))
            }
            let audience = #""openid samverkan""#
            for (key, kid) in [(first, "first"), (second, "second"), (second, nil)] {
                #expect(try await status(key, kid: kid, aud: audience) == 200)
            }
            #expect(
                try await status(first, kid: "first", aud: #"["other","6a1e0f3c-0000-4000-8000-000000000001"]"#) == 200)
            for aud in [#""samverkan""#, #"["openid","samverkan"]"#, #""openid""#] {
                #expect(try await status(first, kid: "first", aud: aud) == 401, "\(aud)")
            }
            // Another key's name, a name that isn't there, a key that is for something else.
            for (key, kid) in [(first, "second"), (first, "third"), (encrypting, "enc"), (encrypting, nil)] {
                #expect(try await status(key, kid: kid, aud: audience) == 401, "\(kid ?? "none")")
            }
        }
    }

    /// One clear line every time, never a signal.
    @Test("A server with bad keys says so in one line")
    func aServerWithBadKeysSaysSoInOneLine() async throws {
        let state = try await TestCluster.shared.value.stateDirectory
        let issuers = #"{"issuers":[{"issuer":"https://login.example","kind":"municipality","jwksFile":"keys.json"}]}"#
        let cases = [
            ("{", "are no JWK Set"), (#"{"keys":1}"#, "are no JWK Set"),
            (
                #"{"keys":[{"kty":"oct","k":"AAAA"}]}"#,
                "no key of https://login.example can be used; key 1 of https://login.example is not used: its kind is unknown"
            ),
        ]
        for (keys, words) in cases {
            let folder = try Self.folder(issuers, keys: keys)
            for _ in 1...8 {
                let ended = try await TestCluster.run(
                    "\(TestCluster.root)/.build/debug/samverkan", ["serve", "--state-dir", state],
                    environment: [
                        "SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_OIDC_ISSUERS_FILE": "\(folder)/issuers.json",
                    ], status: nil)
                #expect(
                    ended.status == 1 && ended.error.split(separator: "\n").count == 1 && ended.error.contains(words),
                    "\(ended)")
            }
        }
    }
}
