import FoundationEssentials
package import Logging
import NIOPosix
package import Postgres
package import ServiceLifecycle

/// Carries what is established to the database for BI: follows each municipality's log, and writes the documents that
/// changed.
///
/// How far it is stands in that database and moves in the transaction that writes: killed anywhere it goes on from
/// there, and twice changes nothing. Of several servers one has the lease at a time. Where the log has another entry at
/// its place (one of the databases was restored), or the day or the scopes are others, a municipality is gone through
/// from the beginning; a document that would be the same isn't written, so nothing moves there when a draft does.
package struct Publisher: ServiceLifecycle.Service {
    private let service: Pool
    private let target: Pool
    private let name = UUID().uuidString
    private let logger: Logger

    /// - Parameters:
    ///   - service: the service's database, as `samverkan_publisher`.
    ///   - target: the database for BI, as the same.
    package init(service: ConnectionSettings, target: ConnectionSettings, logger: Logger) {
        let patience = Pool.Patience(call: 60_000, queue: 60_000)
        self.service = Pool(service, size: 1, patience: patience)
        self.target = Pool(target, size: 1, patience: patience)
        self.logger = logger
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

    /// Until the group is told to stop.
    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var failed = false
            while !Task.isCancelled {
                do {
                    _ = try await self.pass()
                    failed = false
                } catch {
                    if Task.isCancelled { break }
                    // Once for each time that it begins to fail.
                    if !failed {
                        self.logger.warning("the database for BI is not kept up", metadata: ["error": "\(error)"])
                    }
                    failed = true
                }
                try await Task.sleep(for: .milliseconds(500))
            }
        }
        // Waits for what is being written: not on a thread that others need.
        try await NIOThreadPool.singleton.runIfActive { self.shutDown() }
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
        let known = try await self.target.run([
            """
            update publisher.renewal set leader = \(self.name), leased_until = clock_timestamp() + interval '30 seconds'
            where leader = \(self.name) or leased_until < clock_timestamp() returning 1
            """,
            "select coalesce(string_agg(s.making::text, ' ' order by s.scope), '') from publisher.scope s",
            "select p.municipality_code, p.sequence, p.hash, p.day, p.scopes from publisher.position p",
        ])
        if known[0].isEmpty { return Pass(isIdle: true) }
        let now = try await self.service.run(
            [
                "select clock_timestamp(), app.today()", "select municipality_code, sequence, hash from audit.heads()",
                "select municipality_code from app.municipality order by municipality_code",
            ], snapshot: true)
        let (moment, today) = (now[0].first?[0] ?? "", now[0].first?[1] ?? "")
        var heads: [String: Position] = [:]
        for row in now[1] { heads[row[0] ?? ""] = Position(sequence: row.int(1) ?? 0, hash: row[2] ?? "") }
        // What a position holds for: the scopes, and the districts' names, which show everywhere. A scope that has gone
        // since is no reason to begin anew.
        let scopes = "\(known[1].first?[0] ?? "") districts-\(heads[Self.country]?.sequence ?? 0)"
        var positions: [String: Position] = [:]
        let makings = Set(scopes.split(separator: " "))
        for row in known[2]
        where row[3] == today && makings.isSubset(of: (row[4] ?? "").split(separator: " ")) {
            positions[row[0] ?? ""] = Position(sequence: row.int(1) ?? 0, hash: row[2] ?? "")
        }
        var pass = Pass()
        var failure: (any Error)?
        for code in now[2].compactMap({ $0[0] }) {
            let head = heads[code] ?? Position(sequence: 0, hash: "")
            if positions[code] == head { continue }
            do {
                let since = positions[code]
                do {
                    pass.documents += try await self.publish(
                        code, since: since, until: head, today: today, scopes: scopes)
                } catch let error as PostgresError where error.sqlState == "23503" {
                    // A scope was made meanwhile, and has a part of it.
                    pass.documents += try await self.publish(
                        code, since: nil, until: head, today: today, scopes: scopes)
                }
                pass.municipalities += 1
            } catch let error as PostgresError where error.sqlState.map({ $0 != "SV409" }) ?? false {
                // What the database refuses of one keeps nobody else's waiting.
                failure = error
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
        _ = try await self.target.run([
            "update publisher.renewal set renewed_at = \(moment)::timestamptz where leader = \(self.name)"
        ])
        return pass
    }

    /// The log of what belongs to no municipality.
    private static let country = "0000"

    private func changes(_ code: String, since position: Position?) async throws
        -> (isWhole: Bool, plans: String?, agreements: String?)
    {
        guard let position else { return (true, nil, nil) }
        let changed = try await self.service.run(
            [
                """
                select is_whole, plan_ids, agreement_ids
                from audit.changed_documents(\(code), \(position.sequence), \(position.hash))
                """
            ], snapshot: true)[0].first
        guard let changed, !changed.bool(0) else { return (true, nil, nil) }
        return (false, changed[1], changed[2])
    }

    private func move(_ code: String, to head: Position, today: String, scopes: String) -> Statement {
        "select publisher.move(\(self.name), \(code), \(head.sequence), \(head.hash), \(today)::date, \(scopes))"
    }

    /// Writes a municipality's documents that changed since a place in its log, and the place.
    ///
    /// - Returns: how many were looked at.
    private func publish(
        _ code: String, since position: Position?, until head: Position, today: String, scopes: String
    ) async throws -> Int {
        let changed = try await self.changes(code, since: position)
        let documents = try await self.service.run(
            [
                """
                select kind, document_id, district_code from app.star_documents(\(code), \(changed.plans)::uuid[],
                    \(changed.agreements)::uuid[]) order by kind, document_id
                """
            ], snapshot: true)[0]
        var writes: [Statement] = [self.move(code, to: head, today: today, scopes: scopes)]
        var names: [String] = []
        for row in documents {
            let (kind, id) = (row[0] ?? "", row[1] ?? "")
            let rows: Statement =
                switch kind {
                case "municipality": "app.star_of_municipality(\(code))"
                case "agreement": "app.star_of_agreement(\(code), \(id)::uuid)"
                default: "app.star_of_plan(\(code), \(id)::uuid)"
                }
            let content = try await self.service.run(
                ["select coalesce(jsonb_object_agg(tabell, rader), '{}') from \(rows) where rader is not null"],
                snapshot: true)[0].first?[0]
            let name = kind == "municipality" ? "kommun \(code)" : id
            names.append(name)
            writes.append("select publisher.publish(\(code), \(row[2]), \(name), \(content)::jsonb)")
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
