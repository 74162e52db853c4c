extension Problem {
    static let fieldError = Shape(
        "FieldError", "A wrong member of a body.",
        [
            .text("pointer", "Where it stands in the body, as a JSON pointer (RFC 6901).").always,
            .choice(
                "code", Choice("FieldErrorCode", FieldCode.self, isOpen: true), "The stable code of what is wrong."
            ).always,
            .text("detail", "What is wrong.").always,
        ])

    /// As the contract has it; ``json(instance:)`` writes only what there is.
    static let shape = Shape(
        "Problem", "What went wrong (RFC 9457).",
        [
            .text("type", "The URI of the kind of problem.").always,
            .text("title", "The kind of problem in words.").always,
            .integer("status", "The HTTP status.").always,
            .text("detail", "This problem in words.").always,
            .text("instance", "The path of the request.").always,
            .choice(
                "code", Choice("ProblemCode", ProblemCode.self, isOpen: true), "The stable code of the kind of problem."
            ).always,
            .integer("line", "The line of an imported document that it speaks of."),
            .text("state", "The status that the document is in, when that is what refuses."),
            .texts(
                "possible", limit: 20,
                "What can be done with the document in that status, each act named as in its path."),
            .integer("version", "The document's version, when its status or version is what refuses."),
            .identifier("conflictingId", "The other document that stands in the way."),
            .list(
                "errors",
                Problem.fieldError, "The wrong members; empty when it is not about members."),
        ])
}
