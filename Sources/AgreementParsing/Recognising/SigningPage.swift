/// What a service for electronic signatures adds behind a document: who signed, when and how. It is no part of the
/// text, and is where identity numbers stand.
struct SigningPage {
    struct Signed {
        let name: String
        let date: String?
        let number: Int
    }

    /// Where it begins among the tree's blocks.
    let start: Int
    let signed: [Signed]

    private static let titles = [
        "verifikat", "signeringsverifikat", "signeringslogg", "transaktion 0", "elektroniska underskrifter",
        "elektronisk underskrift", "elektronisk signering", "e-underskrift", "detta dokument är elektroniskt",
        "dokumentet är elektroniskt", "dokumentet är undertecknat", "dokumentet har undertecknats", "följande handling",
        "denna handling är elektroniskt", "underskriftsverifikat", "digital signering", "digitala underskrifter",
    ]
    private static let signs = [
        "bankid", "e-legitimation", "freja", "ip-adress", "personnummer", "transaktions-id", "dokument-id",
    ]
    private static let labels: Set = [
        "namn", "signerat av", "undertecknat av", "signerad av", "undertecknad av", "undertecknare", "signatär", "part",
    ]

    /// nil where nothing behind the text's first third, and behind all of its plan, is such a page.
    init?(_ tree: DocumentTree, _ names: ColumnNames) {
        let blocks = tree.blocks
        // Nothing of a plan or of promises stands behind it: a clause on electronic signatures is no such page.
        let text = blocks.lastIndex { block in
            switch block {
            case .paragraph(let paragraph):
                paragraph.text.isAtMost(200) && (Headings.isPlan(paragraph.text) || Promises.isAbout(paragraph.text))
            case .table(let table): ActionTable(table, names) != nil || CardTable(table, names) != nil
            case .rule: false
            }
        }
        guard
            let sign = blocks.lastIndex(where: { block in
                Self.paragraphs([block]).contains { text in Self.signs.contains(where: text.key.contains) }
            }),
            let start = blocks.indices.dropFirst(max(blocks.count / 3, text.map { $0 + 1 } ?? 0)).first(where: {
                index in
                guard index <= sign, case .paragraph(let paragraph) = blocks[index], paragraph.text.isAtMost(200) else {
                    return false
                }
                return Self.titles.contains(where: paragraph.key.hasPrefix)
            })
        else { return nil }
        self.start = start
        let lines = Self.paragraphs(blocks[start...]).flatMap(\.lines)
        var signed: [Signed] = []
        for (place, line) in lines.enumerated() {
            guard let name = Self.name(line) else { continue }
            // The day stands beside the name or a few lines below it, above the next name.
            let near = lines[place...].prefix(6)
            let own = near.dropFirst().prefix { Self.name($0) == nil }
            let date = ([line] + own).lazy.compactMap { Dates.firstDay(in: String($0.text.prefix(200))) }.first
            if let known = signed.firstIndex(where: { $0.name == name }) {
                if signed[known].date == nil, let date {
                    signed[known] = Signed(name: name, date: date, number: signed[known].number)
                }
            } else {
                signed.append(Signed(name: name, date: date, number: line.number))
            }
        }
        self.signed = signed
        for paragraph in Self.paragraphs(blocks[start...]) { paragraph.claim(paragraph.whole.range) }
    }

    private static func paragraphs(_ blocks: ArraySlice<Block>) -> [Paragraph] {
        blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .table(let table): table.paragraphs
            case .rule: []
            }
        }
    }

    /// A person's name by itself, behind a label, or before what a person did: «Namn: Lina Provberg», «Lina Provberg
    /// signerade 2023-02-14».
    private static func name(_ line: Span) -> String? {
        var text = line.text.prefix(200)
        if let colon = text.firstIndex(of: ":"), self.labels.contains(Headings.bare(text[..<colon])) {
            text = text[text.index(after: colon)...]
        }
        for verb in [" signerade", " undertecknade", " har signerat", " har undertecknat", ","] {
            if let range = text.firstRange(of: verb) { text = text[..<range.lowerBound] }
        }
        if let number = text.firstIndex(where: { $0.isNumeric || $0 == "(" || $0 == "•" }) { text = text[..<number] }
        let name = Signatures.name(text.trimmed)
        // «Elektronisk Underskrift» is none.
        return name.flatMap { name in
            self.titles.contains(where: name.key.hasPrefix)
                || ["signer", "underteckn", "dokument", "bankid"].contains(where: name.key.contains) ? nil : name
        }
    }
}
