import FoundationEssentials
package import Logging
package import Metrics
import NIOPosix
package import Postgres
import ServiceLifecycle
import Synchronization

/// Carries what is established to the database for BI: follows each municipality's log, and writes the documents that
/// changed.
///
/// How far it is stands in that database and moves in the transaction that writes: killed anywhere it goes on from
/// there, and twice changes nothing. Of several servers one has the lease at a time. Where the log has another entry at
/// its place (one of the databases was restored), or the day or the scopes are others, a municipality is gone through
/// from the beginning; a document that would be the same isn't written, so nothing moves there when a draft does.
package final class Publisher: ServiceLifecycle.Service {
    private let service: Pool
    private let target: Pool
    private let name = UUID().uuidString
    private let logger: Logger
    private let meters: Meters
    private let state = Mutex(State())

    private struct Meters {
        /// Everything that was established by then is in the database for BI.
        let renewed: Gauge
        let documents: Counter
        let refusals: Counter
        let endedSessions: Counter

        init(_ factory: any MetricsFactory) {
            self.renewed = Gauge(label: "samverkan_publisher_renewed_timestamp_seconds", factory: factory)
            self.documents = Counter(label: "samverkan_publisher_documents_total", factory: factory)
            self.refusals = Counter(label: "samverkan_publisher_refusals_total", factory: factory)
            self.endedSessions = Counter(label: "samverkan_publisher_ended_sessions_total", factory: factory)
        }
    }

    private struct State {
        /// Of the municipalities whose documents the database refused: how long each is left alone, and until when.
        var refused: [String: (pause: Duration, until: ContinuousClock.Instant, error: PostgresError)] = [:]
        /// Of the scopes that they were refused for.
        var makings = ""
        /// How far it is, as that database says it: also when another server writes.
        var renewed = ""
        var behind = 0
        var told: ContinuousClock.Instant?
        var isFailing = false
    }

    /// - Parameters:
    ///   - service: the service's database, as `samverkan_publisher`.
    ///   - target: the database for BI, as the same.
    package init(
        service: ConnectionSettings, target: ConnectionSettings, logger: Logger,
        metrics: any MetricsFactory = NOOPMetricsHandler.instance
    ) {
        let patience = Pool.Patience(call: 60_000, queue: 60_000)
        self.service = Pool(service, size: Self.atOnce, patience: patience)
        // Those that write, and one for the watch.
        self.target = Pool(target, size: Self.atOnce + 1, patience: patience)
        self.logger = logger
        self.meters = Meters(metrics)
    }

    /// How far it is, in a line for the operator.
    package var detail: String {
        self.state.withLock { state in
            guard let told = state.told else { return "BI: nothing known yet" }
            let behind = state.behind + Int((ContinuousClock.now - told).components.seconds)
            return "BI: \(state.isFailing ? "not kept up, " : "")renewed \(state.renewed), \(behind) s ago"
        }
    }

    /// What one pass did.
    package struct Pass: Equatable, Sendable {
        /// Another server has the lease.
        package var isIdle = false
        package var municipalities = 0
        package var documents = 0

        package init(isIdle: Bool = false) { self.isIdle = isIdle }
    }

    private struct Position: Equatable {
        var sequence: Int
        var hash: String
    }

    /// Which scopes there are, and whose documents any of them shows.
    private struct Scopes {
        /// The makings of them all, and which districts' names they show.
        var makings: String
        var districtNames: String
        var hasCountry: Bool
        /// Arrays, as PostgreSQL writes them.
        var municipalities: String
        var districts: String

        init(_ row: Row?, districts names: String) {
            (self.makings, self.districtNames) = ("\(row?[0] ?? "") \(names)", names)
            self.hasCountry = row?.bool(1) ?? false
            (self.municipalities, self.districts) = (row?[2] ?? "{}", row?[3] ?? "{}")
        }

        /// Whether what was written for those makings was written for all of these. A scope that has gone since is no
        /// reason to begin anew.
        func areAllAmong(_ makings: String) -> Bool {
            Set(self.makings.split(separator: " ")).isSubset(of: makings.split(separator: " "))
        }
    }

    private static let scopes: Statement = """
        select coalesce(string_agg(s.making::text, ' ' order by s.scope), ''), coalesce(bool_or(s.is_country), false),
            array(select unnest(municipality_codes) from publisher.scope),
            array(select unnest(district_codes) from publisher.scope)
        from publisher.scope s
        """

    /// Until the group is told to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.follow() }
                group.addTask { await self.watch() }
            }
        }
        // Another server goes on at once.
        try? await self.release()
        // Waits for what is being written: not on a thread that others need.
        try await NIOThreadPool.singleton.runIfActive { self.shutDown() }
    }

    private func follow() async {
        while !Task.isCancelled {
            var (failure, hasMore): ((any Error)?, Bool) = (nil, false)
            do { hasMore = try await self.pass().municipalities > 0 } catch { failure = error }
            if Task.isCancelled { break }
            let wasFailing = self.state.withLock { state in
                defer { state.isFailing = failure != nil }
                return state.isFailing
            }
            // Once for each time that it begins to fail.
            if let failure, !wasFailing {
                self.logger.warning("the database for BI is not kept up", metadata: ["error": "\(failure)"])
            }
            // Where much goes on there is more by now.
            try? await Task.sleep(for: .milliseconds(hasMore ? 100 : 500))
        }
    }

    /// Ends what BI logins run for longer than they may: a session can lift its own timeout.
    private func watch() async {
        while !Task.isCancelled {
            if let ended = try? await self.endLongSessions() {
                for login in ended {
                    self.logger.notice(
                        "a session of BI ran for too long, and was ended", metadata: ["login": "\(login)"])
                }
            }
            try? await Task.sleep(for: .seconds(5))
        }
    }

    /// Ends sessions of BI logins that have run a statement for longer than `statement`, or left a transaction open for
    /// longer than `transaction`.
    ///
    /// - Returns: their logins.
    package func endLongSessions(statement: Duration = .seconds(65), transaction: Duration = .seconds(600)) async throws
        -> [String]
    {
        func interval(_ duration: Duration) -> String { "\(duration.components.seconds) seconds" }
        let ended = try await self.target.run(
            [
                """
                select login_name from publisher.end_long_sessions(\(interval(statement))::interval,
                    \(interval(transaction))::interval)
                """
            ], snapshot: true)[0].compactMap { $0[0] }
        self.meters.endedSessions.increment(by: ended.count)
        return ended
    }

    /// Whether there is a BI login of this name.
    func knows(_ login: String, waiter: Waiter) async throws -> Bool {
        // In a queue of its own, so that strangers keep nobody's rows waiting.
        try await !self.target.run(
            ["select 1 from publisher.login where login_name = \(login)"], tenant: "views", snapshot: true,
            waiter: waiter, within: 2_000)[0].isEmpty
    }

    /// Lets another server write at once.
    package func release() async throws {
        _ = try await self.target.run([
            "update publisher.renewal set leased_until = clock_timestamp() where leader = \(self.name)"
        ])
    }

    package func shutDown() {
        self.service.shutDown()
        self.target.shutDown()
    }

    /// Brings everything that has changed until now over.
    ///
    /// - Throws: the last ``PostgresError``; what was written stays, and how far it is with it, and what of other
    ///   municipalities can be written is.
    package func pass() async throws -> Pass {
        // What a replica knows is late, and its clock is not: it would say that all is here which isn't.
        if try await self.service.run(["select pg_is_in_recovery()"], snapshot: true)[0].first?.bool(0) == true {
            return Pass(isIdle: true)
        }
        let known = try await self.target.run([
            """
            update publisher.renewal set leader = \(self.name), leased_until = clock_timestamp() + interval '30 seconds'
            where leader = \(self.name) or leased_until < clock_timestamp() returning 1
            """,
            Self.scopes,
            "select p.municipality_code, p.sequence, p.hash, p.day, p.scopes from publisher.position p",
            "select \(Self.renewal) from publisher.renewal r",
        ])
        self.tell(known[3])
        if known[0].isEmpty { return Pass(isIdle: true) }
        let now = try await self.service.run(
            [
                "select clock_timestamp(), app.today()", "select municipality_code, sequence, hash from audit.heads()",
                "select municipality_code from app.municipality order by municipality_code",
            ], snapshot: true)
        let (moment, today) = (now[0].first?[0] ?? "", now[0].first?[1] ?? "")
        var heads: [String: Position] = [:]
        for row in now[1] { heads[row[0] ?? ""] = Position(sequence: row.int(1) ?? 0, hash: row[2] ?? "") }
        // What a position holds for: the scopes, and the districts' names, which show everywhere.
        let scopes = Scopes(known[1].first, districts: "districts-\(heads[Self.country]?.sequence ?? 0)")
        // What one making refused, another may take.
        self.state.withLock { state in
            if state.makings != scopes.makings { state.refused = [:] }
            state.makings = scopes.makings
        }
        var positions: [String: Position] = [:]
        for row in known[2] where row[3] == today && scopes.areAllAmong(row[4] ?? "") {
            positions[row[0] ?? ""] = Position(sequence: row.int(1) ?? 0, hash: row[2] ?? "")
        }
        var pass = Pass()
        defer { self.meters.documents.increment(by: pass.documents) }
        var failure: PostgresError?
        var due: [(code: String, since: Position?, head: Position)] = []
        for code in now[2].compactMap({ $0[0] }) {
            let head = heads[code] ?? Position(sequence: 0, hash: "")
            if positions[code] == head { continue }
            if let refused = self.state.withLock({ $0.refused[code] }), ContinuousClock.now < refused.until {
                failure = refused.error
                continue
            }
            due.append((code, positions[code], head))
        }
        // One is read while another is written.
        try await withThrowingTaskGroup(of: Result<Int, PostgresError>.self) { group in
            var rest = due[...]
            func begin() {
                guard let next = rest.popFirst() else { return }
                group.addTask {
                    try await self.bring(
                        next.code, since: next.since, until: next.head, today: today, scopes: scopes)
                }
            }
            for _ in 0..<Self.atOnce { begin() }
            while let result = try await group.next() {
                switch result {
                case .success(let documents):
                    pass.documents += documents
                    pass.municipalities += 1
                case .failure(let error): failure = error
                }
                begin()
            }
        }
        // A municipality that the service doesn't have: it was restored to before it had it.
        let here = Set(now[2].compactMap { $0[0] })
        for gone in known[2].compactMap({ $0[0] }) where !here.contains(gone) {
            _ = try await self.target.run([
                "select publisher.keep_only(\(gone), '{}')",
                "delete from publisher.position where municipality_code = \(gone)",
            ])
        }
        if let failure { throw failure }
        self.tell(
            try await self.target.run([
                """
                update publisher.renewal r set renewed_at = \(moment)::timestamptz where r.leader = \(self.name)
                returning \(Self.renewal)
                """
            ])[0])
        return pass
    }

    /// What is no refusal of what is written: another server writes, or it took too long, or two met.
    private static let passing: Set = ["SV409", "57014", "55P03", "40P01", "40001"]

    /// Municipalities at once.
    private static let atOnce = 2

    /// Brings one municipality over.
    ///
    /// - Returns: how many documents were looked at; or what the database refuses of it, which keeps nobody else's
    ///   waiting, and is tried again after a pause that grows.
    private func bring(_ code: String, since: Position?, until head: Position, today: String, scopes: Scopes)
        async throws -> Result<Int, PostgresError>
    {
        do {
            let documents: Int
            do {
                documents = try await self.publish(code, since: since, until: head, today: today, scopes: scopes)
            } catch let error as PostgresError where error.sqlState == "23503" {
                // A scope was made meanwhile, and has a part of it.
                documents = try await self.publish(code, since: nil, until: head, today: today, scopes: scopes)
            }
            self.state.withLock { $0.refused[code] = nil }
            return .success(documents)
        } catch let error as PostgresError where error.sqlState.map({ !Self.passing.contains($0) }) ?? false {
            self.refuse(code, error)
            return .failure(error)
        }
    }

    private static let renewal: Statement = """
        to_char(r.renewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), extract(epoch from r.renewed_at)::bigint,
        extract(epoch from clock_timestamp() - r.renewed_at)::bigint
        """

    /// How far it is, as the database says it: also when another server writes.
    private func tell(_ renewals: QueryResult) {
        guard let renewal = renewals.first else { return }
        self.meters.renewed.record(renewal.int(1) ?? 0)
        self.state.withLock { state in
            (state.renewed, state.behind, state.told) = (renewal[0] ?? "", renewal.int(2) ?? 0, .now)
        }
    }

    private func refuse(_ code: String, _ error: PostgresError) {
        let pause = self.state.withLock { state in
            let pause = min((state.refused[code]?.pause ?? .milliseconds(500)) * 2, .seconds(300))
            state.refused[code] = (pause, ContinuousClock.now + pause, error)
            return pause
        }
        self.meters.refusals.increment()
        self.logger.warning(
            "the database for BI refuses what a municipality has established",
            metadata: ["municipality": "\(code)", "error": "\(error)", "next": "in \(pause)"])
    }

    /// The log of what belongs to no municipality.
    private static let country = "0000"

    private func changes(_ code: String, since position: Position?) async throws
        -> (isWhole: Bool, plans: String?, agreements: String?, hasDuties: Bool, lineages: String?)
    {
        guard let position else { return (true, nil, nil, true, nil) }
        let changed = try await self.service.run(
            [
                """
                select is_whole, plan_ids, agreement_ids, has_duties, lineages
                from audit.changed_documents(\(code), \(position.sequence), \(position.hash))
                """
            ], snapshot: true)[0].first
        guard let changed, !changed.bool(0) else { return (true, nil, nil, true, nil) }
        return (false, changed[1], changed[2], changed.bool(3), changed[4])
    }

    private func move(_ code: String, to head: Position, today: String, scopes: Scopes) -> Statement {
        "select publisher.move(\(self.name), \(code), \(head.sequence), \(head.hash), \(today)::date, \(scopes.makings))"
    }

    /// Writes a municipality's documents that changed since a place in its log, and the place.
    ///
    /// - Returns: how many there were, read or not.
    private func publish(
        _ code: String, since position: Position?, until head: Position, today: String, scopes known: Scopes
    ) async throws -> Int {
        // A login may have been made since the pass began: its scope gets all of it now, and not in a pass of its own.
        let row = try await self.target.run([Self.scopes], snapshot: true)[0].first
        let scopes = Scopes(row, districts: known.districtNames)
        let changed = try await self.changes(code, since: scopes.areAllAmong(known.makings) ? position : nil)
        let documents = try await self.service.run(
            [
                """
                select kind, document_id, district_codes, \(code) = any (\(scopes.municipalities)::text[])
                    or \(scopes.hasCountry) and district_codes is not null
                    or district_codes && \(scopes.districts)::text[] as is_seen
                from app.star_documents(\(code), \(changed.plans)::uuid[], \(changed.agreements)::uuid[],
                    \(changed.hasDuties)) order by kind, document_id
                """
            ], snapshot: true)[0]
        var writes: [Statement] = [self.move(code, to: head, today: today, scopes: scopes)]
        var names: [String] = []
        for row in documents {
            let (kind, id) = (row[0] ?? "", row[1] ?? "")
            let rows: Statement =
                switch kind {
                case "municipality": "app.star_of_municipality_document(\(code))"
                case "duties": "app.star_of_duties(\(code))"
                case "agreement": "app.star_of_agreement(\(code), \(id)::uuid)"
                default: "app.star_of_plan(\(code), \(id)::uuid, \(changed.lineages)::uuid[])"
                }
            // What no login sees isn't read, and goes from where it was.
            let content =
                row.bool(3)
                ? try await self.service.run(
                    ["select coalesce(json_object_agg(tabell, rader), '{}') from \(rows) where rader is not null"],
                    snapshot: true)[0].first?[0] : "{}"
            let name =
                switch kind {
                case "municipality": "kommun \(code)"
                case "duties": "lagkrav \(code)"
                default: id
                }
            names.append(name)
            if changed.lineages != nil {
                writes.append("select publisher.publish_measures(\(name), \(content)::jsonb)")
                continue
            }
            writes.append("select publisher.publish(\(code), \(row[2])::text[], \(name), \(content)::jsonb)")
        }
        let list = "{" + names.map { "\"\($0)\"" }.joined(separator: ",") + "}"
        if changed.isWhole {
            writes.append("select publisher.keep_only(\(code), \(list)::text[])")
        } else {
            // What was named and isn't there any more, or never was.
            let gone: Statement = "(\(changed.plans)::text[] || \(changed.agreements)::text[])"
            writes.append(
                """
                select publisher.publish(\(code), null, d, '{}') from unnest(\(gone)) d where d <> all (\(list)::text[])
                """)
        }
        _ = try await self.target.run(writes)
        return documents.count
    }
}
