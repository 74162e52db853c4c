import HTTPTypes
import Hummingbird
import Postgres

/// A kind of thing that is one row of the municipality's with a version of its own: responsible parties, promises, members
/// and meetings of the crime prevention group.
struct Resource: Sendable {
    /// A member that lives in a table of its own and is replaced whole.
    struct List: Sendable {
        let name: StaticString
        /// SQL for its JSON; the row is `t`.
        let selected: String
        /// The member as one JSON value; nil when the body hasn't got it, or when it isn't written here.
        var read: @Sendable (inout ObjectReader) -> Parameter? = { _ in nil }
        var replace: @Sendable (_ code: String, _ id: Identifier, _ value: Parameter) -> [Statement] = { _, _, _ in [] }
    }

    let table: StaticString
    let column: StaticString
    /// Of its id in the path.
    let parameter: String
    /// Of its collection below the municipality.
    let path: String
    /// How a list is ordered; the row is `t`.
    let order: String
    let fields: [Field]
    /// Members that are shown and never written.
    var derived: [Field] = []
    /// Shown with the single resource only.
    var lists: [List] = []
    /// The document that the rows of this field belong to: its row is taken first, and new ones come last.
    var orderedWithin: (document: Document, field: Field)?

    private func key(_ code: String, _ id: Identifier) -> [Key] { [("municipality_code", code), (self.column, id)] }
    private var columns: String { "t.\(self.column), t.version, \((self.fields + self.derived).selected("t"))" }

    // MARK: Handlers

    func list(_ call: Call) async throws -> Response {
        try await call.municipalityList(self.path, { code, page, _ in
            [
                """
                select \(unsafeSQL: self.columns) from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(code)
                order by \(unsafeSQL: self.order), t.\(unsafeSQL: "\(self.column)") limit \(page.limit) offset \(page.offset)
                """,
                "select count(*) from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(code)",
            ]
        }, self.write)
    }

    func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier(self.parameter))
        return try self.answer(call, code, id, try await call.read(municipality: code, [self.shown(code, id)])[...])
    }

    /// Body: the fields and the lists.
    func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        var body = try await call.body()
        let values = body.values(of: self.fields)
        let lists = self.lists.map { ($0, $0.read(&body)) }
        try body.finish()
        let id = Identifier.version7()
        var key = self.key(code, id)
        var (fields, bound) = (self.fields, values)
        // The column of those beside it goes to the front, where the position is counted within it.
        var statements: [Statement] = []
        if let within = self.orderedWithin, let place = fields.firstIndex(where: { "\($0.name)" == "\(within.field.name)" }) {
            let document = bound.remove(at: place)
            statements = [within.document.take(code, document)]
            key.insert((within.field.column, document), at: 1)
            fields.remove(at: place)
        }
        statements += [Statement.insert(into: self.table, key, fields, bound, lastOf: self.orderedWithin == nil ? nil : 2)]
        for (list, value) in lists { if let value { statements += list.replace(code, id, value) } }
        return try await call.make(municipality: code, [id], body: body.source, statements, showing: { [self.shown(code, $0[0])] }) { ids, results in
            try self.answer(call, code, ids[0], results, status: .created)
        }
    }

    /// A merge patch of the same; needs If-Match.
    func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier(self.parameter))
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: self.fields)
        let lists = self.lists.map { ($0, $0.read(&body)) }
        try body.finish()
        var statements = [
            self.seen(code, id),
            Statement.update(self.table, self.key(code, id), self.fields, changes, versioned: true, alsoParts: lists.contains { $0.1 != nil }, expected: expected, missing: .forbidden),
        ]
        for (list, value) in lists { if let value { statements += list.replace(code, id, value) } }
        let results = try await call.write(municipality: code, statements + [self.shown(code, id)])
        return try self.answer(call, code, id, results[statements.count...])
    }

    /// Runs an act on the row, which is the second statement of two, and answers with the resource.
    func act(_ call: Call, _ code: String, _ id: Identifier, _ statement: Statement) async throws -> Response {
        let results = try await call.write(municipality: code, [self.seen(code, id), statement, self.shown(code, id)])
        return try self.answer(call, code, id, results[2...])
    }

    /// Needs If-Match.
    func remove(_ call: Call, before: [Statement] = [], inUse code: ProblemCode, _ detail: String) async throws -> Response {
        _ = try call.query()
        let (municipality, id) = (try call.municipalityCode(), try call.identifier(self.parameter))
        let expected = try call.expectedVersion()
        return try await call.removal(municipality: municipality, [
            """
            select app.require_row(count(*)) from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(municipality)
                and t.\(unsafeSQL: "\(self.column)") = \(id) and app.is_version(t.version, \(expected)::integer)
            """
        ] + before + [Statement.delete(from: self.table, self.key(municipality, id), missing: .forbidden)], inUse: code, detail)
    }

    // MARK: Answers

    private func seen(_ code: String, _ id: Identifier) -> Statement {
        """
        select app.require_row(count(*)) from \(unsafeSQL: "\(self.table)")
        where municipality_code = \(code) and \(unsafeSQL: "\(self.column)") = \(id)
        """
    }

    private func shown(_ code: String, _ id: Identifier) -> Statement {
        """
        select \(unsafeSQL: ([self.columns] + self.lists.map(\.selected)).joined(separator: ", "))
        from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(code) and t.\(unsafeSQL: "\(self.column)") = \(id)
        """
    }

    private func write(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        (self.fields + self.derived).write(&json, row, from: 2)
        json.rawField("version", row, 1)
    }

    private func answer(_ call: Call, _ code: String, _ id: Identifier, _ results: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        guard let row = results.first?.first else { throw Call.notFound }
        var json = JSONWriter()
        json.beginObject()
        self.write(&json, row)
        var column = 2 + (self.fields + self.derived).columns.count
        for list in self.lists {
            json.rawField(list.name, row, column)
            column += 1
        }
        let path = "/municipalities/\(code)/\(self.path)"
        let href = call.links.href("\(path)/\(id.text)")
        json.links(self: href) { json in
            json.link("collection", rel: "collection", href: call.links.href(path))
        }
        json.endObject()
        return call.json(json.finish(), status: status, version: row.int(1) ?? 0, location: status == .created ? href : nil)
    }
}
