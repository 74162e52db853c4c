import Foundation
import NIOHTTP1
import TestSupport
import Testing

/// Files on documents and follow-ups: by content, whole, and for those who see what they hang on.
@Suite struct AttachmentTests {
    private static let base = "/municipalities/1495"
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private func attach(
        _ server: TestServer, _ path: String, _ content: [UInt8], _ type: String,
        as person: TestServer.Person = .coordinatorOfSkara, name: String = "fil"
    ) async throws -> TestServer.Response {
        try await server.request(.POST, "\(path)/attachments?fileName=\(name)", as: person, body: content, type: type)
    }

    @Test("A file comes back as it went in")
    func aFileComesBackAsItWentIn() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
            let agreement = "\(Self.base)/agreements/\(skara.agreementID)"
            // As large as one may be, in several parts, with every byte there is.
            let large = Self.png + (0..<10_485_752).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            let made = try await self.attach(
                server, agreement, large, "image/png", name: "Under%C2%ADskrift%20%C3%A5%C3%A4%C3%B6.png")
            #expect(
                made.status == 201 && made.json["bytes"].int == 10_485_760
                    && made.json["agreementId"].string == skara.agreementID && made.json["sha256"].string?.count == 64,
                "\(made.text.prefix(300))")
            let path = "\(Self.base)/attachments/\(try made.json.id)"
            let content = try await server.get("\(path)/content", as: .readerOfSkara)
            #expect(
                content.status == 200 && content.body == large && content.header("Content-Type") == "image/png"
                    && content.header("Content-Length") == "10485760")
            #expect(
                content.header("Content-Disposition")?.hasPrefix(
                    "attachment; filename*=UTF-8''Under%C2%ADskrift%20%C3%A5") == true
                    && content.header("X-Content-Type-Options") == "nosniff")
            #expect(content.header("ETag") == "\"\(made.json["sha256"].string ?? "")\"")
            #expect(
                try await server.get(
                    "\(path)/content", as: .readerOfSkara, headers: [("If-None-Match", content.header("ETag") ?? "")]
                ).status == 304)
            #expect(
                try await server.get("\(agreement)/attachments", as: .readerOfSkara).json["items"].items.map {
                    $0["id"]
                } == [made.json["id"]])
            // What a file is opened with is its type's ending, whatever its sender called it.
            for (name, type, bytes, shown) in [
                ("sida.html", "application/pdf", Array("%PDF-1.7".utf8), "sida.html.pdf"),
                ("BILD.PNG", "image/png", Self.png, "BILD.PNG"), ("bild", "image/png", Self.png, "bild.png"),
            ] {
                let named = try await self.attach(server, agreement, bytes, type, name: name)
                let content = try await server.get(
                    "\(Self.base)/attachments/\(try named.json.id)/content", as: .readerOfSkara)
                #expect(
                    content.header("Content-Disposition") == "attachment; filename*=UTF-8''\(shown)"
                        && content.header("Cache-Control") == "private, no-store")
            }
            let answer = try await server.refusal(
                "\(agreement)/attachments", as: .coordinatorOfSkara, length: 10_485_761, type: "image/png")
            #expect(answer.head.hasPrefix("HTTP/1.1 413") && answer.body.contains("bodyTooLarge"), "\(answer)")
            // Neither the log nor a list holds the content.
            #expect(try await server.request(.HEAD, "\(path)/content", as: .readerOfSkara).body.isEmpty)
        }
    }

    @Test("The content must be of its type")
    func theContentMustBeOfItsType() async throws {
        try await TestServer.run { server in
            let skara = try await server.adoptedSkara()
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let (pdf, jpeg): ([UInt8], [UInt8]) = (Array("%PDF-1.7\n".utf8), [0xFF, 0xD8, 0xFF, 0xE0])
            for (content, type) in [(pdf, "application/pdf"), (Self.png, "image/png"), (jpeg, "image/jpeg")] {
                #expect(try await self.attach(server, plan, content, type).status == 201)
            }
            for (content, type) in [
                (pdf, "image/png"), (Self.png, "application/pdf"), (jpeg, "image/png"),
                (Array("<html>".utf8), "application/pdf"), ([], "application/pdf"),
                (Array("%PD".utf8), "application/pdf"),
                (Array(" %PDF-1.7".utf8), "application/pdf"),
            ] {
                let answer = try await self.attach(server, plan, content, type)
                #expect(
                    answer.status == 422 && answer.code == "attachmentContentIsNotItsType", "\(type): \(answer.text)")
            }
            for type in ["text/html", "image/svg+xml"] {
                #expect(try await self.attach(server, plan, pdf, type).code == "unsupportedMediaType")
            }
            for name in ["a%2Fb.pdf", "", "811228-9874.pdf"] {
                #expect(
                    try await self.attach(server, plan, pdf, "application/pdf", name: name).code == "invalidParameter",
                    "\(name)")
            }
            #expect(
                try await server.get("\(plan)/attachments", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 3)
            // Bytes that don't say what they are: the first of them do.
            for (content, type) in [(pdf, "application/pdf"), (Self.png, "image/png")] {
                let answer = try await self.attach(server, plan, content, "application/octet-stream")
                #expect(answer.status == 201 && answer.json["mediaType"].string == type, "\(answer.text)")
            }
            let unknown = try await self.attach(server, plan, Array("<html>".utf8), "application/octet-stream")
            #expect(unknown.status == 422 && unknown.code == "attachmentContentIsNotItsType")
            // A key makes one of them.
            for _ in 1...2 {
                let answer = try await server.request(
                    .POST, "\(plan)/attachments", as: .coordinatorOfSkara, body: pdf, type: "application/pdf",
                    headers: [("Idempotency-Key", "bilaga")])
                #expect(answer.status == 201 && answer.json["fileName"].string == "bilaga")
            }
            #expect(
                try await server.get("\(plan)/attachments", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 6)
        }
    }

    @Test("Who may attach and who sees")
    func whoMayAttachAndWhoSees() async throws {
        try await TestServer.run { server in
            let skara = try await server.wholeDemo()
            let draft =
                try await server.post(
                    "\(Self.base)/situational-pictures", as: .coordinatorOfSkara, ["title": "Utkast"]
                ).json.id
            let pdf = Array("%PDF-1.7 Narkotika".utf8)
            let (plan, picture) = (
                "\(Self.base)/action-plans/\(skara.planID)", "\(Self.base)/situational-pictures/\(draft)"
            )
            for person in [
                TestServer.Person.readerOfSkara, .contributorOfSkara, .auditorOfSkara, .officerOfSkara, .headOfDistrict,
            ] {
                #expect(
                    try await self.attach(server, plan, pdf, "application/pdf", as: person).status == 403, "\(person)")
            }
            for person in [TestServer.Person.coordinatorOfLidkoping, .headOfOtherDistrict] {
                #expect(try await self.attach(server, plan, pdf, "application/pdf", as: person).status == 404)
            }
            // A contributor to its own follow-ups, the police to theirs.
            let night = try await server.measure("Nattvandra")
            let police = try await server.measure("Riktade polis")
            func followUp(_ measure: (id: String, party: String)) async throws -> String {
                let id =
                    try await server.post(
                        "\(Self.base)/measures/\(measure.id)/follow-ups", as: .coordinatorOfSkara,
                        [
                            "responsiblePartyId": "\(measure.party)", "period": ["start": "2020-05-01"],
                            "status": "ongoing",
                        ]
                    ).json.id
                return "\(Self.base)/measures/\(measure.id)/follow-ups/\(id)"
            }
            let (mine, theirs) = (try await followUp(night), try await followUp(police))
            let own = try await self.attach(server, mine, pdf, "application/pdf", as: .contributorOfSkara)
            #expect(
                own.status == 201 && own.json["followUpId"].string.map { mine.hasSuffix($0) } == true, "\(own.text)")
            #expect(
                try await self.attach(server, theirs, pdf, "application/pdf", as: .contributorOfSkara).status == 403)
            #expect(try await self.attach(server, theirs, pdf, "application/pdf", as: .headOfDistrict).status == 201)
            #expect(try await self.attach(server, mine, pdf, "application/pdf", as: .headOfDistrict).status == 403)
            #expect(
                try await server.get("\(theirs)/attachments", as: .readerOfSkara).json["_meta"]["totalRecords"].int == 1
            )
            // The district sees what hangs on what it sees.
            let hidden = try await self.attach(server, picture, pdf, "application/pdf").json.id
            let shown = try await self.attach(server, plan, pdf, "application/pdf").json.id
            for suffix in ["", "/content"] {
                #expect(
                    try await server.get("\(Self.base)/attachments/\(hidden)\(suffix)", as: .districtReader).status
                        == 404)
                #expect(
                    try await server.get("\(Self.base)/attachments/\(hidden)\(suffix)", as: .officerOfSkara).status
                        == 200)
                #expect(
                    try await server.get("\(Self.base)/attachments/\(shown)\(suffix)", as: .districtReader).status
                        == 200)
                #expect(
                    try await server.get("\(Self.base)/attachments/\(shown)\(suffix)", as: .headOfOtherDistrict).status
                        == 404)
                #expect(
                    try await server.get(
                        "/municipalities/1494/attachments/\(shown)\(suffix)", as: .coordinatorOfLidkoping
                    ).status == 404)
            }
        }
    }
}
