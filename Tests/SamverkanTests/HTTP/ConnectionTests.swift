import Foundation
import NIOHTTP1
import Postgres
import Samverkan
import Synchronization
import TestSupport
import Testing

/// What comes over a connection that no proper client sends, or too slowly, or too much of.
@Suite struct HTTPConnectionTests {
    private static let base = "/samverkan/v1"

    private static func status(_ head: String) -> Int { Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0 }

    private static func code(_ body: String) -> String? {
        ((try? JSONDecoder().decode([String: JSON].self, from: Data(body.utf8)))?["code"])?.string
    }

    @Test("A request names its host once")
    func aRequestNamesItsHostOnce() async throws {
        try await TestServer.run { server in
            for (lines, status) in [
                ("Host: a.example\r\n", 200), ("", 400), ("Host: a.example\r\nHost: b.example\r\n", 400),
                ("Host: a.example\r\nhost: a.example\r\n", 400),
            ] {
                let connection = try RawConnection(port: server.port)
                await connection.send("GET \(Self.base)/api-info HTTP/1.1\r\n\(lines)\r\n")
                let answer = await connection.answer()
                #expect(Self.status(answer.head) == status, "\(lines): \(answer.head)")
                if status == 400 {
                    #expect(
                        Self.code(answer.body) == "invalidParameter" && answer.head.contains("Connection: close")
                            && answer.head.contains("traceparent:"))
                    #expect(await connection.ends(within: 15))
                }
            }
        }
    }

    @Test("Transfer encodings other than chunked are not implemented")
    func transferEncodingsOtherThanChunkedAreNotImplemented() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.coordinatorOfSkara)
            func answer(_ lines: String, _ body: String) async throws -> (head: String, body: String) {
                let connection = try RawConnection(port: server.port)
                await connection.send(
                    "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n\(lines)\r\n\(body)"
                )
                return await connection.answer()
            }
            let json = #"{"name":"Parkenheten","kind":"municipality","form":"unit"}"#
            #expect(
                try await Self.status(
                    answer(
                        "Transfer-Encoding: chunked\r\n",
                        "\(String(json.utf8.count, radix: 16))\r\n\(json)\r\n0\r\n\r\n"
                    ).head) == 201)
            for encoding in ["gzip, chunked", "gzip", "identity", "chunked, chunked"] {
                let refused = try await answer("Transfer-Encoding: \(encoding)\r\n", "0\r\n\r\n")
                #expect([400, 501].contains(Self.status(refused.head)), "\(encoding): \(refused.head)")
                if Self.status(refused.head) == 501 { #expect(Self.code(refused.body) == "notImplemented") }
            }
            #expect(try await Self.status(answer("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n").head) == 501)
            #expect(
                try await Self.status(answer("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n").head)
                    == 400)
        }
    }

    @Test("A slow reader gets the whole of the answer that ends its connection")
    func aSlowReaderGetsTheWholeAnswer() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            // More than the systems of both ends hold between them; nothing of it is to be found again.
            try server.database.administrator().run([
                "set session_replication_role = replica",
                """
                insert into app.comment (municipality_code, plan_id, text)
                select '1495', \(skara.planID)::uuid, repeat('x', 120000) from generate_series(1, 100)
                """,
            ])
            let token = try await server.token(.coordinatorOfSkara)
            for connection in ["close", "keep-alive"] {
                let client = try RawConnection(port: server.port)
                await client.send(
                    "GET \(Self.base)/municipalities/1495/action-plans/\(skara.planID)/comments?limit=100 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nConnection: \(connection)\r\n\r\n"
                )
                let answer = await client.answer(pause: 0.005)
                #expect(
                    Self.status(answer.head) == 200 && answer.body.utf8.count > 12_000_000
                        && answer.body.hasSuffix("}"),
                    "\(connection): \(answer.body.utf8.count)")
                if connection == "close" { #expect(await client.ends(within: 15)) }
            }
        }
    }

    @Test("Connections of old HTTP and of clients that want it end")
    func connectionsOfOldHTTPAndOfClientsThatWantItEnd() async throws {
        try await TestServer.run { server in
            for request in [
                "GET \(Self.base)/api-info HTTP/1.0\r\n\r\n",
                "GET \(Self.base)/api-info HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                "GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
                "GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
            ] {
                let connection = try RawConnection(port: server.port)
                await connection.send(request)
                #expect(await Self.status(connection.answer().head) == 200)
                #expect(await connection.ends(within: 15), "\(request)")
            }
            // What a client sends behind its last request is not carried out, since nobody would answer it.
            let token = try await server.token(.coordinatorOfSkara)
            let json = #"{"name":"Parkenheten","kind":"municipality","form":"unit"}"#
            let last = try RawConnection(port: server.port)
            await last.send(
                "GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nPOST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)"
            )
            #expect(await Self.status(last.answer().head) == 200)
            #expect(await last.ends(within: 15))
            #expect(
                try server.database.administrator().run(["select count(*) from app.responsible_party"])[0].first?.int(0)
                    == 0)
            // Any other stays open for the next request.
            let connection = try RawConnection(port: server.port)
            for _ in 1...3 {
                await connection.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
                let head = await connection.answer().head
                #expect(Self.status(head) == 200 && !head.lowercased().contains("connection: close"))
            }
        }
    }

    @Test("A body that is too large is not read to its end")
    func aBodyThatIsTooLargeIsNotReadToItsEnd() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.coordinatorOfSkara)
            let connection = try RawConnection(port: server.port)
            await connection.send(
                "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n"
            )
            let answer = await connection.answer()
            #expect(
                Self.status(answer.head) == 413 && Self.code(answer.body) == "bodyTooLarge"
                    && answer.head.contains("Connection: close"))
            // Of a gigabyte the server takes what a client may have on its way, and no more.
            let chunk = [UInt8](repeating: 0x20, count: 65_536)
            var sent = 0
            while sent < 1_024 { if await connection.send(chunk) { sent += 1 } else { break } }
            #expect(sent < 1_024)
            // The same without a length: the bytes are counted.
            let chunked = try RawConnection(port: server.port)
            await chunked.send(
                "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
            for _ in 0..<3 { await chunked.send("10000\r\n" + String(repeating: " ", count: 65_536) + "\r\n") }
            #expect(await Self.status(chunked.answer().head) == 413)
            #expect(await chunked.ends(within: 15))
        }
    }

    @Test("A body has its time however it trickles")
    func aBodyHasItsTimeHoweverItTrickles() async throws {
        try await TestServer.run(change: { $0.bodySeconds = 1 }) { server in
            let token = try await server.token(.coordinatorOfSkara)
            let connection = try RawConnection(port: server.port)
            await connection.send(
                "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
            )
            for _ in 1...20 {
                if await !connection.send(" ") { break }
                try await Task.sleep(for: .milliseconds(100))
            }
            let answer = await connection.answer()
            #expect(Self.status(answer.head) == 408 && Self.code(answer.body) == "bodyTooSlow", "\(answer)")
            #expect(await connection.ends(within: 15))
            #expect(try await server.get("/me", as: .readerOfSkara).status == 200)
        }
    }

    @Test("A client that waits to be asked for its body is asked")
    func aClientThatWaitsToBeAskedForItsBodyIsAsked() async throws {
        try await TestServer.run { server in
            let json = #"{"name":"Parkenheten","kind":"municipality","form":"unit"}"#
            func open(_ person: TestServer.Person?, length: Int) async throws -> RawConnection {
                let connection = try RawConnection(port: server.port)
                let token = if let person { "Authorization: Bearer \(try await server.token(person))\r\n" } else { "" }
                await connection.send(
                    "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\n\(token)Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: \(length)\r\n\r\n"
                )
                return connection
            }
            let asked = try await open(.coordinatorOfSkara, length: json.utf8.count)
            #expect(await Self.status(asked.head()) == 100)
            await asked.send(json)
            #expect(await Self.status(asked.answer().head) == 201)
            // Who is refused anyhow need not send it.
            for (person, length, status) in [
                (nil, json.utf8.count, 401), (.coordinatorOfSkara, 100_000, 413), (.coordinatorOfLidkoping, 9_000, 404),
            ] as [(TestServer.Person?, Int, Int)] {
                let refused = try await open(person, length: length)
                #expect(await Self.status(refused.answer().head) == status)
                #expect(await refused.ends(within: 15))
            }
        }
    }

    @Test("One address has so many connections and no more")
    func oneAddressHasSoManyConnectionsAndNoMore() async throws {
        try await TestServer.run(change: { $0.connectionsPerAddress = 5 }) { server in
            var open: [RawConnection] = []
            for _ in 1...5 {
                let connection = try RawConnection(port: server.port)
                await connection.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await Self.status(connection.answer().head) == 200)
                open.append(connection)
            }
            let sixth = try RawConnection(port: server.port)
            await sixth.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = await sixth.answer()
            #expect(Self.status(answer.head) == 503 && answer.head.contains("Retry-After"))
            #expect(await sixth.ends(within: 15))
            #expect(try await server.admin("/health/ready").status == 200)
            await open[0].send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await Self.status(open[0].answer().head) == 200)
            // One that ends makes room.
            open.removeLast()
            var status = 0
            for _ in 1...100 where status != 200 {
                let next = try RawConnection(port: server.port)
                await next.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
                status = await Self.status(next.answer().head)
                if status != 200 { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(status == 200)
        }
        try await TestServer.run(change: {
            $0.connectionsPerAddress = 2
            $0.trustedProxies = ["127.0.0.1"]
        }) { server in
            let open = try (1...5).map { _ in try RawConnection(port: server.port) }
            for connection in open {
                await connection.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await Self.status(connection.answer().head) == 200)
            }
        }
    }

    @Test("Paths are as they are written")
    func pathsAreAsTheyAreWritten() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/municipalities/1495", as: .readerOfSkara).status == 200)
            for path in [
                "/municipalities//1495", "//municipalities/1495", "/municipalities/1495/",
                "/municipalities/1495//measures",
            ] {
                let answer = try await server.get(path, as: .readerOfSkara)
                #expect(answer.status == 404 && answer.code == "noSuchAddress", "\(path): \(answer.status)")
            }
        }
    }

    @Test("Every answer tells a browser to show nothing")
    func everyAnswerTellsABrowserToShowNothing() async throws {
        try await TestServer.run { server in
            let answers = [
                try await server.get("/me", as: .readerOfSkara), try await server.get("/nothing", as: nil),
                try await server.get("/openapi.yaml", as: nil), try await server.get("/me", as: nil),
            ]
            for answer in answers {
                #expect(answer.header("Content-Security-Policy") == "default-src 'none'; sandbox")
                #expect(
                    answer.header("Cross-Origin-Resource-Policy") == "same-origin"
                        && answer.header("Referrer-Policy") == "no-referrer")
                #expect(
                    answer.header("X-Frame-Options") == "DENY" && answer.header("X-Content-Type-Options") == "nosniff")
            }
        }
    }

    // MARK: The server's end

    /// Told to end, it is not ready, answers who still comes, and closes each connection as it answers: no request is
    /// lost.
    @Test("A server that ends says so before it does")
    func aServerThatEndsSaysSoBeforeItDoes() async throws {
        let sent = Mutex((answered: 0, lost: 0, closed: 0))
        let ready = Mutex<[Int]>([])
        try await TestServer.run(
            change: { $0.shutdownDelaySeconds = 20 },
            ending: { server in
                // Runs while the server is told to end.
                for _ in 1...5 {
                    if let status = try? await server.admin("/health/ready").status {
                        ready.withLock { $0.append(status) }
                    }
                    if let connection = try? RawConnection(port: server.port) {
                        await connection.send("GET \(Self.base)/api-info HTTP/1.1\r\nHost: a\r\n\r\n")
                        let head = await connection.answer(seconds: 5).head
                        sent.withLock { sent in
                            if Self.status(head) == 200 { sent.answered += 1 } else { sent.lost += 1 }
                            if head.contains("Connection: close") { sent.closed += 1 }
                        }
                    }
                    try? await Task.sleep(for: .milliseconds(100))
                }
            }
        ) { _ in }
        let counts = sent.withLock { $0 }
        #expect(counts.answered == 5 && counts.lost == 0 && counts.closed >= 4, "\(counts)")
        #expect(ready.withLock { $0.last } == 503)
    }

    /// Nothing that a client keeps open holds up the end: the body that this one owes might take ten minutes, and a
    /// server that waited for it would say that it was too slow.
    @Test("A body that never comes does not hold up the end")
    func aBodyThatNeverComesDoesNotHoldUpTheEnd() async throws {
        let open = Mutex<RawConnection?>(nil)
        try await TestServer.run(change: {
            $0.drainSeconds = 1
            $0.bodySeconds = 600
        }) { server in
            let token = try await server.token(.coordinatorOfSkara)
            let connection = try RawConnection(port: server.port)
            await connection.send(
                "POST \(Self.base)/municipalities/1495/responsible-parties HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
            )
            try await Task.sleep(for: .milliseconds(200))
            open.withLock { $0 = connection }
        }
        let connection = try #require(open.withLock { $0 })
        let head = await connection.head()
        #expect(Self.status(head) != 408, "\(head)")
        #expect(await connection.ends(within: 15))
    }

    @Test("Who reads nothing keeps no connection")
    func whoReadsNothingKeepsNoConnection() async throws {
        try await TestServer.run(change: { $0.bodySeconds = 1 }) { server in
            let connection = try RawConnection(port: server.port)
            await connection.send(
                String(repeating: "GET \(Self.base)/openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n", count: 60))
            try await Task.sleep(for: .seconds(3))
            // What was on its way comes, and then the end; 60 answers would be 30 MB and an open connection.
            #expect(await connection.ends(within: 20))
            #expect(try await server.get("/api-info", as: nil).status == 200)
        }
    }
}
