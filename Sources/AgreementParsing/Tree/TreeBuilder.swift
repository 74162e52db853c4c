/// Puts a ``DocumentTree`` together, within the bounds of any document.
struct TreeBuilder {
    private(set) var tree = DocumentTree()
    /// The first is 2: 1 is the whole document.
    private var numbers = 1
    private var tables = 0
    private var paragraphs = 0
    private var characters = 0
    private var cells = 0

    /// Paragraphs, empty ones too; cells; columns of a table; rows that a file says a cell covers or repeats.
    static let paragraphLimit = 20_000
    static let cellLimit = 40_000
    static let columnLimit = 200
    static let rowLimit = 5_000
    private static let markLimit = 500

    /// A new place in the document.
    /// - Parameter number: the line of a text file; a running number without it.
    mutating func place(_ part: Place.Part = .body, number: Int? = nil) -> Place {
        self.numbers += 1
        return Place(part: part, number: number ?? self.numbers)
    }

    mutating func nextTable() -> Int {
        self.tables += 1
        return self.tables
    }

    /// - Throws: ``DocumentError/tooLarge`` for more text or paragraphs than any document has.
    mutating func paragraph(
        _ text: String, _ place: Place, looks: Paragraph.Looks = .init(), bold: [Range<Int>] = [],
        isWrapped: Bool = false
    ) throws(DocumentError) -> Paragraph {
        self.paragraphs += 1
        self.characters += text.utf8.count
        if self.paragraphs > Self.paragraphLimit || self.characters > DocumentLimits.text { throw .tooLarge }
        let normal = Layout.normalised(text)
        // Offsets are of the text as it came, so they hold only where nothing was put together or left out.
        let ranges = normal.utf8.count == text.utf8.count ? bold : []
        return Paragraph(
            normal, place, looks: looks,
            bold: ranges.map {
                normal.utf8.index(
                    normal.startIndex, offsetBy: $0.lowerBound)..<normal.utf8.index(
                        normal.startIndex, offsetBy: $0.upperBound)
            }, isWrapped: isWrapped)
    }

    /// Counts the cells of a row.
    mutating func count(cells: Int) throws(DocumentError) {
        self.cells += cells
        if self.cells > Self.cellLimit { throw .tooLarge }
    }

    mutating func add(_ block: Block) { self.tree.blocks.append(block) }
    mutating func add(aside paragraph: Paragraph) { self.tree.asides.append(paragraph) }

    mutating func mark(_ kind: Mark.Kind, _ place: Place, _ text: String = "") {
        if self.tree.marks.count < Self.markLimit {
            self.tree.marks.append(Mark(kind: kind, place: place, text: String(text.prefix(300))))
        }
    }
}
