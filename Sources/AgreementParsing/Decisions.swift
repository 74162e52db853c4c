/// What a person decides about a proposal before it becomes an agreement.
public struct Decisions: Equatable, Sendable {
    public struct Placement: Equatable, Sendable {
        /// The line of a cause.
        public var line: Int
        /// Position of the area it goes to, from 1.
        public var area: Int

        public init(line: Int, area: Int) {
            self.line = line
            self.area = area
        }
    }

    public struct Split: Equatable, Sendable {
        public var name: String
        public var into: [String]

        public init(name: String, into: [String]) {
            self.name = name
            self.into = into
        }
    }

    public struct Merge: Equatable, Sendable {
        public var keep: String
        public var merge: String

        public init(keep: String, merge: String) {
            self.keep = keep
            self.merge = merge
        }
    }

    public var placements: [Placement]
    public var splits: [Split]
    public var merges: [Merge]

    public init(placements: [Placement] = [], splits: [Split] = [], merges: [Merge] = []) {
        self.placements = placements
        self.splits = splits
        self.merges = merges
    }

    /// A decision that does not fit the proposal; `index` is its place in its own list, from 0.
    public enum Misfit: Error, Equatable, Sendable {
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
    public func apply(to proposal: AgreementDocument) throws(Misfit) -> AgreementDocument {
        var document = proposal
        for (index, split) in self.splits.enumerated() {
            let parties = document.responsibleParties
            guard let name = parties.first(where: { $0.comparisonKey == split.name.comparisonKey }) else { throw .splitUnknown(index: index) }
            if Set(split.into.map(\.comparisonKey)).count < split.into.count { throw .splitTwice(index: index) }
            let parts = split.into.map { part in parties.first { $0.comparisonKey == part.comparisonKey } ?? part }
            document.replaceResponsible(name, by: parts)
            document.warnings.removeAll { $0.code == .responsiblePossiblyJoined && $0.text.contains("«\(name)»") }
        }
        for (index, merge) in self.merges.enumerated() {
            let parties = document.responsibleParties
            guard let keep = parties.first(where: { $0.comparisonKey == merge.keep.comparisonKey }),
                let gone = parties.first(where: { $0.comparisonKey == merge.merge.comparisonKey })
            else { throw .mergeUnknown(index: index) }
            if keep == gone { throw .mergeWithItself(index: index) }
            document.replaceResponsible(gone, by: [keep])
            document.warnings.removeAll { $0.code == .responsiblePossiblyDuplicate && $0.text.contains("«\(gone)»") && $0.text.contains("«\(keep)»") }
        }
        var seen: Set<Int> = []
        var emptied: Set<Int> = []
        for (index, placement) in self.placements.enumerated() {
            if !seen.insert(placement.line).inserted { throw .lineTwice(index: index, line: placement.line) }
            guard document.plan.priorityAreas.indices.contains(placement.area - 1) else { throw .noSuchArea(index: index, area: placement.area) }
            guard let from = document.plan.priorityAreas.firstIndex(where: { $0.causes.contains { $0.line == placement.line } }),
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
                document.warnings.append(.init(
                    code: .causeNotPlaced, line: cause.line, text: "Orsaken «\(cause.text)» ligger kvar under «\(area.title)», som inte är något av de prioriterade områdena"))
            }
        }
        return document.withAreaWarnings()
    }
}

extension AgreementDocument {
    /// Puts `parts` where `name` stands; a contact goes to the last of them, and nobody stands twice on one measure.
    fileprivate mutating func replaceResponsible(_ name: String, by parts: [String]) {
        func replaced(_ measure: Measure) -> Measure {
            var measure = measure
            var result: [Responsibility] = []
            for responsibility in measure.responsibilities {
                let names = responsibility.name == name ? parts : [responsibility.name]
                for (index, part) in names.enumerated() {
                    let contact = index == names.count - 1 ? responsibility.contact : nil
                    if let known = result.firstIndex(where: { $0.name == part }) {
                        if result[known].contact == nil { result[known].contact = contact }
                    } else {
                        result.append(.init(name: part, contact: contact))
                    }
                }
            }
            measure.responsibilities = result
            return measure
        }
        for area in self.plan.priorityAreas.indices {
            self.plan.priorityAreas[area].measures = self.plan.priorityAreas[area].measures.map(replaced)
            for cause in self.plan.priorityAreas[area].causes.indices {
                self.plan.priorityAreas[area].causes[cause].measures = self.plan.priorityAreas[area].causes[cause].measures.map(replaced)
            }
        }
    }
}
