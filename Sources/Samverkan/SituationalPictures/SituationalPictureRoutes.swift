import HTTPTypes
import Hummingbird
import Postgres

enum SituationalPictureRoutes {
    static let list = Operation(
        "listSituationalPictures", "Situational pictures",
        "Every role of the municipality; the police of the district see established ones. Newest first.",
        query: QueryParameter.paging, answer: .page(SituationalPicture.head)
    ) { call in
        var pipeline = Pipeline()
        let statements = SituationalPictureSQL.list(call.code, call.query.page)
        let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
        let results = try await call.read(pipeline)
        let path = "/municipalities/\(call.code)/situational-pictures"
        return call.page(results[rows], results[total], path: path) { json, row in
            SituationalPicture.head.layout.write(&json, row)
            json.links(self: call.links.href("\(path)/\(row["id"] ?? "")"))
        }
    }

    static let show = Operation(
        "getSituationalPicture", "A situational picture", "Who may: as for the list. With its sources and problems.",
        answer: .document(SituationalPicture.shape), paper: SituationalPicturePaper.paper
    ) { call in
        var pipeline = Pipeline()
        let shown = SituationalPictureSQL.Shown(call.code, call.id("pictureId"), in: &pipeline)
        return try Self.answer(call, try await call.read(pipeline), shown)
    }

    static let create = Operation(
        "createSituationalPicture", "Draft a situational picture", "A coordinator. It has no sources and problems yet.",
        body: .json(SituationalPicture.shape, .creation), answer: .created(SituationalPicture.shape, tagged: true)
    ) { call in
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        return try await Self.make(call, id, source, SituationalPictureSQL.create(call.code, id, content))
    }

    static let change = Operation(
        "changeSituationalPicture", "Change a situational picture", "A coordinator, while it is a draft.",
        body: .json(SituationalPicture.shape, .change), precondition: .required,
        answer: .document(SituationalPicture.shape),
        refusals: [.documentLocked]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call, SituationalPictureSQL.change(call.code, call.id("pictureId"), content, expected: call.expectedVersion)
        )
    }

    static let establish = Operation(
        "establishSituationalPicture", "Establish a situational picture",
        "A coordinator. Its content is locked, and the picture that it revises is superseded. It must be a draft.",
        body: .json(SituationalPicture.establishment, .creation), precondition: .optional,
        answer: .document(SituationalPicture.shape),
        refusals: [.pictureTransitionNotPossible]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(
            call,
            SituationalPictureSQL.establish(call.code, call.id("pictureId"), content, expected: call.expectedVersion))
    }

    static let discard = Operation(
        "discardSituationalPicture", "Discard a draft of a situational picture", Document.discarding,
        precondition: .required, answer: .removed, refusals: [.documentLocked, .documentExchanged, .documentInUse]
    ) { call in try await Document.picture.discard(call) }

    static let withdraw = Operation(
        "withdrawSituationalPicture", "Withdraw a draft of a situational picture", Document.withdrawing,
        body: .json(Document.withdrawal, .creation), precondition: .optional,
        answer: .document(SituationalPicture.shape),
        refusals: [.pictureTransitionNotPossible, .documentNotExchanged]
    ) { call in
        let content = try await call.content().content
        return try await Self.act(call, Document.picture.withdraw(call, content))
    }

    static let revise = Operation(
        "reviseSituationalPicture", "Revise a situational picture",
        "A coordinator. A draft that starts from this picture with its sources and problems. This one must be established, without a revision.",
        body: .optionalJSON(SituationalPicture.revision, .creation),
        answer: .created(SituationalPicture.shape, tagged: true),
        refusals: [.pictureNotRevisable, .pictureRevisionExists]
    ) { call in
        let (content, source) = try await call.content()
        let id = Identifier.version7()
        return try await Self.make(
            call, id, source,
            "select app.revise_picture(\(call.code), \(call.id("pictureId")), \(id), \(content["title"] ?? .null))")
    }

    private static let sources = Resource(
        shape: SituationalPicture.source, table: "app.source", column: "source_id", parameter: "sourceId",
        path: "sources", document: .picture,
        isOrdered: true)

    static let createSource = sources.create(
        "createSource", "Add a source", "A coordinator, while the picture is a draft.", refusals: [.documentLocked])
    static let showSource = sources.show(
        "getSource", "A source", "Whoever sees the picture. Its entity tag is the picture's.")
    static let changeSource = sources.change(
        "changeSource", "Change a source",
        "A coordinator, while the picture is a draft. If-Match is about the picture's version.",
        refusals: [.documentLocked])
    static let removeSource = sources.remove(
        "deleteSource", "Remove a source",
        "A coordinator, while the picture is a draft. If-Match is about the picture's version. One that a problem is drawn from stays."
    )

    private static let problems = Resource(
        shape: SituationalPicture.problem, table: "app.problem", column: "problem_id", parameter: "problemId",
        path: "problems",
        document: .picture, isOrdered: true,
        links: [
            Resource.Link(
                name: "sourceIds",
                remove: { problem, sources in
                    """
                    delete from app.problem_source where municipality_code = \(problem.code)
                        and picture_id = \(problem.document)
                        and problem_id = \(problem.id) and source_id not in (select r.id from \(sources.source))
                    """
                },
                add: { problem, sources in
                    """
                    insert into app.problem_source (municipality_code, picture_id, problem_id, source_id)
                    select distinct \(problem.code), \(problem.document)::uuid, \(problem.id)::uuid, r.id
                        from \(sources.source)
                    where not exists (
                        select from app.problem_source o where o.municipality_code = \(problem.code)
                            and o.picture_id = \(problem.document)::uuid
                            and o.problem_id = \(problem.id)::uuid and o.source_id = r.id)
                    """
                })
        ])

    static let createProblem = problems.create(
        "createPictureProblem", "Add a problem",
        "A coordinator or a municipal police officer, while the picture is a draft.",
        refusals: [.documentLocked])
    static let showProblem = problems.show(
        "getPictureProblem", "A problem", "Whoever sees the picture. Its entity tag is the picture's.")
    static let changeProblem = problems.change(
        "changePictureProblem", "Change a problem",
        "A coordinator, while the picture is a draft. If-Match is about the picture's version.",
        refusals: [.documentLocked])
    static let removeProblem = problems.remove(
        "deletePictureProblem", "Remove a problem",
        "A coordinator, while the picture is a draft. If-Match is about the picture's version. One that a plan answers stays."
    )

    private static func make(_ call: Call, _ id: Identifier, _ source: [UInt8], _ statement: Statement) async throws
        -> Response
    {
        let made = try await call.make([id], source, Pipeline([statement])) { pipeline, ids in
            SituationalPictureSQL.Shown(call.code, ids[0], in: &pipeline)
        }
        return try Self.answer(call, made.results, made.shown, .created)
    }

    private static func act(_ call: Call, _ act: Statement) async throws -> Response {
        var pipeline = Pipeline([Document.picture.require(call.code, call.id("pictureId")), act])
        let shown = SituationalPictureSQL.Shown(call.code, call.id("pictureId"), in: &pipeline)
        return try Self.answer(call, try await call.write(pipeline), shown)
    }

    private static func answer(
        _ call: Call, _ results: PipelineResults, _ shown: SituationalPictureSQL.Shown,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let picture = results[shown.picture].first else { throw Problem.notFound }
        let collection = call.links.href("/municipalities/\(call.code)/situational-pictures")
        let href = "\(collection)/\(picture["id"] ?? "")"
        return call.answer(status, version: picture.int("version"), location: status == .created ? href : nil) { json in
            SituationalPicture.shape.layout.write(
                &json, picture,
                SituationalPicture.shape.layout.ordered([
                    "sources": { json, _ in SituationalPicture.source.list(&json, results[shown.sources]) },
                    "problems": { json, _ in SituationalPicture.problem.list(&json, results[shown.problems]) },
                ]))
            json.links(self: href) { json in
                json.link("collection", rel: "collection", href: collection)
                json.link(part: "source", href: "\(href)/sources/{sourceId}")
                json.link(part: "problem", href: "\(href)/problems/{problemId}")
                json.link("attachments", rel: "related", href: "\(href)/attachments")
                json.link("comments", rel: "related", href: "\(href)/comments")
                json.acts(picture["acts"], on: href)
            }
        }
    }
}
