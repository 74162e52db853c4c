/// What the contract says of the whole API, in words.
enum ContractText {
    static let info = ContractNode.map([
        ("title", .text("Samverkan")), ("version", .text(APIVersion.current)),
        ("summary", .text("Crime prevention cooperation agreements between municipalities and their police district.")),
        ("description", .text(Self.description)),
        (
            "contact",
            .map([("name", .text("The operator of the service")), ("url", .text("https://host/samverkan/v1/api-info"))])
        ),
        (
            "license",
            .map([("name", .text("As agreed with the operator")), ("url", .text("https://host/samverkan/v1/api-info"))])
        ),
    ])

    static let servers = ContractNode.list([
        .map([
            ("url", .text("https://host/samverkan/v1")),
            ("description", .text("Where the operator serves it; host is the operator's.")),
        ])
    ])

    static let securitySchemes = ContractNode.map([
        (
            "bearer",
            .map([
                ("type", .text("http")), ("scheme", .text("bearer")), ("bearerFormat", .text("JWT")),
                (
                    "description",
                    .text("A token of a registered issuer, with the audience `samverkan`, a few minutes old at most.")
                ),
            ])
        ),
        (
            "biLogin",
            .map([
                ("type", .text("http")), ("scheme", .text("basic")),
                ("description", .text("The name and the password of a BI login, as the operator gave them.")),
            ])
        ),
    ])

    private static let description = """
        **About.** Municipalities of Västra Skaraborg run their crime prevention cooperation agreements with the \
        police district here: agreement, \
        situational picture, yearly action plan, follow-up. The police district sees what is established across its \
        municipalities.

        **Purpose and behaviour.** A document goes in through an import that a person confirms, or is written here. It \
        is a draft that can be \
        changed and commented on; then the agreement is proposed and signed by both parties, the picture established, \
        the plan adopted, and \
        their content is locked. Measures are followed up, and the next year's plan starts as a revision of this \
        year's. Every municipality sees \
        its own content only; who may see which row is decided in the database. A row that is hidden is 404.

        **Terms of use.** The service is for municipalities and police districts that have agreed with the operator. \
        No individuals who are \
        suspects, victims or pupils, and no personal identity numbers, belong in it; texts with a valid personal \
        identity number are refused.

        **Data model.** The schemas below. Their terms are those of the field: samverkansöverenskommelse is agreement, \
        förlängning prolongation, \
        lägesbild situational picture, handlingsplan action plan, revidering revision, åtgärd measure, ansvarig \
        responsible party, uppföljning \
        follow-up, medborgarlöfte promise, BRÅ-grupp crime prevention group.

        **Documents.** Every member of a document is always there, and null when it has no value. One thing has one \
        name: `status` says where a \
        document stands, `predecessorId` which one it follows. What answers for something is `responsibleParty` with \
        its id, name and kind in \
        answers, and `responsiblePartyId` in bodies.

        **Concurrency.** A document has a `version` that counts its changes, and an entity tag (ETag) that begins with \
        it. PATCH, PUT and DELETE \
        need If-Match with the tag of what was read: without it the answer is 428, and 412 when somebody else has \
        changed the document, with the \
        present `version`. Parts of a document (areas, causes, measures, sources, problems, contacts) have the \
        document's version. POST takes \
        If-Match where it is named. `If-Match: *` means any version.

        **Idempotency.** A POST that makes something takes an `Idempotency-Key` of the client's own. The same request \
        with the same key makes \
        nothing more and answers with what was made, as it is now; another request with that key is refused with \
        `idempotencyKeyReused`. So a \
        request whose answer was lost can be sent again.

        **Authentication.** A bearer token (JWT) of an issuer that the operator has registered, with the audience \
        `samverkan`. Tokens come from \
        the municipality's or the district's own login service (OpenID Connect), which also renews them. The views for \
        BI alone take the name and the password of a BI login (Basic).

        **Errors.** A problem (RFC 9457) has a stable `code`. There may be more codes one day; a client that meets one \
        that it doesn't know goes by \
        the HTTP status.

        **Life cycle and versioning.** Semantic versioning. This is a beta, so incompatible changes can come with a \
        new minor version. \
        `/api-info` tells the version that runs.

        **Service level.** The operator and the municipality agree on it; the service itself promises no availability. \
        A request is answered \
        within ten seconds, or what the operator has set, after its body has come, or refused with 503 and Retry-After. Of what was answered with 2xx nothing is lost when the \
        server or its database ends.

        **Known limitations.** Entity tags are given for single documents, not for lists. Answers are JSON only; other \
        forms, reports, public \
        pages and a calendar come in later versions. Each text has a longest length, which its schema says.

        **Links.** Every document and every item of a list has `_links.self`; a link is `{href, rel, method}`. From \
        `/` and `/me` everything is \
        reached by links that the caller may read. An address with a place in it, marked `templated` (RFC 6570), takes \
        an id that the document \
        shows: `{areaId}` one of its areas'. Links to acts, such as `adoption`, are there when this caller may do the \
        act now.
        """

    private static let groups: [(name: String, sentence: String, paths: [String])] = [
        ("About", "The API and the caller.", ["api-info", "openapi.yaml", "me"]),
        ("Municipalities", "The tenants.", [""]),
        ("Agreements", "Samverkansöverenskommelser.", ["agreements", "prolongations"]),
        ("Promises", "Medborgarlöften.", ["promises"]),
        ("Situational pictures", "Lägesbilder.", ["situational-pictures"]),
        ("Action plans", "Handlingsplaner.", ["action-plans"]),
        ("Measures", "Åtgärder.", ["measures"]),
        ("Follow-ups", "Uppföljningar.", ["follow-ups", "unplanned-work", "follow-up-proposals"]),
        ("Comments", "Kommentarer till utkast.", ["comments"]),
        ("Attachments", "Bilagor.", ["attachments"]),
        ("Responsible parties", "Ansvariga.", ["responsible-parties"]),
        (
            "Crime prevention group", "BRÅ-gruppen: ledamöter och möten.",
            ["crime-prevention-group-members", "crime-prevention-group-meetings"]
        ),
        ("Imports", "Documents on their way in.", ["imports"]),
        ("Districts", "The police district's view.", ["districts"]),
        ("BI", "The views for BI as files.", ["bi"]),
    ]

    static let tags = ContractNode.list(
        Self.groups.map { .map([("name", .text($0.name)), ("description", .text($0.sentence))]) })

    /// By the last word of the path that names a group.
    static func tag(of path: String) -> String {
        let words = path.split(separator: "/").map(String.init)
        let named = words.first == "municipalities" ? Array(words.dropFirst(2)) : words
        for word in named.reversed() {
            if let group = Self.groups.first(where: { $0.paths.contains(word) }) { return group.name }
        }
        return words.isEmpty ? "About" : "Municipalities"
    }
}
