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
        /// Also what a plan takes that the server keeps.
        case notModified = "not-modified"
        case policePlan = "police-plan"
        case policeList = "police-list"
        case overview

        var isPolice: Bool { [.policePlan, .policeList, .overview].contains(self) }
    }

    static let district = "vastra-skaraborg"

    /// The municipalities of the benchmark's data.
    static func codes(_ count: Int) -> [String] { (2000..<2000 + count).map(String.init) }

    /// What the server runs for a request after it has let the caller in, and what of it depends on the municipality.
    private struct Request {
        var statements: [Statement]
        var scope: Database.Scope
        let caller: Caller
        let plan, measure, party, made: Identifier

        static let code = "2000"
        static let day = "2026-05-01"

        init(_ subject: Subject) throws {
            let code = Self.code
            func id(_ kind: String, year: Int, _ n: Int = 0) throws -> Identifier {
                let digits = { (number: Int) in String(String(number + 10_000).dropFirst()) }
                guard let id = Identifier("0000\(digits(n))-\(digits(year))-7000-\(kind)-00000000\(code)") else {
                    throw SettingsError("\(kind) makes no id")
                }
                return id
            }
            (self.plan, self.measure) = (try id("8001", year: 2026), try id("8003", year: 2026, 1))
            (self.party, self.made) = (try id("8004", year: 0, 1), .version7())
            self.caller = try DevelopmentIssuer.caller(
                role: subject.isPolice ? .headOfDistrict : .coordinator, municipality: code,
                district: Benchmark.district)
            self.scope = .municipality(code)
            let page = Page(number: 1, limit: 50)
            var pipeline = Pipeline()
            switch subject {
            case .plan, .policePlan: _ = ActionPlanSQL.Shown(code, self.plan, in: &pipeline)
            case .notModified: pipeline.add(ActionPlanSQL.mark(code, self.plan))
            case .list, .policeList: _ = MeasureSQL.Listed(code, .init(), page, in: &pipeline)
            case .listByStatus: _ = MeasureSQL.Listed(code, .init(status: "ongoing"), page, in: &pipeline)
            case .listByPlan: _ = MeasureSQL.Listed(code, .init(plan: self.plan), page, in: &pipeline)
            case .myMeasures:
                pipeline.add(
                    WaitingMeasureSQL.waiting(
                        .init(municipality: nil, party: nil, area: nil, day: nil), in: self.scope, limit: page.limit))
            case .overview:
                self.scope = .district(Benchmark.district)
                _ = DistrictSQL.Shown(Benchmark.district, on: nil, in: &pipeline)
            case .followUp:
                let said = FollowUp.shape.members.flatMap { $0.columns(.creation) }
                var content = Content(said, said.map { _ in .null })
                content["party_id"] = self.party.postgresParameter
                content["period_start"] = .text(Self.day)
                content["period_end"] = .text(Self.day)
                content["status"] = .text("ongoing")
                content["text"] = .text("Genomfört enligt plan.")
                content["quantity"] = .text("3")
                content["unit"] = .text("kvällar")
                content["approximate"] = false.postgresParameter
                pipeline.add(FollowUpSQL.create(.municipality, code, self.measure, self.made, content))
            }
            self.statements = pipeline.statements
        }

        /// With what lets the caller in before them, and the transaction around those that read.
        func transaction(_ subject: Subject, serverKey: String) -> [Statement] {
            let all = [Database.enter(self.caller, self.scope, serverKey: serverKey)] + self.statements
            return subject == .followUp ? all : [Connection.beginSnapshot] + all + [Connection.commit]
        }
    }

    /// Values stand in the script's variables and travel as parameters, as the server sends them; what depends on the
    /// municipality is an expression over `code`. The first lines name each variable for pgbench's `-D`.
    ///
    /// - Parameter serverKey: as in `SAMVERKAN_SERVER_KEY`.
    static func script(_ subject: Subject, municipalities: Int, serverKey: String) throws -> String {
        let request = try Request(subject)
        var known = [
            Request.code: ":code::text",
            request.caller.issuer: "('development' || chr(58) || 'municipality' || chr(58) || :code::text)",
            request.made.text: """
            ('00000000-0000-7000-8000-' || lpad(to_hex(:first::integer), 4, '0')
                || lpad(to_hex(:second::integer), 8, '0'))::uuid
            """,
        ]
        if subject.isPolice { known[request.caller.issuer] = nil }
        for id in [request.plan, request.measure, request.party] {
            known[id.text] = "('\(id.text.dropLast(4))' || :code::text)::uuid"
        }
        var variables: [String: String] = [:]
        let lines = request.transaction(subject, serverKey: serverKey).map { $0.written(known, &variables) + ";" }
        return variables.sorted { $0.value < $1.value }.map { "-- -D \($0.value)=\($0.key)\n" }.joined()
            + "\\set code random(2000, \(1999 + municipalities))\n"
            + (subject == .followUp ? "\\set first random(0, 65535)\n\\set second random(0, 2147483647)\n" : "")
            + "\\startpipeline\n" + lines.joined(separator: "\n") + "\n\\endpipeline\n"
    }

    /// One statement for a server that another language makes: its text, and each value or, in braces, what it stands
    /// for.
    struct Sent: Encodable {
        let sql: String
        let values: [String?]
    }

    /// What the peers run: the same texts with the same values.
    static func statements(_ subject: Subject, serverKey: String) throws -> [Sent] {
        let request = try Request(subject)
        let (caller, known) = (
            request.caller,
            [
                Request.code: "{code}", Request.day: "{day}", request.plan.text: "{plan}",
                request.measure.text: "{measure}", request.party.text: "{party}", request.made.text: "{made}",
                "ongoing": "{status}", "Genomfört enligt plan.": "{text}", "3": "{quantity}", "kvällar": "{unit}",
            ]
        )
        let who = [caller.issuer: "{issuer}", caller.subject: "{subject}", caller.name: "{name}"]
        return request.transaction(subject, serverKey: serverKey).map { statement in
            Sent(
                sql: statement.sql,
                values: statement.parameters.map {
                    guard case .text(let value) = $0 else { return nil }
                    return known[value] ?? who[value] ?? value
                })
        }
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
}
