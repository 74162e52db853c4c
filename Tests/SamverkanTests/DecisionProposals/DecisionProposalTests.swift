import Foundation
import TestSupport
import Testing

@testable import Samverkan

/// What committees are asked to decide, of each kind, as JSON, page and plain text.
@Suite struct DecisionProposalTests {
    private static let base = "/municipalities/1495"
    private static let headings = [
        "Förslag till beslut", "Sammanfattning", "Ärendet", "Ekonomiska konsekvenser", "Beslutsunderlag",
        "Beslutet skickas till",
    ]

    @Test("Each decision has its proposal, in three forms, for the municipality's own people")
    func eachDecisionHasItsProposal() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            func first(_ kind: String, where isWanted: (JSON) -> Bool = { _ in true }) async throws -> JSON {
                let list = try await server.get("\(Self.base)/\(kind)?limit=100", as: .readerOfSkara)
                let found = list.json["items"].items.first(where: isWanted)
                return try #require(found)
            }
            let signed = try await first("agreements") { $0["status"].string == "signed" }
            let draft = try await first("agreements") { $0["status"].string == "draft" }
            let agreement = try await server.get("\(Self.base)/agreements/\(signed.id)", as: .readerOfSkara).json
            let plan = try await first("action-plans") { $0["year"].int == 2023 }
            let report = try await first("reports") { $0["status"].string == "sent" }
            for (path, points) in [
                (
                    "\(Self.base)/agreements/\(try draft.id)",
                    [
                        "godkänner «Samverkansöverenskommelse 2025–2028» för perioden 2025-01-01 – 2028-12-31.",
                        "Kommunstyrelsens ordförande Kim Exempelsson får i uppdrag att underteckna överenskommelsen för Skara kommun.",
                        "Överenskommelsen ersätter «\(try #require(signed["title"].string))» från och med 2025-01-01.",
                    ]
                ),
                (
                    "\(Self.base)/agreements/\(try signed.id)/prolongations/\(try agreement["prolongations"][0].id)",
                    [
                        "förlängs till och med 2024-12-31.",
                        "Kommunstyrelsens ordförande Kim Exempelsson får i uppdrag att underteckna förlängningen för Skara kommun.",
                    ]
                ),
                (
                    "\(Self.base)/action-plans/\(try plan.id)",
                    [
                        "Kommunstyrelsen antar handlingsplan 2023 för perioden 2023-01-01 – 2023-12-31.",
                        "De ansvariga redovisar sina åtgärder senast 2023-05-31, 2023-10-01 och 2024-01-31.",
                    ]
                ),
                (
                    "\(Self.base)/reports/\(try report.id)",
                    ["Kommunstyrelsen godkänner redovisningen.", "Redovisningen lämnas till kommunfullmäktige."]
                ),
            ] {
                let address = "\(path)/decision-proposal"
                let proposal = try await server.get(address, as: .readerOfSkara)
                #expect(proposal.status == 200, "\(proposal.text)")
                let said = proposal.json["points"].items.compactMap { $0["text"].string }
                #expect(said.count == points.count && zip(said, points).allSatisfy { $0.contains($1) }, "\(said)")
                #expect(
                    proposal.json["sentTo"].items.contains { $0["text"].string?.contains("Västra Skaraborg") == true })
                #expect(proposal.json["basis"].items.isEmpty == false)

                let page = try await server.get(address, as: .readerOfSkara, headers: [("Accept", "text/html")])
                #expect(page.status == 200 && page.text.contains("<ol><li>"))
                let text = try await server.get(address, as: .readerOfSkara, headers: [("Accept", "text/plain")])
                #expect(text.header("Content-Type") == "text/plain; charset=utf-8" && !text.text.contains("<"))
                var last = text.text.startIndex
                for heading in Self.headings {
                    #expect(page.text.contains("<h2>\(heading)</h2>"))
                    let found = try #require(text.text.range(of: "\n\(heading)\n"))
                    #expect(found.lowerBound >= last)
                    last = found.upperBound
                }
                #expect(text.text.contains("1. \(said[0])"))
                // It is the municipality's own paper, and nobody is led to what isn't theirs.
                for person in [TestServer.Person.headOfDistrict, .officerOfSkara, .coordinatorOfLidkoping] {
                    #expect(try await server.get(address, as: person).status == 404, "\(person)")
                    let above = try await server.get(path, as: person)
                    #expect(above.json["_links"]["decisionProposal"] == .null)
                }
                let above = try await server.get(path, as: .readerOfSkara).json
                #expect(above["_links"]["decisionProposal"]["href"].string?.hasSuffix(address) == true)
                #expect(
                    try await server.get(address, as: .readerOfSkara, headers: [("Accept", "text/csv")]).status == 406)
            }

            // The report handed on to the assembly; what else may not be asked.
            let handed = "\(Self.base)/reports/\(try report.id)/decision-proposal?act=handover"
            let points = try await server.get(handed, as: .readerOfSkara).json["points"].items.compactMap {
                $0["text"].string
            }
            #expect(
                points == [
                    "Kommunstyrelsen överlämnar redovisningen av handlingsplan 2023 till kommunfullmäktige.",
                    "Kommunstyrelsen föreslår kommunfullmäktige besluta: Kommunfullmäktige lägger redovisningen till handlingarna.",
                ])
            let wrong = try await server.get(
                "\(Self.base)/reports/\(try report.id)/decision-proposal?act=x", as: .readerOfSkara)
            #expect(wrong.status == 400 && wrong.code == "invalidParameter")

            // A plan says what it has that the year before hadn't, and what not any more and why.
            let adopting = try await server.get(
                "\(Self.base)/action-plans/\(try plan.id)/decision-proposal", as: .readerOfSkara
            ).json["matter"].items.compactMap { $0["text"].string }.joined(separator: "\n")
            #expect(adopting.contains("– Ny: Ny åtgärd 2023") && adopting.contains("Skäl: Gav ingen effekt 2022."))
            #expect(adopting.contains("Polisen har godkänt planen 2023-01-16."))
        }
    }

    @Test("Whoever gets a decision gets it once, and why a measure ends is a sentence of its own")
    func whoeverGetsADecisionGetsItOnce() {
        let facts = WrittenJSON(
            Array(
                """
                {"year":2024,"parties":["BRÅ-gruppen","Rektorer"],"revises":{"year":2023},"changes":[
                {"change":"dropped","text":"Skräpplockardag","reason":"Den blev klar."},
                {"change":"dropped","text":"Temadagar.","reason":"Den blev klar."}]}
                """.utf8)
        ).root
        var head = Letterhead()
        head.district = "Lokalpolisområde Västra Skaraborg"
        let proposal = DecisionProposal.adopting(
            facts, PaperFrame(letterhead: head, words: Words(), stylesheet: ""))
        #expect(proposal.sentTo == ["BRÅ-gruppen", "Rektorer", "Lokalpolisområde Västra Skaraborg"])
        #expect(
            proposal.matter.contains(
                """
                Jämfört med planen för 2023 är ingen åtgärd oförändrad.

                – Utgår: Skräpplockardag. Skäl: Den blev klar.
                – Utgår: Temadagar. Skäl: Den blev klar.
                """), "\(proposal.matter)")
    }
}
