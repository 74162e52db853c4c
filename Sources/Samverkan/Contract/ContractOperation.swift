import HTTPTypes

/// One operation of the contract.
struct ContractOperation {
    private let route: Route
    private let recording: Contract.Recording?
    private var operation: Operation { self.route.operation }

    init(_ route: Route, _ recording: Contract.Recording?) {
        self.route = route
        self.recording = recording
    }

    func node(_ schemas: inout ContractSchemas) -> ContractNode {
        var members: [(String, ContractNode)] = [
            ("operationId", .text(self.operation.id)), ("tags", .texts([ContractText.tag(of: self.route.path)])),
            ("summary", .text(self.operation.summary)), ("description", .text(self.description)),
            ("parameters", .list(self.parameters)),
        ]
        if let body = self.body(&schemas) { members.append(("requestBody", body)) }
        members.append(("responses", .map(self.responses(&schemas))))
        let scheme: String? =
            switch self.operation.access {
            case .anyone: nil
            case .token: "bearer"
            case .biLogin: "biLogin"
            }
        members.append(("security", .list(scheme.map { [.map([($0, .list([]))])] } ?? [])))
        return .map(members)
    }

    private var description: String {
        let codes = self.operation.refusals.filter { $0.status != 501 }.map { "`\($0.rawValue)`" }
        guard !codes.isEmpty else { return self.operation.detail }
        let list = codes.count == 1 ? codes[0] : codes.dropLast().joined(separator: ", ") + " or " + (codes.last ?? "")
        return "\(self.operation.detail) What its rules refuse is answered with \(list)."
    }

    // MARK: Parameters

    private var isRead: Bool { self.route.method == .get }

    private var isTagged: Bool {
        switch self.operation.answer {
        case .document(_, let tagged), .created(_, let tagged, _): tagged
        case .file: self.operation.access != .biLogin
        case .page: true
        case .removed: false
        }
    }

    private var parameters: [ContractNode] {
        var parameters = self.route.parameters.map { ContractNode.reference("parameters", $0) }
        parameters += self.operation.query.map { ContractParameters.query($0) }
        if self.isRead, self.isTagged { parameters.append(.reference("parameters", "ifNoneMatch")) }
        switch self.operation.precondition {
        case .none: break
        case .optional: parameters.append(.reference("parameters", "ifMatchOptional"))
        case .required: parameters.append(.reference("parameters", "ifMatch"))
        }
        if self.operation.makes { parameters.append(.reference("parameters", "idempotencyKey")) }
        return parameters + [.reference("parameters", "traceparent")]
    }

    // MARK: The body

    private func body(_ schemas: inout ContractSchemas) -> ContractNode? {
        let (schema, isRequired): (ContractNode, Bool)
        switch self.operation.body {
        case .none: return nil
        case .json(let shape, let use): (schema, isRequired) = (schemas.body(shape, use), true)
        case .optionalJSON(let shape, let use): (schema, isRequired) = (schemas.body(shape, use), false)
        case .file(let upload):
            return .map([
                ("required", .flag(true)),
                (
                    "description",
                    .text(
                        "The file itself. A media type of its own may be sent as well: \(upload.types.joined(separator: ", "))."
                    )
                ),
                (
                    "content",
                    .map([
                        (
                            "application/octet-stream",
                            .map([
                                (
                                    "schema",
                                    .map([
                                        ("type", .text("string")), ("format", .text("binary")),
                                        ("description", .text("The file.")),
                                    ])
                                ),
                                ("example", .text("(the bytes of the file)")),
                            ])
                        )
                    ])
                ),
            ])
        }
        let content = ContractNode.map([("schema", schema), ("example", self.recording?.request ?? .map([]))])
        let types =
            self.route.method == .patch ? ["application/merge-patch+json", "application/json"] : ["application/json"]
        return .map([
            ("required", .flag(isRequired)),
            ("description", .text("JSON in UTF-8; what stands in it and is not known here is refused.")),
            ("content", .map(types.map { ($0, content) })),
        ])
    }

    private var hasBody: Bool { if case .none = self.operation.body { false } else { true } }

    // MARK: Answers

    private func responses(_ schemas: inout ContractSchemas) -> [(String, ContractNode)] {
        var headers: [(String, ContractNode)] = [("traceparent", .reference("headers", "traceparent"))]
        if self.isTagged { headers.append(("ETag", .reference("headers", "entityTag"))) }
        var responses: [(String, ContractNode)] = []
        func answer(_ sentence: String, _ schema: ContractNode) -> ContractNode {
            let json = ContractNode.map([("schema", schema), ("example", self.recording?.response ?? .map([]))])
            let others = self.isRead ? self.operation.forms.filter { $0 != .json }.map(Self.form) : []
            return .map([
                ("description", .text(sentence)), ("headers", .map(headers)),
                ("content", .map([("application/json", json)] + others)),
            ])
        }
        switch self.operation.answer {
        case .document(let shape, _): responses.append(("200", answer("As asked for.", schemas.answer(shape))))
        case .page(let shape): responses.append(("200", answer("A page of the list.", schemas.page(shape))))
        case .created(let shape, _, let located):
            if located {
                headers.append(
                    (
                        "Location",
                        .map([
                            ("description", .text("The address of what was made.")),
                            ("schema", .map([("type", .text("string")), ("format", .text("uri"))])),
                            ("example", .text(self.recording?.location ?? "https://host/samverkan/v1/me")),
                        ])
                    ))
            }
            responses.append(("201", answer("What was made.", schemas.answer(shape))))
        case .removed:
            responses.append(("204", .map([("description", .text("It is gone.")), ("headers", .map(headers))])))
        case .file(let types):
            let content = types.map { type -> (String, ContractNode) in
                type == "application/yaml"
                    ? (
                        type,
                        .map([
                            ("schema", .map([("type", .text("object")), ("description", .text("OpenAPI 3.1."))])),
                            ("example", .map([("openapi", .text("3.1.0"))])),
                        ])
                    )
                    : (
                        type,
                        .map([
                            (
                                "schema",
                                .map([
                                    ("type", .text("string")), ("format", .text("binary")),
                                    ("contentMediaType", .text(type)), ("description", .text("The file.")),
                                ])
                            ), ("example", .text("(the bytes of the file)")),
                        ])
                    )
            }
            responses.append(
                (
                    "200",
                    .map([
                        ("description", .text("As asked for.")), ("headers", .map(headers)), ("content", .map(content)),
                    ])
                ))
        }
        if self.isRead, self.isTagged {
            responses.append(
                (
                    "304",
                    .map([
                        ("description", .text("It is unchanged since the entity tag.")),
                        (
                            "headers",
                            .map([
                                ("ETag", .reference("headers", "entityTag")),
                                ("traceparent", .reference("headers", "traceparent")),
                            ])
                        ),
                    ])
                ))
        }
        return responses + self.problems.map { (String($0), .reference("responses", "Problem\($0)")) }
    }

    /// The same in another form.
    private static func form(_ form: Form) -> (String, ContractNode) {
        let (sentence, example) =
            switch form {
            case .html: ("A page in Swedish, to be read and printed.", "<!DOCTYPE html>…")
            case .plainText: ("The same in Swedish, without markup.", "Förslag till beslut\n1. …")
            case .csv:
                (
                    "A table in Swedish, UTF-8 with a byte order mark; a list has up to 10,000 rows, and says when it goes on.",
                    "Område,Orsak,Åtgärd,…"
                )
            case .word:
                ("A Word file in Swedish, to work on; with the municipality's template.", "(the bytes of the file)")
            case .json: ("The same as JSON.", "{}")
            }
        let schema: [(String, ContractNode)] = [("type", .text("string")), ("description", .text(sentence))]
        return (form.rawValue, .map([("schema", .map(schema)), ("example", .text(example))]))
    }

    private var problems: [Int] {
        var statuses: Set<Int> = [400, 500]
        if self.isRead, !self.operation.forms.isEmpty { statuses.insert(406) }
        if self.isRead, self.operation.forms.contains(.word) { statuses.insert(501) }
        if self.operation.access == .token { statuses.formUnion([401, 403, 404, 503]) }
        if self.operation.access == .biLogin { statuses.insert(401) }
        if !self.route.parameters.isEmpty { statuses.formUnion([404, 503]) }
        if self.hasBody { statuses.formUnion([408, 413, 415, 422]) }
        if !self.isRead { statuses.insert(409) }
        switch self.operation.precondition {
        case .none: break
        case .optional: statuses.insert(412)
        case .required: statuses.formUnion([412, 428])
        }
        return statuses.union(self.operation.refusals.map(\.status)).sorted()
    }
}
