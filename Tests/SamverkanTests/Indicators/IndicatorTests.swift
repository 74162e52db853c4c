import TestSupport
import Testing

/// Indicators tell whether the work helped: of a plan or an area, through the years.
@Suite struct IndicatorTests {
    private static let base = "/municipalities/1495"
    private static let crimes: JSON = [
        "name": "Anmälda brott", "unit": "per 1 000 invånare", "source": "Polisen", "direction": "down",
        "baseline": .number(92.5), "baselineOn": "2019-12-31", "target": 80,
    ]

    /// Skara's imported draft plan with one indicator of the plan and one of its first area.
    private static func drafted(_ server: TestServer) async throws -> (plan: String, id: String, skara: Scene.Imported)
    {
        let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        let plan = "\(base)/action-plans/\(skara.planID)"
        let made = try await server.post("\(plan)/indicators", as: .coordinatorOfSkara, crimes)
        #expect(made.status == 201 && made.json["target"].int == 80 && made.json["areaId"] == .null, "\(made.text)")
        let area = try await server.get(plan, as: .coordinatorOfSkara).json["priorityAreas"][0]["id"]
        let ofArea = try await server.post(
            "\(plan)/indicators", as: .coordinatorOfSkara,
            ["name": "Trygga vid busstationen", "unit": "procent", "direction": "up", "areaId": area])
        #expect(ofArea.status == 201 && ofArea.json["areaId"] == area, "\(ofArea.text)")
        return (plan, try made.json.id, skara)
    }

    @Test("Indicators are written with the plan and locked with it")
    func indicatorsAreWrittenWithThePlanAndLockedWithIt() async throws {
        try await TestServer.run { server in
            let (plan, id, _) = try await Self.drafted(server)
            var document = try await server.get(plan, as: .coordinatorOfSkara).json
            #expect(
                document["indicators"].items.map { $0["name"].string } == ["Anmälda brott", "Trygga vid busstationen"]
                    || document["indicators"].items.count == 2)
            let elsewhere = try await server.post(
                "\(plan)/indicators", as: .coordinatorOfSkara,
                ["name": "x", "unit": "x", "direction": "up", "areaId": "01914c5e-7a00-7000-8000-000000000001"])
            #expect(elsewhere.status == 422 && elsewhere.json["errors"][0]["pointer"].string == "/areaId")
            let changed = try await server.patch(
                "\(plan)/indicators/\(id)", as: .coordinatorOfSkara, version: document["version"].int, ["target": 75])
            #expect(changed.status == 200 && changed.json["target"].int == 75, "\(changed.text)")
            #expect(
                try await server.patch(
                    "\(plan)/indicators/\(id)", as: .coordinatorOfSkara, version: document["version"].int,
                    ["target": 70]
                ).status == 412)
            // Sent back whole, an indicator that isn't named goes.
            document = try await server.get(plan, as: .coordinatorOfSkara).json
            guard case .object(var members) = document else { return }
            members["indicators"] = .array(document["indicators"].items.filter { $0["id"].string == id })
            // A client that doesn't know them takes none away.
            members["indicators"] = nil
            let unknowing = try await server.put(
                plan, as: .coordinatorOfSkara, version: document["version"].int, .object(members))
            #expect(
                unknowing.status == 200 && unknowing.json["indicators"]["removed"] == .array([]), "\(unknowing.text)")
            document = try await server.get(plan, as: .coordinatorOfSkara).json
            members["indicators"] = .array(document["indicators"].items.filter { $0["id"].string == id })
            let whole = try await server.put(
                plan, as: .coordinatorOfSkara, version: document["version"].int, .object(members))
            #expect(whole.status == 200 && whole.json["indicators"]["removed"].items.count == 1, "\(whole.text)")
            let extra = try await server.post("\(plan)/indicators", as: .coordinatorOfSkara, Self.crimes).json
            let before = try await server.get(plan, as: .coordinatorOfSkara).json["version"].int
            #expect(
                try await server.delete(
                    "\(plan)/indicators/\(try extra.id)", as: .coordinatorOfSkara, version: before
                ).status == 204)
            _ = try await server.post("\(plan)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
            let version = try await server.get(plan, as: .coordinatorOfSkara).json["version"].int
            let locked = try await server.delete("\(plan)/indicators/\(id)", as: .coordinatorOfSkara, version: version)
            #expect(locked.status == 409 && locked.code == "documentLocked")
        }
    }

    @Test("A value is of a day within its plan, and reported by whoever may")
    func aValueIsOfADayWithinItsPlan() async throws {
        try await TestServer.run { server in
            let (plan, id, _) = try await Self.drafted(server)
            let values = "\(plan)/indicators/\(id)/values"
            let early = try await server.post(values, as: .coordinatorOfSkara, ["date": "2020-04-30", "value": 31])
            #expect(early.status == 409 && early.code == "planNotAdopted")
            try server.establish()
            for (day, code) in [
                ("2019-12-31", "indicatorValueOutsidePlan"), ("2021-01-01", "indicatorValueOutsidePlan"),
            ] {
                let answer = try await server.post(
                    values, as: .coordinatorOfSkara, ["date": .string(day), "value": 31])
                #expect(answer.status == 422 && answer.code == code, "\(day): \(answer.text)")
            }
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .districtReader] {
                #expect(
                    try await server.post(values, as: person, ["date": "2020-04-30", "value": 31]).status == 403,
                    "\(person)")
            }
            let officer = try await server.post(
                values, as: .officerOfSkara, ["date": "2020-04-30", "value": .number(31.5)])
            #expect(officer.status == 201 && officer.json["recordedBy"] == .null, "\(officer.text)")
            _ = try await server.post(values, as: .coordinatorOfSkara, ["date": "2020-08-31", "value": 60])
            let value = "\(values)/\(try officer.json.id)"
            let corrected = try await server.post(
                "\(value)/correction", as: .headOfDistrict, ["date": "2020-04-30", "value": 33])
            let corrects = try officer.json.id
            #expect(corrected.status == 201 && corrected.json["correctsId"].string == corrects)
            let again = try await server.post(
                "\(value)/correction", as: .coordinatorOfSkara, ["date": "2020-04-30", "value": 34])
            #expect(again.status == 409 && again.code == "followUpAlreadyCorrected")
            let shown = try await server.get("\(plan)/indicators/\(id)", as: .headOfDistrict).json
            #expect(shown["latestValue"].int == 60 && shown["latestValueOn"].string == "2020-08-31")
            for body in [#"{"date":"2020-04-30"}"#, #"{"date":"2020-04-30","value":null}"#] {
                let without = try await server.post(values, as: .coordinatorOfSkara, body)
                #expect(
                    without.status == 422 && without.json["errors"][0]["pointer"].string == "/value", "\(without.text)")
            }
            #expect(try await server.get(value, as: .readerOfSkara).json["correctedById"] == corrected.json["id"])
        }
    }

    @Test("An indicator keeps its lineage through a revision and a new plan")
    func anIndicatorKeepsItsLineage() async throws {
        try await TestServer.run { server in
            let (plan, id, _) = try await Self.drafted(server)
            try server.establish()
            _ = try await server.post(
                "\(plan)/indicators/\(id)/values", as: .coordinatorOfSkara, ["date": "2020-04-30", "value": 31])
            var before = plan
            var lineage: JSON = .null
            for (year, end) in [(2020, "2020-12-31"), (2021, "2021-12-31")] {
                let revision = try await server.post(
                    "\(before)/revisions", as: .coordinatorOfSkara,
                    [
                        "year": .number(Double(year)),
                        "period": ["start": .string("\(year)-01-01"), "end": .string(end)],
                    ]
                ).json
                let copies = revision["indicators"].items
                #expect(copies.count == 2 && copies.allSatisfy { $0["id"].string != id }, "\(revision["indicators"])")
                let areas = revision["priorityAreas"].items.map { $0["id"] }
                #expect(copies.filter { $0["areaId"] != .null }.allSatisfy { areas.contains($0["areaId"]) })
                let copy = try #require(copies.first { $0["name"].string == "Anmälda brott" })
                #expect(lineage == .null || copy["lineageId"] == lineage)
                lineage = copy["lineageId"]
                before = "\(Self.base)/action-plans/\(try revision.id)"
                // The police see the years that they see.
                let values = "\(before)/indicators/\(try copy.id)/values"
                let latest = try await server.get("\(before)/indicators/\(try copy.id)", as: .readerOfSkara).json
                #expect(latest["latestValue"].int == (year == 2020 ? 31 : 70))
                #expect(try await server.get(values, as: .headOfDistrict).status == 404)
                _ = try await server.post(
                    "\(before)/adoption", as: .coordinatorOfSkara, ["adoptedBy": "Kommunstyrelsen"])
                _ = try await server.post(
                    values, as: .coordinatorOfSkara, ["date": .string("\(year)-10-31"), "value": 70])
                let through = try await server.get(values, as: .headOfDistrict).json["items"].items
                #expect(through.map { $0["value"].int } == (year == 2020 ? [70, 31] : [70, 70, 31]))
            }
        }
    }
}
