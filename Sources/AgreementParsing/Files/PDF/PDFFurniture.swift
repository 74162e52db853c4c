/// Heads and feet of pages: what stands first or last at the same place on many, apart from the text, and the pages'
/// numbers.
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
        return self.repeated.contains(spot) || PageFurniture.isPageNumber(spot.text)
            || !spot.isHead && spot.text.count <= 3 && spot.text.allSatisfy(\.isNumeric)
    }

    static func text(_ line: PDFLine) -> String { line.parts.flatMap { $0.words.map(\.text) }.joined(separator: " ") }

    /// - Returns: nil for a line that is part of the text.
    private static func spot(_ line: PDFLine, _ page: PDFReader.LaidOut) -> Spot? {
        let height = page.page.height
        let isHead = line.box.bottom < height * self.share
        guard isHead || line.box.top > height * (1 - self.share) else { return nil }
        // Somewhere between it and the text is more than between the text's lines.
        let others = page.lines.map(\.box) + page.tables.map(\.box)
        let room = line.box.height * 0.75
        var edge = isHead ? line.box.bottom : line.box.top
        while true {
            if isHead {
                guard
                    let next = others.filter({ $0.top > edge - 2 && $0.bottom > edge + 1 }).min(by: { $0.top < $1.top })
                else { break }
                if next.top > edge + room { break }
                edge = next.bottom
                if edge > height * self.share * 1.5 { return nil }
            } else {
                guard
                    let next = others.filter({ $0.bottom < edge + 2 && $0.top < edge - 1 }).max(by: {
                        $0.bottom < $1.bottom
                    })
                else { break }
                if next.bottom < edge - room { break }
                edge = next.top
                if edge < height * (1 - self.share * 1.5) { return nil }
            }
        }
        let text = self.text(line)
        // The numbers of pages differ.
        return Spot(
            isHead: isHead, distance: Int((isHead ? line.box.top : height - line.box.bottom).rounded()),
            text: String(text.map { $0.isNumeric ? "#" : $0 }))
    }
}
