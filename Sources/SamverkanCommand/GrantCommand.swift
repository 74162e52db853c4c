import ArgumentParser
import Configuration
import Migrator
import Postgres
import Samverkan

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Say who may enter, and as what.",
        subcommands: [Issuer.self, Add.self, End.self, List.self, Roles.self])

    struct Issuer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "issuer",
            abstract:
                "Say whose users an issuer of tokens speaks for: a municipality's, a district's, or the operator's.")

        @Argument(help: "The issuer, as its tokens name it.") var issuer: String
        @Option(help: "Code of the municipality.") var municipality: String?
        @Option(help: "Code of the district.") var district: String?
        @Flag(help: "Move an issuer that speaks for somebody else. Its grants end.") var move = false
        @OptionGroup var state: StateOptions

        func validate() throws {
            if self.municipality != nil, self.district != nil {
                throw ValidationError("an issuer speaks for a municipality or a district, not both")
            }
            if let municipality { try requireCode(municipality) }
        }

        func run() async throws {
            let kind = self.municipality != nil ? "municipality" : self.district != nil ? "district" : "operator"
            let result = try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    with known as materialized (
                        select i.kind, coalesce(i.municipality_code, i.district_code) as code,
                            (i.kind, i.municipality_code, i.district_code) is not distinct from (\(kind),
                                \(self.municipality)::text, \(self.district)::text) as same
                        from access.issuer i where i.issuer = \(self.issuer)
                    ), made as (
                        insert into access.issuer (issuer, kind, municipality_code, district_code)
                        select \(self.issuer), \(kind), \(self.municipality), \(self.district)
                        where \(self.move) or coalesce((select same from known), true)
                        on conflict (issuer) do update set kind = excluded.kind,
                            municipality_code = excluded.municipality_code, district_code = excluded.district_code
                        returning 1
                    ), ended as (
                        update access.caller_grant g set valid_until = app.today() - 1, valid_from = least(g.valid_from,
                            app.today() - 1)
                        where g.issuer = \(self.issuer) and (g.valid_until is null or g.valid_until >= app.today())
                          and \(self.move) and (select not same from known)
                        returning 1
                    )
                    select (select count(*) from made), (select concat_ws(' ', kind, code) from known), (select count(*)
                        from ended)
                    """)
            }
            if result.first?.int(0) == 0 {
                throw SettingsError(
                    "refused: \(self.issuer) speaks for \(result.first?[1] ?? "somebody else"); --move moves it and ends its grants"
                )
            }
            let ended = result.first?.int(2) ?? 0
            print("issuer \(self.issuer): \(kind)\(ended > 0 ? ", \(ended) grants ended" : "")")
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Give a person a role, or change it.")

        @Argument(help: "The issuer of the person's tokens.") var issuer: String
        @Argument(help: "The person, as the issuer's tokens name it (sub).") var subject: String
        @Argument(help: "The role, such as coordinator; samverkan grant roles lists them.") var role: String
        @Option(help: "Code of the municipality.") var municipality: String?
        @Option(help: "Code of the district.") var district: String?
        @Option(help: "Last day, YYYY-MM-DD; yesterday puts the person out at once.") var until: String?
        @Option(help: "Id of a responsible party that a contributor reports for. May be repeated.") var party:
            [String] = []
        @OptionGroup var state: StateOptions

        func validate() throws {
            if let municipality { try requireCode(municipality) }
            if let until, until.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil {
                throw ValidationError("--until is a day, YYYY-MM-DD")
            }
        }

        func run() async throws {
            let parties = "{" + self.party.joined(separator: ",") + "}"
            let result = try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    with fault as materialized (
                        select access.grant_fault(\(self.issuer), \(self.role), \(self.municipality), \(self.district),
                            \(parties)::uuid[]) as name
                    ), made as (
                        insert into access.caller_grant as g (issuer, subject, role, municipality_code, district_code,
                            valid_from, valid_until, responsible_party_ids)
                        select \(self.issuer), \(self.subject), \(self.role), \(self.municipality), \(self.district),
                            least(app.today(), \(self.until)::date), \(self.until)::date, \(parties)::uuid[]
                        from fault where name is null
                        on conflict (issuer, subject, municipality_code, district_code) do update
                        set role = excluded.role, valid_from = least(g.valid_from, excluded.valid_from),
                            valid_until = excluded.valid_until,
                            responsible_party_ids = excluded.responsible_party_ids
                    )
                    select name from fault
                    """)
            }
            if let fault = result.first?[0] { throw SettingsError("refused: \(Self.sentences[fault] ?? fault)") }
            print("grant \(self.role) to \(self.subject)")
        }

        /// Of what `access.grant_fault` finds.
        private static let sentences = [
            "issuer": "there is no such issuer; samverkan grant issuer adds one",
            "role": "the issuer's users have no such role; samverkan grant roles lists them",
            "place": "a grant is for a municipality or for a district, and the operator's for neither",
            "municipality": "the issuer doesn't speak for that municipality",
            "district": "the issuer doesn't speak for that district",
            "withoutParty": "the role reports for somebody: name the responsible party with --party",
            "parties": "the role reports for no parties of its own; leave --party out",
            "party": "the municipality has no such responsible party",
        ]
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "end", abstract: "Put a person out at once.")

        @Argument(help: "The issuer of the person's tokens.") var issuer: String
        @Argument(help: "The person, as the issuer's tokens name it (sub).") var subject: String
        @Option(help: "Code of the municipality, when only that grant ends.") var municipality: String?
        @Option(help: "Code of the district, when only that grant ends.") var district: String?
        @OptionGroup var state: StateOptions

        func validate() throws { if let municipality { try requireCode(municipality) } }

        func run() async throws {
            let ended = try await administer(self.state) { migrator in
                try migrator.asOwner(
                    """
                    update access.caller_grant set valid_until = app.today() - 1, valid_from = least(valid_from,
                        app.today() - 1)
                    where issuer = \(self.issuer) and subject = \(self.subject) and (valid_until is null
                        or valid_until >= app.today())
                      and (\(self.municipality)::text is null or municipality_code = \(self.municipality))
                      and (\(self.district)::text is null or district_code = \(self.district))
                    returning role
                    """)
            }
            if ended.isEmpty { throw SettingsError("refused: \(self.subject) has no such grant that has not ended") }
            print("ended: \(ended.compactMap { $0[0] }.joined(separator: ", ")) of \(self.subject)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List who may enter, those who have ended among them.")

        @Option(help: "Code of a municipality, when only its grants are asked for.") var municipality: String?
        @Option(help: "Issuer, when only its grants are asked for.") var issuer: String?
        @OptionGroup var state: StateOptions

        func validate() throws { if let municipality { try requireCode(municipality) } }

        func run() async throws {
            printTable(
                ["issuer", "subject", "role", "where", "from", "until", "parties", "holds"],
                try await self.state.settings().migrator().asOwner(
                    """
                    select g.issuer, g.subject, g.role, coalesce(g.municipality_code, g.district_code), g.valid_from,
                        g.valid_until,
                        nullif(array_to_string(g.responsible_party_ids, ','), ''),
                        case when g.valid_until < app.today() then 'ended' when g.valid_from > app.today()
                            then 'not yet'
                            else coalesce('no: ' || access.grant_fault(g.issuer, g.role, g.municipality_code,
                                g.district_code, g.responsible_party_ids), 'yes') end
                    from access.caller_grant g
                    where (\(self.municipality)::text is null or g.municipality_code = \(self.municipality))
                      and (\(self.issuer)::text is null or g.issuer = \(self.issuer))
                    order by g.issuer, g.subject, g.municipality_code, g.district_code
                    """))
        }
    }

    struct Roles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "roles",
            abstract: "List the roles, whose users have them, where they hold and what they may do.")

        @OptionGroup var state: StateOptions

        func run() async throws {
            printTable(
                ["role", "issuer", "place", "may"],
                try await self.state.settings().migrator().asOwner(
                    """
                    select r.role, r.issuer_kind, r.place, string_agg(x.may, ' ' order by x.may)
                    from access.role r left join access.role_right x on x.role = r.role
                    group by r.role, r.issuer_kind, r.place order by r.issuer_kind, r.place, r.role
                    """))
        }
    }
}
