/// An agreement as it is read, signed in ink, or shown with the signatures that were made.
enum AgreementPaper {
    static let paper = Paper(
        title: { agreement, _ in agreement["title"].text ?? "" },
        mark: { agreement, frame in
            switch agreement["status"].text {
            case "draft": "Utkast"
            case "signed", nil: nil
            case let status: frame.words("AgreementStatus", status).capitalisedFirst
            }
        },
        content: { html, agreement, frame in
            html.facts([
                ("Parter", Swedish.list(agreement["parties"].items.compactMap(\.text))),
                ("Avtalsperiod", Swedish.period(agreement["period"])),
                ("Gäller till", Self.end(agreement)),
                ("Status", Self.status(agreement, frame)),
                ("Uppsägning", agreement["noticeMonths"].int.map { "senast \($0) månader före periodens slut" }),
                (
                    "Förlängs annars",
                    agreement["tacitProlongationMonths"].int.map { "med \($0) månader i taget" }
                ),
                ("Uppsagd", agreement["terminationReason"].text),
                ("Beslut", Swedish.decision(agreement["decision"])),
                ("Diarienummer", agreement["registrationNumber"].text),
                ("Upprättad av", agreement["preparedBy"].text),
            ])
            html.section("Syfte", agreement["purpose"].text)
            html.section("Vad överenskommelsen omfattar", agreement["scope"].text)
            for section in agreement["sections"].items {
                html.section(section["heading"].text ?? "", section["text"].text)
            }
            html.section("Vad som ligger utanför", agreement["outsideScope"].text)
            Self.prolongations(&html, agreement["prolongations"].items, frame)
            PaperParts.signatures(&html, agreement["signatures"].items, frame)
        })

    /// Where it is another day than the period's last.
    private static func end(_ agreement: Paper.Value) -> String? {
        let end = agreement["effectiveEnd"].text
        return end == agreement["period"]["end"].text ? nil : end ?? "tills vidare"
    }

    private static func status(_ agreement: Paper.Value, _ frame: PaperFrame) -> String {
        let status = frame.words("AgreementStatus", agreement["status"].text)
        guard let phase = agreement["phase"].text else { return status }
        return "\(status), \(frame.words("AgreementPhase", phase))"
    }

    private static func prolongations(_ html: inout HTMLWriter, _ prolongations: [Paper.Value], _ frame: PaperFrame) {
        if prolongations.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: "Förlängningar")
            html.line()
            for prolongation in prolongations {
                let end = prolongation["effectiveEnd"].text.map { "till \($0)" } ?? "tills vidare"
                html.element(
                    .h3,
                    text: "Förlängning \(end) (\(frame.words("ProlongationStatus", prolongation["status"].text)))")
                html.prose(prolongation["reason"])
                html.element(.ul) { html in
                    for signature in prolongation["signatures"].items {
                        let signer = [
                            frame.words("Party", signature["party"].text), signature["name"].text,
                            signature["title"].text,
                            signature["date"].text ?? "inte undertecknad än",
                        ].compactMap(\.self).filter { !$0.isEmpty }
                        html.element(.li, text: signer.joined(separator: ", "))
                    }
                }
                html.line()
            }
        }
        html.line()
    }
}
