/// What says that a document is not finished, or not for everybody.
enum Markings {
    private static let words = [
        "arbetsmaterial", "utkast", "sekretessmark", "sekretessbelag", "omfattas av sekretess", "konfidentiell",
        "intern handling", "ej för spridning", "osl 1", "osl 2", "osl 3", "osl 4",
    ]

    /// The lines that say so: in heads, feet and boxes of pages, and lines of their own in the text. A clause on
    /// secrecy says nothing of the kind.
    static func found(in tree: DocumentTree) -> [Span] {
        let lines =
            tree.asides.filter { [.header, .footer, .properties].contains($0.place.part) }.flatMap(\.lines)
            + tree.blocks.flatMap { block -> [Span] in
                if case .paragraph(let paragraph) = block { paragraph.lines } else { [] }
            }
        return lines.filter { line in
            guard line.text.isAtMost(80) else { return false }
            let key = line.key
            return self.words.contains {
                key.hasPrefix($0) || key.hasSuffix($0) || key.contains(" " + $0) && key.count <= 50
            } || key == "sekretess" && line.paragraph.place.part != .body
        }
    }
}
