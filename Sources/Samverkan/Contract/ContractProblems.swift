/// The answers of the contract that say what went wrong.
enum ContractProblems {
    private static let all: [(status: Int, sentence: String, code: ProblemCode, detail: String)] = [
        (
            400, "A parameter or the body's form is wrong.", .invalidParameter,
            "The query parameter «page» must be a whole number from 1 to 1000000."
        ),
        (401, "There is no token, or it is not valid.", .notAuthenticated, "Send a token: Authorization: Bearer …"),
        (
            403, "The caller's role does not allow this, or the caller has no grant.", .forbidden,
            "The caller's role does not allow this."
        ),
        (
            404, "There is nothing here that the caller may see.", .notFound,
            "There is nothing here that the caller may see."
        ),
        (
            406, "There is no such form of it; `detail` names those that there are.", .notAcceptable,
            "This answers as application/json, text/html."
        ),
        (408, "The body did not come in time; the connection ends.", .bodyTooSlow, "The body did not come in time."),
        (
            409,
            """
            The document's status does not allow it, or something else changed at the same time. `state`, `possible` \
            and `version` tell where \
            the document stands, when that is why.
            """, .documentLocked, "The document is no longer a draft, so its content is locked."
        ),
        (
            410, "The calendar address was revoked.", .calendarFeedRevoked,
            "This calendar address was revoked: its person has another one, or none."
        ),
        (
            412, "Somebody else changed it meanwhile; `version` is the present one.", .versionDiffers,
            "Somebody else changed it meanwhile; read it anew."
        ),
        (413, "The body is too large.", .bodyTooLarge, "The body may have at most 65536 bytes."),
        (
            415, "The body's media type is not accepted here.", .unsupportedMediaType,
            "The body must be application/json."
        ),
        (422, "The content is wrong; `errors` or `line` says where.", .invalidFields, "A field of the body is wrong."),
        (
            428, "If-Match is needed and was not sent.", .preconditionRequired,
            "Send If-Match with the ETag of what was read, so that nobody's edit is lost."
        ),
        (
            500, "The service failed.", .internalError,
            "The service failed. Its log tells more under the request id 4bf92f3577b34da6a3ce929d0e0e4736."
        ),
        (
            501, "The server cannot do this as it is set up; `detail` says what is missing.", .notImplemented,
            "PDF-filer läses inte på den här servern."
        ),
        (
            503, "The database cannot be reached, or too many requests wait; Retry-After says how long to wait.",
            .databaseUnavailable,
            "The database cannot be reached now; try again shortly."
        ),
    ]

    static let components = ContractNode.map(
        Self.all.map { problem in
            var headers: [(String, ContractNode)] = [("traceparent", .reference("headers", "traceparent"))]
            if problem.status == 401 {
                headers.append(
                    (
                        "WWW-Authenticate",
                        Self.header("The scheme to use.", "string", .text(#"Bearer realm="samverkan""#))
                    ))
            }
            if problem.status == 503 {
                headers.append(("Retry-After", Self.header("How many seconds to wait.", "integer", .number(1))))
            }
            return (
                "Problem\(problem.status)",
                .map([
                    ("description", .text(problem.sentence)), ("headers", .map(headers)),
                    (
                        "content",
                        .map([
                            (
                                Problem.mediaType,
                                .map([
                                    ("schema", .reference("schemas", "Problem")),
                                    ("example", Self.example(problem.status, problem.code, problem.detail)),
                                ])
                            )
                        ])
                    ),
                ])
            )
        })

    private static func header(_ sentence: String, _ type: String, _ example: ContractNode) -> ContractNode {
        .map([("description", .text(sentence)), ("schema", .map([("type", .text(type))])), ("example", example)])
    }

    private static func example(_ status: Int, _ code: ProblemCode, _ detail: String) -> ContractNode {
        var members: [(String, ContractNode)] = [
            ("type", .text("urn:samverkan:problem:\(code.rawValue)")), ("title", .text(code.title)),
            ("status", .number(status)),
            ("detail", .text(detail)), ("instance", .text("/samverkan/v1/municipalities/1495")),
            ("code", .text(code.rawValue)),
        ]
        if status == 409 {
            members += [
                ("state", .text("adopted")), ("possible", .texts(["closing", "revisions"])), ("version", .number(3)),
            ]
        }
        if status == 412 { members.append(("version", .number(3))) }
        let error: [ContractNode] =
            status == 422
            ? [
                .map([
                    ("pointer", .text("/period/end")), ("code", .text("endBeforeStart")),
                    ("detail", .text("must not be before the start")),
                ])
            ] : []
        return .map(members + [("errors", .list(error))])
    }
}
