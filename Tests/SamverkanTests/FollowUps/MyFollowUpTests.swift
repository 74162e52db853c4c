import Postgres
import Samverkan
import TestSupport
import Testing

/// A person with several municipalities reports for all of them in one call.
@Suite struct MyFollowUpTests {
    private static let codes = ["1495", "1494", "1471"]

    /// The demo, each plan with a round of its first day that is being answered; the officer of Skara is one of all three.
    private func scene(_ body: @Sendable (TestServer, [JSON]) async throws -> Void) async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let officer = try TestServer.Person.officerOfSkara.caller
            for code in Self.codes.dropFirst() {
                try server.database.administrator().run([
                    """
                    insert into access.caller_grant (issuer, subject, role, municipality_code)
                    values (\(officer.issuer), \(officer.subject), 'municipalOfficer', \(code))
                    """
                ])
            }
            let coordinators: [TestServer.Person] = [
                .coordinatorOfSkara, .coordinatorOfLidkoping, .coordinatorOfGotene,
            ]
            for (code, coordinator) in zip(Self.codes, coordinators) {
                let base = "/municipalities/\(code)"
                let plan = try await server.get("\(base)/action-plans", as: coordinator).json["items"][0]
                let day = plan["period"]["start"]
                let made = try await server.post(
                    "\(base)/reporting-rounds", as: coordinator,
                    [
                        "planId": plan["id"], "name": "Första dagen", "period": ["start": day, "end": day],
                        "answers": ["from": day, "until": day],
                    ])
                #expect(made.status == 201, "\(made.text)")
            }
            let waiting = try await server.get("/me/measures?limit=100", as: .officerOfSkara).json["items"].items
            try await body(
                server,
                try Self.codes.map { code in try #require(waiting.first { $0["municipalityCode"].string == code }) })
        }
    }

    private static func line(_ waiting: JSON, _ more: [String: JSON] = [:]) -> JSON {
        var line: [String: JSON] = [
            "municipalityCode": waiting["municipalityCode"], "measureId": waiting["measureId"],
            "responsiblePartyId": waiting["responsibleParty"]["id"], "status": "partlyDone", "reason": "Få timmar.",
            "reportingRoundId": waiting["reportingRound"]["id"], "period": waiting["reportingRound"]["period"],
        ]
        line.merge(more) { $1 }
        return .object(line)
    }

    private static func count(_ server: TestServer) throws -> Int? {
        try server.database.administrator().run(["select count(*) from app.follow_up"])[0].first?.int(0)
    }

    @Test("An officer with three municipalities answers three rounds in one call")
    func anOfficerWithThreeMunicipalitiesAnswersThreeRounds() async throws {
        try await self.scene { server, waiting in
            let before = try Self.count(server) ?? 0
            let body: JSON = ["followUps": .array(waiting.map { Self.line($0) })]
            let answer = try await server.post("/me/follow-ups", as: .officerOfSkara, key: "tre", body)
            #expect(answer.status == 200 && answer.json["recorded"].int == 3, "\(answer.text)")
            let results = answer.json["results"].items
            #expect(results.map { $0["outcome"].string } == ["recorded", "recorded", "recorded"])
            #expect(results.allSatisfy { $0["followUp"]["reportingRound"]["name"].string == "Första dagen" })
            for result in results {
                let path = result["followUp"]["_links"]["self"]["href"].string?.split(separator: "/v1").last.map(
                    String.init)
                #expect(try await server.get(try #require(path), as: .officerOfSkara).status == 200)
            }
            #expect(try Self.count(server) == before + 3)
            // What was asked is answered; sent again, nothing is recorded twice.
            let left = try await server.get("/me/measures?limit=100", as: .officerOfSkara).json["items"].items
            #expect(!left.contains { item in waiting.contains { $0["measureId"] == item["measureId"] } })
            let again = try await server.post("/me/follow-ups", as: .officerOfSkara, key: "tre", body)
            #expect(again.json["results"].items.map { $0["followUp"]["id"] } == results.map { $0["followUp"]["id"] })
            #expect(try Self.count(server) == before + 3)
        }
    }

    @Test("A line that is wrong stops its own municipality only, and says which")
    func aLineThatIsWrongStopsItsOwnMunicipalityOnly() async throws {
        try await self.scene { server, waiting in
            let before = try Self.count(server) ?? 0
            // Lidköping has one line that will do and one of another round's days; Götene one without its reason.
            let other: JSON = ["start": "\(Scene.year)-01-02", "end": "\(Scene.year)-01-02"]
            let lines = [
                Self.line(waiting[1]), Self.line(waiting[0]), Self.line(waiting[1], ["period": other]),
                Self.line(waiting[2], ["reason": .null]),
            ]
            let answer = try await server.post(
                "/me/follow-ups", as: .officerOfSkara, key: "fel", ["followUps": .array(lines)])
            let results = answer.json["results"].items
            #expect(
                results.map { $0["outcome"].string } == ["heldBack", "recorded", "refused", "refused"], "\(answer.text)"
            )
            #expect(
                [answer.json["recorded"].int, answer.json["refused"].int, answer.json["heldBack"].int] == [1, 2, 1])
            #expect(results[2]["errors"][0]["pointer"].string == "/followUps/2/period")
            #expect(results[2]["errors"][0]["code"].string == "outsideRoundPeriod")
            #expect(results[3]["errors"][0]["pointer"].string == "/followUps/3/reason")
            #expect(results[3]["code"].string == "invalidFields" && results[0]["followUp"] == .null)
            #expect(try Self.count(server) == before + 1)
            // Mended and sent again with the same key, only what wasn't recorded is.
            let mended = [lines[0], lines[1], Self.line(waiting[2])]
            let again = try await server.post(
                "/me/follow-ups", as: .officerOfSkara, key: "fel", ["followUps": .array(mended)])
            #expect(again.json["recorded"].int == 3, "\(again.text)")
            #expect(again.json["results"][1]["followUp"]["id"] == results[1]["followUp"]["id"])
            #expect(try Self.count(server) == before + 3)
        }
    }

    @Test("Nobody reports for others, or where they have no grant")
    func nobodyReportsForOthers() async throws {
        try await self.scene { server, waiting in
            let before = try Self.count(server)
            let park = try await server.measure("Nattvandra")
            let day: JSON = ["start": "2020-05-01"]
            // A municipal unit's part is not the police's.
            let foreign = try await server.post(
                "/me/follow-ups", as: .officerOfSkara,
                [
                    "followUps": [
                        [
                            "municipalityCode": "1495", "measureId": .string(park.id),
                            "responsiblePartyId": .string(park.party), "status": "ongoing", "period": day,
                        ]
                    ]
                ])
            let result = foreign.json["results"][0]
            #expect(
                result["outcome"].string == "refused" && result["errors"][0]["code"].string == "notReportedFor",
                "\(foreign.text)")
            for (person, code) in [
                (TestServer.Person.readerOfSkara, "forbidden"), (.coordinatorOfLidkoping, "notFound"),
                (.headOfOtherDistrict, "invalidFields"), (.operator, "forbidden"),
            ] {
                let answer = try await server.post(
                    "/me/follow-ups", as: person, ["followUps": [Self.line(waiting[0])]])
                let refusal = answer.json["results"][0]
                #expect(
                    answer.status == 200 && refusal["outcome"].string == "refused"
                        && [code, "notFound"].contains(refusal["code"].string ?? ""), "\(person): \(answer.text)")
            }
            #expect(try Self.count(server) == before)
        }
    }

    @Test("A body that is none is refused as a whole")
    func aBodyThatIsNoneIsRefused() async throws {
        try await self.scene { server, waiting in
            for body in ["{}", #"{"followUps":[]}"#, #"{"followUps":{}}"#, #"{"followUps":[],"x":1}"#] {
                let answer = try await server.post("/me/follow-ups", as: .officerOfSkara, body)
                #expect(answer.status == 422 && answer.code == "invalidFields", "\(body): \(answer.text)")
            }
            let nowhere = try await server.post(
                "/me/follow-ups", as: .officerOfSkara,
                [
                    "followUps": [
                        1, ["municipalityCode": "9999"], ["municipalityCode": "x"], Self.line(waiting[0], ["x": 1]),
                    ]
                ])
            #expect(nowhere.status == 200 && nowhere.json["refused"].int == 4, "\(nowhere.text)")
            #expect(nowhere.json["results"][0]["municipalityCode"] == .null)
            let badKey = try await server.post(
                "/me/follow-ups", as: .officerOfSkara, key: "å", ["followUps": [Self.line(waiting[0])]])
            #expect(badKey.status == 400 && badKey.code == "invalidParameter")
            let many = (1...21).map { JSON.object(["municipalityCode": .string("\(1000 + $0)")]) }
            let tooMany = try await server.post("/me/follow-ups", as: .officerOfSkara, ["followUps": .array(many)])
            #expect(tooMany.status == 422 && tooMany.json["errors"][0]["code"].string == "tooLong")
            // Large bodies are taken in, too.
            let long = Self.line(waiting[0], ["text": .string(String(repeating: "Lång text. ", count: 300))])
            let large = try await server.post(
                "/me/follow-ups", as: .officerOfSkara, ["followUps": .array(Array(repeating: long, count: 5))])
            #expect(large.status == 200 && large.json["recorded"].int == 5, "\(large.text.prefix(300))")
        }
    }
}
