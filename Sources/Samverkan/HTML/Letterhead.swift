import Postgres

/// What every paper of a municipality or a police district says beside the document: whose it is, and what things are
/// called there.
struct Letterhead: Sendable, Equatable {
    /// SCB's code.
    var code = ""
    /// Without «kommun».
    var municipality = ""
    /// What the plan is called, as `handlingsplan`.
    var plan = "handlingsplan"
    /// What the crime prevention group is called.
    var group = "BRÅ-gruppen"
    /// The police district.
    var district = ""

    static func statement(_ scope: Database.Scope) -> Statement {
        guard let code = scope.municipality else {
            return """
                select null as code, null as name, null as plan_label, null as group_label, d.name as district
                from app.police_district d where d.district_code = \(scope.district)
                """
        }
        return """
            select m.municipality_code as code, m.name, m.plan_label, m.group_label, d.name as district
            from app.municipality m join app.police_district d on d.district_code = m.district_code
            where m.municipality_code = \(code)
            """
    }

    init() {}

    init(_ row: Row) {
        self.code = row["code"] ?? ""
        self.municipality = row["name"] ?? ""
        self.plan = row["plan_label"] ?? self.plan
        self.group = row["group_label"] ?? self.group
        self.district = row["district"] ?? ""
    }

    /// «Skara kommun», «Lokalpolisområde Västra Skaraborg».
    var authority: String { self.municipality.isEmpty ? self.district : "\(self.municipality) kommun" }
    /// «1495 Skara»: a code alone would lose its leading nought in a spreadsheet.
    var coded: String { "\(self.code) \(self.municipality)" }
    /// «Handlingsplan».
    var planTitle: String { self.plan.capitalisedFirst }
}

extension String {
    /// With a capital letter first.
    var capitalisedFirst: String { self.prefix(1).uppercased() + self.dropFirst() }
}
