import FoundationEssentials
import HTTPTypes
import NIOCore
import NIOPosix
import Postgres
import Synchronization

/// The views for BI as files, for networks that let HTTPS through and no database.
///
/// Each is read by the BI login itself, over a connection of its own, so that it sees what it sees in SQL and no more:
/// the service has no part in what that is. A few at once, so that nobody's tool takes all threads or connections.
final class BIViews: Sendable {
    private let url: String
    private let publisher: Publisher
    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let taken = Mutex<[Place]>([])

    /// One of the few at once. It counts until its time is over, whoever still reads then, or doesn't.
    private struct Place: Equatable {
        let login: String
        let deadline: Int
        let number: UInt64
    }

    /// How many files are sent at once: of all logins, and of one.
    private static let (limit, limitOfLogin) = (8, 2)
    /// How long a file may take until its last byte is on its way, in milliseconds; the login's own statement timeout.
    private static let patience = 60_000

    init(url: String, publisher: Publisher) {
        self.url = url
        self.publisher = publisher
        self.threads.start()
    }

    func shutDown() async { try? await self.threads.shutdownGracefully() }

    /// Who asks, by HTTP's Basic scheme (RFC 7617).
    struct Login: Equatable, Sendable {
        let name: String
        let password: String

        /// - Parameter authorization: the header's value. Nil when it is none of a BI login: a name of lowercase
        ///   letters, digits and underscores, and a password without control characters.
        init?(_ authorization: String?) {
            let parts = (authorization ?? "").split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "basic", parts[1].utf8.count <= 1_024,
                let data = Data(base64Encoded: String(parts[1])), let text = String(validating: data, as: UTF8.self),
                let colon = text.firstIndex(of: ":")
            else { return nil }
            let (name, password) = (text[..<colon], text[text.index(after: colon)...])
            guard Call.isViewName(String(name)), !password.isEmpty,
                password.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
            else { return nil }
            (self.name, self.password) = (String(name), String(password))
        }
    }

    /// A file that is being sent. Its connection ends with it.
    final class File: Sendable {
        private let views: BIViews
        private let slot: Slot
        private let connection: Mutex<Connection>
        private let deadline: Int

        fileprivate init(_ views: BIViews, _ slot: Slot, _ connection: sending Connection, deadline: Int) {
            (self.views, self.slot, self.deadline) = (views, slot, deadline)
            self.connection = Mutex(connection)
        }

        /// The next part; empty at the end.
        func next() async throws -> [UInt8] {
            try await self.views.threads.runIfActive {
                try self.connection.withLock { try $0.copiedBytes(deadline: self.deadline) }
            }
        }
    }

    fileprivate final class Slot: Sendable {
        private let views: BIViews
        private let place: Place

        init(_ views: BIViews, _ login: String, deadline: Int) throws(Problem) {
            let place = Place(login: login, deadline: deadline, number: UInt64.random(in: .min ... .max))
            let isFree = views.taken.withLock { taken in
                taken.removeAll { $0.deadline < monotonicMilliseconds() }
                guard taken.count < BIViews.limit, taken.count(where: { $0.login == login }) < BIViews.limitOfLogin
                else { return false }
                taken.append(place)
                return true
            }
            guard isFree else {
                throw Problem(
                    .overloaded, "As many files are being sent as may be at once; try again shortly.",
                    headers: [.retryAfter: "2"])
            }
            (self.views, self.place) = (views, place)
        }

        deinit { self.views.taken.withLock { taken in taken.removeAll { $0 == self.place } } }
    }

    static let notProven = Problem(
        .notAuthenticated,
        "Send the name and the password of a BI login (Authorization: Basic …). One that has all its connections in use is refused, too.",
        headers: [.wwwAuthenticate: #"Basic realm="samverkan-bi", charset="UTF-8""#])

    /// Opens a view as a file.
    ///
    /// - Throws: ``Problem``: 401 for whoever is no BI login, 404 for a view that it hasn't got, 503 when too many ask.
    func open(_ view: String, as login: Login, isSwedish: Bool, waiter: Waiter) async throws -> File {
        // Before its password is tried: PostgreSQL's other logins are nobody's to guess at from here.
        guard try await self.publisher.knows(login.name, waiter: waiter) else { throw Self.notProven }
        let deadline = monotonicMilliseconds() + Self.patience
        let slot = try Slot(self, login.name, deadline: deadline)
        return try await self.threads.runIfActive {
            let connection = try self.connection(login)
            let columns = try connection.run(
                [
                    """
                    select quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                        format('%I.%I', current_schema(), c.relname)
                    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v' and c.relname = \(view)
                    order by a.attnum
                    """
                ], deadline: deadline)[0]
            guard let name = columns.first?[2] else { throw Problem.notFound }
            let values = columns.map { Self.value($0[0] ?? "", $0[1] ?? "", isSwedish: isSwedish) }
            try connection.begin(
                unsafeCopy: """
                    copy (select \(values.joined(separator: ", ")) from \(name))
                    to stdout (format csv, header, delimiter '\(isSwedish ? ";" : ",")')
                    """, deadline: deadline)
            return File(self, slot, connection, deadline: deadline)
        }
    }

    private func connection(_ login: Login) throws -> Connection {
        let connection: Connection
        do throws(PostgresError) {
            connection = try Connection(
                ConnectionSettings(
                    url: self.url, user: login.name, password: login.password, statementTimeout: Self.patience))
        } catch {
            // What was wrong libpq says only in words, and those are the server's language.
            if case .cannotConnect(_, afterPassword: true) = error { throw Self.notProven }
            throw error
        }
        // A server that asks for none would let anybody in by a login's name.
        guard connection.usedPassword else { throw Self.notProven }
        return connection
    }

    /// A column as a spreadsheet and a BI tool read it: what people have written and a spreadsheet would take for a
    /// formula begins with an apostrophe.
    private static func value(_ column: String, _ type: String, isSwedish: Bool) -> String {
        switch type {
        case "boolean": "\(column)::text as \(column)"
        case "timestamp with time zone":
            #"to_char(\#(column) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as \#(column)"#
        case let type where type.hasPrefix("numeric"):
            isSwedish
                ? "replace(trim_scale(\(column))::text, '.', ',') as \(column)" : "trim_scale(\(column)) as \(column)"
        case let type where type.hasPrefix("character") || type == "text":
            #"case when \#(column) ~ '^[-=+@\t\r\n]' then '''' || \#(column) else \#(column) end as \#(column)"#
        default: column
        }
    }
}
