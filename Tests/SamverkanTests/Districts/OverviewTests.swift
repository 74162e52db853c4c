import Postgres
import TestSupport
import Testing

/// The district's overview against numbers counted as the superuser.
@Suite struct OverviewTests {
    private static let path = "/districts/vastra-skaraborg/overview"
    private static let measures = "/districts/vastra-skaraborg/measures"

    @Test("The numbers are the truths")
    func theNumbersAreTheTruths() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            // A draft beside them, which must not show.
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            let answer = try await server.get(Self.path, as: .headOfDistrict)
            #expect(answer.status == 200)
            let municipalities = answer.json["municipalities"].items
            #expect(
                municipalities.compactMap { $0["name"].string } == [
                    "Essunga", "Grästorp", "Götene", "Lidköping", "Skara", "Vara",
                ])
            let truth = try server.database.administrator().run([
                """
                select m.municipality_code, a.agreement_id, a.effective_end, p.plan_id,
                    (select count(*) from app.measure x where x.plan_id = p.plan_id),
                    (select count(distinct r.measure_id) from app.responsibility r join app.responsible_party q on q.party_id = r.party_id where r.plan_id = p.plan_id and q.kind = 'police'),
                    (select max(f.period_end) from app.follow_up f where f.plan_id = p.plan_id),
                    (select count(*) from app.measure_status s where s.plan_id = p.plan_id and s.status = 'ongoing')
                from app.municipality m
                left join app.agreement a on a.municipality_code = m.municipality_code and a.state = 'signed' and current_date between a.period_start and coalesce(a.effective_end, 'infinity')
                left join lateral (select * from app.action_plan p where p.municipality_code = m.municipality_code and p.state = 'adopted' and p.period_start <= current_date
                    order by p.period_end desc limit 1) p on true
                where m.district_code = 'vastra-skaraborg'
                """
            ])[0]
            #expect(truth.count == 6)
            for row in truth {
                let shown = try #require(municipalities.first { $0["code"].string == row[0] })
                #expect(
                    shown["agreement"]["id"].string == row[1] && shown["agreement"]["effectiveEnd"].string == row[2])
                #expect(shown["actionPlan"]["id"].string == row[3])
                #expect(shown["measures"]["total"].int == row.int(4))
                #expect(shown["measures"]["policeResponsible"].int == row.int(5))
                #expect(shown["lastFollowUpOn"].string == row[6])
                #expect(shown["measures"]["byStatus"]["ongoing"].int == row.int(7))
                let sum = shown["measures"]["byStatus"].keys.reduce(0) {
                    $0 + (shown["measures"]["byStatus"][$1].int ?? 0)
                }
                #expect(sum == row.int(4))
            }
            // Skara's agreement has expired, and its plan has ended with nothing behind it.
            let ended = municipalities.first { $0["code"].string == "1495" }?["actionPlan"] ?? .null
            #expect(ended["ended"] == .bool(true) && (ended["daysWithoutPlan"].int ?? 0) > 2_000)
            #expect(municipalities.first { $0["code"].string == "1495" }?["agreement"] == .null)
            #expect(municipalities.first { $0["code"].string == "1494" }?["measures"]["total"].int == 5)
            #expect(!answer.text.contains("Falköping"))
        }
    }

    @Test("Who may see it")
    func whoMaySeeIt() async throws {
        try await TestServer.run { server in
            #expect(try await server.get(Self.path, as: .districtReader).status == 200)
            for person in [TestServer.Person.headOfOtherDistrict, .coordinatorOfSkara, .operator] {
                for path in [Self.path, Self.measures] {
                    #expect(try await server.get(path, as: person).status == 404, "\(person)")
                }
            }
            #expect(try await server.get("/districts/finns-inte/overview", as: .headOfDistrict).status == 404)
            let other = try await server.get("/districts/ostra-skaraborg/overview", as: .headOfOtherDistrict).json
            #expect(other["municipalities"].items.compactMap { $0["name"].string } == ["Falköping"])
        }
    }

    @Test("Several plans of a day are summed and the last one stands when none holds")
    func severalPlansOfADayAreSummedAndTheLastOneStandsWhenNoneHolds() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let base = "/municipalities/1495"
            let other =
                try await server.post(
                    "\(base)/action-plans", as: .coordinatorOfSkara,
                    [
                        "agreementId": "\(skara.agreementID)", "year": 2021,
                        "period": ["start": "2020-12-01", "end": "2021-11-30"],
                    ]
                ).json.id
            let area =
                try await server.post(
                    "\(base)/action-plans/\(other)/priority-areas", as: .coordinatorOfSkara, ["title": "Skolor"]
                ).json.id
            _ = try await server.post(
                "\(base)/action-plans/\(other)/measures", as: .coordinatorOfSkara,
                ["areaId": "\(area)", "text": "Vandra"])
            func shown(_ day: String) async throws -> JSON {
                try await server.get("\(Self.path)?asOf=\(day)", as: .districtReader).json["municipalities"].items.first
                { $0["code"].string == "1495" } ?? .null
            }
            #expect(try await shown("2020-12-15")["actionPlans"].items.count == 1)
            _ = try await server.post(
                "\(base)/action-plans/\(other)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-11-30"])
            let both = try await shown("2020-12-15")
            #expect(
                both["actionPlans"].items.map { $0["id"].string } == [other, skara.planID]
                    && both["actionPlan"]["id"].string == other)
            #expect(both["measures"]["total"].int == 12 && both["measures"]["byStatus"]["done"].int == 1)
            // A revision that begins later leaves its days before to the plan that it superseded.
            let revision =
                try await server.post(
                    "\(base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                    ["year": 2020, "period": ["start": "2020-08-01", "end": "2020-12-31"]]
                ).json.id
            _ = try await server.post(
                "\(base)/action-plans/\(revision)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-07-30"])
            for (day, plan, status) in [
                ("2020-03-01", skara.planID, "superseded"), ("2020-07-31", skara.planID, "superseded"),
                ("2020-08-01", revision, "adopted"),
            ] {
                let shown = try await shown(day)["actionPlans"]
                #expect(
                    shown.items.count == 1 && shown[0]["id"].string == plan && shown[0]["status"].string == status
                        && shown[0]["ended"] == .bool(false), "\(day)")
            }
            // Closed, a plan was still the plan of its period.
            _ = try await server.post("\(base)/action-plans/\(revision)/closing", as: .coordinatorOfSkara, "{}")
            #expect(try await shown("2020-09-01")["actionPlan"]["status"].string == "closed")
            let after = try await shown("2021-12-31")
            #expect(
                after["actionPlan"]["id"].string == other && after["actionPlan"]["ended"] == .bool(true)
                    && after["actionPlan"]["daysWithoutPlan"].int == 31)
            #expect(after["measures"]["total"].int == 1)
            #expect(try await shown("2019-12-31")["actionPlan"] == .null)
            for wrong in ["asOf=igår", "asOf=2020-13-01", "asof=2020-01-01"] {
                #expect(try await server.get("\(Self.path)?\(wrong)", as: .districtReader).status == 400, "\(wrong)")
            }
        }
    }

    @Test("A municipal police officer sees the district's picture of its municipalities, and no draft")
    func anOfficerSeesItsMunicipalities() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            func seen(_ person: TestServer.Person) async throws -> JSON {
                let answer = try await server.get("\(Self.path)?asOf=2020-06-01", as: person)
                #expect(answer.status == 200, "\(answer.text)")
                return answer.json
            }
            let own = try await seen(.officerOfSkara)
            #expect(own["municipalities"].items.compactMap { $0["code"].string } == ["1495"])
            let whole = try await seen(.headOfDistrict)
            #expect(whole["municipalities"].items.count == 6)
            #expect(own["municipalities"][0] == whole["municipalities"].items.first { $0["code"].string == "1495" })
            #expect(own["totals"]["municipalities"].int == 1 && own["totals"]["measures"]["total"].int == 11)
            // In its municipality it reads drafts; here it sees what the head of the district sees.
            let draft = try await server.post(
                "/municipalities/1495/agreements", as: .coordinatorOfSkara,
                ["title": "Ett utkast", "period": ["start": "2020-01-01", "end": "2020-12-31"]])
            #expect(draft.status == 201, "\(draft.text)")
            #expect(
                try await server.get(
                    "/municipalities/1495/agreements/\(try draft.json.id)", as: .officerOfSkara
                ).status == 200)
            #expect(try await seen(.officerOfSkara) == own)
            let listed = try await server.get("\(Self.measures)?asOf=2020-06-01&limit=100", as: .officerOfSkara).json
            #expect(listed["items"].items.count == 11)
            #expect(listed["items"].items.allSatisfy { $0["municipality"]["code"].string == "1495" })
            // Its grants may name several, and end when the municipality moves.
            try server.database.administrator().run(
                unsafeScript: """
                    insert into access.caller_grant (issuer, subject, role, municipality_code)
                    select issuer, subject, role, '1444' from access.caller_grant where role = 'municipalOfficer' and municipality_code = '1495'
                    """)
            #expect(
                try await seen(.officerOfSkara)["municipalities"].items.compactMap { $0["code"].string } == [
                    "1444", "1495",
                ])
            // Götene and Lidköping lie between the two codes, and are none of its.
            let today = try await server.get(Self.path, as: .officerOfSkara).json
            #expect(today["totals"]["measures"]["total"].int == 11 && today["totals"]["municipalities"].int == 2)
            let every = try await server.get("\(Self.measures)?limit=100", as: .officerOfSkara).json["items"].items
            #expect(every.count == 11 && every.allSatisfy { $0["municipality"]["code"].string == "1495" })
            #expect(try await server.get(Self.path, as: .headOfDistrict).json["totals"]["measures"]["total"].int == 19)
            try server.database.administrator().run(
                unsafeScript:
                    "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1495'")
            #expect(
                try await seen(.officerOfSkara)["municipalities"].items.compactMap { $0["code"].string } == ["1444"])
            // What it may do in a municipality, it may not through the district.
            #expect(
                try await server.get("/districts/ostra-skaraborg/overview", as: .officerOfSkara).status == 404)
        }
    }

    @Test("What is the police's to report is told for each round, until it is answered")
    func whatIsThePolicesToReport() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func rounds(_ day: String) async throws -> [JSON] {
                let overview = try await server.get("\(Self.path)?asOf=\(day)", as: .headOfDistrict).json
                return overview["municipalities"].items.first { $0["code"].string == "1495" }?["policeRounds"].items
                    ?? []
            }
            // Without rounds the plan itself is asked about.
            let whole = try await rounds("2020-05-10")
            #expect(whole.count == 1 && whole[0]["roundId"] == .null && whole[0]["answersUntil"].string == "2020-12-31")
            let asked = try #require(whole[0]["asked"].int)
            #expect(asked > 1 && whole[0]["isLate"] == .bool(false))
            let made = try await server.post(
                "/municipalities/1495/reporting-rounds", as: .coordinatorOfSkara,
                [
                    "planId": .string(skara.planID), "name": "Tertial 1",
                    "period": ["start": "2020-01-01", "end": "2020-04-30"],
                    "answers": ["from": "2020-05-01", "until": "2020-05-31"],
                ])
            #expect(made.status == 201, "\(made.text)")
            #expect(try await rounds("2020-04-30").isEmpty)
            let before = try await rounds("2020-05-10")
            #expect(before.count == 1 && before[0]["name"].string == "Tertial 1")
            let waiting = before[0]["unanswered"].items
            #expect(before[0]["asked"].int == (before[0]["answered"].int ?? 0) + waiting.count && !waiting.isEmpty)
            let measure = try #require(waiting.first?["id"].string)
            let parties = try await server.get("/municipalities/1495/measures/\(measure)", as: .coordinatorOfSkara)
                .json[
                    "responsibilities"
                ].items.map { $0["responsibleParty"] }
            let police = try #require(parties.first { $0["kind"].string == "police" }?["id"].string)
            let report = try await server.post(
                "/municipalities/1495/measures/\(measure)/follow-ups", as: .officerOfSkara,
                ["responsiblePartyId": .string(police), "period": ["start": "2020-02-01"], "status": "done"])
            #expect(report.status == 201, "\(report.text)")
            let after = try await rounds("2020-06-01")
            #expect(after[0]["answered"].int == (before[0]["answered"].int ?? 0) + 1)
            #expect(!after[0]["unanswered"].items.contains { $0["id"].string == measure })
            #expect(after[0]["isLate"] == .bool(waiting.count > 1))
        }
    }

    @Test("An indicator tells whether it has reached its target, and nothing where a value or a target is missing")
    func indicatorsAgainstTargets() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let path = "/municipalities/1495/action-plans/\(skara.planID)/indicators"
            for (name, more) in [
                ("Utan mål", [:]), ("Utan värde", ["target": 80]), ("Nått", ["target": 80]),
                ("Inte nått", ["target": 20]),
            ] as [(String, [String: JSON])] {
                let made = try await server.post(
                    path, as: .coordinatorOfSkara,
                    .object(["name": .string(name), "unit": "brott", "direction": "down"].merging(more) { $1 }))
                #expect(made.status == 201, "\(made.text)")
            }
            try server.establish()
            func shown() async throws -> [JSON] {
                let overview = try await server.get("\(Self.path)?asOf=2020-06-01", as: .headOfDistrict).json
                return overview["municipalities"].items.first { $0["code"].string == "1495" }?["indicators"].items ?? []
            }
            for indicator in try await shown() where indicator["name"].string != "Utan värde" {
                let value = try await server.post(
                    "\(path)/\(try indicator.id)/values", as: .coordinatorOfSkara, ["date": "2020-04-30", "value": 31])
                #expect(value.status == 201, "\(value.text)")
            }
            #expect(
                try await shown().map { $0["reached"] } == [.null, .null, .bool(true), .bool(false)])
        }
    }

    @Test("What a municipality has much of makes the district's picture no longer than a hundred")
    func muchIsBounded() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            // As they would stand there after as many acts.
            try server.database.administrator().run(
                unsafeScript: """
                    set session_replication_role = replica;
                    insert into app.promise (municipality_code, promise_id, agreement_id, position, promisor, text, state, published_on)
                    select '1495', app.uuidv7(), '\(skara.agreementID)', 100 + n, 'municipality', 'Löfte ' || n,
                        case when n <= 120 then 'published' else 'proposed' end, case when n <= 120 then '2020-02-01'::date end
                    from generate_series(1, 240) n
                    """)
            let overview = try await server.get("\(Self.path)?asOf=2020-06-01", as: .headOfDistrict).json
            let own = overview["municipalities"].items.first { $0["code"].string == "1495" } ?? .null
            #expect(own["promises"].items.count == 100 && own["awaitedSignatures"].items.count == 100)
        }
    }

    @Test("Every number of four years is counted again, and is the same as a page and in a spreadsheet")
    func everyNumberIsCountedAgain() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            let administrator = try server.database.administrator()
            for day in ["2020-12-15", "2021-06-01", "2022-06-15", "2023-02-20", "2024-06-01"] {
                let overview = try await server.get("\(Self.path)?asOf=\(day)", as: .headOfDistrict).json
                let skara = overview["municipalities"].items.first { $0["code"].string == "1495" } ?? .null
                let plans = skara["actionPlans"].items.compactMap { $0["id"].string }
                let ids = "{\(plans.joined(separator: ","))}"
                let truth = try #require(
                    administrator.run([
                        """
                        select (select array_to_string(array_agg(p.plan_id order by p.period_start desc, p.plan_id), ',') from app.action_plan p where p.municipality_code = '1495'
                                and p.state in ('adopted', 'closed') and \(day)::date between p.period_start and p.period_end) as held,
                            m.*,
                            (select count(*) from app.measure x join app.action_plan p using (municipality_code, plan_id)
                                where p.municipality_code = '1495' and p.state in ('adopted', 'closed')
                                and (\(day)::date - interval '1 year')::date between p.period_start and p.period_end
                                and p.period_end < \(day)::date) as before,
                            (select count(*) from app.promise t where t.municipality_code = '1495' and t.state = 'published' and t.published_on <= \(day)::date
                                and coalesce(t.period_start, '-infinity') <= \(day)::date and coalesce(t.period_end, 'infinity') >= (\(day)::date - interval '1 year')) as promises,
                            (select count(*) from app.promise t join app.promise_outcome o using (municipality_code, promise_id)
                                where t.municipality_code = '1495' and t.state = 'published' and t.published_on <= \(day)::date and o.state = 'approved' and o.verdict = 'partlyFulfilled'
                                and coalesce(t.period_start, '-infinity') <= \(day)::date and coalesce(t.period_end, 'infinity') >= (\(day)::date - interval '1 year')) as partly,
                            (select string_agg(i.name || ' ' || coalesce((select v.value from app.indicator_value v where v.municipality_code = '1495' and v.lineage_id = i.lineage_id
                                and v.measured_on <= \(day)::date and not exists (select from app.indicator_value c where c.corrects_value_id = v.value_id)
                                order by v.measured_on desc limit 1)::float::text, '-'), ',') from app.indicator i where i.plan_id = any (\(ids)::uuid[])) as indicators,
                            (select count(*) from app.report t where t.municipality_code = '1495' and t.to_district and t.state = 'sent'
                                and t.sent_on between (\(day)::date - interval '1 year') and \(day)::date) as reports
                        from (select count(*) as total, count(*) filter (where s.status = 'done') as done,
                                count(*) filter (where s.status is null) as unknown,
                                count(*) filter (where coalesce(m.ends_on, p.period_end) < \(day)::date and coalesce(s.status, 'notStarted') in ('notStarted', 'ongoing')) as late,
                                count(*) filter (where exists (select from app.responsibility r join app.responsible_party q using (municipality_code, party_id)
                                    where r.measure_id = m.measure_id and q.kind = 'police')) as police
                            from app.measure m join app.action_plan p using (municipality_code, plan_id) left join app.measure_status s using (municipality_code, plan_id, measure_id)
                            where m.plan_id = any (\(ids)::uuid[])) m
                        """
                    ])[0].first)
                let isEnded = skara["actionPlan"]["ended"] == .bool(true)
                #expect((truth["held"] ?? "") == (isEnded ? "" : plans.joined(separator: ",")), "\(day)")
                let shown = skara["measures"]
                #expect(shown["total"].int == truth.int("total") && (shown["total"].int ?? 0) > 0, "\(day)")
                #expect(shown["byStatus"]["done"].int == truth.int("done"), "\(day)")
                #expect(shown["byStatus"]["noInformation"].int == truth.int("unknown"), "\(day)")
                #expect(shown["late"].int == truth.int("late"), "\(day)")
                #expect(shown["policeResponsible"].int == truth.int("police"), "\(day)")
                #expect((skara["yearBefore"]["total"].int ?? 0) == truth.int("before"), "\(day)")
                let (promises, reports) = (skara["promises"].items, skara["reports"].items)
                #expect(promises.count == truth.int("promises"), "\(day)")
                #expect(promises.count { $0["verdict"].string == "partlyFulfilled" } == truth.int("partly"), "\(day)")
                #expect(reports.count == truth.int("reports"), "\(day)")
                let indicators = skara["indicators"].items.map { indicator in
                    var value = "-"
                    if case .number(let number) = indicator["latestValue"] {
                        value = number == number.rounded() ? "\(Int(number))" : "\(number)"
                    }
                    return "\(indicator["name"].string ?? "") \(value)"
                }
                #expect(indicators.joined(separator: ",") == truth["indicators"] ?? "", "\(day)")

                // What stands above is the sum of what stands below, whichever way it is divided.
                func sum(_ parts: [JSON]) -> [Int] {
                    ["total", "late", "policeResponsible"].map { name in parts.reduce(0) { $0 + ($1[name].int ?? 0) } }
                }
                let all = sum([overview["totals"]["measures"]])
                #expect(sum(overview["municipalities"].items.map { $0["measures"] }) == all, "\(day)")
                #expect(sum(overview["themes"].items.map { $0["measures"] }) == all, "\(day)")
                #expect(
                    sum(overview["themes"].items.flatMap { $0["municipalities"].items.map { $0["measures"] } }) == all,
                    "\(day)")

                // The list has them one by one.
                for (filter, count) in [
                    ("", all[0]), ("&late=true", all[1]), ("&late=false", all[0] - all[1]), ("&kind=police", all[2]),
                    ("&municipality=1495", shown["total"].int ?? 0),
                    ("&municipality=1495&status=done", shown["byStatus"]["done"].int ?? 0),
                    ("&status=noInformation", overview["totals"]["measures"]["byStatus"]["noInformation"].int ?? 0),
                    ("&municipality=1495&dueUntil=2019-12-31", 0), ("&dueFrom=2019-12-31", all[0]),
                ] {
                    let list = try await server.get(
                        "\(Self.measures)?asOf=\(day)&limit=2\(filter)", as: .headOfDistrict)
                    #expect(list.json["_meta"]["totalRecords"].int == count, "\(day) \(filter): \(list.text)")
                }

                // As a table and as a page.
                let table = try await server.get(
                    "\(Self.path)?asOf=\(day)&delimiter=semicolon", as: .headOfDistrict,
                    headers: [("Accept", "text/csv")])
                let lines = table.text.split(separator: "\r\n").map {
                    $0.split(separator: ";", omittingEmptySubsequences: false)
                }
                let row = try #require(lines.first { $0[0].contains("1495 Skara") })
                func cell(_ name: String) throws -> String {
                    String(row[try #require(lines[0].firstIndex { $0.hasSuffix(name) }, "\(name)")])
                }
                #expect(lines.count == 7)
                #expect(try cell("Åtgärder") == truth["total"] && cell("Försenade") == truth["late"])
                #expect(try cell("Genomförda") == truth["done"] && cell("Polisen ansvarar") == truth["police"])
                #expect(
                    try cell("Publicerade löften") == truth["promises"] && cell("Redovisningar") == truth["reports"])
                let page = try await server.get(
                    "\(Self.path)?asOf=\(day)", as: .headOfDistrict, headers: [("Accept", "text/html")]
                ).text
                let cells = try #require(
                    page.split(separator: "<tr>").first { $0.contains("data-label=\"Kommun\">Skara</th>") })
                for (name, count) in [
                    ("Åtgärder", truth["total"]), ("Genomförda", truth["done"]), ("Försenade", truth["late"]),
                    ("Polisens", truth["police"]),
                ] {
                    #expect(cells.contains("data-label=\"\(name)\">\(count ?? "")</td>"), "\(day) \(name)")
                }
                #expect(page.contains("<p class=\"authority\">Lokalpolisområde Västra Skaraborg</p>"))
                for text in promises.compactMap({ $0["text"].string }) + reports.compactMap({ $0["title"].string }) {
                    #expect(page.contains(text), "\(day) \(text)")
                }
                // A draft of another municipality is nowhere.
                #expect(overview["municipalities"].items.first { $0["code"].string == "1494" }?["actionPlan"] == .null)
            }
        }
    }

    @Test("The district's measures are due first, narrowed, and the same as a page and in a spreadsheet")
    func theDistrictsMeasures() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            func list(_ query: String, as person: TestServer.Person = .districtReader) async throws -> JSON {
                let answer = try await server.get("\(Self.measures)?asOf=2020-06-01\(query)", as: person)
                #expect(answer.status == 200, "\(query): \(answer.text)")
                return answer.json
            }
            let all = try await list("&limit=100")["items"].items
            #expect(all.compactMap { $0["dueOn"].string } == all.compactMap { $0["dueOn"].string }.sorted())
            #expect(Set(all.compactMap { $0["municipality"]["code"].string }).contains("1495"))
            let total = all.count
            var paged: [String] = []
            for page in 1...(total + 2) / 3 {
                let items = try await list("&limit=3&page=\(page)")
                #expect(items["_meta"]["totalRecords"].int == total)
                paged += items["items"].items.compactMap { $0["id"].string }
            }
            #expect(paged == all.compactMap { $0["id"].string })
            let outside = try await list("&page=1000")
            #expect(outside["items"].items.isEmpty && outside["_meta"]["totalRecords"].int == total)
            for measure in all.prefix(3) {
                let path = try #require(
                    measure["_links"]["self"]["href"].string?.split(separator: "/v1").last.map(String.init))
                let own = try await server.get(path, as: .headOfDistrict).json
                #expect(own["text"] == measure["text"] && own["status"] == measure["status"])
                #expect(
                    own["responsibilities"].items.map { $0["responsibleParty"]["name"] }
                        == measure["responsibleParties"].items.map { $0["name"] })
            }
            for theme in Set(all.map { $0["theme"].string ?? "" }).subtracting([""]) {
                #expect(
                    try await list("&theme=\(theme)")["_meta"]["totalRecords"].int
                        == all.count { $0["theme"].string == theme })
            }
            for wrong in [
                "&theme=allt", "&status=klar", "&late=kanske", "&dueFrom=snart", "&municipality=skara", "&kind=alla",
            ] {
                let answer = try await server.get("\(Self.measures)?asOf=2020-06-01\(wrong)", as: .districtReader)
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(wrong)")
            }
            #expect(try await server.get("/districts/finns-inte/measures", as: .headOfDistrict).status == 404)
            // A foreign municipality has nothing here, whether it exists or not.
            #expect(try await list("&municipality=1499")["items"].items.isEmpty)
            #expect(try await list("&municipality=9999")["items"].items.isEmpty)
            let table = try await server.get(
                "\(Self.measures)?asOf=2020-06-01", as: .districtReader, headers: [("Accept", "text/csv")])
            #expect(table.text.split(separator: "\r\n").count >= total + 1)
            let page = try await server.get(
                "\(Self.measures)?asOf=2020-06-01", as: .districtReader, headers: [("Accept", "text/html")])
            #expect(page.text.split(separator: "<tr>").count == total + 2 && !page.text.contains("visas."))
            // Contacts' names are the municipality's own people's and its officers'.
            let contacts = try server.database.administrator().run(["select name from app.contact"])[0].compactMap {
                $0["name"]
            }
            #expect(!contacts.isEmpty)
            #expect(contacts.filter { page.text.contains("(\($0)") || table.text.contains("(\($0)") } == [])
        }
    }
}
