/// A measure, a cause, an area while names are not settled.
struct DraftMeasure {
    var measure: AgreementDocument.Measure
    var responsibles: [ResponsibleCell.Entry]
}
