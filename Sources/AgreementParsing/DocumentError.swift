/// Why a document cannot be read as an agreement. Nothing is proposed then.
package enum DocumentError: Error, Equatable, Codable, Sendable {
    case empty
    /// Text in an encoding that is not known, or no text.
    case notText
    /// Longer than any agreement, or a file that unpacks to more than any.
    case tooLarge
    /// Where it stands: the line of a text, else the place in words.
    case holdsPersonalIdentityNumber(line: Int, place: String? = nil)
    case noTable
    /// What stands above the first table's columns.
    case tableWithoutMeasureColumn(line: Int, heads: String)
    case periodEndsBeforeStart(line: Int, text: String)
    case periodMissing
    /// A report of what was done: it belongs to a plan that is here.
    case followUpReport
    /// No table says what was done of what.
    case noReport
    /// The file is not whole.
    case broken
    /// The file is of another kind than it was sent as; which, if it is one that is read.
    case otherKind(DocumentKind?)
    case presentation
    /// Pictures of pages, without text.
    case scan
    case encrypted
    case holdsMacros
    /// A file of the older formats, which only the programs that made them read.
    case oldFormat
    /// It took more time or memory than a document may.
    case unreadable
    /// The programs that read PDFs are not installed.
    case readerMissing
    case decisionDoesNotFit(ReadingDecisions.Misfit)
}
