import AgreementParsing
import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

enum WordTemplateRoutes {
    private static let upload = Upload(types: [Call.wordFile], limit: { _ in WordTemplate.limit })

    static let show = Operation(
        "getWordTemplate", "The template of a municipality's Word files",
        "Every role of the municipality, which alone has its letterhead; everybody else's Word files have the service's.",
        answer: .document(WordTemplate.shape)
    ) { call in try Self.answer(call, try await call.read(WordTemplateSQL.show(call.code))) }

    static let content = Operation(
        "getWordTemplateContent", "The file of the template",
        "Who may: as for the template. The one to begin with, too.",
        answer: .file([Call.wordFile])
    ) { call in
        var pipeline = Pipeline()
        let (shown, content) = (
            pipeline.add(WordTemplateSQL.show(call.code)), pipeline.add(WordTemplateSQL.content(call.code))
        )
        let results = try await call.read(pipeline)
        if results[shown].isEmpty { throw Problem.notFound }
        let own = results[content].first
        let name = own?["file_name"] ?? StandardTemplate.name
        let tag = "\"\(own?["sha256"] ?? Compression.checksum(ByteBuffer(bytes: StandardTemplate.file)))\""
        if call.hasSeen(tag) {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: Call.wordFile, .cacheControl: "private, no-cache", .eTag: tag,
                .contentDisposition:
                    "attachment; filename*=UTF-8''\((name.lowercased().hasSuffix(".docx") ? name : name + ".docx").percentEncoded)",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: own?.data("content") ?? StandardTemplate.file)))
    }

    static let replace = Operation(
        "replaceWordTemplate", "Bring a template for the municipality's Word files",
        """
        A coordinator. The body is a Word file (.docx, at most 2 MiB): its styles, page, header and footer, with a logo \
        if it has one, become those of every document that the municipality's people fetch for Word; its text is not \
        shown. It is tried before it is taken.
        """,
        query: [.fileName], body: .file(Self.upload), limit: WordTemplate.limit,
        precondition: .required, answer: .document(WordTemplate.shape),
        refusals: [
            .documentBroken, .documentEncrypted, .documentHoldsMacros, .documentOfOtherKind, .documentOldFormat,
            .documentIsPresentation, .documentTooLarge, .documentUnreadable, .wordTemplateUnusable, .notImplemented,
        ]
    ) { call in
        guard try await call.read(WordTemplateSQL.mayChange).first?.bool("may_change") == true else {
            throw Problem(.forbidden, "Only a coordinator brings a template.")
        }
        let content = try await call.file(isGranted: true)
        try await Self.tryOut(content, call)
        var pipeline = Pipeline([
            WordTemplateSQL.replace(
                call.code, fileName: call.query["fileName"] ?? "mall.docx", content, expected: call.expectedVersion)
        ])
        let shown = pipeline.add(WordTemplateSQL.show(call.code))
        return try Self.answer(call, try await call.write(pipeline)[shown])
    }

    static let remove = Operation(
        "removeWordTemplate", "Go back to the service's own template", "A coordinator.", precondition: .required,
        answer: .removed
    ) { call in
        try await call.removal(
            WordTemplateSQL.remove(call.code, expected: call.expectedVersion), inUse: .documentInUse,
            "Something depends on it.")
    }

    /// Reads it as any Word file that comes here, and writes a page with it.
    private static func tryOut(_ content: [UInt8], _ call: Call) async throws {
        try await call.service.imports.open(
            ImportDocument(fileName: "mall.docx", mediaType: .wordDocument, content: content), municipality: call.code,
            waiter: call.context.waiter)
        do {
            let page = Paper(title: { _, _ in "Mall" }) { html, _, _ in html.prose("Text") }
                .page(WrittenJSON(Array("{}".utf8)).root, call.beside.frame(call.service, call.links, isForWord: true))
            _ = try await call.service.word.write(
                Array(buffer: page), like: content, municipality: call.code, waiter: call.context.waiter)
        } catch is ChildProcess.Failure {
            throw Problem(.wordTemplateUnusable, "No document could be written with this template.")
        }
        call.context.waiter.restart()
    }

    private static func answer(_ call: Call, _ rows: QueryResult) throws -> Response {
        guard let row = rows.first else { throw Problem.notFound }
        let href = call.links.href("/municipalities/\(call.code)/word-template")
        return call.answer(version: row.int("version")) { json in
            WordTemplate.shape.layout.write(&json, row)
            json.links(self: href) { json in json.link("content", rel: "enclosure", href: "\(href)/content") }
        }
    }
}
