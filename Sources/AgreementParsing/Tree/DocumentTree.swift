/// A document, whatever its file was: blocks in their order, text that stands apart from them, and what is no character
/// but says something. Every text knows where it came from, and who has claimed it (``Paragraph/claim(_:)``).
struct DocumentTree {
    var blocks: [Block] = []
    /// Heads and feet of pages, notes, comments, properties: each once.
    var asides: [Paragraph] = []
    var marks: [Mark] = []
    /// Lines have numbers that a reader of the file can see.
    var hasLines = false
    /// A file of this service's own: each row of a table is one measure.
    var hasWholeRows = false
}

extension DocumentTree {
    /// Every paragraph of the document, tables and asides included, once.
    var paragraphs: [Paragraph] {
        self.blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.paragraphs
            case .rule: []
            }
        } + self.asides
    }
}
