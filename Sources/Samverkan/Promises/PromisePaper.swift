/// A citizen promise as it is read, with how it came out.
enum PromisePaper {
    static let paper = Paper(
        title: { promise, frame in
            switch promise["promisor"].text {
            case "joint": "Medborgarlöfte från \(frame.letterhead.authority) och Polisen"
            case "police": "Medborgarlöfte från Polisen"
            default: "Medborgarlöfte från \(frame.letterhead.authority)"
            }
        },
        mark: { promise, frame in
            switch promise["status"].text {
            case "draft": "Utkast"
            case "published", nil: nil
            case let status: frame.words("PromiseStatus", status).capitalisedFirst
            }
        },
        content: { html, promise, frame in
            html.prose(promise["text"].text ?? "Löftet har ingen text än.")
            html.facts([
                ("Gäller", Swedish.period(promise["period"])),
                ("Lovas av", frame.words("Promisor", promise["promisor"].text)),
                ("Status", frame.words("PromiseStatus", promise["status"].text)),
                ("Publicerat", promise["publishedOn"].text),
                ("Återtaget", promise["withdrawnOn"].text),
                ("Skäl", promise["withdrawalReason"].text),
                ("Ändrat för att", promise["revisionReason"].text),
                ("Upprättat av", promise["preparedBy"].text),
            ])
            let outcomes = promise["outcomes"].items
            if !outcomes.isEmpty {
                html.element(.section) { html in
                    html.element(.h2, text: "Utfall")
                    html.line()
                    html.element(.table) { html in
                        html.element(.caption, text: "Hur löftet har hållits")
                        html.head("Period", "Bedömning", "Utfall", "Status")
                        html.element(.tbody) { html in
                            for outcome in outcomes { Self.row(&html, outcome, frame) }
                        }
                    }
                }
                html.line()
            }
            PaperParts.approvals(&html, promise["approvals"].items, frame)
        })

    private static func row(_ html: inout HTMLWriter, _ outcome: Paper.Value, _ frame: PaperFrame) {
        html.element(.tr) { html in
            let (start, end) = (outcome["periodStart"].text ?? "", outcome["periodEnd"].text ?? "")
            html.element(
                .th, .scope("row"), .under("Period"), text: start == end ? start : "\(start) – \(end)")
            html.cell(under: "Bedömning", frame.words("Verdict", outcome["verdict"].text))
            html.element(.td, .under("Utfall")) { html in
                html.prose(outcome["text"])
                html.note("Skäl", outcome["reason"].text)
                html.note("Gjort", Swedish.quantity(outcome))
            }
            html.cell(under: "Status", frame.words("PromiseOutcomeStatus", outcome["status"].text))
        }
        html.line()
    }
}
