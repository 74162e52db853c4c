/// A document that names another municipality or district may be the wrong one.
enum OtherNames {
    private static let notNames: Set = [
        "varje", "vår", "denna", "en", "ingen", "annan", "hela", "respektive", "berörd", "i", "inom", "mellan", "och",
        "av", "på", "för",
    ]

    static func warnings(_ tree: DocumentTree, municipality: String?, district: String?) -> [AgreementDocument.Warning]
    {
        var warnings: [AgreementDocument.Warning] = []
        var told: Set<String> = []
        for paragraph in tree.paragraphs
        where paragraph.key.contains("kommun") || paragraph.key.contains("lokalpolisområde") {
            // Word by word: a pattern would look again and again through a long text.
            let words = paragraph.text.split(whereSeparator: \.isBlank)
            for (index, word) in words.enumerated() {
                let key = word.lowercased().trimmingSuffix(".,;:!?")
                if let municipality, key == "kommun" || key == "kommuns", index > 0 {
                    let name = String(words[index - 1])
                    let own = municipality.lowercased()
                    if !Self.isName(name) || [own, own + "s"].contains(name.lowercased())
                        || Self.notNames.contains(name.lowercased())
                    {
                        continue
                    }
                    if told.insert(name.lowercased()).inserted {
                        warnings.append(
                            .init(
                                code: .otherMunicipality, line: paragraph.place.number,
                                text: "Dokumentet nämner en annan kommun: «\(name) kommun»"))
                    }
                } else if let district, word.last != ":", key == "lokalpolisområde" || key == "lokalpolisområdet" {
                    let name = words[(index + 1)...].prefix(4).prefix { Self.isName($0.trimmingSuffix(".,;:!?")) }.map {
                        $0.trimmingSuffix(".,;:!?")
                    }.joined(separator: " ")
                    let found = name.lowercased()
                    let own = district.lowercased()
                    if name.isEmpty || found.hasPrefix(own) || own.hasPrefix(found) { continue }
                    if told.insert("district " + found).inserted {
                        warnings.append(
                            .init(
                                code: .otherDistrict, line: paragraph.place.number,
                                text: "Dokumentet nämner ett annat lokalpolisområde: «\(name)»"))
                    }
                }
            }
        }
        return warnings
    }

    private static func isName(_ word: some StringProtocol) -> Bool {
        word.first?.isUppercase == true && word.count <= 40 && word.allSatisfy { $0.isAlphabetic || $0 == "-" }
    }
}
