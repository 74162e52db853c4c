import Postgres

enum SituationalPictureSQL {
    static func list(_ code: String, _ page: Page) -> (rows: Statement, total: Statement) {
        (
            """
            select \(unsafeSQL: SituationalPicture.head.selected) from app.situational_picture p
            where p.municipality_code = \(code) order by p.created_at desc,
                p.picture_id limit \(page.limit) offset \(page.offset)
            """,
            .count("from app.situational_picture p where p.municipality_code = \(code)")
        )
    }

    /// The picture, its sources and its problems.
    struct Shown {
        let picture: Pipeline.Ticket
        let sources: Pipeline.Ticket
        let problems: Pipeline.Ticket

        init(_ code: String, _ id: Identifier, in pipeline: inout Pipeline) {
            self.picture = pipeline.add(
                """
                select \(unsafeSQL: SituationalPicture.shape.selected),
                    case when exists (select from app.situational_picture r where r.municipality_code = p.municipality_code
                        and r.predecessor_id = p.picture_id and r.state <> 'withdrawn') then '' when p.state = 'draft' and not p.is_exchanged
                        then replace(app.permitted_acts('picture', p.state), ' withdrawal', '')
                        else app.permitted_acts('picture', p.state) end
                        as acts
                from app.situational_picture p
                where p.municipality_code = \(code) and p.picture_id = \(id)
                """)
            self.sources = pipeline.add(
                """
                select \(unsafeSQL: SituationalPicture.source.selected) from app.source t
                where t.municipality_code = \(code) and t.picture_id = \(id) order by t.position
                """)
            self.problems = pipeline.add(
                """
                select \(unsafeSQL: SituationalPicture.problem.selected) from app.problem t
                where t.municipality_code = \(code) and t.picture_id = \(id) order by t.position
                """)
        }
    }

    static func create(_ code: String, _ id: Identifier, _ content: Content) -> Statement {
        Statement.insert(into: "app.situational_picture", [("municipality_code", code), ("picture_id", id)], content)
    }

    static func change(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Statement.update(
            "app.situational_picture", [("municipality_code", code), ("picture_id", id)], content, versioned: true,
            expected: expected,
            missing: .forbidden)
    }

    static func establish(_ code: String, _ id: Identifier, _ content: Content, expected: Int?) -> Statement {
        Document.picture.act(
            "establishment", code, id, expected: expected,
            set: """
                state = 'established', established_by = \(content["establishedBy"] ?? .null),
                established_on = coalesce(\(content["establishedOn"] ?? .null)::date, app.today())
                """)
    }
}
