import AgreementParsing

/// What a person decides about a document that was read, as a body says it.
enum ImportDecisions {
    private static let line: Member = .integer(
        "line", "", 1...10_000_000, "The line of a text, else a number that grows through the document."
    ).required

    private static let lines = Shape("LineDecision", "A line, row or paragraph of a document.", [line])

    /// What is decided about the proposal.
    private static let onProposal: [Member] = [
        .rows(
            "placements",
            Shape(
                "Placement", "A cause goes to an area.",
                [
                    line, .integer("area", "", 1...10_000, "The area's position, from 1.").required,
                ]), "Causes that go to another area."
        ).optional,
        .rows(
            "splits",
            Shape(
                "Split", "A name that is several responsible parties.",
                [
                    .text("name", limit: 200, "The name.").required,
                    .texts("into", limit: 10, "The names that it is, two at least.").required,
                ]), "Names that are several responsible parties."
        ).optional,
        .rows(
            "partyMerges",
            Shape(
                "PartyMerge", "Two names of one responsible party.",
                [
                    .text("keep", limit: 200, "The name that is kept.").required,
                    .text("merge", limit: 200, "The name that goes.").required,
                ]), "Names of one responsible party."
        ).optional,
    ]

    static let confirmation = Shape(
        "Confirmation", "What is decided about a proposal before it becomes drafts.", onProposal,
        [
            .bool("acceptMarkings", "Takes a document all the same that says that it is a draft or secret.").optional,
            .identifier(
                "agreementId",
                "An agreement that is here already: plan and promises become its own, and no other is made."
            ).optional,
        ])

    static let reading = Shape(
        "ReadingDecisions", "What is decided about how a document is read.",
        [
            .text("title", limit: 500, "The agreement's title.").optional,
            .object("period", Period.open("", ""), "The agreement's period.").optional,
            .integer("year", "", 1990...2199, "The plan's year.").optional,
            .rows(
                "tables",
                Shape(
                    "TableDecision", "What a table is.",
                    [
                        .integer("table", "", 1...10_000, "The table's number, from 1.").required,
                        .choice("as", Choice("TableKind", ReadingDecisions.Table.Kind.self), "What it is.").required,
                    ]), "What tables are."
            ).optional,
            .rows(
                "columns",
                Shape(
                    "ColumnDecision", "What a column holds.",
                    [
                        .text("name", limit: 200, "The name above it.").required,
                        .choice("as", Choice("ColumnKind", ReadingDecisions.Column.Kind.self), "What it holds.")
                            .required,
                    ]), "What columns hold."
            ).optional,
            .rows("leaveOut", lines, "Lines, rows and paragraphs that are not read.").optional,
            .rows(
                "joins",
                Shape(
                    "Join", "Two measures of one cause that are one.",
                    [
                        line, .integer("with", "", 1...10_000_000, "The other's line or number.").required,
                    ]), "Measures of one cause that are one."
            ).optional,
            .rows("divisions", lines, "Measures each of whose lines is a measure of its own.").optional,
            .object(
                "plan", lines, "Which of a document's plans is read, by its heading's number; the first unless said."
            ).optional,
            .rows("areas", lines, "Paragraphs that name an area.").optional,
            .bool(
                "useRemembered",
                "Whether what was decided about columns and parties at earlier imports holds; it does unless said."
            ).optional,
        ], onProposal)

    /// What is decided about the reading, and whether what was decided earlier holds.
    static func reading(_ body: inout ObjectReader) -> (reading: ReadingDecisions, remembering: Bool) {
        var reading = ReadingDecisions()
        func line(_ item: inout ObjectReader) -> Int? { item.integer("line", required: true, in: 1...10_000_000) }
        reading.title = body.text("title", limit: 500)
        reading.period = body.object("period") { item -> AgreementDocument.Period? in
            let start = item.day("start", required: true)
            let end = item.day("end")
            if let start, let end, end.text < start.text {
                item.refuse("end", .endBeforeStart, "must not come before start")
            }
            return start.map { .init(start: $0.text, end: end?.text) }
        }
        reading.year = body.integer("year", in: 1990...2199)
        reading.tables = body.objects("tables") { item in
            let table = item.integer("table", required: true, in: 1...10_000)
            let kind = item.choice("as", required: true, of: ReadingDecisions.Table.Kind.self)
            return table.flatMap { table in kind.map { .init(table: table, kind: $0) } }
        }
        reading.columns = body.objects("columns") { item in
            let name = item.text("name", required: true, limit: 200)
            let kind = item.choice("as", required: true, of: ReadingDecisions.Column.Kind.self)
            return name.flatMap { name in kind.map { .init(name: name, kind: $0) } }
        }
        reading.leaveOut = body.objects("leaveOut", line)
        reading.joins = body.objects("joins") { item in
            let first = line(&item)
            let other = item.integer("with", required: true, in: 1...10_000_000)
            return first.flatMap { first in other.map { [first, $0] } }
        }
        reading.divisions = body.objects("divisions", line)
        reading.plan = body.object("plan", line)
        reading.areas = body.objects("areas", line)
        return (reading, body.bool("useRemembered") ?? true)
    }

    /// What is decided about the proposal.
    static func onProposal(_ body: inout ObjectReader) -> Decisions {
        let placements = body.objects("placements") { item -> Decisions.Placement? in
            let line = item.integer("line", required: true, in: 1...10_000_000)
            let area = item.integer("area", required: true, in: 1...10_000)
            return line.flatMap { line in area.map { .init(line: line, area: $0) } }
        }
        let splits = body.objects("splits") { item -> Decisions.Split? in
            let name = item.text("name", required: true, limit: 200)
            let into = item.texts("into", limit: 10)
            if into.count < 2 { item.refuse("into", .required, "needs at least two names") }
            return name.map { .init(name: $0, into: into) }
        }
        let merges = body.objects("partyMerges") { item -> Decisions.Merge? in
            let keep = item.text("keep", required: true, limit: 200)
            let merge = item.text("merge", required: true, limit: 200)
            return keep.flatMap { keep in merge.map { .init(keep: keep, merge: $0) } }
        }
        return Decisions(placements: placements, splits: splits, merges: merges)
    }

    static func confirmation(_ body: inout ObjectReader) -> Decisions {
        var decisions = Self.onProposal(&body)
        decisions.acceptsMarkings = body.bool("acceptMarkings") ?? false
        decisions.agreementID = body.identifier("agreementId")?.text
        return decisions
    }
}
