/// What poppler's programs tell of a PDF, which each of them reads on its standard input.
package enum PDFProgram: CaseIterable, Sendable {
    /// Whether it is tagged, and how many pages it has.
    case properties
    /// Where each word stands.
    case words
    /// What is bold and how large it is, and the blanks at line ends.
    case looks
    /// Ruling lines, shading, pictures.
    case drawing
    /// The document's own structure, which shows tables without lines. It takes far longer than the others.
    case tags

    package var command: [String] {
        switch self {
        case .properties: ["pdfinfo", "-enc", "UTF-8", "-"]
        case .words: ["pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"]
        case .looks: ["pdftohtml", "-xml", "-i", "-zoom", "1", "-enc", "UTF-8", "-stdout", "-", "unused"]
        case .drawing: ["pdftocairo", "-svg", "-", "-"]
        case .tags: ["pdfinfo", "-enc", "UTF-8", "-struct-text", "-"]
        }
    }

    /// Runs one of them on the document: what it printed. Whoever runs them bounds their time, memory and output.
    package typealias Run = (PDFProgram) throws(DocumentError) -> [UInt8]
}
