package import Postgres

/// The statements whose cost a test holds.
package enum HotStatements {
    /// What reading one nested plan runs.
    package static func plan(municipality: String, plan: String) -> [Statement] {
        Identifier(plan).map { ActionPlanSQL.show(municipality, $0) } ?? []
    }

    /// How the statement would be run, without running it.
    package static func explained(_ statement: Statement) -> Statement { statement.prefixed(by: "explain (costs off) ") }
}
