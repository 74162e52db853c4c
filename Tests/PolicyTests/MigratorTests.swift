import Foundation
import Migrator
import Postgres
import TestSupport
import Testing

/// Applying sql/ to real databases.
@Suite struct MigratorTests {
    private func copyOfSQL() throws -> String {
        let folder = NSTemporaryDirectory() + "samverkan-sql-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: "\(TestCluster.root)/sql", toPath: folder)
        return folder
    }

    private func catalog(_ connection: Connection) throws -> String? {
        try connection.run([
            """
            select string_agg(x, chr(10) order by x) from (
                select 'policy ' || schemaname || tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') as x from pg_policies
                union all select 'function ' || p.oid::regprocedure || p.proowner::regrole || a.grantee::regrole || p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    where n.nspname in ('app', 'access', 'audit') and p.proname <> 'schema_version'
                union all select 'trigger ' || tgrelid::regclass || tgname from pg_trigger where not tgisinternal
                union all select 'table ' || c.oid::regclass || a.grantee::regrole || a.privilege_type from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
                    where c.relkind in ('r', 'v') and c.relnamespace::regnamespace::text in ('app', 'access', 'audit')
            ) s
            """
        ])[0].first?[0]
    }

    @Test("Running twice changes nothing")
    func runningTwiceChangesNothing() async throws {
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

    @Test("A changed migration is refused with its name")
    func aChangedMigrationIsRefusedWithItsName() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        _ = try migrator.migrate()
        let file = "\(folder)/migrations/0002_audit.sql"
        try (String(contentsOfFile: file, encoding: .utf8) + "\n-- changed\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: MigratorError.changed(name: "migrations/0002_audit.sql")) { try migrator.migrate() }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: MigratorError.missing(name: "migrations/0002_audit.sql")) { try migrator.migrate() }
    }

    @Test("A new migration is applied and current built again")
    func aNewMigrationIsAppliedAndCurrentBuiltAgain() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        let before = try self.catalog(connection)
        // Views and policies would stand in the way of this one.
        try "alter table app.measure alter column planned_follow_up type character varying(5000);".write(
            toFile: "\(folder)/migrations/9001_wider.sql", atomically: true, encoding: .utf8)
        let outcome = try migrator.migrate()
        #expect(outcome == Migrator.Outcome(applied: ["migrations/9001_wider.sql"], rebuilt: true))
        #expect(try self.catalog(connection) == before)
        try "select 1;".write(toFile: "\(folder)/migrations/0003_between.sql", atomically: true, encoding: .utf8)
        #expect(
            throws: MigratorError.outOfOrder(name: "migrations/0003_between.sql", after: "migrations/9001_wider.sql")
        ) { try migrator.migrate() }
    }

    @Test("What current no longer makes is gone")
    func whatCurrentNoLongerMakesIsGone() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        try
            "create function app.passing() returns integer language sql as 'select 1'; grant execute on function app.passing() to samverkan_public; grant select on app.import to samverkan_public;"
            .write(toFile: "\(folder)/current/passing.sql", atomically: true, encoding: .utf8)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        #expect(
            try connection.run(["select has_table_privilege('samverkan_public', 'app.import', 'select')"])[0].first?
                .bool(0) == true)
        try FileManager.default.removeItem(atPath: "\(folder)/current/passing.sql")
        _ = try migrator.migrate()
        #expect(try connection.run(["select to_regproc('app.passing') is null"])[0].first?.bool(0) == true)
        #expect(
            try connection.run(["select has_table_privilege('samverkan_public', 'app.import', 'select')"])[0].first?
                .bool(0) == false)
    }

    /// A right that no file gives is taken back, whichever of the service's roles has it.
    @Test("What no file grants is taken back from every role")
    func whatNoFileGrantsIsTakenBackFromEveryRole() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        let roles = try connection.run([
            "select rolname from pg_roles where rolname like 'samverkan%' and rolname <> 'samverkan_owner' order by 1"
        ])[0].compactMap { $0[0] }
        // The cluster has those of other tests, too.
        #expect(roles.count >= 9)
        let before = try self.catalog(connection)
        for role in roles {
            try connection.run(
                unsafeScript: """
                    grant select, delete on app.import to \(role); grant update (title) on app.agreement to \(role);
                    grant execute on function app.uuidv7() to \(role); grant usage, create on schema app to \(role)
                    """)
        }
        try (String(contentsOfFile: "\(folder)/current/comment.sql", encoding: .utf8) + "\n-- changed\n").write(
            toFile: "\(folder)/current/comment.sql", atomically: true, encoding: .utf8)
        #expect(try migrator.migrate().rebuilt)
        #expect(try self.catalog(connection) == before)
        let columns = try connection.run([
            """
            select string_agg(r.rolname, ',') from pg_roles r where r.rolname like 'samverkan%' and r.rolname <> 'samverkan_owner' and
                (has_schema_privilege(r.oid, 'app', 'create') or (r.rolname <> 'samverkan_municipality' and has_column_privilege(r.oid, 'app.agreement', 'title', 'update')))
            """
        ])[0].first?[0]
        #expect(columns == nil, "\(columns ?? "")")
    }

    @Test("A migration that waits says for whom and a mistake is not tried again")
    func aMigrationThatWaitsSaysForWhomAndAMistakeIsNotTriedAgain() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        _ = try migrator.migrate()
        let reader = try database.connection(as: .municipality)
        try reader.run(unsafeScript: "begin; select * from app.term limit 1")
        let pid = reader.processID
        let changed = try String(contentsOfFile: "\(folder)/current/comment.sql", encoding: .utf8) + "\n-- changed\n"
        try changed.write(toFile: "\(folder)/current/comment.sql", atomically: true, encoding: .utf8)
        // It waits three seconds for a lock, then says for whom; told once, the session is ended for it.
        var told: [String] = []
        var outcome: Migrator.Outcome?
        outcome = try migrator.migrate { line in
            told.append(line)
            _ = try? database.administrator().run(["select pg_terminate_backend(\(pid)::integer)"])
        }
        #expect(outcome?.rebuilt == true)
        #expect(
            told.first?.hasPrefix(
                "waiting for process \(pid), login samverkan_municipality, in its transaction since 20") == true,
            "\(told)")
        // A table that is there already is the file's own mistake, not another migration's.
        try "create table app.promise (a integer);".write(
            toFile: "\(folder)/migrations/9001_twice.sql", atomically: true, encoding: .utf8)
        var tries = 0
        #expect(throws: MigratorError.self) { try migrator.migrate { _ in tries += 1 } }
        #expect(tries == 0)
    }

    @Test("A PostgreSQL with known holes is refused")
    func aPostgreSQLWithKnownHolesIsRefused() async throws {
        #expect(ServerVersion(number: 150_019).knownHole != nil && ServerVersion(number: 150_020).knownHole == nil)
        #expect(ServerVersion(number: 160_015).knownHole != nil && ServerVersion(number: 160_016).knownHole == nil)
        #expect(ServerVersion(number: 170_011).knownHole != nil && ServerVersion(number: 170_012).knownHole == nil)
        #expect(
            ServerVersion(number: 180_006).knownHole?.contains("18.7 or later") == true
                && ServerVersion(number: 180_007).knownHole == nil)
        #expect(ServerVersion(number: 140_030).knownHole != nil && ServerVersion(number: 190_000).knownHole == nil)
        let database = try await TestCluster.shared.value.emptyDatabase()
        let hole = try database.administrator().serverVersion.knownHole
        let strict = Migrator(admin: ConnectionSettings(url: database.adminURL), directory: "\(TestCluster.root)/sql")
        if let hole {
            #expect(throws: MigratorError.oldServer(hole)) { try strict.migrate() }
            #expect(try database.migrator.migrate().rebuilt)
        } else {
            #expect(try strict.migrate().rebuilt)
        }
    }

    @Test("A failing migration leaves everything as it was")
    func aFailingMigrationLeavesEverythingAsItWas() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let migrator = Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true)
        _ = try migrator.migrate()
        let connection = try database.administrator()
        let before = try self.catalog(connection)
        try "create table app.half (a integer); selekt;".write(
            toFile: "\(folder)/migrations/9001_broken.sql", atomically: true, encoding: .utf8)
        #expect(throws: MigratorError.self) { try migrator.migrate() }
        #expect(try self.catalog(connection) == before)
        #expect(try connection.run(["select to_regclass('app.half') is null"])[0].first?.bool(0) == true)
    }

    @Test("Two at once both end well")
    func twoAtOnceBothEndWell() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        async let first = Task.detached { try database.migrator.migrate() }.value
        async let second = Task.detached { try database.migrator.migrate() }.value
        let outcomes = try await [first, second]
        #expect(outcomes.count { $0.rebuilt } == 1)
    }

    /// The database as it was before a migration, without what current makes.
    private func migrate(_ database: TestDatabase, before migration: String) throws {
        let folder = try self.copyOfSQL()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/migrations") where name > migration {
            try FileManager.default.removeItem(atPath: "\(folder)/migrations/\(name)")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/current") {
            try FileManager.default.removeItem(atPath: "\(folder)/current/\(name)")
        }
        _ = try Migrator(
            admin: ConnectionSettings(url: database.adminURL), directory: folder, allowsOldServers: true
        ).migrate()
    }

    /// What the police had a part in before that was written down is not discarded.
    @Test("A draft that the police had commented or written in is exchanged")
    func draftsOfBeforeAreExchanged() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        try self.migrate(database, before: "0025")
        let administrator = try database.administrator()
        try administrator.run(
            unsafeScript: """
                insert into app.police_district (district_code, name, region_name) values ('vastra-skaraborg', 'Lokalpolisområde Västra Skaraborg', 'Polisregion Väst');
                insert into app.municipality (municipality_code, name, district_code) values ('1495', 'Skara', 'vastra-skaraborg');
                insert into app.agreement (municipality_code, district_code, title, period_start) values ('1495', 'vastra-skaraborg', 'x', '2020-01-01');
                insert into app.action_plan (municipality_code, agreement_id, year, period_start, period_end)
                    select municipality_code, agreement_id, n, '2020-01-01', '2020-12-31' from app.agreement, generate_series(2020, 2022) n;
                insert into app.situational_picture (municipality_code, district_code, title)
                    select '1495', 'vastra-skaraborg', n::text from generate_series(1, 2) n;
                insert into app.comment (municipality_code, plan_id, text, written_by, written_as)
                    select municipality_code, plan_id, 'x', 'x', case year when 2020 then 'municipalOfficer' else 'coordinator' end from app.action_plan where year < 2022;
                insert into audit.change (municipality_code, sequence, recorded_at, table_name, action, label, actor_role, after, previous_hash, hash)
                    select municipality_code, title::bigint, now(), 'problem', 'insert', 'x', case title when '1' then 'municipalOfficer' else 'coordinator' end,
                        jsonb_build_object('picture_id', picture_id), '', '' from app.situational_picture;
                """)
        _ = try database.migrator.migrate()
        let exchanged = try administrator.run([
            "select string_agg(year::text, ',') as found from app.action_plan where is_exchanged",
            "select string_agg(title, ',') as found from app.situational_picture where is_exchanged",
            "select count(*) as n from app.agreement where is_exchanged",
        ])
        #expect(exchanged[0].first?["found"] == "2020" && exchanged[1].first?["found"] == "1")
        #expect(exchanged[2].first?.int("n") == 0)
    }

    /// Follow-ups that were there before they had a lineage get their measure's, and what is derived goes on from them.
    @Test("Content of before is taken along")
    func contentOfBeforeIsTakenAlong() async throws {
        let database = try await TestCluster.shared.value.emptyDatabase()
        try self.migrate(database, before: "0010")
        let administrator = try database.administrator()
        try administrator.run(
            unsafeScript: """
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
        #expect(
            truth[0].first?.int(0) == 6 && truth[0].first?.int(1) == 6 && truth[3].first?.int(0) == 3
                && truth[1].first?.int(0) == 0 && truth[2].first?.int(0) == 0)
    }
}
