import NIOCore
import NIOHTTP1
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// A tag comes from one row, and an answer that was written before is sent again; never to whom it isn't, never after
/// it changed. Every test that reads a plan or a list twice holds the answer that was kept to one that is written anew
/// (`Settings.checksKeptAnswers`); what is here is who, and when the tag moves.
@Suite struct MarkedAnswerTests {
    typealias Person = TestServer.Person

    private static let persons: [Person] = [
        .coordinatorOfSkara, .readerOfSkara, .contributorOfSkara, .officerOfSkara, .headOfDistrict, .districtReader,
    ]

    @Test("Each role gets its own answer, and an outsider none, however often it was sent to others")
    func eachRoleGetsItsOwn() async throws {
        try await TestServer.run { server in
            let plan = try await server.wholeDemo().planID
            for path in ["/municipalities/1495/action-plans/\(plan)", "/municipalities/1495/measures?limit=50"] {
                var bodies: [String: Set<[UInt8]>] = [:]
                for _ in 1...3 {
                    for person in Self.persons {
                        let answer = try await server.get(path, as: person)
                        #expect(answer.status == 200 && answer.headers.first(name: "ETag") != nil)
                        bodies[person.description, default: []].insert(answer.body)
                    }
                    for person in Person.outsiders {
                        let answer = try await server.get(path, as: person)
                        // Another district may ask about any municipality, and sees nothing of it.
                        if answer.status == 200 {
                            let total = answer.json["_meta"]["totalRecords"].int
                            #expect(person.role == .headOfDistrict && total == 0)
                        } else {
                            #expect(answer.status >= 403)
                        }
                    }
                }
                #expect(bodies.values.allSatisfy { $0.count == 1 })
                // Contacts are for those inside, and acts for whoever may do them.
                #expect(bodies[Person.coordinatorOfSkara.description] != bodies[Person.headOfDistrict.description])
                #expect(bodies[Person.officerOfSkara.description] != bodies[Person.headOfDistrict.description])
            }
            // Whose grant has ended gets nothing that is kept, nor its 304.
            let path = "/municipalities/1495/action-plans/\(plan)"
            let tag = try await server.get(path, as: .readerOfSkara).headers.first(name: "ETag") ?? ""
            let seen = [("If-None-Match", tag)]
            #expect(try await server.get(path, as: .readerOfSkara, headers: seen).status == 304)
            try server.database.administrator().run([
                "update access.caller_grant set valid_from = current_date - 9, valid_until = current_date - 2 where subject = 'reader' and municipality_code = '1495'"
            ])
            #expect(try await server.get(path, as: .readerOfSkara, headers: seen).status == 404)
            #expect(try await server.get(path, as: .readerOfSkara).status == 404)
        }
    }

    @Test("What shows in a plan moves its tag and the list's; what doesn't show leaves both")
    func whatShowsMovesTheTag() async throws {
        try await TestServer.run { server in
            let plan = try await server.wholeDemo().planID
            let measure = try await server.measure("")
            let paths = ["/municipalities/1495/action-plans/\(plan)", "/municipalities/1495/measures?limit=50"]
            func tags() async throws -> [String] {
                var tags: [String] = []
                for path in paths {
                    tags.append(try await server.get(path, as: .coordinatorOfSkara).headers.first(name: "ETag") ?? "")
                }
                return tags
            }
            var before = try await tags()
            let moving: [(String, () async throws -> Void)] = [
                (
                    "a follow-up",
                    {
                        let answer = try await server.post(
                            "/municipalities/1495/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                            #"{"responsiblePartyId":"\#(measure.party)","period":{"start":"2020-04-30"},"status":"ongoing"}"#
                        )
                        #expect(answer.status == 201, "\(answer.text)")
                    }
                ),
                (
                    "another that says the same",
                    {
                        _ = try await server.post(
                            "/municipalities/1495/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                            #"{"responsiblePartyId":"\#(measure.party)","period":{"start":"2020-04-30"},"status":"ongoing"}"#
                        )
                    }
                ),
                (
                    "a party's name",
                    {
                        let answer = try await server.post(
                            "/municipalities/1495/responsible-parties/\(measure.party)/renaming",
                            as: .coordinatorOfSkara, ["name": "Exempelenheten"])
                        #expect(answer.status == 200, "\(answer.text)")
                    }
                ),
                (
                    "the plan's number",
                    {
                        let version = try await server.get(paths[0], as: .coordinatorOfSkara).json["version"].int
                        let answer = try await server.patch(
                            paths[0], as: .coordinatorOfSkara, version: version,
                            #"{"registrationNumber":"KS 2024/118"}"#)
                        #expect(answer.status == 200)
                    }
                ),
            ]
            for (name, change) in moving {
                try await change()
                let after = try await tags()
                #expect(after[0] != before[0] && after[1] != before[1], "\(name)")
                for (path, tag) in zip(paths, before) {
                    #expect(
                        try await server.get(path, as: .coordinatorOfSkara, headers: [("If-None-Match", tag)]).status
                            == 200, "\(name)")
                }
                for (path, tag) in zip(paths, after) {
                    let answer = try await server.get(path, as: .coordinatorOfSkara, headers: [("If-None-Match", tag)])
                    #expect(answer.status == 304 && answer.body.isEmpty, "\(name)")
                }
                before = after
            }
            // A comment stands beside the plan, not in it.
            _ = try await server.post(
                "\(paths[0])/comments", as: .coordinatorOfSkara, #"{"text":"Vi tar det i mars."}"#)
            #expect(try await tags() == before)
        }
    }

    /// Else a 304 would tell when another authority drafts.
    @Test("A hundred writes to drafts change no byte and no header of what the police are answered")
    func writesToDraftsChangeNothingForThePolice() async throws {
        try await TestServer.run { server in
            let plan = try await server.wholeDemo().planID
            let base = "/municipalities/1495"
            let paths = [
                "\(base)/action-plans/\(plan)", "\(base)/action-plans", "\(base)/measures?limit=50",
                "\(base)/measures?status=noInformation", "\(base)/agreements", "\(base)/responsible-parties",
                "\(base)/promises", "\(base)/reporting-rounds?plan=\(plan)", "\(base)/reports",
                "/districts/vastra-skaraborg/overview", "/me/measures", "/me/deadlines", "/me/signatures",
            ]
            func answers(_ person: Person) async throws -> [String] {
                var answers: [String] = []
                for path in paths {
                    let answer = try await server.get(path, as: person)
                    let headers = answer.headers.filter { !["date", "traceparent"].contains($0.name.lowercased()) }
                    answers.append(
                        "\(path) \(answer.status) \(headers) \(String(decoding: answer.body, as: UTF8.self))")
                }
                return answers
            }
            let persons: [Person] = [.headOfDistrict, .districtReader]
            var before: [[String]] = []
            for person in persons { before.append(try await answers(person)) }
            // Next year's plan, a picture and a promise, drafted part by part.
            let draft = try await server.post(
                "\(base)/action-plans/\(plan)/revisions", as: .coordinatorOfSkara,
                #"{"year":2025,"period":{"start":"2025-01-01","end":"2025-12-31"}}"#)
            #expect(draft.status == 201)
            let id = try draft.json.id
            for number in 1...33 {
                let area = try await server.post(
                    "\(base)/action-plans/\(id)/priority-areas", as: .coordinatorOfSkara,
                    #"{"title":"Område \#(number)"}"#)
                #expect(area.status == 201)
                _ = try await server.post(
                    "\(base)/action-plans/\(id)/measures", as: .coordinatorOfSkara,
                    #"{"areaId":"\#(try area.json.id)","text":"Åtgärd \#(number)"}"#)
                let picture = try await server.post(
                    "\(base)/situational-pictures", as: .coordinatorOfSkara, #"{"title":"Lägesbild \#(number)"}"#)
                #expect(picture.status == 201)
            }
            for (person, before) in zip(persons, before) {
                for (one, other) in zip(before, try await answers(person)) { #expect(one == other, "\(person)") }
            }
        }
    }

    @Test("What is kept stays within its bytes, and the oldest goes first")
    func whatIsKeptIsBounded() {
        let kept = KeptAnswers(limit: 16_000)
        func key(_ number: Int) -> KeptAnswers.Key { .init(address: "/\(number)", origin: "http://a", form: .json) }
        func mark(_ text: String) -> KeptAnswers.Mark { .init([text], version: nil) }
        func answer(_ text: String, _ bytes: Int) -> KeptAnswers.Answer {
            .init(mark: mark(text), body: ByteBuffer(repeating: 0x20, count: bytes), compressed: nil)
        }
        for number in 1...100 {
            kept.keep(key(number), answer("a", 1_000))
            #expect(kept.bytes <= 16_000)
        }
        #expect(kept.find(key(1), mark("a")) == nil && kept.find(key(100), mark("a")) != nil)
        // A tag in place of another, and the same one again, count once.
        for tag in ["a", "b", "c", "d", "d"] { kept.keep(key(100), answer(tag, 1_000)) }
        #expect(kept.find(key(100), mark("a")) == nil && kept.find(key(100), mark("d")) != nil)
        #expect(kept.bytes <= 16_000)
        // One that would take the place of many isn't kept.
        kept.keep(key(200), answer("a", 9_000))
        #expect(!kept.has(key(200)))
    }
}
