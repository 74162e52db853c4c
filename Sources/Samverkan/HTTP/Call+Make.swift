import Crypto
import HTTPTypes
import Hummingbird
import Postgres

extension Call {
    /// Makes something new, once for each `Idempotency-Key`: the key is kept in the transaction that makes it. A repeat
    /// makes nothing and answers with what was made, as it is now.
    ///
    /// - Parameters:
    ///   - ids: what is made.
    ///   - body: the request's, to tell a repeat from another request.
    ///   - statements: those that make it.
    ///   - visible: a statement that fails when the caller doesn't see what it belongs to; for statements that would make
    ///     nothing then. Only a key needs it: without one the answer finds nothing made.
    ///   - showing: the statements that read what was made; they run behind those that make it.
    ///   - answer: from the results of `showing`.
    /// - Throws: `idempotencyKeyReused` when the key stands for another request.
    func make(
        municipality code: String, _ ids: [Identifier], body: [UInt8], visible: Statement? = nil, _ statements: [Statement], showing: ([Identifier]) -> [Statement],
        answer: ([Identifier], ArraySlice<QueryResult>) throws -> Response
    ) async throws -> Response {
        guard let key = self.request.headers[.idempotencyKey] else {
            return try answer(ids, try await self.write(municipality: code, statements + showing(ids))[statements.count...])
        }
        guard (1...255).contains(key.unicodeScalars.count), key.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
            throw Problem(.invalidParameter, "Idempotency-Key must have from 1 to 255 printable ASCII characters.")
        }
        var digest = SHA256()
        digest.update(data: Array("\(self.request.method.rawValue) \(self.request.uri.string)\n".utf8))
        digest.update(data: body)
        let hash = Array(digest.finalize())
        let keep: Statement = """
            insert into access.idempotency_key (municipality_code, issuer, subject, key, request_hash, made)
            values (\(code), access.issuer(), access.subject(), \(key), \(hash)::bytea, \(ids.map(\.text).joined(separator: " ")))
            """
        let statements = [keep] + (visible.map { [$0] } ?? []) + statements
        do {
            return try answer(ids, try await self.write(municipality: code, statements + showing(ids))[statements.count...])
        } catch let error as PostgresError where error.sqlState == "23505" && error.constraint == "idempotency_key_used" {
            let kept = try await self.read(municipality: code, ["""
                select made, request_hash = \(hash)::bytea from access.idempotency_key
                where municipality_code = \(code) and issuer = access.issuer() and subject = access.subject() and key = \(key)
                """])[0].first
            guard let kept, kept.bool(1) else {
                throw Problem(.idempotencyKeyReused, "This Idempotency-Key was used for another request.")
            }
            let made = (kept[0] ?? "").split(separator: " ").compactMap { Identifier($0) }
            return try answer(made, try await self.read(municipality: code, showing(made))[...])
        }
    }
}
