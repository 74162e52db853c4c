import Foundation
import Migrator
import Postgres
import Testing
import TestSupport

/// Applying sql/ to real databases.
@Suite struct MigratorTests {
    private func copyOfSQL() throws -> String {
        let folder = NSTemporaryDirectory() + "samverkan-sql-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: "\(TestCluster.root)/sql", toPath: folder)
        return folder
    }

    private func catalog(_ connection: Connection) throws -> String? {
        try connection.run(["""
            select string_agg(x, chr(10) order by x) from (
                select 'policy ' || schemaname || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') as x from pg_policies
                union all select 'function ' || p.oid::regprocedure || p.proowner::regrole || a.grantee::regrole || p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where n.nspname in ('app', 'access', 'audit', 'bi')
                union all select 'trigger ' || tgrelid::regclass || tgname from pg_trigger where not tgisinternal
                union all select 'table ' || c.oid::regclass || a.grantee::regrole || a.privilege_type from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
                    where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ('app', 'access', 'audit', 'bi')
            ) s
            """])[0].first?[0]
    }

    @Test func runningTwiceChangesNothing() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let first = try database.migrator.migrate()
        #expect(first.applied.count >= 9)
        #expect(first.rebuilt)
        let connection = try database.administrator()
        let before = try self.catalog(connection)
        // Every row of these catalogs carries the transaction that wrote it last.
        let versions: Statement = """
            select string_agg(x, ',' order by x) from (select oid || ':' || xmin as x from pg_class union all select oid || ':' || xmin from pg_proc
                union all select oid || ':' || xmin from pg_policy union all select oid || ':' || xmin from pg_trigger
                union all select checksum || ':' || xmin from migrator.current_build) s
            """
        let written = try connection.run([versions])[0].first?[0]
        #expect(try database.migrator.migrate() == Migrator.Outcome())
        #expect(try self.catalog(connection) == before)
        #expect(try connection.run([versions])[0].first?[0] == written)
    }

    @Test func aChangedMigrationIsRefusedWithItsName() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(admin: ConnectionSettings(url: database.adminURL), directory: folder)
        _ = try migrator.migrate()
        let file = "\(folder)/migrations/0002_audit.sql"
        try (String(contentsOfFile: file, encoding: .utf8) + "\n-- changed\n").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: MigratorError.changed(name: "migrations/0002_audit.sql")) { try migrator.migrate() }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: MigratorError.missing(name: "migrations/0002_audit.sql")) { try migrator.migrate() }
    }

    @Test func aNewMigrationIsAppliedAndCurrentBuiltAgain() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(admin: ConnectionSettings(url: database.adminURL), directory: folder)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        let before = try self.catalog(connection)
        // Views and policies would stand in the way of this one.
        try "alter table app.measure alter column planned_follow_up type character varying(5000);".write(toFile: "\(folder)/migrations/9001_wider.sql", atomically: true, encoding: .utf8)
        let outcome = try migrator.migrate()
        #expect(outcome == Migrator.Outcome(applied: ["migrations/9001_wider.sql"], rebuilt: true))
        #expect(try self.catalog(connection) == before)
        try "select 1;".write(toFile: "\(folder)/migrations/0003_between.sql", atomically: true, encoding: .utf8)
        #expect(throws: MigratorError.outOfOrder(name: "migrations/0003_between.sql", after: "migrations/9001_wider.sql")) { try migrator.migrate() }
    }

    @Test func whatCurrentNoLongerMakesIsGone() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(admin: ConnectionSettings(url: database.adminURL), directory: folder)
        try "create function app.passing() returns integer language sql as 'select 1'; grant execute on function app.passing() to samverkan_public; grant select on app.import to samverkan_public;"
            .write(toFile: "\(folder)/current/passing.sql", atomically: true, encoding: .utf8)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        #expect(try connection.run(["select has_table_privilege('samverkan_public', 'app.import', 'select')"])[0].first?.bool(0) == true)
        try FileManager.default.removeItem(atPath: "\(folder)/current/passing.sql")
        _ = try migrator.migrate()
        #expect(try connection.run(["select to_regproc('app.passing') is null"])[0].first?.bool(0) == true)
        #expect(try connection.run(["select has_table_privilege('samverkan_public', 'app.import', 'select')"])[0].first?.bool(0) == false)
    }

    @Test func aFailingMigrationLeavesEverythingAsItWas() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(admin: ConnectionSettings(url: database.adminURL), directory: folder)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        let before = try self.catalog(connection)
        try "create table app.half (a integer); selekt;".write(toFile: "\(folder)/migrations/9001_broken.sql", atomically: true, encoding: .utf8)
        #expect(throws: MigratorError.self) { try migrator.migrate() }
        #expect(try self.catalog(connection) == before)
        #expect(try connection.run(["select to_regclass('app.half') is null"])[0].first?.bool(0) == true)
    }

    @Test func twoAtOnceBothEndWell() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        async let first = Task.detached { try database.migrator.migrate() }.value
        async let second = Task.detached { try database.migrator.migrate() }.value
        let outcomes = try await [first, second]
        #expect(outcomes.count { $0.rebuilt } == 1)
    }

    /// Follow-ups that were there before they had a lineage get their measure's, and what is derived goes on from them.
    @Test func contentOfBeforeIsTakenAlong() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/migrations") where name > "0010" { try FileManager.default.removeItem(atPath: "\(folder)/migrations/\(name)") }
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/current") { try FileManager.default.removeItem(atPath: "\(folder)/current/\(name)") }
        _ = try Migrator(admin: ConnectionSettings(url: database.adminURL), directory: folder).migrate()
        let administrator = try database.administrator()
        try administrator.run(unsafeScript: """
            insert into app.police_district values ('vastra-skaraborg', 'Lokalpolisområde Västra Skaraborg', 'Polisregion Väst');
            insert into app.municipality (municipality_code, name, district_code) values ('1495', 'Skara', 'vastra-skaraborg');
            insert into app.agreement (municipality_code, district_code, title, period_start, state) values ('1495', 'vastra-skaraborg', 'x', '2020-01-01', 'signed');
            insert into app.action_plan (municipality_code, agreement_id, year, period_start, period_end, state, adopted_by, adopted_on)
                select municipality_code, agreement_id, 2020, '2020-01-01', '2020-12-31', 'adopted', 'x', '2020-01-01' from app.agreement;
            insert into app.priority_area (municipality_code, plan_id, position, title) select municipality_code, plan_id, 1, 'x' from app.action_plan;
            insert into app.measure (municipality_code, plan_id, area_id, position, text) select municipality_code, plan_id, area_id, n, 'x' from app.priority_area, generate_series(1, 3) n;
            insert into app.follow_up (municipality_code, plan_id, measure_id, period_start, period_end, status, quantity, unit)
                select municipality_code, plan_id, measure_id, '2020-05-01', '2020-05-01', 'ongoing', n, 'nätter' from app.measure, unnest(array[3, 9]) n;
            insert into app.measure_status (municipality_code, plan_id, measure_id, status, follow_up_count, latest_follow_up_id, latest_status, latest_on, latest_recorded_at)
                select distinct on (measure_id) municipality_code, plan_id, measure_id, 'ongoing', 2, follow_up_id, 'ongoing', period_end, recorded_at from app.follow_up;
            """)
        #expect(try database.migrator.migrate().applied.first == "migrations/0010_writing.sql")
        let truth = try administrator.run([
            "select count(*), count(m.measure_id) from app.follow_up f left join app.measure m on m.measure_id = f.measure_id and m.lineage_id = f.lineage_id",
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind = 'r' and not c.relforcerowsecurity",
            "select count(*) from pg_constraint where not convalidated",
            "select count(*) from app.measure_status where quantities -> 0 ->> 'quantity' = '12'",
        ])
        #expect(truth[0].first?.int(0) == 6 && truth[0].first?.int(1) == 6 && truth[3].first?.int(0) == 3 && truth[1].first?.int(0) == 0 && truth[2].first?.int(0) == 0)
    }
}
