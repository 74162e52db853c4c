import Postgres

/// `@@` is not leakproof, so that under row-level security no index of words is ever used: a tenant's entries are looked
/// through, which takes some milliseconds for 20,000. The policy speaks before a word is looked at.
enum SearchSQL {
    struct Filter: Sendable {
        var text: String
        var kind: String?
        var year: Int?
        var area: Identifier?
        var theme: String?
        var party: Identifier?
        var status: String?
    }

    /// The page, the number of all that was found, and the stems that were searched for, in one statement with a text of
    /// its own for each set of filters: a row for each that is shown, or one without any, and each with the number and
    /// the stems. Only the years that the page reaches into are sorted, and only its own texts are fetched.
    static func found(_ code: String, _ filter: Filter, _ page: Page) -> Statement {
        """
        with q as materialized (select * from app.search_query(\(filter.text))),
        found as materialized (
            select e.kind, e.entry_key, coalesce(y.year, e.year, 0) as sorted_year \(Self.matching(code, filter))),
        years as (
            select sorted_year, sum(count(*)) over (order by sorted_year desc) as until from found group by sorted_year),
        page as (
            select f.kind, f.entry_key, f.sorted_year from found f
            where f.sorted_year >= coalesce(
                (select max(n.sorted_year) from years n where n.until >= \(page.limit + page.offset)::bigint), 0)
            order by f.sorted_year desc, f.kind, f.entry_key desc limit \(page.limit) offset \(page.offset)),
        shown as (
            select \(unsafeSQL: SearchResult.shape.selected), e.text, page.sorted_year, e.entry_key from page
            join app.search_entry e on e.municipality_code = \(code) and e.kind = page.kind
                and e.entry_key = page.entry_key
            left join app.plan_summary y on y.municipality_code = e.municipality_code and y.plan_id = e.plan_id)
        select shown.*, (select array_to_json(q.stems) from q) as stems,
            coalesce((select max(n.until) from years n), 0) as total
        from (values (1)) one (row) left join shown on true
        order by shown.sorted_year desc, shown.kind, shown.entry_key desc
        """
    }

    private static func matching(_ code: String, _ filter: Filter) -> Statement {
        var found: Statement = """
            from app.search_entry e
            left join app.plan_summary y on y.municipality_code = e.municipality_code and y.plan_id = e.plan_id
            where e.municipality_code = \(code) and e.vector @@ (select q.query from q)
                and ((select cardinality(q.years) from q) = 0 or not exists (
                    select from unnest((select q.years from q)) z
                    where coalesce(y.year, e.year) is distinct from z and not e.vector @@ z::text::tsquery))
            """
        if let kind = filter.kind { found = "\(found) and e.kind = \(kind)" }
        if let year = filter.year { found = "\(found) and coalesce(y.year, e.year) = \(year)" }
        if let area = filter.area {
            found = """
                \(found) and (e.area_id = \(area) or e.kind = 'area' and e.entry_id = \(area)
                    or \(Self.measure("m.area_id = \(area)")))
                """
        }
        if let theme = filter.theme {
            found = """
                \(found) and exists (select from app.priority_area a
                    where a.municipality_code = e.municipality_code and a.plan_id = e.plan_id and a.theme = \(theme)
                        and (a.area_id = e.area_id or e.kind = 'area' and a.area_id = e.entry_id
                            or \(Self.measure("m.area_id = a.area_id"))))
                """
        }
        if let party = filter.party {
            found = """
                \(found) and (e.party_id = \(party) or exists (select from app.responsibility r
                    where r.municipality_code = e.municipality_code and r.plan_id = e.plan_id
                        and r.measure_id = case e.kind when 'measure' then e.entry_id else e.measure_id end
                        and r.party_id = \(party)))
                """
        }
        if let status = filter.status {
            found = """
                \(found) and (e.kind = 'measure' and coalesce((select s.status from app.measure_status s
                        where s.municipality_code = e.municipality_code and s.plan_id = e.plan_id
                            and s.measure_id = e.entry_id), 'noInformation') = \(status)
                    or e.kind = 'followUp' and exists (select from app.follow_up f
                        where f.municipality_code = e.municipality_code and f.plan_id = e.plan_id
                            and f.measure_id = e.measure_id and f.follow_up_id = e.entry_id
                            and f.status = \(status)))
                """
        }
        return found
    }

    /// Whether the measure that the entry is of, or is, meets a condition.
    private static func measure(_ condition: Statement) -> Statement {
        """
        exists (select from app.measure m where m.municipality_code = e.municipality_code and m.plan_id = e.plan_id
            and m.measure_id = case e.kind when 'measure' then e.entry_id else e.measure_id end and \(condition))
        """
    }
}
