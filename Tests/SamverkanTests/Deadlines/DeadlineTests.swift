import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// What must not be missed: each day with the event that starts its clock, each for whom it concerns.
@Suite struct DeadlineTests {
    private static let base = "/municipalities/1495"

    /// Days that the database computes alone: the expression, what it is, and why.
    private static let days: [(sql: String, day: String, why: String)] = [
        ("app.notice_day('2023-12-31', 6)", "2023-06-30", "six whole months before the year's end"),
        ("app.notice_day('2027-02-28', 3)", "2026-11-30", "an agreement of March to February"),
        ("app.notice_day('2028-02-29', 3)", "2027-11-30", "the same that ends on a leap day"),
        ("app.notice_day('2024-05-30', 3)", "2024-02-29", "an end within a month, in one that is shorter"),
        ("app.notice_day('2026-12-31', 0)", "2026-12-31", "no notice but the end itself"),
        (
            "app.agreement_end('signed', '2023-12-31', null, 6, 12, '2023-06-30')", "2023-12-31",
            "on the last day for notice nothing has moved"
        ),
        (
            "app.agreement_end('signed', '2023-12-31', null, 6, 12, '2023-07-01')", "2024-12-31",
            "the day after, it is prolonged a year"
        ),
        ("app.agreement_end('signed', '2023-12-31', null, 6, 12, '2026-11-28')", "2027-12-31", "and again each year"),
        (
            "app.agreement_end('signed', '2027-02-28', null, 3, 12, '2026-12-01')", "2028-02-29",
            "to the end of February, the leap day"
        ),
        (
            "app.agreement_end('signed', '2024-02-29', null, 3, 24, '2023-12-01')", "2026-02-28",
            "from the leap day two years on"
        ),
        (
            "app.agreement_end('terminated', '2023-12-31', null, 6, 12, '2026-11-28')", "2023-12-31",
            "terminated, it ends when that says"
        ),
        (
            "app.agreement_end('signed', '2023-12-31', app.uuidv7(), 6, 12, '2026-11-28')", "2023-12-31",
            "replaced, it ends before what replaces it"
        ),
        (
            "app.agreement_end('signed', '2023-12-31', null, 6, null, '2026-11-28')", "2023-12-31",
            "without tacit prolongation it has ended"
        ),
        (
            "app.agreement_end('signed', '2024-02-28', null, 3, 12, '2024-12-31')", "2026-02-28",
            "a day before the leap day is no month's end, and stays the 28th"
        ),
        (
            "app.agreement_end('signed', '2024-01-31', null, 1, 1, '2024-02-15')", "2024-03-31",
            "by the month, and from the end that was given"
        ),
        ("app.easter(2026)", "2026-04-05", "Easter 2026"), ("app.easter(2038)", "2038-04-25", "the latest Easter"),
        ("app.easter(2285)", "2285-03-22", "the earliest Easter"),
        ("app.last_workday('2026-12-31')", "2026-12-30", "New Year's Eve"),
        ("app.last_workday('2026-12-26')", "2026-12-23", "Boxing Day, a Saturday behind Christmas and its eve"),
        ("app.last_workday('2026-06-21')", "2026-06-18", "Midsummer's weekend, whose eve is no public holiday"),
        ("app.last_workday('2027-06-25')", "2027-06-24", "Midsummer's Eve"),
        ("app.last_workday('2026-04-06')", "2026-04-02", "Easter Monday, back over Good Friday"),
        ("app.last_workday('2026-05-14')", "2026-05-13", "Ascension Day"),
        ("app.last_workday('2026-06-06')", "2026-06-05", "the national day, a Saturday"),
        ("app.last_workday('2027-01-06')", "2027-01-05", "Epiphany"),
        ("app.last_workday('2028-02-29')", "2028-02-29", "a leap day on which people work"),
        ("to_char(date '2026-12-31', 'IYYY-\"W\"IW')", "2026-W53", "2026 has a week 53"),
        ("to_char(date '2027-01-03', 'IYYY-\"W\"IW')", "2026-W53", "which goes on into January"),
        (
            "(timestamptz '2026-06-30 22:30Z' at time zone 'Europe/Stockholm')::date", "2026-07-01",
            "half past midnight in Stockholm"
        ),
        (
            "(timestamptz '2026-12-31 23:30Z' at time zone 'Europe/Stockholm')::date", "2027-01-01",
            "the new year begins in Stockholm"
        ),
        (
            "(timestamptz '2026-03-29 01:30Z' at time zone 'Europe/Stockholm')::time::text", "03:30:00",
            "the hour that is left out in March"
        ),
    ]

    @Test("More than thirty days, each as its rule says") func days() async throws {
        let database = try await TestCluster.shared.value.database()
        let administrator = try database.administrator()
        for (sql, day, why) in Self.days {
            let found = try administrator.run(["select (\(unsafeSQL: sql))::text as day"])[0].first?["day"]
            #expect(found == day, "\(why): \(sql)")
        }
        #expect(Self.days.count == 32)
        // However long ago it ended, it is the same as moved step by step, and takes no longer.
        let differences = try administrator.run([
            """
            with recursive moved as (
                select n.notice, t.tacit, e.day as first, e.day as last, 0 as times
                from unnest(array[0, 1, 6, 18]) n (notice), unnest(array[1, 12, 36]) t (tacit),
                    unnest(array['2019-12-31', '2020-02-29', '2021-01-30', '2026-05-14']::date[]) e (day)
                union all
                select notice, tacit, first, app.add_months(first, (times + 1) * tacit), times + 1 from moved
                where date '2026-11-28' > app.notice_day(last, notice)
            )
            select count(*) as n, count(*) filter (where last <> app.agreement_end('signed', first, null, notice, tacit, '2026-11-28')) as wrong
            from (select distinct on (notice, tacit, first) * from moved order by notice, tacit, first, times desc) m
            """
        ])[0].first
        #expect(differences?.int("n") == 48 && differences?.int("wrong") == 0)
        // No year's Midsummer's Eve is missed, and it is always a Friday.
        let eves = try administrator.run([
            """
            select count(*) as n from generate_series(date '2000-06-19', date '2100-06-25', '1 day') d (day)
            where extract(isodow from day) = 5 and extract(month from day) = 6 and extract(day from day) between 19 and 25
                and app.is_day_off(day::date)
            """
        ])[0].first?.int("n")
        #expect(eves == 101)
    }

    /// Skara with an agreement that holds today and moves by itself, a plan of December to November, rounds and meetings.
    private struct Scene {
        let agreement: String
        let plan: String
        let executive: String
        let year: Int
        let party: String
    }

    private static func set(_ server: TestServer) async throws -> Scene {
        let year = TestSupport.Scene.year
        func made(_ path: String, _ body: JSON, _ status: Int = 201, as person: TestServer.Person = .coordinatorOfSkara)
            async throws -> JSON
        {
            let answer = try await server.post("\(base)/\(path)", as: person, body)
            #expect(answer.status == status, "\(path): \(answer.text)")
            return answer.json
        }
        let agreement = try await made(
            "agreements",
            [
                "title": "Samverkan",
                "period": ["start": .string("\(year - 4)-12-01"), "end": .string("\(year + 1)-11-30")],
                "noticeMonths": 3, "tacitProlongationMonths": 12,
                "signatures": [
                    ["party": "municipality", "name": "Kim Exempel", "title": "Ordförande"],
                    ["party": "police", "name": "Vera Exempel", "title": "Chef"],
                ],
            ])
        let id = try agreement.id
        _ = try await made("agreements/\(id)/proposal", [:], 200)
        for (index, person) in [TestServer.Person.coordinatorOfSkara, .headOfDistrict].enumerated() {
            _ = try await made(
                "agreements/\(id)/signatures",
                ["signatureId": agreement["signatures"][index]["id"], "date": .string("\(year - 4)-11-01")], 200,
                as: person)
        }
        let party = try await made("responsible-parties", ["name": "Områdespolisen", "kind": "police", "form": "unit"])
        let plan = try await made(
            "action-plans",
            [
                "agreementId": .string(id), "year": .init(integerLiteral: year),
                "period": ["start": .string("\(year - 1)-12-01"), "end": .string("\(year)-11-30")],
            ])
        let area = try await made("action-plans/\(try plan.id)/priority-areas", ["title": "Trygga gator"])
        _ = try await made(
            "action-plans/\(try plan.id)/measures",
            [
                "areaId": area["id"], "text": "Fotpatrull",
                "responsibilities": [["responsiblePartyId": party["id"], "lead": true]],
            ])
        _ = try await made("action-plans/\(try plan.id)/adoption", ["adoptedBy": "Kommunstyrelsen"], 200)
        let executive = try await made("bodies", ["kind": "municipalExecutive", "name": "Kommunstyrelsen"])
        return Scene(
            agreement: id, plan: try plan.id, executive: try executive.id, year: year, party: try party.id)
    }

    /// Kind and day of what somebody must not miss, of these kinds.
    private static func due(_ server: TestServer, as person: TestServer.Person, _ query: String = "") async throws
        -> [String: [String?]]
    {
        let answer = try await server.get("/me/deadlines\(query)", as: person)
        #expect(answer.status == 200, "\(answer.text)")
        let all = answer.json["months"].items.flatMap { $0["deadlines"].items } + answer.json["undated"].items
        return Dictionary(grouping: all) { $0["kind"].string ?? "" }.mapValues { $0.map { $0["dueOn"].string } }
    }

    @Test("One list, each deadline for whom it concerns, counted back to the meetings' last days for papers")
    func oneList() async throws {
        try await TestServer.run { server in
            let scene = try await Self.set(server)
            let (year, next) = (scene.year, scene.year + 1)
            let span = "?from=\(year - 1)-12-01&until=\(year + 3)-12-31"
            // Without a list of meetings the plan's end is the day, and the report has three months, which no rule says.
            var coordinator = try await Self.due(server, as: .coordinatorOfSkara, span)
            #expect(coordinator["planAdoption"] == ["\(year)-11-30"])
            #expect(coordinator["reportSending"] == ["\(next)-02-28"])
            #expect(coordinator["agreementEnd"] == ["\(next)-11-30"])
            #expect(coordinator["agreementNotice"] == ["\(next)-08-31"])
            let rounds = try await server.post(
                "\(Self.base)/action-plans/\(scene.plan)/reporting-round-series", as: .coordinatorOfSkara,
                ["pattern": "halfYear", "lastAnswerDays": 62])
            #expect(rounds.status == 201)
            let meetings = try await server.post(
                "\(Self.base)/bodies/\(scene.executive)/meeting-list", as: .coordinatorOfSkara,
                [
                    "year": .init(integerLiteral: year),
                    "text": .string("Sammanträden\n\(year)-11-18 kl 13.00; \(year)-11-04\n\(year)-12-02"),
                ])
            #expect(meetings.json["meetings"].items.count == 2, "\(meetings.text)")
            _ = try await server.post(
                "\(Self.base)/bodies/\(scene.executive)/meeting-list", as: .coordinatorOfSkara,
                [
                    "year": .init(integerLiteral: next),
                    "text": .string("24 februari, handlingar 10 februari\n20/1, 7/1"),
                ])
            coordinator = try await Self.due(server, as: .coordinatorOfSkara, span)
            // The last meeting before the plan ends, and the first one after the year has been told (1 February).
            #expect(coordinator["planAdoption"] == ["\(year)-11-04"])
            #expect(coordinator["reportSending"] == ["\(next)-02-10"])
            #expect(coordinator["roundAnswers"] == ["\(year)-07-01", "\(next)-01-31"])
            #expect(coordinator["bodyPapers"] == ["\(year)-11-04", "\(next)-01-07", "\(next)-02-10"])
            #expect(
                coordinator["bodyMeeting"] == ["\(year)-11-18", "\(year)-12-02", "\(next)-01-20", "\(next)-02-24"])

            // The police their rounds and the agreement's end; a contributor without a part nothing; readers nothing.
            let head = try await Self.due(server, as: .headOfDistrict, span)
            #expect(head["roundAnswers"]?.count == 2 && head["agreementNotice"] == ["\(next)-08-31"])
            #expect(Set(head.keys) == ["roundAnswers", "agreementNotice", "agreementEnd"])
            #expect(try await Self.due(server, as: .officerOfSkara, span).keys.sorted() == ["roundAnswers"])
            for person in [
                TestServer.Person.readerOfSkara, .auditorOfSkara, .districtReader, .contributorOfSkara, .operator,
            ] {
                #expect(try await Self.due(server, as: person, span).isEmpty, "\(person)")
            }
            #expect(try await Self.due(server, as: .headOfOtherDistrict, span).isEmpty)
            let others = try await server.get("/me/deadlines\(span)", as: .coordinatorOfLidkoping)
            #expect(others.json["months"] == .array([]) && others.json["undated"] == .array([]), "\(others.text)")

            // What is sent long before the plan's end is half a year's report and satisfies nothing. Once the year's is sent
            // nothing waits, and the law's two years count from it.
            let report = try await server.post(
                "\(Self.base)/reports", as: .coordinatorOfSkara,
                [
                    "planId": .string(scene.plan), "title": "Redovisning", "recipientIds": [.string(scene.executive)],
                ])
            func send(_ id: String, _ day: String) async throws {
                let sent = try await server.post(
                    "\(Self.base)/reports/\(id)/sending", as: .coordinatorOfSkara, ["sentOn": .string(day)])
                #expect(sent.status == 200, "\(sent.text)")
            }
            try await send(try report.json.id, "\(year)-02-28")
            #expect(try await Self.due(server, as: .coordinatorOfSkara, span)["reportSending"] == ["\(next)-02-10"])
            let whole = try await server.post(
                "\(Self.base)/reports/\(try report.json.id)/revisions", as: .coordinatorOfSkara, "")
            try await send(try whole.json.id, "\(year)-11-16")
            coordinator = try await Self.due(server, as: .coordinatorOfSkara, span)
            #expect(coordinator["reportSending"] == nil && coordinator["planFollowUp"] == ["\(year + 2)-11-16"])
            for query in ["?from=2026-01-01&until=2025-12-31", "?from=2026-01-01&until=2031-01-02", "?from=2026-02-30"]
            {
                let wrong = try await server.get("/me/deadlines\(query)", as: .coordinatorOfSkara)
                #expect(wrong.status == 400 && wrong.code == "invalidParameter", "\(query): \(wrong.text)")
            }
        }
    }

    @Test("A plan is due before the last one ends: at a meeting of that quarter, and once for the municipality")
    func planAdoption() async throws {
        try await TestServer.run { server in
            let scene = try await Self.set(server)
            let (year, next) = (scene.year, scene.year + 1)
            let span = "?from=\(year - 1)-12-01&until=\(year + 3)-12-31"
            func enter(_ lines: String) async throws {
                let answer = try await server.post(
                    "\(Self.base)/bodies/\(scene.executive)/meeting-list", as: .coordinatorOfSkara,
                    ["year": .init(integerLiteral: year), "text": .string(lines)])
                #expect(answer.status == 200, "\(answer.text)")
            }
            func due() async throws -> [String?]? {
                try await Self.due(server, as: .coordinatorOfSkara, span)["planAdoption"]
            }
            // A meeting of the spring says nothing of when the plan of the winter is due.
            try await enter("\(year)-03-04")
            #expect(try await due() == ["\(year)-11-30"])
            try await enter("\(year)-03-04\n\(year)-10-21")
            #expect(try await due() == ["\(year)-10-21"])
            // A body that has ended meets no more.
            let body = try await server.get("\(Self.base)/bodies/\(scene.executive)", as: .coordinatorOfSkara).json
            let ended = try await server.patch(
                "\(Self.base)/bodies/\(scene.executive)", as: .coordinatorOfSkara, version: body["version"].int,
                ["endedOn": .string("\(year)-06-30")])
            #expect(ended.status == 200, "\(ended.text)")
            let all = try await Self.due(server, as: .coordinatorOfSkara, span)
            #expect(all["planAdoption"] == ["\(year)-11-30"] && all["bodyMeeting"] == ["\(year)-03-04"])
            // The next year's plan, adopted, has taken the place; its own end is what comes then, if the agreement goes on.
            let plan = try await server.post(
                "\(Self.base)/action-plans/\(scene.plan)/revisions", as: .coordinatorOfSkara,
                [
                    "year": .init(integerLiteral: next),
                    "period": ["start": .string("\(year)-12-01"), "end": .string("\(next)-11-30")],
                ])
            let adopted = try await server.post(
                "\(Self.base)/action-plans/\(try plan.json.id)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"])
            #expect(adopted.status == 200, "\(adopted.text)")
            #expect(try await due() ?? [] == [])
        }
    }

    @Test("Promises, signatures and what is open stay until they are done")
    func whatIsOpenStays() async throws {
        try await TestServer.run { server in
            let scene = try await Self.set(server)
            let promise = try await server.post(
                "\(Self.base)/promises", as: .coordinatorOfSkara,
                [
                    "agreementId": .string(scene.agreement), "promisor": "joint", "text": "Fler vuxna ute",
                    "period": ["start": "2026-01-01", "end": "2026-06-30"],
                ])
            let path = "\(Self.base)/promises/\(try promise.json.id)"
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            var head = try await Self.due(server, as: .headOfDistrict)
            #expect(head["signature"] == ["2025-12-31"])
            _ = try await server.post("\(path)/approvals", as: .headOfDistrict, "{}")
            #expect(try await Self.due(server, as: .headOfDistrict)["signature"] == nil)
            #expect(try await Self.due(server, as: .coordinatorOfSkara)["signature"] == ["2025-12-31"])
            _ = try await server.post("\(path)/approvals", as: .coordinatorOfSkara, "{}")
            let published = try await server.post("\(path)/publication", as: .coordinatorOfSkara, "{}")
            #expect(published.status == 200, "\(published.text)")
            for person in [TestServer.Person.coordinatorOfSkara, .headOfDistrict] {
                #expect(try await Self.due(server, as: person)["promiseReview"] == ["2026-06-30"], "\(person)")
            }
            let late = try await server.get("/me/deadlines", as: .coordinatorOfSkara).json["months"].items
                .flatMap { $0["deadlines"].items }.first { $0["kind"].string == "promiseReview" }
            #expect(late?["isLate"] == .bool(true))
            let outcome = try await server.post(
                "\(path)/outcomes", as: .coordinatorOfSkara,
                [
                    "period": ["start": "2026-01-01", "end": "2026-06-30"], "verdict": "fulfilled",
                    "text": "Alla kvällar.",
                ])
            #expect(outcome.status == 201, "\(outcome.text)")
            #expect(try await Self.due(server, as: .coordinatorOfSkara)["promiseReview"] == nil)
            // A period before all calendars has no day before it, and hides nobody's list.
            let ancient = try await server.post(
                "\(Self.base)/promises", as: .coordinatorOfSkara,
                [
                    "agreementId": .string(scene.agreement), "promisor": "joint", "text": "Sedan urminnes tid",
                    "period": ["start": "0001-01-01", "end": "2026-06-30"],
                ])
            let proposed = try await server.post(
                "\(Self.base)/promises/\(try ancient.json.id)/proposal", as: .coordinatorOfSkara, "")
            #expect(proposed.status == 200, "\(proposed.text)")
            // What waits for the police has no day of its own.
            head = try await Self.due(server, as: .headOfDistrict)
            #expect(head["signature"] == [nil, nil])
        }
    }

    @Test("An agreement that nobody gave notice of goes on by itself, and is signed so")
    func tacitProlongation() async throws {
        try await TestServer.run { server in
            let year = TestSupport.Scene.year
            let without = try await server.post(
                "\(Self.base)/agreements", as: .coordinatorOfSkara,
                ["title": "x", "period": ["start": "2020-01-01", "end": "2023-12-31"], "tacitProlongationMonths": 12])
            #expect(
                without.status == 422 && without.json["errors"][0]["pointer"].string == "/tacitProlongationMonths",
                "\(without.text)")
            let open = try await server.post(
                "\(Self.base)/agreements", as: .coordinatorOfSkara,
                [
                    "title": "x", "period": ["start": "2020-01-01"], "noticeMonths": 3, "tacitProlongationMonths": 12,
                ])
            #expect(open.status == 422, "\(open.text)")
            let made = try await server.post(
                "\(Self.base)/agreements", as: .coordinatorOfSkara,
                [
                    "title": "Samverkan", "period": ["start": "2018-01-01", "end": "2019-12-31"], "noticeMonths": 6,
                    "tacitProlongationMonths": 12,
                    "signatures": [
                        ["party": "municipality", "name": "Kim Exempel", "title": "Ordförande"],
                        ["party": "police", "name": "Vera Exempel", "title": "Chef"],
                    ],
                ])
            let path = "\(Self.base)/agreements/\(try made.json.id)"
            _ = try await server.post("\(path)/proposal", as: .coordinatorOfSkara, "")
            for (index, person) in [TestServer.Person.coordinatorOfSkara, .headOfDistrict].enumerated() {
                let signed = try await server.post(
                    "\(path)/signatures", as: person,
                    ["signatureId": made.json["signatures"][index]["id"], "date": "2017-12-01"])
                #expect(signed.status == 200, "\(signed.text)")
            }
            let agreement = try await server.get(path, as: .headOfDistrict).json
            // Every year at the end of June nobody gave notice.
            let today = Day(String(Date.now.ISO8601Format().prefix(10)))?.text ?? ""
            let ends = today > "\(year)-06-30" ? "\(year + 1)-12-31" : "\(year)-12-31"
            #expect(agreement["effectiveEnd"].string == ends && agreement["phase"].string == "current")
            #expect(agreement["period"]["end"].string == "2019-12-31")
            let text = try await server.get("\(path)/signed-text", as: .headOfDistrict).text
            #expect(text.contains("tacitProlongationMonths") && text.contains("\"form\":\"v3\""), "\(text)")
            // There is no plan under it yet: the first was due when it began.
            let first = try await Self.due(server, as: .coordinatorOfSkara, "?from=2018-01-01&until=2018-12-31")
            #expect(first["planAdoption"] == ["2018-01-01"])
            // It holds, so nothing else may hold beside it; and it can be terminated within what it has become.
            let other = try await server.post(
                "\(Self.base)/agreements", as: .coordinatorOfSkara,
                [
                    "title": "Annan", "period": ["start": .string("\(year)-01-01"), "end": .string("\(year)-12-31")],
                    "signatures": [
                        ["party": "municipality", "name": "Kim Exempel", "title": "Ordförande"],
                        ["party": "police", "name": "Vera Exempel", "title": "Chef"],
                    ],
                ])
            let refused = try await server.post(
                "\(Self.base)/agreements/\(try other.json.id)/proposal", as: .coordinatorOfSkara, "")
            #expect(refused.status == 409 && refused.code == "agreementPeriodsOverlap", "\(refused.text)")
            let terminated = try await server.post(
                "\(path)/termination", as: .coordinatorOfSkara,
                ["effectiveEnd": .string("\(year)-12-31"), "reason": "Nytt avtal."])
            #expect(terminated.json["effectiveEnd"].string == "\(year)-12-31", "\(terminated.text)")
        }
    }

    @Test("A pasted list of meetings is read as people write it, and each line that is none is told")
    func pastedLists() {
        let text = """
            Kommunstyrelsens sammanträden 2027
            Onsdag 13 januari kl 13.00, handlingar senast 28 december 2026
            2027-02-10\t2027-01-27
            10 mars – handlingar 24 februari kl 12
            7/4, 24/3, kl. 08:15–12.00
            den 5 maj 2027
            Stoppdatum 18 dec kl 12.00, sammanträde 20 januari kl. 9-12
            3 februari, 25 jan.
            19-feb 29-jan
            Sammanträde kl 13 den 9-jun-2027; utskick av handlingar 26 maj
            17 augusti (möte i marskalkens rum, kl 10)
            Kallelse till sammanträde 22 september
            4/1 21/12
            Mars 2027
            """
        let (meetings, faults) = MeetingList.read(text, year: 2027)
        #expect(faults.isEmpty, "\(faults)")
        #expect(
            meetings.map { "\($0.day.text) \($0.time ?? "-") \($0.papers?.text ?? "-")" } == [
                "2027-01-04 - 2026-12-21", "2027-01-13 13:00 2026-12-28", "2027-01-20 09:00 2026-12-18",
                "2027-02-03 - 2027-01-25", "2027-02-10 - 2027-01-27", "2027-02-19 - 2027-01-29",
                "2027-03-10 - 2027-02-24",
                "2027-04-07 08:15 2027-03-24", "2027-05-05 - -", "2027-06-09 13:00 2027-05-26", "2027-08-17 10:00 -",
                "2027-09-22 - -",
            ])
        let wrong = """
            31/2
            rum 14
            1/3, 2/3, 3/3
            2026-04-01
            7 april
            7/4
            2027-13-01
            Handlingar senast 10 februari
            2 och 3 juni, 4 juni
            4/3 5/3
            4/3 30/9
            24 februari, handlingar 10 mars
            kallelse 3/5, handlingar 10/5
            11 marskalk
            """
        let read = MeetingList.read(wrong, year: 2027)
        #expect(read.meetings.map(\.day.text) == ["2027-04-07"], "\(read.meetings)")
        #expect(read.faults.map(\.line) == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14], "\(read.faults)")
    }

    @Test("Only a coordinator enters meetings, and a list that can't be read changes nothing")
    func meetingLists() async throws {
        try await TestServer.run { server in
            let body = try await server.post(
                "\(Self.base)/bodies", as: .coordinatorOfSkara,
                ["kind": "municipalExecutive", "name": "Kommunstyrelsen"])
            let path = "\(Self.base)/bodies/\(try body.json.id)"
            func enter(_ text: String, as person: TestServer.Person = .coordinatorOfSkara) async throws
                -> TestServer.Response
            {
                try await server.post("\(path)/meeting-list", as: person, ["year": 2027, "text": .string(text)])
            }
            #expect(try await enter("4/3\n8/4").json["meetings"].items.count == 2)
            let wrong = try await enter("4/3\n31/2\nrum 7")
            #expect(
                wrong.status == 422 && wrong.code == "meetingListUnreadable"
                    && wrong.json["errors"].items.map { $0["detail"].string?.prefix(7) } == ["line 2:", "line 3:"])
            #expect(try await server.get("\(path)/meetings", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 2)
            #expect(try await enter("10/5").json["meetings"].items.map { $0["date"].string } == ["2027-05-10"])
            #expect(try await enter("").json["meetings"] == .array([]))
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(try await enter("4/3", as: person).status == 403)
            }
            for person in [TestServer.Person.officerOfSkara, .headOfDistrict] {
                #expect([403, 404].contains(try await enter("4/3", as: person).status), "\(person)")
            }
        }
    }
}
