/// What each side promises, and where it says so.
enum Promises {
    /// Who promises in a heading or a line that introduces promises: «Kommunen lovar», «Polisen ansvarar för att:».
    static func promisor(_ text: some StringProtocol) -> AgreementDocument.Promisor? {
        guard text.isAtMost(120) else { return nil }
        let key = text.key
        let words = key.split { !$0.isAlphabetic }
        let isSides =
            words.count <= 4 && words.contains { $0 == "löften" || $0 == "löfte" || $0 == "ska" }
            && self.side(key, otherwise: nil) != nil
        let promises =
            isSides
            || [
                "lovar", "löften från", "åtar sig", "kommunens löfte", "polisens löfte", "ansvarar för att",
                "ska tillsammans", "våra löften",
            ].contains(where: key.contains)
            || key.hasSuffix("polisens del") || key.hasSuffix("kommunens del")
        return promises ? self.side(key, otherwise: key.hasPrefix("vi ") || key.hasPrefix("våra ") ? .joint : nil) : nil
    }

    /// «Så följer vi upp», «Vi följer upp löftena genom»: what follows is no promise.
    static func isFollowUp(_ text: some StringProtocol) -> Bool {
        guard text.isAtMost(100) else { return false }
        let words = text.key.split { !$0.isAlphabetic }
        return words.contains("uppföljning") || words.contains("utvärdering")
            || words.contains { $0 == "följer" || $0 == "följs" } && words.contains("upp")
    }

    /// A heading that says who promises, and nothing more.
    static func isLabel(_ text: some StringProtocol) -> Bool {
        let known: Set = [
            "lovar", "löften", "löfte", "från", "åtar", "sig", "att", "kommunen", "kommunens", "polisen", "polisens",
            "kommun", "vi", "våra", "och", "tillsammans", "gemensamt", "gemensamma", "del",
            "ansvarar", "för", "ska", "medborgarlöfte", "medborgarlöften",
        ]
        return text.key.split { !$0.isAlphabetic }.allSatisfy { known.contains(String($0)) }
    }

    /// «Löfte 2 – Kommunen röjer sly»: where the promise begins.
    static func numbered(_ text: Substring) -> String.Index? {
        let words = Words(String(text.prefix(300)))
        guard ["löfte", "medborgarlöfte"].contains(words[0]), words[1].utf8.count <= 2, words.number(1) != nil,
            ["-", ":", "."].contains(words[2]), words.count > 3
        else { return nil }
        return text.index(
            text.startIndex,
            offsetBy: words.text.distance(from: words.text.startIndex, to: words.words[3].range.lowerBound))
    }

    /// Who promises in a sentence of its own: «Polisen lovar att göra minst 40 kontroller.»
    static func promisor(ofSentence text: some StringProtocol) -> AgreementDocument.Promisor? {
        let key = text.key
        let head = String(key.prefix(90))
        // «Polisen ska synas»: a side, and nothing else, is to.
        if let verb = head.firstRange(of: " ska "), head[..<verb.lowerBound].split(separator: " ").count <= 3,
            let side = self.side(String(head[..<verb.lowerBound]), otherwise: nil)
        {
            return side
        }
        guard head.contains("lovar") || head.contains("ska tillsammans") || head.hasPrefix("vi ska ") else {
            return nil
        }
        let subject = head.split(separator: " ").prefix { !["lovar", "ska"].contains($0) }.joined(separator: " ")
        return self.side(subject, otherwise: head.hasPrefix("vi ") ? .joint : nil)
    }

    /// Who is named by itself: «Polisen», «Kommunen och polisen».
    static func promisor(named text: some StringProtocol) -> AgreementDocument.Promisor? {
        self.side(text.key, otherwise: nil)
    }

    private static func side(_ key: String, otherwise: AgreementDocument.Promisor?) -> AgreementDocument.Promisor? {
        let (municipality, police) = (key.contains("kommun"), key.contains("polis"))
        if key.contains("tillsammans") || key.contains("gemensamt") || municipality && police { return .joint }
        if police { return .police }
        return municipality ? .municipality : otherwise
    }

    /// A part of the document about promises.
    static func isAbout(_ heading: some StringProtocol) -> Bool {
        let key = heading.key
        return key.contains("löfte") || key.contains("lovar")
    }
}
