/// A document as text that ``TextReader`` reads: what is kept of one whose file can't be, because numbers in it have no
/// place here.
enum PlainForm {
    /// - Parameter masked: numbers of lines, rows and paragraphs whose digits are not kept.
    static func text(_ tree: DocumentTree, masking masked: Set<Int>) -> String {
        let heads = tree.asides.map { self.line($0, masked.contains($0.place.number)) }
        return (heads + tree.blocks.map { self.block($0, masked) }).filter { !$0.isEmpty }.joined(separator: "\n\n")
            + "\n"
    }

    private static func block(_ block: Block, _ masked: Set<Int>) -> String {
        switch block {
        case .rule: return "---"
        case .paragraph(let paragraph): return self.line(paragraph, masked.contains(paragraph.place.number))
        case .table(let table):
            var rows: [String] = []
            for (index, row) in table.rows.enumerated() {
                let isMasked = masked.contains(row.place.number)
                var cells = [String](repeating: "", count: table.width)
                for cell in row.cells where cells.indices.contains(cell.column) {
                    cells[cell.column] = cell.paragraphs.map { paragraph in
                        let list = paragraph.looks.list == nil ? "" : "- "
                        return list
                            + self.marked(paragraph, isMasked || masked.contains(paragraph.place.number)).replacing(
                                "|", with: "\\|"
                            ).replacing("\n", with: " ")
                    }.joined(separator: "  ")
                }
                rows.append("| " + cells.joined(separator: " | ") + " |")
                if index == 0 { rows.append("|" + String(repeating: "---|", count: table.width)) }
            }
            return rows.joined(separator: "\n")
        }
    }

    private static func line(_ paragraph: Paragraph, _ isMasked: Bool) -> String {
        let text = self.marked(paragraph, isMasked)
        if text.trimmed.isEmpty { return "" }
        let looks = paragraph.looks
        if let level = looks.level, !text.hasLines {
            return String(repeating: "#", count: max(1, min(6, level))) + " " + text
        }
        if let list = looks.list {
            return String(repeating: "  ", count: list.level)
                + (list.label.map { $0.last.map { ".)".contains($0) } == true ? $0 : "-" } ?? "-") + " "
                + text.replacing("\n", with: "\n" + String(repeating: "  ", count: list.level + 1))
        }
        // What a line begins with may be a mark of the text's form.
        return text.split(separator: "\n").map { line in
            line.first.map { "#-*•–|>+=".contains($0) } == true && !line.hasPrefix("**") ? "\\" + line : String(line)
        }.joined(separator: "\n")
    }

    /// Where only part of a number stands here, every digit goes.
    private static func masked(_ text: String) -> String {
        let masked = PersonalIdentityNumber.masked(text)
        return masked == text ? String(text.map { $0.isNumeric ? "•" : $0 }) : masked
    }

    private static func marked(_ paragraph: Paragraph, _ isMasked: Bool) -> String {
        let text = paragraph.lines.map { String($0.text) }.joined(separator: "\n")
        let shown = isMasked ? self.masked(text) : text
        return paragraph.looks.isBold && !shown.trimmed.isEmpty && !shown.contains("*") && !shown.hasLines
            ? "**\(shown.trimmed)**" : shown
    }
}
