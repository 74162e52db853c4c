/// Tables of signers and of promises.
extension AgreementPart {
    /// Signers stand in columns, each column from top to bottom.
    mutating func readSignatures(_ table: Table) {
        let rows = table.rows.indices.filter { row in
            let lines = table.cells(row).flatMap { $0.paragraphs.flatMap(\.lines) }
            return table.cells(row).count > 1 && lines.contains { Signatures.isTitle($0.text) }
                && lines.contains { Signatures.name($0.text) != nil }
        }
        // «Namn | Titel»: a signer in each row.
        if rows.count > 1 {
            for paragraph in table.rows[0].cells.flatMap(\.paragraphs)
            where ["namn", "titel", "befattning", "datum", "underskrift", "roll", "organisation", "part"].contains(
                Headings.bare(paragraph.text))
            {
                paragraph.claim(paragraph.whole.range)
            }
            for row in rows {
                let lines = table.cells(row).flatMap { $0.paragraphs.flatMap(\.lines) }
                self.signatures.read(
                    lines.filter { !Signatures.isTitle($0.text) } + lines.filter { Signatures.isTitle($0.text) })
                self.signatures.endColumn()
            }
            return
        }
        for column in 0..<table.width {
            for row in table.rows.indices {
                guard let cell = table.cell(row, column), cell.column == column, cell.place.row == row + 1 else {
                    continue
                }
                self.signatures.read(cell.paragraphs.flatMap(\.lines))
            }
            self.signatures.endColumn()
        }
    }

    /// «Polisen lovar | Kommunen lovar», «Löfte | Ansvarig»; all of a table that a person says holds promises.
    mutating func readPromises(_ table: Table) {
        let heads = table.rows[0].cells.filter {
            Promises.promisor($0.read) != nil || ["löfte", "löften", "medborgarlöfte"].contains(Headings.bare($0.read))
        }
        for head in heads.isEmpty ? Array(table.rows[0].cells.prefix(1)) : heads {
            let named = Promises.promisor(head.read)
            for paragraph in head.paragraphs { paragraph.claim(paragraph.whole.range) }
            let who =
                named == nil
                ? table.rows[0].cells.first {
                    ["vem lovar", "vem", "part", "avsändare", "ansvarig", "ansvarig part", "av"].contains(
                        Headings.bare($0.read))
                } : nil
            for paragraph in who?.paragraphs ?? [] { paragraph.claim(paragraph.whole.range) }
            for row in table.rows.indices.dropFirst() {
                guard let cell = table.cell(row, head.column), cell.place.row == row + 1, cell.column == head.column
                else { continue }
                let side = who.flatMap { table.cell(row, $0.column) }
                let promisor = side.flatMap { Promises.promisor(named: $0.read) }
                if promisor != nil {
                    for paragraph in side?.paragraphs ?? [] { paragraph.claim(paragraph.whole.range) }
                }
                for paragraph in cell.paragraphs {
                    let whole = paragraph.whole.trimmed
                    self.promises.append(
                        .init(
                            line: whole.number,
                            promisor: Promises.promisor(ofSentence: whole.text) ?? named ?? promisor ?? .joint,
                            text: whole.take()))
                }
            }
        }
    }
}
