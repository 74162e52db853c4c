import Postgres

/// A kind of part of a plan that is written with it: its table, what it hangs on, and its shape.
struct PlanPart: Sendable {
    enum Kind: Int { case areas, causes, measures }

    /// What the result of writing a whole plan calls them.
    let name: StaticString
    let table: StaticString
    let column: StaticString
    /// The columns of what it hangs on within the plan.
    let parents: [String]
    let shape: Shape

    /// When the plan `p` has any, so that else none are looked for; empty where it isn't known.
    var isThere = ""
    /// What the contract says of them in the plan's document; empty for those of the tree.
    var sentence = ""
    /// The name of the link to one of them, and its address below the plan's; empty for those of the tree.
    var link: (name: StaticString, path: String) = ("", "")

    /// Those that hang on the plan itself and on nothing else of it, each in the plan's document and written with it.
    static let ofPlan: [PlanPart] = [Indicator.part]

    /// In the order in which they are made; they go the other way.
    static let all = tree + ofPlan

    /// Areas, their causes, and the measures of both.
    private static let tree = [
        PlanPart(
            name: "priorityAreas", table: "app.priority_area", column: "area_id", parents: [],
            shape: PriorityArea.inPlan),
        PlanPart(name: "causes", table: "app.cause", column: "cause_id", parents: ["area_id"], shape: Cause.inPlan),
        PlanPart(
            name: "measures", table: "app.measure", column: "measure_id", parents: ["area_id", "cause_id"],
            shape: Measure.inPlan),
    ]

    /// Of the plan `p`, in order.
    var member: Member {
        let rows = self.shape.json(
            from: "\(self.table) t", where: "t.municipality_code = p.municipality_code and t.plan_id = p.plan_id",
            order: "t.position, t.\(self.column)")
        return .rows(
            self.name, self.isThere.isEmpty ? rows : "case when \(self.isThere) then \(rows) else '[]' end", self.shape,
            limit: 100, self.sentence
        ).whole
    }

    /// `priority areas`.
    var words: String {
        "\(self.name)".reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : "\($1)" }
    }

    private var members: [Member] { self.shape.members.flatMap { $0.columns(.whole) } }
    /// What is written of it, beside its id.
    private var columns: [String] { self.parents + ["position"] + self.members.map(\.column) }

    /// None yet: id, whether it is kept, what it hangs on, its place, and its content.
    func rows() -> Recordset {
        Recordset(
            columns: [("id", "uuid"), ("kept", "boolean")] + self.parents.map { ($0, "uuid") } + [
                ("position", "integer")
            ], self.members)
    }

    /// Makes those that are new; gives their ids.
    func insert(_ code: String, _ plan: Identifier, _ rows: Recordset) -> Statement {
        """
        insert into
            \(unsafeSQL: "\(self.table) (municipality_code, plan_id, \(self.column), \(self.columns.joined(separator: ", ")))")
        select \(code), \(plan)::uuid, r.id, \(unsafeSQL: self.columns.map { "r.\($0)" }.joined(separator: ", "))
        from \(rows.source) where not r.kept returning \(unsafeSQL: "\(self.column)") as id
        """
    }

    /// Changes those that differ; gives their ids.
    func update(_ code: String, _ plan: Identifier, _ rows: Recordset) -> Statement {
        """
        update \(unsafeSQL: "\(self.table)") t set
            \(unsafeSQL: self.columns.map { "\($0) = r.\($0)" }.joined(separator: ", "))
        from \(rows.source)
        where t.municipality_code = \(code) and t.plan_id = \(plan) and t.\(unsafeSQL: "\(self.column)") = r.id
            and (\(unsafeSQL: self.columns.map { "t.\($0)" }.joined(separator: ", ")))
                is distinct from (\(unsafeSQL: self.columns.map { "r.\($0)" }.joined(separator: ", ")))
        returning t.\(unsafeSQL: "\(self.column)") as id
        """
    }

    /// Removes those that are not named; gives their ids.
    func delete(_ code: String, _ plan: Identifier, _ rows: Recordset) -> Statement {
        """
        delete from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(code) and t.plan_id = \(plan)
            and t.\(unsafeSQL: "\(self.column)") not in (select r.id from \(rows.source))
                returning t.\(unsafeSQL: "\(self.column)") as id
        """
    }

    /// Those of some ids that the plan hasn't got.
    func missing(_ code: String, _ plan: Identifier, _ ids: [String]) -> Statement {
        """
        select id from jsonb_array_elements_text(\(Parameter.json(ids))::jsonb) id where not exists (
            select from \(unsafeSQL: "\(self.table)") t where t.municipality_code = \(code) and t.plan_id = \(plan)
                and t.\(unsafeSQL: "\(self.column)") = id::uuid)
        """
    }
}
