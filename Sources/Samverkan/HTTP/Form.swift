/// A form in which an answer can be had, by its media type.
enum Form: String, Sendable, CaseIterable {
    case json = "application/json"
    case html = "text/html"
    case csv = "text/csv"
    case plainText = "text/plain"
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// The one that the client prefers of those that there are (RFC 9110 §12.5.1); the first of them when it doesn't
    /// say, or likes several as much.
    ///
    /// - Throws: `notAcceptable` when the client takes none of them.
    static func chosen(by accept: String?, of available: [Form]) throws(Problem) -> Form {
        guard let accept, let first = available.first else { return available.first ?? .json }
        let ranges = accept.lowercased().split(separator: ",").compactMap(Range.init)
        // What holds no media range says nothing.
        if ranges.isEmpty { return first }
        var chosen: (form: Form, weight: Double)?
        for form in available {
            let weight =
                ranges.filter { $0.precision(for: form) > 0 }
                .max { $0.precision(for: form) < $1.precision(for: form) }?.weight ?? 0
            if weight > (chosen?.weight ?? 0) { chosen = (form, weight) }
        }
        guard let chosen else {
            throw Problem(
                .notAcceptable, "This answers as \(available.map(\.rawValue).joined(separator: ", ")).")
        }
        return chosen.form
    }

    /// A media range of an Accept header, with its weight.
    private struct Range {
        let type: Substring
        let weight: Double

        init?(_ text: Substring) {
            let parts = text.split(separator: ";").map { part in
                part.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
            }
            guard let type = parts.first, type.contains("/") else { return nil }
            self.type = type
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            self.weight = weight > 0 ? min(weight, 1) : 0
        }

        /// The more of the form's type it names, the more; 0 when it isn't of that type.
        func precision(for form: Form) -> Int {
            if self.type == form.rawValue { return 3 }
            if self.type == "*/*" { return 1 }
            return self.type.hasSuffix("/*") && form.rawValue.hasPrefix(self.type.dropLast()) ? 2 : 0
        }
    }
}
