import AgreementParsing
import NIOPosix

/// A document as it came, and what it is.
public struct ImportDocument: Sendable {
    public enum MediaType: String, CaseIterable, Sendable {
        case plainText = "text/plain"
        case markdown = "text/markdown"
        case wordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

        /// Bytes that a document of this type may have.
        var limit: Int { self == .wordDocument ? 10 * 1_048_576 : 2 * 1_048_576 }

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

    /// Reads the document into a proposal for a municipality.
    /// - Throws: ``Problem``: not UTF-8, empty, too large, unreadable, without what an agreement needs, or with a personal
    ///   identity number in it.
    func proposal(municipality: String, district: String, pandocPath: String) async throws -> AgreementDocument {
        if self.content.count > self.mediaType.limit {
            throw Problem(.bodyTooLarge, "A document of this type may have at most \(self.mediaType.limit / 1_048_576) MiB.")
        }
        if self.content.isEmpty { throw Problem(.documentEmpty, "Nothing was sent.") }
        let text: String
        switch self.mediaType {
        case .plainText, .markdown:
            guard let decoded = String(validating: self.content, as: UTF8.self) else {
                throw Problem(.documentNotUTF8, "Save the document as UTF-8 and send it again.")
            }
            if decoded.utf8.contains(0) { throw Problem(.documentNotUTF8, "The document holds U+0000, so it is no text.") }
            text = decoded
        case .wordDocument:
            text = try await WordConversion.text(self.content, pandocPath: pandocPath)
        }
        if let line = PersonalIdentityNumber.firstLine(in: text) {
            throw Problem(.documentHoldsPersonalIdentityNumber, "Line \(line) holds a personal identity number; take it out and send the document again.", line: line)
        }
        // Reading is pure computation; off the threads that serve requests.
        let result = try await NIOThreadPool.singleton.runIfActive { () -> Result<AgreementDocument, DocumentError> in
            do throws(DocumentError) {
                return .success(try DocumentReader.read(text, municipality: municipality, district: district))
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let document): return document
        case .failure(let error): throw Problem(error)
        }
    }
}

extension Problem {
    init(_ error: DocumentError) {
        switch error {
        case .empty:
            self.init(.documentEmpty, "The document holds nothing but blanks.")
        case .noTable:
            self.init(.documentWithoutTable, "A plan's measures stand in a table with the columns Orsak, Åtgärd, Ansvarig and Uppföljning; none was found.")
        case .tableWithoutMeasureColumn(let line):
            self.init(.documentWithoutMeasureColumn, "The table on line \(line) has no column called Åtgärd, Aktivitet or Insats.", line: line)
        case .periodEndsBeforeStart(let line):
            self.init(.documentPeriodReversed, "The agreement's period on line \(line) ends before it starts.", line: line)
        case .periodMissing:
            self.init(.documentWithoutPeriod, "Neither the agreement's period nor the plan's year was found.")
        case .unreadable:
            self.init(.documentUnreadable, "The document could not be understood; open it in a word processor, save it again and send that.")
        }
    }
}
