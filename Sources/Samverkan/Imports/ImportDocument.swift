import AgreementParsing

/// A document as it came, and what it is.
public struct ImportDocument: Sendable {
    public enum MediaType: String, CaseIterable, Sendable {
        case plainText = "text/plain"
        case markdown = "text/markdown"
        case wordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

        /// Bytes that a document of this type may have.
        var limit: Int { self == .wordDocument ? 10 * 1_048_576 : 524_288 }

        /// By the file's ending; nil for one that is not read.
        public init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "txt", "text": self = .plainText
            case "md", "markdown": self = .markdown
            case "docx": self = .wordDocument
            default: return nil
            }
        }
    }

    public let fileName: String
    public let mediaType: MediaType
    public let content: [UInt8]

    public init(fileName: String, mediaType: MediaType, content: [UInt8]) {
        self.fileName = fileName
        self.mediaType = mediaType
        self.content = content
    }
}

extension Problem {
    init(_ error: DocumentError) {
        switch error {
        case .empty:
            self.init(.documentEmpty, "The document holds nothing but blanks.")
        case .notUTF8:
            self.init(.documentNotUTF8, "The document is no text in UTF-8; save it as UTF-8 and send it again.")
        case .tooLarge:
            self.init(.documentTooLarge, "The document has more than \(DocumentFile.textLimit / 1_000) kB of text or \(DocumentFile.lineLimit) lines, or unpacks to more than any agreement does.")
        case .holdsPersonalIdentityNumber(let line):
            self.init(.documentHoldsPersonalIdentityNumber, "Line \(line) holds a personal identity number; take it out and send the document again.", line: line)
        case .noTable:
            self.init(.documentWithoutTable, "A plan's measures stand in a table with the columns Orsak, Åtgärd, Ansvarig and Uppföljning; none was found.")
        case .tableWithoutMeasureColumn(let line):
            self.init(.documentWithoutMeasureColumn, "The table on line \(line) has no column called Åtgärd, Aktivitet or Insats.", line: line)
        case .periodEndsBeforeStart(let line):
            self.init(.documentPeriodReversed, "The agreement's period on line \(line) ends before it starts.", line: line)
        case .periodMissing:
            self.init(.documentWithoutPeriod, "Neither the agreement's period nor the plan's year was found.")
        case .unreadable:
            self.init(.documentUnreadable, "The document could not be understood, or not within the time and memory that a document has; open it in a word processor, save it again and send that.")
        }
    }
}
