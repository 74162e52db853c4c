import AgreementParsing

/// A document as it came, and what it is.
package struct ImportDocument: Sendable {
    package enum MediaType: String, CaseIterable, Sendable {
        case plainText = "text/plain"
        case markdown = "text/markdown"
        case separatedValues = "text/csv"
        case wordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case openDocument = "application/vnd.oasis.opendocument.text"
        case portable = "application/pdf"
        case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

        /// Bytes that a document of this type may have.
        var limit: Int { self.rawValue.hasPrefix("text/") ? 1_048_576 : 10 * 1_048_576 }

        /// How it is read.
        var kind: DocumentKind {
            switch self {
            case .plainText, .markdown: .text
            case .separatedValues: .separated
            case .wordDocument: .word
            case .openDocument: .openDocument
            case .workbook: .workbook
            case .portable: .portable
            }
        }

        /// By the file's ending; nil for one that is not read.
        package init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "txt", "text": self = .plainText
            case "md", "markdown": self = .markdown
            case "csv", "tsv": self = .separatedValues
            case "docx": self = .wordDocument
            case "odt": self = .openDocument
            case "xlsx": self = .workbook
            case "pdf": self = .portable
            default: return nil
            }
        }
    }

    /// Types that are never read, and what is said of them.
    static let neverRead: [String: DocumentError] = [
        "application/msword": .oldFormat, "application/vnd.ms-excel": .oldFormat,
        "application/vnd.ms-powerpoint": .presentation,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": .presentation,
        "application/vnd.oasis.opendocument.presentation": .presentation,
        "application/vnd.ms-word.document.macroenabled.12": .holdsMacros,
        "application/vnd.ms-excel.sheet.macroenabled.12": .holdsMacros,
        "image/jpeg": .scan, "image/png": .scan, "image/tiff": .scan,
    ]

    /// By the file's ending: what to do instead of importing a file that is never read; nil for one that is, and for
    /// what is not known.
    static func neverRead(fileName: String) -> Problem? {
        let reason: DocumentError? =
            switch fileName.split(separator: ".").last?.lowercased() {
            case "doc", "xls": .oldFormat
            case "ppt", "pptx", "odp": .presentation
            case "docm", "xlsm": .holdsMacros
            case "jpg", "jpeg", "png", "tif", "tiff": .scan
            default: nil
            }
        return reason.map { Problem($0) }
    }

    /// The same in words.
    package static func whyNeverRead(fileName: String) -> String? { Self.neverRead(fileName: fileName)?.detail }

    /// What may be said of a text's encoding; which it is, its bytes say.
    static let charsets: Set = ["utf-8", "utf8", "utf-16", "windows-1252", "iso-8859-1", "us-ascii"]

    package let fileName: String
    package let mediaType: MediaType
    package let content: [UInt8]

    package init(fileName: String, mediaType: MediaType, content: [UInt8]) {
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
        case .notText:
            self.init(
                .documentNotText,
                "Filen är ingen text som kan läsas; öppna den i programmet som den skrevs i, spara den som Word-dokument (.docx) eller text och skicka den igen."
            )
        case .tooLarge:
            self.init(
                .documentTooLarge,
                "Dokumentet har mer än \(DocumentLimits.text / 1_000) kB text eller \(DocumentLimits.lines) rader, eller packas upp till mer än någon överenskommelse."
            )
        case .holdsPersonalIdentityNumber(let line, let place):
            self.init(
                .documentHoldsPersonalIdentityNumber,
                "Dokumentet innehåller ett personnummer (\(place ?? "rad \(line)")); ta bort det och skicka dokumentet igen, eller importera det med identityNumbers=leaveOut: då maskeras siffrorna, och bara den maskerade texten sparas.",
                line: line)
        case .noTable:
            self.init(
                .documentWithoutTable,
                "Varken åtgärder eller medborgarlöften hittades. Åtgärder står i en tabell med kolumner som Åtgärd och Ansvarig, eller på rader som «Ansvarig: …» under åtgärden; löften står under «Polisen lovar» och «Kommunen lovar»."
            )
        case .tableWithoutMeasureColumn(let line, let heads):
            self.init(
                .documentWithoutMeasureColumn,
                "Ingen av dokumentets tabeller har en kolumn för åtgärder (Åtgärd, Aktivitet, Insats eller liknande); den första har «\(heads)». Ge kolumnen ett sådant namn och skicka dokumentet igen.",
                line: line)
        case .periodEndsBeforeStart(let line, let text):
            self.init(
                .documentPeriodReversed,
                "Avtalsperioden slutar innan den börjar: «\(text)». Rätta den och skicka dokumentet igen.", line: line)
        case .periodMissing:
            self.init(.documentWithoutPeriod, "Varken avtalsperioden eller planens år hittades.")
        case .followUpReport:
            self.init(
                .documentIsFollowUpReport,
                "Dokumentet redovisar vad som har gjorts (Utfall, Bedömning); det är ingen plan. Skicka det till den plan som det redovisar (follow-up-proposals), så föreslås dess rader som uppföljningar av planens åtgärder."
            )
        case .noReport:
            self.init(
                .documentIsNoReport,
                "Ingen av dokumentets tabeller säger vad som har gjorts av vad. En redovisning har en kolumn för åtgärden eller löftet (Åtgärd, Löfte) och en för vad som blev av det (Utfall, Status, Bedömning, Antal, Kommentar)."
            )
        case .broken:
            self.init(
                .documentBroken,
                "Filen är inte hel; öppna den i programmet som den gjordes i, spara den på nytt och skicka den igen.")
        case .otherKind(let kind):
            let found =
                switch kind {
                case .word: "ett Word-dokument (.docx)"
                case .openDocument: "ett OpenDocument-dokument (.odt)"
                case .workbook: "en Excel-arbetsbok (.xlsx)"
                case .portable: "en PDF"
                case .text, .separated, nil: "av ett slag som inte läses"
                }
            self.init(
                .documentOfOtherKind,
                "Filen är \(found), inte det som dess namn eller medietyp säger; skicka den med rätt ändelse och medietyp."
            )
        case .presentation:
            self.init(
                .documentIsPresentation,
                "Filen är en presentation; sådana läses inte. För över planens tabell till ett Word-dokument eller en Excel-arbetsbok och skicka den."
            )
        case .scan:
            self.init(
                .documentIsScan,
                "Filen är bilder av sidor, utan text som kan läsas. Skicka dokumentet som det skrevs (.docx, .odt eller PDF ur ordbehandlaren); den inlästa filen kan läggas till överenskommelsen som undertecknat original."
            )
        case .readerMissing:
            self.init(
                .notImplemented,
                "PDF-filer läses inte på den här servern: programmen för dem (poppler-utils) saknas. Skicka dokumentet som .docx eller .odt."
            )
        case .encrypted:
            self.init(
                .documentEncrypted, "Filen är skyddad med lösenord; ta bort skyddet, spara den och skicka den igen.")
        case .holdsMacros:
            self.init(
                .documentHoldsMacros,
                "Filen innehåller makron; spara den utan makron (.docx eller .xlsx) och skicka den igen.")
        case .oldFormat:
            self.init(
                .documentOldFormat,
                "Filen är av ett äldre slag (.doc eller .xls); öppna den i Word eller Excel, spara den som .docx eller .xlsx och skicka den igen."
            )
        case .decisionDoesNotFit(let misfit):
            let error: FieldError =
                switch misfit {
                case .noSuchTable(let index):
                    .init(pointer: "/tables/\(index)/table", code: .notFound, detail: "the document has no such table")
                case .noSuchColumn(let index):
                    .init(pointer: "/columns/\(index)/name", code: .notFound, detail: "no column has this name")
                case .nothingToLeaveOut(let index):
                    .init(pointer: "/leaveOut/\(index)/line", code: .notFound, detail: "nothing stands at this number")
                case .noSuchMeasure(let index):
                    .init(
                        pointer: "/joins/\(index)", code: .notFound,
                        detail: "no two measures of one cause have these numbers")
                case .noSuchPlan: .init(pointer: "/plan/line", code: .notFound, detail: "no plan begins at this number")
                case .noSuchArea(let index):
                    .init(pointer: "/areas/\(index)/line", code: .notFound, detail: "nothing stands at this number")
                case .nothingToDivide(let index):
                    .init(
                        pointer: "/divisions/\(index)/line", code: .notFound,
                        detail: "no measure of several lines has this number")
                }
            self.init(.invalidFields, "A decision does not fit the document.", errors: [error])
        case .unreadable:
            self.init(
                .documentUnreadable,
                "Dokumentet gick inte att läsa inom den tid och det minne som ett dokument får ta, eller är längre än någon plan; dela upp det och skicka delarna var för sig."
            )
        }
    }
}
