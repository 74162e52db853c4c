/// Heads and feet of pages within a text that was copied out of pages: what stands together with the page's number.
struct PageFurniture {
    /// By the line's place: what it says beside the page's number; empty for what has been said before.
    private(set) var furniture: [Int: String] = [:]

    init(_ lines: [String]) {
        guard lines.contains(where: { Self.isPageNumber($0.trimmed) }) else { return }
        var said: Set<String> = []
        var index = 0
        while index < lines.count {
            let start = index
            while index < lines.count, !lines[index].trimmed.isEmpty { index += 1 }
            let block = start..<index
            index += 1
            guard block.count <= 6, block.contains(where: { Self.isPageNumber(lines[$0].trimmed) }) else { continue }
            for place in block {
                let text = lines[place].trimmed
                self.furniture[place] = Self.isPageNumber(text) || !said.insert(text).inserted ? "" : text
            }
        }
    }

    /// The word for a page, whose number is a field.
    static func isOnlyPage(_ text: String) -> Bool {
        ["sida", "sidan", "sid", "sida av", "sidan av", "sid av", "av"].contains(
            String(text.key.filter { $0.isAlphabetic || $0 == " " }).key)
    }

    /// «Sida 2 av 3», «Sid 2 (3)», «2 (3)», «2/3».
    static func isPageNumber(_ text: String) -> Bool {
        guard text.count <= 20, text.contains(where: \.isNumeric) else { return false }
        var rest = text.key
        let isNamed = ["sida ", "sidan ", "sid ", "sid. ", "s. "].contains { rest.hasPrefix($0) }
        if isNamed { rest = rest.drop { $0.isAlphabetic || $0 == "." || $0 == " " }.trimmed }
        let numbers = rest.split { !$0.isNumeric }
        let marks = rest.filter { !$0.isNumeric && !$0.isBlank }
        return isNamed
            ? numbers.count <= 2 && ["", "av", "()", "/"].contains(marks) : numbers.count == 2 && marks == "()"
    }
}
