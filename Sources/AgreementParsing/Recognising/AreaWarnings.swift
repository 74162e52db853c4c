extension AgreementDocument {
    /// With a warning for each area that has no measure, as the areas are now.
    func withAreaWarnings() -> AgreementDocument {
        var document = self
        let places = Dictionary(self.warnings.compactMap { warning in warning.place.map { (warning.line, $0) } }) {
            first, _ in first
        }
        document.warnings.removeAll { $0.code == .areaWithoutMeasure }
        for area in self.plan.priorityAreas where area.measureCount == 0 {
            document.warnings.append(
                .init(code: .areaWithoutMeasure, line: area.line, text: "Området «\(area.title)» har ingen åtgärd"))
            document.warnings[document.warnings.count - 1].place = places[area.line]
        }
        document.warnings.sort { ($0.rank, $0.line, $0.code.rawValue) < ($1.rank, $1.line, $1.code.rawValue) }
        return document
    }
}
