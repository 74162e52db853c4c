/// What the situational picture stands on.
enum Sources {
    private static let kinds: [(AgreementDocument.SourceKind, [String])] = [
        (.est, ["(est)", "effektiv samordning"]),
        (.earlierWork, ["tidigare arbete", "tidigare erfarenhet", "erfarenheter"]),
        (.safetyWalk, ["trygghetsvandring"]),
        (.survey, ["enkät", "trygghetsmätning", "undersökning"]),
        (.staffDialogue, ["medarbetardialog", "personaldialog"]),
        (.citizenDialogue, ["medborgardialog", "invånardialog", "dialog med medborgare", "samtal med invånar"]),
        (.statistics, ["statistik"]),
        (.localMapping, ["kartläggning"]),
    ]

    private static let leads = [
        "baserad på ", "baserat på ", "baseras på ", "grundad på ", "grundas på ", "grundar sig på ", "bygger på ",
        "vilar på ", "utgår från ", "utgår ifrån ", "utgår i ", "med hjälp av ",
        "består av ", "består av: ", "följande underlag: ", "följande källor: ", "underlag: ", "utifrån ",
    ]

    static func kind(of text: String) -> AgreementDocument.SourceKind {
        let key = " " + text.lowercased() + " "
        if key.contains(" est ") { return .est }
        return Self.kinds.first { $0.1.contains { key.contains($0) } }?.0 ?? .other
    }

    /// The sources listed in a sentence such as «… en lägesbild baserad på statistik, enkäter samt
    /// trygghetsvandringar.»
    static func inSentence(_ text: String, line: Int) -> [AgreementDocument.Source] {
        func speaks(_ key: String) -> Bool {
            ["lägesbild", "problembild", "underlag", "löftet bygger", "löftena bygger", "planen bygger"].contains(
                where: key.contains)
        }
        guard speaks(text.key) else { return [] }
        for sentence in Sentences.split(text) where sentence.utf8.count <= 4_000 && speaks(sentence.key) {
            // What stands on the picture itself, or on an agreement, names no source; what that one stands on does.
            let listed = self.leads.flatMap { sentence.ranges(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }.lazy
                .map { sentence[$0.upperBound...].trimmingSuffix(".") }
                .first { listed in
                    !listed.isEmpty
                        && !["avtal", "överenskommelse", "lägesbild", "problembild"].contains(
                            where: listed.lowercased().prefix(60).contains)
                }
            guard let listed else { continue }
            var parts = listed.split(separator: ",").map { $0.trimmed }
            if let last = parts.popLast() {
                let joint = last.contains(" samt ") ? " samt " : " och "
                if let range = last.ranges(of: joint).last {
                    parts += [String(last[..<range.lowerBound]), String(last[range.upperBound...])]
                } else {
                    parts.append(last)
                }
            }
            return parts.map { $0.trimmed }.filter { !$0.isEmpty }.map {
                .init(line: line, kind: Self.kind(of: $0), title: $0)
            }
        }
        return []
    }
}
