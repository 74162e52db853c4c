import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Reporting on measures, and correcting.
@Suite struct FollowUpTests {
    private func path(_ measure: String) -> String { "/municipalities/1495/measures/\(measure)/follow-ups" }

    @Test("A report is read back as it was written")
    func aReportIsReadBackAsItWasWritten() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            let before = try await server.get("/municipalities/1495/action-plans/\(skara.planID)", as: .readerOfSkara)
                .header("ETag")
            let answer = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara,
                """
                {"responsiblePartyId":"\(measure.party)","period":{"start":"2020-04-30","end":"2020-06-10"},"status":"ongoing","text":"Två kvällar, å ä ö 🌲",
                 "quantity":12.5,"unit":"kvällar","approximate":true}
                """)
            #expect(answer.status == 201)
            #expect(answer.header("Location") == answer.json["_links"]["self"]["href"].string)
            let read = try await server.get(
                self.path(measure.id) + "/\(try answer.json.id)", as: .coordinatorOfSkara
            ).json
            #expect(read == answer.json)
            #expect(read["period"]["start"].string == "2020-04-30" && read["period"]["end"].string == "2020-06-10")
            #expect(
                read["text"].string == "Två kvällar, å ä ö 🌲" && read["quantity"] == .number(12.5)
                    && read["approximate"] == .bool(true))
            #expect(read["recordedBy"].string == "Exempel coordinator")
            #expect(read["recordedAt"].string?.hasSuffix("Z") == true)
            let shown = try await server.get("/municipalities/1495/measures/\(measure.id)", as: .readerOfSkara).json
            #expect(shown["status"].string == "ongoing")
            #expect(shown["latestFollowUp"]["id"] == read["id"])
            // The plan's content is as it was, but its tag tells that something was reported.
            let plan = try await server.get("/municipalities/1495/action-plans/\(skara.planID)", as: .readerOfSkara)
            #expect(plan.json["version"].int == 2)
            #expect(plan.header("ETag") != before)
        }
    }

    @Test(
        "What is written is answered as it is read", arguments: [TestServer.Person.coordinatorOfSkara, .officerOfSkara])
    func whatIsWrittenIsAnsweredAsItIsRead(person: TestServer.Person) async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measure = try await server.measure("Riktade polis")
            var path = self.path(measure.id)
            func write(_ path: String, _ body: JSON) async throws -> JSON {
                let answer = try await server.post(path, as: person, body)
                #expect(answer.status == 201)
                let id = try answer.json.id
                #expect(try await server.get(self.path(measure.id) + "/\(id)", as: person).json == answer.json)
                return answer.json
            }
            let first = try await write(
                path, ["responsiblePartyId": "\(measure.party)", "period": ["start": "2020-05-01"], "status": "done"])
            path += "/\(try first.id)/correction"
            let second = try await write(path, ["period": ["start": "2020-05-02"], "status": "ongoing", "text": "Å"])
            #expect(second["_links"]["correction"]["href"].string != nil)
            let gone = try await write(
                self.path(measure.id) + "/\(try second.id)/withdrawal", ["reason": "Hör inte hit"])
            #expect(gone["status"] == .null && gone["_links"]["withdrawal"] == .null)
        }
    }

    @Test("A correction stands in the place of what it corrects")
    func aCorrectionStandsInThePlaceOfWhatItCorrects() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            let first =
                try await server.post(
                    self.path(measure.id), as: .coordinatorOfSkara,
                    [
                        "responsiblePartyId": "\(measure.party)", "period": ["start": "2020-05-01"], "status": "done",
                        "quantity": 9,
                    ]
                ).json.id
            let correction = try await server.post(
                self.path(measure.id) + "/\(first)/correction", as: .coordinatorOfSkara,
                ["period": ["start": "2020-04-01"], "status": "ongoing", "quantity": 8])
            #expect(correction.status == 201)
            #expect(correction.json["correctsId"].string == first)
            #expect(correction.json["responsibleParty"]["id"].string == measure.party)
            #expect(
                try await server.get(self.path(measure.id) + "/\(first)", as: .readerOfSkara).json["correctedById"]
                    == correction.json["id"])
            let shown = try await server.get("/municipalities/1495/measures/\(measure.id)", as: .readerOfSkara).json
            #expect(shown["status"].string == "ongoing")
            #expect(shown["latestFollowUp"]["id"] == correction.json["id"])
            let again = try await server.post(
                self.path(measure.id) + "/\(first)/correction", as: .coordinatorOfSkara,
                ["period": ["start": "2020-04-01"], "status": "done"])
            #expect(again.status == 409 && again.code == "followUpAlreadyCorrected")
            let party = try await server.post(
                self.path(measure.id) + "/\(try correction.json.id)/correction", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(measure.party)", "period": ["start": "2020-04-01"], "status": "done"])
            #expect(party.status == 422 && party.json["errors"][0]["code"].string == "unknownField")
        }
    }

    @Test("Fifty corrections at once make one")
    func fiftyCorrectionsAtOnceMakeOne() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            let first =
                try await server.post(
                    self.path(measure.id), as: .coordinatorOfSkara,
                    ["period": ["start": "2020-05-01"], "status": "done"]
                ).json.id
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...50 {
                    group.addTask {
                        try await server.post(
                            self.path(measure.id) + "/\(first)/correction", as: .coordinatorOfSkara,
                            ["period": ["start": "2020-05-01"], "status": "ongoing"]
                        ).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 201 } == 1)
            #expect(statuses.count { $0 == 409 } == 49)
        }
    }

    /// Reports of several at once: none is lost, and the status is that of all of them.
    @Test("A hundred reports at once are all counted")
    func aHundredReportsAtOnceAreAllCounted() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measures = try await server.get("/municipalities/1495/measures?limit=100", as: .readerOfSkara).json[
                "items"
            ].items
            let measure = try #require(measures.first { $0["responsibilities"].items.count == 4 })
            let parties = measure["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let answer = try await server.post(
                            self.path(try measure.id), as: .coordinatorOfSkara,
                            [
                                "responsiblePartyId": "\(parties[number % 4])", "period": ["start": "2020-05-01"],
                                "status": "done",
                            ]
                        )
                        #expect(answer.status == 201)
                    }
                }
                try await group.waitForAll()
            }
            let truth = try server.database.administrator().run([
                "select follow_up_count, status from app.measure_status", "select count(*) from app.follow_up",
            ])
            #expect(truth[0].first?.int(0) == 100 && truth[0].first?[1] == "done" && truth[1].first?.int(0) == 100)
        }
    }

    @Test("A measure is done only when every part is")
    func aMeasureIsDoneOnlyWhenEveryPartIs() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measures = try await server.get("/municipalities/1495/measures?limit=100", as: .readerOfSkara).json[
                "items"
            ].items
            let measure = try #require(measures.first { $0["responsibilities"].items.count == 3 })
            let id = try measure.id
            let parties = measure["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string }
            func report(_ party: String?, _ status: String, _ day: String = "2020-05-01") async throws -> String? {
                let subject = party.map { #""responsiblePartyId":"\#($0)","# } ?? ""
                _ = try await server.post(
                    self.path(id), as: .coordinatorOfSkara,
                    #"{\#(subject)"period":{"start":"\#(day)"},"status":"\#(status)","reason":"Därför"}"#)
                return try await server.get("/municipalities/1495/measures/\(id)", as: .readerOfSkara).json["status"]
                    .string
            }
            #expect(measure["status"].string == "noInformation")
            #expect(try await report(parties[0], "notStarted") == "notStarted")
            #expect(try await report(parties[0], "done", "2020-05-02") == "ongoing")
            #expect(try await report(parties[1], "done") == "ongoing")
            #expect(try await report(parties[2], "done") == "done")
            // An earlier day doesn't hide a later one.
            #expect(try await report(parties[2], "notStarted", "2020-01-01") == "done")
            #expect(try await report(parties[2], "notDone", "2020-06-01") == "partlyDone")
            // What the coordinator states for the whole counts before what is derived.
            #expect(try await report(nil, "cancelled", "2020-07-01") == "cancelled")
        }
    }

    @Test("What is wrong is told field by field")
    func whatIsWrongIsToldFieldByField() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            let other = try await server.measure("Riktade polis")
            for (body, pointer, code) in [
                (#"{"period":{"start":"2020-05-01"}}"#, "/status", "required"),
                (#"{"status":"done"}"#, "/period", "required"),
                (#"{"status":"finished","period":{"start":"2020-05-01"}}"#, "/status", "invalidFormat"),
                (#"{"status":1,"period":{"start":"2020-05-01"}}"#, "/status", "wrongType"),
                (#"{"status":"done","period":{"start":"2020-02-30"}}"#, "/period/start", "invalidFormat"),
                (
                    #"{"status":"done","period":{"start":"2020-05-02","end":"2020-05-01"}}"#, "/period/end",
                    "endBeforeStart"
                ),
                (#"{"status":"done","period":{"start":"2020-05-01","to":"2020-05-01"}}"#, "/period/to", "unknownField"),
                (#"{"status":"notDone","period":{"start":"2020-05-01"}}"#, "/reason", "required"),
                (#"{"status":"partlyDone","period":{"start":"2020-05-01"}}"#, "/reason", "required"),
                (#"{"status":"cancelled","period":{"start":"2020-05-01"},"reason":"  "}"#, "/reason", "invalidFormat"),
                (#"{"status":"done","period":{"start":"2020-05-01"},"quantity":-1}"#, "/quantity", "outOfRange"),
                (#"{"status":"done","period":{"start":"2020-05-01"},"quantity":"tolv"}"#, "/quantity", "wrongType"),
                (#"{"status":"done","period":{"start":"2020-05-01"},"quantity":1e300}"#, "/quantity", "invalidFormat"),
                (
                    #"{"status":"done","period":{"start":"2020-05-01"},"text":"Anna, 811228-9874"}"#, "/text",
                    "personalIdentityNumber"
                ),
                (#"{"status":"done","period":{"start":"2020-05-01"},"text":"\u0000"}"#, "/text", "invalidFormat"),
                (
                    #"{"status":"done","period":{"start":"2020-05-01"},"responsiblePartyId":"polisen"}"#,
                    "/responsiblePartyId", "invalidFormat"
                ),
                (
                    #"{"status":"done","period":{"start":"2020-05-01"},"responsiblePartyId":"\#(other.party)"}"#,
                    "/responsiblePartyId", "notFound"
                ),
            ] {
                let answer = try await server.post(self.path(measure.id), as: .coordinatorOfSkara, body)
                #expect(answer.status == 422 && answer.code == "invalidFields", "\(body): \(answer.text)")
                #expect(
                    answer.json["errors"].items.contains {
                        $0["pointer"].string == pointer && $0["code"].string == code
                    }, "\(body): \(answer.text)")
                #expect(!answer.text.contains("811228"))
            }
            let many = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara, ["status": 1, "x": 2, "y": 3])
            #expect(
                many.json["errors"].items.compactMap { $0["pointer"].string } == ["/period", "/status", "/x", "/y"])
            // Deep nesting, a name twice and marks without end are refused before they cost anything.
            let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
            for malformed in [
                #"{"a":[\#(deep),\#(deep)]}"#, #"{"status":"done","status":"ongoing"}"#, #"{"a":{"b":1,"b":2}}"#,
            ] {
                #expect(
                    try await server.post(self.path(measure.id), as: .coordinatorOfSkara, malformed).code
                        == "malformedJSON")
            }
            let marks = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara,
                [
                    "status": "done", "period": ["start": "2020-05-01"],
                    "text": "a\(String(repeating: "\u{301}", count: 5_000))",
                ]
            )
            #expect(marks.json["errors"][0]["code"].string == "tooLong")
            let invisible = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara,
                #"{"status":"done","period":{"start":"2020-05-01"},"text":"\#u{200B}"}"#)
            #expect(invisible.json["errors"][0]["code"].string == "invalidFormat")
            let long = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara,
                [
                    "status": "done", "period": ["start": "2020-05-01"],
                    "text": "\(String(repeating: "å", count: 4_001))",
                ])
            #expect(long.json["errors"][0]["code"].string == "tooLong")
            #expect(
                try await server.request(
                    .POST, self.path(measure.id), as: .coordinatorOfSkara, body: Array("status=done".utf8),
                    type: "application/x-www-form-urlencoded"
                ).status == 415)
            #expect(
                try await server.request(
                    .POST, self.path(measure.id), as: .coordinatorOfSkara, body: [0x7B, 0xFF, 0x7D]
                ).code == "malformedJSON")
            #expect(
                try await server.request(
                    .POST, self.path(measure.id), as: .coordinatorOfSkara,
                    body: [UInt8](repeating: 0x20, count: 1_048_577)
                ).status == 413)
            #expect(
                try server.database.administrator().run(["select count(*) from app.follow_up"])[0].first?.int(0) == 0)
        }
    }

    @Test("On a draft nothing is reported")
    func onADraftNothingIsReported() async throws {
        try await TestServer.run { server in
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let measure = try await server.measure("Nattvandra")
            let answer = try await server.post(
                self.path(measure.id), as: .coordinatorOfSkara, ["status": "done", "period": ["start": "2020-05-01"]])
            #expect(answer.status == 409 && answer.code == "planNotAdopted")
        }
    }

    @Test("Who may report")
    func whoMayReport() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let night = try await server.measure("Nattvandra")
            let police = try await server.measure("Riktade polis")
            func report(_ person: TestServer.Person, _ measure: (id: String, party: String)) async throws -> Int {
                try await server.post(
                    self.path(measure.id), as: person,
                    ["responsiblePartyId": "\(measure.party)", "status": "ongoing", "period": ["start": "2020-05-01"]]
                ).status
            }
            #expect(try await report(.coordinatorOfSkara, police) == 201)
            #expect(try await report(.contributorOfSkara, night) == 201)
            #expect(try await report(.contributorOfSkara, police) == 403)
            #expect(try await report(.readerOfSkara, night) == 403)
            #expect(try await report(.auditorOfSkara, night) == 403)
            #expect(try await report(.officerOfSkara, police) == 201)
            #expect(try await report(.officerOfSkara, night) == 403)
            #expect(try await report(.headOfDistrict, police) == 201)
            #expect(try await report(.headOfDistrict, night) == 403)
            #expect(try await report(.districtReader, police) == 403)
            #expect(try await report(.headOfOtherDistrict, police) == 404)
            #expect(try await report(.coordinatorOfLidkoping, police) == 404)
            // The district reads it, without the name of who recorded it.
            let seen = try await server.get(self.path(night.id), as: .districtReader).json["items"].items
            #expect(seen.count == 2)
            #expect(seen.allSatisfy { $0["recordedBy"] == .null })
        }
    }
}
