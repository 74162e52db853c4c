import Foundation
import Migrator
import Postgres
import Samverkan
import TestSupport
import Testing

/// Who sees and changes what, by SQL alone: what the logins can do whatever the server forgets.
@Suite struct PolicyTests {
    typealias Person = TestServer.Person

    /// The demo's three municipalities, established; and beside it a draft of Skara's, with promises of Lidköping's.
    private func scene() async throws -> TestDatabase {
        try await TestServer.scene { server in
            _ = try await server.wholeDemo()
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
        }
    }

    private static let tenantTables: Statement = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'access', 'audit') and c.relkind = 'r' order by 1
        """

    /// Rows of a table that the login sees; nil when it may not even ask.
    private func rows(
        _ connection: Connection, _ table: String, _ before: [Statement] = [], municipality: String? = nil
    ) throws -> Int? {
        let filter = municipality.map { " where municipality_code = '\($0)'" } ?? ""
        do {
            return try connection.run(before + ["select count(*) from \(unsafeSQL: table)\(unsafeSQL: filter)"]).last?
                .first?.int(0)
        } catch {
            if error.sqlState == "42501" { return nil }
            throw error
        }
    }

    @Test("A statement that forgets the context returns no rows", arguments: TestDatabase.Login.allCases)
    func aStatementThatForgetsTheContextReturnsNoRows(_ login: TestDatabase.Login) async throws {
        let database = try await self.scene()
        let connection = try database.connection(as: login)
        var asked = 0
        for table in try database.administrator().run([Self.tenantTables])[0].compactMap({ $0[0] }) {
            guard let count = try self.rows(connection, table) else { continue }
            asked += 1
            #expect(count == 0, "\(login) sees \(count) rows of \(table)")
        }
        #expect(asked >= 2)
    }

    @Test("Every municipality sees its own and nothing else")
    func everyMunicipalitySeesItsOwnAndNothingElse() async throws {
        let database = try await self.scene()
        let connection = try database.connection(as: .municipality)
        let administrator = try database.administrator()
        let enter = database.enter(try Person.coordinatorOfSkara.caller, municipality: "1495")
        for table in try administrator.run([Self.tenantTables])[0].compactMap({ $0[0] })
        where table.hasPrefix("app.") && !["app.police_district", "app.term"].contains(table) {
            // What the operator keeps for BI, and no user of the service asks for.
            if ["app.municipality_district", "app.population"].contains(table) {
                #expect(try self.rows(connection, table, [enter]) == nil)
                continue
            }
            let seen = try #require(try self.rows(connection, table, [enter]))
            let own = try #require(try self.rows(administrator, table, municipality: "1495"))
            #expect(seen == own, "\(table)")
            #expect(try self.rows(connection, table, [enter], municipality: "1494") == 0)
        }
    }

    @Test("An injected set config returns no other tenants row")
    func anInjectedSetConfigReturnsNoOtherTenantsRow() async throws {
        let database = try await self.scene()
        let connection = try database.connection(as: .municipality)
        let enter = database.enter(try Person.coordinatorOfSkara.caller, municipality: "1495")
        let count: Statement = "select count(*), min(municipality_code) from app.measure"
        let own = try connection.run([enter, count])[1].first?.int(0)
        #expect((own ?? 0) > 0)
        // PostgreSQL's own permissions refuse every way to write the context, whatever it would say.
        let forged = try #require(
            try connection.run([enter, "select replace(current_setting('backtrace_functions'), '1495', '1494')"])[1]
                .first?[0])
        for injected: Statement in [
            "select set_config('backtrace_functions', \(forged), true)",
            "select set_config('backtrace_functions', \(forged), false)",
            "select set_config('backtrace_functions', '', true)",
            "set backtrace_functions = '0,1494,'", "set local backtrace_functions = '0,1494,'",
            "reset backtrace_functions", "set backtrace_functions to default",
            "alter role samverkan_municipality set backtrace_functions = '0,1494,'",
            "alter database \(unsafeSQL: database.name) set backtrace_functions = '0,1494,'",
            "grant set on parameter backtrace_functions to samverkan_municipality", "set role samverkan_access",
            "set session authorization samverkan_access", "alter function access.enter owner to samverkan_municipality",
        ] {
            for before in [[enter], []] {
                let sqlState = self.refusal(connection, before + [injected, count])
                #expect(["42501", "0LP01", "42704"].contains(sqlState), "\(sqlState ?? "nothing") for \(injected.sql)")
            }
        }
        var refused: String?
        do { try connection.run(unsafeScript: "alter system set backtrace_functions = '0,1494,'") } catch {
            refused = error.sqlState
        }
        #expect(refused == "42501")
        let settings = try self.rows(connection, "pg_settings where name = 'backtrace_functions' and setting = ''")
        #expect(settings == 1)
        #expect(
            self.refusal(
                connection,
                ["update pg_settings set setting = \(forged) where name = 'backtrace_functions'", count]) == "42501")
        // Nothing of a context outlives its transaction, however that ends.
        for end in ["commit", "rollback", "commit and chain", "rollback and chain"] {
            try connection.run(unsafeScript: "begin")
            try connection.run([enter])
            try connection.run(unsafeScript: "savepoint a; rollback to savepoint a; \(end)")
            #expect(try connection.run([count])[0].first?.int(0) == 0, "after \(end)")
            #expect(try connection.run(["show backtrace_functions"])[0].first?[0] == "")
            if end.hasSuffix("chain") { try connection.run(unsafeScript: "rollback") }
        }
        // One transaction is entered once: whoever is in cannot become another.
        #expect(self.refusal(connection, [enter, enter]) == "SV001")
        // What an administrator gave everybody would be everybody's context.
        let administrator = try database.administrator()
        try administrator.run(
            unsafeScript:
                "alter role samverkan_municipality in database \(database.name) set backtrace_functions = '0,1494,'")
        let strange = try database.connection(as: .municipality)
        #expect(self.refusal(strange, [enter]) == "SV001")
        try administrator.run(
            unsafeScript:
                "alter role samverkan_municipality in database \(database.name) reset backtrace_functions")
        // Without the server's key nobody enters, and another login's issuer doesn't.
        for caller in [try Person.coordinatorOfSkara.caller, try Person.headOfDistrict.caller] {
            #expect(
                self.refusal(
                    connection, ["select access.enter('wrong', \(caller.issuer), \(caller.subject), 'x', '1494', null)"]
                ) == "SV001")
        }
        #expect(
            self.refusal(connection, [database.enter(try Person.headOfDistrict.caller, district: "vastra-skaraborg")])
                == "SV001")
        #expect(
            self.refusal(connection, [database.enter(try Person.coordinatorOfSkara.caller, municipality: "1494")])
                == "SV002")
    }

    /// A statement that somebody else has prepared could stand in the place of one of the server's, if its name were known.
    @Test(
        "Nobody learns the names of the server's statements, and a cursor that would outlive its caller is not entered")
    func nobodyLearnsTheNamesOfTheServersStatements() async throws {
        let database = try await TestCluster.shared.value.database()
        let connection = try database.connection(as: .municipality)
        let enter = database.enter(try Person.readerOfSkara.caller, municipality: "1495")
        #expect(self.refusal(connection, [enter]) == nil)
        for asked: Statement in [
            "select name from pg_prepared_statements", "select name from pg_prepared_statement()",
            "select name from pg_cursors", "select name from pg_cursor()",
        ] {
            #expect(self.refusal(connection, [asked]) == "42501")
        }
        // The server's statement is gone: the server is told, and takes a new session.
        try connection.run(unsafeScript: "deallocate all")
        #expect(self.refusal(connection, [enter]) == "26000")
        // A cursor that outlives its transaction holds the last caller's rows.
        let other = try database.connection(as: .municipality)
        try other.run(unsafeScript: "declare injected cursor with hold for select 1")
        #expect(self.refusal(other, [enter]) == "SV001")
        try other.run(unsafeScript: "close injected")
        #expect(self.refusal(other, [enter]) == nil)
    }

    /// What the database reads after nobody waits for it is not carried out.
    @Test("Nobody enters after the deadline")
    func nobodyEntersAfterTheDeadline() async throws {
        let database = try await TestCluster.shared.value.database()
        let connection = try database.connection(as: .municipality)
        let caller = try Person.readerOfSkara.caller
        func enter(_ shift: Int) -> Statement {
            """
            select access.enter(\(database.cluster.serverKey), \(caller.issuer), \(caller.subject), 'x', '1495', null,
                (extract(epoch from clock_timestamp()) * 1000)::bigint + \(shift)::bigint)
            """
        }
        #expect(self.refusal(connection, [enter(5_000)]) == nil)
        #expect(self.refusal(connection, [enter(-1)]) == "SV503")
    }

    /// The SQLSTATE with which the statements are refused; nil when they are not.
    private func refusal(_ connection: Connection, _ statements: [Statement]) -> String? {
        do {
            try connection.run(statements)
            return nil
        } catch {
            return error.sqlState ?? "\(error)"
        }
    }

    @Test("An expired or future grant does not enter")
    func anExpiredOrFutureGrantDoesNotEnter() async throws {
        let database = try await TestCluster.shared.value.database()
        let connection = try database.connection(as: .municipality)
        let enter = database.enter(try Person.readerOfSkara.caller, municipality: "1495")
        try connection.run([enter])
        for change: Statement in [
            "update access.caller_grant set valid_from = current_date - 10, valid_until = current_date - 2 where subject = 'reader' and municipality_code = '1495'",
            "update access.caller_grant set valid_from = current_date + 2, valid_until = null where subject = 'reader' and municipality_code = '1495'",
        ] {
            try database.administrator().run([change])
            #expect(self.refusal(connection, [enter]) == "SV002")
        }
    }

    @Test("Police see what is established and names their district")
    func policeSeeWhatIsEstablishedAndNamesTheirDistrict() async throws {
        let database = try await self.scene()
        let connection = try database.connection(as: .police)
        let district = database.enter(try Person.headOfDistrict.caller, district: "vastra-skaraborg")
        // Skara's second import is a draft: three agreements are signed, four are there.
        #expect(try database.administrator().run(["select count(*) from app.agreement"])[0].first?.int(0) == 4)
        #expect(try self.rows(connection, "app.agreement", [district]) == 3)
        #expect(try self.rows(connection, "app.action_plan", [district]) == 3)
        #expect(try self.rows(connection, "app.measure", [district]) == 19)
        #expect(try self.rows(connection, "app.contact", [district]) == 0)
        #expect(try self.rows(connection, "app.import", [district]) == 0)
        #expect(try self.rows(connection, "app.promise", [district]) == 0)
        let other = database.enter(try Person.headOfOtherDistrict.caller, district: "ostra-skaraborg")
        for table in [
            "app.agreement", "app.action_plan", "app.measure", "app.follow_up", "app.situational_picture",
            "app.responsible_party",
        ] {
            #expect(try self.rows(connection, table, [other]) == 0)
        }
        // The municipal police officer's grant opens its municipality's drafts, and only its.
        let officer = database.enter(try Person.officerOfSkara.caller, municipality: "1495")
        #expect(try self.rows(connection, "app.agreement", [officer]) == 2)
        #expect(try self.rows(connection, "app.contact", [officer], municipality: "1495") == 5)
        #expect(try self.rows(connection, "app.import", [officer], municipality: "1495") == 2)
        #expect(try self.rows(connection, "app.agreement", [officer], municipality: "1494") == 0)
        // In the district it sees what the district sees of its municipality, no draft and no name, and may do nothing.
        let picture = database.enter(try Person.officerOfSkara.caller, district: "vastra-skaraborg")
        for (table, own) in [
            ("app.agreement", 1), ("app.action_plan", 1), ("app.measure", 11), ("app.contact", 0), ("app.import", 0),
            ("app.comment", 0), ("app.municipality", 1),
        ] {
            #expect(try self.rows(connection, table, [picture]) == own, "\(table)")
        }
        #expect(try self.rows(connection, "app.agreement", [picture], municipality: "1494") == 0)
        let context = try connection.run([
            picture,
            "select access.may('report.police') or access.may('content.read') or access.may('comment.write'), access.municipality()",
        ])[1].first
        #expect(context?.bool(0) == false && context?[1] == nil)
    }

    @Test("A district keeps what it signed and a new one sees only what it signs")
    func aDistrictKeepsWhatItSignedAndANewOneSeesOnlyWhatItSigns() async throws {
        let database = try await self.scene()
        try database.administrator().run([
            "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1495'"
        ])
        let connection = try database.connection(as: .police)
        let before = database.enter(try Person.headOfDistrict.caller, district: "vastra-skaraborg")
        let after = database.enter(try Person.headOfOtherDistrict.caller, district: "ostra-skaraborg")
        #expect(try self.rows(connection, "app.agreement", [before], municipality: "1495") == 1)
        #expect(try self.rows(connection, "app.measure", [before], municipality: "1495") == 11)
        #expect(try self.rows(connection, "app.agreement", [after], municipality: "1495") == 0)
        #expect(try self.rows(connection, "app.measure", [after], municipality: "1495") == 0)
        #expect(try self.rows(connection, "app.municipality", [after], municipality: "1495") == 1)
    }

    // MARK: Changes

    /// Each as the person, in the person's own context; nil means that it must succeed.
    struct Change: Sendable, CustomTestStringConvertible {
        let who: Person
        let what: String
        let statement: Statement
        var then: Statement?
        let refusedWith: String?

        var testDescription: String { "\(self.who) \(self.refusedWith == nil ? "may" : "may not") \(self.what)" }
    }

    private static let followUp = """
        insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, party_id, period_start, period_end, status)
        select r.municipality_code, r.plan_id, r.measure_id, m.lineage_id, r.party_id, a.period_start, a.period_start, 'ongoing'
        from app.responsibility r join app.measure m on m.municipality_code = r.municipality_code and m.plan_id = r.plan_id and m.measure_id = r.measure_id
        join app.responsible_party p on p.municipality_code = r.municipality_code and p.party_id = r.party_id
        join app.action_plan a on a.municipality_code = r.municipality_code and a.plan_id = r.plan_id
        """

    static let changes: [Change] = [
        Change(
            who: .coordinatorOfSkara, what: "add a responsible party",
            statement:
                "insert into app.responsible_party (municipality_code, name, kind, form) values ('1495', 'Ny enhet', 'municipality', 'unit')",
            refusedWith: nil),
        Change(
            who: .readerOfSkara, what: "add a responsible party",
            statement:
                "insert into app.responsible_party (municipality_code, name, kind, form) values ('1495', 'Ny enhet', 'municipality', 'unit')",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "add one in Lidköping",
            statement:
                "insert into app.responsible_party (municipality_code, name, kind, form) values ('1494', 'Ny enhet', 'municipality', 'unit')",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "make an agreement that is already signed",
            statement:
                "insert into app.agreement (municipality_code, district_code, title, period_start, state) values ('1495', 'vastra-skaraborg', 'x', '2030-01-01', 'signed')",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "draft an agreement",
            statement:
                "insert into app.agreement (municipality_code, district_code, title, period_start) values ('1495', 'vastra-skaraborg', 'x', '2030-01-01')",
            refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "sign for the parties",
            statement: "update app.agreement set state = 'signed'", refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "adopt a draft",
            statement:
                "update app.action_plan set state = 'adopted', adopted_by = 'x', adopted_on = '2026-01-01' where state = 'draft'",
            refusedWith: nil),
        Change(
            who: .contributorOfSkara, what: "see a plan to adopt",
            statement: "select 1 / (select count(*) from app.action_plan where state = 'draft')", refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "adopt an adopted plan",
            statement: "update app.action_plan set adopted_by = 'x' where state = 'adopted'", refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "take an adopted plan back",
            statement:
                "update app.action_plan set state = 'draft', adopted_by = null, adopted_on = null where state = 'adopted'",
            refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "add an area to an adopted plan",
            statement:
                "insert into app.priority_area (municipality_code, plan_id, position, title) select municipality_code, plan_id, 99, 'x' from app.action_plan where state = 'adopted'",
            refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "add an area to a draft",
            statement:
                "insert into app.priority_area (municipality_code, plan_id, position, title) select municipality_code, plan_id, 99, 'x' from app.action_plan where state = 'draft'",
            refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "add a section to a signed agreement",
            statement:
                "insert into app.agreement_section (municipality_code, agreement_id, position, heading, text) select municipality_code, agreement_id, 99, 'x', 'x' from app.agreement where state = 'signed'",
            refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "add a source to an established picture",
            statement:
                "insert into app.source (municipality_code, picture_id, position, kind, title) select municipality_code, picture_id, 99, 'other', 'x' from app.situational_picture where state = 'established'",
            refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "adopt a revision that leaves measures out without a reason",
            statement: """
                with plan as (insert into app.action_plan (municipality_code, agreement_id, year, period_start, period_end, revises_plan_id)
                    select municipality_code, agreement_id, year + 1, period_start + 366, period_end + 366, plan_id from app.action_plan where state = 'adopted' limit 1 returning plan_id)
                select plan_id from plan
                """,
            then:
                "update app.action_plan set state = 'adopted', adopted_by = 'x', adopted_on = '2021-01-01' where revises_plan_id is not null",
            refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "give a measure another plan's lineage",
            statement: """
                insert into app.measure (municipality_code, plan_id, area_id, position, text, lineage_id)
                select a.municipality_code, a.plan_id, a.area_id, 99, 'x', (select m.lineage_id from app.measure m where m.plan_id <> a.plan_id limit 1)
                from app.priority_area a join app.action_plan p using (municipality_code, plan_id) where p.state = 'draft' limit 1
                """, refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "revise a plan into the past",
            statement: """
                insert into app.action_plan (municipality_code, agreement_id, year, period_start, period_end, revises_plan_id)
                select municipality_code, agreement_id, year - 1, period_start, period_end, plan_id from app.action_plan where state = 'adopted' limit 1
                """, refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "renew an agreement out of itself",
            statement: """
                insert into app.agreement (municipality_code, agreement_id, title, period_start, predecessor_id) values ('1495', '01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11', 'x', '2030-01-01', '01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11')
                """, refusedWith: "23503"),
        Change(
            who: .coordinatorOfSkara, what: "offer an agreement to another district",
            statement: """
                insert into app.agreement (municipality_code, district_code, title, period_start) values ('1495', 'ostra-skaraborg', 'x', '2030-01-01')
                """,
            then:
                "select 1 / (select count(*) from app.agreement where title = 'x' and district_code = 'vastra-skaraborg')",
            refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "rewrite a measure that is adopted",
            statement: "update app.measure set text = 'x'", refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "write what was signed",
            statement:
                "insert into app.signed_text (municipality_code, agreement_id, sha256, form, text) select municipality_code, agreement_id, sha256('x'::bytea), 'v1', 'x' from app.agreement where municipality_code = '1495' limit 1",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "change what was signed",
            statement: "update app.signed_text set text = 'x' where municipality_code = '1495'", refusedWith: "42501"),
        Change(
            who: .headOfDistrict, what: "remove what was signed",
            statement: "delete from app.signed_text where municipality_code = '1495'", refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "remember a decision of an import",
            statement:
                "insert into app.remembered_decision (municipality_code, kind, name, decision) values ('1495', 'column', 'vem', '{}')",
            refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "remember for another municipality",
            statement:
                "insert into app.remembered_decision (municipality_code, kind, name, decision) values ('1494', 'column', 'vem', '{}')",
            refusedWith: "42501"),
        Change(
            who: .readerOfSkara, what: "remember as a reader",
            statement:
                "insert into app.remembered_decision (municipality_code, kind, name, decision) values ('1495', 'column', 'vem', '{}')",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "call a status something else",
            statement: "update app.term set swedish = 'x'", refusedWith: "42501"),
        Change(
            who: .readerOfSkara, what: "read what a status is called",
            statement: "select 1 / (select count(*) from app.term where kind = 'AgreementStatus')", refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "delete a document", statement: "delete from app.follow_up",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "confirm an import again",
            statement: "update app.import set plan_id = plan_id", refusedWith: "SV100"),
        Change(
            who: .coordinatorOfSkara, what: "report for any party of an adopted plan",
            statement: "\(unsafeSQL: followUp) where a.state = 'adopted' and p.name = 'Rektorer'", refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "report on a draft",
            statement: "\(unsafeSQL: followUp) where a.state = 'draft' and p.name = 'Rektorer'", refusedWith: "SV100"),
        Change(
            who: .contributorOfSkara, what: "report for its own party",
            statement: "\(unsafeSQL: followUp) where a.state = 'adopted' and p.name like 'Kultur-%'", refusedWith: nil),
        Change(
            who: .contributorOfSkara, what: "report for another's",
            statement: "\(unsafeSQL: followUp) where a.state = 'adopted' and p.name = 'Rektorer'", refusedWith: "42501"),
        Change(
            who: .readerOfSkara, what: "report",
            statement: "\(unsafeSQL: followUp) where a.state = 'adopted' and p.name = 'Rektorer'", refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "change a follow-up", statement: "update app.follow_up set status = 'done'",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "say who recorded it",
            statement:
                "insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, period_start, period_end, status, recorded_by) select municipality_code, plan_id, measure_id, lineage_id, '2026-01-01', '2026-01-01', 'done', 'Någon annan' from app.measure limit 1",
            refusedWith: "42501"),
        Change(
            who: .coordinatorOfSkara, what: "set a derived status",
            statement: "update app.measure_status set status = 'done'", refusedWith: "42501"),
        Change(
            who: .officerOfSkara, what: "report for the police",
            statement:
                "\(unsafeSQL: followUp) where a.state = 'adopted' and p.kind = 'police' and r.municipality_code = '1495'",
            refusedWith: nil),
        Change(
            who: .officerOfSkara, what: "report for the municipality",
            statement: "\(unsafeSQL: followUp) where a.state = 'adopted' and p.name = 'Rektorer'", refusedWith: "42501"),
        Change(
            who: .headOfDistrict, what: "report for the police",
            statement:
                "\(unsafeSQL: followUp) where a.state = 'adopted' and p.kind = 'police' and r.municipality_code = '1494'",
            refusedWith: nil),
        Change(
            who: .districtReader, what: "report for the police",
            statement:
                "\(unsafeSQL: followUp) where a.state = 'adopted' and p.kind = 'police' and r.municipality_code = '1494'",
            refusedWith: "42501"),
        Change(
            who: .headOfDistrict, what: "adopt a plan", statement: "update app.action_plan set state = 'adopted'",
            refusedWith: "42501"),
        Change(
            who: .operator, what: "read content", statement: "select count(*) from app.measure", refusedWith: "42501"),
        Change(
            who: .operator, what: "read tenants and grants",
            statement:
                "select 1 / least(1, (select count(*) from app.municipality) * (select count(*) from access.caller_grant where subject <> 'operator'))",
            refusedWith: nil),
        Change(
            who: .coordinatorOfSkara, what: "read others' grants",
            statement: "select 1 / (select count(*) from access.caller_grant where subject <> 'coordinator')",
            refusedWith: "22012"),
        Change(
            who: .coordinatorOfSkara, what: "read the log", statement: "select 1 / (select count(*) from audit.change)",
            refusedWith: "22012"),
        Change(
            who: .auditorOfSkara, what: "read the log",
            statement: "select 1 / least(1, (select count(*) from audit.change))", refusedWith: nil),
        Change(
            who: .auditorOfSkara, what: "write the log",
            statement: "insert into audit.change (municipality_code) values ('1495')", refusedWith: "42501"),
        Change(
            who: .auditorOfSkara, what: "read personal values of the log",
            statement: "select count(*) from audit.personal_value", refusedWith: "42501"),
    ]

    @Test("Who may change what")
    func whoMayChangeWhat() async throws {
        let database = try await self.scene()
        for change in Self.changes {
            let caller = try change.who.caller
            let login: TestDatabase.Login =
                switch caller.kind {
                case .municipality: .municipality
                case .district: .police
                case .operator: .operator
                }
            // Each in a transaction that is undone, so that all meet the same scene.
            let connection = try database.connection(as: login)
            let municipality = change.who.municipality ?? (login == .operator ? "1495" : nil)
            try connection.run(unsafeScript: "begin")
            let enter = database.enter(
                caller, municipality: municipality, district: municipality == nil ? change.who.district : nil)
            #expect(
                self.refusal(connection, [enter, change.statement] + (change.then.map { [$0] } ?? []))
                    == change.refusedWith, "\(change.testDescription)")
            try connection.run(unsafeScript: "rollback")
        }
    }

    // MARK: Roles

    /// Gives a role that there is not yet: rows, and nothing else.
    private func add(_ role: String, issuer: String, place: String, _ rights: [String], to database: TestDatabase)
        throws
    {
        try database.administrator().run(
            ["insert into access.role (role, issuer_kind, place) values (\(role), \(issuer), \(place))"]
                + rights.map {
                    "insert into access.role_right (role, issuer_kind, place, may) values (\(role), \(issuer), \(place), \($0))"
                })
    }

    @Test("A role is rows and does what they say")
    func aRoleIsRowsAndDoesWhatTheySay() async throws {
        let database = try await self.scene()
        let (connection, administrator) = (try database.connection(as: .municipality), try database.administrator())
        let enter = database.enter(try Person.readerOfSkara.caller, municipality: "1495")
        let comment: Statement = """
            insert into app.comment (municipality_code, plan_id, about, text)
            select municipality_code, plan_id, 'plan', 'x' from app.action_plan where state = 'draft'
            """
        let followUp: Statement = "\(unsafeSQL: Self.followUp) where a.state = 'adopted' and p.name = 'Rektorer'"
        #expect(
            self.refusal(
                connection, [database.enter(try Person.coordinatorOfSkara.caller, municipality: "1495"), comment])
                == nil)
        let drafts: Statement = "select 1 / (select count(*) from app.action_plan where state = 'draft')"
        let comments: Statement = "select 1 / (select count(*) from app.comment)"
        let log: Statement = "select 1 / least(1, (select count(*) from audit.change))"
        // nil is allowed, and what else is how it is refused.
        let cases:
            [(rights: [String], drafts: String?, comments: String?, comment: String?, followUp: String?, log: String?)] =
                [
                    (["content.read", "comment.read"], nil, nil, "42501", "42501", "22012"),
                    (["content.read"], nil, "22012", "42501", "42501", "22012"),
                    (["content.read", "comment.read", "comment.write"], nil, nil, nil, "42501", "22012"),
                    (["content.read", "report.any"], nil, "22012", "42501", nil, "22012"),
                    (["content.read", "report.own"], nil, "22012", "42501", "42501", "22012"),
                    (["content.read", "log.read"], nil, "22012", "42501", "42501", nil),
                    // Who doesn't read the documents does nothing else with them either.
                    (
                        ["comment.read", "comment.write", "report.any", "content.write", "log.read"], "22012", "22012",
                        nil, nil, "22012"
                    ),
                    ([], "22012", "22012", "42501", "42501", "22012"),
                ]
        for (index, given) in cases.enumerated() {
            let role = "planted\(String(repeating: "x", count: index))"
            try self.add(role, issuer: "municipality", place: "municipality", given.rights, to: database)
            try administrator.run([
                "update access.caller_grant set role = \(role) where subject = 'reader' and municipality_code = '1495'"
            ])
            #expect(self.refusal(connection, [enter, drafts]) == given.drafts, "\(given.rights)")
            #expect(self.refusal(connection, [enter, comments]) == given.comments, "\(given.rights)")
            #expect(self.refusal(connection, [enter, log]) == given.log, "\(given.rights)")
            if given.drafts == nil {
                try connection.run(unsafeScript: "begin")
                #expect(self.refusal(connection, [enter, comment]) == given.comment, "\(given.rights)")
                try connection.run(unsafeScript: "rollback; begin")
                #expect(self.refusal(connection, [enter, followUp]) == given.followUp, "\(given.rights)")
                try connection.run(unsafeScript: "rollback")
            }
        }
    }

    @Test("No role has what its issuers users cannot have")
    func noRoleHasWhatItsIssuersUsersCannotHave() async throws {
        let database = try await TestCluster.shared.value.database()
        let administrator = try database.administrator()
        for (issuer, place, right) in [
            ("district", "district", "content.read"), ("district", "municipality", "content.write"),
            ("district", "municipality", "report.any"),
            ("municipality", "municipality", "signature.police"), ("operator", "service", "content.read"),
            ("municipality", "municipality", "tenants.read"),
        ] {
            #expect(throws: PostgresError.self, "\(issuer) \(place) \(right)") {
                try self.add("planted", issuer: issuer, place: place, [right], to: database)
            }
        }
        for (issuer, place) in [
            ("municipality", "district"), ("operator", "municipality"), ("municipality", "service"),
            ("somebody", "service"),
        ] {
            #expect(throws: PostgresError.self, "\(issuer) \(place)") {
                try self.add("planted", issuer: issuer, place: place, [], to: database)
            }
        }
        // A right is nobody's to give himself, and a grant stands where its role does.
        for login in TestDatabase.Login.allCases {
            let connection = try database.connection(as: login)
            #expect(self.refusal(connection, ["select count(*) from access.role_right"]) == "42501")
            #expect(
                self.refusal(
                    connection,
                    ["insert into access.role_right values ('reader', 'municipality', 'municipality', 'content.write')"]
                ) == "42501")
        }
        #expect(
            self.refusal(
                administrator,
                [
                    "update access.caller_grant set role = 'headOfDistrict' where subject = 'reader' and municipality_code = '1495'"
                ]) == "23503")
        #expect(
            self.refusal(
                administrator,
                [
                    "update access.caller_grant set role = 'nobody' where subject = 'reader' and municipality_code = '1495'"
                ]) == "23503")
        #expect(
            self.refusal(
                administrator,
                [
                    "update access.caller_grant set district_code = 'vastra-skaraborg' where subject = 'reader' and municipality_code = '1495'"
                ]) == "23514")
    }

    // MARK: The log

    @Test("The log is a chain without clear names")
    func theLogIsAChainWithoutClearNames() async throws {
        let database = try await self.scene()
        let administrator = try database.administrator()
        // Every link verifies from its own values, and hangs on the one before.
        let broken: Statement = """
            select count(*) from (
                select c.*, lag(c.hash) over (partition by c.municipality_code order by c.sequence) as before_hash from audit.change c) c
            where c.hash <> audit.link_hash(c.previous_hash, c.municipality_code, c.sequence, c.recorded_at, c.actor_issuer, c.actor_subject,
                    c.actor_role, c.table_name, c.action, c.label, c.before, c.after)
               or c.previous_hash <> coalesce(c.before_hash, ''::bytea)
            """
        #expect(try administrator.run([broken])[0].first?.int(0) == 0)
        #expect(
            try administrator.run([
                "select count(*) from audit.chain_head h where h.hash <> (select c.hash from audit.change c where c.municipality_code = h.municipality_code order by c.sequence desc limit 1)"
            ])[0].first?.int(0) == 0)
        // The actor is who entered.
        #expect(
            (try administrator.run([
                "select count(*) from audit.change where actor_subject = 'coordinator' and actor_role = 'coordinator' and table_name = 'measure' and label like 'Åtgärden lades till: %'"
            ])[0].first?.int(0) ?? 0) >= 30)
        // Names of contacts and signers stand in it only as digests.
        for name in ["Alva", "Exempelsson", "Vera"] {
            let text = "%\(name)%"
            #expect(
                try administrator.run([
                    "select count(*) from audit.change where coalesce(before::text, '') like \(text) or coalesce(after::text, '') like \(text) or label like \(text)"
                ])[0].first?.int(0) == 0)
            #expect(
                (try administrator.run(["select count(*) from audit.personal_value where value like \(text)"])[0].first?
                    .int(0) ?? 0) > 0)
        }
        // So does the actor's name, which stands outside the hash.
        try administrator.run(["update audit.change set actor_name = null"])
        // Disposal of the values leaves the chain whole; a changed link shows.
        try administrator.run(["delete from audit.personal_value"])
        #expect(try administrator.run([broken])[0].first?.int(0) == 0)
        try administrator.run(
            unsafeScript:
                "alter table audit.change disable trigger append_only; update audit.change set label = 'annat' where municipality_code = '1495' and sequence = 5; alter table audit.change enable trigger append_only"
        )
        #expect(try administrator.run([broken])[0].first?.int(0) == 1)
        for statement: Statement in [
            "update audit.change set label = 'x'", "delete from audit.change", "truncate audit.change cascade",
        ] {
            #expect(throws: PostgresError.self) { try administrator.run([statement]) }
        }
    }

    /// A plan's summary has a policy over its own columns; the police see it as they see the plan, whatever states the
    /// plan and its agreement are in, and when a district has moved on.
    @Test("Police see a summary exactly when they see its plan")
    func policeSeeASummaryExactlyWhenTheySeeItsPlan() async throws {
        let database = try await self.scene()
        let administrator = try database.administrator()
        let persons: [(Person, String?, String?)] = [
            (.headOfDistrict, nil, "vastra-skaraborg"), (.headOfDistrict, "1495", nil), (.headOfDistrict, "1494", nil),
            (.headOfOtherDistrict, nil, "ostra-skaraborg"), (.headOfOtherDistrict, "1495", nil),
            (.officerOfSkara, "1495", nil), (.officerOfLidkoping, "1494", nil),
        ]
        let connection = try database.connection(as: .police)
        let plans: Statement = "select string_agg(plan_id::text, ' ' order by plan_id) from app.action_plan"
        let summaries: Statement = "select string_agg(plan_id::text, ' ' order by plan_id) from app.plan_summary"
        var seen: Set<String?> = []
        for state in ["draft", "proposed", "signed", "withdrawn", "terminated"] {
            for plan in ["draft", "proposed", "approved", "adopted", "closed", "superseded", "withdrawn"] {
                // Past the guards, as no caller can: whatever comes, both policies decide alike.
                try administrator.run(
                    unsafeScript: """
                        begin; set local session_replication_role = replica;
                        update app.agreement set state = '\(state)', period_start = '1990-01-01', period_end = '1990-12-31', effective_end = '1990-12-31', withdrawal_reason = case when '\(state)' = 'withdrawn' then 'Överspelat' end where municipality_code = '1495'
                            and agreement_id = (select max(agreement_id::text)::uuid from app.agreement where municipality_code = '1495');
                        update app.action_plan set state = '\(plan)', adopted_on = case when '\(plan)' in ('adopted', 'closed', 'superseded') then date '2024-01-01' end,
                            adopted_by = case when '\(plan)' in ('adopted', 'closed', 'superseded') then 'Styrelsen' end,
                            closed_on = case when '\(plan)' = 'closed' then date '2024-12-31' end,
                            withdrawal_reason = case when '\(plan)' = 'withdrawn' then 'Överspelat' end where municipality_code = '1495';
                        select app.summarise_plans(municipality_code, array_agg(plan_id)) from app.action_plan group by municipality_code;
                        commit
                        """)
                for (person, municipality, district) in persons {
                    let enter = database.enter(try person.caller, municipality: municipality, district: district)
                    let rows = try connection.run([enter, plans, summaries])
                    #expect(rows[1].first?[0] == rows[2].first?[0], "\(person), agreement \(state), plan \(plan)")
                    seen.insert(rows[1].first?[0])
                }
            }
        }
        #expect(seen.count > 4)
        // And whoever sees a plan sees what hangs below it, nobody else does.
        let measures = try connection.run([
            database.enter(try Person.headOfDistrict.caller, district: "vastra-skaraborg"),
            "select count(*) from app.measure m where not exists (select from app.action_plan p where p.municipality_code = m.municipality_code and p.plan_id = m.plan_id)",
            "select count(*) from app.measure",
        ])
        #expect(measures[1].first?.int(0) == 0 && (measures[2].first?.int(0) ?? 0) > 0)
    }
}
