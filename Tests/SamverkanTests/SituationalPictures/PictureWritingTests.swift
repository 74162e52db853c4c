import TestSupport
import Testing

/// Situational pictures: written, established, revised.
@Suite struct PictureWritingTests {
    private static let base = "/municipalities/1495/situational-pictures"

    @Test("A picture is written established and superseded by its revision")
    func aPictureIsWrittenEstablishedAndSupersededByItsRevision() async throws {
        try await TestServer.run { server in
            let made = try await server.post(
                Self.base, as: .coordinatorOfSkara, ["title": "Lägesbild 2024", "summary": "Skadegörelsen ökar."])
            #expect(made.status == 201 && made.json["status"].string == "draft" && made.json["version"].int == 1)
            let path = "\(Self.base)/\(try made.json.id)"
            func source(_ body: String) async throws -> TestServer.Response {
                try await server.post("\(path)/sources", as: .coordinatorOfSkara, body)
            }
            let survey = try await source(#"{"kind":"survey","title":"Trygghetsenkät","date":"2023-10-01"}"#)
            let walk = try await source(#"{"kind":"safetyWalk","title":"Trygghetsvandring","position":1}"#)
            #expect(
                survey.status == 201 && survey.json["date"].string == "2023-10-01" && walk.json["position"].int == 1)
            #expect(
                try await source(#"{"kind":"gissning","title":"x"}"#).json["errors"][0]["pointer"].string == "/kind")
            let (a, b) = (try survey.json.id, try walk.json.id)
            let problem = try await server.post(
                "\(path)/problems", as: .coordinatorOfSkara, ["text": "Klotter", "sourceIds": ["\(a)", "\(b)"]])
            #expect(problem.status == 201 && Set(problem.json["sourceIds"].strings) == [a, b], "\(problem.text)")
            let one = "\(path)/problems/\(try problem.json.id)"
            #expect(
                try await server.patch(
                    one, as: .coordinatorOfSkara, version: 4, ["text": "Klotter vid skolan", "sourceIds": ["\(b)"]]
                ).json["sourceIds"].strings == [b])
            let cited = try await server.delete("\(path)/sources/\(b)", as: .coordinatorOfSkara, version: 5)
            #expect(cited.status == 409 && cited.code == "partInUse")
            #expect(try await server.delete("\(path)/sources/\(a)", as: .coordinatorOfSkara, version: 5).status == 204)
            let wrong = try await server.patch(one, as: .coordinatorOfSkara, version: 6, ["sourceIds": ["\(a)"]])
            #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/sourceIds", "\(wrong.text)")
            // The municipal police officer adds what the police know, and changes nothing.
            let police = try await server.post(
                "\(path)/problems", as: .officerOfSkara, ["text": "Narkotika vid stationen", "sourceIds": ["\(b)"]])
            #expect(police.status == 201, "\(police.text)")
            #expect(
                try await server.post("\(path)/sources", as: .officerOfSkara, ["kind": "survey", "title": "x"]).status
                    == 403)
            #expect(try await server.patch(one, as: .officerOfSkara, version: 7, ["text": "x"]).status == 403)
            #expect(try await server.post("\(path)/problems", as: .officerOfLidkoping, ["text": "x"]).status == 404)
            #expect(try await server.post("\(path)/problems", as: .contributorOfSkara, ["text": "x"]).status == 403)
            #expect(try await server.get(path, as: .headOfDistrict).status == 404)

            #expect(
                try await server.delete(
                    "\(path)/problems/\(try police.json.id)", as: .coordinatorOfSkara, version: 7
                ).status == 204)
            #expect(
                try await server.post("\(path)/problems", as: .officerOfSkara, ["text": "Narkotika vid stationen"])
                    .status == 201)
            #expect(
                try await server.patch(
                    "\(path)/sources/\(b)", as: .coordinatorOfSkara, version: 9,
                    ["title": "Trygghetsvandring i centrum", "date": "2023-11-02"]
                ).json["date"].string == "2023-11-02")
            let renamed = try await server.patch(path, as: .coordinatorOfSkara, version: 10, ["summary": .null])
            #expect(
                renamed.status == 200 && renamed.json["summary"] == .null
                    && renamed.json["title"].string == "Lägesbild 2024" && renamed.json["version"].int == 11)
            #expect(
                try await server.patch(path, as: .coordinatorOfSkara, version: 11, ["title": .null]).json["errors"][
                    0]["pointer"].string == "/title")

            let early = try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}")
            #expect(
                early.status == 409 && early.code == "pictureNotRevisable"
                    && early.json["possible"].strings == ["establishment", "withdrawal"])
            #expect(
                try await server.post("\(path)/establishment", as: .officerOfSkara, ["establishedBy": "x"]).status
                    == 403)
            let established = try await server.post(
                "\(path)/establishment", as: .coordinatorOfSkara,
                ["establishedBy": "Kommunstyrelsen", "establishedOn": "2024-02-01"])
            #expect(
                established.json["status"].string == "established"
                    && established.json["establishedBy"].string == "Kommunstyrelsen")
            let again = try await server.post(
                "\(path)/establishment", as: .coordinatorOfSkara, ["establishedBy": "x"])
            #expect(
                again.status == 409 && again.code == "pictureTransitionNotPossible"
                    && again.json["state"].string == "established" && again.json["possible"].strings == ["revisions"])
            for locked in [
                try await server.patch(path, as: .coordinatorOfSkara, version: 12, ["title": "x"]),
                try await server.post("\(path)/problems", as: .coordinatorOfSkara, ["text": "x"]),
                try await server.post("\(path)/problems", as: .officerOfSkara, ["text": "x"]),
                try await server.delete(one, as: .coordinatorOfSkara, version: 12),
            ] {
                #expect(
                    locked.status == 409 && locked.code == "documentLocked"
                        && locked.json["state"].string == "established", "\(locked.text)")
            }
            let revision = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara, ["title": "Lägesbild 2026"])
            #expect(try await server.get(path, as: .coordinatorOfSkara).json["_links"]["revisions"] == .null)
            #expect(
                revision.status == 201 && revision.json["predecessorId"] == made.json["id"]
                    && revision.json["problems"].items.count == 2)
            #expect(
                revision.json["problems"][0]["sourceIds"].strings == [try revision.json["sources"][0].id])
            #expect(
                try await server.post("\(path)/revisions", as: .coordinatorOfSkara, "{}").code
                    == "pictureRevisionExists")
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "established")
            _ = try await server.post(
                "\(Self.base)/\(try revision.json.id)/establishment", as: .coordinatorOfSkara,
                ["establishedBy": "Kommunstyrelsen"])
            #expect(try await server.get(path, as: .readerOfSkara).json["status"].string == "superseded")
            // The district sees established pictures of municipalities whose agreement names it; there is none here.
            #expect(try await server.get(path, as: .headOfDistrict).status == 404)
            let signed = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            _ = try await server.post(
                "/municipalities/1495/agreements/\(signed.agreementID)/proposal", as: .coordinatorOfSkara, "{}")
            #expect(try await server.get(path, as: .headOfDistrict).status == 200)
        }
    }
}
