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
    /// In Swedish, as the warnings of what can be read are.
    init(_ error: DocumentError) {
        switch error {
        case .empty:
            self.init(.documentEmpty, "Dokumentet är tomt.")
        case .notUTF8:
            self.init(.documentNotUTF8, "Dokumentet är ingen text i UTF-8; spara det som UTF-8 och skicka det igen.")
        case .tooLarge:
            self.init(.documentTooLarge, "Dokumentet har mer än \(DocumentFile.textLimit / 1_000) kB text eller \(DocumentFile.lineLimit) rader, eller packas upp till mer än någon överenskommelse.")
        case .holdsPersonalIdentityNumber(let line):
            self.init(.documentHoldsPersonalIdentityNumber, "På rad \(line) står ett personnummer; ta bort det och skicka dokumentet igen.", line: line)
        case .noTable:
            self.init(.documentWithoutTable, "Planens åtgärder står i en tabell med kolumnerna Orsak, Åtgärd, Ansvarig och Uppföljning; ingen sådan hittades.")
        case .tableWithoutMeasureColumn(let line):
            self.init(.documentWithoutMeasureColumn, "Tabellen på rad \(line) har ingen kolumn som heter Åtgärd, Aktivitet eller Insats.", line: line)
        case .periodEndsBeforeStart(let line):
            self.init(.documentPeriodReversed, "Avtalsperioden på rad \(line) slutar innan den börjar.", line: line)
        case .periodMissing:
            self.init(.documentWithoutPeriod, "Varken avtalsperioden eller planens år hittades.")
        case .unreadable:
            self.init(.documentUnreadable, "Dokumentet gick inte att läsa, eller inte inom den tid och det minne som ett dokument får ta; öppna det i ett ordbehandlingsprogram, spara det på nytt och skicka det.")
        }
    }
}
