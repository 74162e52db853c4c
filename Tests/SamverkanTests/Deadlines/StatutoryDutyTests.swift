import Postgres
import TestSupport
import Testing

/// The duties of lag (2023:196): what meets them, and never a false accusation.
@Suite struct StatutoryDutyTests {
    private static let base = "/municipalities/1495"

    private static func duties(_ server: TestServer) async throws -> [String: JSON] {
        let answer = try await server.get("\(base)/statutory-duties", as: .readerOfSkara)
        #expect(answer.status == 200 && answer.json["duties"].items.count == 9, "\(answer.text)")
        return Dictionary(
            uniqueKeysWithValues: answer.json["duties"].items.map { ($0["duty"].string ?? "", $0) })
    }

    @Test("Nothing known is unknown, and what meets a duty is told with its day")
    func whatMeetsThem() async throws {
        try await TestServer.run { server in
            var duties = try await Self.duties(server)
            #expect(duties.values.allSatisfy { $0["status"].string == "unknown" && $0["metOn"] == .null })
            #expect(
                duties["actionPlan"]?["paragraph"].string == "5 §"
                    && duties["actionPlan"]?["lawsWord"].string == "åtgärdsplan")
            func enter(_ duty: String, _ day: String, _ more: [String: JSON] = [:]) async throws -> TestServer.Response
            {
                var body: [String: JSON] = [
                    "duty": .string(duty), "title": .string("Om \(duty)"), "metOn": .string(day),
                ]
                body.merge(more) { $1 }
                return try await server.post("\(Self.base)/duty-fulfilments", as: .coordinatorOfSkara, .object(body))
            }
            let administrator = try server.database.administrator()
            func day(_ sql: String) throws -> String {
                try administrator.run(["select (\(unsafeSQL: sql))::date::text as day"])[0].first?["day"] ?? ""
            }
            // The clock of 6 §: two years and a day ago, soon, and just now.
            for (duty, since, status) in [
                ("pictureUpdate", "app.today() - interval '2 years' - interval '1 day'", "overdue"),
                ("planFollowUp", "app.today() - interval '2 years' + interval '30 days'", "dueSoon"),
                ("actionPlan", "app.today() - interval '5 years'", "met"),
                ("writtenAgreement", "app.today() - interval '9 years'", "met"),
                ("coordination", "app.today()", "met"),
            ] {
                let made = try await enter(duty, try day(since))
                #expect(made.status == 201, "\(made.text)")
                let shown = try await Self.duties(server)[duty]
                #expect(
                    shown?["status"].string == status && shown?["metBy"].string == "Om \(duty)",
                    "\(duty): \(shown ?? .null)")
            }
            let reaffirmed = try await enter(
                "pictureUpdate", try day("app.today()"), ["registrationNumber": "KS 2026/9"])
            duties = try await Self.duties(server)
            #expect(duties["pictureUpdate"]?["status"].string == "met")
            #expect(duties["pictureUpdate"]?["metBy"].string == "Om pictureUpdate, KS 2026/9")
            #expect(duties["pictureUpdate"]?["documentId"].string == (try reaffirmed.json.id))
            // Nothing was due before the law asked.
            let old = try await server.patch(
                "\(Self.base)/duty-fulfilments/\(try reaffirmed.json.id)", as: .coordinatorOfSkara, version: 1,
                ["endedOn": .string(try day("app.today()"))])
            #expect(old.status == 200, "\(old.text)")
            for (body, pointer) in [
                (["link": "ftp://x"] as [String: JSON], "/link"), (["endedOn": "2020-01-01"], "/endedOn"),
            ] {
                let wrong = try await enter("council", "2021-01-01", body)
                #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == pointer, "\(wrong.text)")
            }
        }
    }

    @Test("Established pictures, plans, reports and agreements meet them; a single follow-up doesn't")
    func theService() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            var duties = try await Self.duties(server)
            #expect(duties["situationalPicture"]?["about"].string == "situationalPicture")
            #expect(duties["pictureUpdate"]?["dueOn"].string == "2024-07-01", "\(duties["pictureUpdate"] ?? .null)")
            // The demo has follow-ups, and no report that was sent nor plan that was closed.
            #expect(duties["planFollowUp"]?["status"].string == "unknown")
            #expect(duties["assemblyReport"]?["status"].string == "unknown")
            let assembly = try await server.post(
                "\(Self.base)/bodies", as: .coordinatorOfSkara,
                ["kind": "municipalAssembly", "name": "Kommunfullmäktige"])
            let report = try await server.post(
                "\(Self.base)/reports", as: .coordinatorOfSkara,
                ["planId": .string(skara.planID), "title": "Redovisning", "recipientIds": [assembly.json["id"]]])
            _ = try await server.post(
                "\(Self.base)/reports/\(try report.json.id)/sending", as: .coordinatorOfSkara, "{}")
            duties = try await Self.duties(server)
            #expect(
                duties["planFollowUp"]?["status"].string == "met" && duties["planFollowUp"]?["about"].string == "report"
            )
            #expect(duties["assemblyReport"]?["status"].string == "met" && duties["assemblyReport"]?["dueOn"] == .null)
        }
    }

    @Test("Where it stands is for the municipality itself")
    func nobodyElse() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let made = try await server.post(
                "\(Self.base)/duty-fulfilments", as: .coordinatorOfSkara,
                ["duty": "council", "title": "Rådet", "metOn": "2024-01-01"])
            for person in [TestServer.Person.headOfDistrict, .districtReader, .officerOfSkara] {
                let states = try await server.get("\(Self.base)/statutory-duties", as: person)
                #expect(states.status == 403, "\(person): \(states.text)")
                #expect(
                    try await server.get("\(Self.base)/duty-fulfilments/\(try made.json.id)", as: person).status != 200)
                let list = try await server.get("\(Self.base)/duty-fulfilments", as: person)
                #expect(list.status == 403, "\(person)")
            }
            for person in [TestServer.Person.coordinatorOfLidkoping, .headOfOtherDistrict, .officerOfLidkoping] {
                #expect(try await server.get("\(Self.base)/statutory-duties", as: person).status == 404, "\(person)")
            }
            #expect(
                try await server.post(
                    "\(Self.base)/duty-fulfilments", as: .readerOfSkara,
                    ["duty": "council", "title": "x", "metOn": "2024-01-01"]
                ).status == 403)
        }
    }
}
