import Foundation
import NIOHTTP1
import Postgres
import Samverkan
import TestSupport
import Testing

/// Every endpoint that needs a log-in: 401 without a token or with a bad one, 404 for those outside, 200 for those
/// inside.
@Suite struct OutsiderTests {
    private typealias Item = (method: HTTPMethod, path: String, body: String?, type: String)

    /// Paths of every route with real ids in them, found from `Routes` itself, so that none is forgotten.
    private func paths(_ server: TestServer) async throws -> [Item] {
        let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        func made(_ path: String, _ body: String, type: String = "application/json") async throws -> String {
            let answer = try await server.request(
                .POST, "/municipalities/1495/\(path)", as: .coordinatorOfSkara, body: Array(body.utf8), type: type)
            #expect(answer.status == 201, "\(path): \(answer.text)")
            return try answer.json.id
        }
        let picture = try await server.get(
            "/municipalities/1495/situational-pictures/\(skara.pictureID)", as: .readerOfSkara
        ).json
        let plan = try await server.get("/municipalities/1495/action-plans/\(skara.planID)", as: .readerOfSkara).json
        var ids = [
            "municipalityCode": "1495", "districtCode": "vastra-skaraborg", "agreementId": skara.agreementID,
            "pictureId": skara.pictureID,
            "planId": skara.planID, "importId": skara.importID, "sourceId": try picture["sources"][0].id,
            "areaId": try plan["priorityAreas"][0].id,
            "causeId": try plan["priorityAreas"][0]["causes"][0].id,
        ]
        ids["problemId"] = try await made(
            "situational-pictures/\(skara.pictureID)/problems", #"{"text":"Skräp i parken"}"#)
        ids["promiseId"] = try await made(
            "promises", #"{"agreementId":"\#(skara.agreementID)","promisor":"joint","text":"Mindre skräp"}"#)
        ids["commentId"] = try await made(
            "action-plans/\(skara.planID)/comments", #"{"text":"Skräp även vid skolan?"}"#)
        ids["memberId"] = try await made(
            "crime-prevention-group-members",
            #"{"name":"Alva Exempelsson","organisation":"Service och teknik","memberFrom":"2020-01-01"}"#)
        ids["meetingId"] = try await made(
            "crime-prevention-group-meetings", #"{"date":"2020-01-10","notes":"Om narkotika och skräp"}"#)
        ids["attachmentId"] = try await made(
            "agreements/\(skara.agreementID)/attachments?fileName=Skr%C3%A4p.pdf", "%PDF-1.7 Narkotika",
            type: "application/pdf")
        // What the contract's example is enough for.
        for route in APIRoutes.withLogIn where route.method == "GET" && route.path.contains("/action-plans/{planId}/") {
            guard let name = route.path.split(separator: "/").last, name.hasPrefix("{") else { continue }
            let (id, collection) = (String(name.dropFirst().dropLast()), route.path.dropLast(name.count + 1))
            if ids[id] != nil || Self.later.contains(id) { continue }
            let create = try #require(APIRoutes.withLogIn.first { $0.method == "POST" && $0.path == collection })
            let below = collection.split(separator: "/").last.map(String.init) ?? ""
            ids[id] = try await made("action-plans/\(skara.planID)/\(below)", try Self.example(create.operation))
        }
        try server.establish()
        let measure = try await server.measure("Nattvandra")
        ids["measureId"] = measure.id
        ids["partyId"] = measure.party
        ids["contactId"] = try await made(
            "responsible-parties/\(measure.party)/contacts",
            #"{"name":"Alva Exempelsson","email":"alva@skara.example"}"#)
        ids["followUpId"] = try await made(
            "measures/\(measure.id)/follow-ups", #"{"status":"ongoing","period":{"start":"2020-05-01"}}"#)
        ids["workId"] = try await made(
            "action-plans/\(skara.planID)/unplanned-work",
            #"{"areaId":"\#(ids["areaId"] ?? "")","responsiblePartyId":"\#(measure.party)","text":"Skräp plockat","period":{"start":"2020-05-01"}}"#
        )
        ids["roundId"] = try await made(
            "reporting-rounds",
            #"{"planId":"\#(skara.planID)","name":"Skräp","period":{"start":"2020-05-01","end":"2020-05-31"},"answers":{"from":"2020-06-01","until":"2020-06-30"}}"#
        )
        let proposal = try await server.post(
            "/municipalities/1495/reporting-round-proposals", as: .headOfDistrict,
            #"{"year":2020,"text":"Skräp","rounds":[{"name":"x","periodStart":"2020-07-01","periodEnd":"2020-12-31","answersFrom":"2021-01-07","answersUntil":"2021-02-15"}]}"#
        )
        ids["proposalId"] = try proposal.json.id
        ids["valueId"] = try await made(
            "action-plans/\(skara.planID)/indicators/\(ids["indicatorId"] ?? "")/values",
            #"{"date":"2020-05-01","value":12}"#)
        // Published, so that it has an outcome that waits for the police.
        let promise = "promises/\(ids["promiseId"] ?? "")"
        for (act, person) in [
            ("proposal", TestServer.Person.coordinatorOfSkara), ("approvals", .coordinatorOfSkara),
            ("approvals", .headOfDistrict), ("publication", .coordinatorOfSkara),
        ] {
            let answer = try await server.post("/municipalities/1495/\(promise)/\(act)", as: person, "{}")
            #expect(answer.status == 200, "\(act): \(answer.text)")
        }
        ids["outcomeId"] = try await made(
            "\(promise)/outcomes", #"{"period":{"start":"2020-05-01"},"verdict":"tooEarly","text":"Pågår"}"#)
        ids["prolongationId"] = try await made(
            "agreements/\(skara.agreementID)/prolongations", #"{"effectiveEnd":"2024-12-31"}"#)
        ids["fulfilmentId"] = try await made(
            "duty-fulfilments", #"{"duty":"council","title":"Skräprådet","metOn":"2024-01-01"}"#)
        let executive = try await made("bodies", #"{"kind":"municipalExecutive","name":"Skräpnämnden"}"#)
        ids["bodyId"] = try await made("bodies", #"{"kind":"policeDistrictManagement","name":"Ledningen"}"#)
        let reported =
            #"{"planId":"\#(skara.planID)","title":"Skräp","recipientIds":["\#(executive)","\#(ids["bodyId"] ?? "")"]}"#
        ids["reportId"] = try await made("reports", reported)
        let sent = try await server.post(
            "/municipalities/1495/reports/\(ids["reportId"] ?? "")/sending", as: .coordinatorOfSkara, "{}")
        let dispatched = sent.json["dispatches"].items.first { $0["bodyKind"].string == "policeDistrictManagement" }
        ids["dispatchId"] = try dispatched?.id
        ids["decisionId"] = try await made(
            "report-decisions",
            #"{"reportId":"\#(ids["reportId"] ?? "")","body":"Skräpnämnden","date":"\#(sent.json["sentOn"].string ?? "")","outcome":"postponed"}"#
        )
        _ = try await made("reports", reported)
        return try APIRoutes.withLogIn.map { route in
            var path = route.path
            for (name, value) in ids { path = path.replacing("{\(name)}", with: value) }
            if path.hasSuffix("/search") { path += Self.query }
            let (body, type) = try self.body(route.method, path, ids)
            return (HTTPMethod(rawValue: route.method), path, body, type)
        }
    }

    /// Of a search that finds something of everything.
    private static let query = "?q=skr%C3%A4p"

    /// Ids of what is made once everything is established.
    private static let later: Set = ["workId", "valueId", "outcomeId"]

    /// Below these the contract's examples say bodies that do for any of their kind.
    private static let byExample = [
        "/promises/", "/indicators/", "/reporting-round", "/reports", "/bodies", "/report-", "/duty-", "/me/",
    ]

    /// The operation at an address.
    private static func operation(_ method: String, _ path: String) -> String? {
        let parts = path.split(separator: "/")
        return APIRoutes.withLogIn.first { route in
            let names = route.path.split(separator: "/")
            return route.method == method && names.count == parts.count
                && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }?.operation
    }

    /// The body that the contract's example of an operation sends.
    private static func example(_ operation: String) throws -> String {
        try #require(try self.request(operation), "\(operation) has no example of a body")
    }

    /// The same; nil for an operation that takes none.
    private static func request(_ operation: String) throws -> String? {
        let path = "\(TestCluster.root)/deploy/contract/examples.json"
        let examples =
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: [String: Any]]
        guard let request = examples?[operation]?["request"] else { return nil }
        return String(decoding: try JSONSerialization.data(withJSONObject: request), as: UTF8.self)
    }

    /// A body that has the right shape.
    private func body(_ method: String, _ path: String, _ ids: [String: String]) throws -> (String?, String) {
        if method == "GET" || method == "DELETE" { return (nil, "") }
        let period = #""period":{"start":"2020-05-01","end":"2020-12-31"}"#
        if method == "PATCH" { return ("{}", "application/merge-patch+json") }
        if path.hasSuffix("/word-template") { return ("PK", "application/octet-stream") }
        if method == "PUT" {
            return (
                #"{"agreementId":"\#(ids["agreementId"] ?? "")","year":2020,\#(period),"priorityAreas":[]}"#,
                "application/json"
            )
        }
        let bodies: [String: String] = [
            "imports": try Scene.document("skara.txt"), "adoption": #"{"adoptedBy":"Kommunstyrelsen"}"#,
            "confirmation": "{}", "closing": "{}", "reopening": #"{"reason":"x"}"#,
            "contact": #"{"responsiblePartyId":"\#(ids["partyId"] ?? "")"}"#,
            "attachments": "%PDF-1.7", "agreements": #"{"title":"Avtal",\#(period)}"#, "return": #"{"reason":"x"}"#,
            "termination": #"{"effectiveEnd":"2022-12-31","reason":"x"}"#,
            "signatures": #"{"signatureId":"\#(ids["agreementId"] ?? "")","date":"2020-01-01"}"#,
            "renewal": #"{"period":{"start":"2025-01-01"}}"#,
            "prolongations": #"{"effectiveEnd":"2025-12-31"}"#, "comments": #"{"text":"x"}"#,
            "promises": #"{"agreementId":"\#(ids["agreementId"] ?? "")","promisor":"joint","text":"x"}"#,
            "situational-pictures": #"{"title":"x"}"#, "establishment": #"{"establishedBy":"x"}"#,
            "sources": #"{"kind":"survey","title":"x"}"#, "problems": #"{"text":"x"}"#,
            "action-plans": #"{"agreementId":"\#(ids["agreementId"] ?? "")","year":2021,\#(period)}"#,
            "revisions": path.contains("situational") ? "{}" : #"{"year":2021,\#(period)}"#,
            "priority-areas": #"{"title":"x"}"#, "causes": #"{"areaId":"\#(ids["areaId"] ?? "")","text":"x"}"#,
            "measures": #"{"areaId":"\#(ids["areaId"] ?? "")","text":"x"}"#,
            "unplanned-work":
                #"{"areaId":"\#(ids["areaId"] ?? "")","responsiblePartyId":"\#(ids["partyId"] ?? "")","text":"x",\#(period)}"#,
            "dropping": #"{"reason":"x"}"#, "responsible-parties": #"{"name":"x","kind":"joint","form":"group"}"#,
            "merger": #"{"intoId":"\#(ids["agreementId"] ?? "")"}"#,
            "reading": "{}", "contacts": #"{"name":"x"}"#,
            "crime-prevention-group-members": #"{"name":"x","organisation":"x","memberFrom":"2020-01-01"}"#,
            "crime-prevention-group-meetings": #"{"date":"2020-01-01"}"#,
        ]
        let last = String(path.split(separator: "/").last ?? "")
        if last != "attachments",
            Self.byExample.contains(where: path.contains) || ["withdrawal", "transfer", "renaming"].contains(last),
            let operation = Self.operation(method, path)
        {
            return (try Self.request(operation) ?? "{}", "application/json")
        }
        if path == "/municipalities/1495/follow-ups" {
            return (
                #"{"followUps":[{"measureId":"\#(ids["measureId"] ?? "")","status":"ongoing","period":{"start":"2020-05-01"}}]}"#,
                "application/json"
            )
        }
        if last == "correction", path.contains("unplanned-work") {
            return (#"{"text":"x","period":{"start":"2020-05-01"}}"#, "application/json")
        }
        if last == "follow-up-proposals" { return ("Åtgärd\tUtfall\nx\t2\n", "text/plain") }
        let planPart = "/municipalities/{municipalityCode}/action-plans/{planId}/\(last)"
        if bodies[last] == nil,
            let route = APIRoutes.withLogIn.first(where: { $0.method == "POST" && $0.path == planPart })
        {
            return (try Self.request(route.operation) ?? "{}", "application/json")
        }
        return (
            bodies[last] ?? #"{"status":"ongoing","period":{"start":"2020-05-01"}}"#,
            last == "imports" ? "text/plain" : last == "attachments" ? "application/pdf" : "application/json"
        )
    }

    private func send(
        _ server: TestServer, _ item: Item, as person: TestServer.Person?, headers: [(String, String)] = []
    ) async throws -> TestServer.Response {
        let conditions = ["PUT", "PATCH", "DELETE"].contains(item.method.rawValue) ? [("If-Match", "\"1\"")] : []
        return try await server.request(
            item.method, item.path, as: person, body: item.body.map { Array($0.utf8) }, type: item.type,
            headers: headers + conditions)
    }

    @Test("Every endpoint refuses those without a token and those outside")
    func everyEndpointRefusesThoseWithoutATokenAndThoseOutside() async throws {
        try await TestServer.run { server in
            let paths = try await self.paths(server)
            // All that the contract has but what is open to anybody, and what a BI login reads (ViewFileTests).
            let contract = try String(contentsOfFile: "\(TestCluster.root)/openapi.yaml", encoding: .utf8)
            let operations =
                contract.matches(of: /operationId:/).count - contract.matches(of: /security: \[\]/).count
                - APIRoutes.withBILogin.count
            #expect(operations > 100 && paths.count == operations)
            for item in paths {
                #expect(!item.path.contains("{"), "\(item.path)")
                let none = try await self.send(server, item, as: nil)
                #expect(
                    none.status == 401 && none.code == "notAuthenticated", "\(item.method) \(item.path): \(none.status)"
                )
                #expect(none.header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
                for bad in ["Bearer x", "Bearer a.b.c", "Basic c2thcmE6eA==", "Bearer"] {
                    let answer = try await self.send(server, item, as: nil, headers: [("Authorization", bad)])
                    #expect(answer.status == 401, "\(item.method) \(item.path) with \(bad): \(answer.status)")
                }
                if item.path.hasPrefix("/me") { continue }
                for outsider in TestServer.Person.outsiders {
                    // The operator looks after tenants: it sees that there is a Skara, and nothing more.
                    if outsider.role == .operator, item.path == "/municipalities/1495" { continue }
                    let answer = try await self.send(server, item, as: outsider)
                    // What a login can never do is 403 for everybody with it, whatever is there.
                    let expected =
                        item.method == .GET || outsider.municipality == "1494" && outsider.role == .coordinator
                        ? [404] : [404, 403]
                    let isEmptyList =
                        outsider.role == .headOfDistrict && answer.status == 200 && answer.json["items"] == .array([])
                    // What a login may never ask for at all it is refused, whatever is there.
                    let isNeverTheirs =
                        ["/duty-fulfilments", "/word-template"].contains { item.path.contains($0) }
                        && outsider.district != nil && answer.status == 403
                    // Another municipality's officer sees the district's picture of its own municipality.
                    let isOwnPicture =
                        item.path.hasPrefix("/districts/") && outsider.role == .municipalOfficer
                        && outsider.municipality == "1494" && answer.status == 200 && !answer.text.contains("1495")
                    // A line of a bulk report names a measure that isn't there for the caller.
                    let isUnknownLine =
                        item.path == "/municipalities/1495/follow-ups"
                        && answer.json["errors"][0]["code"].string == "notFound"
                    let isRefused =
                        expected.contains(answer.status) || isEmptyList || isUnknownLine || isNeverTheirs
                        || isOwnPicture
                    #expect(
                        isRefused || outsider.role == .operator && answer.status == 403,
                        "\(outsider) \(item.method) \(item.path): \(answer.status) \(answer.text)")
                    for text in ["Skräp", "Alva", "Exempelsson", "Narkotika"] { #expect(!answer.text.contains(text)) }
                }
            }
        }
    }

    @Test("Every get answers those inside")
    func everyGetAnswersThoseInside() async throws {
        try await TestServer.run { server in
            for item in try await self.paths(server) where item.method == .GET {
                let person: TestServer.Person = item.path.hasPrefix("/districts") ? .districtReader : .readerOfSkara
                let answer = try await self.send(server, item, as: person)
                #expect(answer.status == 200, "\(item.path): \(answer.status) \(answer.text)")
                if !item.path.hasSuffix("/content"), !item.path.hasSuffix("/document") {
                    #expect(
                        answer.json["_links"]["self"]["href"].string?.hasPrefix(
                            "http://samverkan.example/samverkan/v1\(item.path.split(separator: "?")[0])") == true)
                }
                #expect(answer.header("traceparent") != nil)
            }
        }
    }

    /// Where a document shows the ids that an address has a place for; `sourceId` is one of its `sources` unless said.
    private static let shownIDs: [String: @Sendable (JSON) -> [JSON]] = [
        "areaId": { $0["priorityAreas"].items.map { $0["id"] } },
        "causeId": { $0["priorityAreas"].items.flatMap { $0["causes"].items }.map { $0["id"] } },
        "municipalityCode": { $0["grants"].items.map { $0["municipalityCode"] } },
        "?q": { _ in [.string(Self.query)] },
        "districtCode": { $0["grants"].items.map { $0["districtCode"] } },
    ]

    /// Every address that links lead to from the root, each asked once, and the acts that are offered on the way.
    private func crawl(_ server: TestServer, as person: TestServer.Person?) async throws -> (
        read: Set<String>, acts: Set<String>
    ) {
        var (waiting, read, acts): ([String], Set<String>, Set<String>) = (["/"], [], [])
        while let path = waiting.popLast() {
            guard read.insert(path).inserted else { continue }
            let answer = try await server.get(path, as: person)
            #expect(answer.status == 200 || (person == nil && answer.status == 401), "\(path): \(answer.status)")
            guard answer.status == 200, answer.text.hasPrefix("{") else { continue }
            var documents = [answer.json]
            while let document = documents.popLast() {
                for name in document["_links"].keys {
                    let link = document["_links"][name]
                    let href = try #require(link["href"].string)
                    var found = [href.replacing("http://samverkan.example/samverkan/v1", with: "")]
                    if link["templated"] == .bool(true) {
                        let variable = String(try #require(found[0].split(separator: "{").last?.prefix { $0 != "}" }))
                        let shown = Self.shownIDs[variable] ?? { $0[variable.dropLast(2) + "s"].items.map { $0["id"] } }
                        found = shown(answer.json).compactMap(\.string).map {
                            found[0].replacing("{\(variable)}", with: $0)
                        }
                    }
                    #expect(found.allSatisfy { !$0.contains("{") }, "\(found)")
                    if link["method"].string == "GET" { waiting += found } else { acts.formUnion(found) }
                }
                documents += document.keys.map { document[$0] }.flatMap { $0.items + [$0] }.filter { !$0.keys.isEmpty }
            }
        }
        return (read, acts)
    }

    @Test("Links lead each role to all that it may read and to acts that it may do")
    func linksLeadEachRoleToAllThatItMayReadAndToActsThatItMayDo() async throws {
        try await TestServer.run { server in
            let paths = try await self.paths(server)
            // A draft and a proposal beside what is signed, so that every act is offered to somebody.
            let agreement = paths.first { $0.path.hasSuffix("/renewal") }?.path ?? ""
            let renewal = Array(#"{"period":{"start":"2025-01-01"}}"#.utf8)
            for isProposed in [false, true] {
                let made = try await server.request(.POST, agreement, as: .coordinatorOfSkara, body: renewal)
                #expect(made.status == 201, "\(made.text)")
                let id = try made.json.id
                if !isProposed { continue }
                let proposed = try await server.request(
                    .POST, "/municipalities/1495/agreements/\(id)/proposal", as: .coordinatorOfSkara)
                #expect(proposed.status == 200, "\(proposed.text)")
            }
            for (kind, body) in [
                ("situational-pictures", "{}"),
                ("action-plans", #"{"year":2021,"period":{"start":"2021-01-01","end":"2021-12-31"}}"#),
            ] {
                let path = paths.first { $0.path.contains("/\(kind)/") && $0.path.hasSuffix("/revisions") }?.path ?? ""
                let made = try await server.post(path, as: .coordinatorOfSkara, body)
                #expect(made.status == 201, "\(made.text)")
            }
            let again = try await server.post(
                "/municipalities/1495/imports?fileName=annan.txt", as: .coordinatorOfSkara,
                document: try Scene.document("skara.txt"))
            #expect(again.status == 201)
            var offered: Set<String> = []
            let people: [TestServer.Person] = [
                .coordinatorOfSkara, .contributorOfSkara, .readerOfSkara, .auditorOfSkara, .officerOfSkara,
                .headOfDistrict, .districtReader, .operator,
            ]
            let anonymous = try await self.crawl(server, as: nil)
            #expect(
                anonymous.read == ["/", "/api-info", "/openapi.yaml", "/stylesheet", "/me"] && anonymous.acts.isEmpty)
            // The coordinator comes last: what it does changes what the others may.
            for person in people.reversed() {
                let found = try await self.crawl(server, as: person)
                for item in paths where item.method == .GET {
                    // The operator is told no municipality's code.
                    if person.role == .operator, item.path.hasPrefix("/municipalities") { continue }
                    if try await self.send(server, item, as: person).status != 200 { continue }
                    let isReached = found.read.contains {
                        $0.split(separator: "?")[0] == item.path.split(separator: "?")[0]
                    }
                    #expect(isReached, "\(person) \(item.path)")
                }
                for act in found.acts.sorted() {
                    offered.insert(String(act.split(separator: "/").last ?? ""))
                    let item = paths.first {
                        $0.method == .POST && $0.path.split(separator: "/").last == act.split(separator: "/").last
                    }
                    #expect(item != nil, "\(act)")
                    // Signed by somebody who is left to.
                    let signed = try await server.get(String(act.dropLast("/signatures".count)), as: person).json[
                        "signatures"
                    ].items
                    let signer = signed.first {
                        $0["date"] == .null && (person.role == .coordinator || $0["party"].string == "police")
                    }
                    let (body, type) = try self.body("POST", act, ["agreementId": signer?["id"].string ?? ""])
                    let answer = try await self.send(server, (.POST, act, body, type), as: person)
                    #expect(
                        ![403, 404, 405].contains(answer.status), "\(person) \(act): \(answer.status) \(answer.text)")
                }
            }
            // The signed one has a prolongation that waits, and so no other.
            #expect(
                offered.sorted() == [
                    "acknowledgement", "adoption", "approvals", "calendar-feed", "closing", "confirmation",
                    "correction",
                    "establishment",
                    "follow-ups", "generation", "prolongation",
                    "proposal", "reading", "renewal", "resolution", "return", "revisions", "sending", "signatures",
                    "termination", "transfer",
                    "withdrawal",
                ])
        }
    }

    @Test("A token of another issuer key or audience or time is refused")
    func aTokenOfAnotherIssuerKeyOrAudienceOrTimeIsRefused() async throws {
        try await TestServer.run { server in
            let good = try await server.token(.coordinatorOfSkara)
            let parts = good.split(separator: ".").map(String.init)
            // Another's payload under this signature, and the signature cut.
            let other = try await server.token(.coordinatorOfLidkoping).split(separator: ".").map(String.init)
            for token in [
                "\(parts[0]).\(other[1]).\(parts[2])", "\(parts[0]).\(parts[1]).",
                "\(parts[0]).\(parts[1]).\(other[2])", good + "x",
            ] {
                let answer = try await server.get("/me", as: nil, headers: [("Authorization", "Bearer \(token)")])
                #expect(answer.status == 401 && answer.code == "tokenInvalid")
            }
            #expect(try await server.get("/me", as: nil, headers: [("Authorization", "bearer \(good)")]).status == 200)
        }
    }

    @Test("Me tells the callers grants")
    func meTellsTheCallersGrants() async throws {
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
