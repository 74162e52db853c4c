/// What is proposed, and in which words, of each kind of decision.
extension DecisionProposal {
    typealias Facts = WrittenJSON.Value

    /// That the municipality signs an agreement.
    static func signing(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        let (title, head) = (facts["title"].text ?? "", frame.letterhead)
        var proposal = Self.ofAgreement(facts, frame)
        proposal.title = "Undertecknande av \(title.quoted)"
        proposal.points = [
            "\(proposal.body) godkänner \(title.quoted) för perioden \(Self.period(facts["start"], facts["end"]))."
        ]
        proposal.points += Self.signers(facts, "municipality").map {
            "\($0) får i uppdrag att underteckna överenskommelsen för \(head.authority)."
        }
        if let replaced = facts["replaces"]["title"].text {
            proposal.points.append(
                "Överenskommelsen ersätter \(replaced.quoted) från och med \(facts["start"].text ?? "").")
        }
        proposal.summary =
            "\(head.authority) och \(head.district) föreslås ingå en överenskommelse om samverkan för perioden "
            + "\(Self.period(facts["start"], facts["end"])). \(facts["purpose"].text ?? "")".trimmed
        proposal.matter = [
            "Kommunen ska sträva efter skriftliga överenskommelser om samverkan i det brottsförebyggande arbetet, som "
                + "anger åtminstone syften och områden (9 § lagen (2023:196) om kommuners ansvar för "
                + "brottsförebyggande arbete).",
            facts["scope"].text ?? "",
            Self.signers(facts, "police").isEmpty
                ? "" : "För Polisen undertecknar \(Swedish.list(Self.signers(facts, "police"))).",
        ]
        return proposal
    }

    /// That an agreement holds longer.
    static func prolonging(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        let (title, head) = (facts["title"].text ?? "", frame.letterhead)
        var proposal = Self.ofAgreement(facts, frame)
        let end = facts["effectiveEnd"].text.map { "till och med \($0)" } ?? "tills vidare"
        proposal.title = "Förlängning av \(title.quoted)"
        proposal.points =
            ["\(proposal.body) godkänner att \(title.quoted) förlängs \(end)."]
            + Self.signers(facts, "municipality").map {
                "\($0) får i uppdrag att underteckna förlängningen för \(head.authority)."
            }
        let now = facts["currentEnd"].text.map { "till och med \($0)" } ?? "tills vidare"
        proposal.summary =
            "\(title.quoted) gäller \(now) och föreslås förlängas \(end). \(facts["reason"].text ?? "")".trimmed
        proposal.matter = [
            "Överenskommelsen mellan \(head.authority) och \(head.district) gäller för perioden "
                + "\(Self.period(facts["start"], facts["end"])). Förlängningen ändrar dess sista dag och inget annat, och "
                + "gäller när samma parter som ingick överenskommelsen har undertecknat den.",
            facts["reason"].text ?? "",
        ]
        return proposal
    }

    private static func ofAgreement(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        var proposal = Self.begun(facts)
        let body = facts["signers"].items.first { $0["party"].text == "municipality" }?["body"].text ?? ""
        // Some write whose body it is before it: «Skara kommun Kommunstyrelsen».
        let bare = body.trimmingPrefix(frame.letterhead.authority).drop { $0.isWhitespace || $0 == "," }
        proposal.body = bare.isEmpty ? "Kommunstyrelsen" : String(bare)
        let status = frame.words("AgreementStatus", facts["status"].text)
        proposal.basis =
            [
                [facts["title"].text, status, facts["registrationNumber"].text].compactMap(\.self)
                    .joined(separator: ", ")
            ]
            + facts["plans"].items.map { plan in
                [
                    "\(frame.letterhead.planTitle) \(plan["year"].text ?? "")",
                    frame.words("ActionPlanStatus", plan["status"].text), plan["date"].text,
                ].compactMap(\.self).joined(separator: ", ")
            } + Self.attachments(facts)
        proposal.sentTo = [frame.letterhead.district, frame.letterhead.group]
        return proposal
    }

    /// That a plan is adopted.
    static func adopting(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        let head = frame.letterhead
        let (year, plan) = (facts["year"].text ?? "", "\(head.plan.lowercasedFirst) \(facts["year"].text ?? "")")
        var proposal = Self.begun(facts)
        proposal.body = "Kommunstyrelsen"
        proposal.title = "\(head.planTitle) \(year)"
        proposal.points = [
            "\(proposal.body) antar \(plan) för perioden \(Self.period(facts["start"], facts["end"]))."
        ]
        let revised = facts["revises"]
        if revised["year"].text == year {
            proposal.points.append(
                "Planen ersätter \(plan) som antogs \(revised["date"].text ?? "tidigare under året").")
        }
        let rounds = facts["rounds"].items
        if !rounds.isEmpty {
            let until = rounds.compactMap { $0["until"].text }
            proposal.points.append("De ansvariga redovisar sina åtgärder senast \(Swedish.list(until)).")
        }
        let areas = facts["areas"].items
        let measures = areas.reduce(0) { $0 + ($1["measures"].int ?? 0) }
        proposal.summary =
            "\(head.planTitle) \(year) har \(Self.count(areas.count, "prioriterat område", "prioriterade områden")) och "
            + "\(Self.count(measures, "åtgärd", "åtgärder"))."
        proposal.matter = [
            "Kommunen ska med lägesbilden som grund besluta om en åtgärdsplan (5 § lagen (2023:196) om kommuners ansvar "
                + "för brottsförebyggande arbete).",
            "Planens områden:\n\n"
                + areas.map { area in
                    let count = area["measures"].int ?? 0
                    return "– \((area["title"].text ?? "").heading): "
                        + (count == 0 ? "ingen åtgärd" : Self.count(count, "åtgärd", "åtgärder"))
                }.joined(separator: "\n"),
            Self.changes(facts["changes"].items, since: revised["year"].text),
            facts["approved"].text.map { "Polisen har godkänt planen \($0)." }
                ?? (facts["isExchanged"].isTrue
                    ? "Planen har föreslagits Polisen, som inte har godkänt den än." : ""),
        ]
        proposal.basis =
            ["\(head.planTitle) \(year), \(frame.words("ActionPlanStatus", facts["status"].text))"]
            + [facts["picture"], facts["agreement"]].compactMap { document in
                document["title"].text.map { title in
                    [title, document["date"].text].compactMap(\.self).joined(separator: ", ")
                }
            } + Self.attachments(facts)
        proposal.sentTo = Self.distinct(
            facts["parties"].items.compactMap(\.text) + [head.district, head.group])
        return proposal
    }

    private static func changes(_ changes: [Facts], since year: String?) -> String {
        guard let year, !changes.isEmpty else { return "" }
        func of(_ change: String) -> [Facts] { changes.filter { $0["change"].text == change } }
        let lines =
            of("new").map { "– Ny: \($0["text"].text ?? "")" }
            + of("changed").map { "– Ändrad: \($0["text"].text ?? "")" }
            + of("dropped").map {
                let reason = $0["reason"].text.map { " Skäl: \($0)" }
                return "– Utgår: " + ($0["text"].text ?? "").sentence(if: reason != nil) + (reason ?? "")
            }
        let kept = of("kept").count
        let unchanged =
            kept == 0 ? "ingen åtgärd oförändrad" : Self.count(kept, "åtgärd oförändrad", "åtgärder oförändrade")
        return "Jämfört med planen för \(year) är \(unchanged)."
            + (lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n"))
    }

    /// That a committee approves a report.
    static func approvingReport(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        var proposal = Self.ofReport(facts, frame)
        proposal.body = Self.body(facts, "municipalExecutive") ?? "Kommunstyrelsen"
        proposal.title = facts["title"].text ?? ""
        proposal.points =
            Self.points(facts["proposedDecision"].text)
            ?? [
                "\(proposal.body) godkänner redovisningen av \(frame.letterhead.plan.lowercasedFirst) \(facts["year"].text ?? "")."
            ]
        return proposal
    }

    /// That a committee hands a report on to the assembly.
    static func handingReportOn(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        var proposal = Self.ofReport(facts, frame)
        let assembly = Self.body(facts, "municipalAssembly") ?? "Kommunfullmäktige"
        proposal.body = Self.body(facts, "municipalExecutive") ?? "Kommunstyrelsen"
        proposal.title = "\(facts["title"].text ?? "") till \(assembly.lowercasedFirst)"
        proposal.points = [
            "\(proposal.body) överlämnar redovisningen av \(frame.letterhead.plan.lowercasedFirst) \(facts["year"].text ?? "") till "
                + "\(assembly.lowercasedFirst).",
            "\(proposal.body) föreslår \(assembly.lowercasedFirst) besluta: \(assembly) lägger redovisningen till "
                + "handlingarna.",
        ]
        return proposal
    }

    private static func ofReport(_ facts: Facts, _ frame: PaperFrame) -> DecisionProposal {
        var proposal = Self.begun(facts)
        let statuses = facts["figures"]["statuses"].items.filter { ($0["count"].int ?? 0) > 0 }
        let measures = facts["figures"]["measures"].int ?? 0
        let counts = statuses.map { status in
            "\(frame.words("MeasureStatus", status["status"].text)) \(status["count"].text ?? "")"
        }
        proposal.summary =
            [
                facts["commentary"].text,
                "Planen har \(Self.count(measures, "åtgärd", "åtgärder"))"
                    + (counts.isEmpty ? "." : ": \(counts.joined(separator: ", "))."),
            ].compactMap(\.self).joined(separator: " ")
        proposal.matter = [
            "Planen ska följas upp minst vartannat år, och styrelsen eller den nämnd som leder arbetet ska löpande "
                + "rapportera till fullmäktige (6 och 13 §§ lagen (2023:196) om kommuners ansvar för brottsförebyggande "
                + "arbete).",
            facts["reportedUntil"].text.map { "Redovisningen omfattar vad som hade rapporterats \($0)." } ?? "",
        ]
        let sent = facts["sentOn"].text.map { "skickad \($0)" } ?? frame.words("ReportStatus", facts["status"].text)
        proposal.basis = ["\(facts["title"].text ?? ""), \(sent)"] + Self.attachments(facts)
        proposal.sentTo = Self.distinct(
            facts["bodies"].items.compactMap { $0["name"].text } + [frame.letterhead.group])
        return proposal
    }

    // MARK: Parts

    private static func begun(_ facts: Facts) -> DecisionProposal {
        var proposal = DecisionProposal()
        proposal.registrationNumber = facts["registrationNumber"].text
        proposal.preparedBy = facts["preparedBy"].text
        return proposal
    }

    /// «Kommunstyrelsens ordförande Kim Exempelsson».
    private static func signers(_ facts: Facts, _ party: String) -> [String] {
        facts["signers"].items.filter { $0["party"].text == party }.map { signer in
            [signer["title"].text, signer["name"].text].compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: " ")
        }
    }

    private static func attachments(_ facts: Facts) -> [String] {
        facts["attachments"].items.map { "\($0["name"].text ?? ""), \($0["date"].text ?? "")" }
    }

    private static func body(_ facts: Facts, _ kind: String) -> String? {
        facts["bodies"].items.first { $0["kind"].text == kind }?["name"].text
    }

    private static func period(_ start: Facts, _ end: Facts) -> String {
        end.text.map { "\(start.text ?? "") – \($0)" } ?? "\(start.text ?? "") och tills vidare"
    }

    /// Each once: the group may answer for measures itself.
    private static func distinct(_ names: [String]) -> [String] {
        names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// The lines of what is asked of the committee, without numbers of their own; nil when nothing is.
    private static func points(_ text: String?) -> [String]? {
        let lines = (text ?? "").split(separator: "\n").map { line in
            let line = line.trimmingBlanks
            let rest = line.drop { $0.isNumber }
            let isNumbered = rest.count < line.count && (rest.hasPrefix(".") || rest.hasPrefix(")"))
            return String(isNumbered ? rest.dropFirst().trimmingBlanks : line.trimmingPrefix("– "))
        }.filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines
    }
}

extension String {
    fileprivate var quoted: String { "«\(self)»" }
    fileprivate var trimmed: String { String(Substring(self).trimmingBlanks) }
    fileprivate var lowercasedFirst: String { self.prefix(1).lowercased() + self.dropFirst() }
}
