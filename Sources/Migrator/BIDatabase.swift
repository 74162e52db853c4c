import Crypto
import FoundationEssentials
package import Postgres

#if canImport(Glibc)
    import Glibc
#endif

/// The database for BI: copies of what is established, in a schema of its own for each scope that has a login.
///
/// What isn't there can't leak, so its logins run any SQL they like on plain tables. ``Publisher`` keeps it up.
package struct BIDatabase {
    private let admin: ConnectionSettings
    private let directory: String

    /// Whose established documents a login sees.
    package enum Scope: Equatable, Sendable {
        /// Of these municipalities.
        case municipalities([String])
        /// Of agreements with these police districts.
        case districts([String])
        /// Of everybody.
        case country

        /// The schema of its views, which is what the login sees: what it is of, so that two logins of a scope share it.
        package var name: String {
            let (kind, codes) =
                switch self {
                case .municipalities(let codes): ("kommun", codes)
                case .districts(let codes): ("omrade", codes)
                case .country: ("landet", [String]())
                }
            let name = ([kind] + codes.sorted().map { $0.replacing("-", with: "_") }).joined(separator: "_")
            // Long ones, and codes that would be the same with another hyphen, go by what they are made of.
            if name.utf8.count <= 40, codes.count < 2 || kind == "kommun" { return name }
            let digest = SHA256.hash(data: Array(codes.sorted().joined(separator: " ").utf8)).prefix(8)
            return kind + "_" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    /// - Parameters:
    ///   - admin: the database for BI, as a role that may create roles and schemas.
    ///   - directory: the folder with `roles.sql`, `database.sql` and `star.sql`.
    package init(admin: ConnectionSettings, directory: String) {
        var admin = admin
        admin.statementTimeout = 0
        self.admin = admin
        self.directory = directory
    }

    private func text(_ name: String) throws(MigratorError) -> String {
        let path = "\(self.directory)/\(name)"
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw .unreadable(path) }
        return text
    }

    private func script(_ name: String, on connection: Connection) throws {
        let text = try self.text(name)
        do throws(PostgresError) { try connection.run(unsafeScript: text) } catch {
            throw MigratorError.failed(file: "bi/\(name)", error)
        }
    }

    /// Makes the database, when it is on the service's server and not there yet, and brings it to this version.
    ///
    /// - Parameters:
    ///   - maker: the service's own database, as its administrator; nil where the database must be there.
    ///   - endSessions: ends the sessions of its logins, whose reading would keep a changed star waiting.
    /// - Returns: what an operator should know, a line each.
    @discardableResult
    package func migrate(maker: ConnectionSettings?, publisherPassword: String, endSessions: Bool = false) throws
        -> [String]
    {
        if let maker, let database = self.admin.url.split(separator: "?")[0].split(separator: "/").last {
            let connection = try Connection(maker)
            if try connection.run(["select 1 from pg_database where datname = \(String(database))"])[0].isEmpty {
                try connection.run([
                    "create database \(unsafeSQL: Self.quoted(String(database))) template template0 encoding 'UTF8'"
                ])
            }
        }
        let connection = try Connection(self.admin)
        // Roles belong to the whole server, where another database may be made at the same moment.
        for attempt in 1...10 {
            do {
                try self.script("roles.sql", on: connection)
                break
            } catch MigratorError.failed(_, let cause)
                where attempt < 10 && ["XX000", "23505", "42710"].contains(cause.sqlState ?? "")
            { usleep(200_000) }
        }
        // On the service's server it has it already.
        if maker == nil {
            let verifier = try connection.passwordVerifier(publisherPassword, user: "samverkan_publisher")
            try connection.run(unsafeScript: "alter role samverkan_publisher password '\(verifier)'")
        }
        try self.asOwner(connection) { try self.script("database.sql", on: connection) }
        // A login that has gone from the server has lost what it had.
        let logins = try connection.run([
            Self.owner,
            "select l.login_name, l.scope from publisher.login l join pg_roles r on r.rolname = l.login_name",
        ])[1].map { ($0[0] ?? "", $0[1] ?? "") }
        for (login, scope) in logins { try self.settle(login, scope, on: connection) }
        if endSessions { try self.end(logins.map(\.0), on: connection) }
        try self.asOwner(connection) {
            let star = try self.star()
            // The publisher fills it again: its positions name the makings that they are of.
            for row in try connection.run(["select scope from publisher.scope where star <> \(star.checksum)"])[0] {
                guard let scope = row[0] else { continue }
                try self.make(scope, star, on: connection)
                for login in logins where login.1 == scope { try self.allow(login.0, scope, on: connection) }
            }
        }
        let watches = try connection.run([
            "select pg_has_role('samverkan_watch', 'pg_signal_backend', 'member') and has_table_privilege('samverkan_watch', 'pg_catalog.pg_stat_activity', 'select')"
        ])[0].first?.bool(0)
        return watches == true
            ? []
            : [
                "BI logins have no limits that hold against their own settings: that takes a superuser, who may run this once instead"
            ]
    }

    /// A login's settings are what this service gives it: it may give itself others, and one that is wrong would keep it
    /// from connecting.
    private func settle(_ login: String, _ scope: String, on connection: Connection) throws {
        let role = Self.quoted(login)
        let database = try connection.run(["select quote_ident(current_database())"])[0].first?[0] ?? ""
        try connection.run(
            unsafeScript: """
                alter role \(role) reset all;
                alter role \(role) set statement_timeout = '60s';
                alter role \(role) in database \(database) reset all;
                alter role \(role) in database \(database) set search_path = \(scope);
                """)
        // Only a superuser sets it, so that no login can lift it.
        if try connection.run(["select rolsuper from pg_roles where rolname = current_user"])[0].first?.bool(0) == true
        {
            try connection.run(unsafeScript: "alter role \(role) set temp_file_limit = '1GB'")
        }
    }

    private func end(_ logins: [String], on connection: Connection) throws {
        for login in logins {
            try connection.run(["select pg_terminate_backend(pid) from pg_stat_activity where usename = \(login)"])
        }
    }

    private func star() throws -> (text: String, checksum: String) {
        let text = try self.text("star.sql")
        // What database.sql makes of it goes with it.
        let made = try text + self.text("database.sql")
        let checksum = SHA256.hash(data: Array(made.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return (text, checksum)
    }

    /// Whoever administers the database need not see what the owner does.
    private static let owner: Statement = "set local role samverkan_owner"

    private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    /// In one transaction, as the role that owns everything here.
    private func asOwner(_ connection: Connection, _ body: () throws -> Void) throws {
        try connection.run(
            unsafeScript: """
                begin;
                set local lock_timeout = '5s';
                set local role samverkan_owner;
                set local search_path = pg_catalog, pg_temp;
                """)
        do {
            try body()
            try connection.run(unsafeScript: "commit")
        } catch {
            try? connection.run(unsafeScript: "rollback")
            throw error
        }
    }

    /// A scope's schemas, empty; in the place of those that are there.
    private func make(_ scope: String, _ star: (text: String, checksum: String), on connection: Connection) throws {
        let text = star.text.replacing("{data}", with: "data_\(scope)").replacing("{views}", with: scope)
        do throws(PostgresError) {
            try connection.run(
                unsafeScript: """
                    drop schema if exists \(scope) cascade;
                    drop schema if exists data_\(scope) cascade;
                    create schema data_\(scope);
                    create schema \(scope);
                    \(text)
                    grant usage on schema data_\(scope) to samverkan_publisher;
                    grant select, insert, update, delete on all tables in schema data_\(scope) to samverkan_publisher;
                    select publisher.make_replacement('\(scope)');
                    """)
        } catch { throw MigratorError.failed(file: "bi/star.sql", error) }
        try connection.run([
            "update publisher.scope set star = \(star.checksum), making = gen_random_uuid() where scope = \(scope)",
            "delete from publisher.document where scope = \(scope)",
        ])
    }

    private func allow(_ login: String, _ scope: String, on connection: Connection) throws {
        let login = Self.quoted(login)
        try connection.run(
            unsafeScript: """
                grant usage on schema \(scope) to \(login);
                grant select on all tables in schema \(scope) to \(login);
                """)
    }

    // MARK: Logins

    /// A password for a login: 32 letters and digits, 160 bits.
    package static func newPassword() -> String {
        String((0..<32).map { _ in "abcdefghijkmnopqrstuvwxyz2345678".randomElement() ?? "x" })
    }

    /// A name that tells nothing of whose login it is: every login of a server sees the names of all.
    package static func newName() -> String {
        "bi_" + String((0..<10).map { _ in "abcdefghijkmnopqrstuvwxyz2345678".randomElement() ?? "x" })
    }

    /// The address of this database for a login, as BI tools take it.
    ///
    /// - Parameter url: the service's own address of it, whose login and other parameters are left out.
    package static func address(_ url: String, login: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...].prefix { $0 != "?" }
        let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        return "postgresql://\(login)@\(place)"
    }

    /// Lets a login see a scope, and nothing that it saw before. The scope's schemas are made with its first login, filled
    /// by the publisher's next pass, and dropped with its last login.
    ///
    /// - Parameters:
    ///   - password: of a login that isn't on this server yet; one that is keeps its own.
    ///   - note: what the operator knows it by; nil keeps what is there.
    /// - Returns: whether the login was made now, with that password.
    /// - Throws: ``MigratorError/roleTaken(_:)`` when the name is that of a role that is no BI login,
    ///   ``MigratorError/scopeTaken(_:)``, or ``PostgresError``.
    @discardableResult
    package func show(_ scope: Scope, to name: String, password: String, note: String? = nil) throws -> Bool {
        let connection = try Connection(self.admin)
        let role = Self.quoted(name)
        let known = try connection.run([
            """
            select pg_has_role(r.oid, 'samverkan_bi', 'member') and not r.rolsuper from pg_roles r where r.rolname = \(name)
            """
        ])[0].first?.bool(0)
        if known == false { throw MigratorError.roleTaken(name) }
        let verifier = try connection.passwordVerifier(password, user: name)
        let star = try self.star()
        func list(_ codes: [String]) -> Statement { "\("{" + codes.joined(separator: ",") + "}")::text[]" }
        let (codes, districts) =
            switch scope {
            case .municipalities(let codes): (list(codes), list([]))
            case .districts(let codes): (list([]), list(codes))
            case .country: (list([]), list([]))
            }
        try connection.run(unsafeScript: "begin; set local lock_timeout = '5s'")
        do {
            if known == nil {
                try connection.run(
                    unsafeScript: """
                        create role \(role) login inherit nosuperuser nocreatedb nocreaterole nobypassrls connection limit 5
                            password '\(verifier)';
                        grant samverkan_bi to \(role);
                        """)
            }
            try self.settle(name, scope.name, on: connection)
            try connection.run(
                unsafeScript: "set local role samverkan_owner; set local search_path = pg_catalog, pg_temp")
            let isNew = try !connection.run([
                """
                insert into publisher.scope (scope, municipality_codes, district_codes, is_country, star)
                values (\(scope.name), \(codes), \(districts), \(scope == .country), '')
                on conflict do nothing returning 1
                """
            ])[0].isEmpty
            if isNew {
                try self.make(scope.name, star, on: connection)
            } else if try connection.run([
                """
                select 1 from publisher.scope where scope = \(scope.name) and is_country = \(scope == .country)
                    and municipality_codes @> \(codes) and municipality_codes <@ \(codes)
                    and district_codes @> \(districts) and district_codes <@ \(districts)
                """
            ])[0].isEmpty {
                throw MigratorError.scopeTaken(scope.name)
            }
            let before = try self.scope(of: name, on: connection)
            try connection.run([
                """
                insert into publisher.login as l (login_name, scope, note) values (\(name), \(scope.name), coalesce(\(note),
                    ''))
                on conflict (login_name) do update set scope = excluded.scope, note = coalesce(\(note), l.note)
                """
            ])
            if let before, before != scope.name { try self.withdraw(role, before, on: connection) }
            try self.allow(name, scope.name, on: connection)
            try connection.run(unsafeScript: "commit")
            return known == nil
        } catch {
            try? connection.run(unsafeScript: "rollback")
            throw error
        }
    }

    private func scope(of login: String, on connection: Connection) throws -> String? {
        try connection.run([Self.owner, "select scope from publisher.login where login_name = \(login)"])[1].first?[0]
    }

    private func withdraw(_ role: String, _ scope: String, on connection: Connection) throws {
        if try connection.run(["select 1 from publisher.login where scope = \(scope)"])[0].isEmpty {
            try connection.run(unsafeScript: "drop schema \(scope) cascade; drop schema data_\(scope) cascade")
            try connection.run(["delete from publisher.scope where scope = \(scope)"])
        } else {
            try connection.run(
                unsafeScript: """
                    revoke all on all tables in schema \(scope) from \(role);
                    revoke all on schema \(scope) from \(role);
                    """)
        }
    }

    /// Each login with what it sees, what the operator knows it by, since when it is there, and whether it may still log in.
    package func logins() throws -> QueryResult {
        try Connection(self.admin).run([
            Self.owner,
            """
            select l.login_name, case when s.is_country then 'the country' else array_to_string(s.municipality_codes || s.district_codes, ',') end,
                s.scope, to_char(l.made_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD'), coalesce(r.rolcanlogin, false), nullif(l.note, '')
            from publisher.login l join publisher.scope s on s.scope = l.scope left join pg_roles r on r.rolname = l.login_name
            order by l.made_at, l.login_name
            """,
        ])[1]
    }

    /// Gives a login another password, and ends its sessions.
    ///
    /// - Throws: ``MigratorError/unknownLogin(_:)``.
    package func rotate(_ name: String, password: String) throws {
        let connection = try Connection(self.admin)
        guard try self.scope(of: name, on: connection) != nil else { throw MigratorError.unknownLogin(name) }
        let verifier = try connection.passwordVerifier(password, user: name)
        try connection.run(unsafeScript: "alter role \(Self.quoted(name)) password '\(verifier)'")
        // The password is changed, and must be told, also where the administrator may end nobody's session.
        try? self.end([name], on: connection)
    }

    /// Takes a login away, its sessions with it, and its scope when it was the last of it.
    ///
    /// - Throws: ``MigratorError/unknownLogin(_:)``.
    package func remove(_ name: String) throws {
        let connection = try Connection(self.admin)
        guard let scope = try self.scope(of: name, on: connection) else { throw MigratorError.unknownLogin(name) }
        let role = Self.quoted(name)
        let isThere = try !connection.run(["select 1 from pg_roles where rolname = \(name)"])[0].isEmpty
        // First of all, so that none comes while the others are ended.
        if isThere { try connection.run(unsafeScript: "alter role \(role) nologin") }
        try self.end([name], on: connection)
        try self.asOwner(connection) {
            try connection.run(["delete from publisher.login where login_name = \(name)"])
            if isThere {
                try connection.run(
                    unsafeScript: """
                        revoke all on all tables in schema \(scope) from \(role);
                        revoke all on schema \(scope) from \(role);
                        """)
            }
            if try connection.run(["select 1 from publisher.login where scope = \(scope)"])[0].isEmpty {
                try self.withdraw(role, scope, on: connection)
            }
        }
        if isThere { try connection.run(unsafeScript: "drop role \(role)") }
    }
}
