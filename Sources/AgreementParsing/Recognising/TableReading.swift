/// What a table of the document is.
enum TableReading {
    case actions(ActionTable)
    case card(CardTable)
    case signatures
    case promises
    /// What was done, not what is to be done.
    case followUpReport
    /// None of these: statistics, versions, contacts, a wheel of meetings.
    case other
    /// A person has decided that it is nothing to read.
    case leftOut

    /// - Parameter decided: what a person says that it is.
    init(_ table: Table, _ names: ColumnNames, decided: ReadingDecisions.Table.Kind?) {
        switch decided {
        case .leftOut: self = .leftOut
        case .signatures: self = .signatures
        case .promises: self = .promises
        case .measures, nil:
            if let card = CardTable(table, names) {
                self = .card(card)
            } else if FollowUpReport.isOne(table), decided == nil {
                self = .followUpReport
            } else if let actions = ActionTable(table, names) {
                self = .actions(actions)
            } else if Self.isSignatures(table) {
                self = .signatures
            } else {
                self = Self.isPromises(table) ? .promises : .other
            }
        }
    }

    var isMeasures: Bool {
        switch self {
        case .actions, .card: true
        default: false
        }
    }

    /// Titles or places with days in a small table; not people in rows below heads, as a list of contacts has them.
    private static func isSignatures(_ table: Table) -> Bool {
        guard table.rows.count <= 12,
            table.paragraphs.contains(where: {
                $0.lines.contains { Signatures.isTitle($0.text) || Signatures.placeAndDate($0.text) != nil }
            })
        else { return false }
        return
            !(table.rows.count > 1
            && table.rows[0].cells.contains {
                ["telefon", "tfn", "e-post", "epost", "kontaktperson", "roll", "funktion", "mobil"].contains(
                    Headings.bare($0.read))
            })
    }

    /// «Polisen lovar | Kommunen lovar», «Löfte | Ansvarig».
    private static func isPromises(_ table: Table) -> Bool {
        table.rows.count > 1
            && table.rows[0].cells.contains {
                Promises.promisor($0.read) != nil
                    || ["löfte", "löften", "medborgarlöfte"].contains(Headings.bare($0.read))
            }
    }
}
