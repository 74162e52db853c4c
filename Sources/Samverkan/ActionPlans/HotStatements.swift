package import Postgres

/// The statements whose cost a test and `deploy/bench` hold.
package enum HotStatements {
    /// What reading one nested plan runs.
    package static func plan(municipality: String, plan: String) -> [Statement] {
        Identifier(plan).map { ActionPlanSQL.show(municipality, $0) } ?? []
    }

    /// The first page of fifty measures.
    package static func list(municipality: String) throws -> [Statement] {
        MeasureSQL.list(municipality, .init(), try Page(["limit": "50"]))
    }

    /// How the statement would be run, without running it.
    package static func explained(_ statement: Statement) -> Statement { statement.prefixed(by: "explain (costs off) ") }
}
