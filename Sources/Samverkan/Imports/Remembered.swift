import AgreementParsing
import FoundationEssentials

/// What was decided about columns and parties at earlier imports of a municipality.
struct Remembered: Codable, Sendable {
    struct Split: Codable, Sendable { let name: String, into: [String] }
    struct Merge: Codable, Sendable { let keep: String, merge: String }

    var column: [ReadingDecisions.Column]?
    var split: [Split]?
    var merge: [Merge]?

    /// - Parameter json: as `ImportSQL.prepare` gives it; nil for nothing.
    init(_ json: String?) {
        self = json.flatMap { try? JSONDecoder().decode(Remembered.self, from: Data($0.utf8)) } ?? Remembered()
    }

    init(_ reading: ReadingDecisions = ReadingDecisions(), _ decisions: Decisions = Decisions()) {
        self.column = reading.columns
        self.split = decisions.splits.map { Split(name: $0.name, into: $0.into) }
        self.merge = decisions.merges.map { Merge(keep: $0.keep, merge: $0.merge) }
    }

    var decisions: Decisions {
        Decisions(
            splits: (self.split ?? []).map { .init(name: $0.name, into: $0.into) },
            merges: (self.merge ?? []).map { .init(keep: $0.keep, merge: $0.merge) })
    }

    struct Row: Encodable, Sendable {
        let position: Int, kind: String, name: String
        let decision: any Encodable & Sendable

        enum CodingKeys: String, CodingKey { case position, kind, name, decision }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(self.position, forKey: .position)
            try container.encode(self.kind, forKey: .kind)
            try container.encode(self.name, forKey: .name)
            try self.decision.encode(to: container.superEncoder(forKey: .decision))
        }
    }

    /// A row for each; a decision on a name takes the place of an earlier one on it.
    var rows: [Row] {
        let all: [(kind: String, name: String, decision: any Encodable & Sendable)] =
            (self.column ?? []).map { ("column", $0.name, $0) } + (self.split ?? []).map { ("split", $0.name, $0) }
            + (self.merge ?? []).map { ("merge", $0.merge, $0) }
        return all.enumerated().map {
            Row(position: $0.offset, kind: $0.element.kind, name: $0.element.name, decision: $0.element.decision)
        }
    }
}
