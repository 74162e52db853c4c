/// What no field and no decision has claimed, told in the document's order: one warning for each stretch of text, or
/// table.
enum Leftovers {
    static func warnings(_ tree: DocumentTree) -> [AgreementDocument.Warning] {
        var warnings: [AgreementDocument.Warning] = []
        var running: [Span] = []
        func endRunning() {
            guard let first = running.first else { return }
            warnings.append(
                .init(
                    code: .textNotPlaced, line: first.number,
                    text: "Texten kunde inte placeras: «\(running.map(\.read).joined(separator: " "))»"))
            running = []
        }
        for block in tree.blocks {
            switch block {
            case .rule: continue
            case .paragraph(let paragraph):
                let rest = paragraph.unclaimed
                if rest.isEmpty { endRunning() } else { running += rest }
            case .table(let table):
                endRunning()
                warnings += self.warnings(table)
            }
        }
        endRunning()
        var told: Set<String> = []
        for paragraph in tree.asides {
            let rest = paragraph.unclaimed.map(\.read).joined(separator: " ")
            // Sections repeat the heads of their pages, and pages their word for a page.
            let isPage = [.header, .footer].contains(paragraph.place.part)
            if isPage, PageFurniture.isOnlyPage(rest) || !told.insert(rest).inserted { continue }
            if !rest.isEmpty {
                warnings.append(
                    .init(
                        code: .textNotPlaced, line: paragraph.place.number,
                        text: "\(self.name(paragraph.place.part)): «\(rest)»"))
            }
        }
        return warnings + self.marks(tree)
    }

    private static func warnings(_ table: Table) -> [AgreementDocument.Warning] {
        let all = table.paragraphs
        let rest = all.filter { !$0.unclaimed.isEmpty }
        if rest.isEmpty { return [] }
        // Nobody wanted anything of it: one table, told at once.
        if rest.count == all.count(where: { !$0.whole.trimmed.isEmpty }) {
            let rows = table.rows.map { $0.cells.map(\.read).filter { !$0.isEmpty }.joined(separator: " | ") }.filter {
                !$0.isEmpty
            }
            return [
                .init(
                    code: .tableLeftOut, line: table.place.number,
                    text:
                        "Tabellen hör inte till planens åtgärder och lästes inte in: «\(rows.joined(separator: "» «"))»"
                )
            ]
        }
        return table.rows.compactMap { row in
            let left = row.cells.flatMap { $0.paragraphs.flatMap(\.unclaimed) }.map(\.read)
            return left.isEmpty
                ? nil
                : .init(
                    code: .textNotPlaced, line: row.place.number,
                    text: "Tabellraden hör inte till någon åtgärd: «\(left.joined(separator: " | "))»")
        }
    }

    private static func name(_ part: Place.Part) -> String {
        switch part {
        case .header: "I sidhuvudet står"
        case .footer: "I sidfoten står"
        case .footnote: "I en fotnot står"
        case .comment: "En kommentar säger"
        case .properties: "Bland filens egenskaper står"
        case .textBox: "I en textruta står"
        case .body, .sheet: "Texten kunde inte placeras"
        }
    }

    private static func marks(_ tree: DocumentTree) -> [AgreementDocument.Warning] {
        var told: [Mark.Kind: (first: Place, count: Int, texts: [String])] = [:]
        var order: [Mark.Kind] = []
        for mark in tree.marks {
            if told[mark.kind] == nil { order.append(mark.kind) }
            var known = told[mark.kind] ?? (mark.place, 0, [])
            known.count += 1
            if !mark.text.isEmpty { known.texts.append(mark.text) }
            told[mark.kind] = known
        }
        return order.compactMap { kind in
            guard let known = told[kind] else { return nil }
            let said = known.texts.isEmpty ? "" : ": «\(known.texts.joined(separator: "» «"))»"
            let text =
                switch kind {
                case .picture:
                    "Dokumentet har \(known.count == 1 ? "en bild" : "\(known.count) bilder") som inte läses in\(said)"
                case .chart: "Dokumentet har diagram som inte läses in\(said)"
                case .diagram: "Dokumentet har SmartArt vars text inte läses in\(said)"
                case .embedded: "Dokumentet har inbäddade filer som inte läses in\(said)"
                case .hiddenText: "Dold text läses inte in\(said)"
                case .struckText: "Överstruken text läses inte in\(said)"
                case .trackedChanges: "Dokumentet har spårade ändringar; det infogade lästes in, det borttagna inte"
                case .coveredCell: "Text i celler som andra täcker läses inte in\(said)"
                case .unruled:
                    "Dokumentet har kolumner utan linjer, som kan ha lästs i fel ordning; se efter varje rad, eller skicka filen som den skrevs (.docx)"
                case .offPage: "Text utanför sidan läses inte in\(said)"
                case .contents: "Innehållsförteckningen läses inte in\(said)"
                }
            return .init(
                code: kind == .trackedChanges ? .trackedChanges : .leftOut, line: known.first.number, text: text)
        }
    }
}
