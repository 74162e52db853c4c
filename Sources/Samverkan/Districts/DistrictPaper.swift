/// A district's overview and its measures as they are printed for a meeting of the district's management.
enum DistrictPaper {
    static let overview = Paper(
        title: { overview, _ in "Lägesöversikt \(overview["asOf"].text ?? "")" },
        content: { html, overview, frame in
            let (totals, municipalities) = (overview["totals"], overview["municipalities"].items)
            let count = totals["municipalities"].text ?? "0"
            html.facts([
                ("Gällande överenskommelse", "\(totals["withAgreement"].text ?? "0") av \(count) kommuner"),
                ("Gällande handlingsplan", "\(totals["withPlan"].text ?? "0") av \(count) kommuner"),
                ("Åtgärder", Self.counted(totals["measures"], frame)),
                ("Planerna året innan", Self.counted(totals["yearBefore"], frame)),
            ])
            Self.municipalities(&html, municipalities, totals["measures"])
            Self.themes(&html, overview["themes"].items, municipalities, frame)
            // Of one that has nothing yet the table says all that there is.
            for municipality in municipalities where !Self.isEmpty(municipality) {
                Self.municipality(&html, municipality, frame)
            }
        })

    static let measures = Paper(
        title: { _, _ in "Åtgärder" },
        content: { html, page, frame in
            let items = page["items"].items
            if items.isEmpty { return html.element(.p, text: "Ingen åtgärd.") }
            html.element(.table) { html in
                html.element(.caption, text: "Åtgärder, de som ska vara klara först överst")
                html.head("Kommun", "Åtgärd", "Ansvarig", "Senast", "Läge")
                html.element(.tbody) { html in
                    for measure in items {
                        html.element(.tr) { html in Self.cells(&html, measure, frame) }
                        html.line()
                    }
                }
            }
            html.line()
            let (count, total) = (items.count, page["_meta"]["totalRecords"].int ?? 0)
            if count < total { html.element(.p, text: "\(count) av \(total) åtgärder visas.") }
        })

    private static func cells(_ html: inout HTMLWriter, _ measure: Paper.Value, _ frame: PaperFrame) {
        html.cell(under: "Kommun", measure["municipality"]["name"].text)
        html.element(.td, .under("Åtgärd")) { html in
            html.prose(measure["text"])
            html.note("Område", measure["area"]["title"].text)
            html.note("Tema", measure["theme"].text.map { frame.words("Theme", $0) })
            html.note("Omfattning", Swedish.quantity(measure))
        }
        html.cell(under: "Ansvarig", DistrictSheet.responsible(measure))
        html.cell(under: "Senast", measure["dueOn"].text)
        html.element(.td, .under("Läge")) { html in
            html.element(
                .p, .kind("state"),
                text: frame.words("MeasureStatus", measure["status"].text).capitalisedFirst
                    + (measure["isLate"].isTrue ? ", försenad" : ""))
            html.note(measure["lastFollowUpOn"].text ?? "Senast", measure["lastFollowUp"].text)
        }
    }

    private static func isEmpty(_ municipality: Paper.Value) -> Bool {
        municipality["agreement"].isNull && municipality["actionPlan"].isNull
            && municipality["pictureEstablishedOn"].isNull
            && ["policeRounds", "promises", "reports", "awaitedSignatures"].allSatisfy {
                municipality[$0].items.isEmpty
            }
    }

    /// «11: genomförd 3, pågår 8, försenade 2, polisens 5»; nil without measures.
    private static func counted(_ measures: Paper.Value, _ frame: PaperFrame) -> String? {
        guard let total = measures["total"].int, total > 0 else { return nil }
        let statuses = MeasureStatus.allCases.map {
            (frame.words("MeasureStatus", $0.rawValue), measures["byStatus"][$0.jsonName].int ?? 0)
        }
        let others = [
            ("försenade", measures["late"].int ?? 0), ("polisens", measures["policeResponsible"].int ?? 0),
        ]
        let counts = (statuses + others).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        return "\(total): \(counts.joined(separator: ", "))"
    }

    private static func municipalities(_ html: inout HTMLWriter, _ municipalities: [Paper.Value], _ total: Paper.Value)
    {
        html.element(.table, .kind("numbers")) { html in
            html.element(.caption, text: "Kommunerna")
            html.head(
                "Kommun", "Överenskommelse till", "Plan", "Åtgärder", "Genomförda", "Försenade", "Polisens",
                "Senaste aktivitet")
            html.element(.tbody) { html in
                for municipality in municipalities {
                    html.element(.tr) { html in
                        html.element(.th, .scope("row"), .under("Kommun"), text: municipality["name"].text ?? "")
                        html.cell(under: "Överenskommelse till", Self.agreementEnd(municipality["agreement"]))
                        html.cell(under: "Plan", Self.plan(municipality["actionPlan"]))
                        Self.counts(&html, municipality["measures"])
                        html.cell(under: "Senaste aktivitet", municipality["lastActivityOn"].text)
                    }
                    html.line()
                }
                html.element(.tr) { html in
                    html.element(.th, .scope("row"), .under("Kommun"), text: "Alla")
                    html.cell(under: "Överenskommelse till", nil)
                    html.cell(under: "Plan", nil)
                    Self.counts(&html, total)
                    html.cell(under: "Senaste aktivitet", nil)
                }
                html.line()
            }
        }
        html.line()
    }

    private static func counts(_ html: inout HTMLWriter, _ measures: Paper.Value) {
        html.cell(under: "Åtgärder", measures["total"].text)
        html.cell(under: "Genomförda", measures["byStatus"]["done"].text)
        html.cell(under: "Försenade", measures["late"].text)
        html.cell(under: "Polisens", measures["policeResponsible"].text)
    }

    private static func agreementEnd(_ agreement: Paper.Value) -> String {
        if agreement.isNull { return "ingen gällande" }
        guard let end = agreement["effectiveEnd"].text else { return "tills vidare" }
        return agreement["status"].text == "terminated" ? "\(end), uppsagd" : end
    }

    private static func plan(_ plan: Paper.Value) -> String {
        guard let year = plan["year"].text else { return "ingen" }
        return plan["ended"].isTrue ? "\(year), slut \(plan["period"]["end"].text ?? "")" : year
    }

    private static func themes(
        _ html: inout HTMLWriter, _ themes: [Paper.Value], _ municipalities: [Paper.Value], _ frame: PaperFrame
    ) {
        if themes.isEmpty { return }
        let pairs = municipalities.compactMap { municipality in
            municipality["code"].text.map { ($0, municipality["name"].text ?? $0) }
        }
        let names = Dictionary(pairs) { first, _ in first }
        html.element(.table, .kind("numbers")) { html in
            html.element(.caption, text: "Åtgärder efter tema")
            html.head("Tema", "Åtgärder", "Genomförda", "Försenade", "Polisens", "Kommuner")
            html.element(.tbody) { html in
                for theme in themes {
                    html.element(.tr) { html in
                        html.element(
                            .th, .scope("row"), .under("Tema"),
                            text: theme["theme"].text.map { frame.words("Theme", $0).capitalisedFirst } ?? "Utan tema")
                        Self.counts(&html, theme["measures"])
                        html.cell(
                            under: "Kommuner",
                            theme["municipalities"].items.compactMap { $0["code"].text.map { names[$0] ?? $0 } }
                                .sorted()
                                .joined(separator: ", "))
                    }
                    html.line()
                }
            }
        }
        html.line()
    }

    private static func municipality(_ html: inout HTMLWriter, _ municipality: Paper.Value, _ frame: PaperFrame) {
        html.element(.section) { html in
            html.element(.h2, text: municipality["name"].text ?? "")
            html.line()
            let agreement = municipality["agreement"]
            html.facts([
                (
                    "Överenskommelse",
                    agreement["title"].text.map { title in
                        [title, Self.agreementEnd(agreement), agreement["daysLeft"].text.map { "\($0) dagar kvar" }]
                            .compactMap(\.self).joined(separator: ", ")
                    } ?? "ingen gällande"
                ),
                (
                    "Handlingsplan",
                    municipality["actionPlans"].items.map { plan in
                        [Self.plan(plan), plan["adoptedOn"].text.map { "antagen \($0)" }].compactMap(\.self)
                            .joined(separator: ", ")
                    }.joined(separator: "; ")
                ),
                ("Åtgärder", Self.counted(municipality["measures"], frame)),
                ("Året innan", Self.counted(municipality["yearBefore"], frame)),
                ("Senast uppföljd", municipality["lastFollowUpOn"].text),
                ("Lägesbild fastställd", municipality["pictureEstablishedOn"].text),
            ])
            Self.list(&html, "Polisen har att svara på", municipality["policeRounds"].items) { round in
                let waiting = round["unanswered"].items.compactMap { $0["text"].text?.heading }
                return
                    "\(round["name"].text ?? "Planen"), senast \(round["answersUntil"].text ?? "")\(round["isLate"].isTrue ? " (försenad)" : ""): "
                    + (waiting.isEmpty ? "allt är besvarat" : waiting.joined(separator: "; "))
            }
            Self.list(&html, "Medborgarlöften", municipality["promises"].items) { promise in
                "\(frame.words("Promisor", promise["promisor"].text).capitalisedFirst): \(promise["text"].text ?? "")"
                    .sentence(if: true) + " "
                    + (promise["verdict"].text.map { frame.words("Verdict", $0).capitalisedFirst } ?? "Inget utfall än")
                    + "."
            }
            Self.list(&html, "Indikatorer", municipality["indicators"].items) { indicator in
                let now = Swedish.number(indicator["latestValue"].text)
                let target = Swedish.number(indicator["target"].text).map { target in
                    "målet är \(indicator["direction"].text == "down" ? "högst" : "minst") \(target)"
                }
                return "\(indicator["name"].text ?? "") (\(indicator["unit"].text ?? "")): "
                    + [now.map { "\($0) den \(indicator["latestValueOn"].text ?? "")" } ?? "inget värde än", target]
                    .compactMap(\.self).joined(separator: ", ")
            }
            Self.list(&html, "Redovisningar till lokalpolisområdet", municipality["reports"].items) { report in
                "\(report["title"].text ?? ""), skickad \(report["sentOn"].text ?? "")"
                    + (report["receivedOn"].text.map { ", mottagen \($0)" } ?? ", inte kvitterad")
            }
            Self.list(&html, "Väntar på underskrift eller godkännande", municipality["awaitedSignatures"].items) {
                item in
                "\(frame.words("AwaitedKind", item["kind"].text).capitalisedFirst) \(item["text"].text ?? ""): \(frame.words("Party", item["party"].text))"
            }
        }
        html.line()
    }

    private static func list(
        _ html: inout HTMLWriter, _ heading: String, _ items: [Paper.Value], _ text: (Paper.Value) -> String
    ) {
        if items.isEmpty { return }
        html.element(.h3, text: heading)
        html.element(.ul) { html in
            for item in items { html.element(.li, text: text(item)) }
        }
        html.line()
    }
}
