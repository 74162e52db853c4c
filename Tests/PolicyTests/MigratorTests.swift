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
}
