import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// What ordinary life does with a plan: closed too early, adopted with gaps, revised, its people replaced.
@Suite struct PlanTurnsTests {
    private static let base = "/municipalities/1495"

    private static func day(_ server: TestServer, _ offset: Int) throws -> String {
        try server.database.administrator().run(["select app.today() + \(offset)::integer"])[0].first?[0] ?? ""
    }

    @Test("A plan is closed on a day that has been and reopened with a reason")
    func aPlanIsClosedOnADayThatHasBeenAndReopenedWithAReason() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let early = try await server.post(
                "\(plan)/closing", as: .coordinatorOfSkara, ["closedOn": "\(try Self.day(server, 1))"])
            #expect(
                early.status == 422 && early.json["errors"][0]["pointer"].string == "/closedOn"
                    && early.json["errors"][0]["code"].string == "outOfRange")
            #expect(try await server.get(plan, as: .readerOfSkara).json["status"].string == "adopted")
            let open = try await server.post("\(plan)/reopening", as: .coordinatorOfSkara, ["reason": "Ingen orsak"])
            #expect(open.status == 409 && open.code == "planTransitionNotPossible")
            // Without a body, and so without a type.
            let today = try Self.day(server, 0)
            let closed = try await server.request(.POST, "\(plan)/closing", as: .coordinatorOfSkara)
            #expect(closed.status == 200 && closed.json["closedOn"].string == today)
            for person in [TestServer.Person.readerOfSkara, .officerOfSkara] {
                #expect(
                    try await server.post("\(plan)/reopening", as: person, ["reason": "x"]).status == 403,
                    "\(person)")
            }
            for person in TestServer.Person.outsiders {
                let answer = try await server.post("\(plan)/reopening", as: person, ["reason": "x"])
                // What a login can never do is 403 for everybody with it.
                #expect(
                    answer.status == 404 || person.district != nil && answer.status == 403
                        || person.role == .operator && answer.status == 403, "\(person)")
            }
            #expect(
                try await server.post("\(plan)/reopening", as: .coordinatorOfSkara, "{}").json["errors"][0]["pointer"]
                    .string == "/reason")
            let stale = try await server.request(
                .POST, "\(plan)/reopening", as: .coordinatorOfSkara, body: Array(#"{"reason":"x"}"#.utf8),
                headers: [("If-Match", "\"1\"")])
            #expect(stale.status == 412)
            let revision = try await server.post(
                "\(plan)/revisions", as: .coordinatorOfSkara,
                ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-12-31"]])
            #expect(revision.code == "planNotRevisable" && revision.json["detail"].string?.contains("reopen") == true)
            let again = try await server.post(
                "\(plan)/reopening", as: .coordinatorOfSkara, ["reason": "Stängdes ett år för tidigt."])
            #expect(
                again.status == 200 && again.json["status"].string == "adopted" && again.json["closedOn"] == .null
                    && again.json["reopeningReason"].string == "Stängdes ett år för tidigt.")
            #expect(again.json["adoptedBy"].string == "Kommunstyrelsen")
        }
    }

    @Test("Of days to come only that nothing was begun is reported")
    func ofDaysToComeOnlyThatNothingWasBegunIsReported() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let lidkoping = try await server.measure("Krogar mot knark", as: .coordinatorOfLidkoping)
            let path = "/municipalities/1494/measures/\(lidkoping.id)/follow-ups"
            let (today, tomorrow) = (try Self.day(server, 0), try Self.day(server, 1))
            // The demo's plan is of this year: on its last day, tomorrow lies outside it.
            for (status, rest) in [("done", ""), ("ongoing", ""), ("partlyDone", #","reason":"x""#)] {
                let answer = try await server.post(
                    path, as: .coordinatorOfLidkoping,
                    #"{"period":{"start":"\#(tomorrow)"},"status":"\#(status)"\#(rest)}"#)
                #expect(
                    answer.status == 422
                        && ["outOfRange", "outsidePlanPeriod"].contains(answer.json["errors"][0]["code"].string ?? ""),
                    "\(status): \(answer.text)")
                let line = try await server.post(
                    "/municipalities/1494/follow-ups", as: .coordinatorOfLidkoping,
                    #"{"followUps":[{"measureId":"\#(lidkoping.id)","period":{"start":"\#(tomorrow)"},"status":"\#(status)"\#(rest)}]}"#
                )
                #expect(line.status == 422 && line.json["errors"].items.count == 1, "\(line.text)")
            }
            #expect(
                try await server.post(
                    path, as: .coordinatorOfLidkoping, ["period": ["start": "\(today)"], "status": "ongoing"]
                ).status == 201)
            if tomorrow.prefix(4) == today.prefix(4) {
                #expect(
                    try await server.post(
                        path, as: .coordinatorOfLidkoping,
                        ["period": ["start": "\(tomorrow)"], "status": "cancelled", "reason": "Krogen har stängt."]
                    ).status == 201)
                let plan =
                    try await server.get("/municipalities/1494/action-plans", as: .coordinatorOfLidkoping).json[
                        "items"][0].id
                let area =
                    try await server.get("/municipalities/1494/action-plans/\(plan)", as: .coordinatorOfLidkoping).json[
                        "priorityAreas"][0].id
                let work = try await server.post(
                    "/municipalities/1494/action-plans/\(plan)/unplanned-work", as: .coordinatorOfLidkoping,
                    [
                        "areaId": "\(area)", "responsiblePartyId": "\(lidkoping.party)",
                        "period": ["start": "\(tomorrow)"], "text": "Extra",
                    ]
                )
                #expect(work.status == 422 && work.json["errors"][0]["code"].string == "outOfRange")
            }
        }
    }

    @Test("What is adopted shows its contacts as they were and the person can be replaced")
    func whatIsAdoptedShowsItsContactsAsTheyWereAndThePersonCanBeReplaced() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            try server.establish()
            let plan = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).json
            let measures = plan["priorityAreas"].items.flatMap { area in
                area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
            }
            let measure = try #require(
                measures.first { $0["responsibilities"].items.contains { $0["contact"]["id"].string != nil } })
            let responsibility = try #require(
                measure["responsibilities"].items.first { $0["contact"]["id"].string != nil })
            let (party, contact) = (
                try responsibility["responsibleParty"].id, try responsibility["contact"].id
            )
            let (name, path) = (
                responsibility["contact"]["name"].string ?? "", "\(Self.base)/measures/\(try measure.id)"
            )
            func shown(_ person: TestServer.Person = .readerOfSkara) async throws -> String? {
                try await server.get(path, as: person).json["responsibilities"].items.first {
                    $0["responsibleParty"]["id"].string == party
                }?["contact"]["name"].string
            }
            // A new surname changes nothing of what is adopted; the draft of next year has the new one.
            let version = try await server.get("\(Self.base)/responsible-parties/\(party)", as: .readerOfSkara).json[
                "version"
            ].int
            #expect(
                try await server.patch(
                    "\(Self.base)/responsible-parties/\(party)/contacts/\(contact)", as: .coordinatorOfSkara,
                    version: version, ["name": "Nytt Exempelnamn"]
                ).status == 200)
            #expect(try await shown() == name)
            #expect(try await shown(.officerOfSkara) == name)
            #expect(try await shown(.headOfDistrict) == nil)
            #expect(
                try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).text.contains(
                    name))
            #expect(try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).text.contains(name))
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            #expect(draft.text.contains("Nytt Exempelnamn") && !draft.text.contains(name))
            // Somebody else is to be asked from now on.
            let other =
                try await server.post(
                    "\(Self.base)/responsible-parties/\(party)/contacts", as: .coordinatorOfSkara,
                    ["name": "Efterträdare Exempelsson"]
                ).json.id
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .officerOfSkara, .headOfDistrict] {
                #expect(
                    try await server.post(
                        "\(path)/contact", as: person, ["responsiblePartyId": "\(party)", "contactId": "\(other)"]
                    ).status == 403, "\(person)")
            }
            for person in TestServer.Person.outsiders {
                let answer = try await server.post(
                    "\(path)/contact", as: person, ["responsiblePartyId": "\(party)"])
                // What a login can never do is 403 for everybody with it.
                #expect(
                    answer.status == 404 || person.district != nil && answer.status == 403
                        || person.role == .operator && answer.status == 403, "\(person)")
            }
            let wrong = try await server.post(
                "\(path)/contact", as: .coordinatorOfSkara, ["responsiblePartyId": "\(skara.planID)"])
            #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/responsiblePartyId")
            let foreign = try await server.post(
                "\(path)/contact", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(party)", "contactId": "\(skara.planID)"])
            #expect(foreign.status == 422 && foreign.json["errors"][0]["pointer"].string == "/contactId")
            let replaced = try await server.post(
                "\(path)/contact", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(party)", "contactId": "\(other)"])
            #expect(replaced.status == 200 && replaced.text.contains("Efterträdare Exempelsson"), "\(replaced.text)")
            #expect(try await shown() == "Efterträdare Exempelsson")
            #expect(
                try server.database.administrator().run([
                    "select count(*) from audit.change where table_name = 'responsibility' and action = 'update' and after ->> 'contact_id' = \(other)"
                ])[0].first?.int(0) == 1)
            // Nothing else of an adopted measure changes, and nothing of a closed one.
            let locked = try await server.patch(path, as: .coordinatorOfSkara, version: nil, ["text": "x"])
            #expect(locked.status == 428)
            _ = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/closing", as: .coordinatorOfSkara, "{}")
            #expect(
                try await server.post(
                    "\(path)/contact", as: .coordinatorOfSkara, ["responsiblePartyId": "\(party)"]
                ).code == "documentLocked")
        }
    }

    @Test("What has gaps is told and not refused")
    func whatHasGapsIsToldAndNotRefused() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            func codes(_ json: JSON) -> [String] { json["warnings"].items.compactMap { $0["code"].string } }
            let plan = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).json
            #expect(codes(plan) == ["areaWithoutMeasure", "agreementNotSigned", "pictureNotEstablished"])
            #expect(
                plan["warnings"][0]["text"].string == "Området «Grannsamverkan» har ingen åtgärd"
                    && plan["warnings"][0]["id"].string == plan["priorityAreas"][2]["id"].string)
            let empty = try await server.post(
                "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                [
                    "agreementId": "\(skara.agreementID)", "year": 2026,
                    "period": ["start": "2025-01-01", "end": "2025-12-31"],
                ]
            ).json
            #expect(
                codes(empty) == ["planWithoutArea", "periodBesideYear", "agreementNotSigned", "periodOutsideAgreement"])
            let area = try plan["priorityAreas"][2].id
            _ = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/measures", as: .coordinatorOfSkara,
                ["areaId": "\(area)", "text": "Vandra", "startsOn": "2019-12-30", "endsOn": "2020-01-05"])
            try server.establish()
            let adopted = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .coordinatorOfSkara)
                .json
            #expect(codes(adopted) == ["measureOutsidePeriod"])
            // The district is told nothing of the municipality's own business, the officer is.
            let district = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .headOfDistrict).json
            #expect(codes(district).isEmpty)
            let officer = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .officerOfSkara).json
            #expect(codes(officer) == ["measureOutsidePeriod"])
            let other = try await server.post(
                "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                [
                    "agreementId": "\(skara.agreementID)", "pictureId": "\(skara.pictureID)", "year": 2020,
                    "period": ["start": "2020-12-01", "end": "2021-11-30"],
                ]
            ).json
            #expect(
                codes(other) == ["planWithoutArea", "overlapsAdoptedPlan"]
                    && other["warnings"][1]["id"].string == skara.planID, "\(other["warnings"])")
            let adoption = try await server.post(
                "\(Self.base)/action-plans/\(try other.id)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"])
            #expect(
                adoption.status == 200
                    && codes(adoption.json) == ["planWithoutArea", "overlapsAdoptedPlan", "planNotApproved"])
            // A revision of the same year takes the plan's place, so they don't overlap; the superseded one shows what
            // did.
            let revision = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2020, "period": ["start": "2020-01-01", "end": "2020-11-30"]]
            ).json
            #expect(codes(revision) == ["measureOutsidePeriod"])
            let id = try revision.id
            _ = try await server.post(
                "\(Self.base)/action-plans/\(id)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"]
            )
            let superseded = try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .coordinatorOfSkara)
                .json
            #expect(
                superseded["_links"]["successor"]["href"].string?.hasSuffix(id) == true && codes(superseded).isEmpty)
        }
    }

    @Test("Who has ended is given nothing new")
    func whoHasEndedIsGivenNothingNew() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            func make(_ name: String) async throws -> String {
                try await server.post(
                    "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                    ["name": "\(name)", "kind": "municipality", "form": "unit"]
                ).json.id
            }
            let (gone, merged, there) = (
                try await make("Parkenheten"), try await make("Gatuenheten"), try await make("Tekniska enheten")
            )
            _ = try await server.patch(
                "\(Self.base)/responsible-parties/\(gone)", as: .coordinatorOfSkara, version: 1,
                ["endedOn": "2019-06-30"])
            _ = try await server.post(
                "\(Self.base)/responsible-parties/\(merged)/merger", as: .coordinatorOfSkara, ["intoId": "\(there)"]
            )
            let area =
                try await server.get("\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara).json[
                    "priorityAreas"][0].id
            for (party, status) in [(gone, 409), (merged, 409), (there, 201)] {
                let answer = try await server.post(
                    "\(Self.base)/action-plans/\(skara.planID)/measures", as: .coordinatorOfSkara,
                    [
                        "areaId": "\(area)", "text": "Röja",
                        "responsibilities": [["responsibleParty": ["id": "\(party)"]]],
                    ]
                )
                #expect(answer.status == status && (status == 201 || answer.code == "partyEnded"), "\(answer.text)")
            }
            // Case, blanks and composition don't make another name.
            for name in ["Tekniska enheten ", " tekniska  ENHETEN", "Tekniska\u{A0}enheten"] {
                let taken = try await server.post(
                    "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                    ["name": "\(name)", "kind": "municipality", "form": "unit"])
                #expect(taken.status == 409 && taken.code == "partyNameTaken", "\(name)")
            }
        }
    }

    /// Plan, area and measures with days, adopted; gives the plan.
    private static func plan(
        _ server: TestServer, _ agreement: String, year: Int, _ start: String, _ end: String, days: [(String, String)]
    ) async throws -> String {
        let plan =
            try await server.post(
                "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                #"{"agreementId":"\#(agreement)","year":\#(year),"period":{"start":"\#(start)","end":"\#(end)"}}"#
            ).json.id
        let area =
            try await server.post(
                "\(Self.base)/action-plans/\(plan)/priority-areas", as: .coordinatorOfSkara, ["title": "Trygg kväll"]
            ).json.id
        for (first, last) in days {
            let made = try await server.post(
                "\(Self.base)/action-plans/\(plan)/measures", as: .coordinatorOfSkara,
                ["areaId": "\(area)", "text": "Åtgärd \(first)", "startsOn": "\(first)", "endsOn": "\(last)"])
            #expect(made.status == 201, "\(made.text)")
        }
        #expect(
            try await server.post(
                "\(Self.base)/action-plans/\(plan)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"]
            ).status == 200)
        return plan
    }

    @Test(
        "Days move with the period and count as kept",
        arguments: [
            // Start and end of the plan and of its revision, a measure's days in each.
            (
                "2020-01-01", "2020-12-31", 2021, "2021-01-01", "2021-12-31", ("2020-02-29", "2020-03-31"),
                ("2021-02-28", "2021-03-31")
            ),
            (
                "2019-12-01", "2020-11-30", 2021, "2021-01-01", "2021-12-31", ("2019-12-05", "2019-12-20"),
                ("2021-12-05", "2021-12-20")
            ),
            (
                "2020-01-01", "2021-12-31", 2022, "2022-01-01", "2022-12-31", ("2021-05-01", "2021-05-31"),
                ("2022-05-01", "2022-05-31")
            ),
            (
                "2020-01-01", "2020-12-31", 2020, "2020-08-01", "2020-12-31", ("2020-09-01", "2020-09-30"),
                ("2020-09-01", "2020-09-30")
            ),
            ("2020-01-01", "2020-12-31", 2021, "2021-01-01", "2021-06-30", ("2020-09-01", "2020-09-30"), nil),
        ] as [(String, String, Int, String, String, (String, String), (String, String)?)])
    func daysMoveWithThePeriodAndCountAsKept(
        _ start: String, _ end: String, _ year: Int, _ newStart: String, _ newEnd: String, _ days: (String, String),
        _ moved: (String, String)?
    ) async throws {
        try await TestServer.run { server in
            let agreement =
                try await server.post(
                    "\(Self.base)/agreements", as: .coordinatorOfSkara,
                    ["title": "Avtal", "period": ["start": "2019-01-01"]]
                ).json.id
            let plan = try await Self.plan(server, agreement, year: 2020, start, end, days: [days])
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(plan)/revisions", as: .coordinatorOfSkara,
                #"{"year":\#(year),"period":{"start":"\#(newStart)","end":"\#(newEnd)"}}"#
            ).json
            let measure = draft["priorityAreas"][0]["measures"][0]
            #expect(measure["startsOn"].string == moved?.0 && measure["endsOn"].string == moved?.1, "\(measure)")
            #expect(draft["warnings"].items.contains { $0["code"].string == "daysLeftOut" } == (moved == nil))
            let changes = try await server.get(
                "\(Self.base)/action-plans/\(try draft.id)/changes", as: .readerOfSkara
            ).json
            #expect(
                changes["kept"].items.count == (moved == nil ? 0 : 1)
                    && changes["changed"].items.count == (moved == nil ? 1 : 0), "\(changes)")
            // A day that is changed by a person is told as before and after.
            if moved != nil {
                _ = try await server.patch(
                    "\(Self.base)/measures/\(try measure.id)", as: .coordinatorOfSkara, version: 1,
                    ["endsOn": "\(newEnd)"])
                let fields = try await server.get(
                    "\(Self.base)/action-plans/\(try draft.id)/changes", as: .readerOfSkara
                ).json["changed"][0]["fields"]
                #expect(
                    fields.items.contains {
                        $0["field"].string == "endsOn" && $0["before"].string == days.1 && $0["after"].string == newEnd
                    }, "\(fields)")
            }
        }
    }

    @Test("Who was merged keeps contacts reports and reporters")
    func whoWasMergedKeepsContactsReportsAndReporters() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func make(_ path: String, _ body: String) async throws -> String {
                try await server.post("\(Self.base)/\(path)", as: .coordinatorOfSkara, body).json.id
            }
            let unit = try await make(
                "responsible-parties", #"{"name":"Parkenheten","kind":"municipality","form":"unit"}"#)
            let technical = try await make(
                "responsible-parties", #"{"name":"Tekniska enheten","kind":"municipality","form":"unit"}"#)
            let anna = try await make("responsible-parties/\(unit)/contacts", #"{"name":"Anna Exempelsson"}"#)
            let plan = try await make(
                "action-plans",
                #"{"agreementId":"\#(skara.agreementID)","year":2021,"period":{"start":"2021-01-01","end":"2021-12-31"}}"#
            )
            let area = try await make("action-plans/\(plan)/priority-areas", #"{"title":"Parker"}"#)
            let measure = try await make(
                "action-plans/\(plan)/measures",
                #"{"areaId":"\#(area)","text":"Röja","responsibilities":[{"responsibleParty":{"id":"\#(unit)"},"contact":{"id":"\#(anna)"}}]}"#
            )
            _ = try await server.post(
                "\(Self.base)/action-plans/\(plan)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"])
            _ = try await server.post(
                "\(Self.base)/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                [
                    "responsiblePartyId": "\(unit)", "period": ["start": "2021-05-01"], "status": "ongoing",
                    "text": "Halva parken",
                ]
            )
            _ = try await server.post(
                "\(Self.base)/responsible-parties/\(unit)/merger", as: .coordinatorOfSkara,
                ["intoId": "\(technical)"])
            // Somebody who is given the merged unit afterwards reports for what it has become.
            let contributor = try TestServer.Person.contributorOfSkara.caller
            try server.database.administrator().run([
                "update access.caller_grant set responsible_party_ids = array[\(unit)::uuid] where issuer = \(contributor.issuer) and subject = \(contributor.subject)"
            ])
            let revision = try await server.post(
                "\(Self.base)/action-plans/\(plan)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            let named = revision["priorityAreas"][0]["measures"][0]["responsibilities"][0]
            #expect(
                named["responsibleParty"]["id"].string == technical
                    && named["contact"]["name"].string == "Anna Exempelsson", "\(named)")
            // The unit that there is now has somebody new, who can be asked about what names the old one.
            let bo = try await make("responsible-parties/\(technical)/contacts", #"{"name":"Bo Exempelsson"}"#)
            let asked = try await server.post(
                "\(Self.base)/measures/\(measure)/contact", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(unit)", "contactId": "\(bo)"])
            #expect(
                asked.status == 200 && asked.json["responsibilities"][0]["contact"]["name"].string == "Bo Exempelsson",
                "\(asked.text)")
            let version = try await server.get("\(Self.base)/responsible-parties/\(technical)", as: .readerOfSkara)
                .json["version"].int
            _ = try await server.patch(
                "\(Self.base)/responsible-parties/\(technical)/contacts/\(bo)", as: .coordinatorOfSkara,
                version: version, ["endedOn": "2020-01-01"])
            let left = try await server.post(
                "\(Self.base)/measures/\(measure)/contact", as: .coordinatorOfSkara,
                ["responsiblePartyId": "\(unit)", "contactId": "\(bo)"])
            #expect(left.status == 422 && left.json["errors"][0]["pointer"].string == "/contactId", "\(left.text)")
            // What the unit reported is the last report of what it has become.
            _ = try await server.post(
                "\(Self.base)/action-plans/\(try revision.id)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen"])
            let waiting = try await server.get(
                "/me/measures?area=\(try revision["priorityAreas"][0].id)", as: .contributorOfSkara
            ).json["items"]
            #expect(
                waiting.items.count == 1 && waiting[0]["status"].string == "ongoing"
                    && waiting[0]["latestFollowUp"]["text"].string == "Halva parken", "\(waiting)")
            #expect(
                try await server.post(
                    "\(Self.base)/measures/\(waiting[0]["measureId"].string ?? "")/follow-ups", as: .contributorOfSkara,
                    ["responsiblePartyId": "\(technical)", "period": ["start": "2021-06-01"], "status": "done"]
                ).status == 201)
        }
    }
}
