extension StringProtocol {
    var trimmed: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    func trimmingSuffix(_ characters: String) -> String {
        var slice = Substring(self)
        while let last = slice.last, characters.contains(last) || last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// For comparing names: small letters, no punctuation at the ends, single spaces.
    var comparisonKey: String {
        self.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingSuffix(".,;:!").trimmed
    }
}
