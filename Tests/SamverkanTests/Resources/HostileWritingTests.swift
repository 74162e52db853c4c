import Foundation
import NIOHTTP1
import TestSupport
import Testing

/// What clients send that nobody meant: other encodings, twins of names, names in bytes, many at once.
@Suite struct HostileWritingTests {
    private static let base = "/municipalities/1495"

    @Test("A body is UTF 8 and names are written plainly")
    func aBodyIsUTF8AndNamesAreWrittenPlainly() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "\(Self.base)/action-plans/\(skara.planID)"
            func patch(_ body: [UInt8]) async throws -> TestServer.Response {
                try await server.request(
                    .PATCH, path, as: .coordinatorOfSkara, body: body, headers: [("If-Match", "*")])
            }
            let nested =
                "{\"a\":\"\u{2200}\",\"b\":\(String(repeating: "[", count: 200))\(String(repeating: "]", count: 200))}"
            for encoding in [String.Encoding.utf16LittleEndian, .utf16, .utf32] {
                let answer = try await patch(Array(try #require(nested.data(using: encoding))))
                #expect(answer.status == 400 && answer.code == "malformedJSON", "\(encoding): \(answer.text)")
                #expect(
                    try await patch(Array(try #require(#"{"notes":"x"}"#.data(using: encoding)))).code
                        == "malformedJSON")
            }
            for body in [#"{"notes":"a","n\u006ftes":"b"}"#, #"{"n\u006Ftes":"a","\u006eotes":"b"}"#] {
                #expect(try await patch(Array(body.utf8)).code == "malformedJSON")
            }
            #expect(
                try await patch(Array(#"{"n\u006ftes":"b","prepared\u0042y":"c"}"#.utf8)).json["preparedBy"].string
                    == "c")
            for tag in ["*foo", #""2"x"#] {
                let answer = try await server.request(
                    .PATCH, path, as: .coordinatorOfSkara, body: Array(#"{"notes":"x"}"#.utf8),
                    headers: [("If-Match", tag)])
                #expect(answer.status == 400 && answer.code == "invalidParameter")
            }
            // File names are held to the same rules as texts, counted alike.
            for name in [String(repeating: "e%CC%81", count: 150), "%01.pdf", "%E2%80%AE.pdf", "%20", "a%09b.pdf"] {
                let answer = try await server.request(
                    .POST, "\(path)/attachments?fileName=\(name)", as: .coordinatorOfSkara,
                    body: Array("%PDF-1.7".utf8), type: "application/pdf")
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(name.prefix(20)): \(answer.text)")
            }
        }
    }

    @Test("Many promises at once come one after the other")
    func manyPromisesAtOnceComeOneAfterTheOther() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...20 {
                    group.addTask {
                        try await server.post(
                            "\(Self.base)/promises", as: .coordinatorOfSkara,
                            ["agreementId": "\(skara.agreementID)", "promisor": "joint", "text": "Löfte \(number)"]
                        ).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 201, count: 20))
            #expect(
                try await server.get("\(Self.base)/promises?limit=100", as: .readerOfSkara).json["_meta"][
                    "totalRecords"
                ].int == 20)
        }
    }

    @Test("Five hundred lines of one measure are one report")
    func fiveHundredLinesOfOneMeasureAreOneReport() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let night = try await server.measure("Nattvandra")
            let line =
                #"{"measureId":"\#(night.id)","responsiblePartyId":"\#(night.party)","period":{"start":"2020-05-01"},"status":"ongoing","quantity":1,"unit":"kvällar"}"#
            let made = try await server.post(
                "\(Self.base)/follow-ups", as: .coordinatorOfSkara,
                "{\"followUps\":[\(Array(repeating: line, count: 500).joined(separator: ","))]}")
            #expect(made.status == 201 && made.json["followUps"].items.count == 500, "\(made.text.prefix(300))")
            let measure = try await server.get("\(Self.base)/measures/\(night.id)", as: .readerOfSkara)
            #expect(measure.json["reportedQuantities"][0]["quantity"].int == 500, "\(measure.status) \(measure.text)")
            let more = try await server.post(
                "\(Self.base)/follow-ups", as: .coordinatorOfSkara,
                "{\"followUps\":[\(Array(repeating: line, count: 501).joined(separator: ","))]}")
            #expect(more.status == 422 && more.json["errors"][0]["code"].string == "tooLong")
        }
    }

    @Test("Names stay as they were adopted and a tag tells of another contact")
    func namesStayAsTheyWereAdoptedAndATagTellsOfAnotherContact() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let night = try await server.measure("Nattvandra")
            let party = "\(Self.base)/responsible-parties/\(night.party)"
            let version = try await server.get(party, as: .readerOfSkara).json["version"].int
            for body in [#"{"name":"Omdöpt"}"#, #"{"kind":"police"}"#, #"{"form":"role"}"#] {
                let answer = try await server.patch(party, as: .coordinatorOfSkara, version: version, body)
                #expect(answer.status == 409 && answer.code == "partyInUse", "\(answer.text)")
            }
            let tag = try await server.get(plan, as: .readerOfSkara).header("ETag") ?? ""
            let contact = try await server.get(party, as: .readerOfSkara).json["contacts"][0].id
            #expect(
                try await server.patch(
                    "\(party)/contacts/\(contact)", as: .coordinatorOfSkara, version: version,
                    ["name": "Ny Exempelsson"]
                ).status == 200)
            // What is adopted stays as it was, and so does its tag; a draft shows the new name under another.
            #expect(try await server.get(plan, as: .readerOfSkara, headers: [("If-None-Match", tag)]).status == 304)
            let draft =
                try await server.post(
                    "\(plan)/revisions", as: .coordinatorOfSkara,
                    ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
                ).json.id
            let path = "\(Self.base)/action-plans/\(draft)"
            let before = try await server.get(path, as: .readerOfSkara)
            let now = try await server.get(party, as: .readerOfSkara).json["version"].int
            #expect(
                try await server.patch(
                    "\(party)/contacts/\(contact)", as: .coordinatorOfSkara, version: now,
                    ["name": "Annan Exempelsson"]
                ).status == 200)
            let fresh = try await server.get(
                path, as: .readerOfSkara, headers: [("If-None-Match", before.header("ETag") ?? "")])
            #expect(
                before.text.contains("Ny Exempelsson") && fresh.status == 200
                    && fresh.text.contains("Annan Exempelsson") && fresh.json["version"] == before.json["version"])
        }
    }

    @Test("Acts of the future and of long ago are refused")
    func actsOfTheFutureAndOfLongAgoAreRefused() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            for day in ["2999-01-01", "1989-12-31"] {
                let adoption = try await server.post(
                    "\(Self.base)/action-plans/\(skara.planID)/adoption", as: .coordinatorOfSkara,
                    ["adoptedBy": "x", "adoptedOn": "\(day)"])
                #expect(adoption.status == 422 && adoption.json["errors"][0]["pointer"].string == "/adoptedOn")
                let establishment = try await server.post(
                    "\(Self.base)/situational-pictures/\(skara.pictureID)/establishment", as: .coordinatorOfSkara,
                    ["establishedBy": "x", "establishedOn": "\(day)"])
                #expect(
                    establishment.status == 422 && establishment.json["errors"][0]["pointer"].string == "/establishedOn"
                )
            }
            // A measure that is patched with its own area stays under its cause.
            let plan = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).json
            let (area, cause) = (plan["priorityAreas"][0], plan["priorityAreas"][0]["causes"][0])
            let measure = try cause["measures"][0].id
            let same = try await server.patch(
                "\(Self.base)/measures/\(measure)", as: .coordinatorOfSkara, version: 1,
                ["areaId": area["id"], "text": "Ny text"])
            #expect(same.status == 200 && same.json["causeId"] == cause["id"], "\(same.text)")
            let both = try await server.put(
                "\(Self.base)/action-plans/\(skara.planID)", as: .coordinatorOfSkara, version: 2,
                [
                    "agreementId": "\(skara.agreementID)", "year": 2020,
                    "period": ["start": "2020-01-01", "end": "2020-12-31"],
                    "priorityAreas": [["title": "x", "measures": [["id": "\(measure)", "text": "y"]]]],
                    "droppedMeasures": [["id": "\(measure)", "reason": "z"]],
                ]
            )
            #expect(
                both.status == 422 && both.json["errors"][0]["pointer"].string == "/droppedMeasures/0/id"
                    && both.json["errors"][0]["code"].string == "duplicate")
            let unknown = try await server.put(
                "\(Self.base)/action-plans/\(skara.planID)", as: .coordinatorOfSkara, version: 2,
                [
                    "agreementId": "\(skara.agreementID)", "year": 2020,
                    "period": ["start": "2020-01-01", "end": "2020-12-31"],
                    "priorityAreas": [
                        [
                            "title": "x",
                            "measures": [
                                ["text": "y", "responsibilities": [["responsibleParty": ["id": "\(measure)"]]]]
                            ],
                        ]
                    ],
                ]
            )
            #expect(
                unknown.status == 422 && unknown.json["errors"][0]["pointer"].string == "/priorityAreas"
                    && unknown.json["errors"][0]["code"].string == "notFound", "\(unknown.text)")
        }
    }
}
