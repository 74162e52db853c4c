import NIOCore

/// What a committee is asked to decide (tjänsteskrivelse): numbered points that can be carried out as they stand, a
/// summary that fits the minutes, and what they rest on.
struct DecisionProposal: Sendable {
    /// What the matter is called.
    var title = ""
    /// The body that is asked.
    var body = ""
    var points: [String] = []
    var summary = ""
    /// Background, in paragraphs.
    var matter: [String] = []
    /// What the decision rests on, each with its day.
    var basis: [String] = []
    var sentTo: [String] = []
    var registrationNumber: String?
    var preparedBy: String?

    static let shape = Shape(
        "DecisionProposal", "What a committee is asked to decide.",
        [
            .text("title", "What the matter is called, in Swedish as everything here.").always,
            .text("body", "The body that is asked.").always,
            .day("writtenOn", "The day of the proposal: today.").always,
            .text("registrationNumber", "The registration number in the diarium."),
            .text("preparedBy", "Who has prepared it."),
            .list("points", point, "What is to be decided, in order: each can be carried out as it stands."),
            .text("summary", "A summary that fits the minutes.").always,
            .list("matter", point, "The background, in paragraphs."),
            .text("economicConsequences", "What it costs: for whoever prepares the matter to write.").always,
            .list("basis", point, "What the decision rests on."),
            .list("sentTo", point, "Whom the decision is sent to."),
        ])

    private static let point = Shape(
        "ProposalText", "A text of a decision proposal.", [.text("text", "The text.").always])

    /// The service holds no budget, and says so instead of guessing.
    private static let economicConsequences =
        "[Fylls i av den som bereder ärendet. Underlaget anger inga belopp.]"

    func write(_ json: inout JSONWriter, today: Day) {
        func list(_ json: inout JSONWriter, _ name: StaticString, _ texts: [String]) {
            json.beginArray(name)
            for text in texts {
                json.beginObject()
                json.field("text", text)
                json.endObject()
            }
            json.endArray()
        }
        json.field("title", self.title)
        json.field("body", self.body)
        json.field("writtenOn", today.text)
        json.field("registrationNumber", self.registrationNumber)
        json.field("preparedBy", self.preparedBy)
        list(&json, "points", self.points)
        json.field("summary", self.summary)
        list(&json, "matter", self.matter.filter { !$0.isEmpty })
        json.field("economicConsequences", Self.economicConsequences)
        list(&json, "basis", self.basis)
        list(&json, "sentTo", self.sentTo)
    }

    // MARK: As a paper and as a text

    private static let headings: [(heading: String, texts: @Sendable (Paper.Value) -> [String])] = [
        ("Sammanfattning", { [$0["summary"].text ?? ""] }),
        ("Ärendet", { Self.texts($0["matter"]) }),
        ("Ekonomiska konsekvenser", { [$0["economicConsequences"].text ?? ""] }),
    ]

    private static let lists: [(heading: String, texts: @Sendable (Paper.Value) -> [String])] = [
        ("Beslutsunderlag", { Self.texts($0["basis"]) }), ("Beslutet skickas till", { Self.texts($0["sentTo"]) }),
    ]

    private static func texts(_ list: Paper.Value) -> [String] { list.items.compactMap { $0["text"].text } }

    private static func facts(_ proposal: Paper.Value) -> [(name: String, value: String?)] {
        [
            ("Till", proposal["body"].text), ("Datum", proposal["writtenOn"].text),
            ("Diarienummer", proposal["registrationNumber"].text), ("Handläggare", proposal["preparedBy"].text),
        ]
    }

    static let paper = Paper(
        title: { proposal, _ in proposal["title"].text ?? "" },
        content: { html, proposal, _ in
            html.element(.p, .kind("authority"), text: "Tjänsteskrivelse")
            html.facts(Self.facts(proposal))
            html.element(.section) { html in
                html.element(.h2, text: "Förslag till beslut")
                html.element(.ol) { html in
                    for point in Self.texts(proposal["points"]) { html.element(.li, text: point) }
                }
            }
            html.line()
            for part in Self.headings {
                html.element(.section) { html in
                    html.element(.h2, text: part.heading)
                    for text in part.texts(proposal) {
                        if text.hasPrefix("[") {
                            html.element(.p, .kind("fill"), text: text)
                        } else {
                            html.prose(text)
                        }
                    }
                }
                html.line()
            }
            for part in Self.lists {
                html.element(.section) { html in
                    html.element(.h2, text: part.heading)
                    html.element(.ul) { html in
                        for text in part.texts(proposal) { html.element(.li, text: text) }
                    }
                }
                html.line()
            }
        })

    /// To be pasted into a case system: no markup at all.
    static func plainText(_ proposal: Paper.Value) -> ByteBuffer {
        var parts = [proposal["title"].text ?? ""]
        parts.append(
            Self.facts(proposal).compactMap { fact in fact.value.map { "\(fact.name): \($0)" } }
                .joined(separator: "\n"))
        let points = Self.texts(proposal["points"]).enumerated().map { "\($0 + 1). \($1)" }
        parts.append("Förslag till beslut\n" + points.joined(separator: "\n"))
        for part in Self.headings { parts.append("\(part.heading)\n" + part.texts(proposal).joined(separator: "\n\n")) }
        for part in Self.lists {
            parts.append("\(part.heading)\n" + part.texts(proposal).map { "– \($0)" }.joined(separator: "\n"))
        }
        return ByteBuffer(string: parts.joined(separator: "\n\n") + "\n")
    }
}
