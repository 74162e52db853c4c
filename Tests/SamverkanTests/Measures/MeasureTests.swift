import TestSupport
import Testing

/// The flat list: filters, pages, links; and one measure.
@Suite struct MeasureTests {
    private static let path = "/municipalities/1495/measures"

    @Test("Filters narrow the list")
    func filtersNarrowTheList() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            func count(_ query: String) async throws -> Int? {
                try await server.get("\(Self.path)?\(query)", as: .readerOfSkara).json["_meta"]["totalRecords"].int
            }
            #expect(try await count("") == 11)
            #expect(try await count("plan=\(skara.planID)") == 11)
            #expect(try await count("plan=\(skara.agreementID)") == 0)
            #expect(try await count("status=noInformation") == 8)
            #expect(try await count("status=done") == 1)
            #expect(try await count("q=NATTVANDRA") == 1)
            #expect(try await count("q=%25") == 0)
            #expect(try await count("q=" + "å'\"\\".addingPercent) == 0)
            #expect(try await count("q=vid+s%C3%A4rskilda") == 1)
            let police = try await server.measure("Riktade polis").party
            #expect(try await count("party=\(police)") == 4)
            #expect(try await count("party=\(police)&status=partlyDone&q=narkotika") == 1)
            for bad in [
                "plan=x", "party=1", "status=finished", "q=", "page=0", "page=x", "page=-1", "limit=101", "limit=0",
                "limit=1.5", "page=99999999999", "sort=text", "page=1&page=2", "q=%00", "q=%ff",
            ] {
                let answer = try await server.get("\(Self.path)?\(bad)", as: .readerOfSkara)
                #expect(answer.status == 400 && answer.code == "invalidParameter", "\(bad): \(answer.status)")
            }
        }
    }

    @Test("Pages hold together")
    func pagesHoldTogether() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            var ids: [String] = []
            var path: String? = "\(Self.path)?limit=4&q=a"
            var pages = 0
            while let current = path {
                let answer = try await server.get(current, as: .readerOfSkara).json
                pages += 1
                ids += answer["items"].items.compactMap { $0["id"].string }
                #expect(answer["_meta"]["page"].int == pages)
                #expect(answer["_meta"]["count"].int == answer["items"].items.count)
                #expect(answer["_links"]["first"]["href"].string?.hasSuffix("/measures?page=1&limit=4&q=a") == true)
                #expect((answer["_links"]["prev"] == .null) == (pages == 1))
                path = answer["_links"]["next"]["href"].string.map {
                    String($0.dropFirst("http://samverkan.example/samverkan/v1".count))
                }
            }
            let total = try await server.get("\(Self.path)?q=a", as: .readerOfSkara).json["_meta"]["totalRecords"].int
            #expect(ids.count == total && Set(ids).count == total)
            let beyond = try await server.get("\(Self.path)?page=1000", as: .readerOfSkara)
            #expect(
                beyond.status == 200 && beyond.json["items"] == .array([])
                    && beyond.json["_meta"]["totalPages"].int == 1)
        }
    }

    @Test("Contacts are for the municipality and its officers")
    func contactsAreForTheMunicipalityAndItsOfficers() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            for (person, sees) in [
                (TestServer.Person.readerOfSkara, true), (.officerOfSkara, true), (.districtReader, false),
                (.headOfDistrict, false),
            ] {
                let items = try await server.get("\(Self.path)?limit=100", as: person).json["items"].items
                #expect(items.count == 11)
                let contacts = items.flatMap { $0["responsibilities"].items }.count { $0["contact"] != .null }
                #expect(contacts == (sees ? 5 : 0), "\(person)")
            }
        }
    }

    @Test("Unchanged is not sent again")
    func unchangedIsNotSentAgain() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let measure = try await server.measure("Nattvandra")
            for path in [
                "\(Self.path)/\(measure.id)", "/municipalities/1495/action-plans/\(skara.planID)",
                "/municipalities/1495/agreements/\(skara.agreementID)",
                "/municipalities/1495/situational-pictures/\(skara.pictureID)",
            ] {
                let first = try await server.get(path, as: .readerOfSkara)
                let tag = try #require(first.header("ETag"))
                for sent in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                    let again = try await server.get(path, as: .readerOfSkara, headers: [("If-None-Match", sent)])
                    #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == tag, "\(path) \(sent)")
                }
                #expect(
                    try await server.get(path, as: .readerOfSkara, headers: [("If-None-Match", "\"other\"")]).status
                        == 200)
            }
            // Another audience sees another representation.
            let mine = try await server.get("\(Self.path)/\(measure.id)", as: .readerOfSkara).header("ETag")
            try server.establish()
            #expect(try await server.get("\(Self.path)/\(measure.id)", as: .districtReader).header("ETag") != mine)
        }
    }
}

extension String {
    fileprivate var addingPercent: String {
        self.utf8.map { "%" + (String($0, radix: 16, uppercase: true)) }.joined()
    }
}
