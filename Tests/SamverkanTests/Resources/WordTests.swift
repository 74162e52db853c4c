import FoundationEssentials
import NIOCore
import NIOHTTP1
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// One after the other: each starts programs beside the servers of all other tests.
@Suite(.serialized) struct WordTests {
    private static let base = "/municipalities/1495"
    private static let template = "\(base)/word-template"
    private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let word = [("Accept", type)]

    // MARK: There and back

    /// What the import reads of a document's Word file.
    private static func readBack(_ path: String, _ server: TestServer) async throws -> JSON {
        let file = try await server.get(path, as: .coordinatorOfSkara, headers: Self.word)
        #expect(file.status == 200 && file.header("Content-Type") == Self.type, "\(file.text)")
        let read = try await server.request(
            .POST, "\(Self.base)/imports?fileName=plan.docx", as: .coordinatorOfSkara, body: file.body, type: Self.type)
        #expect(read.status == 201, "\(read.text)")
        return read.json["plan"]
    }

    @Test("A plan as a Word file is read back with the same measures, responsible parties and follow-up")
    func aPlanAsAWordFileIsReadBack() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let before = CSVTests.measures(try await server.get(plan, as: .coordinatorOfSkara).json)
            #expect(before.count == 11)
            #expect(CSVTests.measures(try await Self.readBack(plan, server)) == before)
            // How far a measure has come is nothing that the plan says of its follow-up.
            let measure = try await server.measure("Nattvandra")
            let reported = try await server.post(
                "\(Self.base)/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                #"{"responsiblePartyId":"\#(measure.party)","period":{"start":"2020-01-01","end":"2020-04-30"},"status":"ongoing","text":"Sex kvällar."}"#
            )
            #expect(reported.status == 201, "\(reported.text)")
            let read = try await Self.readBack(plan, server)
            #expect(CSVTests.measures(read) == before)
            let notes = read["priorityAreas"].items.flatMap { area in
                (area["causes"].items.flatMap { $0["measures"].items } + area["measures"].items).compactMap {
                    $0["notes"].string
                }
            }
            #expect(notes.count == 1 && notes[0].hasPrefix("Status: ") && notes[0].contains("Sex kvällar."), "\(notes)")
        }
    }

    @Test("Of sixty measures, what stands below a measure in its cell stays with it, and none gets another's cause")
    func sixtyMeasuresAreReadBack() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let parties = try await server.get(
                "\(Self.base)/responsible-parties?limit=100", as: .coordinatorOfSkara
            ).json["items"].items
            let area = try await server.get(plan, as: .coordinatorOfSkara).json["priorityAreas"][0].id
            for number in 1...49 {
                var measure: [String: JSON] = [
                    "areaId": .string(area),
                    "text": .string("Föräldravandring nummer \(number) längs gång- och cykelvägen."),
                    "plannedFollowUp": .string("Redovisas i april, del \(number)."),
                    "responsibilities": [
                        ["responsiblePartyId": .string(try parties[number % parties.count].id)],
                        ["responsiblePartyId": .string(try parties[(number + 1) % parties.count].id), "lead": true],
                    ],
                ]
                if number % 3 == 0 { measure["target"] = "Minst tjugo kvällar" }
                if number % 4 == 0 { measure["schedule"] = "Höst och vår" }
                if number % 5 == 0 { measure["notes"] = "Tillsammans med skolan" }
                if number % 6 == 0 { measure["notes"] = "Målgrupp: unga\nStatus: på gång" }
                // As many lines as there are those who answer.
                if number % 8 == 0 { measure["text"] = .string("Nattvandra, del \(number)\nRonder på torget") }
                if number % 9 == 0 { measure["plannedFollowUp"] = "I april\nI december" }
                if number % 7 == 0 { (measure["quantity"], measure["unit"]) = (20, "kvällar") }
                let made = try await server.post("\(plan)/measures", as: .coordinatorOfSkara, .object(measure))
                #expect(made.status == 201, "\(made.text)")
            }
            let before = CSVTests.measures(try await server.get(plan, as: .coordinatorOfSkara).json)
            #expect(before.count == 60)
            let read = try await Self.readBack(plan, server)
            #expect(CSVTests.measures(read) == before)
            let loose = read["priorityAreas"][0]["measures"].items
            let twelfth = loose.first { $0["text"].string?.contains("nummer 12 ") == true } ?? .null
            #expect(twelfth["target"].string == "Minst tjugo kvällar" && twelfth["schedule"].string == "Höst och vår")
            let fifth = loose.first { $0["text"].string?.contains("nummer 35 ") == true } ?? .null
            #expect(fifth["notes"].string == "Omfattning: 20 kvällar\nTillsammans med skolan", "\(fifth)")
            let sixth = loose.first { $0["text"].string?.contains("nummer 6 ") == true } ?? .null
            #expect(
                sixth["notes"].string == "Målgrupp: unga\nStatus: på gång" && sixth["target"].string != nil, "\(sixth)")
            // The same of the sheet, in which nothing is merged either.
            let sheet = try await server.get(plan, as: .coordinatorOfSkara, headers: [("Accept", "text/csv")])
            let again = try await server.request(
                .POST, "\(Self.base)/imports?fileName=plan.csv", as: .coordinatorOfSkara, body: sheet.body,
                type: "application/octet-stream")
            #expect(CSVTests.measures(again.json["plan"]) == before)
        }
    }

    @Test("Every paper has a Word file for whoever sees it, and what was sent has none")
    func everyPaperHasAWordFile() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let papers = [
                "agreements/\(skara.agreementID)", "situational-pictures/\(skara.pictureID)",
                "action-plans/\(skara.planID)", "agreements/\(skara.agreementID)/decision-proposal",
            ]
            for paper in papers {
                let file = try await server.get("\(Self.base)/\(paper)", as: .readerOfSkara, headers: Self.word)
                #expect(file.status == 200 && file.body.starts(with: [0x50, 0x4B, 3, 4]), "\(paper) \(file.text)")
                #expect(file.header("Content-Disposition")?.hasSuffix("Skara%20kommun.docx") == true)
                // What is unchanged isn't written again.
                let tag = file.header("ETag") ?? ""
                #expect(tag.hasPrefix("W/\"") && file.header("Cache-Control") == "private, no-cache")
                let again = try await server.get(
                    "\(Self.base)/\(paper)", as: .readerOfSkara, headers: Self.word + [("If-None-Match", tag)])
                #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == tag)
                let outside = try await server.get(
                    "\(Self.base)/\(paper)", as: .coordinatorOfGotene, headers: Self.word)
                #expect(outside.status == 404 && outside.code == "notFound")
            }
            let police = try await server.get(
                "\(Self.base)/action-plans/\(skara.planID)", as: .headOfDistrict, headers: Self.word)
            #expect(police.status == 200)
            for path in ["\(Self.base)/reports/\(UUID())/sent-text", "\(Self.base)/measures", Self.base] {
                let refused = try await server.get(path, as: .readerOfSkara, headers: Self.word)
                #expect(refused.status == 406 && refused.code == "notAcceptable", "\(path)")
            }
        }
    }

    // MARK: The municipality's template

    /// A template with a header that says something.
    private static func letterhead(_ text: String) -> [UInt8] {
        let main = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
        return StoredArchive.of(
            StandardTemplate.parts.map { name, part in
                switch name {
                case "[Content_Types].xml":
                    return (
                        name,
                        part.replacing(
                            "</Types>",
                            with:
                                #"<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#
                        )
                    )
                case "word/_rels/document.xml.rels":
                    return (
                        name,
                        part.replacing(
                            "</Relationships>",
                            with:
                                #"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>"#
                        )
                    )
                case "word/document.xml":
                    return (
                        name,
                        part.replacing(
                            "<w:sectPr>", with: #"<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>"#)
                    )
                default: return (name, part)
                }
            } + [
                ("word/header1.xml", "<w:hdr \(main)><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:hdr>")
            ])
    }

    private static func headers(_ file: [UInt8]) async throws -> String {
        let path = "/tmp/samverkan-word-\(UUID().uuidString).docx"
        try Data(file).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await TestCluster.run(
            "/usr/bin/python3",
            [
                "-c",
                "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(*(z.read(n).decode() for n in z.namelist() if 'word/header' in n))",
                path,
            ]
        ).output
    }

    @Test("A coordinator brings the municipality's template, and its own people's files look like it")
    func aCoordinatorBringsATemplate() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            func header(as person: TestServer.Person) async throws -> String {
                try await Self.headers(try await server.get(plan, as: person, headers: Self.word).body)
            }
            func bring(
                _ file: [UInt8], as person: TestServer.Person, type: String = Self.type, match: String = "*"
            ) async throws -> TestServer.Response {
                try await server.request(
                    .PUT, "\(Self.template)?fileName=Skara%20mall.docx", as: person, body: file, type: type,
                    headers: [("If-Match", match)])
            }
            // The service's own to begin with.
            let first = try await server.get(Self.template, as: .readerOfSkara).json
            let any = [("If-Match", "*")]
            #expect(first["isOwn"] == .bool(false) && first["fileName"] == .null && first["sha256"] == .null)
            let content = try await server.get("\(Self.template)/content", as: .readerOfSkara)
            #expect(content.status == 200 && content.body == StandardTemplate.file)
            #expect(content.header("Content-Disposition") == "attachment; filename*=UTF-8''standardmall.docx")

            let withoutOwn = [
                (
                    "If-None-Match",
                    try await server.get(
                        "\(Self.base)/agreements/\(skara.agreementID)/decision-proposal", as: .readerOfSkara,
                        headers: Self.word
                    ).header("ETag") ?? ""
                )
            ]
            let own = Self.letterhead("Skara kommun, diarienummer")
            // Two at once bring the first one: one of them is told.
            async let one = bring(own, as: .coordinatorOfSkara, match: "\"0\"")
            async let other = bring(own, as: .coordinatorOfSkara, match: "\"0\"")
            let both = try await [one, other].map(\.status).sorted()
            #expect(both == [200, 412] || both == [200, 503], "\(both)")
            let brought = try await server.get(Self.template, as: .readerOfSkara)
            #expect(
                brought.status == 200 && brought.json["isOwn"] == .bool(true)
                    && brought.json["fileName"].string == "Skara mall.docx" && brought.json["bytes"].int == own.count)
            #expect(try await header(as: .readerOfSkara).contains("Skara kommun, diarienummer"))
            #expect(try await server.get("\(Self.template)/content", as: .readerOfSkara).body == own)
            // Whoever changed another one than this is told, and whoever names none is asked.
            let first412 = try await bring(own, as: .coordinatorOfSkara, match: "\"0\"")
            #expect(first412.status == 412 && first412.code == "versionDiffers", "\(first412.text)")
            let unnamed = try await server.request(
                .PUT, Self.template, as: .coordinatorOfSkara, body: own, type: Self.type)
            #expect(unnamed.status == 428)
            let wrongly = try await server.request(
                .DELETE, Self.template, as: .coordinatorOfSkara, headers: [("If-Match", "\"7\"")])
            #expect(wrongly.status == 412)
            let proposal = "\(Self.base)/agreements/\(skara.agreementID)/decision-proposal"
            let present = try await server.get(proposal, as: .readerOfSkara, headers: Self.word).header("ETag") ?? ""
            // Another one in its place.
            #expect(
                try await bring(
                    Self.letterhead("Ny mall"), as: .coordinatorOfSkara, type: "application/octet-stream"
                ).status == 200)
            let changed = try await server.get(
                proposal, as: .readerOfSkara, headers: Self.word + [("If-None-Match", present)])
            #expect(
                try await server.get(proposal, as: .readerOfSkara, headers: Self.word + withoutOwn).status == 200)
            #expect(present.hasPrefix("W/") && changed.status == 200, "another template, another file")
            let now = try await header(as: .coordinatorOfSkara)
            #expect(now.contains("Ny mall") && !now.contains("diarienummer"))
            // The letterhead is the municipality's, not whoever's reads its documents.
            #expect(try await !header(as: .headOfDistrict).contains("Ny mall"))

            for person in [TestServer.Person.readerOfSkara, .coordinatorOfGotene, .headOfDistrict] {
                let refused = try await bring(own, as: person)
                #expect([403, 404].contains(refused.status), "\(person) \(refused.text)")
                #expect(try await server.request(.DELETE, Self.template, as: person, headers: any).status != 204)
            }
            for person in [TestServer.Person.coordinatorOfGotene, .headOfDistrict] {
                let (seen, file) = (
                    try await server.get(Self.template, as: person),
                    try await server.get("\(Self.template)/content", as: person)
                )
                #expect([403, 404].contains(seen.status))
                #expect([403, 404].contains(file.status))
            }
            #expect(try await header(as: .coordinatorOfSkara).contains("Ny mall"))
            let log = try server.database.administrator().run([
                "select label from audit.change where table_name = 'word_template' order by sequence"
            ])[0].compactMap { $0[0] }
            #expect(log == ["Wordmallen lades till: Skara mall.docx", "Wordmallen ändrades: Skara mall.docx"])

            #expect(
                try await server.request(.DELETE, Self.template, as: .coordinatorOfSkara, headers: any).status == 204)
            #expect(
                try await server.request(.DELETE, Self.template, as: .coordinatorOfSkara, headers: any).status == 404)
            #expect(try await header(as: .coordinatorOfSkara).isEmpty == false)
            #expect(try await !header(as: .coordinatorOfSkara).contains("Ny mall"))
        }
    }

    @Test("A file with which nothing could be written is no template")
    func aFileThatIsNoTemplateIsRefused() async throws {
        try await TestServer.run { server in
            let whole = StandardTemplate.file
            let withoutStyles = StoredArchive.of(
                StandardTemplate.parts.map { ($0.name, $0.name == "word/styles.xml" ? "<w:styles" : $0.text) })
            let macros = StoredArchive.of(
                StandardTemplate.parts.map { name, text in
                    (
                        name,
                        name != "word/_rels/document.xml.rels"
                            ? text
                            : text.replacing(
                                "</Relationships>",
                                with:
                                    #"<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>"#
                            )
                    )
                } + [("word/vbaProject.bin", "…")])
            let cases: [([UInt8], String, Int, Set<String>)] = [
                (Array("Hej".utf8), Self.type, 422, ["documentBroken", "documentOfOtherKind"]),
                ([], Self.type, 422, ["documentBroken", "wordTemplateUnusable"]),
                (Array(whole.dropLast(60)), Self.type, 422, ["documentBroken"]),
                (withoutStyles, Self.type, 422, ["documentBroken", "wordTemplateUnusable"]),
                (macros, Self.type, 422, ["documentHoldsMacros"]),
                (Array("%PDF-1.7".utf8), "application/pdf", 415, ["unsupportedMediaType"]),
                (Array(repeating: 0x50, count: 2_097_153), Self.type, 413, ["bodyTooLarge"]),
            ]
            for (file, type, status, codes) in cases {
                let refused = try await server.request(
                    .PUT, Self.template, as: .coordinatorOfSkara, body: file, type: type, headers: [("If-Match", "*")])
                #expect(
                    refused.status == status && codes.contains(refused.code ?? ""), "\(file.count) \(refused.text)")
            }
            #expect(try await server.get(Self.template, as: .readerOfSkara).json["isOwn"] == .bool(false))
        }
    }

    // MARK: The program that writes

    private static func program(_ script: String) throws -> String {
        let path = "/tmp/samverkan-pandoc-\(UUID().uuidString)"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test("A file that is never done holds up nobody else, and one that can't be made says why")
    func aFileThatIsNeverDoneHoldsUpNobodyElse() async throws {
        // It writes nothing for Skara's, of which the page tells it.
        let stuck = try Self.program("if grep -q 'Skara kommun'; then exec sleep 600; fi; printf PK")
        let failing = try Self.program("exit 251")
        defer { for path in [stuck, failing] { try? FileManager.default.removeItem(atPath: path) } }
        try await TestServer.run(change: {
            $0.pandoc = stuck
            $0.readingSeconds = 2
        }) { server in
            let skara = try await server.wholeDemo()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let other = try await server.get("/municipalities/1494/action-plans", as: .coordinatorOfLidkoping).json[
                "items"][0].id
            async let first = server.get(plan, as: .readerOfSkara, headers: Self.word)
            async let second = server.get(plan, as: .readerOfSkara, headers: Self.word)
            let lidkoping = try await server.get(
                "/municipalities/1494/action-plans/\(other)", as: .coordinatorOfLidkoping, headers: Self.word)
            #expect(lidkoping.status == 200 && lidkoping.text == "PK")
            for ended in try await [first, second] {
                #expect(
                    ended.status == 503 && ["wordFileNotWritten", "overloaded"].contains(ended.code), "\(ended.text)")
                #expect(!ended.text.contains(stuck))
            }
            #expect(try await server.get(plan, as: .readerOfSkara).status == 200)
        }
        for (program, status, code) in [
            (failing, 503, "wordFileNotWritten"), ("/nowhere/pandoc", 501, "notImplemented"),
        ] {
            try await TestServer.run(change: { $0.pandoc = program }) { server in
                let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
                let refused = try await server.get(
                    "\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara, headers: Self.word)
                #expect(refused.status == status && refused.code == code, "\(refused.text)")
                let template = try await server.request(
                    .PUT, Self.template, as: .coordinatorOfSkara, body: StandardTemplate.file, type: Self.type,
                    headers: [("If-Match", "*")])
                #expect(template.code == (status == 503 ? "wordTemplateUnusable" : "notImplemented"))
            }
        }
    }
}
