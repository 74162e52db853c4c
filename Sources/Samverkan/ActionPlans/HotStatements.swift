package import Postgres

/// The statements whose cost a test holds.
package enum HotStatements {
    /// What reading one nested plan runs.
    package static func plan(municipality: String, plan: String) -> [Statement] {
        guard let plan = Identifier(plan) else { return [] }
        var pipeline = Pipeline()
        _ = ActionPlanSQL.Shown(municipality, plan, in: &pipeline)
        return pipeline.statements
    }

    /// How the statement would be run, without running it.
    package static func explained(_ statement: Statement) -> Statement {
        statement.prefixed(by: "explain (costs off) ")
    }
}
