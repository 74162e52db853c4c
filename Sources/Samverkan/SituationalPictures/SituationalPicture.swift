/// The municipality's and the police's shared picture of the problems (lägesbild), 4 § lag (2023:196).
enum SituationalPicture {
    static let status = Choice("SituationalPictureStatus", ["draft", "established", "superseded", "withdrawn"])

    /// What a list shows of it.
    static let head = Shape(
        "SituationalPictureHead", "A situational picture in a list.",
        [
            .id("p.picture_id", "The picture."),
            .text("title", "p.title", limit: 500, "Its title.").required,
            .choice("status", "p.state", status, "Where it stands.").always,
            .day("establishedOn", "p.established_on", "The day on which it was established."),
            Document.withdrawalReason("p"),
            .text("establishedBy", "p.established_by", "The body that established it."),
            .identifier("predecessorId", "p.predecessor_id", "The picture that this one revises."),
            .version("p.version"),
        ])

    static let shape = head.with(
        "SituationalPicture", "A situational picture with its sources and problems.",
        [
            .text("summary", "p.summary", limit: 50_000, "Its running text.").optional,
            .list(
                "sources", Shape("SourceInPicture", "A source as its picture shows it.", source.members),
                "What it is drawn from, in order."),
            .list(
                "problems", Shape("ProblemInPicture", "A problem as its picture shows it.", problem.members),
                "The problems that it sees, in order."),
        ])

    static let source = Shape(
        "Source", "What a situational picture is drawn from (underlag).",
        [
            .id("t.source_id", "The source."),
            position("The source's place, from 1; the last unless said."),
            .choice("kind", "t.kind", Choice("SourceKind", SourceKind.self), "What kind of source it is.").required,
            .text("title", "t.title", limit: 500, "Its title.").required,
            .day("date", "t.dated_on", "Its day, when it has one.").optional,
        ])

    static let problem = Shape(
        "PictureProblem", "A problem that a situational picture sees.",
        [
            .id("t.problem_id", "The problem."),
            position("The problem's place, from 1; the last unless said."),
            .text("text", "t.text", "The problem.").required,
            .identifiers(
                "sourceIds",
                """
                array(select x.source_id from app.problem_source x where x.municipality_code = t.municipality_code
                    and x.picture_id = t.picture_id and x.problem_id = t.problem_id order by x.source_id)
                """, limit: 100, "The sources that it is drawn from."
            ).optional.linked,
        ])

    private static func position(_ sentence: String) -> Member {
        .integer("position", "t.position", 1...10_000, sentence).optional.always.linked
    }

    static let establishment = Shape(
        "Establishment", "Who establishes a situational picture, and when.",
        [
            .text("establishedBy", limit: 200, "The body that establishes it.").required,
            .day("establishedOn", "The day; today unless said.").optional,
        ])

    static let revision = Shape(
        "PictureRevision", "A new draft of a situational picture.",
        [
            .text("title", limit: 500, "Its title; the same unless said.").optional
        ])
}
