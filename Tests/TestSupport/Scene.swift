import Foundation
import Postgres
import Samverkan

/// The documents of the demo, as the tests import them: Skara's has every trap of the real one in other words.
package enum Scene {
    /// A file of the importer's tests.
    package static func fixture(_ name: String) throws -> [UInt8] {
        Array(
            try Data(
                contentsOf: URL(fileURLWithPath: "\(TestCluster.root)/Tests/AgreementParsingTests/Fixtures/\(name)")))
    }

    package static func document(_ name: String) throws -> String {
        try String(contentsOfFile: "\(TestCluster.root)/sql/demo/\(name)", encoding: .utf8)
            .replacingOccurrences(of: "@ÅR@", with: "\(self.year)").replacingOccurrences(
                of: "@START@", with: "\(self.year - 1)"
            )
            .replacingOccurrences(of: "@SLUT@", with: "\(self.year + 2)").replacingOccurrences(
                of: "@FÖRE@", with: "\(self.year - 2)")
    }

    package static let year = Calendar(identifier: .gregorian).component(.year, from: Date())

    /// Where the causes of Skara's second table belong.
    package static let placements = #"{"placements":[{"line":73,"area":2},{"line":76,"area":4},{"line":77,"area":5}]}"#

    package struct Imported: Sendable {
        package let importID: String
        package let agreementID: String
        package let pictureID: String
        package let planID: String
    }
}

extension TestServer {
    /// Imports and confirms a document of the demo through the API.
    package func imported(_ name: String, as person: Person, decisions: String = "{}") async throws -> Scene.Imported {
        let base = "/municipalities/\(person.municipality ?? "")/imports"
        let preview = try await self.post(
            base, as: person, document: try Scene.document(name),
            type: name.hasSuffix(".md") ? "text/markdown" : "text/plain")
        let id = try preview.json.id
        let confirmed = try await self.post("\(base)/\(id)/confirmation", as: person, decisions).json
        return Scene.Imported(
            importID: id, agreementID: confirmed["agreementId"].string ?? "",
            pictureID: confirmed["pictureId"].string ?? "", planID: confirmed["planId"].string ?? "")
    }

    /// Skara's document imported, its causes placed, its plan adopted.
    package func adoptedSkara() async throws -> Scene.Imported {
        let imported = try await self.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        _ = try await self.post(
            "/municipalities/1495/action-plans/\(imported.planID)/adoption", as: .coordinatorOfSkara,
            #"{"adoptedBy":"Kommunstyrelsen"}"#)
        return imported
    }

    /// Makes what the demo makes established: signed agreements, adopted plans, follow-ups.
    package func establish() throws {
        try self.database.administrator().run(
            unsafeScript: try String(contentsOfFile: "\(TestCluster.root)/sql/demo/established.sql", encoding: .utf8))
    }

    /// The three municipalities of the demo with everything established.
    package func wholeDemo() async throws -> Scene.Imported {
        let skara = try await self.imported("skara.txt", as: .coordinatorOfSkara, decisions: Scene.placements)
        _ = try await self.imported("lidkoping.md", as: .coordinatorOfLidkoping)
        _ = try await self.imported("gotene.md", as: .coordinatorOfGotene)
        try self.establish()
        return skara
    }

    /// The measure of Skara's plan whose text begins so, with the id of its first responsible party.
    package func measure(_ beginning: String, as person: Person = .coordinatorOfSkara) async throws -> (
        id: String, party: String
    ) {
        let measures = try await self.get(
            "/municipalities/\(person.municipality ?? "1495")/measures?limit=100", as: person
        ).json["items"].items
        let measure = measures.first { $0["text"].string?.hasPrefix(beginning) == true } ?? .null
        return (try measure.id, try measure["responsibilities"][0]["responsibleParty"].id)
    }
}
