import Foundation
import TestSupport

/// How answers have changed between two builds: a list of renames and of members that are new
/// (`Tests/Fixtures/changes.tsv`).
struct AnswerChanges {
    private var renames: [String: String] = [:]
    private var words: [String: String] = [:]
    private var new: [String: [JSON?]] = [:]
    private var links: Set<String> = []
    private var acts: Set<String> = []

    init(path: String) throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
        {
            let parts = line.split(separator: "\t").map(String.init)
            switch parts[0] {
            case "rename": self.renames[parts[1]] = parts[2]
            case "word": self.words[parts[1]] = parts[2]
            case "link": self.links.insert(parts[1])
            case "act": self.acts.insert(parts[1])
            default:
                let value = parts[2] == "any" ? nil : try JSONDecoder().decode(JSON.self, from: Data(parts[2].utf8))
                self.new[parts[1], default: []].append(value)
            }
        }
    }

    /// Where the later answer is not the earlier one, but for the changes that are listed; nil for nowhere.
    func difference(_ before: JSON, _ now: JSON, at pointer: String = "") -> String? {
        switch (before, now) {
        case (.object(let old), .object(let new)):
            let renamed = Dictionary(uniqueKeysWithValues: old.map { (self.renames[$0.key] ?? $0.key, $0.value) })
            for (name, value) in renamed {
                guard let other = new[name] else {
                    if pointer.hasSuffix("/_links"), self.acts.contains(name) { continue }
                    return "\(pointer)/\(name) is gone"
                }
                if let difference = self.difference(value, other, at: "\(pointer)/\(name)") { return difference }
            }
            for (name, value) in new where renamed[name] == nil && value != .null {
                if pointer.hasSuffix("/_links")
                    ? self.links.contains(name) : self.new[name]?.contains(where: { $0 == nil || $0 == value }) == true
                {
                    continue
                }
                return "\(pointer)/\(name) is new: \(value)"
            }
            return nil
        case (.array(let old), .array(let new)):
            if old.count != new.count { return "\(pointer) had \(old.count) items and has \(new.count)" }
            for (index, (value, other)) in zip(old, new).enumerated() {
                if let difference = self.difference(value, other, at: "\(pointer)/\(index)") { return difference }
            }
            return nil
        case (.string(let old), .string(let new)) where self.words[old] == new: return nil
        default: return before == now ? nil : "\(pointer) was \(before) and is \(now)"
        }
    }
}
