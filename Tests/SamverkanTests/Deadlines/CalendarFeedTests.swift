import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// A person's secret calendar address.
@Suite struct CalendarFeedTests {
    private func address(_ server: TestServer, as person: TestServer.Person) async throws -> String {
        let made = try await server.post("/me/calendar-feed", as: person, "")
        #expect(made.status == 200, "\(made.text)")
        return (made.json["href"].string ?? "").replacing("http://samverkan.example/samverkan/v1", with: "")
    }

    @Test("It is read without a token, is told once, and a new one revokes it")
    func aSecretAddress() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let none = try await server.get("/me/calendar-feed", as: .coordinatorOfSkara)
            #expect(none.status == 200 && none.json["createdAt"] == .null && none.json["href"] == .null)
            let first = try await self.address(server, as: .coordinatorOfSkara)
            let calendar = try await server.get(first, as: nil)
            #expect(calendar.status == 200 && calendar.header("Content-Type") == "text/calendar; charset=utf-8")
            #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.text.contains("BEGIN:VEVENT"))
            #expect(calendar.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
            let tag = try #require(calendar.header("ETag"))
            #expect(try await server.get(first, as: nil, headers: [("If-None-Match", tag)]).status == 304)
            let shown = try await server.get("/me/calendar-feed", as: .coordinatorOfSkara)
            #expect(shown.json["href"] == .null && shown.json["createdAt"].string != nil)
            let second = try await self.address(server, as: .coordinatorOfSkara)
            let revoked = try await server.get(first, as: nil)
            #expect(revoked.status == 410 && revoked.code == "calendarFeedRevoked")
            #expect(try await server.get(second, as: nil).status == 200)
            #expect(try await server.delete("/me/calendar-feed", as: .coordinatorOfSkara, version: nil).status == 204)
            #expect(try await server.get(second, as: nil).status == 410)
            // One is kept of each person.
            for _ in 0..<14 { _ = try await self.address(server, as: .coordinatorOfSkara) }
            let kept = try server.database.administrator().run(["select count(*) as n from access.calendar_feed"])[0]
            #expect(kept.first?.int("n") == 1)
            // Nobody else's is touched, and nothing but a digest is kept.
            let head = try await self.address(server, as: .headOfDistrict)
            _ = try await self.address(server, as: .coordinatorOfLidkoping)
            #expect(try await server.get(head, as: nil).status == 200)
            let secret = String(head.split(separator: "/").last ?? "")
            let found = try server.database.administrator().run([
                """
                select count(*) as n from access.calendar_feed f, audit.change c
                where f::text like \("%\(secret)%") or c::text like \("%\(secret)%")
                """
            ])[0]
            #expect(found.first?.int("n") == 0)
        }
    }

    @Test("It shows what its person may see, and nothing when the person has no grant any more")
    func itsPersonsOwn() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let skara = try await self.address(server, as: .coordinatorOfSkara)
            let lidkoping = try await self.address(server, as: .coordinatorOfLidkoping)
            let text = try await server.get(skara, as: nil).text
            #expect(text.contains("CATEGORIES:Skara") && !text.contains("CATEGORIES:Lidköping"))
            #expect(!(try await server.get(lidkoping, as: nil).text.contains("CATEGORIES:Skara")))
            let last: Character = skara.last == "A" ? "B" : "A"
            for wrong in [String(skara.dropLast()) + String(last), "/calendar-feeds/x", skara + "x"] {
                #expect(try await server.get(wrong, as: nil).status == 404, "\(wrong)")
            }
            // Another login's letter finds nobody.
            let other = skara.replacing("/calendar-feeds/m", with: "/calendar-feeds/d")
            #expect(try await server.get(other, as: nil).status == 404)
            try server.database.administrator().run([
                "update access.caller_grant set valid_from = current_date - 9, valid_until = current_date - 1 where subject = 'coordinator' and municipality_code = '1495'"
            ])
            #expect(!(try await server.get(skara, as: nil).text.contains("BEGIN:VEVENT")))
        }
    }
}
