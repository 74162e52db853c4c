import Foundation
import Migrator
import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// The views for BI over HTTP: what a login sees in SQL, as a file, and nothing for anybody else.
@Suite struct ViewFileTests {
    private static let password = "of sixteen letters"

    /// A server with a database for BI, followed by its own publisher.
    private static func served(
        _ body: @Sendable (TestServer, StarTests.Target) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.shared.value
        let database = try cluster.database()
        let target = try StarTests.Target(database)
        let result: Result<Void, any Error>
        do {
            try await TestServer.run(database: database) { settings in
                settings.publisherPassword = cluster.publisherPassword
                settings.biDatabaseURL = Settings.forBI(database.url)
            } _: { server in
                try await body(server, target)
            }
            result = .success(())
        } catch { result = .failure(error) }
        try target.end()
        try cluster.drop(database)
        try result.get()
    }

    private static func basic(_ name: String, _ password: String = password) -> [(String, String)] {
        [("Authorization", "Basic " + Data("\(name):\(password)".utf8).base64EncodedString())]
    }

    /// Until what is in the service is there for BI, as the login sees it.
    private static func await(_ server: TestServer, _ name: String, _ isThere: (String) -> Bool) async throws {
        for _ in 0..<400 {
            let answer = try await server.get("/bi/fakta_atgard", as: nil, headers: Self.basic(name))
            if answer.status == 200, isThere(answer.text) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("the publisher has not come that far")
    }

    @Test("A view comes as CSV, the rows that the login sees in SQL and no others")
    func aViewComesAsCSV() async throws {
        try await Self.served { server, target in
            let skara = try await server.adoptedSkara()
            try server.database.administrator().run([
                "update app.agreement set state = 'proposed' where state = 'draft'"
            ])
            try server.database.administrator().run(
                unsafeScript: """
                    begin; set local session_replication_role = replica;
                    update app.measure set text = '=1+1 och "citat", komma; semikolon' where measure_id = (select min(measure_id::text)::uuid from app.measure where text not like 'Nattvandra%');
                    commit
                    """)
            let analyst = try target.login("skara", .municipalities(["1495"]))
            let other = try target.login("falkoping", .municipalities(["1499"]))
            _ = other
            let name = "skara_\(server.database.name)"
            let (measure, _) = try await server.measure("Nattvandra")
            let reported = try await server.post(
                "/municipalities/1495/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                #"{"period":{"start":"2020-03-01"},"status":"ongoing","quantity":2.5,"unit":"kvällar"}"#)
            #expect(reported.status == 201, "\(reported.text)")
            try await Self.await(server, name) { $0.contains("2.5") }

            // Every view, its columns in order and as many rows as in SQL.
            let views = try analyst.run([
                "select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v' order by 1"
            ])[0].compactMap { $0[0] }
            #expect(views.count >= 23)
            for view in views {
                let answer = try await server.get("/bi/\(view)", as: nil, headers: Self.basic(name))
                #expect(answer.status == 200, "\(view): \(answer.text.prefix(300))")
                #expect(answer.header("Content-Type") == "text/csv; charset=utf-8; header=present")
                #expect(answer.header("Cache-Control") == "private, no-store")
                #expect(answer.header("Content-Disposition") == "attachment; filename=\(view).csv")
                let columns = try analyst.run([
                    "select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a where a.attrelid = to_regclass(\(view)) and a.attnum > 0"
                ])[0].first?[0]
                #expect(answer.text.hasPrefix("\(columns ?? "")\n"), "\(view)")
                let rows = try analyst.run([Statement(stringLiteral: "select count(*) from \(view)")])[0].first?.int(0)
                if view != "fakta_atgard" {
                    #expect(answer.text.split(separator: "\n").count - 1 == rows, "\(view)")
                }
            }
            let measures = try await server.get("/bi/fakta_atgard", as: nil, headers: Self.basic(name)).text
            #expect(measures.contains(skara.planID) && measures.contains(#"'=1+1 och ""citat"", komma; semikolon"#))
            #expect(measures.contains(",2.5,1,2020-03-01,") && measures.contains(",false"), "\(measures)")
            // As a Swedish Excel reads it.
            let swedish = try await server.get(
                "/bi/fakta_atgard?delimiter=semicolon", as: nil, headers: Self.basic(name)
            )
            .text
            #expect(swedish.hasPrefix("\u{FEFF}atgard_id;linje_id;") && swedish.contains(";2,5;1;2020-03-01;"))
            // Of another scope nothing.
            let elsewhere = try await server.get(
                "/bi/fakta_atgard", as: nil, headers: Self.basic("falkoping_\(server.database.name)"))
            #expect(elsewhere.status == 200 && elsewhere.text.split(separator: "\n").count == 1)
            #expect(
                try await server.request(.HEAD, "/bi/fakta_atgard", as: nil, headers: Self.basic(name)).status == 200)
        }
    }

    @Test("Whoever is no BI login gets nothing, and is told the same whatever was wrong")
    func nobodyElseGetsAnything() async throws {
        try await Self.served { server, target in
            _ = try target.login("skara", .municipalities(["1495"]))
            let name = "skara_\(server.database.name)"
            try await Self.await(server, name) { !$0.isEmpty }
            let cluster = server.database.cluster
            let refused: [[(String, String)]] = [
                [], Self.basic(name, "wrong"), Self.basic("nobody"), Self.basic("postgres", ""),
                Self.basic("postgres", "x"),
                // PostgreSQL's other logins, with the right passwords.
                Self.basic("samverkan_publisher", cluster.publisherPassword),
                Self.basic("samverkan_municipality", cluster.passwords[.municipality] ?? ""),
                Self.basic(name.uppercased()), Self.basic("\(name) "), Self.basic(name, "\(Self.password)\n"),
                [("Authorization", "Basic !!!")], [("Authorization", "Basic")],
                [("Authorization", "Basic " + String(repeating: "QUFB", count: 300))],
                [("Authorization", "Bearer \(try await server.token(.headOfDistrict))")],
            ]
            var answers: Set<String> = []
            for headers in refused {
                let answer = try await server.get("/bi/fakta_atgard", as: nil, headers: headers)
                #expect(answer.status == 401 && answer.code == "notAuthenticated", "\(headers): \(answer.text)")
                #expect(answer.header("WWW-Authenticate") == #"Basic realm="samverkan-bi", charset="UTF-8""#)
                answers.insert(answer.json["detail"].string ?? "")
            }
            #expect(answers.count == 1)
            // Nor what is no view of its own.
            for path in [
                "/bi/position", "/bi/pg_class", "/bi/nothing", "/bi/Fakta_atgard", "/bi/fakta_atgard%20", "/bi/%22",
                "/bi/a.b",
            ] {
                let answer = try await server.get(path, as: nil, headers: Self.basic(name))
                #expect(answer.status == 404 && answer.code == "notFound", "\(path): \(answer.text)")
            }
            #expect(
                try await server.get("/bi/dim_tema?delimiter=tab", as: nil, headers: Self.basic(name)).code
                    == "invalidParameter")
            // A login that is gone.
            try target.bi.remove(name)
            #expect(try await server.get("/bi/dim_tema", as: nil, headers: Self.basic(name)).status == 401)
            // How far the database for BI is.
            var ready = try await server.admin("/health/ready")
            for _ in 0..<300 where !ready.text.contains("renewed 20") {
                try await Task.sleep(for: .milliseconds(100))
                ready = try await server.admin("/health/ready")
            }
            #expect(ready.status == 200 && ready.text.contains("\nBI: renewed 20"), "\(ready.text)")
            #expect(try await server.admin("/metrics").text.contains("samverkan_publisher_renewed_timestamp_seconds 1"))
        }
    }

    @Test("Without a database for BI there is no such address, and readiness says nothing of it")
    func withoutADatabaseForBI() async throws {
        try await TestServer.run { server in
            let answer = try await server.get("/bi/dim_tema", as: nil, headers: Self.basic("bi_x"))
            #expect(answer.code == "notFound")
            let ready = try await server.admin("/health/ready")
            #expect(ready.text == "ready\n")
        }
    }

    @Test("Two files of a login are sent at once, and there is room again when their readers have gone")
    func filesAtOnce() async throws {
        try await Self.served { server, target in
            _ = try target.login("skara", .municipalities(["1495"]))
            let name = "skara_\(server.database.name)"
            try await Self.await(server, name) { !$0.isEmpty }
            // More than the sockets between hold.
            try target.administrator().run([
                "insert into data_kommun_1495.dim_ansvarig select 'x' || n, repeat('y', 100), repeat('z', 500), 'x', 'y' from generate_series(1, 60000) n"
            ])
            var open: [RawConnection] = []
            let header = Self.basic(name)[0]
            for _ in 1...2 {
                let connection = try RawConnection(port: server.port)
                _ = await connection.send(
                    "GET /samverkan/v1/bi/dim_ansvarig HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\(header.0): \(header.1)\r\n\r\n"
                )
                #expect(await connection.head().hasPrefix("HTTP/1.1 200"))
                open.append(connection)
            }
            let third = try await server.get("/bi/dim_tema", as: nil, headers: [header])
            #expect(
                third.status == 503 && third.code == "overloaded" && third.header("Retry-After") == "2", "\(third.text)"
            )
            // Others go on meanwhile, and so does this one when they have gone.
            #expect(try await server.get("/me", as: .readerOfSkara).status == 200)
            open.removeAll()
            var status = 503
            for _ in 0..<100 where status == 503 {
                try await Task.sleep(for: .milliseconds(100))
                status = try await server.get("/bi/dim_tema", as: nil, headers: [header]).status
            }
            #expect(status == 200)
        }
    }
}
