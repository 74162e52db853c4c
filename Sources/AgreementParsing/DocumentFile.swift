/// A document as its file came, read in the process that asks: see `samverkan-read`, which is that process.
package enum DocumentFile {
    /// Measures, and those who answer for them.
    private static let measureLimit = 2_000

    /// Reads a document.
    /// - Parameters:
    ///   - run: runs poppler's programs on it, for a PDF.
    ///   - whenRead: is called once its tree is read, before that is understood.
    /// - Throws: ``DocumentError``.
    package static func read(
        _ kind: DocumentKind, _ bytes: [UInt8], municipality: String, district: String,
        decisions: ReadingDecisions = ReadingDecisions(),
        run: PDFProgram.Run = { _ throws(DocumentError) in throw .unreadable }, whenRead: () -> Void = {}
    ) throws(DocumentError) -> AgreementDocument {
        let read = try self.tree(kind, bytes, run)
        whenRead()
        return try self.understand(read, municipality: municipality, district: district, decisions: decisions)
    }

    private static func understand(
        _ read: (tree: DocumentTree, isGuess: Bool, isUnderPicture: Bool), municipality: String, district: String,
        decisions: ReadingDecisions
    ) throws(DocumentError) -> AgreementDocument {
        let (tree, isGuess, isUnderPicture) = read
        try decisions.check(tree)
        try self.refuseIdentityNumbers(tree.without(decisions.leaveOut))
        var document = try decisions.apply(
            to: try DocumentReader.read(tree, municipality: municipality, district: district, decisions: decisions))
        // What is divided multiplies: the bound is of what comes out, which a confirmation writes within its deadline.
        if document.measures.count > self.measureLimit
            || document.measures.reduce(0, { $0 + $1.responsibilities.count }) > self.measureLimit
        {
            throw .unreadable
        }
        if isUnderPicture {
            document.facts = document.facts?.map { .init(pointer: $0.pointer, basis: .guess, line: $0.line) }
            document.warnings.insert(
                .init(
                    code: .encodingGuessed, line: 1,
                    text: "Texten lästes ur bilder av sidorna av ett annat program; se efter att varje uppgift är rätt"),
                at: 0)
        }
        if isGuess {
            document.warnings.insert(
                .init(
                    code: .encodingGuessed, line: 1,
                    text: "Textens teckenkodning lästes som Windows-1252; se efter att å, ä och ö är rätt"), at: 0)
        }
        return document
    }

    /// The same. Where it is decided that identity numbers are left out, and the document holds some, its text without
    /// their digits is read instead, which is all that is to be kept of it.
    package static func reading(
        _ kind: DocumentKind, _ bytes: [UInt8], municipality: String, district: String, decisions: ReadingDecisions,
        run: PDFProgram.Run = { _ throws(DocumentError) in throw .unreadable }, whenRead: () -> Void = {}
    ) throws(DocumentError) -> Reading {
        let read = try self.tree(kind, bytes, run)
        whenRead()
        let numbers = decisions.leavesOutIdentityNumbers == true ? PersonalIdentityNumber.lines(in: read.tree) : []
        if numbers.isEmpty {
            return .document(
                try self.understand(read, municipality: municipality, district: district, decisions: decisions))
        }
        let text = PlainForm.text(read.tree, masking: Set(numbers))
        var kept = try TextReader.read(text)
        // What the file told beside its text is told all the same.
        kept.marks = read.tree.marks.filter { !PersonalIdentityNumber.isPresent(in: $0.text) }
        var document = try self.understand(
            (kept, read.isGuess, read.isUnderPicture), municipality: municipality, district: district,
            decisions: decisions)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("••••") } ?? 0
        document.warnings.insert(
            .init(
                code: .identityNumberLeftOut, line: line + 1,
                text: "Personnummer maskerades; filen sparas inte, bara dess text"), at: 0)
        return .masked(document, text: text)
    }

    /// Reads a report of what was done against a plan's measures.
    /// - Throws: ``DocumentError``.
    package static func readReport(
        _ kind: DocumentKind, _ bytes: [UInt8], measures: [FollowUpProposals.Measure],
        run: PDFProgram.Run = { _ throws(DocumentError) in throw .unreadable }
    ) throws(DocumentError) -> FollowUpProposals {
        let (tree, isGuess, isUnderPicture) = try self.tree(kind, bytes, run)
        try self.refuseIdentityNumbers(tree)
        var proposals = try ReportReader.read(tree, measures)
        if isGuess || isUnderPicture {
            proposals.warnings.insert(
                .init(
                    code: .encodingGuessed, line: 1, text: "Textens tecken är gissade; se efter att varje rad är rätt"),
                at: 0)
        }
        return proposals
    }

    private static func refuseIdentityNumbers(_ tree: DocumentTree) throws(DocumentError) {
        guard let line = PersonalIdentityNumber.firstLine(in: tree) else { return }
        // Numbers of paragraphs say nothing to whoever has the file before them.
        let place = tree.hasLines ? nil : Locator(tree, Outline(tree, ColumnNames(), decided: [:]))[line]?.text
        throw .holdsPersonalIdentityNumber(line: line, place: place)
    }

    /// - Returns: the document, whether its encoding is a guess, and whether its text lies under pictures.
    private static func tree(_ kind: DocumentKind, _ bytes: [UInt8], _ run: PDFProgram.Run) throws(DocumentError) -> (
        tree: DocumentTree, isGuess: Bool, isUnderPicture: Bool
    ) {
        if bytes.isEmpty { throw .empty }
        try FileKind.check(bytes, as: kind)
        switch kind {
        case .text, .separated:
            if bytes.count > DocumentLimits.text * 2 { throw .tooLarge }
            let decoded = try TextDecoding.decode(bytes)
            if decoded.text.utf8.count > DocumentLimits.text { throw .tooLarge }
            return (
                kind == .text ? try TextReader.read(decoded.text) : try SeparatedReader.read(decoded.text),
                decoded.isGuess, false
            )
        case .word: return (try WordReader.read(try ZipArchive(bytes)), false, false)
        case .openDocument: return (try OpenDocumentReader.read(try ZipArchive(bytes)), false, false)
        case .workbook: return (try WorkbookReader.read(try ZipArchive(bytes)), false, false)
        case .portable:
            let (tree, isUnderPicture) = try PDFReader.read(bytes, run)
            return (tree, false, isUnderPicture)
        }
    }
}
