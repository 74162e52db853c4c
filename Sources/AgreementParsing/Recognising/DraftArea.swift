struct DraftArea {
    let line: Int
    let title: String
    /// The title for comparing, made once: every heading is compared with every area.
    let key: String
    var description: [String]
    let basis: AgreementDocument.Fact.Basis
    var causes: [DraftCause] = []
    var measures: [DraftMeasure] = []

    init(line: Int, title: String, description: [String] = [], basis: AgreementDocument.Fact.Basis) {
        self.basis = basis
        self.line = line
        self.title = title
        self.key = title.comparisonKey
        self.description = description
    }

    var responsibilityCount: Int {
        self.measures.reduce(0) { $0 + $1.responsibles.count }
            + self.causes.reduce(0) { $0 + $1.measures.reduce(0) { $0 + $1.responsibles.count } }
    }

    func resolved(_ names: ResponsibleNames) -> AgreementDocument.PriorityArea {
        func resolve(_ draft: DraftMeasure) -> AgreementDocument.Measure {
            var measure = draft.measure
            var seen: Set<String> = []
            for entry in draft.responsibles {
                let parts = names.resolve(entry.name)
                for (index, name) in parts.enumerated() {
                    // A contact after «A och B» belongs to the one it stands beside.
                    let contact = index == parts.count - 1 ? entry.contact : nil
                    if seen.insert(name.comparisonKey).inserted {
                        measure.responsibilities.append(
                            .init(name: name, contact: contact, lead: entry.lead && index == 0 ? true : nil))
                    } else if let contact,
                        let known = measure.responsibilities.firstIndex(where: { $0.name == name && $0.contact == nil })
                    {
                        measure.responsibilities[known].contact = contact
                    }
                }
            }
            return measure
        }
        return .init(
            line: self.line, title: self.title, description: self.description.joinedParagraphs,
            causes: self.causes.map { .init(line: $0.line, text: $0.text, measures: $0.measures.map(resolve)) },
            measures: self.measures.map(resolve))
    }
}

extension [String] {
    /// Paragraphs as one text, nil when there is none.
    var joinedParagraphs: String? {
        let text = self.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }
}
