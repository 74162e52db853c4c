import Foundation
import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// Reports of many at once, against areas, through revisions, and what waits for whom.
@Suite struct ReportingTests {
    private static let base = "/municipalities/1495"

    @Test("Three responsibles of whom one is done are not done and sums follow corrections")
    func threeResponsiblesOfWhomOneIsDoneAreNotDoneAndSumsFollowCorrections() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measures = try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).json["items"]
                .items
            let measure = try #require(measures.first { $0["responsibilities"].items.count == 3 })
            let path = "\(Self.base)/measures/\(try measure.id)"
            let parties = measure["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string }
            func report(_ party: Int, _ rest: String, at place: String = "") async throws -> String {
                let subject = place.isEmpty ? #""responsiblePartyId":"\#(parties[party])","# : ""
                let answer = try await server.post(
                    "\(path)/follow-ups\(place)", as: .coordinatorOfSkara, "{\(subject)\(rest)}")
                #expect(answer.status == 201, "\(answer.text)")
                return try answer.json.id
            }
            func now() async throws -> JSON { try await server.get(path, as: .readerOfSkara).json }
            _ = try await report(0, #""period":{"start":"2020-03-01"},"status":"done","quantity":3,"unit":"nätter""#)
            #expect(try await now()["status"].string == "ongoing")
            let nine = try await report(
                1,
                #""period":{"start":"2020-04-01"},"status":"ongoing","quantity":9,"unit":"nätter","approximate":true"#)
            #expect(
                try await now()["reportedQuantities"]
                    == .array([
                        .object(["unit": .string("nätter"), "quantity": .number(12), "approximate": .bool(true)])
                    ]))
            _ = try await report(
                1, #""period":{"start":"2020-04-01"},"status":"ongoing","quantity":8"#, at: "/\(nine)/correction")
            let eleven = try await now()
            #expect(
                eleven["reportedQuantities"]
                    == .array([
                        .object(["unit": .string("nätter"), "quantity": .number(11), "approximate": .bool(false)])
                    ]) && eleven["status"].string == "ongoing")
            _ = try await report(
                2, #""period":{"start":"2020-05-01"},"status":"ongoing","quantity":2.5,"unit":"timmar""#)
            #expect(try await now()["reportedQuantities"].items.map { $0["quantity"] } == [.number(11), .number(2.5)])
            // The same in the nested plan and for the analyst.
            let plan = try await server.get(
                "\(Self.base)/action-plans/\(measure["planId"].string ?? "")", as: .readerOfSkara
            ).json
            let nested = plan["priorityAreas"].items.flatMap { area in
                area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
            }.first { $0["id"] == measure["id"] }
            #expect(nested?["reportedQuantities"][0]["quantity"].int == 11)
            let outside = try await server.post(
                "\(path)/follow-ups", as: .coordinatorOfSkara, ["period": ["start": "2021-01-01"], "status": "ongoing"])
            #expect(
                outside.status == 422 && outside.json["errors"][0]["pointer"].string == "/period"
                    && outside.json["errors"][0]["code"].string == "outsidePlanPeriod")
        }
    }

    @Test("Each part has its own status")
    func eachPartHasItsOwnStatus() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measures = try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).json["items"]
                .items
            let measure = try #require(measures.first { $0["responsibilities"].items.count == 3 })
            let path = "\(Self.base)/measures/\(try measure.id)"
            let second = try measure["responsibilities"][1]["responsibleParty"].id
            _ = try await server.post(
                "\(path)/follow-ups", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(second)", "period": ["start": "2020-03-01"], "status": "done"])
            let shown = try await server.get(path, as: .readerOfSkara).json
            #expect(
                shown["responsibilities"].items.map { $0["status"].string } == [
                    "noInformation", "done", "noInformation",
                ] && shown["status"].string == "ongoing")
        }
    }

    @Test("Many are reported at once all or none")
    func manyAreReportedAtOnceAllOrNone() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let bulk = "\(Self.base)/follow-ups"
            let night = try await server.measure("Nattvandra")
            let police = try await server.measure("Riktade polis")
            func line(_ measure: String, _ rest: String) -> String { #"{"measureId":"\#(measure)",\#(rest)}"# }
            let good = [
                line(
                    night.id,
                    #""responsiblePartyId":"\#(night.party)","period":{"start":"2020-05-01"},"status":"done","quantity":4,"unit":"kvällar""#
                ),
                line(
                    police.id,
                    #""responsiblePartyId":"\#(police.party)","period":{"start":"2020-05-01"},"status":"partlyDone","reason":"Pandemin""#
                ),
                line(night.id, #""period":{"start":"2020-06-01"},"status":"ongoing""#),
            ]
            let made = try await server.post(
                bulk, as: .coordinatorOfSkara, key: "bulk", "{\"followUps\":[\(good.joined(separator: ","))]}")
            #expect(
                made.status == 201
                    && made.json["followUps"].items.map { $0["status"].string } == ["done", "partlyDone", "ongoing"],
                "\(made.text)")
            // Once more with the key: the same three.
            let again = try await server.post(
                bulk, as: .coordinatorOfSkara, key: "bulk", "{\"followUps\":[\(good.joined(separator: ","))]}")
            #expect(again.status == 201 && again.json["followUps"] == made.json["followUps"])
            func count() throws -> Int? {
                try server.database.administrator().run(["select count(*) from app.follow_up"])[0].first?.int(0)
            }
            #expect(try count() == 3)
            // Two lines of one measure count once each.
            let both = try await server.post(bulk, as: .coordinatorOfSkara, "{\"followUps\":[\(good[0]),\(good[0])]}")
            #expect(both.status == 201)
            let shown = try await server.get("\(Self.base)/measures/\(night.id)", as: .readerOfSkara).json
            #expect(shown["reportedQuantities"][0]["quantity"].int == 12)
            #expect(
                try server.database.administrator().run([
                    "select follow_up_count from app.measure_status where measure_id = \(night.id)::uuid"
                ])[0].first?.int(0) == 4)
            // Every line that will not do is told, and none is written.
            let shape = try await server.post(
                bulk, as: .coordinatorOfSkara,
                "{\"followUps\":[\(good[0]),\(line(night.id, #""period":{"start":"2020-05-01"},"status":"notDone""#)),\(line("x", #""period":{"start":"2020-05-02","end":"2020-05-01"},"status":"done""#))]}"
            )
            #expect(
                shape.status == 422
                    && shape.json["errors"].items.map { $0["pointer"].string } == [
                        "/followUps/1/reason", "/followUps/2/measureId", "/followUps/2/period/end",
                    ], "\(shape.text)")
            let content = try await server.post(
                bulk, as: .coordinatorOfSkara,
                "{\"followUps\":[\([good[0], line(night.party, #""period":{"start":"2020-05-01"},"status":"done""#), line(night.id, #""responsiblePartyId":"\#(police.party)","period":{"start":"2020-05-01"},"status":"done""#), line(night.id, #""period":{"start":"2019-05-01"},"status":"done""#)].joined(separator: ","))]}"
            )
            #expect(
                content.status == 422
                    && content.json["errors"].items.map { $0["pointer"].string } == [
                        "/followUps/1/measureId", "/followUps/2/responsiblePartyId", "/followUps/3/period",
                    ], "\(content.text)")
            #expect(
                content.json["errors"].items.map { $0["code"].string } == ["notFound", "notFound", "outsidePlanPeriod"])
            for body in ["{}", #"{"followUps":[]}"#] {
                #expect(
                    try await server.post(bulk, as: .coordinatorOfSkara, body).json["errors"][0]["pointer"].string
                        == "/followUps")
            }
            // A contributor's lines must all be its own.
            try server.establish()
            #expect(try await server.post(bulk, as: .contributorOfSkara, "{\"followUps\":[\(good[0])]}").status == 201)
            #expect(
                try await server.post(bulk, as: .contributorOfSkara, "{\"followUps\":[\(good[0]),\(good[1])]}").status
                    == 403)
            #expect(try await server.post(bulk, as: .readerOfSkara, "{\"followUps\":[\(good[0])]}").status == 403)
            #expect(try await server.post(bulk, as: .headOfDistrict, "{\"followUps\":[\(good[1])]}").status == 201)
            #expect(try count() == 5 + 3 + 1 + 1)
        }
    }

    @Test("Work that no measure names is reported against an area")
    func workThatNoMeasureNamesIsReportedAgainstAnArea() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "\(Self.base)/action-plans/\(skara.planID)"
            let plan = try await server.get(path, as: .readerOfSkara).json
            let area = try plan["priorityAreas"][2].id
            let parties = try await server.get("\(Self.base)/responsible-parties?limit=100", as: .readerOfSkara).json[
                "items"
            ].items
            let police = parties.first { $0["kind"].string == "police" }?["id"].string ?? ""
            let unit = parties.first { $0["kind"].string == "municipality" }?["id"].string ?? ""
            func body(_ party: String, _ rest: String = "") -> String {
                #"{"areaId":"\#(area)","responsiblePartyId":"\#(party)","period":{"start":"2020-05-01"},"text":"Extra kväll","quantity":1,"unit":"kvällar"\#(rest)}"#
            }
            let early = try await server.post("\(path)/unplanned-work", as: .coordinatorOfSkara, body(police))
            #expect(
                early.status == 409 && early.code == "planNotAdopted"
                    && early.json["possible"].strings == ["proposal", "adoption", "withdrawal"])
            try server.establish()
            let made = try await server.post("\(path)/unplanned-work", as: .coordinatorOfSkara, body(police))
            #expect(
                made.status == 201 && made.json["areaId"].string == area
                    && made.json["recordedBy"].string == "Exempel coordinator", "\(made.text)")
            let one = "\(path)/unplanned-work/\(try made.json.id)"
            let correction = try await server.post(
                "\(one)/correction", as: .headOfDistrict,
                [
                    "period": ["start": "2020-05-02"], "text": "Två extra kvällar", "quantity": 2, "unit": "kvällar",
                    "approximate": true,
                ]
            )
            #expect(
                correction.status == 201 && correction.json["correctsId"] == made.json["id"]
                    && correction.json["recordedBy"] == .null, "\(correction.text)")
            #expect(
                try await server.post(
                    "\(one)/correction", as: .coordinatorOfSkara, ["period": ["start": "2020-05-02"], "text": "Tre"]
                ).code == "followUpAlreadyCorrected")
            #expect(try await server.get(one, as: .readerOfSkara).json["correctedById"] == correction.json["id"])
            for (person, party, status) in [
                (TestServer.Person.headOfDistrict, police, 201), (.headOfDistrict, unit, 403),
                (.officerOfSkara, police, 201), (.contributorOfSkara, police, 403), (.readerOfSkara, unit, 403),
                (.districtReader, police, 403), (.coordinatorOfSkara, unit, 201), (.coordinatorOfLidkoping, unit, 404),
                (.headOfOtherDistrict, police, 404),
            ] {
                #expect(
                    try await server.post("\(path)/unplanned-work", as: person, body(party)).status == status,
                    "\(person)")
            }
            for (rest, pointer) in [
                (#","approximate":"ja""#, "/approximate"), (#","measureId":"\#(area)""#, "/measureId"),
            ] {
                #expect(
                    try await server.post("\(path)/unplanned-work", as: .coordinatorOfSkara, body(unit, rest)).json[
                        "errors"][0]["pointer"].string == pointer)
            }
            let late = try await server.post(
                "\(path)/unplanned-work", as: .coordinatorOfSkara,
                body(unit).replacingOccurrences(of: "2020-05-01", with: "2021-05-01"))
            #expect(late.status == 422 && late.json["errors"][0]["code"].string == "outsidePlanPeriod")
            let nowhere = try await server.post(
                "\(path)/unplanned-work", as: .coordinatorOfSkara,
                body(unit).replacingOccurrences(of: area, with: police))
            #expect(nowhere.status == 422 && nowhere.json["errors"][0]["pointer"].string == "/areaId")
            let list = try await server.get("\(path)/unplanned-work", as: .districtReader).json
            #expect(
                list["_meta"]["totalRecords"].int == 5 && list["items"].items.allSatisfy { $0["recordedBy"] == .null })
        }
    }

    @Test("What waits for the caller")
    func whatWaitsForTheCaller() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            func waiting(_ person: TestServer.Person) async throws -> [JSON] {
                let answer = try await server.get("/me/measures?limit=100", as: person)
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer.json["_meta"]["totalRecords"].int == answer.json["items"].items.count)
                return answer.json["items"].items
            }
            let truth = try server.database.administrator().run([
                """
                select count(*) filter (where true), count(*) filter (where p.kind = 'police') from app.responsibility r
                join app.responsible_party p using (municipality_code, party_id)
                left join app.responsibility_status s using (municipality_code, plan_id, measure_id, party_id)
                where r.municipality_code = '1495' and coalesce(s.status, 'ongoing') in ('ongoing', 'notStarted')
                """
            ])[0].first
            let all = try await waiting(.coordinatorOfSkara)
            #expect(all.count == truth?.int(0) && all.allSatisfy { $0["municipalityCode"].string == "1495" })
            // The contributor's only measure is done; once it goes on, it waits again.
            #expect(try await waiting(.contributorOfSkara).isEmpty)
            let night = try await server.measure("Nattvandra")
            _ = try await server.post(
                "\(Self.base)/measures/\(night.id)/follow-ups", as: .contributorOfSkara,
                ["responsiblePartyId": "\(night.party)", "period": ["start": "2020-12-01"], "status": "ongoing"])
            let mine = try await waiting(.contributorOfSkara)
            #expect(
                mine.map { $0["measureId"].string } == [night.id]
                    && mine[0]["responsibleParty"]["id"].string == night.party && mine[0]["status"].string == "ongoing")
            #expect(try await waiting(.readerOfSkara).isEmpty)
            // A municipal police officer has several municipalities, and the police's part of each.
            let officer = try TestServer.Person.officerOfSkara.caller
            #expect(try await waiting(.officerOfSkara).count == truth?.int(1))
            try server.database.administrator().run([
                """
                insert into access.caller_grant (issuer, subject, role, municipality_code) values (\(officer.issuer), \(officer.subject), 'municipalOfficer', '1494')
                """
            ])
            let both = try await waiting(.officerOfSkara)
            #expect(
                Set(both.compactMap { $0["municipalityCode"].string }) == ["1494", "1495"]
                    && both.allSatisfy { $0["responsibleParty"]["kind"].string == "police" })
            let second = try await server.get("/me/measures?limit=1&page=2", as: .officerOfSkara).json
            #expect(second["items"].items == [both[1]] && second["_meta"]["totalRecords"].int == both.count)
        }
    }

    @Test("What waits is narrowed due first and ended by a report for the whole")
    func whatWaitsIsNarrowedDueFirstAndEndedByAReportForTheWhole() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func waiting(_ query: String, as person: TestServer.Person = .coordinatorOfSkara) async throws -> [JSON] {
                let answer = try await server.get("/me/measures?limit=100\(query)", as: person)
                #expect(
                    answer.status == 200
                        && answer.json["_meta"]["totalRecords"].int == answer.json["items"].items.count,
                    "\(answer.text)")
                return answer.json["items"].items
            }
            let all = try await waiting("")
            let (party, area) = (try all[0]["responsibleParty"].id, try all[0]["area"].id)
            #expect(try await waiting("&party=\(party)") == all.filter { $0["responsibleParty"]["id"].string == party })
            #expect(try await waiting("&area=\(area)") == all.filter { $0["area"]["id"].string == area })
            #expect(try await waiting("&municipality=1495") == all)
            #expect(try await waiting("&municipality=1494").isEmpty)
            #expect(try await waiting("&asOf=2019-12-31").isEmpty)
            for wrong in ["party=x", "area=1", "asOf=2026-02-30", "asOf=idag", "district=x", "municipality=abc"] {
                let answer = try await server.get("/me/measures?\(wrong)", as: .coordinatorOfSkara)
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(wrong)")
            }
            // The head of the district sees the police's part everywhere, and each municipality by itself.
            let police = try await waiting("", as: .headOfDistrict)
            #expect(
                Set(police.compactMap { $0["municipalityCode"].string }).isSuperset(of: ["1494", "1495"])
                    && police.allSatisfy { $0["responsibleParty"]["kind"].string == "police" }, "\(police)")
            #expect(police.compactMap { $0["dueOn"].string } == police.compactMap { $0["dueOn"].string }.sorted())
            let theirs = try await waiting("&municipality=1494", as: .headOfDistrict)
            let officers = try await waiting("", as: .officerOfLidkoping)
            #expect(theirs == officers && !theirs.isEmpty)
            #expect(try await waiting("", as: .headOfOtherDistrict).isEmpty)
            // Lidköping's foot patrol has been reported on once.
            let patrol = try #require(theirs.first { $0["text"].string?.hasPrefix("Polis till fots") == true })
            #expect(
                patrol["status"].string == "ongoing"
                    && patrol["latestFollowUp"]["text"].string == "Fotpatrull enligt plan."
                    && patrol["reportedQuantities"][0]["quantity"].int == 14)
            #expect(
                patrol["_links"]["followUps"]["href"].string?.hasSuffix(
                    "/measures/\(patrol["measureId"].string ?? "")/follow-ups") == true)
            // A report for the measure as a whole that ends it ends what waits of it; one that goes on doesn't.
            let shared = try #require(
                Dictionary(grouping: all) { $0["measureId"].string ?? "" }.first { $0.value.count > 1 })
            for (status, left) in [("ongoing", shared.value.count), ("done", 0)] {
                _ = try await server.post(
                    "\(Self.base)/measures/\(shared.key)/follow-ups", as: .coordinatorOfSkara,
                    ["period": ["start": "2020-12-01"], "status": "\(status)"])
                #expect(try await waiting("").count { $0["measureId"].string == shared.key } == left)
            }
            // Until the plan is closed.
            _ = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/closing", as: .coordinatorOfSkara, "{}")
            #expect(try await waiting("").isEmpty)
        }
    }
}
