import TestSupport
import Testing

/// Drafts of plans: areas, causes, measures; one by one, and whole.
@Suite struct PlanWritingTests {
    private static let base = "/municipalities/1495"

    private func draft(_ server: TestServer) async throws -> (skara: Scene.Imported, path: String) {
        let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        return (skara, "\(Self.base)/action-plans/\(skara.planID)")
    }

    private func plan(_ server: TestServer, _ path: String) async throws -> JSON {
        try await server.get(path, as: .readerOfSkara).json
    }

    @Test("Parts are added reordered moved and removed")
    func partsAreAddedReorderedMovedAndRemoved() async throws {
        try await TestServer.run { server in
            let (_, path) = try await self.draft(server)
            let before = try await self.plan(server, path)
            let titles = before["priorityAreas"].items.map { $0["title"].string ?? "" }
            // In second place, then first, then last.
            let made = try await server.post(
                "\(path)/priority-areas", as: .coordinatorOfSkara,
                ["title": "Trafik", "theme": "traffic", "position": 2]
            )
            #expect(
                made.status == 201 && made.json["position"].int == 2 && made.json["theme"].string == "traffic"
                    && made.header("ETag")?.hasPrefix("\"2.") == true, "\(made.text)")
            let area = "\(path)/priority-areas/\(try made.json.id)"
            #expect(made.header("Location")?.hasSuffix(area) == true)
            func order() async throws -> [String] {
                try await self.plan(server, path)["priorityAreas"].items.map { $0["title"].string ?? "" }
            }
            #expect(try await order() == [titles[0], "Trafik"] + titles[1...])
            #expect(
                try await server.patch(area, as: .coordinatorOfSkara, version: 2, ["position": 1]).json["position"]
                    .int == 1)
            #expect(try await order() == ["Trafik"] + titles)
            #expect(
                try await server.patch(
                    area, as: .coordinatorOfSkara, version: 3,
                    ["position": 99, "title": "Trafiksäkerhet", "theme": .null]
                ).json["position"].int == 6)
            #expect(try await order() == titles + ["Trafiksäkerhet"])
            // Measures: beside each other, then under another area's cause, then directly under the area.
            func texts(_ area: JSON) -> [String] { area["measures"].items.map { $0["text"].string ?? "" } }
            var version = 4
            for (text, position) in [("Ett", ""), ("Två", ""), ("Tre", #","position":1"#)] {
                let answer = try await server.post(
                    "\(path)/measures", as: .coordinatorOfSkara,
                    #"{"areaId":"\#(try made.json.id)","text":"\#(text)"\#(position)}"#)
                #expect(answer.status == 201, "\(answer.text)")
                version += 1
            }
            var now = try await self.plan(server, path)
            #expect(texts(now["priorityAreas"][5]) == ["Tre", "Ett", "Två"] && now["version"].int == version)
            let cause = now["priorityAreas"][0]["causes"][0]
            let one = try now["priorityAreas"][5]["measures"][1].id
            let moved = try await server.patch(
                "\(Self.base)/measures/\(one)", as: .coordinatorOfSkara, version: version,
                ["causeId": cause["id"], "position": 1])
            #expect(
                moved.status == 200 && moved.json["area"]["id"] == now["priorityAreas"][0]["id"]
                    && moved.json["causeId"] == cause["id"], "\(moved.text)")
            now = try await self.plan(server, path)
            #expect(
                now["priorityAreas"][0]["causes"][0]["measures"][0]["text"].string == "Ett"
                    && texts(now["priorityAreas"][5]) == ["Tre", "Två"])
            let back = try await server.patch(
                "\(Self.base)/measures/\(one)", as: .coordinatorOfSkara, version: version + 1,
                ["areaId": made.json["id"]])
            #expect(back.json["causeId"] == .null && back.json["area"]["title"].string == "Trafiksäkerhet")
            // A cause comes, moves to another area with its measure, and goes when it holds nothing.
            let spring = try await server.post(
                "\(path)/causes", as: .coordinatorOfSkara,
                ["areaId": made.json["id"], "text": "Vårens mopeder", "position": 1])
            #expect(
                spring.status == 201 && spring.json["position"].int == 1 && spring.json["problemIds"] == .array([]),
                "\(spring.text)")
            let springPath = "\(path)/causes/\(try spring.json.id)"
            #expect(
                try await server.patch(
                    "\(Self.base)/measures/\(one)", as: .coordinatorOfSkara, version: version + 3,
                    ["causeId": spring.json["id"]]
                ).status == 200)
            let along = try await server.patch(
                springPath, as: .coordinatorOfSkara, version: version + 4,
                ["areaId": now["priorityAreas"][1]["id"], "position": 1])
            #expect(along.status == 200 && along.json["position"].int == 1, "\(along.text)")
            #expect(
                try await server.get("\(Self.base)/measures/\(one)", as: .readerOfSkara).json["area"]["id"]
                    == now["priorityAreas"][1]["id"])
            #expect(
                try await server.delete(springPath, as: .coordinatorOfSkara, version: version + 5).code == "partInUse")
            _ = try await server.patch(
                "\(Self.base)/measures/\(one)", as: .coordinatorOfSkara, version: version + 5,
                ["areaId": made.json["id"]])
            #expect(try await server.delete(springPath, as: .coordinatorOfSkara, version: version + 6).status == 204)
            version += 5
            // The flat list follows the plan's order.
            let flat = try await server.get("\(Self.base)/measures?limit=100", as: .readerOfSkara).json["items"].items
                .map { $0["text"].string ?? "" }
            #expect(Set(flat.suffix(3)) == ["Ett", "Två", "Tre"])
            // What holds something stays until that is moved or removed.
            let full = try await server.delete(area, as: .coordinatorOfSkara, version: version + 2)
            #expect(full.status == 409 && full.code == "partInUse")
            for measure in try await self.plan(server, path)["priorityAreas"][5]["measures"].items {
                let current = try await self.plan(server, path)["version"].int
                #expect(
                    try await server.delete(
                        "\(Self.base)/measures/\(try measure.id)", as: .coordinatorOfSkara, version: current
                    ).status == 204)
            }
            let current = try await self.plan(server, path)["version"].int
            #expect(current == version + 5)
            #expect(try await server.delete(area, as: .readerOfSkara, version: current).status == 403)
            #expect(try await server.delete(area, as: .coordinatorOfSkara, version: current).status == 204)
            #expect(try await server.delete(area, as: .coordinatorOfSkara, version: (current ?? 0) + 1).status == 404)
            #expect(try await server.get(area, as: .readerOfSkara).status == 404)
            // What was refused has counted no version.
            #expect(try await self.plan(server, path)["version"].int == (current ?? 0) + 1)
            #expect(try await order() == titles)
        }
    }

    @Test("A measure names who answers for it and one leads")
    func aMeasureNamesWhoAnswersForItAndOneLeads() async throws {
        try await TestServer.run { server in
            let (_, path) = try await self.draft(server)
            let area = try await self.plan(server, path)["priorityAreas"][0].id
            let parties = try await server.get("\(Self.base)/responsible-parties?limit=100", as: .readerOfSkara).json[
                "items"
            ].items
            let (a, b) = (try parties[0].id, try parties[1].id)
            let contact =
                try await server.post(
                    "\(Self.base)/responsible-parties/\(a)/contacts", as: .coordinatorOfSkara,
                    ["name": "Alva Exempelsson", "email": "alva@skara.example"]
                ).json.id
            let foreign =
                try await server.post(
                    "/municipalities/1494/responsible-parties", as: .coordinatorOfLidkoping,
                    ["name": "Lidköpings enhet", "kind": "municipality", "form": "unit"]
                ).json.id
            func post(_ rest: String) async throws -> TestServer.Response {
                try await server.post(
                    "\(path)/measures", as: .coordinatorOfSkara, #"{"areaId":"\#(area)","text":"Åtgärd"\#(rest)}"#)
            }
            let made = try await post(
                #","startsOn":"2020-02-01","endsOn":"2020-11-30","quantity":12,"unit":"nätter","responsibilities":[{"responsibleParty":{"id":"\#(b)"}},{"responsibleParty":{"id":"\#(a)","name":"bara att läsa"},"lead":true,"contact":{"id":"\#(contact)"}}]"#
            )
            #expect(made.status == 201, "\(made.text)")
            #expect(
                made.json["responsibilities"].items.map { $0["responsibleParty"]["id"].string } == [b, a]
                    && made.json["responsibilities"][1]["lead"] == .bool(true))
            #expect(
                made.json["responsibilities"][1]["contact"]["name"].string == "Alva Exempelsson"
                    && made.json["quantity"].int == 12 && made.json["endsOn"].string == "2020-11-30")
            let version = try await self.plan(server, path)["version"].int
            for (rest, pointer, code) in [
                (#","endsOn":"2020-01-01","startsOn":"2020-02-01""#, "/endsOn", "endBeforeStart"),
                (#","quantity":-1"#, "/quantity", "outOfRange"),
                (#","responsibilities":[{"responsibleParty":{"id":"\#(foreign)"}}]"#, "/responsibilities", "notFound"),
                (
                    #","responsibilities":[{"responsibleParty":{"id":"\#(b)"},"contact":{"id":"\#(contact)"}}]"#,
                    "/responsibilities", "notFound"
                ),
                (
                    #","responsibilities":[{"responsibleParty":{"id":"\#(b)"},"lead":true},{"responsibleParty":{"id":"\#(a)"},"lead":true}]"#,
                    "/responsibilities/1/lead", "duplicate"
                ),
                (
                    #","responsibilities":[{"responsibleParty":{"id":"\#(b)"}},{"responsibleParty":{"id":"\#(b)"}}]"#,
                    "/responsibilities/1/responsibleParty/id", "duplicate"
                ),
                (
                    #","responsibilities":[{"responsiblePartyId":"\#(b)"},{"responsibleParty":{"id":"\#(b)"}}]"#,
                    "/responsibilities/1/responsibleParty/id", "duplicate"
                ),
                (
                    #","responsibilities":[{"responsiblePartyId":"\#(b)"},{"responsiblePartyId":"\#(b)"}]"#,
                    "/responsibilities/1/responsiblePartyId", "duplicate"
                ),
                (#","responsibilities":[{"lead":true}]"#, "/responsibilities/0/responsiblePartyId", "required"),
                (#","causeId":"\#(foreign)""#, "/causeId", "notFound"),
                (#","position":0"#, "/position", "outOfRange"),
                (#","lineageId":"\#(foreign)""#, "/lineageId", "unknownField"),
            ] {
                let answer = try await post(rest)
                #expect(
                    answer.status == 422
                        && answer.json["errors"].items.contains {
                            $0["pointer"].string == pointer && $0["code"].string == code
                        }, "\(rest): \(answer.text)")
            }
            let nowhere = try await server.post(
                "\(path)/measures", as: .coordinatorOfSkara, ["areaId": "\(foreign)", "text": "x"])
            #expect(nowhere.status == 422 && nowhere.json["errors"][0]["pointer"].string == "/areaId")
            #expect(try await self.plan(server, path)["version"].int == version)
            let measure = "\(Self.base)/measures/\(try made.json.id)"
            let changed = try await server.patch(
                measure, as: .coordinatorOfSkara, version: version,
                ["responsibilities": [["responsibleParty": ["id": "\(a)"]]], "endsOn": .null])
            #expect(
                changed.json["responsibilities"].items.count == 1
                    && changed.json["responsibilities"][0]["contact"] == .null && changed.json["endsOn"] == .null)
            let end = try await server.patch(
                measure, as: .coordinatorOfSkara, version: (version ?? 0) + 1, ["endsOn": "2019-01-01"])
            #expect(end.status == 422 && end.json["errors"][0]["code"].string == "endBeforeStart")
        }
    }

    @Test("Areas and causes answer problems of the plans picture")
    func areasAndCausesAnswerProblemsOfThePlansPicture() async throws {
        try await TestServer.run { server in
            let (skara, path) = try await self.draft(server)
            let pictures = "\(Self.base)/situational-pictures"
            let problem =
                try await server.post(
                    "\(pictures)/\(skara.pictureID)/problems", as: .coordinatorOfSkara, ["text": "Skadegörelse"]
                ).json.id
            let other =
                try await server.post(pictures, as: .coordinatorOfSkara, ["title": "En annan bild"]).json["id"]
                .string ?? ""
            let elsewhere =
                try await server.post("\(pictures)/\(other)/problems", as: .coordinatorOfSkara, ["text": "Annat"])
                .json.id
            let plan = try await self.plan(server, path)
            let (area, cause) = (
                try plan["priorityAreas"][0].id, try plan["priorityAreas"][0]["causes"][0].id
            )
            for (part, version) in [("priority-areas/\(area)", 1), ("causes/\(cause)", 2)] {
                let answer = try await server.patch(
                    "\(path)/\(part)", as: .coordinatorOfSkara, version: version, ["problemIds": ["\(problem)"]])
                #expect(answer.status == 200 && answer.json["problemIds"].strings == [problem], "\(answer.text)")
                let wrong = try await server.patch(
                    "\(path)/\(part)", as: .coordinatorOfSkara, version: version + 1,
                    ["problemIds": ["\(problem)", "\(elsewhere)"]])
                #expect(wrong.status == 422 && wrong.code == "problemOfOtherPicture", "\(wrong.text)")
            }
            let shown = try await self.plan(server, path)
            #expect(
                shown["priorityAreas"][0]["problemIds"].strings == [problem]
                    && shown["priorityAreas"][0]["causes"][0]["problemIds"].strings == [problem])
            // The problem and the picture stay as long as they are answered.
            let used = try await server.delete(
                "\(pictures)/\(skara.pictureID)/problems/\(problem)", as: .coordinatorOfSkara, version: 2)
            #expect(used.status == 409 && used.code == "partInUse")
            let exchanged = try await server.patch(
                path, as: .coordinatorOfSkara, version: 3, ["pictureId": "\(other)"])
            #expect(exchanged.status == 422 && exchanged.code == "problemOfOtherPicture", "\(exchanged.text)")
            // Whole, the plan can be put on another picture together with its answers.
            let head =
                #""agreementId":"\#(plan["agreementId"].string ?? "")","year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"}"#
            let draft =
                try await server.post(
                    "\(Self.base)/action-plans", as: .coordinatorOfSkara,
                    [
                        "agreementId": plan["agreementId"], "pictureId": "\(skara.pictureID)", "year": 2020,
                        "period": ["start": "2020-01-01", "end": "2020-12-31"],
                    ]
                ).json.id
            for (version, picture, answered) in [(1, skara.pictureID, problem), (2, other, elsewhere)] {
                let put = try await server.put(
                    "\(Self.base)/action-plans/\(draft)", as: .coordinatorOfSkara, version: version,
                    #"{\#(head),"pictureId":"\#(picture)","priorityAreas":[{"title":"x","problemIds":["\#(answered)"]}]}"#
                )
                #expect(put.status == 200, "\(put.text)")
                #expect(
                    try await self.plan(server, "\(Self.base)/action-plans/\(draft)")["priorityAreas"][0]["problemIds"]
                        .strings == [answered])
            }
            #expect(
                try await server.patch(
                    "\(path)/priority-areas/\(area)", as: .coordinatorOfSkara, version: 3, ["problemIds": []]
                ).json["problemIds"] == .array([]))
            // A revision answers the same problems.
            _ = try await server.post("\(path)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            let revision = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            #expect(revision["priorityAreas"][0]["causes"][0]["problemIds"].strings == [problem])
        }
    }

    @Test("A whole plan is sent back changed")
    func aWholePlanIsSentBackChanged() async throws {
        try await TestServer.run { server in
            let (_, path) = try await self.draft(server)
            let read = try await server.get(path, as: .coordinatorOfSkara)
            // As it was read: nothing changes but the version.
            let same = try await server.put(path, as: .coordinatorOfSkara, version: 1, read.text)
            #expect(same.status == 200 && same.json["version"].int == 2, "\(same.text)")
            for part in ["priorityAreas", "causes", "measures"] {
                #expect(
                    same.json[part] == .object(["added": .array([]), "changed": .array([]), "removed": .array([])]),
                    "\(part)")
            }
            var after = try await server.get(path, as: .coordinatorOfSkara).json
            #expect(
                after["priorityAreas"] == read.json["priorityAreas"]
                    && after["introduction"] == read.json["introduction"])
            // Two areas change places, one goes with what it holds, one is new; a measure gets another text, one goes.
            let areas = read.json["priorityAreas"].items
            let measure = areas[0]["causes"][0]["measures"][0]
            let (first, second) = (try areas[0].id, try areas[1].id)
            let party = try measure["responsibilities"][0]["responsibleParty"].id
            let body = """
                {"agreementId":"\(read.json["agreementId"].string ?? "")","year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"},"introduction":"Ny inledning","priorityAreas":[
                  {"title":"Alldeles ny","measures":[{"text":"Ny åtgärd","quantity":3,"responsibilities":[{"responsibleParty":{"id":"\(party)"},"lead":true}]}]},
                  {"id":"\(second)","title":"\(areas[1]["title"].string ?? "")"},
                  {"id":"\(first)","title":"\(areas[0]["title"].string ?? "")","causes":[{"text":"Ny orsak","measures":[{"id":"\(try measure.id)","text":"Annan text"}]}]}]}
                """
            let changed = try await server.put(path, as: .coordinatorOfSkara, version: 2, body)
            #expect(changed.status == 200 && changed.json["version"].int == 3, "\(changed.text)")
            #expect(
                changed.json["priorityAreas"]["added"].items.count == 1
                    && changed.json["priorityAreas"]["removed"].items.count == areas.count - 2)
            #expect(
                changed.json["measures"]["changed"].strings == [try measure.id]
                    && changed.json["measures"]["added"].items.count == 1
                    && changed.json["measures"]["removed"].items.count == 10)
            #expect(
                changed.json["causes"]["added"].items.count == 1 && changed.json["causes"]["removed"].items.count == 4)
            after = try await self.plan(server, path)
            #expect(
                after["priorityAreas"].items.map { $0["title"].string } == [
                    "Alldeles ny", areas[1]["title"].string, areas[0]["title"].string,
                ] && after["introduction"].string == "Ny inledning")
            let kept = after["priorityAreas"][2]["causes"][0]["measures"][0]
            #expect(
                kept["id"] == measure["id"] && kept["lineageId"] == measure["lineageId"]
                    && kept["text"].string == "Annan text" && kept["responsibilities"] == .array([]))
            // Wrong: an id of nothing, an id twice, another version, somebody else, a locked plan; nothing changes.
            let nowhere = "01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11"
            let head =
                #""agreementId":"\#(read.json["agreementId"].string ?? "")","year":2020,"period":{"start":"2020-01-01","end":"2020-12-31"}"#
            let unknown = try await server.put(
                path, as: .coordinatorOfSkara, version: 3,
                #"{\#(head),"priorityAreas":[{"id":"\#(second)","title":"x","measures":[{"id":"\#(nowhere)","text":"x"}]}]}"#
            )
            #expect(
                unknown.status == 422 && unknown.json["errors"][0]["pointer"].string == "/priorityAreas/0/measures/0/id"
                    && unknown.json["errors"][0]["code"].string == "notFound", "\(unknown.text)")
            let twice = try await server.put(
                path, as: .coordinatorOfSkara, version: 3,
                #"{\#(head),"priorityAreas":[{"id":"\#(second)","title":"x"},{"id":"\#(second)","title":"y"}]}"#)
            #expect(
                twice.status == 422 && twice.json["errors"][0]["pointer"].string == "/priorityAreas/1/id"
                    && twice.json["errors"][0]["code"].string == "duplicate")
            // What a plan shows of who answers can stand there, and nothing else.
            let shown = #""id":"\#(party)","name":"x","kind":"police""#
            for (responsibility, pointer) in [
                (#"{"responsibleParty":{\#(shown)},"status":"done"}"#, "/status"),
                (#"{"responsibleParty":{\#(shown),"version":1}}"#, "/responsibleParty/version"),
            ] {
                let answer = try await server.put(
                    path, as: .coordinatorOfSkara, version: 3,
                    #"{\#(head),"priorityAreas":[{"title":"x","measures":[{"text":"x","responsibilities":[\#(responsibility)]}]}]}"#
                )
                #expect(
                    answer.status == 422 && answer.json["errors"].items.count == 1
                        && answer.json["errors"][0]["pointer"].string
                            == "/priorityAreas/0/measures/0/responsibilities/0\(pointer)"
                        && answer.json["errors"][0]["code"].string == "unknownField", "\(answer.text)")
            }
            let without = try await server.put(path, as: .coordinatorOfSkara, version: 3, "{\(head)}")
            #expect(
                without.status == 422 && without.json["errors"][0]["pointer"].string == "/priorityAreas"
                    && without.json["errors"][0]["code"].string == "required")
            #expect(try await server.put(path, as: .coordinatorOfSkara, version: 2, body).code == "versionDiffers")
            #expect(
                try await server.put(path, as: .coordinatorOfSkara, version: nil, body).code == "preconditionRequired")
            #expect(try await server.put(path, as: .contributorOfSkara, version: 3, body).status == 403)
            #expect(try await server.put(path, as: .coordinatorOfLidkoping, version: 3, body).status == 404)
            #expect(try await self.plan(server, path) == after)
            _ = try await server.post("\(path)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            let locked = try await server.put(path, as: .coordinatorOfSkara, version: 4, read.text)
            #expect(
                locked.status == 409 && locked.code == "documentLocked"
                    && locked.json["possible"].strings == ["approvals", "closing", "revisions"])
        }
    }

    @Test("A revision leaves no measure out without a reason")
    func aRevisionLeavesNoMeasureOutWithoutAReason() async throws {
        try await TestServer.run { server in
            let (skara, path) = try await self.draft(server)
            let early = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]])
            #expect(
                early.status == 409 && early.code == "planNotRevisable" && early.json["state"].string == "draft"
                    && early.json["possible"].strings == ["proposal", "adoption", "withdrawal"])
            #expect(
                try await server.post("\(path)/closing", as: .coordinatorOfSkara, "{}").code
                    == "planTransitionNotPossible")
            _ = try await server.post(
                "\(path)/adoption", as: .coordinatorOfSkara,
                ["adoptedBy": "Kommunstyrelsen", "adoptedOn": "2020-02-01"])
            #expect(
                try await server.post("\(path)/closing", as: .coordinatorOfSkara, ["closedOn": "2020-01-31"]).code
                    == "planClosedBeforeAdopted")
            #expect(
                try await server.post(
                    "\(path)/revisions", as: .coordinatorOfSkara,
                    ["year": 2019, "period": ["start": "2019-01-01", "end": "2019-12-31"]]
                ).code == "planRevisionYear")
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara] {
                #expect(
                    try await server.post(
                        "\(path)/revisions", as: person,
                        ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
                    ).status == 403)
            }
            let reversed = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-12-31", "end": "2021-01-01"]])
            #expect(reversed.status == 422 && reversed.json["errors"][0]["pointer"].string == "/period/end")
            let revision = try await server.post(
                "\(path)/revisions", as: .coordinatorOfSkara,
                ["year": 2021, "period": ["start": "2021-01-01", "end": "2021-12-31"]]
            ).json
            let id = try revision.id
            let second = "\(Self.base)/action-plans/\(id)"
            #expect(revision["predecessorId"].string == skara.planID && revision["status"].string == "draft")
            let measures = revision["priorityAreas"].items.flatMap { area in
                area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
            }
            #expect(measures.count == 11)
            // Whole, with a measure left out: refused, then with a reason.
            let head =
                #""agreementId":"\#(revision["agreementId"].string ?? "")","year":2021,"period":{"start":"2021-01-01","end":"2021-12-31"},"priorityAreas":[]"#
            let bare = try await server.put(second, as: .coordinatorOfSkara, version: 1, "{\(head)}")
            #expect(bare.status == 409 && bare.code == "measureDropNeedsReason", "\(bare.text)")
            let dropped = measures.map { #"{"id":"\#($0["id"].string ?? "")","reason":"Ny inriktning"}"# }.joined(
                separator: ",")
            let whole = try await server.put(
                second, as: .coordinatorOfSkara, version: 1, "{\(head),\"droppedMeasures\":[\(dropped)]}")
            #expect(whole.status == 200 && whole.json["measures"]["removed"].items.count == 11, "\(whole.text)")
            let changes = try await server.get("\(second)/changes", as: .readerOfSkara).json
            #expect(
                changes["dropped"].items.count == 11
                    && changes["dropped"].items.allSatisfy { $0["reason"].string == "Ny inriktning" }
                    && changes["kept"].items.isEmpty)
            // The measure's history says what became of it.
            let measure = try await server.measure("Nattvandra")
            let history = try await server.get("\(Self.base)/measures/\(measure.id)/history", as: .readerOfSkara).json[
                "plans"
            ].items
            #expect(
                history.map { $0["change"].string } == ["new", "dropped"]
                    && history[1]["reason"].string == "Ny inriktning" && history[1]["measureId"] == .null)
            #expect(try await server.get("\(Self.base)/measures/\(id)/history", as: .readerOfSkara).status == 404)
            #expect(try await server.get("\(path)/changes", as: .readerOfSkara).json["new"].items.count == 11)
        }
    }
}
