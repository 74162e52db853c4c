import Foundation

@testable import AgreementParsing

/// A tree as text, for comparing: a line for each block, a table's rows within brackets.
enum TreeText {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: self.fixtures.appendingPathComponent(name)))
    }

    static func word(_ name: String) throws -> String {
        self.text(try WordReader.read(try ZipArchive(try self.bytes("word/\(name).docx"))))
    }

    static func text(_ tree: DocumentTree) -> String {
        (self.lines(tree.blocks) + tree.asides.map { "\($0.place.part.rawValue): \($0.text)" }
            + tree.marks.map { $0.text.isEmpty ? "(\($0.kind.rawValue))" : "(\($0.kind.rawValue): \($0.text))" })
            .joined(separator: "\n")
    }

    private static func lines(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .rule: return ["---"]
            case .paragraph(let paragraph):
                let looks = paragraph.looks
                let level = looks.level.map { "h\($0) " } ?? ""
                let list = looks.list.map { String(repeating: " ", count: $0.level) + ($0.label ?? "•") + " " } ?? ""
                return [
                    level + list + (looks.isBold ? "*\(paragraph.text)*" : paragraph.text)
                        + (paragraph.notes.isEmpty ? "" : " ^")
                ]
            case .table(let table):
                return table.rows.indices.map { row in
                    "["
                        + (0..<table.width).map { column -> String in
                            guard let cell = table.cell(row, column) else { return "∅" }
                            if cell.column < column { return "<" }
                            if let own = cell.place.row, own < row + 1 { return "^" }
                            return self.lines(cell.blocks).joined(separator: "/")
                                + (cell.shading.map { " #\($0)" } ?? "")
                        }.joined(separator: " | ") + "]"
                }
            }
        }
    }
}
