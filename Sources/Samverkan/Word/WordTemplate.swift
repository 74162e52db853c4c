import Postgres

/// The Word file whose styles, header and footer a municipality's own papers get.
enum WordTemplate {
    static let limit = 2_097_152

    static let shape = Shape(
        "WordTemplate", "The template of the Word files that a municipality's documents are given as.",
        [
            .bool("isOwn", "t.municipality_code is not null", "Whether the municipality has brought its own."),
            .text("fileName", "t.file_name", "The file's name; null for the service's own."),
            .integer("bytes", "octet_length(t.content)", "How long the file is; null for the service's own."),
            .text("sha256", "encode(t.sha256, 'hex')", "The SHA-256 of the file; null for the service's own."),
            .timestamp("changedAt", "t.changed_at", "When it was brought; null for the service's own."),
            .integer(
                "version", "coalesce(t.version, 0)", 0...2_147_483_647,
                "Counts changes, from 1; 0 for the service's own."
            ).always,
        ])
}

enum WordTemplateSQL {
    /// A row for whoever sees the municipality, whether it has a template or not.
    static func show(_ code: String) -> Statement {
        """
        select \(unsafeSQL: WordTemplate.shape.selected) from app.municipality m
        left join app.word_template t on t.municipality_code = m.municipality_code
        where m.municipality_code = \(code)
        """
    }

    /// No row where there is none, and for those outside the municipality.
    static func content(_ code: String) -> Statement {
        "select t.content, t.file_name, encode(t.sha256, 'hex') as sha256 from app.word_template t where t.municipality_code = \(code)"
    }

    static let mayChange: Statement = "select access.may('content.write') as may_change"

    /// - Parameter expected: the version that is replaced, 0 for the service's own; nil for any.
    static func replace(_ code: String, fileName: String, _ content: [UInt8], expected: Int?) -> Statement {
        """
        with written as (
            insert into app.word_template as t (municipality_code, file_name, content, sha256)
            select \(code), \(fileName), c.content, sha256(c.content) from (select \(content)::bytea as content) c
            where coalesce(\(expected)::integer, 0) = 0
                or exists (select from app.word_template o where o.municipality_code = \(code))
            on conflict (municipality_code) do update
            set file_name = excluded.file_name, content = excluded.content, sha256 = excluded.sha256
            where t.version = coalesce(\(expected)::integer, t.version)
            returning 1)
        select app.require_row(count(*), 'SV412') from written
        """
    }

    static func remove(_ code: String, expected: Int?) -> Pipeline {
        Pipeline([
            "select app.require_row(count(*)) from app.word_template t where t.municipality_code = \(code)",
            """
            with gone as (
                delete from app.word_template t where t.municipality_code = \(code)
                    and t.version = coalesce(\(expected)::integer, t.version)
                returning 1)
            select app.require_row(count(*), 'SV412') from gone
            """,
        ])
    }
}
