import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Nobody's edit is lost, and nothing is made twice.
@Suite struct ConcurrencyTests {
    private static let base = "/municipalities/1495"

    @Test("Two hundred editors make as many versions as edits that went through")
    func twoHundredEditorsMakeAsManyVersionsAsEditsThatWentThrough() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "\(Self.base)/action-plans/\(skara.planID)"
            let plan = try await server.get(path, as: .readerOfSkara).json
            let first = plan["version"].int ?? 0
            let area = try plan["priorityAreas"][0].id
            // Each editor reads and writes until it has got through twice, or has lost ten times.
            let outcomes = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for editor in 0..<200 {
                    group.addTask {
                        var (made, lost) = (0, 0)
                        while made < 2, lost < 10 {
                            let version = try await server.get(path, as: .readerOfSkara).json["version"].int
                            let answer =
                                switch editor % 3 {
                                case 0:
                                    try await server.patch(
                                        path, as: .coordinatorOfSkara, version: version,
                                        ["notes": "Redaktör \(editor)"])
                                case 1:
                                    try await server.patch(
                                        "\(path)/priority-areas/\(area)", as: .coordinatorOfSkara, version: version,
                                        ["description": "Redaktör \(editor)"])
                                default:
                                    try await server.request(
                                        .POST, "\(path)/causes", as: .coordinatorOfSkara,
                                        body: Array(#"{"areaId":"\#(area)","text":"Orsak \#(editor)"}"#.utf8),
                                        headers: [("If-Match", "\"\(version ?? 0)\"")])
                                }
                            switch answer.status {
                            case 200, 201: made += 1
                            case 412:
                                lost += 1
                                #expect(
                                    answer.code == "versionDiffers"
                                        && (answer.json["version"].int ?? 0) > (version ?? 0))
                            default: Issue.record("\(answer.status) \(answer.text)")
                            }
                        }
                        return (made, lost)
                    }
                }
                return try await group.reduce(into: (0, 0)) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
            }
            #expect(outcomes.0 > 0 && outcomes.1 > 0)
            #expect(try await server.get(path, as: .readerOfSkara).json["version"].int == first + outcomes.0)
        }
    }

    @Test("A thousand and a half requests with five hundred keys make five hundred rows")
    func aThousandAndAHalfRequestsWithFiveHundredKeysMakeFiveHundredRows() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let area = try await server.get(plan, as: .readerOfSkara).json["priorityAreas"][0].id
            let before = try server.database.administrator().run([
                "select (select count(*) from app.measure), (select count(*) from app.responsible_party)"
            ])[0].first
            try await withThrowingTaskGroup(of: (Int, String?).self) { group in
                for number in 0..<500 {
                    for _ in 0..<3 {
                        group.addTask {
                            let answer =
                                number % 2 == 0
                                ? try await server.post(
                                    "\(plan)/measures", as: .coordinatorOfSkara, key: "measure-\(number)",
                                    ["areaId": "\(area)", "text": "Åtgärd \(number)"])
                                : try await server.post(
                                    "\(Self.base)/responsible-parties", as: .coordinatorOfSkara, key: "party-\(number)",
                                    ["name": "Enhet \(number)", "kind": "municipality", "form": "unit"])
                            #expect(answer.status == 201, "\(answer.text)")
                            #expect(answer.header("Location")?.hasSuffix(answer.json["id"].string ?? "?") == true)
                            return (number, answer.json["id"].string)
                        }
                    }
                }
                var ids: [Int: Set<String>] = [:]
                for try await (number, id) in group { ids[number, default: []].insert(id ?? "") }
                #expect(ids.count == 500 && ids.values.allSatisfy { $0.count == 1 })
            }
            let after = try server.database.administrator().run([
                "select (select count(*) from app.measure), (select count(*) from app.responsible_party)"
            ])[0].first
            #expect(
                (after?.int(0) ?? 0) - (before?.int(0) ?? 0) == 250
                    && (after?.int(1) ?? 0) - (before?.int(1) ?? 0) == 250)
        }
    }

    @Test("A key stands for one request of one caller")
    func aKeyStandsForOneRequestOfOneCaller() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let parties = "\(Self.base)/responsible-parties"
            let body = #"{"name":"Fritidsgården","kind":"municipality","form":"unit"}"#
            let first = try await server.post(parties, as: .coordinatorOfSkara, key: "k", body)
            #expect(first.status == 201)
            let id = try first.json.id
            let other = try await server.post(
                parties, as: .coordinatorOfSkara, key: "k",
                ["name": "En annan", "kind": "municipality", "form": "unit"])
            #expect(other.status == 422 && other.code == "idempotencyKeyReused")
            // The answer is the resource as it is now.
            _ = try await server.patch(
                "\(parties)/\(id)", as: .coordinatorOfSkara, version: 1, ["name": "Fritidsgården Centrum"])
            let again = try await server.post(parties, as: .coordinatorOfSkara, key: "k", body)
            #expect(
                again.status == 201 && again.json["name"].string == "Fritidsgården Centrum"
                    && again.json["id"].string == id)
            // What failed has used no key.
            let wrong = try await server.post(
                parties, as: .coordinatorOfSkara, key: "later",
                ["name": "Fritidsgården Centrum", "kind": "municipality", "form": "unit"])
            #expect(wrong.status == 409 && wrong.code == "partyNameTaken")
            #expect(
                try await server.post(
                    parties, as: .coordinatorOfSkara, key: "later",
                    ["name": "Ungdomens hus", "kind": "municipality", "form": "unit"]
                ).status == 201)
            let measure = try await server.measure("Nattvandra")
            let missing = "\(Self.base)/measures/\(id)/follow-ups"
            #expect(
                try await server.post(
                    missing, as: .coordinatorOfSkara, key: "missing",
                    ["status": "ongoing", "period": ["start": "2020-05-01"]]
                ).status == 404)
            #expect(
                try server.database.administrator().run([
                    "select count(*) from access.idempotency_key where key = 'missing'"
                ])[0].first?.int(0) == 0)
            // Somebody else's key of the same text is another key.
            #expect(
                try await server.post(
                    "/municipalities/1494/responsible-parties", as: .coordinatorOfLidkoping, key: "k", body
                ).status == 201)
            for key in [String(repeating: "x", count: 256), "å"] {
                let answer = try await server.post(parties, as: .coordinatorOfSkara, key: key, body)
                #expect(answer.status == 400 && answer.code == "invalidParameter")
            }
            let followUps = "\(Self.base)/measures/\(measure.id)/follow-ups"
            for _ in 1...2 {
                #expect(
                    try await server.post(
                        followUps, as: .coordinatorOfSkara, key: "f",
                        ["status": "ongoing", "period": ["start": "2020-05-01"]]
                    ).status == 201)
            }
            #expect(try await server.get(followUps, as: .readerOfSkara).json["_meta"]["totalRecords"].int == 1)
        }
    }

    @Test("Changes need the version that they change")
    func changesNeedTheVersionThatTheyChange() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "\(Self.base)/action-plans/\(skara.planID)"
            let none = try await server.patch(path, as: .coordinatorOfSkara, version: nil, ["notes": "x"])
            #expect(none.status == 428 && none.code == "preconditionRequired")
            // A weak tag never matches, nor one of another version; what is no tag of ours says nothing of anybody's
            // change.
            for (tag, status) in [
                (#""99""#, 412), (#"W/"1""#, 412), (#""99999999999999999999""#, 412), (#""x""#, 400), ("99", 400),
                (#""""#, 400),
            ] {
                let answer = try await server.request(
                    .PATCH, path, as: .coordinatorOfSkara, body: Array(#"{"notes":"x"}"#.utf8),
                    headers: [("If-Match", tag)])
                #expect(
                    answer.status == status && answer.json["version"].int == (status == 412 ? 1 : nil),
                    "\(tag): \(answer.text)")
            }
            let read = try await server.get(path, as: .readerOfSkara)
            let whole = try await server.request(
                .PATCH, path, as: .coordinatorOfSkara, body: Array(#"{"notes":"x"}"#.utf8),
                headers: [("If-Match", read.header("ETag") ?? "")])
            #expect(whole.status == 200 && whole.json["version"].int == 2)
            #expect(
                try await server.request(
                    .PATCH, path, as: .coordinatorOfSkara, body: Array(#"{"notes":null}"#.utf8),
                    headers: [("If-Match", "*")]
                ).json["notes"] == .null)
            let text = try await server.request(
                .PATCH, path, as: .coordinatorOfSkara, body: Array("notes".utf8), type: "text/plain",
                headers: [("If-Match", "*")])
            #expect(text.status == 415)
            // Acts may name a version, too.
            let adoption = try await server.request(
                .POST, "\(path)/adoption", as: .coordinatorOfSkara, body: Array(#"{"adoptedBy":"x"}"#.utf8),
                headers: [("If-Match", #""2""#)])
            #expect(adoption.status == 412 && adoption.json["version"].int == 3)
        }
    }
}
