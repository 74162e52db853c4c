import AgreementParsing
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

@testable import Samverkan

/// Lists and plans as tables for a spreadsheet.
@Suite struct CSVTests {
    private static let base = "/municipalities/1495"
    private static let csv = [("Accept", "text/csv")]

    private func written(_ cells: [CSVWriter.Cell], delimiter: Character = ",") -> String {
        var csv = CSVWriter(delimiter: delimiter.asciiValue ?? 0)
        csv.row(cells)
        return String(buffer: csv.finish())
    }

    @Test("Cells are divided, quoted and ended as RFC 4180 says, behind a byte order mark")
    func cellsAreDividedAndQuoted() {
        #expect(
            self.written([.text("a"), .text("b, c"), .text("d \"e\""), .text(nil), .text("f\ng"), .number("3.5")])
                == "\u{FEFF}a,\"b, c\",\"d \"\"e\"\"\",,\"f\ng\",\"3,5\"\r\n")
        #expect(
            self.written([.text("a;b"), .number("-1000.25"), .plain("2024-03-25")], delimiter: ";")
                == "\u{FEFF}\"a;b\";\"-1000,25\";2024-03-25\r\n")
    }

    @Test("What a spreadsheet would make something else of is marked, and nothing else")
    func whatWouldBeMisreadIsMarked() {
        for text in [
            "=1+1", "+46", "-punkt", "@namn", "\t=1", " =1", "＝1", "15 maj", "15 maj 2026", "2024/1", "1-2",
            "3,5", "0114", "1e5", "sant", "12 kr", "kl 13.30", "50 %",
        ] {

            #expect(SpreadsheetText.marked(text) == "'" + text, "\(text)")
            #expect(SpreadsheetText.unmarked("'" + text) == text, "\(text)")

            #expect(self.written([.text(text)]).contains("'\(text)"), "\(text)")
        }
        for text in [
            "Polisen", "1495 Skara", "KS 2024/118", "§ 41", "20 trafikkontroller", "Minst 13 nätter", "majblomman", "",
            "– punkt", "2023-05-01: klart", "1493 Mariestad", "1463 Mark", "Augustifesten 2026", "'68-rörelsen",
        ] { #expect(SpreadsheetText.marked(text) == text, "\(text)") }
        // Numbers and days are what they are.
        #expect(self.written([.number("-5"), .plain("2024-03-25")]) == "\u{FEFF}-5,2024-03-25\r\n")
    }

    @Test("Every text comes back from a table, and nothing within one becomes a formula where it is divided otherwise")
    func everyTextComesBack() {
        for text in [
            "mars 2026", "kl 13.30", "den 5 maj", "'=1+1", "''15 maj", "'68-rörelsen", "'citat'", "'", "''",
            "klart;=cmd|'x'!A0;x",
            "a, =HYPERLINK(1)", "a\n@SUM(1)", "a;'=f(1)", "a; ''=f(1)", "Vi gjorde:\n- möten\n- vandringar",
            "Vi gjorde:\r\n- möten (två)\r\n- vandringar", "18-21, -5 grader", "", ";", "=a;=b(1)", "1;=b(1)", "\t=x",
        ] {
            let cell = SpreadsheetText.marked(text)
            #expect(SpreadsheetText.unmarked(cell) == text, "\(text) as \(cell)")
            // What no file of ours holds is left as it is, too, save what stands behind a mark.
            for part in cell.split(whereSeparator: { ",;\t\n\r\r\n".contains($0) }) {
                let first = part.drop { $0 == " " }.first.map(String.init) ?? ""
                #expect(!"=+-@".contains(first) || first.isEmpty || !part.contains { "|(!".contains($0) }, "\(cell)")
            }
        }
        #expect(SpreadsheetText.marked("klart;=cmd|'x'!A0;x") == "klart;'=cmd|'x'!A0;x")
        #expect(SpreadsheetText.marked("Vi gjorde:\n- möten") == "Vi gjorde:\n- möten")
    }

    @Test("Each sheet has every row, for whoever sees the list, and for nobody else")
    func eachSheetHasEveryRow() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            let plans = try await server.get("\(Self.base)/action-plans", as: .readerOfSkara).json["items"].items
            let plan = "\(Self.base)/action-plans/\(try plans[0].id)"
            let values =
                "\(plan)/indicators/\(try await server.get(plan, as: .readerOfSkara).json["indicators"][0].id)/values"
            for path in [
                "\(Self.base)/measures", "\(Self.base)/follow-ups", "\(Self.base)/indicators", "\(Self.base)/promises",
                values,
            ] {
                let list = try await server.get(path, as: .readerOfSkara)
                let sheet = try await server.get(path, as: .readerOfSkara, headers: Self.csv)
                #expect(
                    sheet.status == 200 && sheet.header("Content-Type") == "text/csv; charset=utf-8"
                        && sheet.header("Content-Disposition")?.hasSuffix(".csv\"") == true)
                let rows = sheet.text.split(separator: "\r\n")
                #expect(rows.count == 1 + (list.json["_meta"]["totalRecords"].int ?? -1), "\(path)")
                #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("1495 Skara,") })
                let swedish = try await server.get("\(path)?delimiter=semicolon", as: .readerOfSkara, headers: Self.csv)
                #expect(swedish.text.hasPrefix("\u{FEFF}Kommun;"))
                let one = try await server.get("\(path)?limit=1", as: .readerOfSkara, headers: Self.csv)
                let total = list.json["_meta"]["totalRecords"].int ?? 0
                #expect(one.text.split(separator: "\r\n").count == (total > 1 ? 3 : 2))
                #expect(total == 1 || one.text.contains("\r\nListan fortsätter: \(total - 1) rader till (page=2),"))
                let again = try await server.get(
                    path, as: .readerOfSkara, headers: Self.csv + [("If-None-Match", sheet.header("ETag") ?? "")])
                #expect(again.status == 304)
                // The other municipality has nothing of it, and the district what it sees.
                let outside = try await server.get(path, as: .coordinatorOfLidkoping, headers: Self.csv)
                #expect(outside.status == 404)
                let district = try await server.get(path, as: .headOfDistrict, headers: Self.csv)
                #expect(district.status == 200 && !district.text.contains("Alva"))
                let refused = try await server.get(path, as: .readerOfSkara, headers: [("Accept", "text/html")])
                #expect(refused.status == 406 && refused.json["detail"].string?.contains("text/csv") == true)
                let wrong = try await server.get("\(path)?delimiter=tab", as: .readerOfSkara, headers: Self.csv)
                #expect(wrong.status == 400 && wrong.code == "invalidParameter")
            }
            #expect(
                try await server.get("\(Self.base)/measures", as: .readerOfSkara, headers: Self.csv).text
                    .contains("Polisen (Alva)"))
            let promises = try await server.get("\(Self.base)/promises", as: .readerOfSkara, headers: Self.csv).text
            #expect(promises.contains("delvis uppfyllt") && promises.contains("gemensamt"))
        }
    }

    @Test("What is taken out is read again: a plan with its measures, follow-ups with their counts")
    func whatIsTakenOutIsReadAgain() async throws {
        try await TestServer.run { server in
            try await FourYearsTests.live(server)
            let plans = try await server.get("\(Self.base)/action-plans", as: .readerOfSkara).json["items"].items
            for (item, delimiter) in zip([plans[0], plans[plans.count - 1]], ["comma", "semicolon"]) {
                let plan = "\(Self.base)/action-plans/\(try item.id)"
                let sheet = try await server.get(
                    "\(plan)?delimiter=\(delimiter)", as: .readerOfSkara, headers: Self.csv)
                let read = try await server.request(
                    .POST, "\(Self.base)/imports?fileName=plan.csv", as: .coordinatorOfSkara, body: sheet.body,
                    type: "application/octet-stream")
                #expect(read.status == 201, "\(read.text)")
                let (before, after) = (
                    Self.measures(try await server.get(plan, as: .readerOfSkara).json), Self.measures(read.json["plan"])
                )
                #expect(before.count >= 11 && before == after)

                let reported = try await server.get(
                    "\(Self.base)/follow-ups?plan=\(try item.id)&delimiter=\(delimiter)", as: .readerOfSkara,
                    headers: Self.csv)
                let proposed = try await server.request(
                    .POST, "\(plan)/follow-up-proposals?fileName=rapport.csv", as: .coordinatorOfSkara,
                    body: reported.body, type: "application/octet-stream")
                #expect(proposed.status == 200, "\(proposed.text)")
                let list = try await server.get(
                    "\(Self.base)/follow-ups?plan=\(try item.id)&limit=100", as: .readerOfSkara
                ).json["items"].items
                #expect(!list.isEmpty)
                #expect(
                    proposed.json["proposals"].items.map { line in
                        [
                            line["followUp"]["measureId"].string, line["followUp"]["status"].string,
                            line["followUp"]["quantity"].int.map(String.init),
                        ]
                    }
                        == list.map {
                            [$0["measureId"].string, $0["status"].string, $0["quantity"].int.map(String.init)]
                        })
            }
        }
    }

    /// Each measure's area, cause, text, responsible parties with their contacts, and planned follow-up.
    static func measures(_ plan: JSON) -> Set<[String]> {
        func said(_ measure: JSON, _ area: JSON, _ cause: String) -> [String] {
            let responsible = measure["responsibilities"].items.map { one in
                let party = one["responsibleParty"].string ?? one["responsibleParty"]["name"].string ?? ""
                return party + "/" + (one["contact"].string ?? one["contact"]["name"].string ?? "")
            }
            return [
                area["title"].string ?? "", cause, measure["text"].string ?? "", responsible.joined(separator: "+"),
                measure["plannedFollowUp"].string ?? "",
            ]
        }
        return Set(
            plan["priorityAreas"].items.flatMap { area in
                area["measures"].items.map { said($0, area, "") }
                    + area["causes"].items.flatMap { cause in
                        cause["measures"].items.map { said($0, area, cause["text"].string ?? "") }
                    }
            })
    }

    @Test("A list with more rows than a page has them all, and one that goes on says so in its last row")
    func aLongListIsWhole() async throws {
        try await TestServer.run { server in
            let skara = try await server.imported("skara.txt", as: .coordinatorOfSkara)
            let plan = "\(Self.base)/action-plans/\(skara.planID)"
            let area = try await server.get(plan, as: .coordinatorOfSkara).json["priorityAreas"][0].id
            for number in 1...110 {
                let made = try await server.post(
                    "\(plan)/measures", as: .coordinatorOfSkara, ["areaId": .string(area), "text": "Åtgärd \(number)."])
                #expect(made.status == 201)
            }
            let sheet = try await server.get("\(Self.base)/measures", as: .readerOfSkara, headers: Self.csv)
            #expect(sheet.text.split(separator: "\r\n").count == 1 + 110 + 11)
            let part = try await server.get(
                "\(Self.base)/measures?limit=50&page=2", as: .readerOfSkara, headers: Self.csv)
            #expect(part.text.split(separator: "\r\n").count == 1 + 50 + 1)
            #expect(part.text.contains("Listan fortsätter: 21 rader till (page=3)"))
            let last = try await server.get(
                "\(Self.base)/measures?limit=50&page=3", as: .readerOfSkara, headers: Self.csv)
            #expect(last.text.split(separator: "\r\n").count == 1 + 21)
        }
    }
}
