/// Marks before the items of a list.
enum PDFBullet {
    private static let bullets: Set<String> = [
        "•", "·", "▪", "◦", "○", "●", "■", "□", "➢", "➤", "\u{F0B7}", "\u{F0A7}", "-", "–", "—", "*",
    ]

    /// Nothing but a mark.
    static func isMark(_ words: [PDFWord]) -> Bool { words.count == 1 && self.mark(words) != nil }

    /// - Returns: the label of a counted item, or one without a label for a bullet; nil for what is no item.
    static func mark(_ words: [PDFWord]) -> Paragraph.ListMark? {
        guard let first = words.first?.text else { return nil }
        if self.bullets.contains(first)
            || first.unicodeScalars.count == 1
                && first.unicodeScalars.allSatisfy({ (0xE000...0xF8FF).contains($0.value) })
        {
            return .init(level: 0, label: nil)
        }
        // The letter that Word takes for a bullet of the second level stands far from its text.
        if first == "o", words.count > 1, words[1].box.left - words[0].box.right > words[0].box.height * 0.7 {
            return .init(level: 1, label: nil)
        }
        guard let last = first.last, ".)".contains(last), first.count <= 3,
            first.dropLast().allSatisfy({ $0.isASCII && $0.isNumeric }), first.count > 1, words.first?.isBold == false
        else { return nil }
        return .init(level: 0, label: first)
    }
}
