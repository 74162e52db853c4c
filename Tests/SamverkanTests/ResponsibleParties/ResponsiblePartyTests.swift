import Postgres
import TestSupport
import Testing

/// Responsible parties and contacts: written, ended, merged; and the municipality's own words.
@Suite struct ResponsiblePartyTests {
    private static let path = "/municipalities/1495/responsible-parties"

    @Test("Parties and contacts are written ended and removed when unused")
    func partiesAndContactsAreWrittenEndedAndRemovedWhenUnused() async throws {
        try await TestServer.run { server in
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let made = try await server.post(
                Self.path, as: .coordinatorOfSkara,
                ["name": "Räddningstjänsten", "kind": "external", "form": "organisation"])
            #expect(
                made.status == 201 && made.json["version"].int == 1 && made.json["endedOn"] == .null
                    && made.json["contacts"] == .array([]))
            let party = "\(Self.path)/\(try made.json.id)"
            let taken = try await server.post(
                Self.path, as: .coordinatorOfSkara,
                ["name": "räddningsTJÄNSTEN", "kind": "external", "form": "organisation"])
            #expect(
                taken.status == 409 && taken.code == "partyNameTaken"
                    && taken.json["errors"][0]["pointer"].string == "/name")
            let contact = try await server.post(
                "\(party)/contacts", as: .coordinatorOfSkara,
                ["name": "Mika Exempelsson", "email": "mika@raddning.example"])
            #expect(contact.status == 201 && contact.header("ETag")?.hasPrefix("\"2.") == true)
            #expect(
                try await server.post("\(party)/contacts", as: .coordinatorOfSkara, ["name": "mika exempelsson"])
                    .code == "contactNameTaken")
            for email in ["mika", "mika@", "a b@c.example"] {
                #expect(
                    try await server.post(
                        "\(party)/contacts", as: .coordinatorOfSkara, ["name": "Annan", "email": "\(email)"]
                    ).json["errors"][0]["pointer"].string == "/email", "\(email)")
            }
            let one = "\(party)/contacts/\(try contact.json.id)"
            #expect(
                try await server.patch(
                    one, as: .coordinatorOfSkara, version: 2, ["endedOn": "2021-01-31", "email": .null]
                ).json["endedOn"].string == "2021-01-31")
            #expect(
                try await server.get(party, as: .readerOfSkara).json["contacts"][0]["endedOn"].string == "2021-01-31")
            #expect(
                try await server.patch(
                    party, as: .coordinatorOfSkara, version: 3, ["endedOn": "2021-02-01", "kind": "municipality"]
                ).json["kind"].string == "municipality")
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(try await server.patch(party, as: person, version: 4, ["name": "x"]).status == 403)
                #expect(try await server.post("\(party)/contacts", as: person, ["name": "x"]).status == 403)
                #expect(try await server.delete(party, as: person, version: 4).status == 403)
            }
            // Contacts are shown inside the municipality and to its officer.
            #expect(try await server.get(one, as: .officerOfSkara).status == 200)
            #expect(try await server.get(one, as: .headOfDistrict).status == 404)
            let extra =
                try await server.post("\(party)/contacts", as: .coordinatorOfSkara, ["name": "Fel Exempelsson"])
                .json.id
            #expect(
                try await server.delete("\(party)/contacts/\(extra)", as: .coordinatorOfSkara, version: 5).status == 204
            )
            // Unused, it can go; what answers for something can't.
            #expect(try await server.delete(party, as: .coordinatorOfSkara, version: 1).code == "versionDiffers")
            #expect(try await server.delete(party, as: .coordinatorOfSkara, version: 6).status == 204)
            #expect(try await server.get(party, as: .readerOfSkara).status == 404)
            let used = try await server.measure("Nattvandra").party
            let refused = try await server.delete("\(Self.path)/\(used)", as: .coordinatorOfSkara, version: 1)
            #expect(refused.status == 409 && refused.code == "partyInUse")
            #expect(try await server.get("\(Self.path)/\(used)", as: .readerOfSkara).json["contacts"].items.count >= 1)
        }
    }

    @Test("Two parties become one in drafts and stay two in what is adopted")
    func twoPartiesBecomeOneInDraftsAndStayTwoInWhatIsAdopted() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            try server.establish()
            let draft = try await server.post(
                "/municipalities/1495/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            let parties = try await server.get("\(Self.path)?limit=100", as: .readerOfSkara).json["items"].items
            func id(_ name: String) -> String {
                parties.first { $0["name"].string?.hasPrefix(name) == true }?["id"].string ?? ""
            }
            let (from, into) = (id("Kultur-"), id("Rektorer"))
            let itself = try await server.post(
                "\(Self.path)/\(from)/merger", as: .coordinatorOfSkara, ["intoId": "\(from)"])
            #expect(itself.status == 422 && itself.code == "partyMergedIntoItself")
            let foreign =
                try await server.post(
                    "/municipalities/1494/responsible-parties", as: .coordinatorOfLidkoping,
                    ["name": "x", "kind": "municipality", "form": "unit"]
                ).json.id
            let outside = try await server.post(
                "\(Self.path)/\(from)/merger", as: .coordinatorOfSkara, ["intoId": "\(foreign)"])
            #expect(outside.status == 422 && outside.json["errors"][0]["pointer"].string == "/intoId")
            #expect(
                try await server.post("\(Self.path)/\(from)/merger", as: .readerOfSkara, ["intoId": "\(into)"])
                    .status == 403)
            #expect(
                try await server.post(
                    "\(Self.path)/\(skara.planID)/merger", as: .coordinatorOfSkara, ["intoId": "\(into)"]
                ).status == 404)
            let merged = try await server.post(
                "\(Self.path)/\(from)/merger", as: .coordinatorOfSkara, ["intoId": "\(into)"])
            #expect(
                merged.status == 200 && merged.json["mergedIntoId"].string == into
                    && merged.json["endedOn"].string != nil, "\(merged.text)")
            #expect(
                try await server.post("\(Self.path)/\(from)/merger", as: .coordinatorOfSkara, ["intoId": "\(into)"])
                    .code == "partyAlreadyMerged")
            #expect(
                try await server.post("\(Self.path)/\(into)/merger", as: .coordinatorOfSkara, ["intoId": "\(from)"])
                    .code == "partyAlreadyMerged")
            func answering(_ plan: String) async throws -> Set<String> {
                let measures = try await server.get(
                    "/municipalities/1495/measures?plan=\(plan)&limit=100", as: .readerOfSkara
                ).json["items"].items
                return Set(
                    measures.flatMap { $0["responsibilities"].items.compactMap { $0["responsibleParty"]["id"].string } }
                )
            }
            #expect(try await answering(skara.planID).contains(from))
            let now = try await answering(try draft.id)
            #expect(!now.contains(from) && now.contains(into))
            #expect(
                try await server.get(
                    "/municipalities/1495/action-plans/\(try draft.id)", as: .readerOfSkara
                ).json["version"].int == 2)
            // A copy of each contact, and the contributor's right, went along.
            let contacts = try await server.get("\(Self.path)/\(into)", as: .readerOfSkara).json["contacts"].items
                .compactMap { $0["name"].string }
            let old = try await server.get("\(Self.path)/\(from)", as: .readerOfSkara).json["contacts"].items.compactMap
            { $0["name"].string }
            #expect(!old.isEmpty && Set(old).isSubset(of: Set(contacts)))
            #expect(
                try await server.get("/me", as: .contributorOfSkara).json["grants"][0]["responsiblePartyIds"].strings
                    .contains(into))
            // The next revision of the adopted plan names the one.
            let next = try await server.post(
                "/municipalities/1495/action-plans/\(skara.planID)/revisions", as: .coordinatorOfSkara,
                ["year": 2022, "period": ["start": "2022-01-01", "end": "2022-12-31"]]
            ).json
            #expect(try await !answering(try next.id).contains(from))
            // One traced act: the log has it under the coordinator's name.
            #expect(
                try server.database.administrator().run([
                    "select count(*) from audit.change where table_name = 'responsible_party' and action = 'update' and actor_subject = 'coordinator' and after ->> 'merged_into_id' is not null"
                ])[0].first?.int(0) == 1)
        }
    }

    @Test("The municipality uses its own words")
    func theMunicipalityUsesItsOwnWords() async throws {
        try await TestServer.run { server in
            let path = "/municipalities/1495"
            #expect(try await server.get(path, as: .readerOfSkara).header("ETag")?.hasPrefix("\"1.") == true)
            let changed = try await server.patch(
                path, as: .coordinatorOfSkara, version: 1, ["labels": ["crimePreventionGroup": "Trygghetsgruppen"]])
            #expect(
                changed.status == 200 && changed.json["labels"]["crimePreventionGroup"].string == "Trygghetsgruppen"
                    && changed.json["labels"]["actionPlan"].string == "handlingsplan"
                    && changed.json["version"].int == 2)
            #expect(
                try await server.patch(
                    path, as: .readerOfSkara, version: 2, ["labels": ["actionPlan": "åtgärdsplan"]]
                ).status == 403)
            #expect(
                try await server.patch(
                    path, as: .coordinatorOfLidkoping, version: 2, ["labels": ["actionPlan": "åtgärdsplan"]]
                ).status == 404)
            #expect(try await server.patch(path, as: .coordinatorOfSkara, version: 1, "{}").json["version"].int == 2)
            for (body, pointer) in [
                (#"{"labels":{"actionPlan":null}}"#, "/labels/actionPlan"), (#"{"labels":null}"#, "/labels"),
                (#"{"name":"Ny stad"}"#, "/name"),
            ] {
                #expect(
                    try await server.patch(path, as: .coordinatorOfSkara, version: 2, body).json["errors"][0]["pointer"]
                        .string == pointer)
            }
        }
    }
}
