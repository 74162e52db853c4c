import Crypto
import Foundation
import Migrator
import Postgres
import Samverkan
import TestSupport
import Testing

/// What exists is taken along: a database of an earlier build is restored, migrated, and answers as it did.
///
/// `Tests/Fixtures/0.1.0` holds a dump of the demo after four years of Skara, made by the build of that version, and
/// what its API answered to Skara's people and the police; `Tests/Fixtures/0.1.0-later` the same of a later build, the
/// last before every member of a document came to be always there. `SAMVERKAN_TAKE_ALONG=FOLDER swift test --filter
/// TakenAlong` makes such a folder with the build that runs it, and then tests that.
@Suite struct TakenAlongTests {
    private static let made = ProcessInfo.processInfo.environment["SAMVERKAN_TAKE_ALONG"]
    private static let fixtures = "\(TestCluster.root)/Tests/Fixtures"
    private static let folders = Self.made.map { [$0] } ?? ["\(Self.fixtures)/0.1.0", "\(Self.fixtures)/0.1.0-later"]
    private static let people: [TestServer.Person] = [
        .coordinatorOfSkara, .contributorOfSkara, .officerOfSkara, .headOfDistrict, .coordinatorOfLidkoping,
    ]

    /// What a person saw at a path.
    private struct Answer: Codable {
        let person: String
        let path: String
        let status: Int
        let entityTag: String?
        let body: String

        var json: JSON { (try? JSONDecoder().decode(JSON.self, from: Data(self.body.utf8))) ?? .null }
    }

    @Test("A database of before answers as it did", arguments: folders)
    func aDatabaseOfBeforeAnswersAsItDid(folder: String) async throws {
        if let made = Self.made { try await Self.make(made) }
        let changes = try AnswerChanges(path: "\(Self.fixtures)/changes.tsv")
        let cluster = try await TestCluster.shared.value
        let database = try await Self.restored(cluster, folder)
        // Which logins BI had is told before what kept them goes.
        let (skara, district) = ("old_skara_\(database.name)", "old_district_\(database.name)")
        try database.administrator().run([
            "create role \(unsafeSQL: skara)", "create role \(unsafeSQL: district)",
            "insert into access.bi_login (login_name, municipality_codes, district_code) values (\(skara), '{1495}', null), (\(district), '{}', 'vastra-skaraborg'), ('old_nothing', '{}', null), ('gone', '{1495}', null)",
        ])
        let former = try database.migrator.formerBILogins()
        #expect(former.map(\.name) == [district, skara])
        #expect(former.map(\.scope) == [.districts(["vastra-skaraborg"]), .municipalities(["1495"])])
        _ = try database.migrator.migrate()
        #expect(try database.migrator.formerBILogins().isEmpty)
        try database.administrator().run([
            "drop role \(unsafeSQL: skara)", "drop role \(unsafeSQL: district)",
        ])
        try database.migrator.setServerKey(cluster.serverKey)
        let text = try await TestCluster.run("/bin/sh", ["-c", "gzip -dc '\(folder)/answers.jsonl.gz'"]).output
        let before = try text.split(separator: "\n").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
        #expect(before.count > 200)
        try await TestServer.run(database: database) { server in
            for answer in before {
                let person = try #require(Self.people.first { $0.description == answer.person })
                let now = try await server.get(answer.path, as: person)
                #expect(
                    now.status == answer.status && Self.version(now.header("ETag")) == Self.version(answer.entityTag),
                    "\(answer.person) \(answer.path): \(now.status)")
                if answer.status == 404 {
                    #expect(now.code == "notFound", "\(answer.person) \(answer.path)")
                } else {
                    let difference = changes.difference(Self.comparable(answer.json), Self.comparable(now.json))
                    #expect(difference == nil, "\(answer.person) \(answer.path): \(difference ?? "")")
                }
            }
        }
    }

    /// What was adopted before shows its contacts as the log knows them of that day; what was disposed of in the log
    /// stays so.
    @Test("Names at the adoption are filled from the log")
    func namesAtTheAdoptionAreFilledFromTheLog() async throws {
        let database = try await Self.restored(try await TestCluster.shared.value, "\(Self.fixtures)/0.1.0")
        let administrator = try database.administrator()
        let contacts = try administrator.run([
            """
            select distinct c.contact_id, c.name from app.contact c join app.responsibility r using (municipality_code, contact_id)
            join app.action_plan p using (municipality_code, plan_id) where p.state <> 'draft' order by 1 limit 3
            """
        ])[0].map { ($0[0] ?? "", $0[1] ?? "") }
        #expect(contacts.count == 3)
        try administrator.run([
            "update app.contact set name = 'Nytt Exempelnamn' where contact_id = \(contacts[0].0)::uuid",
            """
            delete from audit.personal_value v using audit.change c
            where v.municipality_code = c.municipality_code and v.sequence = c.sequence and c.table_name = 'contact' and c.after ->> 'contact_id' = \(contacts[1].0)
            """,
        ])
        _ = try database.migrator.migrate()
        for (contact, name) in [
            (contacts[0].0, contacts[0].1 as String?), (contacts[1].0, nil), (contacts[2].0, contacts[2].1),
        ] {
            let names = try administrator.run([
                "select distinct name from app.adopted_contact where contact_id = \(contact)::uuid"
            ])[0].map { $0[0] }
            #expect(names == [name], "\(names)")
        }
        #expect(
            try administrator.run([
                """
                select count(*) from app.responsibility r join app.action_plan p using (municipality_code, plan_id)
                where p.state <> 'draft' and (r.contact_id is null) <> (r.adopted_contact_id is null)
                """
            ])[0].first?.int(0) == 0)
    }

    /// The form of what was signed is the form of that release for ever: what the second one signs has the digest of
    /// what the first one did.
    @Test("An agreement that one party signed before is signed by the other, in the form that it was begun in")
    func aHalfSignedAgreementOfBeforeIsSigned() async throws {
        let cluster = try await TestCluster.shared.value
        let database = try await Self.restored(cluster, "\(Self.fixtures)/0.1.0")
        let id = "01914c5e-7a00-7000-8000-000000000001"
        let plan = "01914c5e-7a00-7000-8000-000000000002"
        try database.administrator().run([
            """
            insert into app.agreement (municipality_code, agreement_id, district_code, title, parties, purpose, scope, outside_scope, period_start, period_end)
            values ('1495', \(id)::uuid, 'vastra-skaraborg', 'Halvt undertecknad', '{Skara kommun,Polisen}', 'Syfte', 'Omfattning', 'Annat', '2041-01-01', '2042-12-31')
            """,
            "insert into app.agreement_section (municipality_code, agreement_id, position, heading, text) values ('1495', \(id)::uuid, 1, 'Bakgrund', 'Text «med» tecken')",
            """
            insert into app.signature (municipality_code, agreement_id, signature_id, position, party, name, title)
            values ('1495', \(id)::uuid, app.uuidv7(), 1, 'municipality', 'Kim Exempel', 'Ordförande'), ('1495', \(id)::uuid, app.uuidv7(), 2, 'police', 'Vera Exempel', 'Chef')
            """,
            "insert into app.promise (municipality_code, promise_id, agreement_id, position, promisor, text) values ('1495', app.uuidv7(), \(id)::uuid, 1, 'joint', 'Mindre skräp')",
            """
            insert into app.action_plan (municipality_code, plan_id, agreement_id, year, period_start, period_end, introduction, notes)
            values ('1495', \(plan)::uuid, \(id)::uuid, 2041, '2041-01-01', '2041-12-31', 'Inledning', 'Anteckning')
            """,
            "insert into app.priority_area (municipality_code, plan_id, area_id, position, title, theme) values ('1495', \(plan)::uuid, app.uuidv7(), 1, 'Trygg kväll', 'safety')",
            """
            insert into app.cause (municipality_code, plan_id, cause_id, area_id, position, text)
            select municipality_code, plan_id, app.uuidv7(), area_id, 1, 'Mörka stråk' from app.priority_area where plan_id = \(plan)::uuid
            """,
            """
            insert into app.measure (municipality_code, plan_id, measure_id, area_id, cause_id, position, text, planned_follow_up, target, schedule, notes, starts_on,
                ends_on, quantity, unit)
            select municipality_code, plan_id, app.uuidv7(), area_id, cause_id, 1, 'Tända lampor', 'Antal', 'Minst 40', 'Våren', 'Med parkenheten', '2041-03-01',
                '2041-05-31', 40.5, 'lampor' from app.cause where plan_id = \(plan)::uuid
            """,
            """
            insert into app.responsibility (municipality_code, plan_id, measure_id, party_id, position, lead)
            select m.municipality_code, m.plan_id, m.measure_id, p.party_id, 1, true from app.measure m
            join (select * from app.responsible_party where municipality_code = '1495' order by name limit 1) p using (municipality_code)
            where m.plan_id = \(plan)::uuid
            """,
            "update app.agreement set state = 'proposed' where municipality_code = '1495' and agreement_id = \(id)::uuid",
            "update app.signature set signed_on = '2026-01-15', outside_system = false where municipality_code = '1495' and agreement_id = \(id)::uuid and party = 'municipality'",
        ])
        _ = try database.migrator.migrate()
        try database.migrator.setServerKey(cluster.serverKey)
        try await TestServer.run(database: database) { server in
            let agreement = "/municipalities/1495/agreements/\(id)"
            let before = try await server.get(agreement, as: .headOfDistrict).json["signatures"]
            #expect(
                before[0]["contentSha256"].string?.count == 64 && before[0]["form"].string == "v1"
                    && before[1]["form"] == .null)
            let body = #"{"signatureId":"\#(try before[1].id)","date":"2026-01-16"}"#
            let signed = try await server.post("\(agreement)/signatures", as: .headOfDistrict, body)
            #expect(signed.status == 200 && signed.json["status"].string == "signed", "\(signed.text)")
            for name in ["contentSha256", "annexesSha256", "form"] {
                #expect(signed.json["signatures"][0][name] == signed.json["signatures"][1][name])
            }
            // The annexes are drafts: the police see the digest of them, and the agreement's own text.
            let theirs = try await server.get("\(agreement)/signed-text", as: .headOfDistrict).json["texts"].items
            #expect(theirs.map { $0["sha256"] } == [before[0]["contentSha256"]])
            let texts = try await server.get("\(agreement)/signed-text", as: .readerOfSkara).json["texts"].items
            #expect(
                Set(texts.compactMap { $0["sha256"].string })
                    == Set([before[0]["contentSha256"].string, before[0]["annexesSha256"].string].compactMap { $0 }))
            for text in texts {
                let digest = SHA256.hash(data: Data((text["text"].string ?? "").utf8)).map {
                    ($0 < 16 ? "0" : "") + String($0, radix: 16)
                }.joined()
                #expect(text["sha256"].string == digest && text["form"].string == "v1")
            }
            #expect(texts.contains { $0["text"].string?.contains("Tända lampor") == true })
        }
    }

    /// A role of then is in the dump's rights; a whole server that is taken along has it.
    private static func restored(_ cluster: TestCluster, _ folder: String) async throws -> TestDatabase {
        let database = try cluster.emptyDatabase()
        try await TestCluster.run(
            "/bin/sh",
            [
                "-c",
                """
                { echo "do \\$\\$ begin create role samverkan_bi_reader nologin; exception when duplicate_object or unique_violation then null; end \\$\\$;"
                  gzip -dc '\(folder)/database.sql.gz'; } | psql -X -q -1 -v ON_ERROR_STOP=1 '\(database.adminURL)'
                """,
            ])
        return database
    }

    /// The document's version, which a list's tag hasn't got.
    private static func version(_ tag: String?) -> Substring? {
        tag.flatMap { $0.contains(".") ? $0.prefix { $0 != "." } : nil }
    }

    /// An answer without what has been changed since 0.1.0: warnings, links and how an import's facts were found, which
    /// are new, decimals of times, days that count as kept when they moved with the period, and what a superseded
    /// plan's successor counts.
    private static func comparable(_ json: JSON) -> JSON {
        switch json {
        case .string(let text) where text.count > 20 && text.hasSuffix("Z") && text.dropFirst(10).hasPrefix("T"):
            return .string(String(text.dropLast().reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()))
        case .array(let items):
            return .array(
                items.filter { !["startsOn", "endsOn"].contains($0["field"].string) }.map { Self.comparable($0) })
        case .object(var members):
            if members["fileName"] == nil { members["warnings"] = nil }
            members["facts"] = nil
            if members["planStatus"] == .string("superseded") { members["reportedQuantities"] = nil }
            if case .object(var links)? = members["_links"] {
                links["successor"] = nil
                links["reopening"] = nil
                links["reading"] = nil
                members["_links"] = .object(links)
            }
            return .object(members.mapValues { Self.comparable($0) })
        default: return json
        }
    }

    private static func make(_ folder: String) async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await TestServer.run { server in
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            _ = try await server.imported("gotene.md", as: .coordinatorOfGotene)
            try server.establish()
            try await FourYearsTests.live(server)
            var lines = ""
            for person in self.people {
                for path in try await self.paths(server) {
                    let answer = try await server.get(path, as: person)
                    let line = Answer(
                        person: person.description, path: path, status: answer.status, entityTag: answer.header("ETag"),
                        body: answer.text)
                    lines += String(decoding: try JSONEncoder().encode(line), as: UTF8.self) + "\n"
                }
            }
            try lines.write(toFile: "\(folder)/answers.jsonl", atomically: true, encoding: .utf8)
            try await TestCluster.run(
                "/bin/sh",
                [
                    "-c",
                    "cd '\(folder)' && pg_dump '\(server.database.adminURL)' | gzip -9n >database.sql.gz && gzip -9nf answers.jsonl",
                ])
        }
    }

    /// Every address of Skara's that the coordinator can read and whose answer does not follow the calendar.
    private static func paths(_ server: TestServer) async throws -> [String] {
        let base = "/municipalities/1495"
        var paths = [base]
        func list(_ path: String) async throws -> [String] {
            paths.append("\(path)?limit=100")
            return try await server.get("\(path)?limit=100", as: .coordinatorOfSkara).json["items"].items.compactMap {
                $0["id"].string
            }
        }
        for (collection, below) in [
            ("agreements", ["attachments", "comments"]), ("promises", []),
            ("situational-pictures", ["attachments", "comments"]),
            ("action-plans", ["changes", "unplanned-work", "attachments", "comments"]), ("responsible-parties", []),
            ("imports", []),
            ("crime-prevention-group-members", []), ("crime-prevention-group-meetings", []),
        ] {
            for id in try await list("\(base)/\(collection)") {
                let path = "\(base)/\(collection)/\(id)"
                paths.append(path)
                for name in below { paths.append("\(path)/\(name)") }
            }
        }
        for id in try await list("\(base)/measures") {
            let path = "\(base)/measures/\(id)"
            paths += [path, "\(path)/history"]
            for report in try await list("\(path)/follow-ups") { paths.append("\(path)/follow-ups/\(report)") }
        }
        return paths
    }
}
