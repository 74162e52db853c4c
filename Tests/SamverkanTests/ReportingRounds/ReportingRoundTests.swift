import Postgres
import TestSupport
import Testing

/// Rounds in which units report: they decide what waits, and tell who has answered.
@Suite struct ReportingRoundTests {
    private static let base = "/municipalities/1495"

    /// A plan of 2020 with two measures of the park unit, one of them in spring, and one of the police.
    private struct Plan {
        let path: String
        let id: String
        let year: String
        let spring: String
        let patrol: String
        let park: String
        let police: String
    }

    private static func planned(_ server: TestServer) async throws -> Plan {
        let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        try server.establish()
        func made(_ path: String, _ body: JSON) async throws -> String {
            let answer = try await server.post("\(base)/\(path)", as: .coordinatorOfSkara, body)
            #expect(answer.status == 201, "\(answer.text)")
            return try answer.json.id
        }
        let plan = try await made(
            "action-plans",
            [
                "agreementId": .string(skara.agreementID), "year": 2022,
                "period": ["start": "2022-01-01", "end": "2022-12-31"],
            ])
        let park = try await made(
            "responsible-parties", ["name": "Parkenheten", "kind": "municipality", "form": "unit"])
        let police = try await made(
            "responsible-parties", ["name": "Områdespolisen", "kind": "police", "form": "unit"])
        let area = try await made("action-plans/\(plan)/priority-areas", ["title": "Trygga parker"])
        func measure(_ text: String, _ party: String, _ days: [String: JSON] = [:]) async throws -> String {
            var body: [String: JSON] = [
                "areaId": .string(area), "text": .string(text),
                "responsibilities": [["responsiblePartyId": .string(party), "lead": true]],
            ]
            body.merge(days) { $1 }
            return try await made("action-plans/\(plan)/measures", .object(body))
        }
        let year = try await measure("Beskära buskar", park)
        let spring = try await measure("Vårstäda", park, ["startsOn": "2022-03-01", "endsOn": "2022-04-30"])
        let patrol = try await measure("Fotpatrullera", police)
        let adopted = try await server.post(
            "\(base)/action-plans/\(plan)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
        #expect(adopted.status == 200, "\(adopted.text)")
        return Plan(
            path: "\(base)/action-plans/\(plan)", id: plan, year: year, spring: spring, patrol: patrol, park: park,
            police: police)
    }

    private static func tertials(_ server: TestServer, _ plan: Plan) async throws -> [JSON] {
        let made = try await server.post(
            "\(plan.path)/reporting-round-series", as: .coordinatorOfSkara, ["pattern": "tertial"])
        #expect(made.status == 201, "\(made.text)")
        return made.json["reportingRounds"].items
    }

    private static func waiting(_ server: TestServer, _ day: String, as person: TestServer.Person = .coordinatorOfSkara)
        async throws -> [String]
    {
        try await server.get("/me/measures?municipality=1495&limit=100&asOf=\(day)", as: person).json["items"].items
            .filter { $0["year"].int == 2022 }
            .map { "\($0["text"].string ?? "") \($0["reportingRound"]["name"].string ?? "-")" }
    }

    private static func report(
        _ server: TestServer, _ measure: String, _ party: String, _ start: String, _ end: String, _ status: String,
        round: JSON = .null
    ) async throws -> TestServer.Response {
        try await server.post(
            "\(base)/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
            [
                "responsiblePartyId": .string(party), "period": ["start": .string(start), "end": .string(end)],
                "status": .string(status), "reportingRoundId": round,
            ])
    }

    @Test("Patterns divide the plan, and the year's end is answered in January and February")
    func patternsDivideThePlan() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            let rounds = try await Self.tertials(server, plan)
            #expect(rounds.map { $0["name"].string } == ["Tertial 1", "Tertial 2", "Tertial 3"])
            #expect(rounds[0]["period"] == ["start": "2022-01-01", "end": "2022-04-30"])
            #expect(rounds[0]["answers"] == ["from": "2022-05-01", "until": "2022-05-31"])
            #expect(rounds[2]["answers"] == ["from": "2023-01-01", "until": "2023-02-28"])
            let again = try await server.post(
                "\(plan.path)/reporting-round-series", as: .coordinatorOfSkara, ["pattern": "halfYear"])
            #expect(again.status == 409 && again.code == "reportingRoundsOverlap", "\(again.text)")
            #expect(
                try await server.get("\(Self.base)/reporting-rounds?plan=\(plan.id)", as: .headOfDistrict).json[
                    "_meta"][
                        "totalRecords"
                    ].int == 3)
            for body in ["{}", #"{"pattern":"quarter","proposalId":"\#(plan.id)"}"#, #"{"pattern":"month"}"#] {
                let answer = try await server.post("\(plan.path)/reporting-round-series", as: .coordinatorOfSkara, body)
                #expect(answer.status == 422, "\(body): \(answer.text)")
            }
        }
    }

    @Test("Rounds lie within their plan and don't overlap")
    func roundsLieWithinTheirPlan() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            func round(_ start: String, _ end: String, from: String = "2022-05-01", until: String = "2022-05-31")
                -> JSON
            {
                [
                    "planId": .string(plan.id), "name": "Vår",
                    "period": ["start": .string(start), "end": .string(end)],
                    "answers": ["from": .string(from), "until": .string(until)],
                ]
            }
            let rounds = "\(Self.base)/reporting-rounds"
            for (body, code, pointer) in [
                (round("2021-12-31", "2022-04-30"), "reportingRoundOutsidePlan", "/period"),
                (round("2022-01-01", "2023-01-01"), "reportingRoundOutsidePlan", "/period"),
                (round("2022-04-30", "2022-01-01"), "invalidFields", "/period/end"),
                (round("2022-01-01", "2022-04-30", until: "2022-04-01"), "invalidFields", "/answers/until"),
                (round("2022-01-01", "2022-04-30", from: "2021-12-01"), "invalidFields", "/answers/from"),
            ] {
                let answer = try await server.post(rounds, as: .coordinatorOfSkara, body)
                #expect(answer.status == 422 && answer.code == code, "\(answer.text)")
                #expect(answer.json["errors"][0]["pointer"].string == pointer, "\(answer.text)")
            }
            guard case .object(var nowhere) = round("2022-01-01", "2022-04-30") else { return }
            nowhere["planId"] = "01914c5e-7a00-7000-8000-000000000001"
            let unknown = try await server.post(rounds, as: .coordinatorOfSkara, .object(nowhere))
            #expect(
                unknown.status == 422 && unknown.json["errors"][0]["pointer"].string == "/planId", "\(unknown.text)")
            let made = try await server.post(rounds, as: .coordinatorOfSkara, round("2022-01-01", "2022-04-30"))
            #expect(made.status == 201, "\(made.text)")
            let overlapping = try await server.post(rounds, as: .coordinatorOfSkara, round("2022-04-30", "2022-08-31"))
            #expect(overlapping.status == 409 && overlapping.code == "reportingRoundsOverlap")
            let one = "\(rounds)/\(try made.json.id)"
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .officerOfSkara, .headOfDistrict] {
                #expect(try await server.patch(one, as: person, version: 1, ["name": "x"]).status == 403, "\(person)")
                #expect(try await server.post(rounds, as: person, round("2022-09-01", "2022-12-31")).status == 403)
            }
            let moved = try await server.patch(
                one, as: .coordinatorOfSkara, version: 1, ["answers": ["from": "2022-05-01", "until": "2022-06-15"]])
            #expect(moved.status == 200 && moved.json["version"].int == 2, "\(moved.text)")
            let other = try await server.post(rounds, as: .coordinatorOfSkara, round("2022-05-01", "2022-06-30"))
            let removed = try await server.delete(
                "\(rounds)/\(try other.json.id)", as: .coordinatorOfSkara, version: 1)
            #expect(removed.status == 204, "\(removed.text)")
            _ = try await server.post("\(plan.path)/closing", as: .coordinatorOfSkara, "{}")
            let closed = try await server.delete(one, as: .coordinatorOfSkara, version: 2)
            #expect(closed.status == 409 && closed.code == "documentLocked" && closed.json["state"].string == "closed")
        }
    }

    @Test("A draft's period doesn't leave its rounds outside")
    func aDraftsPeriodDoesntLeaveItsRoundsOutside() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            _ = try await Self.tertials(server, plan)
            let next = try await server.post(
                "\(plan.path)/revisions", as: .coordinatorOfSkara,
                ["year": 2023, "period": ["start": "2023-01-01", "end": "2023-12-31"]]
            ).json
            let rounds = try await server.get(
                "\(Self.base)/reporting-rounds?plan=\(try next.id)", as: .coordinatorOfSkara
            ).json["items"].items
            // Rounds move with the year.
            #expect(rounds.map { $0["period"]["start"].string } == ["2023-01-01", "2023-05-01", "2023-09-01"])
            #expect(rounds.last?["answers"]["until"].string == "2024-02-28")
            let shorter = try await server.patch(
                "\(Self.base)/action-plans/\(try next.id)", as: .coordinatorOfSkara, version: next["version"].int,
                ["period": ["start": "2023-01-01", "end": "2023-11-30"]])
            #expect(shorter.status == 422 && shorter.code == "reportingRoundOutsidePlan", "\(shorter.text)")
            #expect(
                try await server.get("\(Self.base)/reporting-rounds?plan=\(try next.id)", as: .headOfDistrict).json[
                    "_meta"
                ]["totalRecords"].int == 0)
        }
    }

    @Test("Rounds move over the end of February without meeting or leaving a day out")
    func roundsMoveOverTheEndOfFebruary() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            let odd = try await server.post(
                "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                [
                    "agreementId": (try await server.get(plan.path, as: .readerOfSkara).json)["agreementId"],
                    "year": 2024,
                    "period": ["start": "2023-11-30", "end": "2024-11-29"],
                ])
            let path = "\(Self.base)/action-plans/\(try odd.json.id)"
            let quarters = try await server.post(
                "\(path)/reporting-round-series", as: .coordinatorOfSkara, ["pattern": "quarter"])
            #expect(quarters.json["reportingRounds"][1]["period"]["start"].string == "2024-02-29", "\(quarters.text)")
            _ = try await server.post("\(path)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            let next = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2025, "period": ["start": "2024-11-30", "end": "2025-11-29"]])
            #expect(next.status == 201, "\(next.text)")
            let rounds = try await server.get(
                "\(Self.base)/reporting-rounds?plan=\(try next.json.id)", as: .coordinatorOfSkara
            ).json["items"].items
            #expect(
                rounds.map { $0["period"]["start"].string } == ["2024-11-30", "2025-02-28", "2025-05-30", "2025-08-30"])
            #expect(
                rounds.map { $0["period"]["end"].string } == ["2025-02-27", "2025-05-29", "2025-08-29", "2025-11-29"])
            // What doesn't come along is told.
            let shorter = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2026, "period": ["start": "2025-11-30", "end": "2026-05-31"]])
            #expect(shorter.json["warnings"].items.contains { $0["code"].string == "roundsLeftOut" }, "\(shorter.text)")
        }
    }

    @Test("Rounds decide what waits, until it is answered")
    func roundsDecideWhatWaits() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            // Without rounds everything waits that isn't ended.
            #expect(
                try await Self.waiting(server, "2022-04-15").sorted() == [
                    "Beskära buskar -", "Fotpatrullera -", "Vårstäda -",
                ])
            let rounds = try await Self.tertials(server, plan)
            #expect(try await Self.waiting(server, "2022-04-30") == [])
            #expect(
                try await Self.waiting(server, "2022-05-01").sorted() == [
                    "Beskära buskar Tertial 1", "Fotpatrullera Tertial 1", "Vårstäda Tertial 1",
                ])
            // Ongoing answers all but the last; what lies in spring isn't asked for in autumn.
            let ongoing = try await Self.report(
                server, plan.year, plan.park, "2022-01-01", "2022-04-30", "ongoing", round: rounds[0]["id"])
            #expect(
                ongoing.status == 201 && ongoing.json["reportingRound"]["name"].string == "Tertial 1", "\(ongoing.text)"
            )
            #expect(ongoing.json["isLate"] == .bool(true))
            _ = try await Self.report(server, plan.spring, plan.park, "2022-04-01", "2022-04-30", "ongoing")
            #expect(
                try await Self.waiting(server, "2022-09-01").sorted() == [
                    "Beskära buskar Tertial 2", "Fotpatrullera Tertial 1", "Fotpatrullera Tertial 2",
                    "Vårstäda Tertial 1",
                ])
            // What is done needs no further answer; nor does what was cancelled.
            _ = try await Self.report(server, plan.spring, plan.park, "2022-04-01", "2022-04-30", "done")
            let cancelled = try await server.post(
                "\(Self.base)/measures/\(plan.patrol)/follow-ups", as: .headOfDistrict,
                [
                    "responsiblePartyId": .string(plan.police), "period": ["start": "2022-05-02"],
                    "status": "cancelled",
                    "reason": "Andra uppdrag.",
                ])
            #expect(cancelled.status == 201, "\(cancelled.text)")
            _ = try await Self.report(server, plan.year, plan.park, "2022-12-01", "2022-12-31", "ongoing")
            #expect(
                try await Self.waiting(server, "2023-01-20") == [
                    "Beskära buskar Tertial 2", "Beskära buskar Tertial 3",
                ])
            let due = try await server.get(
                "/me/measures?municipality=1495&limit=100&asOf=2023-01-20", as: .coordinatorOfSkara
            )
            .json["items"].items.filter { $0["year"].int == 2022 }
            #expect(due.map { $0["isLate"] } == [.bool(true), .bool(false)])
            #expect(due.map { $0["dueOn"].string } == ["2022-10-01", "2023-02-28"])
            // One report that speaks of both answers both.
            _ = try await Self.report(server, plan.year, plan.park, "2022-05-01", "2022-12-31", "done")
            #expect(try await Self.waiting(server, "2023-03-15") == [])
        }
    }

    @Test("A round tells who has answered it, by unit, and who was late")
    func aRoundTellsWhoHasAnsweredIt() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            let rounds = try await Self.tertials(server, plan)
            let first = "\(Self.base)/reporting-rounds/\(try rounds[0].id)"
            func units() async throws -> [[JSON]] {
                try await server.get(first, as: .districtReader).json["units"].items.map {
                    [$0["responsibleParty"]["name"], $0["asked"], $0["answered"], $0["late"]]
                }
            }
            #expect(try await units() == [["Områdespolisen", 1, 0, 0], ["Parkenheten", 2, 0, 0]])
            _ = try await Self.report(server, plan.spring, plan.park, "2022-04-01", "2022-04-30", "done")
            #expect(try await units() == [["Områdespolisen", 1, 0, 0], ["Parkenheten", 2, 1, 1]])
            let left = try await server.get(first, as: .coordinatorOfSkara).json["units"][1]["unanswered"].items
            #expect(left.map { $0["text"].string } == ["Beskära buskar"])
            // An answer in time is none that is late, also when it is corrected afterwards.
            _ = try await server.patch(
                first, as: .coordinatorOfSkara, version: 1, ["answers": ["from": "2022-05-01", "until": "2199-12-31"]])
            let given = try await Self.report(server, plan.year, plan.park, "2022-01-01", "2022-04-30", "ongoing")
            try server.database.administrator().run([
                "update app.follow_up set recorded_at = '2022-05-10 12:00' where follow_up_id = \(try given.json.id)::uuid"
            ])
            _ = try await server.patch(
                first, as: .coordinatorOfSkara, version: 2, ["answers": ["from": "2022-05-01", "until": "2022-05-31"]])
            let corrected = try await server.post(
                "\(Self.base)/measures/\(plan.year)/follow-ups/\(try given.json.id)/correction",
                as: .coordinatorOfSkara,
                ["period": ["start": "2022-01-01", "end": "2022-04-30"], "status": "ongoing", "text": "Rättat."])
            #expect(corrected.status == 201 && corrected.json["isLate"] == .bool(false), "\(corrected.text)")
            _ = try await server.patch(
                first, as: .coordinatorOfSkara, version: 3, ["answers": ["from": "2022-05-01", "until": "2199-12-31"]])
            #expect(try await units() == [["Områdespolisen", 1, 0, 0], ["Parkenheten", 2, 2, 0]])
        }
    }

    @Test("A report of another round's days is refused")
    func aReportOfAnotherRoundsDaysIsRefused() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            let rounds = try await Self.tertials(server, plan)
            for (start, end) in [("2022-05-01", "2022-05-31"), ("2022-04-01", "2022-05-01")] {
                let answer = try await Self.report(
                    server, plan.year, plan.park, start, end, "ongoing", round: rounds[0]["id"])
                #expect(answer.status == 422 && answer.code == "followUpOfOtherRound", "\(answer.text)")
            }
            let bulk = try await server.post(
                "\(Self.base)/follow-ups", as: .coordinatorOfSkara,
                [
                    "followUps": [
                        [
                            "measureId": .string(plan.year), "status": "ongoing", "period": ["start": "2022-05-01"],
                            "reportingRoundId": rounds[0]["id"],
                        ]
                    ]
                ])
            #expect(bulk.json["errors"][0]["code"].string == "outsideRoundPeriod", "\(bulk.text)")
            #expect(
                try await server.get("\(Self.base)/measures/\(plan.year)/follow-ups", as: .readerOfSkara).json["_meta"][
                    "totalRecords"
                ].int == 0)
        }
    }

    @Test("A municipality takes over the rounds that the district proposes in one act")
    func aMunicipalityTakesOverTheRoundsThatTheDistrictProposes() async throws {
        try await TestServer.run { server in
            let plan = try await Self.planned(server)
            let proposals = "\(Self.base)/reporting-round-proposals"
            func round(_ name: String, _ start: String, _ end: String, _ from: String, _ until: String) -> JSON {
                [
                    "name": .string(name), "periodStart": .string(start), "periodEnd": .string(end),
                    "answersFrom": .string(from), "answersUntil": .string(until),
                ]
            }
            let halves: JSON = [
                round("Första halvåret", "2022-01-01", "2022-06-30", "2022-08-15", "2022-08-31"),
                round("Andra halvåret", "2022-07-01", "2022-12-31", "2023-01-07", "2023-01-31"),
            ]
            let made = try await server.post(
                proposals, as: .headOfDistrict, ["year": 2022, "text": "Gemensamt i området.", "rounds": halves])
            #expect(made.status == 201 && made.json["districtCode"].string == "vastra-skaraborg", "\(made.text)")
            for person in [TestServer.Person.districtReader, .officerOfSkara, .coordinatorOfSkara] {
                #expect(
                    try await server.post(proposals, as: person, ["year": 2022, "rounds": halves]).status == 403,
                    "\(person)")
            }
            let none = try await server.post(proposals, as: .headOfDistrict, ["year": 2022, "rounds": []])
            #expect(none.status == 422 && none.json["errors"][0]["pointer"].string == "/rounds", "\(none.text)")
            let reversed = try await server.post(
                proposals, as: .headOfDistrict,
                ["year": 2022, "rounds": [round("x", "2022-02-01", "2022-01-01", "2022-03-01", "2022-03-31")]])
            #expect(reversed.status == 422 && reversed.json["errors"][0]["pointer"].string == "/rounds")
            let overlapping = try await server.post(
                proposals, as: .headOfDistrict,
                [
                    "year": 2022,
                    "rounds": [
                        round("x", "2022-01-01", "2022-06-30", "2022-07-01", "2022-07-31"),
                        round("y", "2022-06-30", "2022-12-31", "2023-01-01", "2023-01-31"),
                    ],
                ])
            #expect(overlapping.status == 409 && overlapping.code == "reportingRoundsOverlap", "\(overlapping.text)")
            #expect(
                try await server.get("\(proposals)/\(try made.json.id)", as: .headOfOtherDistrict).status == 404)
            let taken = try await server.post(
                "\(plan.path)/reporting-round-series", as: .coordinatorOfSkara, ["proposalId": made.json["id"]])
            #expect(
                taken.json["reportingRounds"].items.map { $0["name"].string } == ["Första halvåret", "Andra halvåret"],
                "\(taken.text)")
            let nowhere = try await server.post(
                "\(plan.path)/reporting-round-series", as: .coordinatorOfSkara, ["proposalId": .string(plan.id)])
            #expect(nowhere.status == 422 && nowhere.json["errors"][0]["pointer"].string == "/proposalId")
        }
    }
}
