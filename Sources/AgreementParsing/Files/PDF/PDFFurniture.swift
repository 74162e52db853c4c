/// Heads and feet of pages: what stands first or last at the same place on many, apart from the text, and the pages' numbers.
struct PDFFurniture {
    private var repeated: Set<Spot> = []

    private struct Spot: Hashable {
        let isHead: Bool
        /// From the page's edge, in points.
        let distance: Int
        let text: String
    }

    /// How much of a page its head and its foot may take.
    private static let share = 0.13

    /// - Parameter pages: the lines of each page that stand in no table.
    init(_ pages: [PDFReader.LaidOut]) {
        var seen: [Spot: Int] = [:]
        for page in pages {
            for spot in Set(page.lines.compactMap { Self.spot($0, page) }) { seen[spot, default: 0] += 1 }
        }
        self.repeated = Set(seen.filter { $0.value >= max(2, pages.count / 4) }.keys)
    }

    func isFurniture(_ line: PDFLine, _ page: PDFReader.LaidOut) -> Bool {
        guard let spot = Self.spot(line, page) else { return false }
        return self.repeated.contains(spot) || PageFurniture.isPageNumber(spot.text) || !spot.isHead && spot.text.count <= 3 && spot.text.allSatisfy(\.isNumeric)
    }

    static func text(_ line: PDFLine) -> String { line.parts.flatMap { $0.words.map(\.text) }.joined(separator: " ") }

    /// - Returns: nil for a line that is part of the text.
    private static func spot(_ line: PDFLine, _ page: PDFReader.LaidOut) -> Spot? {
        let height = page.page.height
        let isHead = line.box.bottom < height * self.share
        guard isHead || line.box.top > height * (1 - self.share) else { return nil }
        // Between it and the text is more than between the text's lines.
        let others = page.lines.map(\.box) + page.tables.map(\.box)
        let room = line.box.height * 0.75
        if isHead {
            let inner = others.filter { $0.top > line.box.top + 1 && $0.bottom < height * self.share }.map(\.bottom).max() ?? line.box.bottom
            if others.contains(where: { $0.bottom >= height * self.share && $0.top < inner + room }) { return nil }
        } else {
            let inner = others.filter { $0.bottom < line.box.bottom - 1 && $0.top > height * (1 - self.share) }.map(\.top).min() ?? line.box.top
            if others.contains(where: { $0.top <= height * (1 - self.share) && $0.bottom > inner - room }) { return nil }
        }
        let text = self.text(line)
        return Spot(isHead: isHead, distance: Int((isHead ? line.box.top : height - line.box.bottom).rounded()), text: text)
    }
}
