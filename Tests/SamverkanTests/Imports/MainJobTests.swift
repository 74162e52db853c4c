import TestSupport
import Testing

/// The service's main job, end to end: a document goes in, an adopted plan is read out.
@Suite struct MainJobTests {
    @Test("Skaras document becomes a served agreement")
    func skarasDocumentBecomesAServedAgreement() async throws {
        try await TestServer.run { server in
            let preview = try await server.post(
                "/municipalities/1495/imports?fileName=skara.txt", as: .coordinatorOfSkara,
                document: try Scene.document("skara.txt"))
            #expect(preview.status == 201)
            #expect(preview.json["status"].string == "previewed")
            let id = try #require(preview.json["id"].string)

            let confirmed = try await server.post(
                "/municipalities/1495/imports/\(id)/confirmation", as: .coordinatorOfSkara, Scene.placements)
            #expect(confirmed.status == 200)
            let plan = try #require(confirmed.json["planId"].string)
            let adopted = try await server.post(
                "/municipalities/1495/action-plans/\(plan)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-01-15"])
            #expect(adopted.status == 200)

            let read = try await server.get("/municipalities/1495/action-plans/\(plan)", as: .readerOfSkara)
            #expect(read.status == 200)
            #expect(read.json["status"].string == "adopted")
            #expect(read.json["adoptedOn"].string == "2020-01-15")
            let counts = read.json["priorityAreas"].items.map { area in
                area["measures"].items.count + area["causes"].items.reduce(0) { $0 + $1["measures"].items.count }
            }
            #expect(counts == [6, 3, 0, 1, 1])
        }
    }
}
