import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// A report becomes follow-ups: proposed, looked at, sent.
@Suite struct FollowUpProposalTests {
    private static let table =
        "# Uppföljning 2020\n\nÅtgärd\tUtfall\tStatus\tKommentar\nFotpatrullering kring busstationen\t12 kvällar\tKlart\t\nNågot annat\t\tInte gjort\tIngen tid\nSkräpplockardag\t\tDelvis\t\n"

    private func path(_ plan: String) -> String { "/municipalities/1495/action-plans/\(plan)/follow-up-proposals" }

    @Test("What is proposed can be sent")
    func whatIsProposedCanBeSent() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let measures = try await server.get("/municipalities/1495/action-plans/\(skara.planID)", as: .readerOfSkara)
                .json["priorityAreas"].items.flatMap { $0["causes"].items.flatMap { $0["measures"].items } }
            try #require(measures.count > 2)
            let (first, second) = (measures[0], measures[1])
            let text =
                "# Uppföljning 2020\n\nÅtgärd\tUtfall\tStatus\tKommentar\n\(first["text"].string ?? "")\t12 kvällar\tKlart\t\nNågot annat\t\tInte gjort\tIngen tid\n\(second["text"].string ?? "")\t\tDelvis\t\n"
            let answer = try await server.post(self.path(skara.planID), as: .coordinatorOfSkara, document: text)
            #expect(answer.status == 200, "\(answer.text)")
            let rows = answer.json["proposals"].items
            #expect(rows.map { $0["missing"].items.compactMap(\.string) } == [[], ["measureId"], ["reason"]])
            #expect(
                rows[0]["followUp"]["measureId"] == first["id"] && rows[0]["measureText"] == first["text"]
                    && rows[0]["likeness"].int == 100)
            #expect(
                rows[0]["followUp"]["period"]["start"].string == "2020-01-01"
                    && rows[0]["followUp"]["quantity"].int == 12)
            #expect(rows[0]["place"]["row"].int == 2)
            // What lacks nothing is sent as it is.
            let whole = answer.text
            let start = try #require(whole.range(of: #""followUp":{"#))
            let end = try #require(whole[start.lowerBound...].range(of: "}}"))
            let followUp = whole[whole.index(start.lowerBound, offsetBy: 11)..<whole.index(before: end.upperBound)]
            let sent = try await server.post(
                "/municipalities/1495/follow-ups", as: .coordinatorOfSkara, #"{"followUps":[\#(followUp)]}"#)
            #expect(sent.status == 201, "\(sent.text)")
            // Nothing is stored before.
            #expect(
                try server.database.administrator().run([
                    "select (select count(*) from app.import), (select count(*) from app.follow_up)"
                ])[0].first.map { [$0.int(0), $0.int(1)] } == [1, 1])
        }
    }

    @Test("Who may and what is refused")
    func whoMayAndWhatIsRefused() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            for person in [TestServer.Person.coordinatorOfSkara, .contributorOfSkara, .officerOfSkara] {
                #expect(
                    try await server.post(self.path(skara.planID), as: person, document: Self.table).status == 200,
                    "\(person)")
            }
            for person in [TestServer.Person.readerOfSkara, .auditorOfSkara] {
                let answer = try await server.post(self.path(skara.planID), as: person, document: Self.table)
                #expect(answer.status == 403 && answer.code == "forbidden", "\(person)")
            }
            #expect(
                try await server.post(self.path(skara.planID), as: .coordinatorOfLidkoping, document: Self.table).status
                    == 404)
            #expect(
                try await server.post(
                    self.path("01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11"), as: .coordinatorOfSkara, document: Self.table
                ).status == 404)
            let plan = try await server.post(
                self.path(skara.planID), as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            #expect(plan.status == 422 && plan.code == "documentIsNoReport")
            let report = try await server.request(
                .POST, "/municipalities/1495/imports", as: .coordinatorOfSkara,
                body: try Scene.fixture("field/05-gotene-uppfoljning.docx"),
                type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            #expect(
                report.status == 422 && report.code == "documentIsFollowUpReport"
                    && report.text.contains("follow-up-proposals"))
        }
    }
}
