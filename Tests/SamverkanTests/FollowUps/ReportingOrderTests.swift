import Postgres
import TestSupport
import Testing

/// Which report is the latest does not depend on any clock.
@Suite struct ReportingOrderTests {
    @Test("What is reported later is latest also after the clock was set back")
    func whatIsReportedLaterIsLatestAlsoAfterTheClockWasSetBack() async throws {
        try await TestServer.run { server in
            _ = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            let path = "/municipalities/1495/measures/\(measure.id)"
            func report(_ status: String) async throws -> String? {
                let answer = try await server.post(
                    "\(path)/follow-ups", as: .coordinatorOfSkara,
                    [
                        "responsiblePartyId": "\(measure.party)", "period": ["start": "2020-05-01"],
                        "status": "\(status)",
                    ]
                )
                #expect(answer.status == 201, "\(answer.text)")
                return answer.json["id"].string
            }
            func latest() async throws -> JSON { try await server.get(path, as: .readerOfSkara).json["latestFollowUp"] }
            let first = try await report("notStarted")
            // Recorded when the clock was an hour ahead.
            let administrator = try server.database.administrator()
            try administrator.run(
                unsafeScript: """
                    set session_replication_role = replica;
                    update app.follow_up set recorded_at = recorded_at + interval '1 hour';
                    update app.measure_status set latest_recorded_at = latest_recorded_at + interval '1 hour';
                    """)
            let second = try await report("ongoing")
            #expect(try await latest()["id"].string == second && first != second)
            // Made anew from all of them, as a correction does, the order is the same.
            let corrected = try await server.post(
                "\(path)/follow-ups/\(first ?? "")/correction", as: .coordinatorOfSkara,
                ["period": ["start": "2020-04-01"], "status": "notStarted"])
            #expect(corrected.status == 201, "\(corrected.text)")
            #expect(try await latest()["id"].string == second)
            let items = try await server.get("\(path)/follow-ups", as: .readerOfSkara).json["items"].items
            #expect(items.first?["id"].string == second)
        }
    }
}
