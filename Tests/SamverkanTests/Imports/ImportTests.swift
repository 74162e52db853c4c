import Foundation
import NIOHTTP1
import Postgres
import TestSupport
import Testing

/// Import and confirmation over HTTP.
@Suite struct ImportTests {
    private static let path = "/municipalities/1495/imports"

    @Test("Skaras document is read in full")
    func skarasDocumentIsReadInFull() async throws {
        try await TestServer.run { server in
            let answer = try await server.post(
                "\(Self.path)?fileName=skara.txt", as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            #expect(answer.status == 201)
            let read = answer.json
            #expect(answer.header("Location") == read["_links"]["self"]["href"].string)
            #expect(read["fileName"].string == "skara.txt")
            #expect(read["agreement"]["period"]["start"].string == "2020-01-01")
            #expect(read["agreement"]["period"]["end"].string == "2023-12-31")
            #expect(
                read["agreement"]["parties"].strings == [
                    "Skara kommun", "Polismyndigheten, Region Väst, Lokalpolisområde Västra Skaraborg",
                ])
            #expect(read["agreement"]["purpose"].string?.hasPrefix("Syftet är") == true)
            #expect(read["agreement"]["scope"].string?.hasPrefix("Överenskommelsen omfattar bara") == true)
            #expect(read["agreement"]["outsideScope"].string?.contains("vid sidan av") == true)
            #expect(
                read["agreement"]["signers"].items.map {
                    "\($0["party"].string ?? "") \($0["name"].string ?? "") \($0["title"].string ?? "") \($0["place"].string ?? "")"
                }
                    == [
                        "municipality Kim Exempelsson Kommunstyrelsens ordförande Skara",
                        "police Robin Exempelman Lokalpolisområdeschef Skara",
                    ])
            #expect(
                read["sources"].items.map { $0["kind"].string ?? "" } == [
                    "statistics", "citizenDialogue", "survey", "safetyWalk", "staffDialogue", "est", "earlierWork",
                ])
            #expect(read["plan"]["year"].int == 2020)
            #expect(read["plan"]["introduction"].string?.hasPrefix("Planen är ett stöd") == true)
            let areas = read["plan"]["priorityAreas"].items
            #expect(
                areas.map { $0["title"].string ?? "" } == [
                    "Narkotika bland unga i Skara", "Trygghet i centrum och särskilt kring busstationen.",
                    "Grannsamverkan", "Berätta om det brottsförebyggande arbetet.",
                    "Ett rent och snyggt Skara.", "Insatser för trygghet utifrån vad invånarna har svarat",
                ])
            let causes = areas.flatMap { $0["causes"].items }
            #expect(causes.map { $0["line"].int } == [63, 73, 76, 77])
            let measures = causes.flatMap { $0["measures"].items }
            #expect(measures.count == 11)
            #expect(
                measures.prefix(4).map { $0["responsibilities"].items.map { $0["responsibleParty"].string ?? "" } } == [
                    ["Barn- och utbildning", "Omsorgsförvaltningen", "folkhälsostrateg", "Polisen"], ["BRÅ-gruppen"],
                    ["Rektorer"], ["Barn- och utbildningsförvaltningen"],
                ])
            #expect(measures.count { $0["plannedFollowUp"].string != nil } == 6)
            #expect(read["responsibleParties"].items.count == 11)
            #expect(
                read["contacts"].items.map { "\($0["name"].string ?? "") \($0["responsibleParty"].string ?? "")" }
                    == [
                        "Alva Polisen", "Bo Service och teknik", "Cleo Kultur- och fritidsenheten", "Dag BRÅ-gruppen",
                        "Eli Service och teknik",
                    ])
            #expect(read["promises"].items.isEmpty)
            let warnings = read["warnings"].items.map { "\($0["line"].int ?? 0) \($0["code"].string ?? "")" }
            for expected in [
                "17 promiseMissing", "54 areaWithoutMeasure", "63 responsiblePossiblyDuplicate",
                "68 tableHeadingIsNoArea", "73 responsibleSplit",
            ] {
                #expect(warnings.contains(expected), "\(expected) in \(warnings)")
            }
            // The document is kept as it came.
            let kept = try server.database.administrator().run([
                "select content = \(Array(try Scene.document("skara.txt").utf8))::bytea, encode(sha256, 'hex') from app.import"
            ])[0].first
            #expect(kept?.bool(0) == true)
            #expect(kept?[1] == read["sha256"].string)
        }
    }

    /// Every word of the document stands in what was read out of it, or in a warning.
    @Test("No word is lost", arguments: ["skara.txt", "lidkoping.md", "gotene.md"])
    func noWordIsLost(_ name: String) async throws {
        try await TestServer.run { server in
            let document = try Scene.document(name)
            let answer = try await server.post(
                Self.path, as: .coordinatorOfSkara, document: document, type: "text/markdown"
            ).text
            func words(_ text: String) -> Set<String> {
                Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
            }
            let marks: Set = ["b", "n", "den", "ort", "och", "datum"]
            // Headings of columns and plans name fields; they aren't content.
            let labels: Set = [
                "orsak", "åtgärd", "ansvarig", "uppföljning", "problem", "aktivitet", "mål", "utförare", "när",
                "mätning", "insats", "kommunen", "polisen", "tillsammans", "lovar", "lovar", "vi",
                "underskrifter", "åtgärdsplan", "handlingsplan", "syfte", "område", "1", "2", "lägesbild", "omfattning",
                "december", "februari", "mars", "januari", "12", "28", "31", "\(Scene.year - 1)", "\(Scene.year - 2)",
            ]
            let lost = words(document).subtracting(words(answer.replacingOccurrences(of: "\\n", with: " ")))
                .subtracting(marks).subtracting(labels)
            #expect(lost == [])
        }
    }

    @Test("Confirmation makes drafts once")
    func confirmationMakesDraftsOnce() async throws {
        try await TestServer.run { server in
            let imported = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let agreement = try await server.get(
                "/municipalities/1495/agreements/\(imported.agreementID)", as: .readerOfSkara
            ).json
            #expect(agreement["status"].string == "draft")
            #expect(agreement["signatures"].items.map { $0["name"].string } == ["Kim Exempelsson", "Robin Exempelman"])
            #expect(agreement["signatures"].items.allSatisfy { $0["date"] == .null })
            #expect(
                agreement["sections"].items.map { $0["heading"].string } == [
                    "Tillsammans för ett tryggare Skara", "Handlingsplan", "Medborgarlöfte", "Avtalsperiod",
                ])
            let picture = try await server.get(
                "/municipalities/1495/situational-pictures/\(imported.pictureID)", as: .readerOfSkara
            ).json
            #expect(picture["sources"].items.count == 7)
            let plan = try await server.get("/municipalities/1495/action-plans/\(imported.planID)", as: .readerOfSkara)
                .json
            #expect(plan["status"].string == "draft")
            #expect(
                plan["priorityAreas"].items.map { area in
                    area["causes"].items.reduce(0) { $0 + $1["measures"].items.count }
                } == [6, 3, 0, 1, 1])
            // The emptied area's text is kept.
            #expect(plan["notes"].string?.contains("I förra årets enkät") == true)
            let again = try await server.post(
                "\(Self.path)/\(imported.importID)/confirmation", as: .coordinatorOfSkara, "{}")
            #expect(again.status == 409 && again.code == "importAlreadyConfirmed")
            let truth = try server.database.administrator().run([
                "select count(*) from app.agreement", "select count(*) from app.measure",
            ])
            #expect(truth.map { $0.first?.int(0) } == [1, 11])
        }
    }

    @Test("Twenty confirmations at once make one agreement")
    func twentyConfirmationsAtOnceMakeOneAgreement() async throws {
        try await TestServer.run { server in
            let id =
                try await server.post(Self.path, as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
                .json.id
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...20 {
                    group.addTask {
                        try await server.post("\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara, "{}").status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1)
            #expect(statuses.count { $0 == 409 } == 19)
            #expect(
                try server.database.administrator().run(["select count(*) from app.agreement"])[0].first?.int(0) == 1)
        }
    }

    @Test("Responsible parties match existing ones whatever their case")
    func responsiblePartiesMatchExistingOnesWhateverTheirCase() async throws {
        try await TestServer.run { server in
            try server.database.administrator().run([
                "insert into app.responsible_party (municipality_code, name, kind, form) values ('1495', 'POLISEN', 'police', 'organisation')"
            ])
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            _ = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let names = try await server.get("/municipalities/1495/responsible-parties?limit=100", as: .readerOfSkara)
                .json["items"].items.compactMap { $0["name"].string }
            #expect(names.count == 11)
            #expect(names.contains("POLISEN") && !names.contains("Polisen"))
            #expect(try server.database.administrator().run(["select count(*) from app.contact"])[0].first?.int(0) == 5)
        }
    }

    @Test("Decisions that do not fit are told with their place")
    func decisionsThatDoNotFitAreToldWithTheirPlace() async throws {
        try await TestServer.run { server in
            let id =
                try await server.post(Self.path, as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
                .json.id
            for (body, pointer) in [
                (#"{"placements":[{"line":73,"area":2},{"line":999,"area":1}]}"#, "/placements/1/line"),
                (#"{"placements":[{"line":73,"area":42}]}"#, "/placements/0/area"),
                (#"{"placements":[{"line":"73","area":2}]}"#, "/placements/0/line"),
                (#"{"placements":[{"line":73}]}"#, "/placements/0/area"),
                (#"{"placements":{}}"#, "/placements"),
                (#"{"splits":[{"name":"Ingen","into":["A","B"]}]}"#, "/splits/0/name"),
                (#"{"splits":[{"name":"Polisen","into":["A"]}]}"#, "/splits/0/into"),
                (#"{"partyMerges":[{"keep":"Polisen","merge":"polisen"}]}"#, "/partyMerges/0"),
                (#"{"partyMerges":[{"keep":"Polisen","merge":"Ingen"}]}"#, "/partyMerges/0"),
                (#"{"extra/field":1}"#, "/extra~1field"), (#"[]"#, ""),
            ] {
                let answer = try await server.post("\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara, body)
                #expect(answer.status == 422 && answer.code == "invalidFields", "\(body): \(answer.text)")
                #expect(answer.json["errors"][0]["pointer"].string == pointer, "\(body): \(answer.text)")
            }
            #expect(
                try await server.post("\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara, "{").code
                    == "malformedJSON")
            #expect(
                try server.database.administrator().run(["select count(*) from app.agreement"])[0].first?.int(0) == 0)
            // Names as decided.
            let confirmed = try await server.post(
                "\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara,
                [
                    "partyMerges": [["keep": "Barn- och utbildningsförvaltningen", "merge": "Barn- och utbildning"]],
                    "splits": [["name": "Rektorer", "into": ["Rektorer F-6", "Rektorer 7-9"]]],
                ]
            )
            #expect(confirmed.status == 200)
            #expect(confirmed.json["responsibleParties"].items.count == 11)
            #expect(!confirmed.json["warnings"].items.contains { $0["code"].string == "responsiblePossiblyDuplicate" })
        }
    }

    @Test("Who may import")
    func whoMayImport() async throws {
        try await TestServer.run { server in
            for person in [TestServer.Person.readerOfSkara, .contributorOfSkara, .auditorOfSkara] {
                let answer = try await server.post(Self.path, as: person, document: try Scene.document("skara.txt"))
                #expect(answer.status == 403 && answer.code == "forbidden", "\(person)")
            }
            let imported =
                try await server.post(Self.path, as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
                .json.id
            #expect(
                try await server.post("\(Self.path)/\(imported)/confirmation", as: .readerOfSkara, "{}").status == 403)
            #expect(try await server.get("\(Self.path)/\(imported)", as: .readerOfSkara).status == 200)
            #expect(try await server.get("\(Self.path)/\(imported)", as: .officerOfSkara).status == 200)
            #expect(
                try await server.post("\(Self.path)/\(imported)/confirmation", as: .officerOfSkara, "{}").status == 403)
        }
    }

    // MARK: Bad documents

    @Test("What cannot be read is refused and nothing is stored")
    func whatCannotBeReadIsRefusedAndNothingIsStored() async throws {
        try await TestServer.run { server in
            func send(_ bytes: [UInt8], _ type: String, path: String = Self.path) async throws -> TestServer.Response {
                try await server.request(.POST, path, as: .coordinatorOfSkara, body: bytes, type: type)
            }
            let good = try Scene.document("skara.txt")
            let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            for (bytes, type, status, code) in [
                ([0x41, 0x81, 0x42], "text/plain", 422, "documentNotText"),
                (Array("a\u{0}b".utf8), "text/plain", 422, "documentNotText"),
                (Array("  \n\t ".utf8), "text/plain", 422, "documentEmpty"),
                ([], "text/plain", 422, "documentEmpty"),
                (Array("# Avtal 2020-2023\n\nBara text.\n".utf8), "text/plain", 422, "documentWithoutTable"),
                (
                    Array("# Avtal 2020-2023\n\nOrsak\tAnsvarig\nOro\tPolisen\n".utf8), "text/plain", 422,
                    "documentWithoutMeasureColumn"
                ),
                (
                    Array(good.replacingOccurrences(of: "från 2020-01-01", with: "från 2024-01-01").utf8), "text/plain",
                    422, "documentPeriodReversed"
                ),
                (
                    Array("# Avtal\n\n# Handlingsplan\n\nÅtgärd\tAnsvarig\nVandra\tPolisen\n".utf8), "text/plain", 422,
                    "documentWithoutPeriod"
                ),
                (
                    Array(good.replacingOccurrences(of: "Skräpplockardag", with: "Ring 811228-9874").utf8),
                    "text/plain", 422, "documentHoldsPersonalIdentityNumber"
                ),
                (Array("inget arkiv".utf8), word, 422, "documentBroken"),
                ([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 5_000), word, 422, "documentBroken"),
                (
                    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 5_000), word, 422,
                    "documentOldFormat"
                ),
                (try Scene.fixture("field/10-skara-kort.docx"), "application/pdf", 422, "documentOfOtherKind"),
                (Array("%PDF-1.7 inte mer".utf8), "application/pdf", 422, "documentBroken"),
                (try Scene.fixture("field-pdf/encrypted.pdf"), "application/pdf", 422, "documentEncrypted"),
                ([0xFF, 0xD8, 0xFF, 0xE0], "application/pdf", 422, "documentIsScan"),
                ([0x89], "image/png", 422, "documentIsScan"),
                (
                    [0x50], "application/vnd.openxmlformats-officedocument.presentationml.presentation", 422,
                    "documentIsPresentation"
                ),
                ([0xD0], "application/msword", 422, "documentOldFormat"),
                ([0x50], "application/vnd.ms-excel.sheet.macroEnabled.12", 422, "documentHoldsMacros"),
                (Array(good.utf8), "application/zip", 415, "unsupportedMediaType"),
                (Array(good.utf8), "text/plain; charset=koi8-r", 415, "unsupportedMediaType"),
            ] as [([UInt8], String, Int, String)] {
                let answer = try await send(bytes, type)
                #expect(answer.status == status && answer.code == code, "\(code): \(answer.status) \(answer.text)")
                #expect(!answer.text.contains("811228"))
            }
            for (length, type) in [(2_097_153, "text/plain"), (10_485_761, word)] {
                let answer = try await server.refusal(Self.path, as: .coordinatorOfSkara, length: length, type: type)
                #expect(answer.head.hasPrefix("HTTP/1.1 413") && answer.body.contains("bodyTooLarge"), "\(answer)")
            }
            let line = try await send(
                Array(good.replacingOccurrences(of: "Skräpplockardag", with: "Ring 811228-9874").utf8), "text/plain"
            ).json["line"].int
            #expect(line == 77)
            #expect(try await send(Array(good.utf8), "text/plain", path: "/municipalities/9999/imports").status == 404)
            #expect(try await send(Array(good.utf8), "text/plain", path: "/municipalities/skara/imports").status == 404)
            #expect(
                try await send(Array(good.utf8), "text/plain", path: "\(Self.path)?fileName=a%2Fb").code
                    == "invalidParameter")
            #expect(
                try await send(Array(good.utf8), "text/plain", path: "\(Self.path)?name=a").code == "invalidParameter")
            #expect(try server.database.administrator().run(["select count(*) from app.import"])[0].first?.int(0) == 0)
        }
    }

    /// Columns and parties are decided once for a municipality; another decides for itself.
    @Test("What was decided is proposed the next time")
    func whatWasDecidedIsProposedTheNextTime() async throws {
        try await TestServer.run { server in
            let text =
                "# Handlingsplan 2026\n\nOmråde 1: Centrum\n\nÅtgärd\tSköts av\tUppföljning\nVandra\tPolisen och Parken\tAntal\nLysa upp\tParkenheten\tAntal\n"
            func measures(_ answer: TestServer.Response) -> [[String]] {
                answer.json["plan"]["priorityAreas"].items.flatMap { $0["measures"].items }.map {
                    $0["responsibilities"].items.compactMap { $0["responsibleParty"].string }
                }
            }
            let first = try await server.post(Self.path, as: .coordinatorOfSkara, document: text)
            #expect(first.status == 201 && measures(first).allSatisfy(\.isEmpty), "\(first.text.prefix(600))")
            let path = "\(Self.path)/\(try first.json.id)"
            let decided = try await server.post(
                "\(path)/reading", as: .coordinatorOfSkara, ["columns": [["name": "Sköts av", "as": "responsible"]]])
            #expect(
                measures(decided) == [["Polisen och Parken"], ["Parkenheten"]]
                    || measures(decided) == [["Polisen", "Parken"], ["Parkenheten"]], "\(measures(decided))")
            let name = measures(decided)[0].last ?? ""
            #expect(
                try await server.post(
                    "\(path)/reading", as: .coordinatorOfSkara,
                    [
                        "columns": [["name": "Sköts av", "as": "responsible"]],
                        "partyMerges": [["keep": "Parkenheten", "merge": "\(name)"]],
                    ]
                ).status == 200)
            let next = try await server.post(
                Self.path, as: .coordinatorOfSkara, document: text + "Ronder\tParken\tAntal\n")
            #expect(measures(next)[0].last == "Parkenheten" && measures(next)[2].count == 1, "\(measures(next))")
            let told = next.json["warnings"].items.filter { $0["code"].string == "remembered" }.compactMap {
                $0["text"].string
            }
            #expect(
                told.contains { $0.contains("«Sköts av» som ansvarig") }
                    && told.contains { $0.contains("«\(name)» blev «Parkenheten»") }, "\(told)")
            // Without it, and by another municipality, the document is read as it stands.
            let clean = try await server.post(
                "\(Self.path)/\(try next.json.id)/reading", as: .coordinatorOfSkara,
                ["useRemembered": false])
            #expect(clean.status == 200 && measures(clean).allSatisfy(\.isEmpty))
            let other = try await server.post(
                "/municipalities/1494/imports", as: .coordinatorOfLidkoping, document: text)
            #expect(
                other.status == 201 && measures(other).allSatisfy(\.isEmpty) && !other.text.contains("Som förra gången")
            )
            // The last decision on a name counts.
            #expect(
                try await server.post(
                    "\(path)/reading", as: .coordinatorOfSkara, ["columns": [["name": "Sköts av", "as": "note"]]]
                ).status == 200)
            #expect(
                measures(try await server.post(Self.path, as: .coordinatorOfSkara, document: text)).allSatisfy(
                    \.isEmpty))
            #expect(
                try server.database.administrator().run([
                    "select string_agg(decision->>'kind', ' ') from app.remembered_decision where kind = 'column'"
                ])[0].first?[0] == "note")
        }
    }

    @Test("A plan without a year is proposed for the present one")
    func aPlanWithoutAYearIsProposedForThePresentOne() async throws {
        try await TestServer.run { server in
            let answer = try await server.request(
                .POST, Self.path, as: .coordinatorOfSkara,
                body: Array("Område;Åtgärd;Ansvarig\nTrafik;Kontroller;Polisen\n".utf8), type: "text/csv")
            let year = try server.database.administrator().run(["select extract(year from app.today())::integer"])[0]
                .first?.int(0)
            #expect(answer.status == 201 && answer.json["plan"]["year"].int == year, "\(answer.text.prefix(600))")
            #expect(
                answer.json["warnings"].items.contains {
                    $0["code"].string == "periodMissing" && $0["text"].string?.contains("innevarande år") == true
                })
            #expect(
                answer.json["facts"].items.contains {
                    $0["pointer"].string == "/agreement/period" && $0["basis"].string == "guess"
                })
        }
    }

    @Test("A paragraph that is decided to be an area is one")
    func aParagraphThatIsDecidedToBeAnAreaIsOne() async throws {
        try await TestServer.run { server in
            let text =
                "# Handlingsplan 2026\n\nTryggt centrum, det vill vi\n\nMer om det.\n\nÅtgärd\tAnsvarig\nVandra\tPolisen\n"
            let first = try await server.post(Self.path, as: .coordinatorOfSkara, document: text)
            let path = "\(Self.path)/\(try first.json.id)/reading"
            let decided = try await server.post(path, as: .coordinatorOfSkara, ["areas": [["line": 3]]])
            #expect(
                decided.json["plan"]["priorityAreas"].items.map { $0["title"].string } == [
                    "Tryggt centrum, det vill vi"
                ] && decided.json["plan"]["priorityAreas"][0]["measures"].items.count == 1,
                "\(decided.text.prefix(800))")
            let wrong = try await server.post(path, as: .coordinatorOfSkara, ["areas": [["line": 999]]])
            #expect(wrong.status == 422 && wrong.json["errors"][0]["pointer"].string == "/areas/0/line")
        }
    }

    @Test("Identity numbers are left out by a decision in the same call")
    func identityNumbersAreLeftOutByADecisionInTheSameCall() async throws {
        try await TestServer.run { server in
            let text = try Scene.document("skara.txt").replacingOccurrences(
                of: "Skräpplockardag", with: "Ring 811228-9874")
            #expect(
                try await server.post(Self.path, as: .coordinatorOfSkara, document: text).code
                    == "documentHoldsPersonalIdentityNumber")
            #expect(
                try await server.post("\(Self.path)?identityNumbers=keep", as: .coordinatorOfSkara, document: text).code
                    == "invalidParameter")
            let masked = try await server.post(
                "\(Self.path)?fileName=plan.txt&identityNumbers=leaveOut", as: .coordinatorOfSkara, document: text)
            #expect(
                masked.status == 201 && masked.text.contains("Ring ••••••-••••") && !masked.text.contains("811228"),
                "\(masked.text.prefix(500))")
            #expect(
                masked.json["warnings"][0]["code"].string == "identityNumberLeftOut"
                    && masked.json["mediaType"].string == "text/markdown"
                    && masked.json["fileName"].string == "plan.txt")
            let stored =
                try server.database.administrator().run(["select convert_from(content, 'UTF8') from app.import"])[0]
                .first?[0] ?? ""
            #expect(stored.contains("Ring ••••••-••••") && !stored.contains("811228"))
            // What is kept is read again as it was, and confirmed.
            let id = try masked.json.id
            let again = try await server.post("\(Self.path)/\(id)/reading", as: .coordinatorOfSkara, "{}")
            #expect(again.status == 200 && again.json["plan"] == masked.json["plan"])
            #expect(
                try await server.post("\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara, "{}").status == 200)
            // A document without one is kept as it came.
            let whole = try await server.post(
                "\(Self.path)?identityNumbers=leaveOut", as: .coordinatorOfSkara,
                document: try Scene.document("skara.txt"))
            #expect(
                whole.status == 201 && whole.json["mediaType"].string == "text/plain"
                    && !whole.text.contains("identityNumberLeftOut"))
        }
    }

    @Test("A document of another municipality is a warning")
    func aDocumentOfAnotherMunicipalityIsAWarning() async throws {
        try await TestServer.run { server in
            let warnings = try await server.post(
                "/municipalities/1494/imports", as: .coordinatorOfLidkoping, document: try Scene.document("skara.txt")
            ).json["warnings"].items
            #expect(warnings.contains { $0["code"].string == "otherMunicipality" && $0["line"].int == 3 })
        }
    }

    // MARK: Other forms

    /// One document of each form: its counts, that it is confirmed, and what the register and a decision are called in
    /// it.
    @Test(
        "Every form is read and confirmed",
        arguments: [
            ("field-odt/08-lidkoping-omradesrader.odt", "application/vnd.oasis.opendocument.text", 5),
            (
                "field/02-skara-fet-text.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 7
            ),
            ("field-pdf/untagged/02-skara-fet-text.pdf", "application/pdf", 7),
            ("sheets/plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 4),
            ("sheets/plan.csv", "text/csv", 4),
            ("field/12-gotene-windows1252.txt", "text/plain; charset=windows-1252", 4),
            ("field/13-gotene-utf16.txt", "text/plain; charset=utf-16", 4),
            (
                "field/03-lidkoping-lofte.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0
            ),
        ])
    func everyFormIsReadAndConfirmed(_ name: String, _ type: String, _ measures: Int) async throws {
        try await TestServer.run { server in
            let read = try await server.request(
                .POST, Self.path, as: .coordinatorOfSkara, body: try Scene.fixture(name), type: type)
            #expect(read.status == 201, "\(read.text.prefix(500))")
            let areas = read.json["plan"]["priorityAreas"].items
            #expect(
                areas.reduce(0) {
                    $0 + $1["measures"].items.count + $1["causes"].items.reduce(0) { $0 + $1["measures"].items.count }
                } == measures)
            #expect(
                read.json["warnings"].items.allSatisfy { $0["line"].int == 1 || $0["place"]["text"].string != nil },
                "\(read.json["warnings"])")
            let confirmed = try await server.post(
                "\(Self.path)/\(try read.json.id)/confirmation", as: .coordinatorOfSkara, "{}")
            #expect(confirmed.status == 200, "\(confirmed.text.prefix(500))")
            let agreement = try await server.get(
                "/municipalities/1495/agreements/\(confirmed.json["agreementId"].string ?? "")", as: .readerOfSkara
            ).json
            #expect(agreement["registrationNumber"].string == read.json["agreement"]["registrationNumber"].string)
            if name.contains("gotene") {
                #expect(
                    agreement["registrationNumber"].string == "KS 2024/61"
                        && agreement["decision"]["paragraph"].string == "§ 52")
            }
            #expect(
                try server.database.administrator().run(["select count(*) from app.measure"])[0].first?.int(0)
                    == measures)
        }
    }

    // MARK: Reading again

    @Test("Decisions change the reading until it is confirmed")
    func decisionsChangeTheReadingUntilItIsConfirmed() async throws {
        try await TestServer.run { server in
            let text = try Scene.document("skara.txt").replacingOccurrences(
                of: "Orsak\tÅtgärd\tAnsvarig\tUppföljning", with: "Orsak\tGör\tSköts av\tUppföljning")
            let refused = try await server.post(Self.path, as: .coordinatorOfSkara, document: text)
            #expect(refused.status == 422 && refused.code == "documentWithoutMeasureColumn")
            let first = try await server.post(
                Self.path, as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            let reading = first.json["_links"]["reading"]["href"].string ?? ""
            let path = "\(Self.path)/\(try first.json.id)"
            #expect(reading.hasSuffix("\(path)/reading"))
            func measures(_ answer: TestServer.Response) -> [JSON] {
                answer.json["plan"]["priorityAreas"].items.flatMap {
                    $0["causes"].items.flatMap { $0["measures"].items } + $0["measures"].items
                }
            }
            let line = measures(first).first?["line"].int ?? 0
            // A column is somebody else's, a row is not read, and the facts are set.
            let again = try await server.post(
                "\(path)/reading", as: .coordinatorOfSkara,
                #"{"title":"Vårt avtal","period":{"start":"2021-01-01"},"year":2021,"columns":[{"name":"Uppföljning","as":"schedule"}],"leaveOut":[{"line":\#(line)}]}"#
            )
            #expect(again.status == 200, "\(again.text.prefix(500))")
            #expect(
                again.json["agreement"]["title"].string == "Vårt avtal"
                    && again.json["agreement"]["period"]["end"] == .null && again.json["plan"]["year"].int == 2021)
            #expect(!measures(again).contains { $0["line"].int == line } && measures(again).count == 7)
            #expect(
                measures(again).allSatisfy { $0["plannedFollowUp"] == .null }
                    && measures(again).contains { $0["schedule"].string != nil })
            // Each reading begins anew; placements and names are decided in it as well.
            let third = try await server.post("\(path)/reading", as: .coordinatorOfSkara, Scene.placements)
            #expect(
                third.status == 200 && measures(third).count == 11
                    && third.json["agreement"]["title"].string == first.json["agreement"]["title"].string)
            for (body, pointer) in [
                (#"{"tables":[{"table":9,"as":"measures"}]}"#, "/tables/0/table"),
                (#"{"tables":[{"table":1,"as":"nonsense"}]}"#, "/tables/0/as"),
                (#"{"columns":[{"name":"Finns inte","as":"measure"}]}"#, "/columns/0/name"),
                (#"{"leaveOut":[{"line":9999}]}"#, "/leaveOut/0/line"), (#"{"joins":[{"line":1}]}"#, "/joins/0/with"),
                (#"{"divisions":[{"line":1}]}"#, "/divisions/0/line"),
                (#"{"period":{"start":"2024-01-01","end":"2023-01-01"}}"#, "/period/end"),
                (#"{"unknown":1}"#, "/unknown"),
            ] {
                let answer = try await server.post("\(path)/reading", as: .coordinatorOfSkara, body)
                #expect(
                    answer.status == 422 && answer.json["errors"][0]["pointer"].string == pointer,
                    "\(body): \(answer.text)")
            }
            for person in [TestServer.Person.readerOfSkara, .officerOfSkara, .contributorOfSkara] {
                #expect(try await server.post("\(path)/reading", as: person, "{}").status == 403)
            }
            #expect(
                try await server.post(
                    "/municipalities/1494/imports/\(try first.json.id)/reading",
                    as: .coordinatorOfLidkoping, "{}"
                ).status == 404)
            // What is confirmed is the last reading.
            #expect(
                try await server.post("\(path)/reading", as: .coordinatorOfSkara, ["title": "Bekräftat"]).status
                    == 200)
            let confirmed = try await server.post("\(path)/confirmation", as: .coordinatorOfSkara, "{}")
            #expect(
                try await server.get(
                    "/municipalities/1495/agreements/\(confirmed.json["agreementId"].string ?? "")", as: .readerOfSkara
                ).json["title"].string == "Bekräftat")
            let late = try await server.post("\(path)/reading", as: .coordinatorOfSkara, "{}")
            #expect(late.status == 409 && late.code == "importAlreadyConfirmed")
        }
    }

    // MARK: Other starts

    @Test("A plan alone becomes that of an agreement that is here")
    func aPlanAloneBecomesThatOfAnAgreementThatIsHere() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            func imported(_ text: String, _ decisions: String) async throws -> TestServer.Response {
                let id =
                    try await server.post(Self.path, as: .coordinatorOfSkara, document: text).json.id
                return try await server.post("\(Self.path)/\(id)/confirmation", as: .coordinatorOfSkara, decisions)
            }
            let plan = "# Handlingsplan 2021\n\n## Trafik\n\n| Åtgärd | Ansvarig |\n|---|---|\n| Lysa | Parken |\n"
            let agreement = #"{"agreementId":"\#(skara.agreementID)"}"#
            let confirmed = try await imported(plan, agreement)
            #expect(
                confirmed.status == 200 && confirmed.json["agreementId"].string == skara.agreementID,
                "\(confirmed.text.prefix(300))")
            let made = try await server.get(
                "/municipalities/1495/action-plans/\(confirmed.json["planId"].string ?? "")", as: .readerOfSkara
            ).json
            #expect(made["agreementId"].string == skara.agreementID && made["year"].int == 2021)
            // Promises alone make no plan, a picture alone no agreement.
            let promises = try await imported(
                "# Medborgarlöfte 2021\n\n- Polisen lovar att gå runt.\n- Kommunen lovar att lysa upp.\n", agreement)
            #expect(
                promises.status == 200 && promises.json["planId"] == .null && promises.json["pictureId"] == .null
                    && promises.json["agreementId"].string == skara.agreementID, "\(promises.text.prefix(300))")
            let picture = try await imported(
                "# Lägesbild 2021\n\nSkadegörelsen ökar.\n\n- Enkät\n- Trygghetsvandring\n", "{}")
            #expect(
                picture.status == 200 && picture.json["agreementId"] == .null && picture.json["planId"] == .null
                    && picture.json["pictureId"].string != nil, "\(picture.text.prefix(300))")
            let truth = try server.database.administrator().run([
                "select count(*) from app.agreement", "select count(*) from app.action_plan",
                "select count(*) from app.situational_picture", "select count(*) from app.promise",
            ])
            #expect(truth.map { $0.first?.int(0) } == [1, 2, 3, 2])
            // Another municipality's agreement is nobody's here.
            let lidkoping = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            #expect(try await imported(plan, #"{"agreementId":"\#(lidkoping.agreementID)"}"#).status == 404)
        }
    }

    @Test("A document that is marked needs a decision")
    func aDocumentThatIsMarkedNeedsADecision() async throws {
        try await TestServer.run { server in
            let read = try await server.post(
                Self.path, as: .coordinatorOfSkara, document: "Arbetsmaterial\n\n" + (try Scene.document("skara.txt")))
            #expect(
                read.json["warnings"][0]["code"].string == "marked"
                    && read.json["warnings"][0]["text"].string?.contains("«Arbetsmaterial»") == true)
            #expect(read.json["agreement"]["title"].string?.hasPrefix("Samverkansöverenskommelse") == true)
            let path = "\(Self.path)/\(try read.json.id)/confirmation"
            let refused = try await server.post(path, as: .coordinatorOfSkara, "{}")
            #expect(refused.status == 422 && refused.json["errors"][0]["pointer"].string == "/acceptMarkings")
            #expect(try await server.post(path, as: .coordinatorOfSkara, ["acceptMarkings": true]).status == 200)
            // A clause on secrecy marks nothing.
            let clause = try await server.post(
                Self.path, as: .coordinatorOfSkara,
                document: try Scene.document("skara.txt").replacingOccurrences(
                    of: "## Avtalsperiod", with: "## Sekretess\n\nParterna iakttar sekretess.\n\n## Avtalsperiod"))
            #expect(!clause.json["warnings"].items.contains { $0["code"].string == "marked" })
        }
    }

    // MARK: .docx

    /// The demo's text as a Word document, made by pandoc from HTML with real tables.
    static func wordDocument(_ text: String) async throws -> [UInt8] {
        var html = ""
        var table = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.contains("\t") {
                if !table { html += "<table>" }
                table = true
                let cells = line.components(separatedBy: "\t").map { cell in
                    "<td>" + cell.components(separatedBy: "  ").filter { !$0.isEmpty }.map { "<p>\($0)</p>" }.joined()
                        + "</td>"
                }
                if !line.hasPrefix("--") { html += "<tr>\(cells.joined())</tr>" }
                continue
            }
            if table, line.isEmpty { continue }
            if table { html += "</table>" }
            table = false
            if line.hasPrefix("## ") {
                html += "<h2>\(line.dropFirst(3))</h2>"
            } else if line.hasPrefix("# ") {
                html += "<h1>\(line.dropFirst(2))</h1>"
            } else if line == "---" {
                html += "<hr/>"
            } else if let first = line.first, first.isNumber, line.dropFirst().hasPrefix(". ") {
                html += first == "1" ? "<ol><li>\(line.dropFirst(3))</li>" : "<li>\(line.dropFirst(3))</li>"
                if first == "5" { html += "</ol>" }
            } else if !line.isEmpty {
                html += "<p>\(line)</p>"
            }
        }
        if table { html += "</table>" }
        let folder = NSTemporaryDirectory() + "samverkan-docx-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try html.write(toFile: "\(folder)/a.html", atomically: true, encoding: .utf8)
        try await TestCluster.run(
            "/usr/bin/pandoc", ["-f", "html", "-t", "docx", "-o", "\(folder)/a.docx", "\(folder)/a.html"])
        return Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.docx")))
    }

    @Test("The same through word gives the same counts")
    func theSameThroughWordGivesTheSameCounts() async throws {
        try await TestServer.run { server in
            let content = try await Self.wordDocument(try Scene.document("skara.txt"))
            let answer = try await server.request(
                .POST, Self.path, as: .coordinatorOfSkara, body: content,
                type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            #expect(answer.status == 201, "\(answer.text)")
            let read = answer.json
            let causes = read["plan"]["priorityAreas"].items.flatMap { $0["causes"].items }
            #expect(read["plan"]["priorityAreas"].items.count == 6)
            #expect(causes.count == 4)
            #expect(causes.flatMap { $0["measures"].items }.count == 11)
            #expect(causes.flatMap { $0["measures"].items }.count { $0["plannedFollowUp"].string != nil } == 6)
            #expect(read["responsibleParties"].items.count == 11)
            #expect(read["contacts"].items.count == 5)
            #expect(read["sources"].items.count == 7)
            #expect(
                read["agreement"]["signers"].items.map { $0["name"].string } == ["Kim Exempelsson", "Robin Exempelman"])
            #expect(read["agreement"]["period"]["end"].string == "2023-12-31")
        }
    }
}
