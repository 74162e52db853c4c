/// Words that a line runs through.
enum PDFStrike {
    /// How much of the word is struck.
    static func share(_ word: PDFWord, _ drawing: PDFDrawing) -> Double {
        let (box, height) = (word.box, word.box.height)
        guard box.width > 0 else { return 0 }
        return drawing.level.reduce(0) { share, line in
            guard line.at > box.top + height * 0.4, line.at < box.bottom - height * 0.28 else { return share }
            return max(share, (min(line.to, box.right) - max(line.from, box.left)) / box.width)
        }
    }
}
