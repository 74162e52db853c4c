/// `word/numbering.xml`, and how far its lists have come.
struct WordNumbering {
    private struct Level {
        var format = "decimal"
        var text = ""
        var start = 1
    }

    private var abstract: [String: [Int: Level]] = [:]
    private var lists: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    private var counters: [String: [Int: Int]] = [:]

    private static let listLimit = 5_000

    init() {}

    init(_ xml: inout XMLReader) throws(DocumentError) {
        var abstractID: String?
        var list: String?
        var level: Int?
        var override: Int?
        while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                let value = xml.attribute("w:val")
                switch xml.name {
                case "w:abstractNum":
                    abstractID = xml.attribute("w:abstractNumId")
                    list = nil
                case "w:num":
                    list = xml.attribute("w:numId")
                    abstractID = nil
                case "w:abstractNumId": if let list, self.lists.count < Self.listLimit { self.lists[list] = value }
                case "w:lvlOverride": override = xml.attribute("w:ilvl").flatMap { Int($0) }
                case "w:startOverride":
                    if let list, let override { self.starts[list, default: [:]][override] = value.flatMap { Int($0) } }
                case "w:lvl":
                    level = xml.attribute("w:ilvl").flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
                    if let abstractID, let level, self.abstract.count < Self.listLimit {
                        self.abstract[abstractID, default: [:]][level] = Level()
                    }
                case "w:numFmt":
                    if let abstractID, let level { self.abstract[abstractID]?[level]?.format = value ?? "" }
                case "w:lvlText": if let abstractID, let level { self.abstract[abstractID]?[level]?.text = value ?? "" }
                case "w:start":
                    if let abstractID, let level {
                        self.abstract[abstractID]?[level]?.start = value.flatMap { Int($0) } ?? 1
                    }
                default: continue
                }
            case .end: if xml.name == "w:lvl" { level = nil }
            case .text: continue
            }
        }
    }

    /// Counts one more item. Lists that stand on one another count on together.
    /// - Returns: what stands before the item; nil for a bullet.
    mutating func next(_ list: String, _ level: Int) -> String? {
        guard let abstractID = self.lists[list], let levels = self.abstract[abstractID], let own = levels[level] else {
            return nil
        }
        let counter = self.starts[list] == nil ? abstractID : "list " + list
        var counts = self.counters[counter] ?? [:]
        counts[level] = counts[level].map { $0 &+ 1 } ?? self.starts[list]?[level] ?? own.start
        for deeper in counts.keys where deeper > level { counts[deeper] = nil }
        self.counters[counter] = counts
        guard own.format != "bullet", own.format != "none" else { return nil }
        var label = ""
        var isPlace = false
        for character in own.text {
            if isPlace, let place = character.wholeNumberValue, (1...9).contains(place) {
                label += Self.number(
                    counts[place - 1] ?? levels[place - 1]?.start ?? 1, levels[place - 1]?.format ?? "decimal")
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                label.append(character)
                isPlace = false
            }
        }
        return label
    }

    private static func number(_ number: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter", "upperLetter":
            guard (1...26).contains(number), let letter = Unicode.Scalar(UInt32(96 + number)) else {
                return String(number)
            }
            return format == "lowerLetter" ? String(letter) : String(letter).uppercased()
        case "lowerRoman", "upperRoman":
            guard (1...39).contains(number) else { return String(number) }
            let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
            let roman = String(repeating: "x", count: number / 10) + units[number % 10]
            return format == "lowerRoman" ? roman : roman.uppercased()
        default: return String(number)
        }
    }
}
