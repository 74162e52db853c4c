import TestSupport
import Testing

/// A plan that is proposed to the district: it sees, comments, approves or returns it.
@Suite struct PlanProposalTests {
    private static let base = "/municipalities/1495"

    /// Skara's signed agreement with next year's plan as a draft.
    private func draft(_ body: @Sendable (TestServer, String, JSON) async throws -> Void) async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            try server.establish()
            let draft = try await server.post(
                "\(Self.base)/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            try await body(server, "\(Self.base)/action-plans/\(try draft.id)", draft)
        }
    }

    private static let adoption: JSON = ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2021-01-18"]

    @Test("A plan is proposed, approved and adopted")
    func aPlanIsProposedApprovedAndAdopted() async throws {
        try await self.draft { server, plan, draft in
            #expect(try await server.get(plan, as: .headOfDistrict).status == 404)
            #expect(try await server.post("\(plan)/approvals", as: .headOfDistrict, "{}").status == 404)
            let proposed = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
            #expect(proposed.status == 200 && proposed.json["status"].string == "proposed", "\(proposed.text)")
            let seen = try await server.get(plan, as: .headOfDistrict).json
            #expect(seen["priorityAreas"] != .array([]) && seen["_links"]["approvals"] != .null)
            #expect(seen["_links"]["return"] != .null && seen["_links"]["adoption"] == .null)
            #expect(try await server.get(plan, as: .districtReader).json["_links"]["approvals"] == .null)
            let locked = try await server.patch(
                plan, as: .coordinatorOfSkara, version: proposed.json["version"].int, ["introduction": "Ny"])
            #expect(locked.status == 409 && locked.code == "documentLocked")
            let approved = try await server.post(
                "\(plan)/approvals", as: .headOfDistrict, ["name": "Vera Exempel", "title": "Lokalpolisområdeschef"])
            #expect(approved.json["status"].string == "approved", "\(approved.text)")
            // Some places sign it.
            let signed = try await server.post(
                "\(plan)/approvals", as: .coordinatorOfSkara,
                ["party": "municipality", "name": "Kim Exempel", "title": "Ordförande", "place": "Skara"])
            #expect(signed.json["approvals"].items.map { $0["party"].string }.count == 2, "\(signed.text)")
            let adopted = try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, Self.adoption)
            #expect(adopted.json["status"].string == "adopted", "\(adopted.text)")
            #expect(!adopted.json["warnings"].items.contains { $0["code"].string == "planNotApproved" })
            #expect(try await server.get(plan, as: .headOfDistrict).json["approvals"].items.count == 2)
        }
    }

    @Test("A plan that the district returned is proposed anew before it is adopted")
    func aPlanThatTheDistrictReturnedIsProposedAnew() async throws {
        try await self.draft { server, plan, _ in
            _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
            for person in [TestServer.Person.readerOfSkara, .districtReader, .officerOfSkara] {
                #expect(
                    try await server.post("\(plan)/return", as: person, ["reason": "Nej."]).status == 403, "\(person)")
            }
            let returned = try await server.post(
                "\(plan)/return", as: .headOfDistrict, ["reason": "Polisens del saknas."])
            #expect(returned.status == 204, "\(returned.text)")
            #expect(try await server.get(plan, as: .headOfDistrict).status == 404)
            let draft = try await server.get(plan, as: .coordinatorOfSkara).json
            #expect(draft["returnReason"].string == "Polisens del saknas." && draft["returnedBy"].string == "police")
            #expect(draft["_links"]["adoption"] == .null && draft["_links"]["proposal"] != .null)
            let refused = try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, Self.adoption)
            #expect(refused.status == 409 && refused.code == "planReturned", "\(refused.text)")
            #expect(try await server.get(plan, as: .coordinatorOfSkara).json["status"].string == "draft")
            _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
            #expect(try await server.post("\(plan)/approvals", as: .headOfDistrict, "{}").status == 200)
            #expect(
                try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, Self.adoption).json["status"].string
                    == "adopted")
        }
    }

    @Test("Adoption without the district's approval warns, and it can approve afterwards")
    func adoptionWithoutTheDistrictsApprovalWarns() async throws {
        try await self.draft { server, plan, _ in
            let adopted = try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, Self.adoption)
            #expect(
                adopted.json["warnings"].items.contains { $0["code"].string == "planNotApproved" }, "\(adopted.text)")
            let version = adopted.json["version"].int
            let late = try await server.post("\(plan)/approvals", as: .headOfDistrict, "{}")
            #expect(
                late.status == 200 && late.json["status"].string == "adopted"
                    && late.json["version"].int == (version ?? 0) + 1)
            let returned = try await server.post("\(plan)/return", as: .headOfDistrict, ["reason": "Nej."])
            #expect(returned.status == 409 && returned.code == "planTransitionNotPossible")
        }
    }

    @Test("What a coordinator takes back can be adopted")
    func whatACoordinatorTakesBackCanBeAdopted() async throws {
        try await self.draft { server, plan, _ in
            _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
            _ = try await server.post("\(plan)/approvals", as: .headOfDistrict, "{}")
            #expect(
                try await server.post("\(plan)/return", as: .coordinatorOfSkara, ["reason": "Fel år."]).status == 204)
            let draft = try await server.get(plan, as: .coordinatorOfSkara).json
            #expect(draft["returnedBy"].string == "municipality" && draft["approvals"] == .array([]))
            let adopted = try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, Self.adoption)
            #expect(adopted.status == 200, "\(adopted.text)")
        }
    }

    @Test("The district comments on what is proposed, and reads nothing of what was said of the draft")
    func theDistrictCommentsOnWhatIsProposed() async throws {
        try await self.draft { server, plan, _ in
            let comments = "\(plan)/comments"
            let inside = try await server.post(comments, as: .coordinatorOfSkara, ["text": "Håll inne med detta."])
            #expect(inside.status == 201)
            #expect(try await server.post(comments, as: .headOfDistrict, ["text": "Hej"]).status == 404)
            _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
            let said = try await server.post(comments, as: .headOfDistrict, ["text": "Vilka kvällar?"])
            #expect(said.status == 201, "\(said.text)")
            _ = try await server.post(comments, as: .coordinatorOfSkara, ["text": "Fredagar."])
            #expect(try await server.post(comments, as: .districtReader, ["text": "x"]).status == 403)
            for person in [TestServer.Person.headOfDistrict, .districtReader] {
                let list = try await server.get(comments, as: person).json["items"].items
                #expect(list.map { $0["text"].string } == ["Vilka kvällar?", "Fredagar."], "\(person)")
                #expect(list.allSatisfy { $0["onProposal"] == .bool(true) })
            }
            #expect(
                try await server.get("\(Self.base)/comments/\(try inside.json.id)", as: .headOfDistrict).status == 404)
            #expect(try await server.get(comments, as: .readerOfSkara).json["_meta"]["totalRecords"].int == 3)
            #expect(try await server.get(comments, as: .headOfOtherDistrict).status == 404)
            // An agreement's comments stay inside, proposed or not.
            _ = try await server.post("\(plan)/return", as: .headOfDistrict, ["reason": "Se kommentaren."])
            #expect(
                try await server.get("\(Self.base)/comments/\(try said.json.id)", as: .headOfDistrict).status == 404)
        }
    }

    @Test("An approval that races a return is of what was read, or refused")
    func anApprovalThatRacesAReturnIsRefusedOrHolds() async throws {
        try await self.draft { server, plan, _ in
            for _ in 1...10 {
                _ = try await server.post("\(plan)/proposal", as: .coordinatorOfSkara, "")
                async let approved = server.post("\(plan)/approvals", as: .headOfDistrict, "{}")
                async let returned = server.post("\(plan)/return", as: .coordinatorOfSkara, ["reason": "Ändras."])
                let statuses = [try await approved.status, try await returned.status]
                #expect(statuses[1] == 204 && [200, 404, 409].contains(statuses[0]), "\(statuses)")
                let draft = try await server.get(plan, as: .coordinatorOfSkara).json
                #expect(draft["status"].string == "draft" && draft["approvals"] == .array([]))
            }
        }
    }
}
