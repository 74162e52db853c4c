import Foundation
import Testing

@testable import AgreementParsing

/// Documents built like those that municipalities publish; all names in them are made up. What is right stands in
/// `Fixtures/field/expected.json`.
@Suite(.readingTime) struct FieldDocumentTests {
    struct Expected: Decodable {
        var municipality: String
        var refusal: Bool?
        var areas: [String]?
        var causes: Int?
        var measures: Int?
        var followups: Int?
        var responsibles: Int?
        var contacts: Int?
        var signers: Int?
        var period: [String]?
        var year: Int?
        var promises: Int?
        var promisors: [String: Int]?
        var sources: Int?
        /// Words that stand in a field or a warning, and words that stand in no field.
        var keep: [String]?
        var absent: [String]?
    }

    static let municipalities = ["1495": "Skara", "1494": "Lidköping", "1471": "Götene"]
    static let expected =
        (try? JSONDecoder().decode([String: Expected].self, from: Data(try TreeText.bytes("field/expected.json"))))
        ?? [:]

    static func read(_ kind: DocumentKind, _ path: String, _ municipality: String) throws -> AgreementDocument {
        try DocumentFile.read(
            kind, try TreeText.bytes(path), municipality: self.municipalities[municipality] ?? "",
            district: "Västra Skaraborg")
    }

    @Test("All of them are there")
    func allOfThemAreThere() { #expect(Self.expected.count == 15) }

    @Test("The document is read as it is meant", arguments: expected.keys.sorted())
    func theDocumentIsReadAsItIsMeant(_ name: String) throws {
        try Self.check(name.hasSuffix(".docx") ? .word : .text, "field/\(name)", try #require(Self.expected[name]))
    }

    /// The Word documents as LibreOffice saves them in its own format.
    @Test("The same in open document", arguments: expected.keys.sorted().filter { $0.hasSuffix(".docx") })
    func theSameInOpenDocument(_ name: String) throws {
        try Self.check(.openDocument, "field-odt/\(name.dropLast(5)).odt", try #require(Self.expected[name]))
    }

    /// The same as PDF, with tags and without. Two of them lose on paper what the file holds, and say so
    /// (``PDFTests``).
    @Test(
        "The same as PDF",
        arguments: expected.keys.sorted().filter {
            $0.hasSuffix(".docx") && !$0.hasPrefix("06") && !$0.hasPrefix("08")
        }, ["tagged", "untagged"])
    func theSameAsPDF(_ name: String, _ folder: String) throws {
        let expected = try #require(Self.expected[name])
        let bytes = try TreeText.bytes("field-pdf/\(folder)/\(name.dropLast(5)).pdf")
        try Self.check(expected) { try PDFTests.document(bytes, Self.municipalities[expected.municipality] ?? "") }
    }

    private static func check(_ kind: DocumentKind, _ path: String, _ expected: Expected) throws {
        try self.check(expected) { try Self.read(kind, path, expected.municipality) }
    }

    static func check(_ expected: Expected, _ read: () throws -> AgreementDocument) throws {
        if expected.refusal == true {
            #expect(throws: DocumentError.followUpReport) { try read() }
            return
        }
        let document = try read()
        #expect(document.plan.priorityAreas.map(\.title) == expected.areas)
        #expect(document.plan.priorityAreas.reduce(0) { $0 + $1.causes.count } == expected.causes)
        #expect(document.measures.count == expected.measures)
        #expect(document.measures.count { $0.plannedFollowUp != nil } == expected.followups)
        #expect(document.responsibleParties.count == expected.responsibles, "\(document.responsibleParties)")
        #expect(document.contacts.count == expected.contacts)
        #expect(document.agreement.signers.count == expected.signers)
        #expect(
            [document.agreement.period.start, document.agreement.period.end] == expected.period?.map { Optional($0) })
        #expect(document.plan.year == expected.year)
        #expect(document.promises.count == expected.promises)
        if let promisors = expected.promisors {
            #expect(Dictionary(document.promises.map { ($0.promisor.rawValue, 1) }, uniquingKeysWith: +) == promisors)
        }
        #expect(document.situationalPicture.sources.count == expected.sources)
        let everything = String(decoding: try JSONEncoder().encode(document), as: UTF8.self).replacingOccurrences(
            of: "\\/", with: "/")
        for words in expected.keep ?? [] { #expect(everything.contains(words), "\(words)") }
        var fields = document
        fields.warnings = []
        let said = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        for words in expected.absent ?? [] { #expect(!said.contains(words), "\(words)") }
        #expect(document.warnings.count <= 10)
    }
}
