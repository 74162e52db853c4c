import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// The same thing in two representations, and tags that change when what is shown does.
@Suite struct RepresentationTests {
    private static let base = "/municipalities/1495"

    /// A client that says itself what it takes.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(decompression: .disabled))

    private struct Answer {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]

        func header(_ name: String) -> String? { self.headers.first(name: name) }
    }

    private static func get(
        _ server: TestServer, _ path: String, as person: TestServer.Person?, method: HTTPMethod = .GET,
        _ headers: [(String, String)] = []
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.port)/samverkan/v1\(path)")
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let person { request.headers.add(name: "Authorization", value: "Bearer \(try await server.token(person))") }
        let response = try await Self.client.execute(request, timeout: .seconds(60))
        return Answer(
            status: Int(response.status.code), headers: response.headers,
            body: Array(try await response.body.collect(upTo: 8 * 1_048_576).readableBytesView))
    }

    /// What gzip makes of the bytes.
    private static func unpacked(_ body: [UInt8]) async throws -> String {
        let path = "/tmp/samverkan-answer-\(UUID().uuidString).gz"
        try Data(body).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await TestCluster.run("/bin/gzip", ["-dc", path]).output
    }

    @Test("What is large comes as gzip to who takes it")
    func whatIsLargeComesAsGzipToWhoTakesIt() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            for (path, person) in [
                ("\(Self.base)/action-plans/\(skara.planID)", TestServer.Person.readerOfSkara as TestServer.Person?),
                ("/openapi.yaml", nil),
            ] {
                let plain = try await Self.get(server, path, as: person)
                #expect(
                    plain.header("Content-Encoding") == nil
                        && plain.header("Vary")?.hasSuffix("Accept-Encoding") == true)
                let tag = try #require(plain.header("ETag"))
                for accepted in ["gzip", "br, gzip;q=0.5", "*", "deflate, GZIP ; q=1.0", "x-gzip"] {
                    let packed = try await Self.get(server, path, as: person, [("Accept-Encoding", accepted)])
                    #expect(
                        packed.header("Content-Encoding") == "gzip" && packed.body.count * 2 < plain.body.count,
                        "\(accepted)")
                    let other = try #require(packed.header("ETag"))
                    #expect(other != tag && other.hasPrefix(tag.dropLast()))
                    // Either tag is known again, whatever is asked for.
                    for sent in [tag, other] {
                        let again = try await Self.get(
                            server, path, as: person, [("Accept-Encoding", accepted), ("If-None-Match", sent)])
                        #expect(again.status == 304 && again.header("ETag") == sent && again.body.isEmpty)
                    }
                }
                let packed = try await Self.get(server, path, as: person, [("Accept-Encoding", "gzip")])
                let unpacked = try await Self.unpacked(packed.body)
                #expect(unpacked == String(decoding: plain.body, as: UTF8.self))
                for refused in ["identity", "gzip;q=0", "gzip;q=0, *", "br", ""] {
                    #expect(
                        try await Self.get(server, path, as: person, [("Accept-Encoding", refused)]).header(
                            "Content-Encoding") == nil, "\(refused)")
                }
            }
            // What is small stays as it is; a HEAD has the same headers as its GET.
            #expect(
                try await Self.get(server, "/api-info", as: nil, [("Accept-Encoding", "gzip")]).header(
                    "Content-Encoding") == nil)
            let head = try await Self.get(
                server, "/openapi.yaml", as: nil, method: .HEAD, [("Accept-Encoding", "gzip")])
            #expect(head.status == 200 && head.header("Content-Encoding") == "gzip" && head.body.isEmpty)
        }
    }

    @Test("A tag changes with every name that is shown")
    func aTagChangesWithEveryNameThatIsShown() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "\(Self.base)/action-plans/\(skara.planID)"
            // A party that nobody needs goes; another is renamed. Their versions together are what they were.
            let unused =
                try await server.post(
                    "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                    ["name": "Onödig", "kind": "municipality", "form": "unit"]
                ).json.id
            let before = try await server.get(path, as: .readerOfSkara)
            let used =
                before.json["priorityAreas"][0]["causes"][0]["measures"][0]["responsibilities"][0]["responsibleParty"][
                    "id"
                ].string ?? ""
            #expect(
                try await server.delete(
                    "\(Self.base)/responsible-parties/\(unused)", as: .coordinatorOfSkara, version: 1
                ).status == 204)
            let version = try await server.get("\(Self.base)/responsible-parties/\(used)", as: .readerOfSkara).json[
                "version"
            ].int
            #expect(
                try await server.patch(
                    "\(Self.base)/responsible-parties/\(used)", as: .coordinatorOfSkara, version: version,
                    ["name": "Nytt namn"]
                ).status == 200)
            let after = try await server.get(
                path, as: .readerOfSkara, headers: [("If-None-Match", before.header("ETag") ?? "")])
            #expect(after.status == 200 && after.text.contains("Nytt namn"))
        }
    }

    @Test("Times have six digits and health answers")
    func timesHaveSixDigitsAndHealthAnswers() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            try server.database.administrator().run([
                "alter table app.follow_up disable trigger user",
                "update app.follow_up set recorded_at = '2026-01-02 03:04:05+00'",
            ])
            let night = try await server.measure("Nattvandra")
            let list = try await server.get("\(Self.base)/measures/\(night.id)/follow-ups", as: .readerOfSkara).json[
                "items"]
            #expect(
                list[0]["recordedAt"].string == "2026-01-02T03:04:05.000000Z"
                    && list[0]["recordedBy"].string == "Exempel samordnare")
            try server.database.administrator().run([
                "update app.follow_up set recorded_at = '2026-01-02 03:04:05.12+00'"
            ])
            #expect(
                try await server.get("\(Self.base)/measures/\(night.id)/follow-ups", as: .readerOfSkara).json["items"][
                    0]["recordedAt"].string == "2026-01-02T03:04:05.120000Z")
            #expect(try await server.admin("/health").text == "ready\n")
        }
    }
}
