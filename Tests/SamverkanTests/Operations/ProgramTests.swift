import Crypto
import Foundation
import JWTKit
import Migrator
import Postgres
import Samverkan
import TestSupport
import Testing

/// The program as an operator runs it: its signals, its log, its ports.
@Suite struct ProgramTests {
    /// A running `samverkan serve` on a database of the test's own.
    private final class Running {
        let process = Process()
        let port: Int
        let adminPort: Int
        let log: String

        init(_ database: TestDatabase, _ environment: [String: String] = [:]) async throws {
            (self.port, self.adminPort) = (Int.random(in: 20_000..<26_000), Int.random(in: 26_000..<32_000))
            self.log = "/tmp/samverkan-log-\(UUID().uuidString)"
            _ = FileManager.default.createFile(atPath: self.log, contents: nil)
            self.process.executableURL = URL(fileURLWithPath: "\(TestCluster.root)/.build/debug/samverkan")
            self.process.arguments = ["serve", "--state-dir", database.cluster.stateDirectory]
            self.process.environment = ProcessInfo.processInfo.environment.merging(
                [
                    "SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_DATABASE_URL": database.url,
                    "SAMVERKAN_PORT": "\(self.port)", "SAMVERKAN_ADMIN_PORT": "\(self.adminPort)",
                    "SAMVERKAN_SHUTDOWN_DELAY_SECONDS": "0",
                ].merging(environment) { $1 }
            ) { $1 }
            self.process.standardError = FileHandle(forWritingAtPath: self.log)
            try self.process.run()
            for _ in 1...600 {
                if await self.status(
                    "http://\(environment["SAMVERKAN_ADMIN_HOST"] ?? "127.0.0.1"):\(self.adminPort)/health/ready")
                    == "200"
                {
                    return
                }
                try await Task.sleep(for: .milliseconds(50))
            }
            throw SettingsError("the server did not become ready: \(self.lines.suffix(5))")
        }

        func status(_ url: String, token: String = "x") async -> String {
            (try? await TestCluster.run(
                "/usr/bin/curl",
                ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Authorization: Bearer \(token)", url],
                status: nil
            ).output) ?? ""
        }

        func me(_ token: String) async -> String {
            await self.status("http://127.0.0.1:\(self.port)/samverkan/v1/me", token: token)
        }

        var lines: [String] {
            ((try? String(contentsOfFile: self.log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        }

        func end() -> Int32 {
            self.process.terminate()
            self.process.waitUntilExit()
            return self.process.terminationStatus
        }
    }

    private static func keySet(_ key: P256.Signing.PrivateKey, _ id: String) -> String {
        let raw = Array(key.publicKey.rawRepresentation)
        return
            #"{"keys":[{"kty":"EC","crv":"P-256","kid":"\#(id)","x":"\#(TestTokens.encoded(Array(raw[..<32])))","y":"\#(TestTokens.encoded(Array(raw[32...])))"}]}"#
    }

    private static func token(_ key: P256.Signing.PrivateKey, _ id: String) async throws -> String {
        let algorithm = try await JWTKeyCollection().add(ecdsa: try ES256PrivateKey(backing: key)).getKey()
        return try TestTokens.signed(
            #"{"alg":"ES256","kid":"\#(id)"}"#,
            TestTokens.json(["iss": #""https://login.example""#, "sub": #""anna""#]), by: algorithm)
    }

    @Test("A command ends without tearing down what its threads use, and says when what it prints is lost")
    func aCommandEndsAtOnce() async throws {
        let program = "\(TestCluster.root)/.build/debug/samverkan"
        func run(_ command: String) async throws -> (output: String, error: String, status: Int32) {
            try await TestCluster.run("/bin/sh", ["-c", command.replacing("samverkan", with: program)], status: nil)
        }
        // The dynamic linker tells of each library that it makes ready or tears down.
        let told = try await run("LD_DEBUG=files samverkan openapi 2>&1 >/dev/null").output
        #expect(told.contains("calling init:") && !told.contains("calling fini:"))
        let lost = try await run("samverkan openapi 2>&1 >/dev/full")
        #expect(
            lost.status == 1
                && lost.output == "samverkan: what it prints cannot be written\n"
        )
        let printed = try await run("samverkan openapi | tail -c 300")
        #expect(printed.status == 0 && printed.output.count > 200)
    }

    @Test("Keys are read again on a signal and the log says why a token was refused")
    func keysAreReadAgainOnASignalAndTheLogSaysWhyATokenWasRefused() async throws {
        let database = try await TestCluster.shared.value.database()
        try database.administrator().run([
            "insert into access.issuer (issuer, kind, municipality_code) values ('https://login.example', 'municipality', '1495')",
            "insert into access.caller_grant (issuer, subject, role, municipality_code) values ('https://login.example', 'anna', 'reader', '1495')",
        ])
        let folder = "/tmp/samverkan-reload-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try #"{"issuers":[{"issuer":"https://login.example","kind":"municipality","jwksFile":"keys.json"}]}"#.write(
            toFile: "\(folder)/issuers.json", atomically: true, encoding: .utf8)
        let (old, new) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
        func set(_ keys: String) throws {
            try keys.write(toFile: "\(folder)/keys.json", atomically: true, encoding: .utf8)
        }
        try set(Self.keySet(old, "old"))
        let server = try await Running(database, ["SAMVERKAN_OIDC_ISSUERS_FILE": "\(folder)/issuers.json"])
        let (oldToken, newToken) = (try await Self.token(old, "old"), try await Self.token(new, "new"))
        #expect(await server.me(oldToken) == "200")
        #expect(await server.me(newToken) == "401")
        func untilLogged(_ words: String, _ count: Int = 1) async throws {
            for _ in 1...400 where server.lines.count(where: { $0.contains(words) }) < count {
                try await Task.sleep(for: .milliseconds(25))
            }
            #expect(server.lines.count { $0.contains(words) } == count, "\(words): \(server.lines.suffix(5))")
        }
        try set(Self.keySet(new, "new"))
        kill(server.process.processIdentifier, SIGHUP)
        try await untilLogged("issuers and keys were read again")
        // What was verified with a key that is gone is not remembered.
        #expect(await server.me(oldToken) == "401")
        #expect(await server.me(newToken) == "200")
        // A file that is wrong changes nothing.
        try set("{")
        kill(server.process.processIdentifier, SIGHUP)
        try await untilLogged("issuers and keys stay as they were")
        #expect(await server.me(newToken) == "200")
        // The log names the check and the issuer, each once a minute, and never the token.
        for _ in 1...20 { #expect(await server.me(oldToken) == "401") }
        let refusals = server.lines.filter { $0.contains("a token was refused") }
        #expect(
            (1...6).contains(refusals.count) && refusals[0].contains("check=key")
                && refusals[0].contains("issuer=https://login.example"), "\(refusals)")
        for token in [oldToken, newToken] { #expect(!server.lines.joined().contains(token.suffix(20))) }
        #expect(server.end() == 0)
    }

    @Test("The admin port has an address of its own")
    func theAdminPortHasAnAddressOfItsOwn() async throws {
        let database = try await TestCluster.shared.value.database()
        let server = try await Running(database, ["SAMVERKAN_ADMIN_HOST": "127.0.0.2"])
        #expect(await server.status("http://127.0.0.2:\(server.adminPort)/health/live") == "200")
        #expect(await server.status("http://127.0.0.1:\(server.adminPort)/health/live") == "000")
        #expect(await server.status("http://127.0.0.1:\(server.port)/samverkan/v1/api-info") == "200")
        #expect(await server.status("http://127.0.0.2:\(server.port)/samverkan/v1/api-info") == "000")
        #expect(server.end() == 0)
        #expect(Settings.descriptions.contains { $0.name == "SAMVERKAN_ADMIN_HOST" && $0.standard == "127.0.0.1" })
    }

    /// A login that changed its own settings is told of when the server starts.
    @Test("A login with settings of its own is told of")
    func aLoginWithSettingsOfItsOwnIsToldOf() async throws {
        let cluster = try await TestCluster.shared.value
        let database = try cluster.database()
        // Of this database only: the login belongs to every test.
        try database.administrator().run([
            "alter role samverkan_police in database \(unsafeSQL: database.name) set work_mem = '5MB'"
        ])
        let server = try await Running(database)
        #expect(
            server.lines.contains { $0.contains("the login samverkan_police has settings of its own (work_mem=5MB)") },
            "\(server.lines)")
        _ = try database.migrator.migrate()
        #expect(server.end() == 0)
        #expect(
            try database.administrator().run([
                "select count(*) from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database()) and setrole <> 0"
            ])[0].first?.int(0) == 0)
    }

    /// What happens again and again is told once, and counted.
    @Test("Thousands of refusals are a few lines")
    func thousandsOfRefusalsAreAFewLines() async throws {
        let state = "/tmp/samverkan-lines-\(UUID().uuidString.prefix(8))"
        let script = "\(TestCluster.root)/deploy/cluster"
        try await TestCluster.run(script, ["start", state])
        let cluster = try await TestCluster.shared.value
        try FileManager.default.copyItem(
            atPath: "\(cluster.stateDirectory)/development-issuer.pem", toPath: "\(state)/development-issuer.pem")
        try await TestCluster.run(
            "\(TestCluster.root)/.build/debug/samverkan", ["migrate", "--state-dir", state],
            environment: ["SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_ALLOW_OLD_POSTGRESQL": "yes"])
        let port = Int.random(in: 20_000..<32_000)
        let log = "\(state)/log"
        let token = try await TestCluster.run(
            "\(TestCluster.root)/.build/debug/samverkan",
            ["token", "--as", "reader", "--municipality", "1495", "--state-dir", state]
        ).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let run = try await TestCluster.run(
            "/bin/bash",
            [
                "-c",
                """
                export SAMVERKAN_HOME='\(TestCluster.root)' SAMVERKAN_PORT=\(port) SAMVERKAN_ADMIN_PORT=\(port + 1) SAMVERKAN_SHUTDOWN_DELAY_SECONDS=0
                '\(TestCluster.root)/.build/debug/samverkan' serve --state-dir '\(state)' 2>'\(log)' &
                server=$!
                for _ in $(seq 300); do curl -fs -o /dev/null http://127.0.0.1:\(port + 1)/health/ready && break; sleep 0.1; done
                '\(script)' stop '\(state)'
                curl -s -o /dev/null -w '%{http_code}\\n' -H 'Authorization: Bearer \(token)' "http://127.0.0.1:\(port)/samverkan/v1/municipalities/[1000-1499]" | sort | uniq -c
                kill -TERM $server; wait $server; echo "ended $?"
                """,
            ])
        // Some may have been asked before the server noticed; each was answered.
        #expect(run.output.contains("503") && run.output.contains("ended 0"), "\(run.output)")
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        #expect(lines.count < 30, "\(lines.count) lines: \(lines.suffix(10))")
        try await TestCluster.run(script, ["remove", state])
    }

    /// A process's arguments are everybody's to read: no script gives a password by them.
    @Test("No process has a password among its arguments")
    func noProcessHasAPasswordAmongItsArguments() async throws {
        let state = "/tmp/samverkan-arguments-\(UUID().uuidString.prefix(8))"
        let programs = "\(state)-programs"
        // PostgreSQL's programs, each behind a script that writes down what it was given.
        try await TestCluster.run(
            "/bin/bash",
            [
                "-c",
                """
                bin=${SAMVERKAN_POSTGRES_BIN:-$(find /usr/lib/postgresql/*/bin -maxdepth 0 -type d | sort -V | tail -n 1)}
                mkdir -p '\(programs)/log'; chmod -R 777 '\(programs)'
                for program in "$bin"/*; do
                    name=$(basename "$program")
                    case $name in
                        psql|pg_dump|pg_ctl) printf '#!/bin/bash\\nprintf "%%s\\\\n" "$*" >>%s/log/$$\\nexec %s "$@"\\n' '\(programs)' "$program" >'\(programs)/'$name; chmod 755 '\(programs)/'$name ;;
                        *) ln -s "$program" '\(programs)/'$name ;;
                    esac
                done
                """,
            ])
        let environment = [
            "SAMVERKAN_POSTGRES_BIN": programs, "SAMVERKAN_HOME": TestCluster.root,
            "SAMVERKAN_ALLOW_OLD_POSTGRESQL": "yes", "PATH": "\(programs):/usr/bin:/bin",
        ]
        let program = "\(TestCluster.root)/.build/debug/samverkan"
        try await TestCluster.run("\(TestCluster.root)/deploy/cluster", ["start", state], environment: environment)
        let cluster = try await TestCluster.shared.value
        try FileManager.default.copyItem(
            atPath: "\(cluster.stateDirectory)/development-issuer.pem", toPath: "\(state)/development-issuer.pem")
        try await TestCluster.run(program, ["migrate", "--state-dir", state], environment: environment)
        try await TestCluster.run("\(TestCluster.root)/sql/demo/load", [program, state], environment: environment)
        let arguments = try await TestCluster.run("/bin/sh", ["-c", "cat '\(programs)'/log/*"]).output
        let secrets =
            try String(contentsOfFile: "\(state)/secrets.env", encoding: .utf8).split(separator: "\n").compactMap {
                $0.split(separator: "=").last
            }
            + [Substring(try String(contentsOfFile: "\(state)/admin-password", encoding: .utf8))]
        #expect(
            secrets.count == 7 && arguments.contains("established.sql")
                && arguments.contains("create database samverkan"))
        for secret in secrets { #expect(!arguments.contains(secret)) }
        try await TestCluster.run("\(TestCluster.root)/deploy/cluster", ["remove", state], environment: environment)
        try await TestCluster.run("/bin/rm", ["-rf", programs])
    }
}
