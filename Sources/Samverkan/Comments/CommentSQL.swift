import Postgres

enum CommentSQL {
    /// Oldest first.
    static func list(_ code: String, _ document: Document, _ id: Identifier, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let from: Statement =
            "from app.comment c where c.municipality_code = \(code) and c.\(unsafeSQL: "\(document.column)") = \(id)"
        return (
            """
            select \(unsafeSQL: Comment.shape.selected) \(from)
            order by c.written_at, c.comment_id limit \(page.limit) offset \(page.offset)
            """,
            .count(from)
        )
    }

    static func show(_ code: String, _ id: Identifier) -> Statement {
        """
        select \(unsafeSQL: Comment.shape.selected), app.permitted_acts('comment', case when c.resolved_at is null
            then 'open' end) as acts
        from app.comment c where c.municipality_code = \(code) and c.comment_id = \(id)
        """
    }

    static func create(
        _ code: String, _ comment: Identifier, on document: Document, _ id: Identifier, _ content: Content
    ) -> Statement {
        Statement.insert(
            into: "app.comment", [("municipality_code", code), ("comment_id", comment), (document.column, id)], content)
    }

    static func resolve(_ code: String, _ id: Identifier) -> [Statement] {
        [
            "select app.require_row(count(*)) from app.comment where municipality_code = \(code) and comment_id = \(id)",
            .act("update app.comment set resolved_at = now() where municipality_code = \(code) and comment_id = \(id)"),
        ]
    }
}
