/// Swedish personal identity numbers and coordination numbers (folkbokföringslagen 18 §, 1991:481): they have no place
/// in this service's texts.
package enum PersonalIdentityNumber {
    /// Whether the text holds a valid one: ten or twelve digits, or six or eight and then four, with up to three
    /// blanks, dashes and the like between them; a day that can be (coordination numbers add 60), and the right check
    /// digit.
    package static func isPresent(in text: some StringProtocol) -> Bool {
        self.firstLine(in: text) != nil
    }

    /// What people write between birth date and the last four digits, beside blanks, dashes of all kinds and invisible
    /// characters.
    private static let separators: Set<Unicode.Scalar> = ["-", "+", "_", ".", "/", ":", "(", ")", "\u{2212}"]

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        self.separators.contains(scalar) || scalar.properties.isWhitespace
            || [.format, .dashPunctuation].contains(scalar.properties.generalCategory)
    }

    /// Digits beside each other, of whatever script.
    private struct Group {
        var digits: [UInt8]
        let line: Int
        /// What stands between them and the group before.
        let gap: [Unicode.Scalar]
        var range: Range<String.Index>
        /// Ten digits beginning as a Swedish mobile number, or digits behind one capital letter, as a case of the
        /// police's has them.
        var isOtherNumber: Bool {
            if let last = self.gap.last, last.properties.isUppercase,
                self.gap.dropLast().last?.properties.isAlphabetic != true
            {
                return true
            }
            return self.digits.count == 10 && self.digits[0] == 0 && self.digits[1] == 7
                && [0, 2, 3, 6, 9].contains(self.digits[2])
        }
    }

    /// Where they stand in a document: lines, rows' or paragraphs' numbers. Cells of a row stand beside each other, and
    /// paragraphs below.
    static func lines(in tree: DocumentTree) -> [Int] {
        var found: [Int] = []
        for block in tree.blocks {
            guard case .table(let table) = block else { continue }
            for row in table.rows
            where self.mayHold(row.cells.flatMap { $0.paragraphs.map(\.text) })
                && self.isPresent(in: row.cells.map(\.read).joined(separator: "\t"))
            { found.append(row.place.number) }
        }
        let paragraphs = tree.paragraphs
        // One that a paragraph begins and the next one ends.
        for (before, after) in zip(paragraphs, paragraphs.dropFirst()) where self.mayHold([before.text, after.text]) {
            let (end, start) = (before.text.suffix(20), after.text.prefix(20))
            if self.isPresent(in: end + "\n" + start), !self.isPresent(in: end), !self.isPresent(in: start) {
                found += [after.place.number, before.place.number]
            }
        }
        found += paragraphs.filter { self.isPresent(in: $0.text) }.map(\.place.number)
        return found + tree.marks.filter { self.isPresent(in: $0.text) }.map(\.place.number)
    }

    /// The first of them.
    static func firstLine(in tree: DocumentTree) -> Int? { self.lines(in: tree).first }

    /// Fewer than ten digits make none.
    private static func mayHold(_ texts: some Sequence<String>) -> Bool {
        var digits = 0
        return texts.contains { self.count($0, &digits) }
    }

    private static func mayHold(_ text: some StringProtocol) -> Bool {
        var digits = 0
        return self.count(text, &digits)
    }

    /// Digits of other scripts begin with U+0660; dashes and quotation marks, whose first byte is E2, are none.
    private static func count(_ text: some StringProtocol, _ digits: inout Int) -> Bool {
        var found = digits
        let isForeign = text.withBytes { bytes in
            bytes.contains { byte in
                if byte >= 0x30, byte <= 0x39 { found += 1 }
                return byte >= 0xD9 && byte != 0xE2
            }
        }
        digits = found
        return isForeign || digits >= 10
    }

    /// The line, from 1, of the first one.
    package static func firstLine(in text: some StringProtocol) -> Int? { self.first(in: text)?.line }

    /// The text with its digits as bullets.
    static func masked(_ text: String) -> String {
        var masked = text
        while let found = self.first(in: masked) {
            masked.replaceSubrange(found.range, with: masked[found.range].map { $0.isNumber ? "•" : $0 })
        }
        return masked
    }

    private static func first(in text: some StringProtocol) -> (line: Int, range: Range<String.Index>)? {
        if !self.mayHold(text) { return nil }
        var line = 1
        var groups: [Group] = []
        var gap: [Unicode.Scalar] = []
        var inDigits = false
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                let end = scalars.index(after: index)
                if inDigits {
                    groups[groups.count - 1].digits.append(UInt8(value))
                    groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<end
                } else {
                    groups.append(Group(digits: [UInt8(value)], line: line, gap: gap, range: index..<end))
                }
                inDigits = true
                gap = []
            } else {
                inDigits = false
                // Four say that the groups have nothing to do with each other.
                if gap.count < 4 { gap.append(scalar) }
                if scalar == "\n" { line += 1 }
            }
        }
        for (index, group) in groups.enumerated() {
            if [10, 12].contains(group.digits.count), !group.isOtherNumber, self.isValid(group.digits) {
                return (group.line, group.range)
            }
            guard group.digits.count == 4, index > 0 else { continue }
            let before = groups[index - 1]
            if before.isOtherNumber { continue }
            if [6, 8].contains(before.digits.count), (1...3).contains(group.gap.count),
                group.gap.allSatisfy(self.isSeparator), self.isValid(before.digits + group.digits)
            {
                return (before.line, before.range.lowerBound..<group.range.upperBound)
            }
            // A date with dashes: only with a dash behind it, too, or two dates beside each other would be one.
            if index > 2, groups[(index - 3)..<index].map(\.digits.count) == [4, 2, 2],
                groups[(index - 2)...index].allSatisfy({ $0.gap == ["-"] }),
                self.isValid(groups[(index - 3)...index].flatMap(\.digits))
            {
                return (groups[index - 3].line, groups[index - 3].range.lowerBound..<group.range.upperBound)
            }
        }
        return nil
    }

    private static func isValid(_ all: [UInt8]) -> Bool {
        let digits = Array(all.suffix(10))
        if all.count == 12, !["18", "19", "20"].contains("\(all[0])\(all[1])") { return false }
        let month = Int(digits[2]) * 10 + Int(digits[3])
        let day = Int(digits[4]) * 10 + Int(digits[5])
        guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
        // Luhn: every other digit doubled from the first, digit sums added, a multiple of ten.
        let sum = digits.enumerated().reduce(0) { sum, item in
            let value = Int(item.element) * (item.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return sum.isMultiple(of: 10)
    }
}
