import Crypto
import HTTPTypes
import Hummingbird
import Postgres

extension Call {
    /// - Throws: `invalidParameter` when it is no key.
    func idempotencyKey() throws(Problem) -> String? {
        guard let key = self.request.headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.unicodeScalars.count),
            key.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) })
        else {
            throw Problem(.invalidParameter, "Idempotency-Key must have from 1 to 255 printable ASCII characters.")
        }
        return key
    }

    /// What was made, and what the database says of it.
    struct Made<Shown> {
        let ids: [Identifier]
        let shown: Shown
        let results: PipelineResults
    }

    /// Makes something new, once for each `Idempotency-Key`: the key is kept in the transaction that makes it. A repeat
    /// makes nothing and gives what was made, as it is now.
    ///
    /// - Parameters:
    ///   - municipality: where it is made; the path's unless said.
    ///   - ids: what is made.
    ///   - source: the request's body, to tell a repeat from another request.
    ///   - pipeline: what makes it.
    ///   - visible: a statement that fails when the caller doesn't see what it belongs to; for statements that would
    ///     make
    ///     nothing then. Only a key needs it: without one the answer finds nothing made.
    ///   - show: adds the statements that read what was made.
    /// - Throws: `idempotencyKeyReused` when the key stands for another request.
    func make<Shown>(
        in municipality: String? = nil, _ ids: [Identifier], _ source: [UInt8], _ pipeline: Pipeline,
        visible: Statement? = nil,
        showing show: (inout Pipeline, [Identifier]) -> Shown
    ) async throws -> Made<Shown> {
        try await self.make(in: municipality, ids, source, pipeline, visible: visible) { pipeline, ids, _ in
            show(&pipeline, ids)
        }
    }

    /// As above, for a pipeline whose last statement answers with what it makes. Only a repeat reads it again.
    func make(
        _ ids: [Identifier], _ source: [UInt8], _ pipeline: Pipeline, visible: Statement? = nil,
        readAgain show: ([Identifier]) -> Statement
    ) async throws -> QueryResult {
        let made = try await self.make(in: nil, ids, source, pipeline, visible: visible) { pipeline, ids, isRepeat in
            isRepeat ? pipeline.add(show(ids)) : pipeline.last
        }
        return made.results[made.shown]
    }

    private func make<Shown>(
        in municipality: String?, _ ids: [Identifier], _ source: [UInt8], _ pipeline: Pipeline, visible: Statement?,
        showing show: (inout Pipeline, [Identifier], _ isRepeat: Bool) -> Shown
    ) async throws -> Made<Shown> {
        let code = municipality ?? self.code
        let scope = Database.Scope.municipality(code)
        guard let key = try self.idempotencyKey() else {
            var pipeline = pipeline
            let shown = show(&pipeline, ids, false)
            return Made(ids: ids, shown: shown, results: try await self.run(scope, reading: false, pipeline))
        }
        var digest = SHA256()
        digest.update(data: Array("\(self.request.method.rawValue) \(self.request.uri.string)\n".utf8))
        digest.update(data: source)
        let hash = Array(digest.finalize())
        var keyed = Pipeline()
        keyed.add(
            """
            insert into access.idempotency_key (municipality_code, issuer, subject, key, request_hash, made)
            values (\(code), access.issuer(), access.subject(), \(key), \(hash)::bytea,
                \(ids.map(\.text).joined(separator: " ")))
            """)
        if let visible { keyed.add(visible) }
        keyed.add(pipeline.statements)
        let shown = show(&keyed, ids, false)
        do {
            return Made(ids: ids, shown: shown, results: try await self.run(scope, reading: false, keyed))
        } catch let error as PostgresError where error.sqlState == "23505" && error.constraint == "idempotency_key_used"
        {
            var asking = Pipeline()
            let ticket = asking.add(
                """
                select made, request_hash = \(hash)::bytea as is_same from access.idempotency_key
                where municipality_code = \(code) and issuer = access.issuer() and subject = access.subject()
                    and key = \(key)
                """)
            let kept = try await self.run(scope, reading: true, asking)[ticket].first
            guard let kept, kept.bool("is_same") else {
                throw Problem(.idempotencyKeyReused, "This Idempotency-Key was used for another request.")
            }
            let made = (kept["made"] ?? "").split(separator: " ").compactMap { Identifier($0) }
            var reading = Pipeline()
            let shown = show(&reading, made, true)
            return Made(ids: made, shown: shown, results: try await self.run(scope, reading: true, reading))
        }
    }
}
