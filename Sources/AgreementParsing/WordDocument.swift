import FoundationEssentials

/// Turns pandoc's reading of a word processor's file (its JSON syntax tree) into the text form that ``DocumentReader``
/// reads: Markdown headings and lists, tables as tab-separated lines, a cell's paragraphs two spaces apart.
public enum WordDocument {
    /// - Throws: ``DocumentError/unreadable`` when `json` is no such tree.
    public static func text(pandocJSON json: [UInt8]) throws(DocumentError) -> String {
        guard let tree = try? JSONDecoder().decode(Node.self, from: Data(json)), let blocks = tree["blocks"]?.array else { throw .unreadable }
        var writer = Writer()
        // Paragraphs in the styles Title, Subtitle, Author and Date come apart from the text.
        for (name, prefix) in [("title", "# "), ("subtitle", ""), ("author", ""), ("date", ""), ("abstract", "")] {
            if let value = tree["meta"]?[name] { writer.writeMeta(value, prefix: prefix) }
        }
        writer.write(blocks)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    /// Any JSON value.
    private enum Node: Decodable {
        case null, bool, number(Double), string(String), array([Node]), object([String: Node])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([Node].self) {
                self = .array(value)
            } else if let value = try? container.decode([String: Node].self) {
                self = .object(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if container.decodeNil() {
                self = .null
            } else {
                self = .bool
            }
        }

        subscript(key: String) -> Node? { if case .object(let members) = self { members[key] } else { nil } }
        subscript(index: Int) -> Node? {
            if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
        }
        var array: [Node]? { if case .array(let items) = self { items } else { nil } }
        var string: String? { if case .string(let text) = self { text } else { nil } }
        var int: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }
        /// Pandoc's elements are objects with the tag `t` and the content `c`.
        var tag: String? { self["t"]?.string }
        var content: Node? { self["c"] }
    }

    private struct Writer {
        var lines: [String] = []

        mutating func write(_ blocks: [Node]) {
            for block in blocks {
                let content = block.content
                switch block.tag {
                case "Para", "Plain":
                    self.paragraph(Self.inline(content?.array ?? []))
                case "LineBlock":
                    self.paragraph((content?.array ?? []).map { Self.inline($0.array ?? []) }.joined(separator: "\n"))
                case "Header":
                    let level = max(1, min(6, content?[0]?.int ?? 1))
                    self.paragraph(String(repeating: "#", count: level) + " " + Self.oneLine(Self.inline(content?[2]?.array ?? [])))
                case "BulletList":
                    self.list(content?.array ?? []) { _ in "-" }
                case "OrderedList":
                    let start = content?[0]?[0]?.int ?? 1
                    self.list(content?[1]?.array ?? []) { "\(start + $0)." }
                case "DefinitionList":
                    for item in content?.array ?? [] {
                        self.paragraph(Self.inline(item[0]?.array ?? []))
                        for definition in item[1]?.array ?? [] { self.write(definition.array ?? []) }
                    }
                case "BlockQuote":
                    self.write(content?.array ?? [])
                case "Div":
                    self.write(content?[1]?.array ?? [])
                case "HorizontalRule":
                    self.paragraph("---")
                case "CodeBlock":
                    self.paragraph(content?[1]?.string ?? "")
                case "Table":
                    self.table(content)
                default:
                    continue
                }
            }
        }

        mutating func writeMeta(_ value: Node, prefix: String) {
            let content = value.content
            switch value.tag {
            case "MetaInlines": self.paragraph(prefix + Self.oneLine(Self.inline(content?.array ?? [])))
            case "MetaString": self.paragraph(prefix + (content?.string ?? ""))
            case "MetaBlocks": self.write(content?.array ?? [])
            case "MetaList": for item in content?.array ?? [] { self.writeMeta(item, prefix: prefix) }
            default: return
            }
        }

        private mutating func paragraph(_ text: String) {
            let text = text.split(whereSeparator: \.isNewline).map { String($0).replacing("\t", with: " ") }
            if text.isEmpty { return }
            self.lines += text + [""]
        }

        private mutating func list(_ items: [Node], mark: (Int) -> String) {
            for (index, item) in items.enumerated() {
                self.lines.append("\(mark(index)) " + Self.oneLine(Self.cellText(item.array ?? [])))
            }
            self.lines.append("")
        }

        /// [attributes, caption, column specifications, head, bodies, foot]; a cell is [attributes, alignment, rows, columns, blocks].
        private mutating func table(_ content: Node?) {
            var rows: [Node] = content?[3]?[1]?.array ?? []
            for body in content?[4]?.array ?? [] { rows += (body[2]?.array ?? []) + (body[3]?.array ?? []) }
            rows += content?[5]?[1]?.array ?? []
            /// Columns that a cell of an earlier row still covers, and for how many rows.
            var covered: [Int: Int] = [:]
            for row in rows {
                var cells: [String] = []
                func skipCovered() {
                    while let left = covered[cells.count], left > 0 {
                        covered[cells.count] = left - 1
                        cells.append("")
                    }
                }
                for cell in row[1]?.array ?? [] {
                    skipCovered()
                    let height = max(1, cell[2]?.int ?? 1)
                    let width = max(1, min(64, cell[3]?.int ?? 1))
                    let start = cells.count
                    cells.append(Self.cellText(cell[4]?.array ?? []))
                    cells += Array(repeating: "", count: width - 1)
                    for column in start..<cells.count where height > 1 { covered[column] = height - 1 }
                }
                skipCovered()
                if cells.contains(where: { !$0.isEmpty }) { self.lines.append(cells.joined(separator: "\t")) }
            }
            self.lines.append("")
        }

        /// A cell's or item's paragraphs on one line, two spaces apart.
        private static func cellText(_ blocks: [Node]) -> String {
            var writer = Writer()
            writer.write(blocks)
            return writer.lines.map { $0.replacing("\t", with: " ").replacing(/[ ]{2,}/, with: " ").trimmed }.filter { !$0.isEmpty }.joined(separator: "  ")
        }

        private static func oneLine(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        private static func inline(_ nodes: [Node]) -> String {
            nodes.map { node -> String in
                let content = node.content
                switch node.tag {
                case "Str": return content?.string ?? ""
                case "Space", "SoftBreak": return " "
                case "LineBreak": return "\n"
                case "Strong":
                    let text = Self.inline(content?.array ?? [])
                    return text.trimmed.isEmpty ? text : "**\(text.trimmed)**"
                case "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps": return Self.inline(content?.array ?? [])
                case "Quoted", "Cite", "Span", "Link": return Self.inline(content?[1]?.array ?? [])
                case "Code", "Math", "RawInline": return content?[1]?.string ?? ""
                case "Note":
                    var writer = Writer()
                    writer.write(content?.array ?? [])
                    return " (" + Self.oneLine(writer.lines.joined(separator: " ")) + ")"
                default: return ""
                }
            }.joined()
        }
    }
}
