/// Parameters and headers of the contract.
enum ContractParameters {
    private static let tag = ContractNode.text(#""2.1f0e2b6a4c119d52""#)
    private static let trace = ContractNode.text("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")

    /// What the ids of paths are of.
    private static let paths = [
        "municipalityCode": "SCB's code of the municipality, four digits.",
        "districtCode": "The code of the police district.",
        "agreementId": "The agreement.", "prolongationId": "The prolongation.", "promiseId": "The promise.",
        "pictureId": "The situational picture.",
        "sourceId": "The source.", "problemId": "The problem.", "planId": "The action plan.",
        "areaId": "The priority area.", "causeId": "The cause.",
        "workId": "The unplanned work.", "measureId": "The measure.", "followUpId": "The follow-up.",
        "commentId": "The comment.",
        "attachmentId": "The attachment.", "partyId": "The responsible party.", "contactId": "The contact.",
        "memberId": "The member.",
        "meetingId": "The meeting.", "importId": "The import.", "outcomeId": "The outcome of the promise.",
        "indicatorId": "The indicator.", "valueId": "The indicator's value.", "roundId": "The reporting round.",
        "proposalId": "The district's proposal of reporting rounds.", "bodyId": "The body that receives reports.",
        "reportId": "The report.", "dispatchId": "The report's dispatch to a body.",
        "decisionId": "The decision on a report.",
        "fulfilmentId": "What meets a duty outside the service.",
        "viewName": "The view for BI.",
        "feedSecret": "The secret of a person's calendar address.",
    ]

    static func components(_ routes: [Route]) -> ContractNode {
        var names: [String] = []
        for name in routes.flatMap(\.parameters) where !names.contains(name) { names.append(name) }
        return .map(
            names.map { ($0, Self.path($0)) } + [
                (
                    "ifNoneMatch",
                    Self.header(
                        "If-None-Match", "Entity tags that were seen already; an answer that is unchanged is 304.",
                        isRequired: false, example: Self.tag)
                ),
                (
                    "ifMatch",
                    Self.header(
                        "If-Match",
                        "The entity tag of what was read, or `*` for any version. Without it the answer is 428, with another version 412.",
                        isRequired: true, example: Self.tag)
                ),
                (
                    "ifMatchOptional",
                    Self.header(
                        "If-Match",
                        "The entity tag of what was read; with another version the answer is 412. It may be left out.",
                        isRequired: false,
                        example: Self.tag)
                ),
                (
                    "idempotencyKey",
                    .map([
                        ("name", .text("Idempotency-Key")), ("in", .text("header")), ("required", .flag(false)),
                        (
                            "description",
                            .text(
                                """
                                A key of the client's own for this request. Sent again with it, the same request makes \
                                nothing more and answers with what was \
                                made; another request with it is refused with `idempotencyKeyReused`.
                                """)
                        ),
                        (
                            "schema",
                            .map([
                                ("type", .text("string")), ("minLength", .number(1)), ("maxLength", .number(255)),
                                ("pattern", .text("^[!-~]([ -~]*[!-~])?$")),
                            ])
                        ),
                        ("example", .text("8e03978e-40d5-43e8-bc93-6894a57f9324")),
                    ])
                ),
                (
                    "traceparent",
                    Self.header(
                        "traceparent", "W3C Trace Context; the answer continues the trace.", isRequired: false,
                        example: Self.trace)
                ),
            ])
    }

    static let headers = ContractNode.map([
        (
            "traceparent",
            .map([
                ("description", .text("W3C Trace Context of this answer.")),
                ("schema", .map([("type", .text("string"))])), ("example", Self.trace),
            ])
        ),
        (
            "entityTag",
            .map([
                ("description", .text("It changes when the answer does, and begins with the version.")),
                ("schema", .map([("type", .text("string"))])),
                ("example", Self.tag),
            ])
        ),
    ])

    private static func header(_ name: String, _ sentence: String, isRequired: Bool, example: ContractNode)
        -> ContractNode
    {
        .map([
            ("name", .text(name)), ("in", .text("header")), ("required", .flag(isRequired)),
            ("description", .text(sentence)),
            ("schema", .map([("type", .text("string"))])), ("example", example),
        ])
    }

    /// What an id of a path is of. A name without a sentence is a mistake in the program.
    private static func sentence(_ name: String) -> String {
        guard let sentence = self.paths[name] else { preconditionFailure("no sentence for \(name)") }
        return sentence
    }

    private static func path(_ name: String) -> ContractNode {
        let (schema, example): ([(String, ContractNode)], String) =
            switch name {
            case "municipalityCode": ([("type", .text("string")), ("pattern", .text("^[0-9]{4}$"))], "1495")
            case "viewName":
                ([("type", .text("string")), ("pattern", .text("^[a-z0-9_]{1,63}$"))], "fakta_atgard")
            case "feedSecret":
                (
                    [("type", .text("string")), ("pattern", .text("^[mdo][A-Za-z0-9_-]{43}$"))],
                    "mAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                )
            case "districtCode":
                ([("type", .text("string")), ("pattern", .text("^[a-z][a-z0-9-]{1,62}$"))], "vastra-skaraborg")
            default: ([("type", .text("string")), ("format", .text("uuid"))], "01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11")
            }
        return .map([
            ("name", .text(name)), ("in", .text("path")), ("required", .flag(true)),
            ("description", .text(Self.sentence(name))),
            ("schema", .map(schema)), ("example", .text(example)),
        ])
    }

    static func query(_ parameter: QueryParameter) -> ContractNode {
        let (schema, example): ([(String, ContractNode)], ContractNode) =
            switch parameter.kind {
            case .page:
                (
                    [
                        ("type", .text("integer")), ("minimum", .number(1)), ("maximum", .number(1_000_000)),
                        ("default", .number(1)),
                    ], .number(1)
                )
            case .limit:
                (
                    [
                        ("type", .text("integer")), ("minimum", .number(1)), ("maximum", .number(100)),
                        ("default", .number(20)),
                    ], .number(20)
                )
            case .text: (Self.text("^[^\\x00]*$"), .text(parameter.name == "q" ? "natt" : "KS 2026:117"))
            case .fileName: (Self.text("^[^\\x00-\\x1f/\\\\\\x7f\\u0085\\u2028\\u2029]*$"), .text("skara.txt"))
            case .day: ([("type", .text("string")), ("format", .text("date"))], .text("2026-12-01"))
            case .identifier:
                ([("type", .text("string")), ("format", .text("uuid"))], .text("01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11"))
            case .choice(let choice):
                ([("type", .text("string")), ("enum", .texts(choice.values))], .text(choice.values[0]))
            case .municipality: ([("type", .text("string")), ("pattern", .text("^[0-9]{4}$"))], .text("1495"))
            case .integer(let range):
                (
                    [
                        ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                        ("maximum", .number(range.upperBound)),
                    ], .number(2_026)
                )
            }
        return .map([
            ("name", .text(parameter.name)), ("in", .text("query")), ("required", .flag(parameter.isRequired)),
            ("description", .text(parameter.sentence)),
            ("schema", .map(schema)), ("example", example),
        ])
    }

    private static func text(_ pattern: String) -> [(String, ContractNode)] {
        [
            ("type", .text("string")), ("minLength", .number(1)), ("maxLength", .number(200)),
            ("pattern", .text(pattern)),
        ]
    }
}
