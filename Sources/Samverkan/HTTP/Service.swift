import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOHTTP1
import Postgres
import Synchronization

/// What every request is answered with.
final class Service: Sendable {
    let settings: Settings
    let database: Database
    let authenticator: Authenticator
    let imports: ImportService
    let decoding: Decoding
    let bodies = BodyBudget()
    let word: WordProcess
    let kept = KeptAnswers()
    let words = Mutex<Words?>(nil)
    let specification: Specification
    /// The schema that this build needs.
    let schemaVersion: String
    let connections: Connections
    let metrics: PrometheusMetrics
    let timers: RequestTimers
    let logger: Logger
    let samples: SampledLog
    /// Nil when there is no database for BI.
    let biViews: BIViews?

    init(
        settings: Settings, database: Database, authenticator: Authenticator, specification: Specification,
        schemaVersion: String, connections: Connections, biViews: BIViews?, metrics: PrometheusMetrics, logger: Logger,
        samples: SampledLog
    ) {
        self.settings = settings
        self.database = database
        self.authenticator = authenticator
        self.decoding = Decoding()
        self.word = WordProcess(pandoc: settings.pandoc, seconds: settings.readingSeconds)
        self.imports = ImportService(database: database, settings: settings, decoding: self.decoding)
        self.specification = specification
        self.schemaVersion = schemaVersion
        self.connections = connections
        self.biViews = biViews
        self.metrics = metrics
        self.timers = RequestTimers(metrics)
        self.logger = logger
        self.samples = samples
    }
}

extension Service {
    /// Counts what the database could not do, and tells the log of it: by kind, and as a sample.
    func note(_ error: PostgresError) {
        let kind: String
        switch error {
        case .timedOut: kind = "timedOut"
        case .connectionLost: kind = "connectionLost"
        case .unavailable, .cannotConnect: kind = "unavailable"
        case .queueFull: kind = "queueFull"
        case .waitedTooLong: kind = "waitedTooLong"
        case .server(let server)
        where server.sqlState.hasPrefix("53") || ["58030", "57014", "55P03", "SV503"].contains(server.sqlState):
            kind = server.sqlState
        default: return
        }
        Counter(label: "samverkan_database_failures_total", dimensions: [("kind", kind)], factory: self.metrics)
            .increment()
        self.samples.note("database \(kind)", error.description)
    }

    /// Who asks, as the request's token proves it.
    /// - Throws: ``Problem`` `notAuthenticated` or `tokenInvalid`.
    func caller(of request: Request) throws(Problem) -> Caller {
        // RFC 6750: one scheme, its name in any case.
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Problem(
                .notAuthenticated, "Send a token: Authorization: Bearer …",
                headers: [.wwwAuthenticate: #"Bearer realm="samverkan""#])
        }
        return try self.caller(token: String(parts[1]))
    }

    /// - Throws: ``Problem`` `tokenInvalid`, which does not say what was wrong with the token; the log does, without
    ///   the token.
    private func caller(token: String) throws(Problem) -> Caller {
        do throws(TokenFault) {
            return try self.authenticator.caller(token: token)
        } catch {
            let (check, issuer) = (error.check.rawValue, error.issuer?.printable ?? "unreadable")
            Counter(label: "samverkan_tokens_refused_total", dimensions: [("check", check)], factory: self.metrics)
                .increment()
            // Anybody may name any issuer: only those that are trusted are told apart, or made-up ones would crowd out
            // all else.
            let kind =
                error.issuer.map(self.authenticator.trusts) == true ? "token \(check) \(issuer)" : "token \(check)"
            self.samples.note(kind, "a token was refused", ["check": .string(check), "issuer": .string(issuer)])
            throw Problem(
                .tokenInvalid, "The token is not valid here; ask for a new one.",
                headers: [.wwwAuthenticate: #"Bearer realm="samverkan", error="invalid_token""#])
        }
    }
}
