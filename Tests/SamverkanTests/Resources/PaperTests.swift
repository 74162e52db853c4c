import Foundation
import NIOCore
import Postgres
import TestSupport
import Testing

@testable import Samverkan

/// The same content as a page that can be printed.
@Suite struct PaperTests {
    private static let base = "/municipalities/1495"
    private static let html = [("Accept", "text/html")]

    @Test("A client gets the form that it prefers of those that there are")
    func aClientGetsTheFormThatItPrefers() throws {
        let both: [Form] = [.json, .html]
        for (accept, form) in [
            (nil, Form.json), ("*/*", .json), ("text/html", .html), ("text/*", .html),
            ("TEXT/HTML; charset=utf-8", .html),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html),
            ("application/json;q=0.5, text/html;q=0.4", .json), ("text/html;q=0, */*", .json), ("", .json),
            (",", .json),
        ] { #expect(try Form.chosen(by: accept, of: both) == form, "\(accept ?? "nil")") }
        for accept in ["text/csv", "text/html;q=0", "application/json;q=0, image/*"] {
            #expect(throws: Problem.self, "\(accept)") { try Form.chosen(by: accept, of: both) }
        }
    }

    @Test("What is written is text and nothing else")
    func whatIsWrittenIsText() {
        var html = HTMLWriter()
        html.element(.p, .content("\"><x y='z'>"), text: "<script>&'\"\u{1}a\u{AD}b\u{85}")
        html.element(.a, .href("javascript:x"), text: "a")
        #expect(
            String(buffer: html.finish())
                == "<p content=\"&quot;&gt;&lt;x y=&#39;z&#39;&gt;\">&lt;script&gt;&amp;&#39;&quot;\u{FFFD}ab\u{FFFD}</p><a href=\"#\">a</a>"
        )
    }

    @Test("JSON is read back as it was written")
    func jsonIsReadBack() {
        let json = WrittenJSON(Array(#"{"a": [1, "x\"\\yå", {"b":null,"c":true}], "d":{"e":-2.5e3},"f":[]}"#.utf8)).root
        #expect(json["a"].items.map(\.text) == ["1", "x\"\\yå", nil] && json["a"].items[2]["c"].isTrue)
        #expect(json["a"].items[2]["b"].isNull && json["g"].isNull && json["d"]["e"].text == "-2.5e3")
        #expect(json["f"].items.isEmpty && !json["f"].isNull)
        // What breaks off has what stands before it.
        for text in ["", "{", "{\"a\":", "{\"a\":1,", "[\"a", "[[[", "}", "{\"a\":\"b\\"] {
            _ = WrittenJSON(Array(text.utf8)).root["a"].text
            #expect(WrittenJSON(Array(text.utf8)).root["x"].isNull)
        }
    }

    @Test("A text is written alike from where it stands and as it was read")
    func aTextIsWrittenAlike() {
        func written(_ write: (inout HTMLWriter) -> Void) -> String {
            var html = HTMLWriter()
            write(&html)
            return String(buffer: html.finish())
        }
        for text in [
            "Vandra", "Öka ljuset", "  Vandra  ", "- Vandra", "* Vandra", "– Vandra", "«Vandra» & <ljus>", "a\nb",
            "a\n\n- b",
            "\u{A0}Vandra\u{A0}", "Trygg\u{AD}het.", "\"Vandra\"", "åtgärd i å", "", " ",
        ] {
            var json = JSONWriter()
            json.string(text)
            let value = WrittenJSON(Array(buffer: json.finish())).root
            #expect(written { $0.prose(value) } == written { $0.prose(text) }, "\(text)")
            #expect(written { $0.text(value) } == written { $0.text(text) }, "\(text)")
        }
        #expect(written { $0.prose(WrittenJSON(Array("null".utf8)).root) }.isEmpty)
    }

    @Test("The stylesheet is everybody's, and a page names it where links lead")
    func theStylesheetIsEverybodys() async throws {
        try await TestServer.run { server in
            let style = try await server.get("/stylesheet", as: nil)
            #expect(style.status == 200 && style.header("Content-Type") == "text/css; charset=utf-8")
            #expect(style.header("Cross-Origin-Resource-Policy") == "cross-origin" && style.text.contains("@page"))
            #expect(
                try await server.get(
                    "/stylesheet", as: nil, headers: [("If-None-Match", style.header("ETag") ?? "")]
                ).status == 304)
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let page = try await server.get(
                "\(Self.base)/action-plans/\(skara.planID)", as: .readerOfSkara, headers: Self.html)
            let address = "http://samverkan.example/samverkan/v1/stylesheet"
            #expect(page.text.contains("<link rel=\"stylesheet\" href=\"\(address)\">"))
            #expect(
                page.header("Content-Security-Policy")
                    == "default-src 'none'; style-src 'self' http://samverkan.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            )
            // What is no page of the service's own may not be shown as one.
            #expect(
                try await server.get("/api-info", as: nil).header("Content-Security-Policy")
                    == "default-src 'none'; sandbox")
        }
    }

    @Test("What people wrote is text on every page")
    func whatPeopleWroteIsText() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let document = try await server.get(plan, as: .coordinatorOfSkara).json
            var version = document["version"].int ?? 0
            let markup = "<img src=x onerror=alert(1)>&amp;\"'>"
            for (path, body) in [
                (plan, ["introduction": JSON.string("Först\n\n– \(markup)\n– två\n\nSist \(markup)")]),
                ("\(plan)/priority-areas/\(try document["priorityAreas"][0].id)", ["title": .string(markup)]),
            ] as [(String, [String: JSON])] {
                let changed = try await server.patch(
                    path, as: .coordinatorOfSkara, version: version, JSON.object(body).text)
                #expect(changed.status == 200, "\(changed.text)")
                version += 1
            }
            let page = try await server.get(plan, as: .readerOfSkara, headers: Self.html).text
            let escaped = "&lt;img src=x onerror=alert(1)&gt;&amp;amp;&quot;&#39;&gt;"
            #expect(!page.contains("<img") && page.contains("1. \(escaped)</h2>"))
            #expect(page.contains("<p>Först</p>\n<ul><li>\(escaped)</li><li>två</li></ul>\n<p>Sist \(escaped)</p>"))
        }
    }

    @Test("Every document of the four years is a page for those who see it, and for nobody else")
    func everyDocumentIsAPage() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            for kind in ["agreements", "action-plans", "situational-pictures", "promises", "reports"] {
                let list = try await server.get("\(Self.base)/\(kind)?limit=100", as: .readerOfSkara).json["items"]
                    .items
                #expect(!list.isEmpty)
                for item in list {
                    let path = "\(Self.base)/\(kind)/\(try item.id)"
                    let page = try await server.get(path, as: .readerOfSkara, headers: Self.html)
                    #expect(
                        page.status == 200 && page.header("Content-Type") == "text/html; charset=utf-8"
                            && page.header("Vary") == "Accept, Accept-Encoding")
                    #expect(
                        page.header("Content-Security-Policy")?.contains("default-src 'none'") == true
                            && page.header("Content-Security-Policy")?.contains("unsafe") == false)
                    #expect(page.text.contains("<html lang=\"sv\">") && page.text.contains("Skara kommun"))
                    #expect(page.text.contains(">Utkast<") == (item["status"].string == "draft"), "\(path)")
                    // Each form has a tag of its own, and is unchanged as long as it is.
                    let json = try await server.get(path, as: .readerOfSkara)
                    let tag = try #require(page.header("ETag"))
                    #expect(tag != json.header("ETag"))
                    let again = try await server.get(
                        path, as: .readerOfSkara, headers: Self.html + [("If-None-Match", tag)])
                    #expect(again.status == 304 && again.body.isEmpty)
                    // Whoever sees the one sees the other.
                    for person in [TestServer.Person.headOfDistrict, .coordinatorOfLidkoping] {
                        let one = try await server.get(path, as: person)
                        let other = try await server.get(path, as: person, headers: Self.html)
                        #expect(one.status == other.status, "\(path) \(person)")
                    }
                    let csv = try await server.get(path, as: .readerOfSkara, headers: [("Accept", "text/calendar")])
                    #expect(
                        csv.status == 406 && csv.code == "notAcceptable"
                            && csv.json["detail"].string?.contains("text/html") == true)
                }
            }
            // Every measure, responsible party and follow-up of the plan; a contact's name inside only.
            let plans = try await server.get("\(Self.base)/action-plans", as: .readerOfSkara).json["items"].items
            let plan = "\(Self.base)/action-plans/\(try plans[0].id)"
            let document = try await server.get(plan, as: .readerOfSkara).json
            let page = try await server.get(plan, as: .readerOfSkara, headers: Self.html).text
            let measures = document["priorityAreas"].items.flatMap { area in
                area["measures"].items + area["causes"].items.flatMap { $0["measures"].items }
            }
            #expect(measures.count == 12)
            for measure in measures {
                #expect(page.contains(measure["text"].string ?? "–"))
                for responsibility in measure["responsibilities"].items {
                    #expect(page.contains(responsibility["responsibleParty"]["name"].string ?? "–"))
                }
            }
            #expect(page.contains("(Alva)") && page.contains("rowspan=\"5\"") && page.contains("För polisen"))
            let outside = try await server.get(plan, as: .headOfDistrict, headers: Self.html).text
            #expect(outside.contains("Temadagar") && !outside.contains("Alva"))

            // What was sent is one file, the same bytes each time, also when the municipality is renamed.
            let reports = try await server.get("\(Self.base)/reports?limit=100", as: .readerOfSkara).json["items"].items
            let sent = "\(Self.base)/reports/\(try reports[0].id)/sent-text"
            let file = try await server.get(sent, as: .readerOfSkara, headers: Self.html)
            #expect(
                file.status == 200
                    && file.header("Content-Disposition")?.hasPrefix("attachment; filename=\"redovisning-") == true)
            #expect(
                file.text.contains("<style>") && !file.text.contains("href=")
                    && file.text.contains("<h2>Förslag till beslut</h2>"))
            #expect(file.header("Content-Security-Policy")?.contains("style-src 'sha256-") == true)
            try server.database.administrator().run([
                "update app.municipality set name = 'Exempelstad' where municipality_code = '1495'",
                "update app.term set swedish = swedish || 'x' where kind = 'MeasureStatus'",
            ])
            #expect(try await server.get(sent, as: .readerOfSkara, headers: Self.html).body == file.body)
            #expect(
                try await server.get(plan, as: .readerOfSkara, headers: Self.html).text.contains("Exempelstad kommun"))
        }
    }

    /// What was sent is the original: its file is the same for ever, whatever a later release does.
    @Test("The file of a text in form v1 has the bytes that it has always had")
    func theFileOfATextInFormV1HasItsBytes() throws {
        let document = """
            Redovisning av handlingsplan 2024 – Exempelkommun

            FÖRSLAG TILL BESLUT
            – Kommunstyrelsen godkänner redovisningen.

            SAMMANFATTNING
            Ett år med <fler> vandringar & "färre" anmälningar.
            En andra rad, med A\u{AD}vstavning och 'citat'.

            DET HÄR BLEV INTE GJORT, ELLER BARA DELVIS, OCH VARFÖR (2)
            – Nattvandra
              Polisen: sex kvällar
            – Lampor

            OMRÅDE FÖR OMRÅDE
            1. Narkotika
            Texten om området.
            2. Trygghet
            – En punkt

            BILAGOR
            – protokoll.pdf, SHA-256 00ff
            """
        let text = JSON.object(["document": .string(document)])
        let sent = JSON.object(["sha256": "0123456789abcdef", "text": .string(try text.text)])
        let page = SentReport.paper.page(
            WrittenJSON(Array(try sent.text.utf8)).root,
            PaperFrame(letterhead: Letterhead(), words: Words(), stylesheet: "x"))
        let path = "\(TestCluster.root)/Tests/Fixtures/sent-report-v1.html"
        #expect(Array(buffer: page) == Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }
}
