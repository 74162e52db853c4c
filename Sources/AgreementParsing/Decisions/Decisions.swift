/// What a person decides about a proposal before it becomes an agreement.
package struct Decisions: Equatable, Sendable {
    package struct Placement: Equatable, Sendable {
        /// The line of a cause.
        package var line: Int
        /// Position of the area it goes to, from 1.
        package var area: Int

        package init(line: Int, area: Int) {
            self.line = line
            self.area = area
        }
    }

    package struct Split: Equatable, Sendable {
        package var name: String
        package var into: [String]

        package init(name: String, into: [String]) {
            self.name = name
            self.into = into
        }
    }

    package struct Merge: Equatable, Sendable {
        package var keep: String
        package var merge: String

        package init(keep: String, merge: String) {
            self.keep = keep
            self.merge = merge
        }
    }

    package var placements: [Placement]
    package var splits: [Split]
    package var merges: [Merge]

    /// A document that says that it is not finished, or not for everybody, is taken all the same.
    package var acceptsMarkings = false
    /// The agreement, by its id, that is here already: the plan and the promises are its own, and none is made.
    package var agreementID: String?

    package init(
        placements: [Placement] = [], splits: [Split] = [], merges: [Merge] = [], acceptsMarkings: Bool = false
    ) {
        self.acceptsMarkings = acceptsMarkings
        self.placements = placements
        self.splits = splits
        self.merges = merges
    }

    /// A decision that does not fit the proposal; `index` is its place in its own list, from 0.
    package enum Misfit: Error, Equatable, Sendable {
        case noCauseOnLine(index: Int, line: Int)
        case lineTwice(index: Int, line: Int)
        case noSuchArea(index: Int, area: Int)
        case splitUnknown(index: Int)
        case splitTwice(index: Int)
        case mergeUnknown(index: Int)
        case mergeWithItself(index: Int)
    }

    /// The proposal as decided: names first, then places. An area that its table's heading made and that is emptied by
    /// the placements goes away; its running text is kept among the plan's notes.
    package func apply(to proposal: AgreementDocument) throws(Misfit) -> AgreementDocument {
        var document = proposal
        var parties = Responsibles(document)
        var split: Set<String> = []
        for (index, decision) in self.splits.enumerated() {
            guard let name = parties.name(like: decision.name) else { throw .splitUnknown(index: index) }
            if Set(decision.into.map(\.comparisonKey)).count < decision.into.count { throw .splitTwice(index: index) }
            parties.replace(name, by: decision.into.map { parties.name(like: $0) ?? $0 })
            split.insert(name)
        }
        var merged: [String: Set<String>] = [:]
        for (index, decision) in self.merges.enumerated() {
            guard let keep = parties.name(like: decision.keep), let gone = parties.name(like: decision.merge) else {
                throw .mergeUnknown(index: index)
            }
            if keep == gone { throw .mergeWithItself(index: index) }
            parties.replace(gone, by: [keep])
            merged[gone, default: []].insert(keep)
        }
        parties.write(to: &document)
        document.warnings.removeAll { warning in
            switch warning.code {
            case .responsiblePossiblyJoined: return warning.quoted.contains { split.contains($0) }
            case .responsiblePossiblyDuplicate:
                let names = warning.quoted
                return names.contains { gone in
                    merged[gone].map { keep in names.contains { keep.contains($0) } } ?? false
                }
            default: return false
            }
        }
        var seen: Set<Int> = []
        var emptied: Set<Int> = []
        for (index, placement) in self.placements.enumerated() {
            if !seen.insert(placement.line).inserted { throw .lineTwice(index: index, line: placement.line) }
            guard document.plan.priorityAreas.indices.contains(placement.area - 1) else {
                throw .noSuchArea(index: index, area: placement.area)
            }
            guard
                let from = document.plan.priorityAreas.firstIndex(where: {
                    $0.causes.contains { $0.line == placement.line }
                }),
                let cause = document.plan.priorityAreas[from].causes.firstIndex(where: { $0.line == placement.line })
            else { throw .noCauseOnLine(index: index, line: placement.line) }
            let moved = document.plan.priorityAreas[from].causes.remove(at: cause)
            document.plan.priorityAreas[placement.area - 1].causes.append(moved)
            emptied.insert(from)
        }
        let headings = Set(document.warnings.filter { $0.code == .tableHeadingIsNoArea }.map(\.line))
        for index in emptied.sorted(by: >) {
            let area = document.plan.priorityAreas[index]
            guard area.causes.isEmpty, area.measures.isEmpty, headings.contains(area.line) else { continue }
            document.plan.priorityAreas.remove(at: index)
            let text = [area.title, area.description].compactMap { $0 }.joined(separator: "\n")
            document.plan.notes = document.plan.notes.map { $0 + "\n\n" + text } ?? text
        }
        // What stays below a heading that is no area of the agreement's is told, once decided.
        for area in document.plan.priorityAreas where headings.contains(area.line) {
            for cause in area.causes {
                document.warnings.append(
                    .init(
                        code: .causeNotPlaced, line: cause.line,
                        text:
                            "Orsaken «\(cause.text)» ligger kvar under «\(area.title)», som inte är något av de prioriterade områdena"
                    ))
            }
        }
        return document.withAreaWarnings()
    }
}

/// Who answers for the measures of a document, while names are decided. Each decision costs as much as the measures it
/// is about: a document and its decisions may both be long.
private struct Responsibles {
    private var measures: [AgreementDocument.Measure]
    /// Which measures name somebody.
    private var places: [String: Set<Int>] = [:]
    /// Names that are one but for case and blanks, in the order in which they are met.
    private var names: [String: [String]] = [:]

    init(_ document: AgreementDocument) {
        self.measures = document.measures
        for (index, measure) in self.measures.enumerated() {
            for responsibility in measure.responsibilities { self.add(responsibility.name, [index]) }
        }
    }

    private mutating func add(_ name: String, _ measures: Set<Int>) {
        if self.places.updateValue(measures.union(self.places[name] ?? []), forKey: name) == nil {
            self.names[name.comparisonKey, default: []].append(name)
        }
    }

    /// The name that is there for one that is written a little differently.
    func name(like name: String) -> String? { self.names[name.comparisonKey]?.first }

    /// Puts `parts` where `name` stands; a contact goes to the last of them, and nobody stands twice on one measure.
    mutating func replace(_ name: String, by parts: [String]) {
        guard let measures = self.places.removeValue(forKey: name) else { return }
        self.names[name.comparisonKey]?.removeAll { $0 == name }
        for index in measures {
            var result: [AgreementDocument.Responsibility] = []
            for responsibility in self.measures[index].responsibilities {
                let names = responsibility.name == name ? parts : [responsibility.name]
                for (place, part) in names.enumerated() {
                    let contact = place == names.count - 1 ? responsibility.contact : nil
                    if let known = result.firstIndex(where: { $0.name == part }) {
                        if result[known].contact == nil { result[known].contact = contact }
                    } else {
                        result.append(.init(name: part, contact: contact))
                    }
                }
            }
            self.measures[index].responsibilities = result
        }
        for part in parts { self.add(part, measures) }
    }

    func write(to document: inout AgreementDocument) {
        var rest = self.measures[...]
        for area in document.plan.priorityAreas.indices {
            for cause in document.plan.priorityAreas[area].causes.indices {
                let count = document.plan.priorityAreas[area].causes[cause].measures.count
                document.plan.priorityAreas[area].causes[cause].measures = Array(rest.prefix(count))
                rest = rest.dropFirst(count)
            }
            let count = document.plan.priorityAreas[area].measures.count
            document.plan.priorityAreas[area].measures = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
    }
}

extension AgreementDocument.Warning {
    /// The names that stand between « and » in its text.
    fileprivate var quoted: [String] {
        self.text.split(separator: "«", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "»" })
        }
    }
}
