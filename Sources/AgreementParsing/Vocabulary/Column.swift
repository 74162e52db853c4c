/// What a column of a plan's table holds.
enum Column: Hashable {
    case area, cause, measure, responsible, contact, followUp, schedule, target, indicator, status
    /// Something that a measure's notes keep, under its own name.
    case note(String)
    /// A measure, or who answers for it, of one side's.
    case sidedMeasure(AgreementDocument.Party)
    /// One who answers for the measures that are marked below the name.
    case party(String)
    case unknown(String)
}

extension Column {
    /// A note has the name that stands above it.
    func named(_ head: String) -> Column { if case .note = self { .note(head) } else { self } }
}
