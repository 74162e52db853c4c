/// A file that hangs on an agreement, a situational picture, an action plan, a follow-up or a report. Never changed, never
/// removed.
enum Attachment {
    static let types = ["application/pdf", "image/png", "image/jpeg"]
    static let limit = 10_485_760

    /// By the first bytes; nil for a file of another type.
    static func type(of content: [UInt8]) -> String? {
        let signatures: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
            ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ]
        return signatures.first { content.starts(with: $0.0) }?.1
    }

    static let shape = Shape(
        "Attachment", "A file that hangs on a document or a follow-up.",
        [
            .id("t.attachment_id", "The attachment."),
            .text("fileName", "t.file_name", "The file's name.").always,
            .choice("mediaType", "t.media_type", Choice("AttachmentMediaType", types), "The file's media type.").always,
            .integer("bytes", "octet_length(t.content)", "How long the file is.").always,
            .text("sha256", "encode(t.sha256, 'hex')", "The SHA-256 of the file.").always,
            .timestamp("createdAt", "t.created_at", "When it was attached.").always,
            .identifier("agreementId", "t.agreement_id", "The agreement that it hangs on."),
            .identifier("pictureId", "t.picture_id", "The situational picture that it hangs on."),
            .identifier("planId", "t.plan_id", "The action plan that it hangs on."),
            .identifier("followUpId", "t.follow_up_id", "The follow-up that it hangs on."),
            .identifier("reportId", "t.report_id", "The report that it hangs on."),
        ])

    /// What an attachment hangs on.
    enum Owner: Sendable {
        case document(Document)
        case followUp

        var column: String {
            switch self {
            case .document(let document): "\(document.column)"
            case .followUp: "follow_up_id"
            }
        }
    }
}
