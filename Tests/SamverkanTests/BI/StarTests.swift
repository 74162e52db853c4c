import Foundation
import Logging
import Migrator
import Postgres
import Samverkan
import TestSupport
import Testing

/// The database for BI: what it holds, for whom, and how it keeps up.
@Suite struct StarTests {
    /// A database for BI beside a test's own.
    struct Target {
        let database: TestDatabase
        let bi: BIDatabase
        let publisher: Publisher

        init(_ database: TestDatabase) throws {
            self.database = database
            self.bi = BIDatabase(
                admin: ConnectionSettings(url: Settings.forBI(database.adminURL)),
                directory: "\(TestCluster.root)/sql/bi")
            try self.bi.migrate(maker: ConnectionSettings(url: database.adminURL), publisherPassword: "")
            self.publisher = Self.publisher(of: database)
        }

        /// As another server would be.
        static func publisher(of database: TestDatabase) -> Publisher {
            let (login, password) = ("samverkan_publisher", database.cluster.publisherPassword)
            return Publisher(
                service: ConnectionSettings(url: database.url, user: login, password: password),
                target: ConnectionSettings(url: Settings.forBI(database.url), user: login, password: password),
                logger: Logger(label: "test"))
        }

        /// A login of a scope, connected.
        func login(_ name: String, _ scope: BIDatabase.Scope) throws -> Connection {
            let name = "\(name)_\(self.database.name)"
            try self.bi.show(scope, to: name, password: "of sixteen letters")
            return try Connection(
                ConnectionSettings(url: Settings.forBI(self.database.url), user: name, password: "of sixteen letters"))
        }

        func administrator() throws -> Connection {
            try Connection(ConnectionSettings(url: Settings.forBI(self.database.adminURL)))
        }

        /// What the service doesn't drop.
        func end() throws {
            self.publisher.shutDown()
            let administrator = try self.database.administrator()
            try administrator.run(["drop database \(unsafeSQL: "\(self.database.name)_bi") with (force)"])
            for row in try administrator.run([
                "select rolname from pg_roles where rolname like \("%_\(self.database.name)")"
            ])[0] { try administrator.run(["drop role \(unsafeSQL: row[0] ?? "")"]) }
        }
    }

    private static func target(
        _ body: @Sendable (TestServer, Target) async throws -> Void
    ) async throws {
        try await TestServer.run { server in
            let target = try Target(server.database)
            let result: Result<Void, any Error>
            do { result = .success(try await body(server, target)) } catch { result = .failure(error) }
            try target.end()
            try result.get()
        }
    }

    /// Skara's plan adopted, in an agreement that the district sees.
    private static func proposedSkara(_ server: TestServer) async throws -> Scene.Imported {
        let skara = try await server.adoptedSkara()
        try server.database.administrator().run(["update app.agreement set state = 'proposed' where state = 'draft'"])
        return skara
    }

    private static func rows(_ connection: Connection, _ sql: String) throws -> [[String?]] {
        let result = try connection.run([Statement(stringLiteral: sql)])[0]
        return result.map { row in (0..<result.columnCount).map { row[$0] } }
    }

    @Test("Sixty questions asked the naive way have the right answers, for a municipality, a district and the country")
    func sixtyQuestions() async throws {
        try await Self.target { server, target in
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            _ = try await server.imported("gotene.md", as: .coordinatorOfGotene)
            try server.establish()
            try await FourYearsTests.live(server)
            let connections = [
                ("1495", try target.login("skara", .municipalities(["1495"]))),
                ("1471,1494,1495", try target.login("district", .districts(["vastra-skaraborg"]))),
                ("1471,1494,1495,1499", try target.login("country", .country)),
            ]
            let other = try target.login("other", .districts(["ostra-skaraborg"]))
            #expect(try await target.publisher.pass().documents > 8)
            #expect(AnalystQuestions.all.count == 60)
            for (codes, connection) in connections {
                let truth = try server.database.administrator()
                try truth.run(
                    unsafeScript: "set truth.codes = '\(codes)'; set temp_buffers = '8MB'; \(AnalystQuestions.truth)")
                var empty = 0
                for question in AnalystQuestions.all {
                    let expected = try Self.rows(truth, question.truth)
                    let found = try Self.rows(connection, question.star)
                    #expect(found == expected, "\(codes): \(question.asked)")
                    if expected.isEmpty || expected == [["0"]] { empty += 1 }
                }
                // An answer of nothing proves little.
                #expect(empty <= 8, "\(codes): \(empty) questions have no answer")
            }
            // Another district has its municipality, and nothing of these.
            #expect(try Self.rows(other, "select kommun from dim_kommun") == [["Falköping"]])
            for view in try Self.rows(
                other, "select viewname from pg_views where schemaname = 'omrade_ostra_skaraborg'")
            {
                let name = view[0] ?? ""
                if ["dim_datum", "dim_status", "dim_tema", "dim_kommun", "brygga_kommun_omrade", "uppdaterad"].contains(
                    name)
                {
                    continue
                }
                #expect(try Self.rows(other, "select count(*) from \(name)") == [["0"]], "\(name)")
            }
        }
    }

    /// Every row of a scope's tables, whichever document it came with.
    private static func content(_ connection: Connection, _ scope: String) throws -> [String: String] {
        var content: [String: String] = [:]
        for row in try Self.rows(connection, "select tablename from pg_tables where schemaname = 'data_\(scope)'") {
            let table = row[0] ?? ""
            content[table] =
                try Self.rows(
                    connection,
                    "select coalesce(string_agg(t::text, ' ' order by t::text), '') from data_\(scope).\(table) t")[0][
                    0]
                ?? ""
        }
        return content
    }

    @Test("A draft moves nothing there, not even a row's version; what is established comes, and goes when it goes")
    func draftsMoveNothing() async throws {
        try await Self.target { server, target in
            let skara = try await Self.proposedSkara(server)
            let analyst = try target.login("skara", .municipalities(["1495"]))
            #expect(try await target.publisher.pass().municipalities > 0)
            let administrator = try target.administrator()
            let versions = """
                select sum(n) from (select sum(xmin::text::bigint) as n from data_kommun_1495.fakta_atgard
                    union all select sum(xmin::text::bigint) from data_kommun_1495.dim_kommun
                    union all select sum(xmin::text::bigint) from data_kommun_1495.dim_handlingsplan) x
                """
            let (before, content) = (
                try Self.rows(administrator, versions), try Self.content(administrator, "kommun_1495")
            )
            let draft = try await server.post(
                "/municipalities/1495/action-plans", as: .coordinatorOfSkara,
                #"{"agreementId":"\#(skara.agreementID)","year":2022,"period":{"start":"2022-01-01","end":"2022-12-31"},"introduction":"Hemligt utkast"}"#
            )
            #expect(draft.status == 201, "\(draft.text)")
            let area = try await server.post(
                "/municipalities/1495/action-plans/\(try draft.json.id)/priority-areas", as: .coordinatorOfSkara,
                #"{"title":"Hemligt område"}"#)
            for number in 1...25 {
                let made = try await server.post(
                    "/municipalities/1495/action-plans/\(try draft.json.id)/measures", as: .coordinatorOfSkara,
                    ["areaId": .string(try area.json.id), "text": .string("Hemlig åtgärd \(number)")])
                #expect(made.status == 201, "\(made.text)")
                if number % 5 == 0 { _ = try await target.publisher.pass() }
            }
            #expect(try Self.rows(administrator, versions) == before)
            #expect(try Self.content(administrator, "kommun_1495") == content)
            // Adopted it is there at once.
            #expect(try Self.rows(analyst, "select count(*) from fakta_atgard where atgard like 'Hemlig%'") == [["0"]])
            let adopted = try await server.post(
                "/municipalities/1495/action-plans/\(try draft.json.id)/adoption", as: .coordinatorOfSkara,
                #"{"adoptedBy":"Kommunstyrelsen"}"#)
            #expect(adopted.status == 200, "\(adopted.text)")
            _ = try await target.publisher.pass()
            #expect(try Self.rows(analyst, "select count(*) from fakta_atgard where atgard like 'Hemlig%'") == [["25"]])
            // Twice changes nothing, and there is nothing to do.
            let passed = try await target.publisher.pass()
            #expect(passed.municipalities == 0 && passed.documents == 0)
        }
    }

    @Test("What no login sees isn't read, and what was refused is tried again for a new scope")
    func whatNobodySeesIsNotRead() async throws {
        try await Self.target { server, target in
            _ = try await Self.proposedSkara(server)
            try server.database.administrator().run(
                unsafeScript: "revoke execute on function app.star_of_plan from samverkan_publisher")
            #expect(try await target.publisher.pass().municipalities > 0)
            _ = try target.login("lidkoping", .municipalities(["1494"]))
            _ = try target.login("east", .districts(["ostra-skaraborg"]))
            #expect(try await target.publisher.pass().municipalities > 0)
            // Now one of its plans is seen.
            let skara = try target.login("skara", .municipalities(["1495"]))
            for pause in [1_100, 2_100, 0] {
                await #expect(throws: PostgresError.self) { _ = try await target.publisher.pass() }
                try await Task.sleep(for: .milliseconds(pause))
            }
            try server.database.administrator().run(
                unsafeScript: "grant execute on function app.star_of_plan to samverkan_publisher")
            // It would be left alone for four seconds; with another scope it is tried at once.
            _ = try target.login("country", .country)
            _ = try await target.publisher.pass()
            #expect(try Self.rows(skara, "select count(*) > 5 from fakta_atgard") == [["t"]])
        }
    }

    @Test("A login made during a pass gets all of what that pass writes, not only what changed")
    func aLoginMadeDuringAPass() async throws {
        try await Self.target { server, target in
            let skara = try await Self.proposedSkara(server)
            _ = try target.login("skara", .municipalities(["1495"]))
            _ = try await target.publisher.pass()
            let measure = try await server.get(
                "/municipalities/1495/measures?plan=\(skara.planID)&limit=1", as: .readerOfSkara
            ).json["items"].items.first?["id"].string
            let reported = try await server.post(
                "/municipalities/1495/measures/\(measure ?? "")/follow-ups", as: .coordinatorOfSkara,
                #"{"period":{"start":"2020-05-01"},"status":"ongoing"}"#)
            #expect(reported.status == 201, "\(reported.text)")
            let lock = try server.database.administrator()
            try lock.run(unsafeScript: "begin; lock table app.municipality in access exclusive mode")
            let passing = Task { try await target.publisher.pass() }
            let observer = try server.database.administrator()
            let waits = """
                select 1 from pg_stat_activity where usename = 'samverkan_publisher' and wait_event_type = 'Lock'
                    and datname = current_database()
                """
            let deadline = ContinuousClock.now + .seconds(20)
            while try Self.rows(observer, waits).isEmpty, ContinuousClock.now < deadline {
                try await Task.sleep(for: .milliseconds(20))
            }
            _ = try target.login("country", .country)
            try lock.run(unsafeScript: "commit")
            #expect(try await passing.value.municipalities == 1)
            let administrator = try target.administrator()
            let own = try Self.rows(administrator, "select atgard_id, status from kommun_1495.fakta_atgard order by 1")
            #expect(own.count > 5 && own.contains { $0[0] == measure && $0[1] == "pågår" })
            #expect(
                try Self.rows(administrator, "select atgard_id, status from landet.fakta_atgard order by 1") == own)
        }
    }

    @Test("Ended anywhere under writes, it goes on; either database restored under the other is repaired")
    func itGoesOnFromAnywhere() async throws {
        try await Self.target { server, target in
            let skara = try await Self.proposedSkara(server)
            _ = try target.login("skara", .municipalities(["1495"]))
            let measures = try await server.get(
                "/municipalities/1495/measures?plan=\(skara.planID)&limit=100", as: .readerOfSkara
            ).json["items"].items.compactMap { $0["id"].string }
            #expect(measures.count > 5)
            let administrator = try target.administrator()
            let end = """
                select pg_terminate_backend(pid) from pg_stat_activity where usename = 'samverkan_publisher'
                    and datname like '\(server.database.name)%' and random() < 0.7
                """
            var failures = 0
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    for number in 0..<120 {
                        let answer = try await server.post(
                            "/municipalities/1495/measures/\(measures[number % measures.count])/follow-ups",
                            as: .coordinatorOfSkara,
                            #"{"period":{"start":"2020-02-0\#(1 + number % 9)"},"status":"ongoing","quantity":1,"unit":"gånger"}"#
                        )
                        #expect(answer.status == 201, "\(answer.text)")
                    }
                    return 0
                }
                group.addTask {
                    var failures = 0
                    for _ in 0..<60 { do { _ = try await target.publisher.pass() } catch { failures += 1 } }
                    return failures
                }
                group.addTask {
                    let administrator = try target.administrator()
                    for _ in 0..<60 {
                        try administrator.run([Statement(stringLiteral: end)])
                        try await Task.sleep(for: .milliseconds(.random(in: 1...40)))
                    }
                    return 0
                }
                for try await number in group { failures += number }
            }
            #expect(failures > 0)
            try await Self.passUntilDone(target)
            /// What a scope made anew has: all of it once more, from nothing.
            func requireTruth(_ comment: Comment, line: Int = #line) async throws {
                let administrator = try target.administrator()
                let name = "fresh\(line)"
                try target.bi.show(
                    .municipalities(["1495", "1499"]), to: "\(name)_\(server.database.name)",
                    password: "of sixteen letters")
                try await Self.passUntilDone(target)
                let (kept, fresh) = (
                    try Self.content(administrator, "kommun_1495"),
                    try Self.content(administrator, "kommun_1495_1499")
                )
                #expect(fresh["fakta_uppfoljning"]?.isEmpty == false)
                for (table, rows) in kept
                where !["dim_kommun", "brygga_kommun_omrade", "fakta_lagkrav"].contains(table) {
                    #expect(rows == fresh[table], "\(comment): \(table)")
                }
                // Gone with its last login.
                try target.bi.show(
                    .municipalities(["1495"]), to: "\(name)_\(server.database.name)", password: "of sixteen letters")
                #expect(
                    try Self.rows(administrator, "select 1 from pg_namespace where nspname like '%kommun_1495_1499'")
                        .isEmpty)
            }
            try await requireTruth("after having been ended \(failures) times")
            #expect(
                try Self.rows(administrator, "select sum(antal)::integer from kommun_1495.fakta_uppfoljning") == [
                    ["120"]
                ])

            // The database for BI is restored to an older day: it says how far it was.
            let older = try Self.rows(
                try server.database.administrator(),
                "select sequence, encode(hash, 'hex') from audit.change where municipality_code = '1495' order by sequence desc offset 40 limit 1"
            )[0]
            try administrator.run(
                unsafeScript: """
                    delete from data_kommun_1495.fakta_uppfoljning where registrerad in (
                        select registrerad from data_kommun_1495.fakta_uppfoljning order by registrerad desc limit 20);
                    delete from publisher.document;
                    update publisher.position set sequence = \(older[0] ?? ""), hash = '\(older[1] ?? "")' where municipality_code = '1495';
                    """)
            try await requireTruth("BI restored")
            // The service's is: its log has another entry at the place that was reached.
            try administrator.run(
                unsafeScript: """
                    update publisher.position set hash = repeat('0', 64) where municipality_code = '1495';
                    update data_kommun_1495.fakta_uppfoljning set antal = 7;
                    update publisher.document set md5 = '';
                    """)
            let planned = try await target.publisher.pass()
            #expect(planned.municipalities == 1 && planned.documents >= 3)
            try await requireTruth("service restored")
        }
    }

    /// Sessions that were ended are opened again with a pause.
    private static func passUntilDone(_ target: Target) async throws {
        for attempt in 1...50 {
            do {
                if try await !target.publisher.pass().isIdle { return }
            } catch  where attempt < 50 { try await Task.sleep(for: .milliseconds(100)) }
        }
    }

    @Test("Of several servers one writes at a time, and the next goes on when it has gone")
    func oneWritesAtATime() async throws {
        try await Self.target { server, target in
            _ = try await Self.proposedSkara(server)
            _ = try target.login("skara", .municipalities(["1495"]))
            let other = Target.publisher(of: server.database)
            defer { other.shutDown() }
            #expect(try await target.publisher.pass().isIdle == false)
            #expect(try await other.pass() == Publisher.Pass(isIdle: true))
            try target.administrator().run(["update publisher.renewal set leased_until = clock_timestamp()"])
            #expect(try await other.pass().isIdle == false)
            #expect(try await target.publisher.pass().isIdle)
        }
    }

    /// Rules of the database for BI: a query that finds what breaks one, and a fault that it must find.
    private static let rules: [(name: String, violations: String, fault: String, finds: String)] = [
        (
            "a login has rights on the views of its scope, and on nothing else",
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, publisher.login l
            where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v', 'm', 'p', 'f')
              and has_schema_privilege(l.login_name, n.oid, 'usage') and has_any_column_privilege(l.login_name, c.oid, 'select, insert, update, references')
              and (n.nspname <> l.scope or c.relkind <> 'v' or has_any_column_privilege(l.login_name, c.oid, 'insert, update, references'))
            union all
            select n.nspname from pg_namespace n, publisher.login l where has_schema_privilege(l.login_name, n.oid, 'create')
            """, "grant select on publisher.position to {login}; grant usage on schema publisher to {login}",
            "publisher.\"position\""
        ),
        (
            "nobody has anything by PUBLIC, but what PostgreSQL itself needs",
            """
            select n.nspname from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 0 and n.nspname not in ('pg_catalog', 'information_schema')
            union all
            select 'database ' || d.datname from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
            where d.datname = current_database() and a.grantee = 0
            union all
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'publisher' and has_function_privilege('public', p.oid, 'execute')
            """, "grant usage on schema publisher to public", "publisher"
        ),
        (
            "how others work is nobody's to see, and what one session could stop another with nobody's to use",
            """
            select c.relname from pg_class c where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'v'
              and (c.relname ~ '^pg_stat' or c.relname in ('pg_locks', 'pg_prepared_xacts')) and has_table_privilege('public', c.oid, 'select')
            union all
            select p.proname from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute')
              and p.proname ~ '^(pg_stat_get_|pg_(try_)?advisory_|lo_|pg_notify$|pg_export_snapshot$|txid_|pg_current_(xact|snapshot|wal)|pg_snapshot_|pg_logical_|pg_(relation|database)_size)'
            union all
            select lanname from pg_language where lanname = 'plpgsql' and has_language_privilege('public', oid, 'usage')
            """, "grant select on pg_stat_activity to public", "pg_stat_activity"
        ),
        (
            "the publisher can make nothing",
            """
            select n.nspname from pg_namespace n where has_schema_privilege('samverkan_publisher', n.oid, 'create')
            union all
            select rolname from pg_roles where rolname = 'samverkan_publisher' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
            union all
            select 'database' where has_database_privilege('samverkan_publisher', current_database(), 'create, temporary')
            """, "grant create on schema publisher to samverkan_publisher", "publisher"
        ),
        (
            "views and columns have Swedish comments and names in lowercase ASCII",
            """
            select c.relname || coalesce('.' || a.attname, '') from publisher.scope s join pg_class c on c.relnamespace = s.scope::regnamespace and c.relkind = 'v'
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null or c.relname || a.attname !~ '^[a-z0-9_]+$'
            """, "comment on column kommun_1495.fakta_atgard.orsak is null", "fakta_atgard.orsak"
        ),
        (
            "types are those that every client takes as they are",
            """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from publisher.scope s
            join pg_class c on c.relnamespace = s.scope::regnamespace and c.relkind = 'v' join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where format_type(a.atttypid, a.atttypmod) !~ '^(character varying\\([0-9]+\\)|text|date|timestamp with time zone|boolean|integer|numeric\\(18,6\\))$'
            """, "create view kommun_1495.planted as select gen_random_uuid() as id", "planted.id uuid"
        ),
        (
            "from each fact one path at most to each dimension, and none between dimensions",
            """
            with recursive key as (
                select k.conrelid::regclass::text as source, k.confrelid::regclass::text as target, k.conname from pg_constraint k
                where k.contype = 'f' and k.connamespace = 'data_kommun_1495'::regnamespace
                union all
                -- What stands in an array has no key, but a way to a dimension.
                select a.attrelid::regclass::text, 'data_kommun_1495.dim_' || a.attname, a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid where c.relnamespace = 'data_kommun_1495'::regnamespace and c.relkind = 'r' and a.attndims > 0
            ), path as (
                select source as fact, target, conname::text as way from key
                union all
                select p.fact, k.target, p.way || ' ' || k.conname from path p join key k on k.source = p.target
            )
            select fact || ' to ' || target from path group by fact, target having count(*) > 1
            union all
            select source || ' to ' || target from key where source ~ '\\.dim_'
            """,
            "alter table data_kommun_1495.dim_handlingsplan add planted varchar(36) references data_kommun_1495.dim_overenskommelse",
            "data_kommun_1495.dim_handlingsplan to data_kommun_1495.dim_overenskommelse"
        ),
        (
            "what stands in an array is in its dimension",
            """
            select distinct s.status || ' ' || s.datum from kommun_1495.fakta_status_manad s
            left join kommun_1495.dim_status x using (status) left join kommun_1495.dim_datum d using (datum) where x.status is null or d.datum is null
            """,
            """
            update data_kommun_1495.fakta_status_manad set status = array['planted'], datum = array[date '2021-01-31']
            where atgard_id = (select min(atgard_id) from data_kommun_1495.fakta_status_manad)
            """,
            "planted 2021-01-31"
        ),
        (
            "no value is infinite, and every table has a key",
            """
            select c.relname from publisher.scope s join pg_class c on c.relnamespace = ('data_' || s.scope)::regnamespace and c.relkind = 'r'
            where not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
            union all
            select 'uppdaterad' from publisher.renewal where not isfinite(renewed_at)
            """, "update publisher.renewal set renewed_at = 'infinity'", "uppdaterad"
        ),
    ]

    @Test("The database for BI keeps its rules, and each finds its planted fault")
    func itKeepsItsRules() async throws {
        try await Self.target { server, target in
            _ = try await Self.proposedSkara(server)
            let analyst = try target.login("skara", .municipalities(["1495"]))
            _ = try target.login("country", .country)
            _ = try await target.publisher.pass()
            let administrator = try target.administrator()
            for rule in Self.rules {
                let broken = try Self.rows(administrator, rule.violations)
                #expect(broken == [], "\(rule.name)")
                try administrator.run(
                    unsafeScript: "begin; "
                        + rule.fault.replacing("{login}", with: "skara_\(server.database.name)"))
                let found = try Self.rows(administrator, rule.violations).compactMap { $0[0] }
                try administrator.run(unsafeScript: "rollback")
                #expect(found.contains(rule.finds), "\(rule.name): \(found)")
            }
            #expect(
                try Self.rows(
                    administrator,
                    "select unnest(setconfig) from pg_db_role_setting where setdatabase = 0 and setrole = 'skara_\(server.database.name)'::regrole order by 1"
                ) == [["statement_timeout=60s"], ["temp_file_limit=1GB"]])
            // A login that runs any SQL it likes.
            for statement in [
                "create temporary table x (a integer)", "create schema x", "select * from publisher.position",
                "select * from landet.fakta_atgard", "select * from data_kommun_1495.fakta_atgard",
                "select * from pg_stat_activity", "select * from pg_locks", "do $$ begin end $$",
                "insert into dim_tema values ('x', 1)", "delete from fakta_atgard", "set role samverkan_owner",
                "select pg_advisory_lock(1)", "listen x; notify x, 'y'; select pg_notify('x', 'y')",
                "select pg_current_snapshot()", "select pg_current_wal_insert_lsn()", "select txid_current_snapshot()",
                "select age(xmin) from kommun_1495.dim_status", "select pg_relation_size('data_landet.fakta_atgard')",
                "select pg_logical_emit_message(false, 'x', 'y')", "select age('3'::xid)",
                "update kommun_1495.dim_status set ordning = 1", "lock table kommun_1495.dim_status in exclusive mode",
            ] {
                #expect(throws: PostgresError.self, "\(statement)") { try analyst.run(unsafeScript: statement) }
                try? analyst.run(unsafeScript: "rollback")
            }
            #expect(
                try Self.rows(
                    analyst, "select count(*) > 0, max(kommun) from fakta_atgard join dim_kommun using (kommunkod)")
                    == [["t", "Skara"]])
        }
    }

    @Test("In the service's database the publisher reads what is established, and writes nothing")
    func thePublisherReadsWhatIsEstablished() async throws {
        try await TestServer.run { server in
            let skara = try await Self.proposedSkara(server)
            let draft = try await server.post(
                "/municipalities/1495/action-plans", as: .coordinatorOfSkara,
                #"{"agreementId":"\#(skara.agreementID)","year":2022,"period":{"start":"2022-01-01","end":"2022-12-31"},"introduction":"Hemligt"}"#
            )
            #expect(draft.status == 201)
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            let publisher = try Connection(
                ConnectionSettings(
                    url: server.database.url, user: "samverkan_publisher",
                    password: server.database.cluster.publisherPassword))
            #expect(try Self.rows(publisher, "select plan_id::text from app.plan_summary") == [[skara.planID]])
            #expect(try Self.rows(publisher, "select distinct plan_id::text from app.measure") == [[skara.planID]])
            #expect(
                try Self.rows(publisher, "select distinct plan_id::text from app.responsibility") == [[skara.planID]])
            // Lidköping's agreement is a draft.
            #expect(try Self.rows(publisher, "select distinct municipality_code from app.agreement") == [["1495"]])
            for table in [
                "app.contact", "app.adopted_contact", "app.import", "app.comment", "app.signature",
                "app.situational_picture",
                "app.meeting", "app.search_entry", "audit.change", "audit.chain_head", "access.caller_grant",
                "access.server_key",
            ] {
                #expect(throws: PostgresError.self, "\(table)") { try Self.rows(publisher, "select * from \(table)") }
            }
            for statement in [
                "select recorded_by from app.follow_up", "select contact_id from app.responsibility",
                "select prepared_by from app.action_plan", "update app.measure set text = 'x'",
                "insert into app.term (kind, term, place, swedish) values ('X', 'x', 1, 'x')",
                "create temporary table x (a integer)",
                "select access.enter('', '', '', '', '', '')",
            ] {
                #expect(throws: PostgresError.self, "\(statement)") { try Self.rows(publisher, statement) }
            }
            // Of the log it learns which documents moved.
            let head = try Self.rows(
                publisher, "select sequence - 1 from audit.heads() where municipality_code = '1495'")
            #expect(head.count == 1)
            #expect(
                try Self.rows(publisher, "select is_whole from audit.changed_documents('1495', 1, repeat('0', 64))")
                    == [["t"]])
        }
    }

    @Test("What moves, merges, goes or is out of all bounds keeps nobody's rows waiting, and leaves nothing behind")
    func whatMovesAndGoes() async throws {
        try await Self.target { server, target in
            _ = try await Self.proposedSkara(server)
            _ = try target.login("skara", .municipalities(["1495"]))
            _ = try target.login("district", .districts(["vastra-skaraborg"]))
            // Codes of which one is the other's name with something behind it.
            _ = try target.login("one", .districts(["skara"]))
            _ = try target.login("two", .districts(["skara-data"]))
            let administrator = try target.administrator()
            #expect(
                try Self.rows(
                    administrator,
                    "select count(*) from pg_namespace where nspname in ('omrade_skara', 'data_omrade_skara', 'omrade_skara_data', 'data_omrade_skara_data')"
                ) == [["4"]])
            #expect(throws: MigratorError.scopeTaken("omrade_skara_data")) {
                _ = try target.login("three", .districts(["skara_data"]))
            }
            _ = try target.login("many", .municipalities((1_000...1_030).map(String.init)))
            _ = try await target.publisher.pass()

            // More than a column holds, together.
            let (measure, party) = try await server.measure("Nattvandra")
            for _ in 1...2 {
                let answer = try await server.post(
                    "/municipalities/1495/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                    #"{"responsiblePartyId":"\#(party)","period":{"start":"2020-03-01"},"status":"ongoing","quantity":600000000000,"unit":"gånger"}"#
                )
                #expect(answer.status == 201, "\(answer.text)")
            }
            // One that becomes another, which answers for nothing yet.
            let new = try await server.post(
                "/municipalities/1495/responsible-parties", as: .coordinatorOfSkara,
                #"{"name":"Samhällsenheten","kind":"municipality","form":"unit"}"#
            ).json.id
            let merged = try await server.post(
                "/municipalities/1495/responsible-parties/\(party)/merger", as: .coordinatorOfSkara,
                #"{"intoId":"\#(new)"}"#)
            #expect(merged.status == 200, "\(merged.text)")
            _ = try await target.publisher.pass()
            #expect(
                try Self.rows(
                    administrator,
                    "select rapporterat_antal from kommun_1495.fakta_atgard where rapporterat_antal is not null")
                    == [["999999999999.999999"]])
            #expect(
                try Self.rows(
                    administrator,
                    "select distinct p.ansvarig from kommun_1495.fakta_uppfoljning join kommun_1495.dim_ansvarig p using (ansvarig_id)"
                )
                    == [["Samhällsenheten"]])
            #expect(
                try Self.rows(administrator, "select 1 from kommun_1495.dim_ansvarig where ansvarig_id = '\(party)'")
                    .isEmpty)

            // One that the service doesn't have, and one that has moved.
            try administrator.run(
                unsafeScript: """
                    insert into publisher.document values ('kommun_1495', 'kommun 9999', '9999', '');
                    insert into data_kommun_1495.dim_kommun values ('9999', 'Exempel', 'x', 'X', 'Y');
                    insert into publisher.position values ('9999', 1, '', '2026-01-01', '');
                    """)
            try server.database.administrator().run([
                "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1471'"
            ])
            #expect(
                try Self.rows(
                    administrator, "select 1 from omrade_vastra_skaraborg.dim_kommun where kommunkod = '1471'") == [
                        ["1"]
                    ])
            _ = try await target.publisher.pass()
            #expect(
                try Self.rows(
                    administrator,
                    "select 1 from omrade_vastra_skaraborg.dim_kommun where kommunkod = '1471' union all select 1 from kommun_1495.dim_kommun where kommunkod = '9999' union all select 1 from publisher.position where municipality_code = '9999'"
                ).isEmpty)

            // What is refused of one keeps nobody else's waiting, and isn't begun anew for it.
            try administrator.run(
                unsafeScript:
                    "alter table data_kommun_1495.fakta_uppfoljning add constraint planted check (antal < 5) not valid")
            _ = try await server.post(
                "/municipalities/1495/measures/\(measure)/follow-ups", as: .coordinatorOfSkara,
                #"{"period":{"start":"2020-03-02"},"status":"ongoing","quantity":7,"unit":"gånger"}"#)
            try server.database.administrator().run([
                "update app.municipality set name = 'Lidköpings kommun' where municipality_code = '1494'"
            ])
            await #expect(throws: PostgresError.self) { try await target.publisher.pass() }
            #expect(
                try Self.rows(
                    administrator, "select kommun from omrade_vastra_skaraborg.dim_kommun where kommunkod = '1494'")
                    == [["Lidköpings kommun"]])
            try administrator.run(["alter table data_kommun_1495.fakta_uppfoljning drop constraint planted"])
            // It is left alone for a while that grows, without being forgotten.
            await #expect(throws: PostgresError.self) { try await target.publisher.pass() }
            try await Self.passUntilDone(target)
            #expect(
                try Self.rows(administrator, "select 1 from kommun_1495.fakta_uppfoljning where antal = 7").count == 1)
        }
    }

    // MARK: Logins

    @Test("A login's settings are the service's, and it goes with its sessions and its scope")
    func itLooksAfterItsLogins() async throws {
        try await Self.target { server, target in
            let name = "skara_\(server.database.name)"
            let analyst = try target.login("skara", .municipalities(["1495"]))
            _ = try target.login("other", .municipalities(["1495"]))
            let administrator = try target.administrator()
            func settings() throws -> [[String?]] {
                try Self.rows(
                    administrator,
                    "select unnest(setconfig) from pg_db_role_setting where setrole = '\(name)'::regrole order by 1")
            }
            let wanted = [["search_path=kommun_1495"], ["statement_timeout=60s"], ["temp_file_limit=1GB"]]
            #expect(try settings() == wanted)
            #expect(throws: PostgresError.self) {
                try analyst.run([Statement(stringLiteral: "alter role \(name) set temp_file_limit = -1")])
            }
            try analyst.run(
                unsafeScript: """
                    alter role \(name) set default_transaction_read_only = on;
                    alter role \(name) set statement_timeout = 0;
                    alter role \(name) in database \(server.database.name)_bi set search_path = pg_catalog;
                    """)
            #expect(try settings().count == 4)
            try target.bi.migrate(maker: ConnectionSettings(url: server.database.adminURL), publisherPassword: "")
            #expect(try settings() == wanted)
            // What isn't a login for BI isn't made one, nor taken away.
            #expect(throws: MigratorError.roleTaken("samverkan_police")) {
                try target.bi.show(.country, to: "samverkan_police", password: "x")
            }
            #expect(throws: MigratorError.unknownLogin("samverkan_police")) {
                try target.bi.rotate("samverkan_police", password: "x")
            }
            #expect(throws: MigratorError.unknownLogin("samverkan_police")) { try target.bi.remove("samverkan_police") }
            #expect(try target.bi.logins().map { $0[1] } == ["1495", "1495"])
            // A session of the other's goes with it; the scope stays for the first, and goes with that.
            let other = try Connection(
                ConnectionSettings(
                    url: Settings.forBI(server.database.url), user: "other_\(server.database.name)",
                    password: "of sixteen letters"))
            try target.bi.remove("other_\(server.database.name)")
            #expect(throws: PostgresError.self) { try other.run(["select 1"]) }
            #expect(try Self.rows(analyst, "select count(*) from dim_tema") == [["13"]])
            // A reader in the middle of something doesn't keep its login.
            try analyst.run(unsafeScript: "begin; select * from dim_tema")
            try target.bi.remove(name)
            #expect(
                try Self.rows(
                    administrator,
                    "select 1 from pg_namespace where nspname like '%kommun_1495' union all select 1 from pg_roles where rolname = '\(name)' union all select 1 from publisher.scope"
                ).isEmpty)
        }
    }

    @Test("A statement over its limit is ended whatever timeout its session gave itself, a short one is not")
    func theWatchEndsLongSessions() async throws {
        try await Self.target { server, target in
            let short = try target.login("short", .country)
            try short.run(unsafeScript: "begin; select 1")
            let waiting = try target.administrator()
            try waiting.run(unsafeScript: "begin; select pg_sleep(3)")
            // Its own loop, since the statement keeps a thread.
            let long = Task.detached {
                let login = try target.login("long", .country)
                return try login.run([
                    "select set_config('statement_timeout', '0', false)",
                    "select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000000000) b",
                ])
            }
            var ended: [String] = []
            for _ in 0..<300 where ended.isEmpty {
                ended = try await target.publisher.endLongSessions(statement: .seconds(2))
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(ended == ["long_\(server.database.name)"])
            // Nobody else's: neither the administrator's, who waits longer, nor the publisher's.
            #expect(try waiting.run(["select 1"])[0].count == 1)
            await #expect(throws: PostgresError.connectionLost) { try await long.value }
            // A transaction left open has a limit of its own.
            #expect(try short.run(["select 1"])[0].count == 1)
            try await Task.sleep(for: .seconds(2))
            #expect(
                try await target.publisher.endLongSessions(transaction: .seconds(1))
                    == ["short_\(server.database.name)"])
            // The publisher may do this by that function, and by no right of its own.
            let publisher = try Connection(
                ConnectionSettings(
                    url: Settings.forBI(server.database.url), user: "samverkan_publisher",
                    password: server.database.cluster.publisherPassword))
            for statement in ["select * from pg_stat_activity", "set role samverkan_watch"] {
                #expect(throws: PostgresError.self, "\(statement)") { try Self.rows(publisher, statement) }
            }
        }
    }

    // MARK: The star

    @Test("Where a municipality belonged, how many live there, and its duties, which are its own to see")
    func municipalitiesThroughTheYears() async throws {
        try await Self.target { server, target in
            _ = try await Self.proposedSkara(server)
            let own = try target.login("skara", .municipalities(["1495"]))
            let several = try target.login("several", .districts(["ostra-skaraborg", "vastra-skaraborg"]))
            let country = try target.login("country", .country)
            let administrator = try server.database.administrator()
            try administrator.run([
                "insert into app.population values ('1495', 2019, 18900), ('1495', 2020, 19000), ('1494', 2020, 40000)"
            ])
            _ = try await target.publisher.pass()
            let perThousand = """
                select ar, (1000.0 * count(*) / max(folkmangd))::numeric(18,6) from fakta_atgard join fakta_befolkning using (kommunkod, ar) group by ar
                """
            let measures = try Self.rows(own, "select count(*) from fakta_atgard")
            for login in [own, several, country] {
                #expect(
                    try Self.rows(login, perThousand)
                        == Self.rows(
                            administrator, "select 2020, (1000.0 * \(measures[0][0] ?? "") / 19000)::numeric(18,6)")
                )
            }
            #expect(try Self.rows(several, "select count(distinct kommunkod) from fakta_befolkning") == [["2"]])
            #expect(try Self.rows(own, "select sum(folkmangd) from fakta_befolkning where ar = 2020") == [["19000"]])

            // The duties: what the database says to the municipality itself, and nothing for anybody else.
            let told = try await server.get("/municipalities/1495", as: .readerOfSkara)
            #expect(told.status == 200)
            let duties = try Self.rows(
                own, "select lagkrav, status, uppfyllt_den::text from fakta_lagkrav order by ordning")
            #expect(
                duties.count == 9 && duties.contains { $0[0] == "åtgärdsplan" && $0[1] == "uppgift saknas" },
                "\(duties)")
            let entered = try await server.post(
                "/municipalities/1495/duty-fulfilments", as: .coordinatorOfSkara,
                #"{"duty":"actionPlan","title":"Handlingsplan","metOn":"2020-02-01"}"#)
            #expect(entered.status == 201, "\(entered.text)")
            #expect(try await target.publisher.pass().documents == 1)
            #expect(
                try Self.rows(own, "select status, uppfyllt_den::text from fakta_lagkrav where lagkrav = 'åtgärdsplan'")
                    == [["uppfylld", "2020-02-01"]])
            for login in [several, country] {
                #expect(try Self.rows(login, "select count(*) from fakta_lagkrav") == [["0"]])
            }

            // It moves: where it was stands, and the district that it left keeps what it signed.
            #expect(
                try Self.rows(
                    own, "select ordning, lokalpolisomrade_kod, galler_fran, galler_till from brygga_kommun_omrade")
                    == [["1", "vastra-skaraborg", nil, nil]])
            try administrator.run([
                "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1495'"
            ])
            _ = try await target.publisher.pass()
            for login in [own, several, country] {
                #expect(
                    try Self.rows(
                        login,
                        """
                        select lokalpolisomrade_kod, galler_fran = (now() at time zone 'Europe/Stockholm')::date, galler_till
                            = (now() at time zone 'Europe/Stockholm')::date - 1 from brygga_kommun_omrade where kommunkod = '1495' order by ordning
                        """) == [["vastra-skaraborg", nil, "t"], ["ostra-skaraborg", "t", nil]])
                #expect(
                    try Self.rows(
                        login,
                        "select lokalpolisomrade_kod, lokalpolisomrade_fran = (now() at time zone 'Europe/Stockholm')::date from dim_kommun where kommunkod = '1495'"
                    ) == [["ostra-skaraborg", "t"]])
            }
            #expect(try Self.rows(several, "select count(*) from fakta_atgard") == measures)
        }
    }

    /// A published column stays, in its place and of its type: tools know views by them. What is new comes behind, and
    /// another meaning is another view, `…_v2`, beside the first.
    @Test("What has been published of the views is there as it was")
    func whatIsPublishedStays() async throws {
        try await Self.target { server, target in
            let analyst = try target.login("skara", .municipalities(["1495"]))
            let found = try Self.rows(
                analyst,
                """
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v' order by c.relname collate "C", a.attnum
                """
            ).map { $0.map { $0 ?? "" } }
            let path = "\(TestCluster.root)/Tests/Fixtures/star.tsv"
            if ProcessInfo.processInfo.environment["SAMVERKAN_PUBLISH_STAR"] != nil {
                try found.map { $0.joined(separator: "\t") + "\n" }.joined().write(
                    toFile: path, atomically: true, encoding: .utf8)
            }
            let published = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
                $0.split(separator: "\t").map(String.init)
            }
            #expect(published.count > 150)
            for (view, columns) in Dictionary(grouping: published, by: { $0[0] }) {
                let now = found.filter { $0[0] == view }
                #expect(Array(now.prefix(columns.count)) == columns, "\(view)")
            }
            // All there is has been published: what is new is added to the file with it.
            #expect(Set(found.map { $0.joined(separator: " ") }) == Set(published.map { $0.joined(separator: " ") }))
        }
    }
}
