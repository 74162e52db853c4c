import Foundation
import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// Health, metrics, the database going away, and the program's one clear line.
@Suite struct OperationsTests {
    private static let program = "\(TestCluster.root)/.build/debug/samverkan"

    @Test("Health and metrics are on the admin port only")
    func healthAndMetricsAreOnTheAdminPortOnly() async throws {
        try await TestServer.run { server in
            _ = try await server.get("/municipalities/1495", as: .readerOfSkara)
            _ = try await server.get("/municipalities/1495?secret=hemligt", as: .readerOfSkara)
            #expect(try await server.admin("/health/live").status == 200)
            #expect(try await server.admin("/health/ready").status == 200)
            let metrics = try await server.admin("/metrics")
            #expect(metrics.status == 200)
            #expect(
                metrics.text.contains(
                    #"samverkan_http_request_duration_seconds_count{method="GET",route="/samverkan/v1/municipalities/{municipalityCode}",status="200"} 1"#
                ))
            #expect(metrics.text.contains(#"samverkan_database_connections{login="samverkan_municipality"} "#))
            #expect(!metrics.text.contains("hemligt") && !metrics.text.contains("1495"))
            #expect(try await server.get("/health/live", as: nil).status == 404)
        }
    }

    @Test("Methods that are not used and paths that are not there")
    func methodsThatAreNotUsedAndPathsThatAreNotThere() async throws {
        try await TestServer.run { server in
            for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "POST"] {
                let answer = try await server.request(
                    .init(rawValue: method), "/municipalities/1495", as: .readerOfSkara)
                #expect(
                    answer.status == 405 && answer.code == "methodNotAllowed"
                        && answer.header("Allow") == "GET, HEAD, PATCH", "\(method)")
            }
            #expect(try await server.request(.HEAD, "/municipalities/1495", as: .readerOfSkara).status == 200)
            #expect(try await server.request(.HEAD, "/nothing/here", as: .readerOfSkara).body.isEmpty)
            let nothing = try await server.get("/nothing/here", as: .readerOfSkara)
            #expect(nothing.status == 404 && nothing.header("Content-Type") == "application/problem+json")
            #expect(nothing.json.keys == ["type", "title", "status", "detail", "instance", "code", "errors"])
        }
    }

    @Test("The trace goes on and links follow what is trusted")
    func theTraceGoesOnAndLinksFollowWhatIsTrusted() async throws {
        try await TestServer.run(change: {
            $0.trustedProxies = ["127.0.0.1"]
            $0.allowedHosts = ["avtal.example"]
        }) { server in
            let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
            let answer = try await server.get(
                "/me", as: .readerOfSkara,
                headers: [
                    ("traceparent", "00-\(trace)-00f067aa0ba902b7-01"),
                    ("Forwarded", "for=10.0.0.1;host=avtal.example;proto=https"),
                ])
            #expect(answer.header("traceparent")?.hasPrefix("00-\(trace)-") == true)
            #expect(answer.header("traceparent")?.hasSuffix("-01") == true)
            #expect(answer.header("traceparent")?.contains("00f067aa0ba902b7") == false)
            #expect(answer.json["_links"]["self"]["href"].string == "https://avtal.example/samverkan/v1/me")
            // The proxy's own element is the last; what stands before it the client may have made up.
            for list in [
                "host=evil.example, for=10.0.0.1;host=avtal.example;proto=https",
                "host=avtal.example;proto=http,host=\"avtal.example\"",
            ] {
                #expect(
                    try await server.get("/me", as: .readerOfSkara, headers: [("Forwarded", list)]).json["_links"][
                        "self"]["href"].string == "https://avtal.example/samverkan/v1/me", "\(list)")
            }
            for bad in [
                "host=\"evil.example/x\"", "host=a b", "nonsense", "host=evil.example",
                "host=avtal.example, host=evil.example", "host=avtal.example, for=10.0.0.1",
            ] {
                #expect(
                    try await server.get("/me", as: .readerOfSkara, headers: [("Forwarded", bad)]).json["_links"][
                        "self"]["href"].string == "http://samverkan.example/samverkan/v1/me")
            }
            let fresh = try await server.get("/me", as: .readerOfSkara, headers: [("traceparent", "garbage")])
            #expect(fresh.header("traceparent")?.count == 55)
        }
        try await TestServer.run { server in
            let answer = try await server.get("/me", as: .readerOfSkara, headers: [("Forwarded", "host=evil.example")])
            #expect(answer.json["_links"]["self"]["href"].string == "http://samverkan.example/samverkan/v1/me")
        }
    }

    /// A PostgreSQL of its own is stopped and started under the running server.
    @Test("The server outlives its database")
    func theServerOutlivesItsDatabase() async throws {
        let cluster = try await TestCluster.shared.value
        let state = "/tmp/samverkan-outage-\(ProcessInfo.processInfo.processIdentifier)"
        let script = "\(TestCluster.root)/deploy/cluster"
        try await TestCluster.run(script, ["start", state])
        func settings() throws -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: try String(contentsOfFile: "\(state)/settings.env", encoding: .utf8).split(
                    separator: "\n"
                ).map { line in
                    let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
                    return (parts[0], parts[1])
                })
        }
        let first = try settings()
        let port = try #require(
            first["SAMVERKAN_DATABASE_URL"]?.split(separator: ":").last?.split(separator: "/").first.map(String.init))
        try await TestCluster.run(
            Self.program, ["migrate", "--state-dir", state], environment: ["SAMVERKAN_HOME": TestCluster.root])
        let administrator = try Connection(ConnectionSettings(url: first["SAMVERKAN_ADMIN_DATABASE_URL"] ?? ""))
        try administrator.run(
            unsafeScript: try String(contentsOfFile: "\(TestCluster.root)/sql/demo/cast.sql", encoding: .utf8))
        let database = try cluster.database()
        try await TestServer.run(
            database: database,
            change: { settings in
                settings.databaseURL = first["SAMVERKAN_DATABASE_URL"] ?? ""
                settings.passwords = [
                    .municipality: first["SAMVERKAN_MUNICIPALITY_PASSWORD"] ?? "",
                    .district: first["SAMVERKAN_POLICE_PASSWORD"] ?? "",
                    .operator: first["SAMVERKAN_OPERATOR_PASSWORD"] ?? "",
                ]
                settings.serverKey = first["SAMVERKAN_SERVER_KEY"] ?? ""
            }
        ) { server in
            #expect(try await server.get("/municipalities/1495", as: .readerOfSkara).status == 200)
            try await TestCluster.run(script, ["stop", state])
            for _ in 1...5 {
                let away = try await server.get("/municipalities/1495", as: .readerOfSkara)
                #expect(away.status == 503 && away.code == "databaseUnavailable" && away.header("Retry-After") == "1")
            }
            #expect(try await server.admin("/health/live").status == 200)
            #expect(try await server.admin("/health/ready").status == 503)
            try await TestCluster.run(script, ["start", state], environment: ["SAMVERKAN_CLUSTER_PORT": port])
            // Within a second of its return; asked every tenth.
            var status = 0
            for _ in 1...10 {
                status = try await server.get("/municipalities/1495", as: .readerOfSkara).status
                if status == 200 { break }
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(status == 200)
        }
        try await TestCluster.run(script, ["remove", state])
    }

    @Test("A server that cannot start says why in one line")
    func aServerThatCannotStartSaysWhyInOneLine() async throws {
        let cluster = try await TestCluster.shared.value
        let state = cluster.stateDirectory
        @Sendable func serve(_ environment: [String: String]) async throws -> (
            output: String, error: String, status: Int32
        ) {
            try await TestCluster.run(
                Self.program, ["serve", "--state-dir", state],
                environment: environment.merging(["SAMVERKAN_HOME": TestCluster.root]) { own, _ in own }, status: nil)
        }
        for (environment, words) in [
            (["SAMVERKAN_POLICE_PASSWORD": "wrong"], "password authentication failed for user \"samverkan_police\""),
            (["SAMVERKAN_DATABASE_URL": "postgresql://127.0.0.1:1/samverkan"], "cannot connect to PostgreSQL"),
            (["SAMVERKAN_PORT": "80a"], "SAMVERKAN_PORT must be a whole number"),
            (["SAMVERKAN_SERVER_KEY": "short"], "SAMVERKAN_SERVER_KEY needs at least 32"),
            (["SAMVERKAN_HOST": "0.0.0.0"], "the development issuer"),
            (["SAMVERKAN_LOG_LEVEL": "loud"], "SAMVERKAN_LOG_LEVEL"),
            (["SAMVERKAN_READER": "/nowhere/reader"], "/nowhere/reader, which reads documents, is not there"),
        ] {
            let ended = try await serve(environment)
            #expect(ended.status != 0)
            let lines = ended.error.split(separator: "\n").filter { $0.hasPrefix("samverkan: ") }
            #expect(lines.count == 1 && lines[0].contains(words), "\(environment): \(ended.error)")
        }
        let missing = try await TestCluster.run(
            Self.program, ["serve", "--state-dir", "/nowhere"], environment: [:], status: nil)
        #expect(missing.status != 0 && missing.error.contains("is not set"))
        // A port that somebody has.
        try await TestServer.run { server in
            let taken = try await serve(
                ["SAMVERKAN_PORT": "\(server.port)", "SAMVERKAN_ADMIN_PORT": "0"].merging([
                    "SAMVERKAN_ADMIN_PORT": "\(server.adminPort)"
                ]) { $1 })
            #expect(taken.status != 0)
            #expect(taken.error.contains("in use"), "\(taken.error)")
        }
    }

    @Test("The commands do what they say")
    func theCommandsDoWhatTheySay() async throws {
        let state = "/tmp/samverkan-commands-\(ProcessInfo.processInfo.processIdentifier)"
        try await TestCluster.run("\(TestCluster.root)/deploy/cluster", ["start", state])
        let cluster = try await TestCluster.shared.value
        try FileManager.default.copyItem(
            atPath: "\(cluster.stateDirectory)/development-issuer.pem", toPath: "\(state)/development-issuer.pem")
        @discardableResult func samverkan(_ arguments: String..., status: Int32? = 0) async throws -> (
            output: String, error: String, status: Int32
        ) { try await samverkan(arguments, status: status) }
        @discardableResult func samverkan(_ arguments: [String], status: Int32? = 0) async throws -> (
            output: String, error: String, status: Int32
        ) {
            try await TestCluster.run(
                Self.program, arguments + ["--state-dir", state], environment: ["SAMVERKAN_HOME": TestCluster.root],
                status: status)
        }
        #expect(try await samverkan("migrate").output.contains("applied migrations/0001_tenants.sql"))
        #expect(try await samverkan("migrate").output == "nothing to do\n")
        try await samverkan(
            "municipality", "add-district", "vastra-skaraborg", "Lokalpolisområde Västra Skaraborg", "Polisregion Väst")
        try await samverkan("municipality", "add", "1495", "Skara")
        try await samverkan("grant", "issuer", "development:municipality:1495", "--municipality", "1495")
        try await samverkan(
            "grant", "add", "development:municipality:1495", "coordinator", "coordinator", "--municipality", "1495")
        #expect(
            try await samverkan(
                "grant", "add", "development:municipality:1495", "x", "king", "--municipality", "1495", status: nil
            ).error.contains("refused"))
        #expect(
            try await samverkan("municipality", "add", "1496", "X", "--district", "none", status: nil).error.contains(
                "refused"))
        let token = try await samverkan("token", "--as", "coordinator", "--municipality", "1495").output
        #expect(token.split(separator: ".").count == 3 && token.split(separator: "\n").count == 1)
        #expect(try await samverkan("token", "--as", "coordinator", status: nil).error.contains("needs --municipality"))

        let file = "\(state)/skara.txt"
        try Scene.document("skara.txt").write(toFile: file, atomically: true, encoding: .utf8)
        let report = try await samverkan(
            "import", file, "--municipality", "1495", "--confirm", "--place", "73=2", "--place", "76=4", "--place",
            "77=5"
        ).output
        for line in [
            "period: 2020-01-01 to 2023-12-31", "priority areas: 5", "measures: 11, with planned follow-up: 6",
            "responsible parties: 11", "contacts: 5", "  3. Grannsamverkan (measures: 0)",
        ] {
            #expect(report.contains(line), "\(line) in \(report)")
        }
        #expect(
            try await samverkan("import", file, "--municipality", "1494", "--confirm", status: nil).error.contains(
                "notFound"))
        #expect(
            try await samverkan("import", file, "--municipality", "1495", "--confirm", "--place", "1=1", status: nil)
                .error.contains("no cause stands on line 1"))
        #expect(
            try await samverkan("import", "\(state)/none.txt", "--municipality", "1495", status: nil).error.contains(
                "cannot read"))
        // A login for BI: its name and password are made up, and it needs a scope that is here.
        let made = try await samverkan("bi-login", "add", "--municipality", "1495", "--note", "Skara, Power BI").output
        func field(_ name: String, of output: String) -> String {
            output.split(separator: "\n").first { $0.hasPrefix(name) }.map {
                String($0.split(separator: " ").last ?? "")
            }
                ?? ""
        }
        let (login, password) = (field("login", of: made), field("password", of: made))
        #expect(login.hasPrefix("bi_") && !made.contains("skara@") && password.count == 32, "\(made)")
        let port = try await TestCluster.run(
            "/bin/sh", ["-c", "grep ^SAMVERKAN_DATABASE_URL= '\(state)/settings.env' | cut -d= -f2- | cut -d/ -f3-"]
        ).output.split(separator: "\n").joined()
        #expect(field("address", of: made) == "postgresql://\(login)@\(port)_bi")
        for (arguments, reason) in [
            (["--municipality", "0114"], "there is no municipality 0114"),
            (["--district", "none"], "there is no district none"),
            ([], "say one of them"), (["--country", "--municipality", "1495"], "say one of them"),
        ] {
            let refused = try await samverkan(["bi-login", "add"] + arguments, status: nil)
            #expect(refused.status != 0 && refused.error.contains(reason), "\(refused)")
        }
        let half = try await TestCluster.run(
            "\(TestCluster.root)/.build/debug/samverkan", ["publish", "--state-dir", state],
            environment: ["SAMVERKAN_BI_DATABASE_URL": "postgresql://127.0.0.1/other"], status: nil)
        #expect(half.status != 0 && half.error.contains("set both or neither"), "\(half)")
        // What it sees is there with the next pass.
        #expect(try await samverkan("publish").output.contains(" documents of "))
        func seen(_ password: String, _ query: String) async throws -> (status: Int32, output: String) {
            let result = try await TestCluster.run(
                "/bin/sh",
                ["-c", "PGPASSWORD='\(password)' psql -X -At '\(field("address", of: made))' -c \"\(query)\""],
                status: nil)
            return (result.status, result.output + result.error)
        }
        #expect(try await seen(password, "select kommun from dim_kommun").output == "Skara\n")
        // Inhabitants, for what is counted per 1,000: all of a file or nothing.
        let inhabitants = "\(state)/folkmangd.csv"
        for (text, reason) in [
            ("kommunkod;ar\n1495;2023\n", "must name the columns"),
            ("kommunkod,ar,folkmangd\n1495,2023,x\n", "line 2 is no"),
            ("kommunkod,ar,folkmangd\n1495,2023,18880\n1495,2023,18881\n", "line 3 names 1495 2023 once more"),
        ] {
            try text.write(toFile: inhabitants, atomically: true, encoding: .utf8)
            let refused = try await samverkan("municipality", "population", inhabitants, status: nil)
            #expect(refused.status != 0 && refused.error.contains(reason), "\(refused)")
        }
        try "\u{FEFF}\"Kommunkod\";\"År\";\"Folkmängd\"\r\n1495;2022;18900\r\n1495;2023;18880\r\n0114;2023;48000\r\n"
            .write(
                toFile: inhabitants, atomically: true, encoding: .utf8)
        #expect(
            try await samverkan("municipality", "population", inhabitants).output
                == "2 rows new or changed of 3; 1 municipalities are not here\n")
        #expect(try await samverkan("municipality", "population", inhabitants).output.hasPrefix("0 rows"))
        _ = try await samverkan("publish")
        #expect(
            try await seen(password, "select ar, folkmangd from fakta_befolkning order by ar").output
                == "2022|18900\n2023|18880\n")
        // It is given something else to see, and keeps its password.
        #expect(
            try await samverkan("bi-login", "change", login, "--district", "vastra-skaraborg").output.contains(
                "with the password it had"))
        _ = try await samverkan("publish")
        #expect(try await seen(password, "select current_schema").output == "omrade_vastra_skaraborg\n")
        #expect(
            try await samverkan("bi-login", "change", "postgres", "--country", status: nil).error.contains(
                "is no login for BI"))
        #expect(
            try await samverkan("bi-login", "list").output.contains(
                "\(login)\tvastra-skaraborg\tomrade_vastra_skaraborg"))
        let rotated = field("password", of: try await samverkan("bi-login", "rotate", login).output)
        #expect(try await seen(password, "select 1").status != 0)
        #expect(try await seen(rotated, "select 1").output == "1\n")
        #expect(try await samverkan("bi-login", "remove", login).output.contains("is gone"))
        #expect(try await seen(rotated, "select 1").status != 0)
        #expect(try await samverkan("bi-login", "remove", login, status: nil).error.contains("is no login for BI"))
        #expect(try await samverkan("bi-login", "list").output == "login\tsees\tschema\tsince\tmay log in\tnote\n")
        try await TestCluster.run("\(TestCluster.root)/deploy/cluster", ["remove", state])
    }
}
