import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// Every endpoint that needs a log-in: 401 without a token or with a bad one, 404 for those outside, 200 for those inside.
@Suite struct OutsiderTests {
    /// Paths of every route with real ids in them, found from `Routes` itself, so that none is forgotten.
    private func paths(_ server: TestServer, _ skara: Scene.Imported) async throws -> [(method: HTTPMethod, path: String, body: String?)] {
        let measure = try await server.measure("Nattvandra")
        let followUp = try await server.post("/municipalities/1495/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara, #"{"status":"ongoing","period":{"start":"2020-05-01"}}"#).json["id"].string ?? ""
        let ids = [
            "municipalityCode": "1495", "districtCode": "vastra-skaraborg", "agreementId": skara.agreementID, "pictureId": skara.pictureID,
            "planId": skara.planID, "measureId": measure.id, "followUpId": followUp, "partyId": measure.party, "importId": skara.importID,
        ]
        return try APIRoutes.withLogIn.map { route in
            var path = route.path
            for (name, value) in ids { path = path.replacing("{\(name)}", with: value) }
            return (HTTPMethod(rawValue: route.method), path, route.method == "POST" ? try self.body(path) : nil)
        }
    }

    /// A body that would be accepted of somebody inside.
    private func body(_ path: String) throws -> String {
        if path.hasSuffix("/imports") { return try Scene.document("skara.txt") }
        if path.hasSuffix("/adoption") { return #"{"adoptedBy":"Kommunstyrelsen"}"# }
        if path.hasSuffix("/confirmation") { return "{}" }
        return #"{"status":"ongoing","period":{"start":"2020-05-01"}}"#
    }

    private func send(_ server: TestServer, _ item: (method: HTTPMethod, path: String, body: String?), as person: TestServer.Person?, headers: [(String, String)] = []) async throws -> TestServer.Response {
        let isImport = item.path.hasSuffix("/imports") && item.method == .POST
        return try await server.request(item.method, item.path, as: person, body: item.body.map { Array($0.utf8) }, type: isImport ? "text/plain" : "application/json", headers: headers)
    }

    @Test func everyEndpointRefusesThoseWithoutATokenAndThoseOutside() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let paths = try await self.paths(server, skara)
            #expect(paths.count == 23)
            for item in paths {
                #expect(!item.path.contains("{"), "\(item.path)")
                let none = try await self.send(server, item, as: nil)
                #expect(none.status == 401 && none.code == "notAuthenticated", "\(item.method) \(item.path): \(none.status)")
                #expect(none.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
                for bad in ["Bearer x", "Bearer a.b.c", "Basic c2thcmE6eA==", "Bearer"] {
                    let answer = try await self.send(server, item, as: nil, headers: [("Authorization", bad)])
                    #expect(answer.status == 401, "\(item.method) \(item.path) with \(bad): \(answer.status)")
                }
                if item.path == "/me" { continue }
                for outsider in TestServer.Person.outsiders {
                    // The operator looks after tenants: it sees that there is a Skara, and nothing more.
                    if outsider.role == .operator, item.path == "/municipalities/1495" { continue }
                    // The other municipality's officer may not see a district's overview either; the operator sees no content.
                    let answer = try await self.send(server, item, as: outsider)
                    // What a login can never do is 403 for everybody with it, whatever is there.
                    let expected = item.method == .GET || outsider.municipality == "1494" && outsider.role == .coordinator ? [404] : [404, 403]
                    let isEmptyList = outsider.role == .headOfDistrict && answer.status == 200 && answer.json["items"] == .array([])
                    #expect(expected.contains(answer.status) || isEmptyList || (outsider.role == .operator && answer.status == 403), "\(outsider) \(item.method) \(item.path): \(answer.status) \(answer.text)")
                    for text in ["Skräp", "Alva", "Exempelsson", "Narkotika"] { #expect(!answer.text.contains(text)) }
                }
            }
        }
    }

    @Test func everyGetAnswersThoseInside() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            for item in try await self.paths(server, skara) where item.method == .GET {
                let person: TestServer.Person = item.path.hasPrefix("/districts") ? .districtReader : .readerOfSkara
                let answer = try await self.send(server, item, as: person)
                #expect(answer.status == 200, "\(item.path): \(answer.status) \(answer.text)")
                #expect(answer.json["_links"]["self"]["href"].string?.hasPrefix("http://samverkan.example/samverkan/v1\(item.path)") == true)
                #expect(answer.header("traceparent") != nil)
            }
        }
    }

    @Test func aTokenOfAnotherIssuerKeyOrAudienceOrTimeIsRefused() async throws {
        try await TestServer.run { server in
            let good = try await server.token(.coordinatorOfSkara)
            let parts = good.split(separator: ".").map(String.init)
            // Another's payload under this signature, and the signature cut.
            let other = try await server.token(.coordinatorOfLidkoping).split(separator: ".").map(String.init)
            for token in ["\(parts[0]).\(other[1]).\(parts[2])", "\(parts[0]).\(parts[1]).", "\(parts[0]).\(parts[1]).\(other[2])", good + "x"] {
                let answer = try await server.get("/me", as: nil, headers: [("Authorization", "Bearer \(token)")])
                #expect(answer.status == 401 && answer.code == "tokenInvalid")
            }
            for token in try await TestTokens.refused() {
                let answer = try await server.get("/me", as: nil, headers: [("Authorization", "Bearer \(token)")])
                #expect(answer.status == 401 && answer.code == "tokenInvalid")
            }
            #expect(try await server.get("/me", as: nil, headers: [("Authorization", "bearer \(good)")]).status == 200)
        }
    }

    @Test func meTellsTheCallersGrants() async throws {
        try await TestServer.run { server in
            let coordinator = try await server.get("/me", as: .coordinatorOfSkara).json
            #expect(coordinator["grants"].items.map { $0["municipalityCode"].string } == ["1495"])
            #expect(coordinator["grants"][0]["role"].string == "coordinator")
            let head = try await server.get("/me", as: .headOfDistrict).json
            #expect(head["grants"][0]["districtCode"].string == "vastra-skaraborg")
            #expect(try await server.get("/me", as: .operator).json["grants"][0]["role"].string == "operator")
            try server.database.administrator().run(["delete from access.caller_grant where subject = 'reader'"])
            let nobody = try await server.get("/me", as: .readerOfSkara)
            #expect(nobody.status == 403 && nobody.code == "noGrant")
            #expect(try await server.get("/municipalities/1495", as: .readerOfSkara).status == 404)
        }
    }
}
