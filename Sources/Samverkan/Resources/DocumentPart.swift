import HTTPTypes
import Hummingbird
import Postgres

/// A kind of part of a document, with an address of its own below the document's: priority areas, causes, sources,
/// problems, contacts. Its entity tag is the document's, so that an edit anywhere in the document is noticed.
struct DocumentPart: Sendable {
    /// A member that lives in a table of its own and is replaced whole.
    struct List: Sendable {
        let name: StaticString
        /// SQL for its JSON; the part is `t`.
        let selected: String
        /// The member as one JSON value; nil when the body hasn't got it.
        let read: @Sendable (inout ObjectReader) -> Parameter?
        /// Adds what `value` has and the part has not.
        let add: @Sendable (_ code: String, _ document: Identifier, _ part: Identifier, _ value: Parameter) -> Statement
        /// Takes away what `value` has not.
        let take: @Sendable (_ code: String, _ document: Identifier, _ part: Identifier, _ value: Parameter) -> Statement
    }

    let document: Document
    let table: StaticString
    let column: StaticString
    /// Of its id in the path.
    let parameter: String
    /// Of its collection below the document.
    let path: String
    let fields: [Field]
    var lists: [List] = []
    var isOrdered = true

    private func key(_ code: String, _ document: Identifier, _ id: Identifier) -> [Key] {
        [("municipality_code", code), (self.document.column, document), (self.column, id)]
    }

    // MARK: Handlers

    func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, document, id) = (try call.municipalityCode(), try call.identifier(self.document.parameter), try call.identifier(self.parameter))
        return try self.answer(call, code, document, id, try await call.read(municipality: code, [self.shown(code, document, id)])[...])
    }

    /// Body: the fields, `position` where parts are ordered (the last unless said), and the lists.
    func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, document) = (try call.municipalityCode(), try call.identifier(self.document.parameter))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let values = body.values(of: self.fields)
        let position = self.isOrdered ? body.integer("position", in: 1...10_000) : nil
        let lists = self.lists.map { ($0, $0.read(&body)) }
        try body.finish()
        let id = Identifier.version7()
        var statements = [
            self.document.beginEdit(code, document, expected: expected),
            Statement.insert(into: self.table, self.key(code, document, id), self.fields, values, lastOf: self.isOrdered ? 2 : nil),
        ]
        for (list, value) in lists { if let value { statements.append(list.add(code, document, id, value)) } }
        if let position { statements += self.document.arrange(code, document, moved: id, to: position) }
        return try await call.make(municipality: code, [id], body: body.source, statements, showing: { [self.shown(code, document, $0[0])] }) { ids, results in
            try self.answer(call, code, document, ids[0], results, status: .created)
        }
    }

    /// A merge patch of the fields, `position` and the lists; needs If-Match.
    func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, document, id) = (try call.municipalityCode(), try call.identifier(self.document.parameter), try call.identifier(self.parameter))
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: self.fields)
        let position = self.isOrdered ? body.integer("position", in: 1...10_000) : nil
        let lists = self.lists.map { ($0, $0.read(&body)) }
        try body.finish()
        if changes.allSatisfy({ $0 == nil }), position == nil, lists.allSatisfy({ $0.1 == nil }) {
            let results = try await call.write(
                municipality: code, [self.document.beginEdit(code, document, expected: expected, changes: false), self.shown(code, document, id)])
            return try self.answer(call, code, document, id, results[1...])
        }
        var statements = [
            self.document.beginEdit(code, document, expected: expected),
            Statement.update(self.table, self.key(code, document, id), self.fields, changes, missing: .notFound),
        ]
        for (list, value) in lists { if let value { statements += [list.take(code, document, id, value), list.add(code, document, id, value)] } }
        if self.isOrdered { statements += self.document.arrange(code, document, moved: id, to: position) }
        let results = try await call.write(municipality: code, statements + [self.shown(code, document, id)])
        return try self.answer(call, code, document, id, results[statements.count...])
    }

    /// Removes it from the draft; needs If-Match. Refused with `partInUse` while other things depend on it.
    func remove(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, document, id) = (try call.municipalityCode(), try call.identifier(self.document.parameter), try call.identifier(self.parameter))
        let expected = try call.expectedVersion()
        var statements = [self.document.beginEdit(code, document, expected: expected)]
        for list in self.lists { statements.append(list.take(code, document, id, .text("[]"))) }
        statements.append(Statement.delete(from: self.table, self.key(code, document, id)))
        statements += self.document.arrange(code, document, moved: nil, to: nil)
        return try await call.removal(municipality: code, statements, inUse: .partInUse, "Move or remove first what depends on it.")
    }

    // MARK: Answers

    private func shown(_ code: String, _ document: Identifier, _ id: Identifier) -> Statement {
        let extra = (self.isOrdered ? ", t.position" : "") + self.lists.map { ", \($0.selected)" }.joined()
        return """
            select t.\(unsafeSQL: "\(self.column)"), d.version, \(unsafeSQL: self.fields.selected("t"))\(unsafeSQL: extra)
            from \(unsafeSQL: "\(self.table) t join \(self.document.table) d") on d.municipality_code = t.municipality_code
                and d.\(unsafeSQL: "\(self.document.column) = t.\(self.document.column)")
            where t.municipality_code = \(code) and t.\(unsafeSQL: "\(self.document.column)") = \(document) and t.\(unsafeSQL: "\(self.column)") = \(id)
            """
    }

    private func answer(
        _ call: Call, _ code: String, _ document: Identifier, _ id: Identifier, _ results: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let row = results.first?.first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        json.field("id", row, 0)
        self.fields.write(&json, row, from: 2)
        var column = 2 + self.fields.columns.count
        if self.isOrdered {
            json.rawField("position", row, column)
            column += 1
        }
        for list in self.lists {
            json.rawField(list.name, row, column)
            column += 1
        }
        let path = "/municipalities/\(code)/\(self.document.path)/\(document.text)"
        let href = call.links.href("\(path)/\(self.path)/\(id.text)")
        json.links(self: href) { json in
            json.link("document", rel: "up", href: call.links.href(path))
        }
        json.endObject()
        return call.json(json.finish(), status: status, version: row.int(1) ?? 0, location: status == .created ? href : nil)
    }
}

extension Call {
    /// For an act on one row, whose statements begin with whether the caller sees it and the change itself: who sees it and
    /// changes nothing lacks the right.
    func requireWritten(_ results: [QueryResult]) throws(Problem) {
        if results[0].isEmpty { throw Self.notFound }
        if results[1].affectedRows == 0 { throw Problem(.forbidden, "The caller's role does not allow this.") }
    }

    /// Runs statements that remove something and answers with 204.
    /// - Parameter code: the problem when something else refers to it.
    func removal(municipality: String, _ statements: [Statement], inUse code: ProblemCode, _ detail: String) async throws -> Response {
        do {
            _ = try await self.write(municipality: municipality, statements)
        } catch let error as PostgresError where error.sqlState == "23503" {
            throw Problem(code, detail)
        }
        return Response(status: .noContent, headers: [.cacheControl: "private, no-cache"])
    }
}
