/// Where numbers of lines and paragraphs stand in the document.
struct Locator {
    private var places: [Int: AgreementDocument.Location] = [:]

    init(_ tree: DocumentTree, _ outline: Outline) {
        var heading: String?
        for item in outline.items {
            switch item {
            case .heading(let span, _):
                heading = String(span.read.prefix(100))
                self.add(span.paragraph.place, heading, lines: span.paragraph)
            case .paragraph(let paragraph), .item(let paragraph): self.add(paragraph.place, heading, lines: paragraph)
            case .table(let table, _):
                self.add(table.place, heading)
                for row in table.rows {
                    self.add(row.place, heading)
                    for paragraph in row.cells.flatMap(\.paragraphs) { self.add(paragraph.place, heading) }
                }
            case .rule: continue
            }
        }
        for aside in tree.asides { self.add(aside.place, nil) }
        for mark in tree.marks where self.places[mark.place.number] == nil { self.add(mark.place, nil) }
    }

    private mutating func add(_ place: Place, _ heading: String?, lines paragraph: Paragraph? = nil) {
        let location = AgreementDocument.Location(
            part: place.part.rawValue, heading: heading, table: place.table, row: place.row)
        self.places[place.number] = location
        // A paragraph of a text has as many numbers as lines.
        if let paragraph, paragraph.isWrapped { for line in paragraph.lines { self.places[line.number] = location } }
    }

    subscript(_ number: Int) -> AgreementDocument.Location? { self.places[number] }
}

extension AgreementDocument {
    /// With where each warning's line stands.
    func located(_ locator: Locator) -> AgreementDocument {
        var document = self
        for index in document.warnings.indices where !document.warnings[index].isOfTheWhole {
            document.warnings[index].place = locator[document.warnings[index].line]
            // What is about a whole table is about no row of it, though it begins with one.
            if [.tableLeftOut, .columnUnknown].contains(document.warnings[index].code) {
                document.warnings[index].place?.row = nil
            }
        }
        return document
    }
}
