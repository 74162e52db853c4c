/// An action plan as it is printed for a meeting: its areas with tables of cause, measure, responsible and follow-up.
enum ActionPlanPaper {
    static let paper = Paper(
        title: { plan, frame in "\(frame.letterhead.planTitle) \(plan["year"].text ?? "")" },
        mark: { plan, frame in
            switch plan["status"].text {
            case "draft": "Utkast"
            case "adopted", "closed", nil: nil
            case let status: frame.words("ActionPlanStatus", status).capitalisedFirst
            }
        },
        content: { html, plan, frame in
            Self.facts(&html, plan, frame)
            html.prose(plan["introduction"])
            for (number, area) in plan["priorityAreas"].items.enumerated() {
                Self.area(&html, area, number + 1, plan, frame)
            }
            Self.indicators(
                &html, plan["indicators"].items.filter { $0["areaId"].isNull }, "Indikatorer för hela planen")
            html.section("Övrigt", plan["notes"].text)
            PaperParts.approvals(&html, plan["approvals"].items, frame)
        })

    private static func facts(_ html: inout HTMLWriter, _ plan: Paper.Value, _ frame: PaperFrame) {
        html.facts([
            ("Period", Swedish.period(plan["period"])),
            ("Status", frame.words("ActionPlanStatus", plan["status"].text)),
            (
                "Antagen",
                plan["adoptedOn"].text.map { [$0, plan["adoptedBy"].text].compactMap(\.self).joined(separator: ", ") }
            ),
            ("Avslutad", plan["closedOn"].text),
            ("Beslut", Swedish.decision(plan["decision"])),
            ("Diarienummer", plan["registrationNumber"].text),
            ("Upprättad av", plan["preparedBy"].text),
        ])
    }

    private static func area(
        _ html: inout HTMLWriter, _ area: Paper.Value, _ number: Int, _ plan: Paper.Value, _ frame: PaperFrame
    ) {
        let title = frame.isForWord ? area["title"].text ?? "" : (area["title"].text ?? "").heading
        html.element(.section) { html in
            html.element(.h2, text: "\(number). \(title)")
            html.line()
            if let theme = area["theme"].text {
                html.element(.p, .kind("note"), text: "Tema: \(frame.words("Theme", theme))")
            }
            html.prose(area["description"])
            let (causes, measures) = (area["causes"].items, area["measures"].items)
            if causes.isEmpty && measures.isEmpty {
                html.element(.p, text: "Området har ingen åtgärd.")
            } else {
                Self.table(&html, title, causes, measures, frame)
            }
            let id = area["id"].text
            Self.indicators(
                &html, plan["indicators"].items.filter { $0["areaId"].text == id && id != nil }, "Indikatorer: \(title)"
            )
        }
        html.line()
    }

    private static func table(
        _ html: inout HTMLWriter, _ title: String, _ causes: [Paper.Value], _ measures: [Paper.Value],
        _ frame: PaperFrame
    ) {
        html.element(.table, .kind("plan")) { html in
            // In a Word file that comes back the caption is the area.
            html.element(.caption, text: frame.isForWord ? title : "Åtgärder: \(title)")
            // Nor is how far it has come what a plan that comes back says of its follow-up.
            let hasState =
                frame.isForWord
                && (measures + causes.flatMap { $0["measures"].items }).contains { !Self.isUnreported($0) }
            if frame.isForWord {
                html.element(.colgroup) { html in
                    for width in hasState ? [18, 24, 22, 18, 18] : [22, 29, 27, 22] { html.empty(.col, .width(width)) }
                }
            }
            if hasState {
                html.head("Orsak", "Åtgärd", "Ansvarig", "Uppföljning", "Läge")
            } else {
                html.head("Orsak", "Åtgärd", "Ansvarig", "Uppföljning")
            }
            // First, or the cause above would seem to be theirs.
            if !measures.isEmpty {
                html.element(.tbody) { html in
                    for measure in measures {
                        html.element(.tr) { html in
                            html.cell(under: "Orsak", nil)
                            Self.cells(&html, measure, hasState, frame)
                        }
                        html.line()
                    }
                }
                html.line()
            }
            for cause in causes {
                let ofCause = cause["measures"].items
                html.element(.tbody) { html in
                    for place in 0..<max(1, ofCause.count) {
                        html.element(.tr) { html in
                            if place == 0 {
                                html.element(
                                    .th, .scope("rowgroup"), .rowspan(max(1, ofCause.count)), .under("Orsak"),
                                    text: cause["text"].text ?? "")
                            }
                            Self.cells(&html, place < ofCause.count ? ofCause[place] : nil, hasState, frame)
                        }
                        html.line()
                    }
                }
                html.line()
            }
        }
        html.line()
    }

    /// - Parameter hasState: how far a measure has come stands in a column of its own.
    private static func cells(
        _ html: inout HTMLWriter, _ measure: Paper.Value?, _ hasState: Bool, _ frame: PaperFrame
    ) {
        guard let measure else {
            html.cell(under: "Åtgärd", frame.isForWord ? nil : "Ingen åtgärd än")
            html.cell(under: "Ansvarig", nil)
            html.cell(under: "Uppföljning", nil)
            if hasState { html.cell(under: "Läge", nil) }
            return
        }
        html.element(.td, .under("Åtgärd")) { html in
            html.prose(measure["text"])
            html.note("Mål", measure["target"].text)
            html.note("Omfattning", Swedish.quantity(measure))
            html.note("När", Self.time(measure))
            html.note("Anmärkning", measure["notes"].text)
        }
        html.element(.td, .under("Ansvarig")) { html in
            for responsibility in measure["responsibilities"].items {
                let leads = responsibility["lead"].isTrue
                html.element(.p) { html in
                    // In front, where whoever reads it again looks for it.
                    if leads, frame.isForWord { html.text("Samordnar: ") }
                    html.text(responsibility["responsibleParty"]["name"])
                    if let contact = responsibility["contact"]["name"].text {
                        html.text(" ")
                        html.element(.strong, text: "(\(contact))")
                    }
                    if leads, !frame.isForWord { html.text(", samordnar") }
                }
            }
        }
        html.element(.td, .under("Uppföljning")) { html in
            html.prose(measure["plannedFollowUp"])
            if !frame.isForWord { Self.progress(&html, measure, frame) }
        }
        if hasState { html.element(.td, .under("Läge")) { html in Self.progress(&html, measure, frame) } }
    }

    /// When a measure is to be done, in the plan's words and by its days.
    static func time(_ measure: Paper.Value) -> String? {
        let days = [measure["startsOn"].text, measure["endsOn"].text]
        let period: String? =
            switch (days[0], days[1]) {
            case (let start?, let end?): "\(start) – \(end)"
            case (let start?, nil): "från \(start)"
            case (nil, let end?): "till \(end)"
            case (nil, nil): nil
            }
        let text = [measure["schedule"].text, period].compactMap(\.self).joined(separator: ", ")
        return text.isEmpty ? nil : text
    }

    private static func isUnreported(_ measure: Paper.Value) -> Bool {
        measure["latestFollowUp"].isNull && measure["status"].text == "noInformation"
    }

    /// How far it has come; nothing of a plan on which nobody has reported.
    private static func progress(_ html: inout HTMLWriter, _ measure: Paper.Value, _ frame: PaperFrame) {
        if Self.isUnreported(measure) { return }
        let latest = measure["latestFollowUp"]
        html.element(.p, .kind("state"), text: frame.words("MeasureStatus", measure["status"].text).capitalisedFirst)
        html.note("Gjort", Self.quantities(measure["reportedQuantities"].items))
        guard !latest.isNull else { return }
        let day = latest["periodEnd"].text ?? ""
        let who = latest["responsibleParty"]["name"].text
        html.note(
            [day, who].compactMap(\.self).joined(separator: ", "),
            latest["text"].text ?? frame.words("ReportedStatus", latest["status"].text))
    }

    private static func quantities(_ quantities: [Paper.Value]) -> String? {
        let texts = quantities.compactMap { Swedish.quantity($0) }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private static func indicators(_ html: inout HTMLWriter, _ indicators: [Paper.Value], _ caption: String) {
        if indicators.isEmpty { return }
        html.element(.table) { html in
            html.element(.caption, text: caption)
            html.head("Indikator", "Utgångsläge", "Mål", "Källa")
            html.element(.tbody) { html in
                for indicator in indicators {
                    html.element(.tr) { html in
                        PaperParts.indicator(&html, indicator)
                        html.cell(under: "Källa", indicator["source"].text)
                    }
                    html.line()
                }
            }
        }
        html.line()
    }
}
