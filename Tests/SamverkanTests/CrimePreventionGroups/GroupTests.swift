import TestSupport
import Testing

/// The crime prevention group, its meetings, comments on drafts, and promises.
@Suite struct GroupTests {
    private static let base = "/municipalities/1495"

    @Test("The groups members and meetings")
    func theGroupsMembersAndMeetings() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let (members, meetings) = (
                "\(Self.base)/crime-prevention-group-members", "\(Self.base)/crime-prevention-group-meetings"
            )
            let person = try await server.post(
                members, as: .coordinatorOfSkara,
                [
                    "name": "Kim Exempelsson", "role": "Ordförande", "organisation": "Kommunstyrelsen",
                    "memberFrom": "2019-01-01",
                ]
            )
            let role = try await server.post(
                members, as: .coordinatorOfSkara,
                [
                    "role": "Kommunpolis", "organisation": "Polisen", "memberFrom": "2019-01-01",
                    "memberTo": "2022-12-31",
                ])
            #expect(person.status == 201 && role.status == 201 && role.json["name"] == .null)
            for (body, pointer, code) in [
                (#"{"organisation":"Polisen","memberFrom":"2019-01-01"}"#, "/name", "required"),
                (
                    #"{"name":"x","organisation":"y","memberFrom":"2019-01-01","memberTo":"2018-01-01"}"#, "/memberTo",
                    "endBeforeStart"
                ),
                (#"{"name":"x","memberFrom":"2019-01-01"}"#, "/organisation", "required"),
            ] {
                let answer = try await server.post(members, as: .coordinatorOfSkara, body)
                #expect(
                    answer.status == 422 && answer.json["errors"][0]["pointer"].string == pointer
                        && answer.json["errors"][0]["code"].string == code, "\(answer.text)")
            }
            let (a, b) = (try person.json.id, try role.json.id)
            #expect(
                try await server.patch(
                    "\(members)/\(a)", as: .coordinatorOfSkara, version: 1, ["memberTo": "2023-05-01"]
                ).json["memberTo"].string == "2023-05-01")
            let meeting = try await server.post(
                meetings, as: .coordinatorOfSkara,
                """
                {"date":"2020-01-10","place":"Stadshuset","notes":"Planen gicks igenom.","presentMemberIds":["\(a)","\(b)"],
                 "decisions":[{"text":"Planen antas","planId":"\(skara.planID)"},{"text":"Nytt möte i mars"}]}
                """)
            #expect(
                meeting.status == 201 && Set(meeting.json["presentMemberIds"].strings) == [a, b], "\(meeting.text)")
            #expect(
                meeting.json["decisions"].items.map { $0["text"].string } == ["Planen antas", "Nytt möte i mars"]
                    && meeting.json["decisions"][0]["planId"].string == skara.planID)
            let one = "\(meetings)/\(try meeting.json.id)"
            let changed = try await server.patch(
                one, as: .coordinatorOfSkara, version: 1,
                ["notes": .null, "decisions": [["text": "Avtalet föreslås", "agreementId": "\(skara.agreementID)"]]])
            #expect(
                changed.json["notes"] == .null && changed.json["decisions"].items.count == 1
                    && changed.json["presentMemberIds"].items.count == 2 && changed.json["version"].int == 2)
            for (body, pointer) in [
                (#"{"presentMemberIds":["\#(skara.planID)"]}"#, "/presentMemberIds"),
                (#"{"decisions":[{"text":"x","planId":"\#(a)"}]}"#, "/decisions"),
                (
                    #"{"decisions":[{"text":"x","planId":"\#(skara.planID)","agreementId":"\#(skara.agreementID)"}]}"#,
                    "/decisions/0"
                ),
            ] {
                #expect(
                    try await server.patch(one, as: .coordinatorOfSkara, version: 2, body).json["errors"][0]["pointer"]
                        .string == pointer)
            }
            #expect(try await server.get(one, as: .readerOfSkara).json["version"].int == 2)
            #expect(
                try await server.patch(
                    "\(meetings)/\(a)", as: .coordinatorOfSkara, version: 1,
                    ["decisions": [["text": "x"]], "presentMemberIds": ["\(a)"]]
                ).status == 404)
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(try await server.patch(one, as: person, version: 2, ["place": "x"]).status == 403)
            }
            for path in [one, "\(members)/\(a)"] {
                #expect(try await server.get(path, as: .officerOfSkara).status == 200)
                #expect(try await server.get(path, as: .headOfDistrict).status == 404)
                #expect(try await server.get(path, as: .coordinatorOfLidkoping).status == 404)
            }
            #expect(try await server.get(members, as: .readerOfSkara).json["_meta"]["totalRecords"].int == 2)
        }
    }

    @Test("Drafts are commented on until it is dealt with")
    func draftsAreCommentedOnUntilItIsDealtWith() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let documents = [
                "agreements/\(skara.agreementID)", "situational-pictures/\(skara.pictureID)",
                "action-plans/\(skara.planID)",
            ].map { "\(Self.base)/\($0)" }
            for document in documents {
                for (person, status) in [
                    (TestServer.Person.coordinatorOfSkara, 201), (.contributorOfSkara, 201), (.officerOfSkara, 201),
                    (.readerOfSkara, 403), (.auditorOfSkara, 403), (.headOfDistrict, 404), (.officerOfLidkoping, 404),
                ] {
                    #expect(
                        try await server.post(
                            "\(document)/comments", as: person, ["text": "Stämmer detta?", "about": "Område 2"]
                        ).status == status, "\(person) \(document)")
                }
                let list = try await server.get("\(document)/comments", as: .officerOfSkara).json["items"].items
                #expect(list.map { $0["writtenAs"].string } == ["coordinator", "contributor", "municipalOfficer"])
            }
            let list = try await server.get("\(documents[2])/comments", as: .readerOfSkara).json["items"].items
            let one = "\(Self.base)/comments/\(try list[1].id)"
            #expect(try await server.post("\(one)/resolution", as: .contributorOfSkara, "{}").status == 403)
            #expect(
                try await server.post("\(one)/resolution", as: .coordinatorOfSkara, "{}").json["resolvedBy"].string
                    == "Exempel coordinator")
            let twice = try await server.post("\(one)/resolution", as: .coordinatorOfSkara, "{}")
            #expect(twice.status == 409 && twice.code == "commentResolved")
            _ = try await server.post(
                "\(documents[2])/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            let late = try await server.post(
                "\(documents[2])/comments", as: .coordinatorOfSkara, ["text": "För sent"])
            #expect(late.status == 409 && late.code == "documentLocked" && late.json["state"].string == "adopted")
            #expect(try await server.get(one, as: .readerOfSkara).json["text"].string == "Stämmer detta?")
            #expect(try await server.get(one, as: .districtReader).status == 404)
        }
    }

    @Test("Promises are written under an agreement that is a draft or signed, not while it is being signed")
    func promisesAreNotWrittenWhileTheAgreementIsBeingSigned() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let promises = "\(Self.base)/promises"
            let made = try await server.post(
                promises, as: .coordinatorOfSkara,
                [
                    "agreementId": "\(skara.agreementID)", "promisor": "joint",
                    "text": "Två trygghetsvandringar om året", "preparedBy": "BRÅ-gruppen",
                ]
            )
            #expect(
                made.status == 201 && made.json["status"].string == "draft"
                    && made.json["preparedBy"].string == "BRÅ-gruppen", "\(made.text)")
            let one = "\(promises)/\(try made.json.id)"
            #expect(
                try await server.patch(one, as: .coordinatorOfSkara, version: 1, ["text": "Tre"]).json["text"].string
                    == "Tre")
            #expect(try await server.patch(one, as: .readerOfSkara, version: 2, ["text": "x"]).status == 403)
            let nowhere = try await server.post(
                promises, as: .coordinatorOfSkara, ["agreementId": "\(skara.planID)", "promisor": "joint", "text": "x"])
            #expect(nowhere.status == 422 && nowhere.json["errors"][0]["pointer"].string == "/agreementId")
            let extra =
                try await server.post(
                    promises, as: .coordinatorOfSkara,
                    ["agreementId": "\(skara.agreementID)", "promisor": "police", "text": "Bort"]
                ).json.id
            #expect(try await server.delete("\(promises)/\(extra)", as: .coordinatorOfSkara, version: 1).status == 204)
            let agreement = "\(Self.base)/agreements/\(skara.agreementID)"
            #expect(try await server.post("\(agreement)/proposal", as: .coordinatorOfSkara, "").status == 200)
            let locked = try await server.patch(one, as: .coordinatorOfSkara, version: 2, ["text": "x"])
            #expect(
                locked.status == 409 && locked.code == "documentLocked" && locked.json["state"].string == "proposed")
            #expect(try await server.delete(one, as: .coordinatorOfSkara, version: 2).code == "documentLocked")
            try server.establish()
            #expect(try await server.get(agreement, as: .readerOfSkara).json["status"].string == "signed")
            let version = try await server.get(agreement, as: .districtReader).json["version"].int
            #expect(try await server.patch(one, as: .coordinatorOfSkara, version: 2, ["text": "Fyra"]).status == 200)
            // The agreement that is signed tells nothing of it.
            #expect(try await server.get(agreement, as: .districtReader).json["version"].int == version)
            #expect(try await server.get(one, as: .districtReader).status == 404)
        }
    }
}
