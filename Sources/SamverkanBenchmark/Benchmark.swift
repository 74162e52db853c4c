import Postgres
@testable import Samverkan

/// What `deploy/bench` compares with: the service's own statements as a pgbench script, one pipeline each.
enum Benchmark {
    enum Subject: String, CaseIterable, Sendable {
        case plan, list
        case listByStatus = "list-by-status"
        case listByPlan = "list-by-plan"
        case myMeasures = "my-measures"
        case followUp = "follow-up"
        case policePlan = "police-plan"
        case policeList = "police-list"
        case overview

        var isPolice: Bool { [.policePlan, .policeList, .overview].contains(self) }
    }

    static let district = "vastra-skaraborg"

    /// The municipalities of the benchmark's data.
    static func codes(_ count: Int) -> [String] { (2000..<2000 + count).map(String.init) }

    /// Values stand in the script's variables and travel as parameters, as the server sends them; what depends on the
    /// municipality is an expression over `code`. The first lines name each variable for pgbench's `-D`.
    ///
    /// - Parameter serverKey: as in `SAMVERKAN_SERVER_KEY`.
    static func script(_ subject: Subject, municipalities: Int, serverKey: String) throws -> String {
        let code = "2000"
        func id(_ kind: String, year: Int, _ n: Int = 0) -> Identifier? {
            let digits = { (number: Int) in String(String(number + 10_000).dropFirst()) }
            return Identifier("0000\(digits(n))-\(digits(year))-7000-\(kind)-00000000\(code)")
        }
        guard let plan = id("8001", year: 2026), let measure = id("8003", year: 2026, 1),
            let party = id("8004", year: 0, 1), let day = Day("2026-05-01")
        else { return "" }
        let page = Page(number: 1, limit: 50)
        var pipeline = Pipeline()
        var scope: Database.Scope = .municipality(code)
        switch subject {
        case .plan, .policePlan: _ = ActionPlanSQL.Shown(code, plan, in: &pipeline)
        case .list, .policeList: _ = MeasureSQL.Listed(code, .init(), page, in: &pipeline)
        case .listByStatus: _ = MeasureSQL.Listed(code, .init(status: "ongoing"), page, in: &pipeline)
        case .listByPlan: _ = MeasureSQL.Listed(code, .init(plan: plan), page, in: &pipeline)
        case .myMeasures:
            pipeline.add(
                WaitingMeasureSQL.waiting(
                    .init(municipality: nil, party: nil, area: nil, day: nil), in: scope, limit: page.limit))
        case .overview:
            scope = .district(Self.district)
            _ = DistrictSQL.Shown(Self.district, on: nil, in: &pipeline)
        case .followUp:
            let new = Identifier.version7()
            let said = FollowUp.shape.members.flatMap { $0.columns(.creation) }
            var content = Content(said, said.map { _ in .null })
            content["party_id"] = party.postgresParameter
            content["period_start"] = day.postgresParameter
            content["period_end"] = day.postgresParameter
            content["status"] = .text("ongoing")
            content["text"] = .text("Genomfört enligt plan.")
            content["quantity"] = .text("3")
            content["unit"] = .text("kvällar")
            content["approximate"] = false.postgresParameter
            let made = """
                ('00000000-0000-7000-8000-' || lpad(to_hex(:first::integer), 4, '0')
                    || lpad(to_hex(:second::integer), 8, '0'))::uuid
                """
            for statement in [
                FollowUpSQL.create(code, measure, new, content), FollowUpSQL.show(.municipality, code, measure, new),
            ] {
                pipeline.add(statement.replacing(new.text, by: made))
            }
        }
        let caller = try DevelopmentIssuer.caller(
            role: subject.isPolice ? .headOfDistrict : .coordinator, municipality: code, district: Self.district)
        let enter = Database.enter(caller, scope, serverKey: serverKey)
        var known = [
            code: ":code::text",
            caller.issuer: "('development' || chr(58) || 'municipality' || chr(58) || :code::text)",
        ]
        if subject.isPolice { known[caller.issuer] = nil }
        for id in [plan, measure, party] { known[id.text] = "('\(id.text.dropLast(4))' || :code::text)::uuid" }
        let writes = subject == .followUp
        let transaction: (first: [Statement], last: [Statement]) =
            writes ? ([], []) : ([Connection.beginSnapshot], [Connection.commit])
        var variables: [String: String] = [:]
        let lines = (transaction.first + [enter] + pipeline.statements + transaction.last).map {
            $0.written(known, &variables) + ";"
        }
        return variables.sorted { $0.value < $1.value }.map { "-- -D \($0.value)=\($0.key)\n" }.joined()
            + "\\set code random(2000, \(1999 + municipalities))\n"
            + (writes ? "\\set first random(0, 65535)\n\\set second random(0, 2147483647)\n" : "")
            + "\\startpipeline\n" + lines.joined(separator: "\n") + "\n\\endpipeline\n"
    }
}

extension Statement {
    /// The statement's text with what stands for each value: an expression of the script, or a variable.
    fileprivate func written(_ known: [String: String], _ variables: inout [String: String]) -> String {
        var text = self.sql
        for (index, parameter) in self.parameters.enumerated().reversed() {
            let value: String
            if case .text(let said) = parameter {
                if let expression = known[said] {
                    value = expression
                } else if said.hasPrefix("(") {
                    value = said
                } else {
                    variables[said] = variables[said] ?? "v\(variables.count + 1)"
                    value = ":" + (variables[said] ?? "")
                }
            } else {
                value = "null"
            }
            text = text.replacing("$\(index + 1)", with: value)
        }
        return text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }.joined(separator: " ")
    }

    fileprivate func replacing(_ value: String, by expression: String) -> Statement {
        self.mapParameters { $0 == .text(value) ? .text(expression) : $0 }
    }
}
