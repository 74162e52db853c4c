/// A report of what was done, not a plan of what is to be done.
enum FollowUpReport {
    /// A title that says so, above a table of results.
    static func isTitle(_ text: some StringProtocol) -> Bool {
        let bare = Headings.bare(text)
        return ["uppföljning av ", "redovisning av ", "utvärdering av ", "resultat av "].contains { bare.hasPrefix($0) }
    }

    static func tells(_ table: Table) -> Bool {
        table.rows.first.map { row in
            row.cells.contains {
                ["utfall", "resultat", "genomfört", "gjort", "vad har gjorts"].contains(Headings.bare($0.read))
            }
        } ?? false
    }

    /// «Löfte | Utfall | Bedömning»: results and a verdict, and nobody who is to do anything.
    static func isOne(_ table: Table) -> Bool {
        guard table.rows.count > 1 else { return false }
        let heads = table.rows[0].cells.map { Headings.bare($0.read) }
        let tells = heads.contains { ["utfall", "resultat", "genomfört", "gjort", "vad har gjorts"].contains($0) }
        let judges = heads.contains { ["bedömning", "måluppfyllelse", "uppfyllt", "status", "avvikelse"].contains($0) }
        let plans = heads.contains { head in
            ["ansvarig", "ansvar", "vem", "uppföljning"].contains { head.hasPrefix($0) }
        }
        return tells && judges && !plans
    }
}
