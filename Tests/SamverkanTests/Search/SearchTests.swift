import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// Everything that was written, found by its words: by whoever may read it, and by nobody else.
@Suite struct SearchTests {
    private static let base = "/municipalities/1495"

    private static func search(
        _ server: TestServer, _ query: String, as person: TestServer.Person = .readerOfSkara, _ more: String = ""
    ) async throws -> [JSON] {
        let answer = try await server.get("\(base)/search?q=\(query.percentEncoded)&limit=100\(more)", as: person)
        #expect(answer.status == 200, "\(query): \(answer.text)")
        return answer.json["items"].items
    }

    private static func text(_ item: JSON) -> String {
        item["excerpt"].items.compactMap { $0["text"].string }.joined()
    }

    @Test("Sixty searches of the field find what they must, and not what they must not")
    func sixtySearches() async throws {
        let file = try String(contentsOfFile: "\(TestCluster.root)/Tests/Fixtures/searches.tsv", encoding: .utf8)
        let table = file.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t").map(String.init)
        }
        #expect(table.count == 60 && table.allSatisfy { $0.count == 3 })
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let area = try await server.get(plan, as: .coordinatorOfSkara).json["priorityAreas"][0].id
            for text in Set(table.flatMap { $0[1...] }) {
                let made = try await server.post(
                    "\(plan)/measures", as: .coordinatorOfSkara, ["areaId": .string(area), "text": .string(text)])
                #expect(made.status == 201, "\(made.text)")
            }
            for line in table {
                let items = try await Self.search(server, line[0], "&kind=measure")
                let found = items.map(Self.text)
                let wanted = items.first { Self.text($0) == line[1] } ?? .null
                #expect(
                    wanted["excerpt"].items.contains { $0["isMatch"] == .bool(true) },
                    "\(line[0]) is marked in \(line[1])")
                #expect(found.contains(line[1]), "\(line[0]) finds \(line[1])")
                #expect(!found.contains(line[2]), "\(line[0]) finds \(line[2])")
            }
        }
    }

    @Test("Everything of the four years is found, with its kind, its address and what was searched for marked")
    func everythingIsFound() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            for (query, kind) in [
                ("ökad trygghet", "agreement"), ("problembilden", "section"), ("temadagar", "measure"),
                ("grannsamverkan", "area"), ("narkotika skaras", "cause"), ("anmälda brott", "indicator"),
                ("minst tolv nattvandringar", "promise"), ("nio av tolv", "outcome"),
                ("arbetet följt planen", "report"),
                ("rektorer", "party"), ("medborgardialog", "source"), ("bygger på en lägesbild", "plan"),
            ] {
                let found = try await Self.search(server, query)
                let item = try #require(found.first { $0["kind"].string == kind }, "\(query)")
                #expect(item["excerpt"].items.contains { $0["isMatch"] == .bool(true) }, "\(query): \(Self.text(item))")
                let href = try #require(item["_links"]["self"]["href"].string)
                let path = href.replacing("http://samverkan.example/samverkan/v1", with: "")
                #expect(try await server.get(path, as: .readerOfSkara).status == 200, "\(path)")
            }
            // Newest first, and a year that may be the plan's.
            let all = try await Self.search(server, "temadagar", "&kind=measure")
            #expect(all.compactMap { $0["year"].int } == [2023, 2022, 2021, 2020, 2020])
            #expect(try await Self.search(server, "vad gjorde vi om temadagar 2022").map { $0["year"].int } == [2022])
            // Filters, combined.
            #expect(try await Self.search(server, "temadagar", "&year=2021&kind=measure").count == 1)
            let measure = try await server.get(
                "\(Self.base)/measures/\(try #require(all[0]["id"].string))", as: .readerOfSkara
            ).json
            let (area, party) = (
                try measure["area"].id, try measure["responsibilities"][0]["responsibleParty"].id
            )
            #expect(
                try await Self.search(server, "temadagar", "&area=\(area)&party=\(party)&status=ongoing").count == 1)
            #expect(try await Self.search(server, "temadagar", "&area=\(area)&party=\(party)&status=done").isEmpty)
            #expect(try await Self.search(server, "skräpplockardag", "&party=\(party)").isEmpty)
            // Pages are one list.
            var paged: [String?] = []
            for page in 1...5 {
                let answer = try await server.get(
                    "\(Self.base)/search?q=temadagar&kind=measure&limit=1&page=\(page)", as: .readerOfSkara)
                #expect(answer.json["_meta"]["totalRecords"].int == 5)
                paged += answer.json["items"].items.map { $0["id"].string }
            }
            #expect(paged == all.map { $0["id"].string })
        }
    }

    @Test("What has no words says so, and what is odd is answered")
    func whatHasNoWordsSaysSo() async throws {
        try await TestServer.run { server in
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            for query in ["&|!", "och", "och att det", "a", "\"", "%", "\\", "()", "':*", " ", "»«"] {
                let answer = try await server.get(
                    "\(Self.base)/search?q=\(query.percentEncoded)", as: .readerOfSkara)
                #expect(answer.status == 400 && answer.code == "searchWithoutWords", "\(query): \(answer.text)")
            }
            for query in [
                "\"skola", "skola\"", "sko%", "skol\\", "skola & ! | ( ) <-> :*", "'skola'", "skola; drop table x",
                "a b skola",
                "skola:A", "\u{200B}skola", "SKOLA", "s\u{0301}kola", "🙂 skola",
            ] {
                let answer = try await server.get(
                    "\(Self.base)/search?q=\(query.percentEncoded)", as: .readerOfSkara)
                #expect(answer.status == 200, "\(query): \(answer.text)")
            }
            let long = try await server.get(
                "\(Self.base)/search?q=\(String(repeating: "skola", count: 2_000))", as: .readerOfSkara)
            #expect(long.status == 400 && long.code == "invalidParameter")
            for query in ["", "?q=", "?q=skola&kind=x", "?q=skola&year=1", "?q=skola&area=x", "?q=skola&status=x"] {
                let answer = try await server.get("\(Self.base)/search\(query)", as: .readerOfSkara)
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(query)")
            }
        }
    }

    @Test("What changes is found as it is now, and what goes isn't found")
    func whatChangesIsFoundAsItIsNow() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let area = try await server.get(plan, as: .coordinatorOfSkara).json["priorityAreas"][0].id
            let made = try await server.post(
                "\(plan)/measures", as: .coordinatorOfSkara,
                ["areaId": .string(area), "text": "Ljusslingor vid dammen"])
            let measure = "\(Self.base)/measures/\(try made.json.id)"
            #expect(try await Self.search(server, "ljusslinga").count == 1)
            var version = try await server.get(plan, as: .coordinatorOfSkara).json["version"].int
            let changed = try await server.patch(
                measure, as: .coordinatorOfSkara, version: version, ["text": "Lyktor vid dammen"])
            #expect(changed.status == 200)
            #expect(try await Self.search(server, "ljusslinga").isEmpty)
            #expect(try await Self.search(server, "lykta dammen").count == 1)
            version = try await server.get(plan, as: .coordinatorOfSkara).json["version"].int
            #expect(try await server.delete(measure, as: .coordinatorOfSkara, version: version).status == 204)
            #expect(try await Self.search(server, "lykta").isEmpty)

            // A party is found by the name that it had, and an attachment by what it is called.
            let party = try await server.post(
                "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                #"{"name":"Gatukontoret","kind":"municipality","form":"unit"}"#)
            let id = try party.json.id
            let renamed = try await server.post(
                "\(Self.base)/responsible-parties/\(id)/renaming", as: .coordinatorOfSkara,
                #"{"name":"Samhällsenheten"}"#)
            #expect(renamed.status < 300, "\(renamed.text)")
            #expect(try await Self.search(server, "gatukontoret").map { $0["kind"].string } == ["formerName"])
            #expect(try await Self.search(server, "samhällsenhet").map { $0["id"].string } == [id])
            let attached = try await server.request(
                .POST, "\(plan)/attachments?fileName=Ljusm%C3%A4tning%20hamnen.pdf", as: .coordinatorOfSkara,
                body: Array("%PDF-1.7 x".utf8), type: "application/pdf")
            #expect(attached.status == 201)
            #expect(try await Self.search(server, "ljusmätning").map { $0["kind"].string } == ["attachment"])
        }
    }

    @Test("Each line of a report of many is found by its own words; one without any is no entry")
    func eachLineOfABulkReportIsFound() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let measures = try await server.get("\(Self.base)/measures?plan=\(skara.planID)", as: .readerOfSkara)
            let (first, second) = (try measures.json["items"][0].id, try measures.json["items"][1].id)
            let report = try await server.post(
                "\(Self.base)/follow-ups", as: .coordinatorOfSkara,
                """
                {"followUps":[
                    {"measureId":"\(first)","period":{"start":"2020-03-01"},"status":"ongoing","text":"Fyrverkerier samlades in vid Björkgården"},
                    {"measureId":"\(second)","period":{"start":"2020-03-01"},"status":"notDone","reason":"Snöoväder stoppade vandringen"},
                    {"measureId":"\(first)","period":{"start":"2020-03-02"},"status":"ongoing"}]}
                """)
            #expect(report.status == 201, "\(report.text)")
            let told = try await Self.search(server, "fyrverkeri björkgård")
            #expect(told.map { $0["kind"].string } == ["followUp"] && told.first?["measureId"].string == first)
            let reason = try await Self.search(server, "snöovädret")
            #expect(reason.map { $0["kind"].string } == ["followUp"] && reason.first?["measureId"].string == second)
            #expect(
                try server.database.administrator().run([
                    "select count(*) from app.search_entry where kind = 'followUp'"
                ])[0].first?["count"] == "2")
        }
    }

    @Test("Everybody finds exactly what they see, and nobody feels the rest")
    func everybodyFindsExactlyWhatTheySee() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            let agreement = try #require(
                try await server.get("\(Self.base)/agreements?limit=100", as: .readerOfSkara).json["items"].items.first
                {
                    $0["status"].string == "signed"
                })
            // A draft of a plan, of a promise and of a report; a party that was renamed before anybody outside saw it.
            let draft = try await server.post(
                "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                #"{"agreementId":"\#(try agreement.id)","year":2024,"period":{"start":"2024-01-01","end":"2024-12-31"},"introduction":"Hemligord i planens ingress."}"#
            )
            #expect(draft.status == 201, "\(draft.text)")
            for (path, body) in [
                ("action-plans/\(try draft.json.id)/priority-areas", #"{"title":"Hemligord som område"}"#),
                (
                    "promises",
                    #"{"agreementId":"\#(try agreement.id)","promisor":"joint","text":"Hemligord som löfte"}"#
                ),
                ("action-plans/\(try draft.json.id)/comments", #"{"text":"Hemligord i en kommentar"}"#),
            ] {
                let made = try await server.post("\(Self.base)/\(path)", as: .coordinatorOfSkara, body)
                #expect(made.status == 201, "\(made.text)")
            }
            let party = try await server.post(
                "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                #"{"name":"Hemligord AB","kind":"external","form":"organisation"}"#)
            _ = try await server.post(
                "\(Self.base)/responsible-parties/\(try party.json.id)/renaming", as: .coordinatorOfSkara,
                #"{"name":"Exempelbolaget"}"#)
            #expect(try await Self.search(server, "hemligord").count == 5)
            for person in [TestServer.Person.headOfDistrict, .districtReader] {
                let nothing = try await server.get("\(Self.base)/search?q=hemligord", as: person)
                let absent = try await server.get("\(Self.base)/search?q=finnsinte", as: person)
                #expect(nothing.status == 200 && nothing.json["_meta"]["totalRecords"].int == 0)
                #expect(
                    nothing.text.replacing("hemligord", with: "") == absent.text.replacing("finnsinte", with: ""))
                #expect(try await !Self.search(server, "temadagar", as: person).isEmpty)
            }
            for path in ["search?q=temadagar", "search?q=hemligord"] {
                #expect(try await server.get("\(Self.base)/\(path)", as: .coordinatorOfLidkoping).status == 404)
                #expect(try await server.get("\(Self.base)/\(path)", as: nil).status == 401)
            }
            // An entry is there for whoever sees its row, whatever it is, and for nobody else.
            let rows = try server.database.administrator().run([
                "select distinct kind from app.search_entry order by kind"
            ])[0].compactMap { $0["kind"] }
            #expect(rows.count >= 16, "\(rows)")
            for person in [TestServer.Person.headOfDistrict, .officerOfSkara, .readerOfSkara] {
                var seen = 0
                for query in [
                    "skara", "polis", "trygghet", "nattvandring", "plan", "åtgärd", "redovisning", "kommun", "2023",
                ] {
                    for item in try await Self.search(server, query, as: person) {
                        let href = item["_links"]["self"]["href"].string ?? ""
                        let path = href.replacing("http://samverkan.example/samverkan/v1", with: "")
                        #expect(try await server.get(path, as: person).status == 200, "\(person) \(path)")
                        seen += 1
                    }
                }
                #expect(seen > 10)
            }
        }
    }

    @Test("An excerpt is what stands around the first match, in bounds")
    func anExcerptIsInBounds() {
        let text =
            String(repeating: "ord ", count: 100) + "Nattvandringar vid skolan"
            + String(repeating: " slut", count: 5_000)
        let parts = Excerpt(text, stems: ["nattvand", "skol"]).parts
        #expect(parts.filter(\.isMatch).map(\.text) == ["Nattvandringar", "skolan"])
        #expect(parts.first?.text == "…" && parts.last?.text == "…")
        #expect(parts.reduce(0) { $0 + $1.text.count } < 260)
        #expect(
            Excerpt("Beslut KS 2024/118, § 41", stems: ["ksn2024n118", "paragrafn41"]).parts.filter(\.isMatch).map(
                \.text) == ["118", "41"])
        #expect(Excerpt("", stems: ["a"]).parts.isEmpty && Excerpt("x", stems: []).parts.map(\.text) == ["x"])
    }

    @Test("Years alone are searched for, and a party that is gone has no name left")
    func yearsAloneAndPartiesThatAreGone() async throws {
        try await TestServer.run { server in
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let years = try await Self.search(server, "2020–2023")
            #expect(years.contains { $0["kind"].string == "agreement" }, "\(years)")
            #expect(try await Self.search(server, "och 2020").isEmpty == false)
            let party = try await server.post(
                "\(Self.base)/responsible-parties", as: .coordinatorOfSkara,
                #"{"name":"Fyrtornsgruppen","kind":"municipality","form":"unit"}"#
            ).json.id
            let path = "\(Self.base)/responsible-parties/\(party)"
            let renamed = try await server.post(
                "\(path)/renaming", as: .coordinatorOfSkara, #"{"name":"Vaktbolaget"}"#)
            #expect(renamed.status == 200, "\(renamed.text)")
            #expect(try await Self.search(server, "fyrtornsgruppen").map { $0["kind"].string } == ["formerName"])
            let gone = try await server.request(.DELETE, path, as: .coordinatorOfSkara, headers: [("If-Match", "*")])
            #expect(gone.status == 204, "\(gone.text)")
            #expect(try await Self.search(server, "fyrtornsgruppen").isEmpty)
            #expect(try await Self.search(server, "vaktbolaget").isEmpty)
        }
    }
}
