import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

enum AttachmentRoutes {
    /// How much of an attachment is in memory at a time when it is sent.
    private static let chunk = 262_144

    private static let upload = Upload(types: Attachment.types, limit: { _ in Attachment.limit })

    /// - Parameters:
    ///   - name: of what it hangs on, in the operations' ids: `Agreement`.
    ///   - phrase: the same in words: `an agreement`.
    private static func list(_ owner: Attachment.Owner, _ name: String, _ phrase: String) -> Operation {
        Operation(
            "list\(name)Attachments", "Attachments of \(phrase)", "Whoever sees \(phrase). Oldest first.",
            query: QueryParameter.paging,
            answer: .page(Attachment.shape)
        ) { call in
            var pipeline = Pipeline([Self.required(owner, call)])
            let statements = AttachmentSQL.list(call.code, owner, Self.id(owner, call), call.query.page)
            let (rows, total) = (pipeline.add(statements.rows), pipeline.add(statements.total))
            let results = try await call.read(pipeline)
            return call.page(results[rows], results[total], path: Self.path(owner, call)) { json, row in
                Attachment.shape.layout.write(&json, row)
                json.links(self: Self.href(row, call))
            }
        }
    }

    private static func create(_ owner: Attachment.Owner, _ name: String, _ phrase: String, who: String) -> Operation {
        Operation(
            "create\(name)Attachment", "Attach a file to \(phrase)",
            """
            \(who) The body is the file: PDF, PNG or JPEG, at most 10 MiB. It is never changed and never removed. Its \
            first bytes must be \
            those of its media type.
            """,
            query: [.fileName], body: .file(Self.upload), limit: Attachment.limit, answer: .created(Attachment.shape),
            refusals: [.attachmentContentIsNotItsType]
        ) { call in
            let (code, attachment) = (call.code, Identifier.version7())
            var asking = Pipeline([Self.required(owner, call)])
            let right = asking.add(AttachmentSQL.mayAttach)
            guard try await call.read(asking)[right].first?.bool("may_attach") == true else {
                throw Problem(.forbidden, "The caller's role does not allow this.")
            }
            let content = try await call.file(isGranted: true)
            if content.isEmpty { throw Problem(.attachmentContentIsNotItsType, "The file is empty.") }
            let type = call.mediaType == Upload.bytes ? Attachment.type(of: content) : call.mediaType
            guard let type else {
                throw Problem(.attachmentContentIsNotItsType, "The first bytes are those of no PDF, PNG or JPEG.")
            }
            let pipeline = Pipeline([
                Self.required(owner, call),
                AttachmentSQL.create(
                    code, attachment, on: owner, Self.id(owner, call), fileName: call.query["fileName"] ?? "bilaga",
                    type: type, content),
            ])
            let made = try await call.make([attachment], content, pipeline) { pipeline, ids in
                pipeline.add(AttachmentSQL.show(code, ids[0]))
            }
            return try Self.answer(call, made.results[made.shown], .created)
        }
    }

    private static let coordinator = "A coordinator, in any state: originals and minutes come afterwards."

    static let listOfAgreement = list(.document(.agreement), "Agreement", "an agreement")
    static let createOnAgreement = create(.document(.agreement), "Agreement", "an agreement", who: coordinator)
    static let listOfPicture = list(.document(.picture), "SituationalPicture", "a situational picture")
    static let createOnPicture = create(
        .document(.picture), "SituationalPicture", "a situational picture", who: coordinator)
    static let listOfPlan = list(.document(.plan), "ActionPlan", "an action plan")
    static let createOnPlan = create(.document(.plan), "ActionPlan", "an action plan", who: coordinator)
    static let listOfReport = list(.document(.report), "Report", "a report")
    static let createOnReport = create(
        .document(.report), "Report", "a report",
        who:
            "A coordinator. What is there when it is sent is its annex; the registered document and minutes come afterwards."
    )
    static let listOfFollowUp = list(.followUp, "FollowUp", "a follow-up")
    static let createOnFollowUp = create(
        .followUp, "FollowUp", "a follow-up",
        who: "A coordinator, and who may report for the party that the follow-up speaks for.")

    static let show = Operation(
        "getAttachment", "An attachment", "Whoever sees what it hangs on.",
        answer: .document(Attachment.shape, tagged: false)
    ) { call in
        try Self.answer(call, try await call.read(AttachmentSQL.show(call.code, call.id("attachmentId"))))
    }

    /// A part at a time: it never changes, so that its parts fit together.
    static let content = Operation(
        "getAttachmentContent", "The file of an attachment",
        "Whoever sees what it hangs on. The file as it came, to be saved, never shown as a page.",
        answer: .file(Attachment.types)
    ) { call in
        let (code, id) = (call.code, call.id("attachmentId"))
        guard let row = try await call.read(AttachmentSQL.show(code, id)).first, let size = row.int("bytes") else {
            throw Problem.notFound
        }
        let (tag, type) = ("\"\(row["sha256"] ?? "")\"", row["mediaType"] ?? "")
        // A name of any language (RFC 6266), and never shown as a page of this service.
        var headers: HTTPFields = [
            .contentType: type, .contentLength: String(size), .cacheControl: "private, no-store", .eTag: tag,
            .contentDisposition:
                "attachment; filename*=UTF-8''\(Self.fileName(row["fileName"] ?? "", type: type).percentEncoded)",
        ]
        if call.hasSeen(tag) {
            headers[.contentType] = nil
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: size) { writer in
                var start = 1
                while start <= size {
                    // Each part has a request's time: a slow line may take longer for all.
                    call.context.waiter.restart()
                    let part = try await call.read(AttachmentSQL.part(code, id, from: start, bytes: Self.chunk)).first?
                        .data("part")
                    guard let part, !part.isEmpty else { throw Problem.notFound }
                    try await writer.write(ByteBuffer(bytes: part))
                    start += part.count
                }
                try await writer.finish(nil)
            })
    }

    /// The name with an ending of its type: what a file is opened with is not its sender's to say.
    private static func fileName(_ name: String, type: String) -> String {
        let endings =
            switch type {
            case "application/pdf": ["pdf"]
            case "image/png": ["png"]
            default: ["jpg", "jpeg"]
            }
        return endings.contains { name.lowercased().hasSuffix("." + $0) } ? name : name + "." + endings[0]
    }

    // MARK: What it hangs on

    private static func id(_ owner: Attachment.Owner, _ call: Call) -> Identifier {
        switch owner {
        case .document(let document): call.id(document.parameter)
        case .followUp: call.id("followUpId")
        }
    }

    private static func required(_ owner: Attachment.Owner, _ call: Call) -> Statement {
        switch owner {
        case .document(let document): document.require(call.code, call.id(document.parameter))
        case .followUp: AttachmentSQL.requireFollowUp(call.code, call.id("measureId"), call.id("followUpId"))
        }
    }

    /// Of the list of what hangs on it.
    private static func path(_ owner: Attachment.Owner, _ call: Call) -> String {
        let own =
            switch owner {
            case .document(let document): "\(document.path)/\(call.id(document.parameter).text)"
            case .followUp: "measures/\(call.id("measureId").text)/follow-ups/\(call.id("followUpId").text)"
            }
        return "/municipalities/\(call.code)/\(own)/attachments"
    }

    private static func href(_ row: Row, _ call: Call) -> String {
        call.links.href("/municipalities/\(call.code)/attachments/\(row["id"] ?? "")")
    }

    private static func answer(_ call: Call, _ rows: QueryResult, _ status: HTTPResponse.Status = .ok) throws
        -> Response
    {
        guard let row = rows.first else { throw Problem.notFound }
        let href = Self.href(row, call)
        return call.answer(status, location: status == .created ? href : nil) { json in
            Attachment.shape.layout.write(&json, row)
            json.links(self: href) { json in json.link("content", rel: "enclosure", href: "\(href)/content") }
        }
    }
}
