import HTTPTypes
import Hummingbird
import Postgres

/// A kind of thing that is one row of the municipality's, with the operations that all such things have: responsible
/// parties, promises, members and meetings of the crime prevention group; and parts of documents, which have an address
/// below the document's and its version, so that an edit anywhere in the document is noticed.
struct Resource: Sendable {
    /// Where a row is.
    struct Place: Sendable {
        let code: String
        /// Of the document that it is a part of.
        let document: Identifier?
        let id: Identifier
    }

    /// A member that is kept in a table of its own and is replaced whole.
    struct Link: Sendable {
        let name: StaticString
        /// Deletes what the rows have not.
        let remove: @Sendable (Place, Recordset) -> Statement
        /// Adds what the rows have and the place has not.
        let add: @Sendable (Place, Recordset) -> Statement
        /// Holds one of the member's objects against a rule of its own.
        var check: @Sendable (inout ObjectReader) -> Void = { _ in }
        /// A column before those of the member's objects: their place, from 1.
        fileprivate let leading: KeyValuePairs<String, String> = ["position": "integer"]
    }

    /// Its columns are those of `t`.
    let shape: Shape
    /// What a list shows of each; all of it unless said.
    var head: Shape?
    let table: StaticString
    let column: StaticString
    /// Of its id in the path.
    let parameter: StaticString
    /// Of its collection below the municipality, or below its document.
    let path: String
    /// The document that it is a part of.
    var document: Document?
    /// How a list is ordered; the row is `t`.
    var order = ""
    /// It has a `position` among those beside it.
    var isOrdered = false
    /// The document that a row belongs to though its address is the municipality's own: that row is held first, and new
    /// ones come last.
    var belonging: (document: Document, column: StaticString)?
    var links: [Link] = []
    /// What it shows the ids of that have addresses below its own: the name of the link, and the address with a place
    /// for the id.
    var parts: KeyValuePairs<StaticString, String> = [:]
    /// What a list can be asked for by: a parameter of its query that is an id, and the column.
    var filter: (parameter: QueryParameter, column: String)?
    /// Joined to `t` for what is shown.
    var join = ""
    /// The SQL of what the caller may do with it now, the names of acts with spaces between them.
    var acts = ""
    /// The names of links to what belongs to it, and their addresses below its own.
    var related: KeyValuePairs<StaticString, String> = [:]
    /// As ``related``, of what is the municipality's own matter.
    var own: KeyValuePairs<StaticString, String> = [:]
    /// As ``related``, of what is there when the row has a value in a column.
    var later: KeyValuePairs<StaticString, (path: String, column: StaticString)> = [:]
    /// The names of links to lists of the municipality's own of what belongs to it, and their addresses before its id.
    var listed: KeyValuePairs<StaticString, String> = [:]

    /// What is made once and never changed has no version, and so no entity tag.
    private var isVersioned: Bool { self.document != nil || self.shape.members.contains { "\($0.name)" == "version" } }

    private func key(_ place: Place) -> [Key] {
        var key: [Key] = [("municipality_code", place.code)]
        if let document, let id = place.document { key.append((document.column, id)) }
        return key + [(self.column, place.id)]
    }

    private func place(_ call: Call) -> Place { self.place(call, call.id(self.parameter)) }

    private func place(_ call: Call, _ id: Identifier) -> Place {
        Place(code: call.code, document: self.document.map { call.id($0.parameter) }, id: id)
    }

    // MARK: Operations

    /// - Parameter sheet: the list as a table, of its items as they are by themselves.
    func list(_ id: String, _ summary: String, _ detail: String, sheet: Sheet? = nil) -> Operation {
        let head = self.head ?? self.shape
        let query = QueryParameter.paging + [self.filter?.parameter].compactMap(\.self)
        return Operation(id, summary, detail, query: query, answer: .page(head), sheet: sheet) { call in
            let head = call.form == .csv ? self.shape : head
            let (code, page) = (call.code, call.query.page)
            var pipeline = Pipeline()
            var from: Statement =
                "from \(unsafeSQL: "\(self.table) t \(self.join)") where t.municipality_code = \(code)"
            if let filter, let id = call.query.identifier(filter.parameter.name) {
                from = "\(from) and t.\(unsafeSQL: filter.column) = \(id)"
            }
            let rows = pipeline.add(
                """
                select \(unsafeSQL: head.selected) \(from)
                order by \(unsafeSQL: "\(self.order), t.\(self.column)") limit \(page.limit) offset \(page.offset)
                """)
            let total = pipeline.add(.count(from))
            let results = try await call.read(pipeline)
            let path = "/municipalities/\(code)/\(self.path)"
            return call.page(results[rows], results[total], path: path) { json, row in
                head.layout.write(&json, row)
                json.links(self: call.links.href("\(path)/\(row["id"] ?? "")"))
            }
        }
    }

    func show(_ id: String, _ summary: String, _ detail: String, paper: Paper? = nil) -> Operation {
        Operation(id, summary, detail, answer: .document(self.shape, tagged: self.isVersioned), paper: paper) { call in
            try self.answer(call, try await call.read(self.shown(self.place(call))))
        }
    }

    func create(_ id: String, _ summary: String, _ detail: String, refusals: [ProblemCode] = []) -> Operation {
        Operation(
            id, summary, detail, body: .json(self.shape, .creation),
            precondition: self.document == nil ? .none : .optional,
            answer: .created(self.shape, tagged: self.isVersioned), refusals: refusals
        ) { call in
            var body = try await call.body()
            var content = body.content(of: self.shape, .creation)
            let said = self.said(&body)
            try body.finish()
            let place = self.place(call, .version7())
            var (pipeline, key) = (self.begun(call, place), self.key(place))
            if let belonging, let owner = content[belonging.column] {
                // The column of those beside it stands in front, where the position is counted within it.
                pipeline.add(belonging.document.hold(place.code, owner))
                key.insert((belonging.column, owner), at: 1)
                content = content.without(belonging.column)
            }
            pipeline.add(
                Statement.insert(
                    into: self.table, key, content, lastOf: self.isOrdered || self.belonging != nil ? 2 : nil))
            for (link, rows) in said.links { pipeline.add(link.add(place, rows)) }
            if said.position != nil { pipeline.add(self.arranged(place, place.id, said.position)) }
            let made = try await call.make([place.id], body.source, pipeline) { pipeline, ids in
                pipeline.add(self.shown(self.place(call, ids[0])))
            }
            return try self.answer(call, made.results[made.shown], .created)
        }
    }

    func change(_ id: String, _ summary: String, _ detail: String, refusals: [ProblemCode] = []) -> Operation {
        Operation(
            id, summary, detail, body: .json(self.shape, .change), precondition: .required,
            answer: .document(self.shape), refusals: refusals
        ) { call in
            let place = self.place(call)
            var body = try await call.body()
            let content = body.content(of: self.shape, .change)
            let said = self.said(&body)
            try body.finish()
            let changesNothing = content.isEmpty && said.isEmpty
            var pipeline = self.begun(call, place, changes: !changesNothing)
            if self.document == nil {
                pipeline.add(
                    Statement.update(
                        self.table, self.key(place), content, versioned: true, alsoParts: !said.isEmpty,
                        expected: call.expectedVersion, missing: .forbidden))
            } else if !changesNothing {
                pipeline.add(.update(self.table, self.key(place), content, missing: .notFound))
            }
            for (link, rows) in said.links { pipeline.add([link.remove(place, rows), link.add(place, rows)]) }
            if self.isOrdered, !changesNothing { pipeline.add(self.arranged(place, place.id, said.position)) }
            let shown = pipeline.add(self.shown(place))
            return try self.answer(call, try await call.write(pipeline)[shown])
        }
    }

    /// Refused while other things depend on it.
    ///
    /// - Parameter before: removes first what goes with it.
    func remove(
        _ id: String, _ summary: String, _ detail: String,
        inUse: (code: ProblemCode, detail: String) = (.partInUse, "Move or remove first what depends on it."),
        before: @escaping @Sendable (Place) -> [Statement] = { _ in [] }
    ) -> Operation {
        Operation(id, summary, detail, precondition: .required, answer: .removed, refusals: [inUse.code]) { call in
            let place = self.place(call)
            var pipeline = Pipeline()
            if let document, let id = place.document {
                pipeline.add(document.beginEdit(place.code, id, expected: call.expectedVersion))
            } else {
                pipeline.add(
                    """
                    select app.require_row(count(*)) from \(unsafeSQL: "\(self.table)") t
                        where t.municipality_code = \(place.code)
                        and t.\(unsafeSQL: "\(self.column)") = \(place.id) and app.is_version(t.version,
                            \(call.expectedVersion)::integer)
                    """)
            }
            for link in self.links { pipeline.add(link.remove(place, self.member(of: link).recordset(link.leading))) }
            pipeline.add(before(place))
            pipeline.add(
                Statement.delete(
                    from: self.table, self.key(place), missing: self.document == nil ? .forbidden : .notFound))
            if self.isOrdered { pipeline.add(self.arranged(place, nil, nil)) }
            return try await call.removal(pipeline, inUse: inUse.code, inUse.detail)
        }
    }

    /// Runs an act on the row, and answers with the resource.
    func act(_ call: Call, _ statements: [Statement]) async throws -> Response {
        let place = self.place(call)
        var pipeline = Pipeline([self.seen(place)] + statements)
        let shown = pipeline.add(self.shown(place))
        return try self.answer(call, try await call.write(pipeline)[shown])
    }

    /// Makes a resource in a way of its own.
    func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ statements: [Statement]) async throws -> Response {
        let made = try await call.make([id], source, Pipeline(statements)) { pipeline, ids in
            pipeline.add(self.shown(self.place(call, ids[0])))
        }
        return try self.answer(call, made.results[made.shown], .created)
    }

    /// Undoes the transaction (SV404) when the caller doesn't see it.
    func seen(_ call: Call) -> Statement { self.seen(self.place(call)) }

    // MARK: What a body says beside the row's columns

    private struct Said {
        var position: Int?
        var links: [(link: Link, rows: Recordset)]
        var isEmpty: Bool { self.position == nil && self.links.isEmpty }
    }

    private func said(_ body: inout ObjectReader) -> Said {
        let position = self.isOrdered ? body.integer("position", in: 1...10_000) : nil
        var links: [(link: Link, rows: Recordset)] = []
        for link in self.links {
            let rows = body.rows(self.member(of: link), link.leading) { item, place in
                link.check(&item)
                return [place]
            }
            if let rows { links.append((link, rows)) }
        }
        return Said(position: position, links: links)
    }

    private func member(of link: Link) -> Member { self.shape.member(link.name) }

    // MARK: Statements

    /// Whether the caller sees what is to change and may: a part's document, else the row itself.
    private func begun(_ call: Call, _ place: Place, changes: Bool = true) -> Pipeline {
        if let document, let id = place.document {
            return Pipeline([document.beginEdit(place.code, id, expected: call.expectedVersion, changes: changes)])
        }
        return Pipeline(call.request.method == .post ? [] : [self.seen(place)])
    }

    private func arranged(_ place: Place, _ moved: Identifier?, _ position: Int?) -> [Statement] {
        guard let document, let id = place.document else { return [] }
        return document.arrange(place.code, id, moved: moved, to: position)
    }

    private func seen(_ place: Place) -> Statement {
        """
        select app.require_row(count(*)) from \(unsafeSQL: "\(self.table)")
        where municipality_code = \(place.code) and \(unsafeSQL: "\(self.column)") = \(place.id)
        """
    }

    private func shown(_ place: Place) -> Statement {
        guard let document, let id = place.document else {
            return """
                select \(unsafeSQL: self.shape.selected)\(unsafeSQL: self.acts.isEmpty ? "" : ", \(self.acts) as acts")
                from \(unsafeSQL: "\(self.table) t \(self.join)")
                where t.municipality_code = \(place.code) and t.\(unsafeSQL: "\(self.column)") = \(place.id)
                """
        }
        return """
            select \(unsafeSQL: self.shape.selected), d.version
            from \(unsafeSQL: "\(self.table) t join \(document.table) d") on d.municipality_code = t.municipality_code
                and d.\(unsafeSQL: "\(document.column) = t.\(document.column)")
            where t.municipality_code = \(place.code) and t.\(unsafeSQL: "\(document.column)") = \(id)
                and t.\(unsafeSQL: "\(self.column)") = \(place.id)
            """
    }

    private func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status = .ok) throws -> Response {
        guard let row = rows.first else { throw Problem.notFound }
        let above =
            self.document.map { "/municipalities/\(call.code)/\($0.path)/\(call.id($0.parameter).text)" }
            ?? "/municipalities/\(call.code)"
        let href = call.links.href("\(above)/\(self.path)/\(row["id"] ?? "")")
        return call.answer(
            status, version: self.isVersioned ? row.int("version") : nil, location: status == .created ? href : nil
        ) {
            json in
            self.shape.layout.write(&json, row)
            json.links(self: href) { json in
                if self.document == nil {
                    json.link("collection", rel: "collection", href: call.links.href("\(above)/\(self.path)"))
                } else {
                    json.link("document", rel: "up", href: call.links.href(above))
                }
                for link in self.related { json.link(link.key, rel: "related", href: "\(href)/\(link.value)") }
                if call.isInside {
                    for link in self.own { json.link(link.key, rel: "related", href: "\(href)/\(link.value)") }
                }
                for link in self.later where row[link.value.column] != nil {
                    json.link(link.key, rel: "related", href: "\(href)/\(link.value.path)")
                }
                for link in self.listed {
                    json.link(
                        link.key, rel: "related", href: call.links.href("\(above)/\(link.value)\(row["id"] ?? "")"))
                }
                for part in self.parts { json.link(part: part.key, href: "\(href)/\(part.value)") }
                if !self.acts.isEmpty { json.acts(row["acts"], on: href) }
            }
        }
    }
}
