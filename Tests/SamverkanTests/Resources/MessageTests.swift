import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// What is said when something will not do: what it is, and what to do instead.
@Suite struct MessageTests {
    private static let base = "/municipalities/1495"

    @Test("A mistyped address is no hidden row")
    func aMistypedAddressIsNoHiddenRow() async throws {
        try await TestServer.run { server in
            let mistyped = try await server.get("\(Self.base)/measure", as: .readerOfSkara)
            #expect(mistyped.status == 404 && mistyped.code == "noSuchAddress")
            let hidden = try await server.get(
                "\(Self.base)/measures/01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11", as: .readerOfSkara)
            #expect(hidden.status == 404 && hidden.code == "notFound")
            #expect(try await server.get(Self.base, as: .coordinatorOfLidkoping).code == "notFound")
        }
    }

    @Test("A precondition is a tag or refused")
    func aPreconditionIsATagOrRefused() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            func patch(_ tag: String, _ body: String = #"{"notes":"x"}"#) async throws -> TestServer.Response {
                try await server.request(
                    .PATCH, plan, as: .coordinatorOfSkara, body: Array(body.utf8), headers: [("If-Match", tag)])
            }
            for nonsense in ["1", "nonsense", "\"abc\"", "\"1", "\"\"", "\"1\"x", "*, \"1\"", ""] {
                let answer = try await patch(nonsense)
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(nonsense): \(answer.text)")
            }
            for other in ["\"99\"", "\"1\", \"2\"", "W/\"1\""] {
                #expect(try await patch(other).status == 412, "\(other)")
            }
            let tag = try #require(try await server.get(plan, as: .coordinatorOfSkara).header("ETag"))
            #expect(try await patch(tag).json["version"].int == 2)
            #expect(try await patch("\"2.x\", \"2.y\"").json["version"].int == 3)
        }
    }

    @Test("An empty patch changes nothing")
    func anEmptyPatchChangesNothing() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let plan = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).json
            let party =
                try await server.get("\(Self.base)/responsible-parties", as: .readerOfSkara).json["items"][0]["id"]
                .string ?? ""
            let measure = try await server.measure("Nattvandra").id
            for (path, version) in [
                (Self.base, 1), ("\(Self.base)/action-plans/\(skara.planID)", 1),
                ("\(Self.base)/agreements/\(skara.agreementID)", 1),
                ("\(Self.base)/situational-pictures/\(skara.pictureID)", 1),
                ("\(Self.base)/responsible-parties/\(party)", 1),
                (
                    "\(Self.base)/action-plans/\(skara.planID)/priority-areas/\(try plan["priorityAreas"][0].id)",
                    1
                ), ("\(Self.base)/measures/\(measure)", 1),
            ] {
                let before = try await server.get(path, as: .coordinatorOfSkara).header("ETag")
                let answer = try await server.patch(path, as: .coordinatorOfSkara, version: version, "{}")
                #expect(answer.status == 200 && answer.header("ETag") == before, "\(path): \(answer.text)")
                #expect(
                    try await server.patch(path, as: .coordinatorOfSkara, version: 7, "{}").status == 412, "\(path)")
                #expect(
                    try await server.patch(path, as: .readerOfSkara, version: version, "{}").status == 403, "\(path)")
            }
        }
    }

    @Test("Who reports for nobody is told for whom")
    func whoReportsForNobodyIsToldForWhom() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let night = try await server.measure("Nattvandra")
            let path = "\(Self.base)/measures/\(night.id)/follow-ups"
            let body = #"{"period":{"start":"2020-11-01"},"status":"ongoing"}"#
            let alone = try await server.post(path, as: .contributorOfSkara, body)
            #expect(
                alone.status == 422 && alone.json["errors"][0]["pointer"].string == "/responsiblePartyId"
                    && alone.json["errors"][0]["code"].string == "required")
            #expect(
                alone.json["errors"][0]["detail"].string?.contains(night.party) == true
                    && alone.text.contains("Kultur-"))
            let line = try await server.post(
                "\(Self.base)/follow-ups", as: .contributorOfSkara,
                #"{"followUps":[{"measureId":"\#(night.id)",\#(body.dropFirst())]}"#)
            #expect(
                line.status == 422 && line.json["errors"][0]["pointer"].string == "/followUps/0/responsiblePartyId",
                "\(line.text)")
            // A coordinator speaks for the measure; a reader and an outsider are told nothing.
            #expect(try await server.post(path, as: .readerOfSkara, body).status == 403)
            #expect(try await server.post(path, as: .coordinatorOfLidkoping, body).status == 404)
            #expect(try await server.post(path, as: .coordinatorOfSkara, body).status == 201)
        }
    }

    @Test("A whole plan says what it leaves out")
    func aWholePlanSaysWhatItLeavesOut() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            let id = try draft.id
            let answer = try await server.put(
                "\(Self.base)/action-plans/\(id)", as: .coordinatorOfSkara, version: 1,
                [
                    "agreementId": "\(skara.agreementID)", "year": 2021,
                    "period": ["start": "2021-01-01", "end": "2021-12-31"], "priorityAreas": [],
                ]
            )
            #expect(
                answer.status == 409 && answer.code == "measureDropNeedsReason"
                    && answer.json["errors"].items.count == 11, "\(answer.text)")
            #expect(
                answer.json["errors"].items.allSatisfy { $0["pointer"].string == "/droppedMeasures" }
                    && answer.text.contains("Nattvandra"))
            #expect(
                try await server.get("\(Self.base)/action-plans/\(id)", as: .coordinatorOfSkara).json["version"].int
                    == 1)
        }
    }

    @Test("An act that needs no body needs no type")
    func anActThatNeedsNoBodyNeedsNoType() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            try server.establish()
            for path in [
                "situational-pictures/\(skara.pictureID)/revisions", "agreements/\(skara.agreementID)/prolongations",
                "action-plans/\(skara.planID)/closing",
            ] {
                let answer = try await server.request(.POST, "\(Self.base)/\(path)", as: .coordinatorOfSkara)
                #expect([200, 201].contains(answer.status), "\(path): \(answer.text)")
            }
            #expect(
                try await server.request(
                    .POST, "\(Self.base)/action-plans/\(skara.planID)/closing", as: .coordinatorOfSkara,
                    body: Array("{}".utf8), type: "text/plain"
                ).status == 415)
        }
    }

    @Test("An import that is refused says so in Swedish")
    func anImportThatIsRefusedSaysSoInSwedish() async throws {
        try await TestServer.run { server in
            let empty = try await server.post("\(Self.base)/imports", as: .coordinatorOfSkara, document: "   ")
            #expect(empty.code == "documentEmpty" && empty.json["detail"].string == "Dokumentet är tomt.")
            let first = try await server.post(
                "\(Self.base)/imports", as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            #expect(!first.text.contains("importedBefore"))
            let again = try await server.post(
                "\(Self.base)/imports", as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            #expect(
                again.json["warnings"][0]["code"].string == "importedBefore"
                    && again.json["warnings"][0]["text"].string?.hasPrefix("Samma fil importerades redan den 20")
                        == true
            )
            let confirmed = try await server.post(
                "\(Self.base)/imports/\(try again.json.id)/confirmation", as: .coordinatorOfSkara,
                ["placements": [["line": 73, "area": 2]]])
            #expect(
                confirmed.json["warnings"].items.filter { $0["code"].string == "causeNotPlaced" }.compactMap {
                    $0["line"].int
                } == [76, 77], "\(confirmed.text.suffix(900))")
        }
    }
}
