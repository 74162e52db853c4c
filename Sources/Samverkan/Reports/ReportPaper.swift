/// A report as it is put before a committee: what is proposed first, then what was promised, done and not done.
enum ReportPaper {
    static let paper = Paper(
        title: { report, _ in report["title"].text ?? "" },
        mark: { report, frame in
            switch report["status"].text {
            case "draft": "Utkast"
            case "sent", nil: nil
            case let status: frame.words("ReportStatus", status).capitalisedFirst
            }
        },
        content: { html, report, frame in
            let content = report["content"]
            Self.facts(&html, report, frame)
            html.section(
                "Förslag till beslut",
                report["proposedDecision"].text ?? "Inget beslut föreslås. Redovisningen lämnas till kännedom.")
            html.section("Sammanfattning", report["commentary"].text)
            Self.figures(&html, content["figures"], frame)
            Self.promises(&html, content["promises"].items, frame)
            let commentaries = report["commentaries"].items
            for (number, area) in content["areas"].items.enumerated() {
                Self.area(&html, area, number + 1, commentaries, frame)
            }
            Self.indicators(&html, content["indicators"].items, "Indikatorer för hela planen")
            Self.work(&html, content["unplannedWork"].items, "Utöver planen, i områden som inte finns kvar")
            Self.dropped(&html, content["droppedMeasures"].items, "Åtgärder som utgick under året")
            Self.unreported(&html, content["unreported"].items)
            Self.nextYear(&html, report["nextYear"].text, content["nextYear"])
            Self.dispatches(&html, report, frame)
        })

    private static func facts(_ html: inout HTMLWriter, _ report: Paper.Value, _ frame: PaperFrame) {
        let plan = report["content"]["plan"]
        html.facts([
            (frame.letterhead.planTitle, plan["year"].text),
            ("Period", Swedish.period(plan["period"])),
            ("Sammanställd", report["content"]["reportedUntil"].text),
            ("Status", frame.words("ReportStatus", report["status"].text)),
            ("Skickad", report["sentOn"].text),
            ("Till", report["dispatches"].items.compactMap { $0["bodyName"].text }.joined(separator: "; ")),
            ("Ny version för att", report["revisionReason"].text),
            ("Återkallad", report["withdrawnOn"].text),
            ("Skäl", report["withdrawalReason"].text),
            ("Diarienummer", report["registrationNumber"].text),
            ("Upprättad av", report["preparedBy"].text),
            ("SHA-256", report["contentSha256"].text),
        ])
    }

    private static func figures(_ html: inout HTMLWriter, _ figures: Paper.Value, _ frame: PaperFrame) {
        let statuses = figures["statuses"].items.filter { ($0["count"].int ?? 0) > 0 || ($0["previous"].int ?? 0) > 0 }
        if statuses.isEmpty { return }
        let before = figures["previousYear"].text
        html.element(.section) { html in
            html.element(.h2, text: "Läget i siffror")
            html.line()
            html.element(.table) { html in
                html.element(.caption, text: "Antal åtgärder efter läge")
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        html.element(.th, .scope("col"), text: "Läge")
                        html.element(.th, .scope("col"), text: "Antal")
                        if let before { html.element(.th, .scope("col"), text: before) }
                    }
                }
                html.element(.tbody) { html in
                    for status in statuses {
                        html.element(.tr) { html in
                            html.element(
                                .th, .scope("row"), .under("Läge"),
                                text: frame.words("MeasureStatus", status["status"].text))
                            html.cell(under: "Antal", status["count"].text)
                            if before != nil { html.cell(under: "Året före", status["previous"].text ?? "–") }
                        }
                    }
                    html.element(.tr) { html in
                        html.element(.th, .scope("row"), .under("Läge")) { $0.element(.strong, text: "alla") }
                        html.cell(under: "Antal", figures["measures"].text)
                        if before != nil { html.cell(under: "Året före", figures["previousMeasures"].text ?? "–") }
                    }
                }
            }
        }
        html.line()
    }

    private static func promises(_ html: inout HTMLWriter, _ promises: [Paper.Value], _ frame: PaperFrame) {
        if promises.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: "Det här lovades")
            html.line()
            for promise in promises {
                html.element(.h3, text: "Lovat av: \(frame.words("Promisor", promise["promisor"].text))")
                html.prose(promise["text"])
                html.note("Återtaget", promise["withdrawalReason"].text)
                for outcome in promise["outcomes"].items {
                    html.note(
                        "Utfall \(Swedish.period(outcome["period"]) ?? "")",
                        [frame.words("Verdict", outcome["verdict"].text), outcome["text"].text]
                            .compactMap(\.self).joined(separator: ". "))
                    html.note("Skäl", outcome["reason"].text)
                    html.note("Gjort", Swedish.quantity(outcome))
                }
            }
        }
        html.line()
    }

    private static func area(
        _ html: inout HTMLWriter, _ area: Paper.Value, _ number: Int, _ commentaries: [Paper.Value],
        _ frame: PaperFrame
    ) {
        let title = (area["title"].text ?? "").heading
        html.element(.section) { html in
            html.element(.h2, text: "\(number). \(title)")
            html.line()
            if let commentary = commentaries.first(where: { $0["areaId"].text == area["id"].text }) {
                html.prose(commentary["text"])
            }
            let measures = area["measures"].items
            if measures.isEmpty {
                html.element(.p, text: "Området har ingen åtgärd.")
            } else {
                html.element(.table, .kind("measures")) { html in
                    html.element(.caption, text: "Åtgärder: \(title)")
                    html.head("Åtgärd", "Läge", "Ansvarig", "Uppföljning")
                    html.element(.tbody) { html in for measure in measures { Self.row(&html, measure, frame) } }
                }
                html.line()
            }
            Self.indicators(&html, area["indicators"].items, "Indikatorer: \(title)")
            Self.work(&html, area["unplannedWork"].items, "Utöver planen: \(title)")
        }
        html.line()
    }

    private static func row(_ html: inout HTMLWriter, _ measure: Paper.Value, _ frame: PaperFrame) {
        html.element(.tr) { html in
            html.element(.td, .under("Åtgärd")) { html in
                html.prose(measure["text"])
                html.note("Orsak", measure["cause"].text)
                html.note("Mål", measure["target"].text)
            }
            html.element(.td, .under("Läge")) { html in
                html.element(
                    .p, .kind("state"), text: frame.words("MeasureStatus", measure["status"].text).capitalisedFirst)
                html.note("Planerat", Swedish.quantity(measure["planned"]))
                let done = measure["reported"].items.compactMap { Swedish.quantity($0) }
                html.note("Gjort", done.joined(separator: ", "))
            }
            html.element(.td, .under("Ansvarig")) { html in
                for party in measure["responsibleParties"].items {
                    html.element(
                        .p,
                        text: (party["name"].text ?? "") + (party["lead"].isTrue ? ", samordnar" : "") + ": "
                            + frame.words("MeasureStatus", party["status"].text))
                }
            }
            html.element(.td, .under("Uppföljning")) { html in
                for followUp in measure["followUps"].items { Self.followUp(&html, followUp, frame) }
            }
        }
        html.line()
    }

    private static func followUp(_ html: inout HTMLWriter, _ followUp: Paper.Value, _ frame: PaperFrame) {
        let who = followUp["responsibleParty"]["name"].text ?? "Åtgärden som helhet"
        let said = [
            followUp["text"].text ?? frame.words("ReportedStatus", followUp["status"].text),
            followUp["reason"].text.map { "Skäl: \($0)" }, Swedish.quantity(followUp),
        ]
        html.note(
            "\(who), \(followUp["period"]["end"].text ?? "")", said.compactMap(\.self).joined(separator: " – "))
    }

    private static func indicators(_ html: inout HTMLWriter, _ indicators: [Paper.Value], _ caption: String) {
        if indicators.isEmpty { return }
        html.element(.table) { html in
            html.element(.caption, text: caption)
            html.head("Indikator", "Utgångsläge", "Värden", "Mål")
            html.element(.tbody) { html in
                for indicator in indicators {
                    html.element(.tr) { html in
                        PaperParts.indicator(&html, indicator) { html in
                            html.cell(
                                under: "Värden",
                                indicator["values"].items.map {
                                    "\(Swedish.number($0["value"].text) ?? "") (\($0["date"].text ?? ""))"
                                }.joined(separator: ", "))
                        }
                    }
                }
            }
        }
        html.line()
    }

    private static func work(_ html: inout HTMLWriter, _ work: [Paper.Value], _ heading: String) {
        if work.isEmpty { return }
        html.element(.h3, text: heading)
        html.element(.ul) { html in
            for item in work {
                let parts = [
                    item["responsibleParty"]["name"].text, Swedish.period(item["period"]), Swedish.quantity(item),
                ]
                html.element(
                    .li, text: "\(item["text"].text ?? "") (\(parts.compactMap(\.self).joined(separator: ", ")))")
            }
        }
        html.line()
    }

    private static func dropped(_ html: inout HTMLWriter, _ measures: [Paper.Value], _ heading: String) {
        if measures.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: heading)
            html.element(.ul) { html in
                for measure in measures {
                    html.element(.li, text: "\(measure["text"].text ?? "") Skäl: \(measure["reason"].text ?? "–")")
                }
            }
        }
        html.line()
    }

    private static func unreported(_ html: inout HTMLWriter, _ unreported: [Paper.Value]) {
        if unreported.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: "Svar saknas")
            html.element(.ul) { html in
                for item in unreported {
                    let count = item["count"].int ?? 0
                    html.element(
                        .li,
                        text:
                            "\(item["responsibleParty"]["name"].text ?? ""): \(count) \(count == 1 ? "åtgärd" : "åtgärder")"
                    )
                }
            }
        }
        html.line()
    }

    private static func nextYear(_ html: inout HTMLWriter, _ text: String?, _ next: Paper.Value) {
        if text == nil, next.isNull { return }
        html.element(.section) { html in
            html.element(.h2, text: "Det här ändras nästa år")
            html.line()
            if let text { html.prose(text) }
            guard let year = next["year"].text else { return }
            let kept = next["kept"].int ?? 0
            html.element(
                .p, text: "Planen för \(year) behåller \(kept) \(kept == 1 ? "åtgärd" : "åtgärder") oförändrade.")
            let lines =
                next["new"].items.map { "Ny: \($0["text"].text ?? "")" }
                + next["changed"].items.map { "Ändrad: \($0["text"].text ?? "")" }
                + next["dropped"].items.map {
                    "Utgår: \($0["text"].text ?? "")" + ($0["reason"].text.map { " Skäl: \($0)" } ?? "")
                }
            if !lines.isEmpty {
                html.element(.ul) { html in for line in lines { html.element(.li, text: line) } }
            }
        }
        html.line()
    }

    private static func dispatches(_ html: inout HTMLWriter, _ report: Paper.Value, _ frame: PaperFrame) {
        let (dispatches, decisions) = (
            report["dispatches"].items.filter { !$0["sentOn"].isNull }, report["decisions"].items
        )
        if !dispatches.isEmpty {
            html.element(.section) { html in
                html.element(.h2, text: "Mottagare")
                html.element(.table) { html in
                    html.element(.caption, text: "Vart redovisningen skickades, och när den togs emot")
                    html.head("Mottagare", "Skickad", "Mottagen", "Diarienummer")
                    html.element(.tbody) { html in
                        for dispatch in dispatches {
                            html.element(.tr) { html in
                                html.element(
                                    .th, .scope("row"), .under("Mottagare"), text: dispatch["bodyName"].text ?? "")
                                html.cell(under: "Skickad", dispatch["sentOn"].text)
                                html.cell(under: "Mottagen", dispatch["receivedOn"].text)
                                html.cell(under: "Diarienummer", dispatch["registrationNumber"].text)
                            }
                        }
                    }
                }
            }
            html.line()
        }
        if !decisions.isEmpty {
            html.element(.section) { html in
                html.element(.h2, text: "Beslut om redovisningen")
                html.element(.ul) { html in
                    for decision in decisions {
                        let parts = [
                            Swedish.decision(decision), frame.words("DecisionOutcome", decision["outcome"].text),
                            decision["text"].text,
                        ]
                        html.element(.li, text: parts.compactMap(\.self).joined(separator: ": "))
                    }
                }
            }
            html.line()
        }
    }
}
