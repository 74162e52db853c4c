import HTTPTypes
import Hummingbird
import Postgres

/// Comments are written on drafts: of agreements, situational pictures and action plans.
enum CommentRoutes {
    /// - Parameters:
    ///   - name: of the document, in the operations' ids: `Agreement`.
    ///   - phrase: the same in words: `an agreement`.
    private static func list(_ document: Document, _ name: String, _ phrase: String) -> Operation {
        Operation(
            "list\(name)Comments", "Comments on \(phrase)",
            """
            Every role of the municipality, and its municipal police officers; of what was said of a plan that is proposed, \
            the police of the district. Oldest first.
            """,
            query: QueryParameter.paging,
            answer: .page(Comment.shape)
        ) { call in
            let (code, id) = (call.code, call.id(document.parameter))
            var pipeline = Pipeline([document.require(code, id)])
            let statements = CommentSQL.list(code, document, id, call.query.page)
            let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
            let results = try await call.read(pipeline)
            let path = "/municipalities/\(code)/\(document.path)/\(id.text)/comments"
            return call.page(results[rows], results[total], path: path) { json, row in
                Comment.shape.layout.write(&json, row)
                json.links(self: Self.href(row, call))
            }
        }
    }

    private static func create(_ document: Document, _ name: String, _ phrase: String) -> Operation {
        Operation(
            "create\(name)Comment", "Comment on \(phrase)",
            """
            A coordinator, a contributor or a municipal police officer, while it is a draft; of an action plan as long as \
            it is not adopted, and then the head of the district, too, once it is proposed.
            """,
            body: .json(Comment.shape, .creation), answer: .created(Comment.shape), refusals: [.documentLocked]
        ) { call in
            let (code, id, comment) = (call.code, call.id(document.parameter), Identifier.version7())
            let (content, source) = try await call.content()
            let pipeline = Pipeline([
                document.require(code, id), CommentSQL.create(code, comment, on: document, id, content),
            ])
            let made = try await call.make([comment], source, pipeline) { pipeline, ids in
                pipeline.add(CommentSQL.show(code, ids[0]))
            }
            return try Self.answer(call, made.results[made.shown], .created)
        }
    }

    static let listOfAgreement = list(.agreement, "Agreement", "an agreement")
    static let createOnAgreement = create(.agreement, "Agreement", "an agreement")
    static let listOfPicture = list(.picture, "SituationalPicture", "a situational picture")
    static let createOnPicture = create(.picture, "SituationalPicture", "a situational picture")
    static let listOfPlan = list(.plan, "ActionPlan", "an action plan")
    static let createOnPlan = create(.plan, "ActionPlan", "an action plan")

    static let show = Operation(
        "getComment", "A comment", "Who may: as for the list.",
        answer: .document(Comment.shape, tagged: false)
    ) { call in
        try Self.answer(call, try await call.read(CommentSQL.show(call.code, call.id("commentId"))))
    }

    static let resolve = Operation(
        "resolveComment", "Mark a comment as dealt with", "A coordinator, once.",
        answer: .document(Comment.shape, tagged: false),
        refusals: [.commentResolved]
    ) { call in
        let (code, id) = (call.code, call.id("commentId"))
        var pipeline = Pipeline(CommentSQL.resolve(code, id))
        let shown = pipeline.add(CommentSQL.show(code, id))
        return try Self.answer(call, try await call.write(pipeline)[shown])
    }

    private static func href(_ row: Row, _ call: Call) -> String {
        call.links.href("/municipalities/\(call.code)/comments/\(row["id"] ?? "")")
    }

    private static func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        guard let row = rows.first else { throw Problem.notFound }
        let href = Self.href(row, call)
        return call.answer(status, location: status == .created ? href : nil) { json in
            Comment.shape.layout.write(&json, row)
            json.links(self: href) { json in json.acts(row["acts"], on: href) }
        }
    }
}
