import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Bodies that are large, or hold more than anybody means: who may send them, and how much is said of them.
@Suite struct LargeBodyTests {
    private static let base = "/municipalities/1495"

    private static func members(_ count: Int) -> String {
        "{" + (1...count).map { "\"x\($0)\":1" }.joined(separator: ",") + "}"
    }

    @Test("A large body is taken in from those with a grant only")
    func aLargeBodyIsTakenInFromThoseWithAGrantOnly() async throws {
        try await TestServer.run { server in
            let large = Array("{\"name\":\"\(String(repeating: "a", count: 20_000))\"}".utf8)
            let path = "\(Self.base)/responsible-parties"
            #expect(try await server.request(.POST, path, as: .coordinatorOfSkara, body: large).status == 422)
            // What the body holds is nothing to those outside: they are told the same as of a body that would do.
            for person in [TestServer.Person.coordinatorOfLidkoping, .officerOfLidkoping] {
                let answer = try await server.request(.POST, path, as: person, body: large)
                #expect(answer.status == 404 && answer.code == "notFound", "\(person): \(answer.status)")
            }
            try server.database.administrator().run([
                "delete from access.caller_grant where subject = 'coordinator' and municipality_code = '1495'"
            ])
            let none = try await server.request(.POST, path, as: .coordinatorOfSkara, body: large)
            #expect(none.status == 404 && none.code == "notFound")
            // The same without a length, as it comes.
            let connection = try RawConnection(port: server.port)
            await connection.send(
                "POST /samverkan/v1\(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(try await server.token(.coordinatorOfSkara))\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3000\r\n\(String(repeating: " ", count: 0x3000))\r\n"
            )
            #expect(await connection.answer().head.hasPrefix("HTTP/1.1 404"))
        }
    }

    @Test("Each route has its limit")
    func eachRouteHasItsLimit() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let blanks = String(repeating: " ", count: 70_000)
            let small = try await server.patch(
                plan, as: .coordinatorOfSkara, version: 1, "{\"notes\":null}\(String(repeating: " ", count: 60_000))")
            #expect(small.status == 200 || small.status == 412)
            let large = try await server.patch(plan, as: .coordinatorOfSkara, version: 1, "{\"notes\":null}\(blanks)")
            #expect(large.status == 413 && large.code == "bodyTooLarge")
            // A whole plan and many reports have room.
            #expect(try await server.put(plan, as: .coordinatorOfSkara, version: 1, "{}\(blanks)").status == 422)
            #expect(
                try await server.post("\(Self.base)/follow-ups", as: .coordinatorOfSkara, "{}\(blanks)").status == 422)
            let tooLarge = try await server.refusal(
                plan, as: .coordinatorOfSkara, length: 1_100_000, type: "application/json", method: "PUT",
                headers: "If-Match: \"1\"\r\n")
            #expect(tooLarge.head.hasPrefix("HTTP/1.1 413"))
            let values = try await server.put(plan, as: .coordinatorOfSkara, version: 1, Self.members(30_000))
            #expect(values.status == 413 && values.code == "bodyTooLarge")
        }
    }

    @Test("Twenty faults are told and the others counted")
    func twentyFaultsAreToldAndTheOthersCounted() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "\(Self.base)/responsible-parties", as: .coordinatorOfSkara, Self.members(3_000))
            // Three members are missing, beside three thousand that are not fields.
            #expect(answer.status == 422 && answer.json["errors"].items.count == 20, "\(answer.text.prefix(200))")
            #expect(
                answer.json["detail"].string?.hasPrefix("3003 fields of the body are wrong. The first 20") == true,
                "\(answer.json["detail"])")
            #expect(answer.body.count < 5_000)
            let one = try await server.post(
                "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                ["name": "x", "kind": "joint", "form": "group", "x": 1])
            #expect(one.json["errors"].items.count == 1 && one.json["detail"].string == "A field of the body is wrong.")
        }
    }

    @Test("Large bodies are decoded in turn and others go on")
    func largeBodiesAreDecodedInTurnAndOthersGoOn() async throws {
        try await TestServer.run { server in
            let body = Array(Self.members(19_000).utf8)
            let plan = "\(Self.base)/action-plans/00000000-0000-7000-8000-000000000001"
            let large = (1...24).map { _ in
                Task {
                    try await server.request(
                        .PUT, plan, as: .coordinatorOfSkara, body: body, headers: [("If-Match", "\"1\"")])
                }
            }
            for _ in 1...20 {
                #expect(try await server.get("/municipalities/1494", as: .coordinatorOfLidkoping).status == 200)
            }
            var statuses: [Int] = []
            for task in large { statuses.append(try await task.value.status) }
            #expect(statuses.allSatisfy { $0 == 422 || $0 == 503 } && statuses.contains(422), "\(statuses)")
        }
    }

    /// A file of 10 MiB is on its way, but for its last byte.
    private static func upload(
        _ server: TestServer, _ code: String, _ agreement: String, as person: TestServer.Person, bytes: Int = 10_485_759
    ) async throws -> RawConnection {
        let connection = try RawConnection(port: server.port)
        await connection.send(
            """
            POST /samverkan/v1/municipalities/\(code)/agreements/\(agreement)/attachments?fileName=x.pdf HTTP/1.1\r
            Host: a\r
            Authorization: Bearer \(try await server.token(person))\r
            Content-Type: application/pdf\r
            Content-Length: 10485760\r
            \r

            """)
        await connection.send(Array("%PDF-".utf8) + [UInt8](repeating: 0x20, count: bytes - 5))
        return connection
    }

    /// Until the server has read all that was sent to it: no queue of its connections holds a byte.
    private static func untilRead(_ server: TestServer) async throws {
        let port = ":" + String(server.port, radix: 16, uppercase: true)
        for _ in 1...1_000 {
            let waits = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n").contains {
                let fields = $0.split(separator: " ")
                return fields.count > 4 && fields[3] == "01" && fields[4] != "00000000:00000000"
                    && (fields[1].hasSuffix(port) || fields[2].hasSuffix(port))
            }
            if !waits { return }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test("Bodies in memory have a bound for all and for each municipality")
    func bodiesInMemoryHaveABoundForAllAndForEachMunicipality() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let lidkoping = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            // Whoever may attach nothing is told so before their file is taken in.
            let reader = try await Self.upload(server, "1495", skara.agreementID, as: .readerOfSkara, bytes: 5)
            #expect(await reader.answer().head.hasPrefix("HTTP/1.1 403"))
            // Of four files of one municipality there is room for three; another has its own. Each is taken in before the
            // next one comes: two that come for the last room at the same moment may both be refused.
            var uploads: [RawConnection] = []
            for _ in 1...4 {
                uploads.append(try await Self.upload(server, "1495", skara.agreementID, as: .coordinatorOfSkara))
                try await Self.untilRead(server)
            }
            let other = try await Self.upload(server, "1494", lidkoping.agreementID, as: .coordinatorOfLidkoping)
            await other.send(" ")
            #expect(await other.answer().head.hasPrefix("HTTP/1.1 201"))
            var statuses: [Substring] = []
            for upload in uploads {
                await upload.send(" ")
                statuses.append(await upload.answer().head.dropFirst(9).prefix(3))
            }
            #expect(
                statuses.filter { $0 == "201" }.count == 3 && statuses.filter { $0 == "503" }.count == 1, "\(statuses)")
            // What is answered has given its room back.
            let later = try await Self.upload(server, "1495", skara.agreementID, as: .coordinatorOfSkara)
            await later.send(" ")
            #expect(await later.answer().head.hasPrefix("HTTP/1.1 201"))
        }
    }
}
