import Postgres
@testable import Samverkan

/// What `deploy/bench` compares with: the service's own statements as a pgbench script, one pipeline each.
enum Benchmark {
    enum Subject: String, CaseIterable, Sendable {
        case plan, list
        case followUp = "follow-up"
    }

    /// The municipalities of the benchmark's data.
    static let municipalities = (2000...2289).map(String.init)

    /// - Parameter serverKey: as in `SAMVERKAN_SERVER_KEY`.
    static func script(_ subject: Subject, serverKey: String) throws -> String {
        let code = "2000"
        func id(_ kind: String) -> Identifier? { Identifier("00000000-0000-7000-\(kind)-00000000\(code)") }
        guard let plan = id("8001"), let measure = id("8003"), let party = id("8004"), let day = Day("2026-05-01")
        else { return "" }
        var pipeline = Pipeline()
        switch subject {
        case .plan: _ = ActionPlanSQL.Shown(code, plan, in: &pipeline)
        case .list: _ = MeasureSQL.Listed(code, .init(), Page(number: 1, limit: 50), in: &pipeline)
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
            let made =
                "('00000000-0000-7000-8000-' || lpad(to_hex(:first::integer), 4, '0') || lpad(to_hex(:second::integer), 8, '0'))::uuid"
            for statement in [
                FollowUpSQL.create(code, measure, new, content), FollowUpSQL.show(.municipality, code, measure, new),
            ] {
                pipeline.add(statement.replacing(new.text, by: made))
            }
        }
        let statements = pipeline.statements
        let issuer = "development:municipality:\(code)"
        let enter: Statement =
            "select access.enter(\(serverKey), \(issuer), \("coordinator"), \("Exempel coordinator"), \(code), \(nil as String?))"
        let known = [
            code: ":code::text", issuer: "'development' || chr(58) || 'municipality' || chr(58) || :code::text",
            plan.text: "('00000000-0000-7000-8001-00000000' || :code::text)::uuid",
            measure.text: "('00000000-0000-7000-8003-00000000' || :code::text)::uuid",
            party.text: "('00000000-0000-7000-8004-00000000' || :code::text)::uuid",
        ]
        let transaction: (first: [Statement], last: [Statement]) =
            subject == .followUp ? ([], []) : (["begin isolation level repeatable read, read only"], ["commit"])
        let lines = (transaction.first + [enter] + statements + transaction.last).map { $0.written(known) + ";" }
        return
            "\\set code random(2000, 2289)\n\\set first random(0, 65535)\n\\set second random(0, 2147483647)\n\\startpipeline\n"
            + lines.joined(separator: "\n") + "\n\\endpipeline\n"
    }
}

extension Statement {
    /// The statement's text with what stands for each value: an expression of the script, or the value as a literal.
    fileprivate func written(_ known: [String: String]) -> String {
        var text = self.sql
        for (index, parameter) in self.parameters.enumerated().reversed() {
            let value =
                switch parameter {
                case .text(let value):
                    known[value] ?? (value.hasPrefix("(") ? value : "'\(value.replacing("'", with: "''"))'")
                default: "null"
                }
            text = text.replacing("$\(index + 1)", with: value)
        }
        return text.replacing("\n", with: " ")
    }

    fileprivate func replacing(_ value: String, by expression: String) -> Statement {
        self.mapParameters { $0 == .text(value) ? .text(expression) : $0 }
    }
}
