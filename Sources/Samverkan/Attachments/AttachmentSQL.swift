import Postgres

enum AttachmentSQL {
    /// Undoes the transaction (SV404) when the caller doesn't see the follow-up.
    static func requireFollowUp(_ code: String, _ measure: Identifier, _ followUp: Identifier) -> Statement {
        """
        select app.require_row(count(*)) from app.follow_up f where f.municipality_code = \(code)
            and f.follow_up_id = \(followUp)
            and f.lineage_id = (select m.lineage_id from app.measure m where m.municipality_code = \(code)
                and m.measure_id = \(measure))
        """
    }

    /// Oldest first.
    static func list(_ code: String, _ owner: Attachment.Owner, _ id: Identifier, _ page: Page) -> (
        rows: Statement, total: Statement
    ) {
        let from: Statement =
            "from app.attachment t where t.municipality_code = \(code) and t.\(unsafeSQL: owner.column) = \(id)"
        return (
            """
            select \(unsafeSQL: Attachment.shape.selected) \(from)
            order by t.created_at, t.attachment_id limit \(page.limit) offset \(page.offset)
            """,
            .count(from)
        )
    }

    static func show(_ code: String, _ id: Identifier) -> Statement {
        "select \(unsafeSQL: Attachment.shape.selected) from app.attachment t where t.municipality_code = \(code) and t.attachment_id = \(id)"
    }

    /// Whether the caller attaches anything at all. Decided again by the policy; asked before a file is taken in,
    /// nobody else makes the service hold any.
    static let mayAttach: Statement = "select access.may('content.write') or access.reports() as may_attach"

    static func create(
        _ code: String, _ attachment: Identifier, on owner: Attachment.Owner, _ id: Identifier, fileName: String,
        type: String, _ content: [UInt8]
    ) -> Statement {
        """
        insert into app.attachment (municipality_code, attachment_id, \(unsafeSQL: owner.column), file_name, media_type,
            content, sha256)
        select \(code), \(attachment)::uuid, \(id)::uuid, \(fileName), \(type), c.content, sha256(c.content)
        from (select \(content)::bytea as content) c
        """
    }

    /// A part of the file, from a byte on, the first of which is 1.
    static func part(_ code: String, _ id: Identifier, from start: Int, bytes: Int) -> Statement {
        """
        select substring(content from \(start)::integer for \(bytes)::integer) as part from app.attachment
        where municipality_code = \(code) and attachment_id = \(id)
        """
    }
}
