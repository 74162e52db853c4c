import Postgres
import Samverkan
import TestSupport
import Testing

/// What is proposed, signed, established, adopted or closed stays as it is, whatever a login tries in SQL.
@Suite struct LockTests {
    typealias Person = TestServer.Person

    /// Tables whose content is a document's. The others hold what goes on beside documents.
    private static let documents = [
        "agreement", "agreement_section", "signature", "situational_picture", "source", "problem", "problem_source",
        "action_plan", "priority_area", "cause",
        "measure", "responsibility", "adopted_contact", "answered_problem", "dropped_measure", "promise",
        "promise_measure", "indicator", "approval", "report", "report_commentary", "report_text",
    ]

    /// What may come later, or is derived: no content of the document.
    private static let later =
        "array['version', 'registration_number', 'decision_body', 'decision_date', 'decision_paragraph', 'external_references']"

    /// Skara with nothing but locked documents: a signed and a proposed agreement, an established picture with
    /// problems, a closed plan and the adopted one that revises it with a measure dropped.
    private func scene() async throws -> TestDatabase {
        try await TestServer.scene { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            func post(_ path: String, _ body: String, line: Int = #line) async throws -> JSON {
                let answer = try await server.post("/municipalities/1495/\(path)", as: .coordinatorOfSkara, body)
                #expect((200...204).contains(answer.status), "line \(line): \(answer.text)")
                return answer.json
            }
            let picture = try await server.get(
                "/municipalities/1495/situational-pictures/\(skara.pictureID)", as: .readerOfSkara
            ).json
            let problem = try await post(
                "situational-pictures/\(skara.pictureID)/problems",
                #"{"text":"Skräp","sourceIds":["\#(try picture["sources"][0].id)"]}"#)
            func approved(_ path: String) async throws {
                _ = try await post("\(path)/proposal", "{}")
                _ = try await post("\(path)/approvals", #"{"party":"municipality","name":"Kim Exempel"}"#)
                let answer = try await server.post("/municipalities/1495/\(path)/approvals", as: .headOfDistrict, "{}")
                #expect(answer.status == 200, "\(answer.text)")
            }
            _ = try await post(
                "action-plans/\(skara.planID)/indicators",
                #"{"name":"Anmälda brott","unit":"per 1 000 invånare","direction":"down","baseline":92.5}"#)
            _ = try await post(
                "action-plans/\(skara.planID)/priority-areas",
                #"{"title":"Skräp","problemIds":["\#(try problem.id)"]}"#)
            try server.establish()
            let renewal = try await post(
                "agreements/\(skara.agreementID)/renewal", #"{"period":{"start":"2025-01-01","end":"2028-12-31"}}"#)
            _ = try await post("agreements/\(try renewal.id)/proposal", "{}")
            let revision = try await post(
                "action-plans/\(skara.planID)/revisions",
                #"{"year":2021,"period":{"start":"2021-01-01","end":"2021-12-31"}}"#)
            let measure = try revision["priorityAreas"][0]["causes"][0]["measures"][0].id
            let kept = try revision["priorityAreas"][0]["causes"][0]["measures"][1].id
            let promise = try await post(
                "promises",
                #"{"agreementId":"\#(skara.agreementID)","promisor":"joint","text":"Mindre skräp","measureIds":["\#(kept)"]}"#
            )
            try await approved("promises/\(try promise.id)")
            _ = try await post("promises/\(try promise.id)/publication", "{}")
            _ = try await post("measures/\(measure)/dropping", #"{"reason":"Ingen effekt"}"#)
            _ = try await post("action-plans/\(skara.planID)/closing", "{}")
            try await approved("action-plans/\(try revision.id)")
            _ = try await post(
                "action-plans/\(try revision.id)/adoption", #"{"adoptedBy":"Kommunstyrelsen"}"#)
            let body = try await post("bodies", #"{"kind":"policeDistrictManagement","name":"Ledningen"}"#)
            let report = try await post(
                "reports",
                #"{"planId":"\#(try revision.id)","title":"Redovisning","recipientIds":["\#(try body.id)"],"commentaries":[{"areaId":"\#(try revision["priorityAreas"][0].id)","text":"Bra."}]}"#
            )
            _ = try await post("reports/\(try report.id)/sending", "{}")
        }
    }

    /// Everything that the tables hold, but what may come later.
    private func content(_ administrator: Connection) throws -> [String] {
        try Self.documents.map { table in
            let row = try administrator.run([
                "select '\(unsafeSQL: table) ' || count(*) || ' ' || md5(coalesce(string_agg((to_jsonb(t) - \(unsafeSQL: Self.later))::text, ',' order by to_jsonb(t)::text), '')) from app.\(unsafeSQL: table) t"
            ])[0].first
            return row?[0] ?? ""
        }
    }

    /// Whether the statements went through; they are one transaction that stays.
    private func succeeds(_ connection: Connection, _ statements: [Statement]) -> (rows: Int, state: String?) {
        do {
            return (try connection.run(statements).last?.affectedRows ?? 0, nil)
        } catch {
            return (0, error.sqlState ?? "\(error)")
        }
    }

    /// Tries everything that the logins may write; ends with the first attempt that changes content.
    private func attack(_ database: TestDatabase) throws -> (tried: Int, refused: Int, change: String?) {
        let administrator = try database.administrator()
        let before = try self.content(administrator)
        #expect(!before.contains { $0.contains(" 0 ") }, "every table has rows to try on: \(before)")
        var (tried, refused) = (0, 0)
        let callers: [(TestDatabase.Login, Person, String?, String?)] = [
            (.municipality, .coordinatorOfSkara, "1495", nil), (.municipality, .contributorOfSkara, "1495", nil),
            (.police, .headOfDistrict, nil, "vastra-skaraborg"),
            (.police, .officerOfSkara, "1495", nil), (.operator, .operator, "1495", nil),
        ]
        for (login, person, municipality, district) in callers {
            let connection = try database.connection(as: login)
            let enter = database.enter(try person.caller, municipality: municipality, district: district)
            for table in Self.documents {
                let columns = try administrator.run([
                    """
                    select a.attname, t.typname, has_column_privilege(\(login.rawValue), a.attrelid, a.attnum, 'update'),
                        has_column_privilege(\(login.rawValue), a.attrelid, a.attnum, 'insert'),
                        a.attname = any (array['\(unsafeSQL: table)_id', 'area_id', 'cause_id', 'source_id', 'problem_id', 'measure_id', 'signature_id', 'promise_id', 'lineage_id'])
                          and exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = i.indkey[i.indnkeyatts - 1])
                    from pg_attribute a join pg_type t on t.oid = a.atttypid
                    where a.attrelid = \("app." + table)::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
                    """
                ])[0].map {
                    (name: $0[0] ?? "", type: $0[1] ?? "", update: $0.bool(2), insert: $0.bool(3), isOwnKey: $0.bool(4))
                }
                func changed(_ column: (name: String, type: String, update: Bool, insert: Bool, isOwnKey: Bool))
                    -> String
                {
                    switch column.type {
                    case "text": "coalesce(\(column.name), '') || 'x'"
                    case "int4", "numeric": "\(column.name) + 1"
                    case "timestamptz": "now()"
                    case "date": "coalesce(\(column.name), current_date) - 1"
                    case "bool": "not \(column.name)"
                    case "uuid": "gen_random_uuid()"
                    case "_text": "array['x']"
                    default: "'[1]'"
                    }
                }
                var attempts: [String] = ["delete from app.\(table)"]
                for column in columns where column.update {
                    attempts.append("update app.\(table) set \(column.name) = \(changed(column))")
                    attempts.append("update app.\(table) set \(column.name) = \(column.name)")
                    if column.name == "state" {
                        for state in ["draft", "proposed", "signed", "established", "superseded"] {
                            attempts.append("update app.\(table) set state = '\(state)'")
                        }
                    }
                    if column.name == "signed_on" { attempts.append("update app.\(table) set signed_on = null") }
                }
                // A copy of each row beside it, under a key of its own.
                let insertable = columns.filter(\.insert)
                if !insertable.isEmpty,
                    ![
                        "agreement", "situational_picture", "action_plan", "promise", "report",
                    ].contains(table)
                {
                    let values = insertable.map {
                        $0.name == "position"
                            ? "position + 100"
                            : $0.isOwnKey
                                ? "gen_random_uuid()"
                                : $0.name == "lineage_id" && table == "measure" ? "gen_random_uuid()" : "t.\($0.name)"
                    }
                    attempts.append(
                        "insert into app.\(table) (\(insertable.map(\.name).joined(separator: ", "))) select \(values.joined(separator: ", ")) from app.\(table) t"
                    )
                }
                for attempt in attempts {
                    // Terminating and closing are what may happen to signed and adopted; they have their own tests.
                    let outcome = self.succeeds(connection, [enter, "\(unsafeSQL: attempt)"])
                    tried += 1
                    if outcome.state != nil { refused += 1 }
                    #expect(
                        outcome.state == nil
                            || ["SV100", "42501", "23503", "23505", "23514", "23502", "23P01", "SV412"].contains(
                                outcome.state),
                        "\(person) \(attempt): \(outcome.state ?? "")")
                    let after = try self.content(administrator)
                    if after != before {
                        return (tried, refused, "\(person): \(attempt)")
                    }
                }
            }
        }
        return (tried, refused, nil)
    }

    @Test("No login changes locked content in any table")
    func noLoginChangesLockedContentInAnyTable() async throws {
        let database = try await self.scene()
        let attack = try self.attack(database)
        #expect(attack.change == nil)
        #expect(attack.tried > 450 && attack.refused > 200, "\(attack)")
        // A follow-up or unplanned work comes to no plan but an adopted one.
        let connection = try database.connection(as: .municipality)
        let enter = database.enter(try Person.coordinatorOfSkara.caller, municipality: "1495")
        #expect(
            self.succeeds(
                connection,
                [
                    enter,
                    """
                    insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, period_start, period_end, status)
                    select m.municipality_code, m.plan_id, m.measure_id, m.lineage_id, p.period_start, p.period_start, 'ongoing'
                    from app.measure m join app.action_plan p using (municipality_code, plan_id) where p.state = 'closed'
                    """,
                ]
            ).state == "SV100")
        #expect(
            self.succeeds(
                connection,
                [
                    enter,
                    """
                    insert into app.unplanned_work (municipality_code, plan_id, area_id, party_id, period_start, period_end, text)
                    select a.municipality_code, a.plan_id, a.area_id, r.party_id, p.period_start, p.period_start, 'x'
                    from app.priority_area a join app.action_plan p using (municipality_code, plan_id), app.responsible_party r where p.state = 'closed'
                    """,
                ]
            ).state == "SV100")
    }

    /// The same attack finds the lock that is missing.
    @Test(
        "The attack finds a lock that is missing",
        arguments: [
            ("cause", "alter table app.cause disable trigger admit"),
            ("agreement", "alter table app.agreement disable trigger guard"),
            ("signature", "alter table app.signature disable trigger admit"),
            ("action_plan", "alter table app.action_plan disable trigger guard"),
            ("source", "alter table app.source disable trigger admit"),
            ("situational_picture", "alter table app.situational_picture disable trigger guard"),
        ])
    func theAttackFindsALockThatIsMissing(_ table: String, _ fault: String) async throws {
        let database = try await self.scene()
        try database.administrator().run(unsafeScript: fault)
        #expect(try self.attack(database).change?.contains("app.\(table)") == true)
    }

    /// Parts that are written while the plan is being adopted: either they are in what is adopted, or they are refused.
    @Test("A part that races the adoption is in it or refused")
    func aPartThatRacesTheAdoptionIsInItOrRefused() async throws {
        let database = try await TestServer.scene { server in
            _ = try await server.wholeDemo()
        }
        let administrator = try database.administrator()
        let pool = database.database()
        let caller = try Person.coordinatorOfSkara.caller
        var (inside, refused) = (0, 0)
        for round in 0..<200 {
            let plan = try #require(
                try administrator.run([
                    """
                    insert into app.action_plan (municipality_code, agreement_id, year, period_start, period_end)
                    select municipality_code, agreement_id, 2100, '2100-01-01', '2100-12-31' from app.agreement where municipality_code = '1495' limit 1 returning plan_id
                    """
                ])[0].first?[0])
            async let adoption = pool.run(
                caller, .municipality("1495"),
                [
                    "select pg_sleep(\(round % 7)::integer / 1000.0)",
                    "update app.action_plan set state = 'adopted', adopted_by = 'x', adopted_on = app.today() where municipality_code = '1495' and plan_id = \(plan)::uuid",
                    "select pg_sleep(\(round % 3)::integer / 1000.0)",
                    "select count(*) from app.priority_area where municipality_code = '1495' and plan_id = \(plan)::uuid",
                ])
            async let insert = try? pool.run(
                caller, .municipality("1495"),
                [
                    "select pg_sleep(\(round % 5)::integer / 1000.0)",
                    "insert into app.priority_area (municipality_code, plan_id, position, title) values ('1495', \(plan)::uuid, 1, 'x')",
                    "select pg_sleep(\(round % 2)::integer / 1000.0)",
                ])
            let (adopted, inserted) = (try await adoption, await insert)
            let seen = adopted[3].first?.int(0)
            let truth = try administrator.run([
                "select (select count(*) from app.priority_area a where a.plan_id = p.plan_id), p.version, p.state from app.action_plan p where p.plan_id = \(plan)::uuid"
            ])[0].first
            #expect(
                truth?.int(0) == seen && truth?[2] == "adopted",
                "round \(round): \(seen ?? -1) areas were adopted, \(truth?.int(0) ?? -1) are there")
            #expect(truth?.int(1) == (inserted == nil ? 2 : 3) && seen == (inserted == nil ? 0 : 1))
            if inserted == nil { refused += 1 } else { inside += 1 }
        }
        // Both ways happened, so the race was one.
        #expect(inside > 0 && refused > 0, "\(inside) inside, \(refused) refused")
        pool.shutDown()
    }
}
