import Crypto
import FoundationEssentials
package import Postgres

#if canImport(Glibc)
    import Glibc
#endif

/// Brings a database to this version of the service. The only code that acts as the owner.
///
/// `sql/roles.sql` first; then, in one transaction under a lock: what `sql/current` made last time is dropped, new
/// files of `sql/migrations` are applied in the order of their names, and `sql/current` is built again. When no file
/// has changed, nothing is.
package struct Migrator {
    private let admin: ConnectionSettings
    private let directory: String
    private let allowsOldServers: Bool

    /// - Parameters:
    ///   - admin: a role that may create roles and act as `samverkan_owner`; a superuser does.
    ///   - directory: the folder with `roles.sql`, `migrations` and `current`.
    ///   - allowsOldServers: works on a PostgreSQL with known holes, too: for trying things only.
    package init(admin: ConnectionSettings, directory: String, allowsOldServers: Bool = false) {
        var admin = admin
        admin.statementTimeout = 0
        self.admin = admin
        self.directory = directory
        self.allowsOldServers = allowsOldServers
    }

    package struct Outcome: Equatable, Sendable {
        /// Names of the migrations that were applied now.
        package var applied: [String]
        /// Whether policies, functions, views and triggers were built again.
        package var rebuilt: Bool

        package init(applied: [String] = [], rebuilt: Bool = false) {
            self.applied = applied
            self.rebuilt = rebuilt
        }
    }

    private struct File {
        let name: String
        let text: String
        var checksum: String {
            SHA256.hash(data: Array(self.text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    private func files(_ folder: String) throws(MigratorError) -> [File] {
        let path = "\(self.directory)/\(folder)"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw .unreadable(path) }
        var files: [File] = []
        for name in names.sorted() where name.hasSuffix(".sql") {
            files.append(try self.file("\(folder)/\(name)"))
        }
        return files
    }

    private func file(_ name: String) throws(MigratorError) -> File {
        let path = "\(self.directory)/\(name)"
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else {
            throw .unreadable(path)
        }
        return File(name: name, text: text)
    }

    /// - Parameter onWaiting: told of each session that holds what the migration waits for, a line for a person.
    /// - Throws: ``MigratorError`` or ``PostgresError``; the database is then as it was.
    package func migrate(onWaiting: (String) -> Void = { _ in }) throws -> Outcome {
        let roles = try self.file("roles.sql")
        let migrations = try self.files("migrations")
        let current = try self.files("current")
        let connection = try Connection(self.admin)
        if let hole = connection.serverVersion.knownHole, !self.allowsOldServers { throw MigratorError.oldServer(hole) }
        // A short lock timeout keeps a waiting migration from making every request wait behind it. Roles belong to the
        // whole cluster, where another database may be migrated at the same time.
        var attempt = 0
        while true {
            do {
                try self.run(roles, on: connection)
                try Self.resetSettings(on: connection)
                return try self.attempt(migrations: migrations, current: current, on: connection)
            } catch {
                try? connection.run(unsafeScript: "rollback")
                attempt += 1
                guard Self.isPassing(error), attempt < 10 else { throw error }
                for line in try Self.holders(on: connection) { onWaiting(line) }
                usleep(500_000)
            }
        }
    }

    /// A lock not had in time, a deadlock with live traffic, or another migration at the same moment. What a migration
    /// or a file of `current` does wrong by itself does not pass.
    private static func isPassing(_ error: any Error) -> Bool {
        if case MigratorError.failed(let file, let cause) = error, file != "roles.sql" {
            return ["55P03", "40P01", "XX000"].contains(cause.sqlState ?? "")
        }
        let sqlState =
            if case MigratorError.failed(_, let cause) = error { cause.sqlState } else {
                (error as? PostgresError)?.sqlState
            }
        return ["55P03", "40P01", "XX000", "23505", "42710", "42P06", "42P07"].contains(sqlState ?? "")
    }

    /// Who holds a lock on one of the service's tables, and has held it for longer than a request may take.
    private static func holders(on connection: Connection) throws -> [String] {
        try connection.run([
            """
            select format('waiting for process %s, login %s, in its transaction since %s: %s', a.pid, a.usename,
                to_char(min(a.xact_start), 'YYYY-MM-DD HH24:MI:SS TZ'),
                a.state)
            from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
                join pg_stat_activity a on a.pid = l.pid
            where l.granted and n.nspname in ('app', 'access', 'audit', 'migrator') and a.pid <> pg_backend_pid()
                and a.xact_start < now() - interval '1 second'
            group by a.pid, a.usename, a.state order by 1
            """
        ])[0].compactMap { $0[0] }
    }

    /// Every login may give its own role settings, and one that is wrong keeps it from connecting: they are put back to
    /// what this service wants. Each command of the list is run by itself, since ALTER ROLE takes no bound values.
    private static func resetSettings(on connection: Connection) throws {
        for row in try connection.run([Self.strayingSettings])[0] {
            if let command = row[0] { try connection.run(unsafeScript: command) }
        }
    }

    private static let strayingSettings: Statement = """
        with login as (
            select r.oid, r.rolname, array['temp_file_limit=1GB'] as wanted
            from pg_roles r where r.rolname like 'samverkan%' and r.rolcanlogin
        ), wanted as (
            -- Without a superuser's right there is no limit of temporary files to set.
            select l.oid, l.rolname, array(select w from unnest(l.wanted) w
                where w not like 'temp_file_limit=%' or (select rolsuper from pg_roles where rolname = current_user)
                    order by w) as wanted from login l
        ), present as (
            select w.*, s.setdatabase, array(select c from unnest(s.setconfig) c order by c) as present
            from wanted w left join pg_db_role_setting s on s.setrole = w.oid and s.setdatabase in (0, (select oid
                from pg_database where datname = current_database()))
        )
        select format('alter role %I %s reset all', rolname, case when setdatabase <> 0 then format('in database %I',
            (select datname from pg_database d where d.oid = setdatabase)) end)
        from present where setdatabase is not null and (setdatabase <> 0 or present <> wanted)
        union all
        select format('alter role %I set %s = %L', w.rolname, split_part(c, '=', 1), split_part(c, '=', 2))
        from wanted w, unnest(w.wanted) c
        where not exists (select from present p where p.oid = w.oid and p.setdatabase = 0 and p.present = w.wanted)
        """

    /// All tables, in the order in which requests come to them: whoever has entered finishes, and nobody new gets past
    /// the first.
    private static func takeLocks(on connection: Connection) throws {
        let tables = try connection.run([
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname in ('app', 'access', 'audit')
            order by case when c.relname in ('server_key', 'seal') then 0 when n.nspname = 'access' then 1
                when n.nspname = 'audit' then 3 else 2 end, c.relname
            """
        ])[0].compactMap { $0[0] }
        for table in tables { try connection.run(unsafeScript: "lock table \(table) in access exclusive mode") }
    }

    private func run(_ file: File, on connection: Connection) throws(MigratorError) {
        do { try connection.run(unsafeScript: file.text) } catch { throw .failed(file: file.name, error) }
    }

    private func attempt(migrations: [File], current: [File], on connection: Connection) throws -> Outcome {
        var outcome = Outcome()
        try connection.run(
            unsafeScript: """
                begin;
                set local lock_timeout = '3s';
                set local role samverkan_owner;
                set local search_path = pg_catalog, pg_temp;
                """)
        let isNew = try connection.run(["select to_regclass('migrator.migration') is null"])[0].first?.bool(0) == true
        if isNew {
            try connection.run(
                unsafeScript: """
                    create schema migrator;
                    create table migrator.migration (name text primary key, checksum text not null,
                        applied_at timestamptz not null default now());
                    create table migrator.current_build (only_row boolean primary key default true check (only_row),
                        checksum text not null);
                    create table migrator.current_function (signature text primary key);
                    """)
        }
        // The lock of a table, which no other login may take; an advisory lock could be held by any of them.
        try connection.run(unsafeScript: "lock table migrator.migration in access exclusive mode")
        let applied = try connection.run(["select name, checksum from migrator.migration order by name collate \"C\""])[
            0]
        var checksums: [String: String] = [:]
        for row in applied { checksums[row[0] ?? ""] = row[1] }
        let names = Set(migrations.map(\.name))
        if let gone = checksums.keys.sorted().first(where: { !names.contains($0) }) {
            throw MigratorError.missing(name: gone)
        }
        for migration in migrations {
            if let checksum = checksums[migration.name] {
                if checksum != migration.checksum { throw MigratorError.changed(name: migration.name) }
            } else if let later = checksums.keys.sorted().last, later > migration.name {
                throw MigratorError.outOfOrder(name: migration.name, after: later)
            }
        }
        let new = migrations.filter { checksums[$0.name] == nil }
        let build = File(name: "current", text: current.map { "\($0.name) \($0.checksum)\n" }.joined())
        let lastBuild = try connection.run(["select checksum from migrator.current_build"])[0].first?[0]
        if new.isEmpty, lastBuild == build.checksum {
            try connection.run(unsafeScript: "rollback")
            return outcome
        }

        try Self.takeLocks(on: connection)
        try connection.run(unsafeScript: Self.dropCurrent)
        for migration in new {
            try self.run(migration, on: connection)
            try connection.run([
                "insert into migrator.migration (name, checksum) values (\(migration.name), \(migration.checksum))"
            ])
            outcome.applied.append(migration.name)
        }
        // What exists now came with migrations; every function beyond it is the current build's, and is dropped next
        // time.
        let lasting = Set(try connection.run([Self.functions])[0].compactMap { $0[0] })
        for file in current { try self.run(file, on: connection) }
        // What a server looks at before it serves. A migration's name is the repository's own.
        let version = String((migrations.last?.name ?? "").split(separator: "/").last?.dropLast(4) ?? "")
        try connection.run(
            unsafeScript: """
                create function access.schema_version() returns text language sql stable parallel restricted as $$
                    select '\(version)'::text $$;
                comment on function access.schema_version() is 'Schemats version: den senaste migreringens namn';
                grant execute on function access.schema_version() to samverkan_municipality, samverkan_police,
                    samverkan_public, samverkan_operator;
                """)
        let built = try connection.run([Self.functions])[0].compactMap { $0[0] }.filter { !lasting.contains($0) }
        try connection.run(
            ["delete from migrator.current_function"]
                + built.map { "insert into migrator.current_function (signature) values (\($0))" })
        try connection.run([
            """
            insert into migrator.current_build (checksum) values (\(build.checksum))
            on conflict (only_row) do update set checksum = excluded.checksum
            """
        ])
        try connection.run(unsafeScript: "commit")
        outcome.rebuilt = true
        return outcome
    }

    private static let functions: Statement = """
        select format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as signature
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('app', 'access', 'audit', 'bi')
        """

    /// Drops what `sql/current` built: views and policies would stand in the way of a migration, and a grant or
    /// function that a file no longer makes must not stay.
    private static let dropCurrent = """
        do $$
        declare
            item record;
            schemas text[] := array['app', 'access', 'audit', 'bi'];
        begin
            for item in select format('drop view %I.%I', schemaname, viewname) as command from pg_views
                where schemaname = any (schemas) loop
                execute item.command;
            end loop;
            for item in select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as command
                from pg_policies where schemaname = any (schemas) loop
                execute item.command;
            end loop;
            for item in select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) as command
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and n.nspname = any (schemas) loop
                execute item.command;
            end loop;
            for item in select signature from migrator.current_function loop
                execute 'drop function if exists ' || item.signature;
            end loop;
            for item in select n.nspname as name, r.rolname as role from pg_namespace n, pg_roles r
                where n.nspname = any (schemas) and r.rolname like 'samverkan%' and r.rolname <> 'samverkan_owner' loop
                execute format('revoke all on all tables in schema %I from %I', item.name, item.role);
                execute format('revoke all on all functions in schema %I from %I', item.name, item.role);
                execute format('revoke all on schema %I from %I', item.name, item.role);
            end loop;
        end
        $$
        """

    // MARK: Logins

    /// Gives a server login its password, unless it already has it.
    package func setPassword(_ password: String, login: String) throws {
        var settings = self.admin
        settings.user = login
        settings.password = password
        if let known = try? Connection(settings), known.usedPassword { return }
        let connection = try Connection(self.admin)
        let verifier = try connection.passwordVerifier(password, user: login)
        // ALTER ROLE takes no bound values; a verifier holds only base64, `$`, `:` and `-`.
        try connection.run(unsafeScript: "alter role \"\(login)\" password '\(verifier)'")
    }

    /// Stores the hash of the key that the server shows to be let in.
    package func setServerKey(_ key: String) throws {
        try self.asOwner(
            """
            insert into access.server_key as k (sha256) values (sha256(convert_to(\(key), 'UTF8')))
            on conflict (only_row) do update set sha256 = excluded.sha256 where k.sha256 <> excluded.sha256
            """)
    }

    /// Logins for BI as versions before the database for BI kept them: their names, and whose documents they saw.
    package func formerBILogins() throws -> [(name: String, scope: BIDatabase.Scope)] {
        let connection = try Connection(self.admin)
        // A new server has no owner yet, and whoever administers one need not see what the owner does.
        if try connection.run(["select to_regrole('samverkan_owner') is null"])[0].first?.bool(0) == true { return [] }
        let asOwner: Statement = "set local role samverkan_owner"
        if try connection.run([asOwner, "select to_regclass('access.bi_login') is null"])[1].first?.bool(0) == true {
            return []
        }
        let rows = try connection.run([
            asOwner,
            """
            select login_name, district_code, array_to_string(municipality_codes, ',') from access.bi_login
            where (district_code is not null or municipality_codes <> '{}') and to_regrole(quote_ident(login_name)) is not null
            order by login_name
            """,
        ])[1]
        return rows.map { row in
            (
                row[0] ?? "",
                row[1].map { .districts([$0]) }
                    ?? .municipalities((row[2] ?? "").split(separator: ",").map(String.init))
            )
        }
    }

    /// Runs one statement as the owner, whom forced row-level security holds like everyone else.
    @discardableResult
    package func asOwner(_ statement: Statement) throws -> QueryResult {
        let connection = try Connection(self.admin)
        return try connection.run(["set local role samverkan_owner", statement])[1]
    }
}
