import HTTPTypes
import Hummingbird
import Postgres

/// | method and path | who may |
/// |---|---|
/// | GET …/agreements, …/agreements/{agreementId} | every role of the municipality; police of the district that is a party, from proposed on |
/// | POST …/agreements, PATCH …/agreements/{agreementId} | coordinator |
/// | POST …/agreements/{agreementId}/proposal, …/return, …/termination, …/renewal | coordinator |
/// | POST …/agreements/{agreementId}/signatures | coordinator for the municipality, and for both what was signed on paper; head of district for the police |
enum AgreementRoutes {
    /// What an agreement says while it is a draft; sections and signatures beside it.
    static let fields = [
        Field("title", "title", .text(500), required: true),
        Field("parties", "parties", .texts(20)),
        Field("purpose", "purpose", .text(20_000)),
        Field("scope", "scope", .text(20_000)),
        Field("outsideScope", "outside_scope", .text(20_000)),
        Field("period", "", .object([Field("start", "period_start", .day, required: true), Field("end", "period_end", .day)]), required: true),
        Field("preparedBy", "prepared_by", .text(500)),
        // The agreement that this one replaces: its last signature ends that one the day before it begins.
        Field("predecessorId", "predecessor_id", .identifier),
    ]

    /// `registrationNumber` narrows it.
    static func list(_ call: Call) async throws -> Response {
        try await call.municipalityList("agreements", filters: ["registrationNumber"], AgreementSQL.list, Self.head)
    }

    static func show(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        return try Self.document(call, code, id, try await call.read(municipality: code, AgreementSQL.show(code, id))[...])
    }

    /// A draft. Body: ``fields``, `sections` and `signatures` (who is to sign).
    static func create(_ call: Call) async throws -> Response {
        _ = try call.query()
        let code = try call.municipalityCode()
        var body = try await call.body()
        let values = body.values(of: Self.fields)
        let (sections, signers) = (Self.sections(&body), Self.signers(&body))
        try body.finish()
        let id = Identifier.version7()
        let statements = [AgreementSQL.create(code, id, values)] + (sections.map { AgreementSQL.replaceSections(code, id, $0) } ?? [])
            + (signers.map { AgreementSQL.replaceSigners(code, id, $0) } ?? [])
        return try await call.make(municipality: code, [id], body: body.source, statements, showing: { AgreementSQL.show(code, $0[0]) }) { ids, results in
            try Self.document(call, code, ids[0], results, status: .created)
        }
    }

    /// A merge patch: ``fields``, `sections` and `signatures` while it is a draft, the registration at any time. Needs If-Match.
    static func change(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        let expected = try call.expectedVersion()
        var body = try await call.body()
        let changes = body.changes(of: Self.fields + Registration.fields)
        let (sections, signers) = (Self.sections(&body), Self.signers(&body))
        try body.finish()
        let statements = AgreementSQL.change(code, id, changes, alsoParts: sections != nil || signers != nil, expected: expected) + (sections.map { AgreementSQL.replaceSections(code, id, $0) } ?? [])
            + (signers.map { AgreementSQL.replaceSigners(code, id, $0) } ?? [])
        return try Self.document(call, code, id, try await call.write(municipality: code, statements + AgreementSQL.show(code, id))[statements.count...])
    }

    // MARK: Acts

    /// Locks the text, so that it can be signed. Refused with `agreementWithoutSigners` unless both parties have a signer, with
    /// `agreementPeriodsOverlap` and the other's id when another one holds within its period that it doesn't replace.
    static func propose(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        return try await Self.act(call, code, id, AgreementSQL.propose(code, id, expected: try call.expectedVersionIfAny()))
    }

    /// Body `{reason}`. Back to draft; signatures that were made are void.
    static func takeBack(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let reason = body.text("reason", required: true)
        try body.finish()
        return try await Self.act(call, code, id, AgreementSQL.takeBack(code, id, reason: reason ?? "", expected: expected))
    }

    /// Body `{effectiveEnd, reason}`: the last day, within the agreement's period.
    static func terminate(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        let expected = try call.expectedVersionIfAny()
        var body = try await call.body()
        let end = body.day("effectiveEnd", required: true)
        let reason = body.text("reason", required: true)
        try body.finish()
        return try await Self.act(call, code, id, AgreementSQL.terminate(code, id, on: end, reason: reason ?? "", expected: expected))
    }

    /// Body `{period{start, end?}, title?}`. A new draft that starts from this agreement.
    static func renew(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        var body = try await call.body()
        let title = body.text("title", limit: 500)
        let period = body.object("period", required: true) { period in (period.day("start", required: true), period.day("end")) }
        try body.finish()
        let new = Identifier.version7()
        return try await call.make(
            municipality: code, [new], body: body.source, AgreementSQL.renew(code, id, into: new, title: title, start: period?.0, end: period?.1),
            showing: { AgreementSQL.show(code, $0[0]) }
        ) { ids, results in
            try Self.document(call, code, ids[0], results, status: .created)
        }
    }

    /// Body `{signatureId, date, place?, name?, title?, body?, outsideSystem?, attachmentId?}`: who of those that are to sign,
    /// and when. `outsideSystem` with the attached original records what was signed on paper, for either party.
    /// `If-Match` with the agreement's tag makes sure that it is what was read.
    /// Refused with `agreementNotProposed`, or `signatureContentDiffers` when what is signed is not what the first one signed.
    static func sign(_ call: Call) async throws -> Response {
        _ = try call.query()
        let (code, id) = (try call.municipalityCode(), try call.identifier("agreementId"))
        let expected = try call.expectedVersionIfAny()
        let signing = try await Self.signing(call)
        return try await Self.act(call, code, id, AgreementSQL.sign(code, id, prolongation: nil, signing, as: try call.caller().kind, expected: expected))
    }

    static func signing(_ call: Call) async throws -> AgreementSQL.Signing {
        var body = try await call.body()
        let signature = body.identifier("signatureId", required: true)
        let date = body.day("date", required: true)
        let place = body.text("place", limit: 200)
        let name = body.text("name", limit: 200)
        let title = body.text("title", limit: 200)
        let organisation = body.text("body", limit: 200)
        let outside = body.bool("outsideSystem") ?? false
        let attachment = body.identifier("attachmentId")
        if !outside, attachment != nil { body.faults.add("/attachmentId", .invalidFormat, "belongs to what is signed outside the system") }
        try body.finish()
        guard let signature, let date else { throw Problem(.invalidFields, "The signature is incomplete.") }
        if outside, try call.caller().kind != .municipality { throw Problem(.forbidden, "A coordinator records what was signed on paper.") }
        return .init(signature: signature, date: date, place: place, name: name, title: title, body: organisation, outsideSystem: outside, attachment: attachment)
    }

    /// Runs an act on the agreement, and answers with it.
    static func act(_ call: Call, _ code: String, _ id: Identifier, _ statements: [Statement]) async throws -> Response {
        let results = try await call.write(municipality: code, statements + AgreementSQL.show(code, id))
        try call.requireWritten(results)
        return try Self.document(call, code, id, results[statements.count...])
    }

    // MARK: Reading

    private static func sections(_ body: inout ObjectReader) -> [AgreementSQL.Section]? {
        guard body.has("sections") else { return nil }
        var position = 0
        return body.objects("sections", limit: 200) { section in
            let heading = section.text("heading", required: true, limit: 500)
            let text = section.text("text", required: true, limit: 50_000)
            position += 1
            return heading.flatMap { heading in text.map { .init(position: position, heading: heading, text: $0) } }
        }
    }

    /// Who is to sign, as they stand in the agreement: what a signature gets when it is made is not read here.
    private static func signers(_ body: inout ObjectReader) -> [AgreementSQL.Signer]? {
        guard body.has("signatures") else { return nil }
        var position = 0
        return body.objects("signatures", limit: 20) { signer in
            signer.ignore("id", "outsideSystem", "place", "date")
            let party = signer.choice("party", required: true, of: Party.self)
            let name = signer.text("name", required: true, limit: 200)
            let title = signer.text("title", limit: 200, emptyIsNone: true)
            let organisation = signer.text("body", limit: 200)
            position += 1
            guard let party, let name else { return nil }
            return .init(id: Identifier.version7().text, position: position, party: party.rawValue, name: name, title: title ?? "", body: organisation)
        }
    }

    /// A side of the agreement.
    enum Party: String, CaseIterable { case municipality, police }

    // MARK: Writing

    private static func head(_ json: inout JSONWriter, _ row: Row) {
        json.field("id", row, 0)
        json.field("title", row, 1)
        json.field("state", row, 2)
        json.beginObject("period")
        json.field("start", row, 3)
        json.field("end", row, 4)
        json.endObject()
        json.field("effectiveEnd", row, 5)
        json.optionalField("phase", row, 6)
        json.rawField("version", row, 7)
        Registration.fields.write(&json, row, from: 8)
    }

    /// Of ``AgreementSQL/signature``'s columns.
    static func signature(_ json: inout JSONWriter, _ row: Row) {
        json.beginObject()
        json.field("id", row, 0)
        json.field("party", row, 1)
        json.field("name", row, 2)
        json.field("title", row, 3)
        json.optionalField("body", row, 4)
        json.optionalField("place", row, 5)
        json.optionalField("date", row, 6)
        json.boolField("outsideSystem", row, 7)
        json.optionalField("attachmentId", row, 8)
        json.optionalField("recordedBy", row, 9)
        if !row.isNull(10) { json.timestampField("recordedAt", row, 10) }
        json.optionalField("contentSha256", row, 11)
        json.optionalField("annexesSha256", row, 12)
        json.endObject()
    }

    /// The members of a prolongation's object, with its signatures out of the agreement's.
    static func prolongation(_ json: inout JSONWriter, _ row: Row, signatures: QueryResult) {
        json.field("id", row, 0)
        json.field("effectiveEnd", row, 1)
        json.field("reason", row, 2)
        json.field("state", row, 3)
        json.timestampField("createdAt", row, 4)
        json.beginArray("signatures")
        for signature in signatures where signature.equals(13, row, 0) { Self.signature(&json, signature) }
        json.endArray()
    }

    /// Of a draft or a proposal: another agreement that holds meanwhile; of a renewal, the years in its text, which were written
    /// for the period before. Told inside the municipality, and to its officer.
    private static func warnings(_ row: Row, sections: QueryResult) -> [Warning] {
        if row.isNull(24) { return [] }
        var warnings = Identifier.list(row[24]).map { Warning(code: .overlapsAgreement, text: "En annan överenskommelse gäller under en del av perioden; ange den som den som ersätts, eller välj en annan period", id: $0) }
        if !row.isNull(20) {
            let texts: [(String, String?)] = [("titeln", row[1]), ("syftet", row[14]), ("omfattningen", row[15]), ("det som ligger utanför", row[16])]
                + sections.map { ("avsnittet «\($0[0] ?? "")»", "\($0[0] ?? "") \($0[1] ?? "")") }
            for (place, text) in texts {
                let years = Self.years(in: text ?? "")
                if !years.isEmpty { warnings.append(.init(code: .yearInText, text: "I \(place) står \(years.joined(separator: ", ")): stämmer det för den nya perioden?")) }
            }
        }
        return warnings
    }

    /// Four digits that stand alone and may be a year, each once.
    private static func years(in text: String) -> [String] {
        var years: [String] = []
        for digits in text.split(whereSeparator: { !($0.isASCII && $0.isNumber) }) where digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20")) && !years.contains(String(digits)) {
            years.append(String(digits))
        }
        return years
    }

    private static func document(_ call: Call, _ code: String, _ id: Identifier, _ slice: ArraySlice<QueryResult>, status: HTTPResponse.Status = .ok) throws -> Response {
        let results = Array(slice)
        guard let row = results[0].first else { throw Call.notFound }
        var json = JSONWriter(capacity: 16_384)
        json.beginObject()
        self.head(&json, row)
        json.rawField("parties", row, 13)
        json.field("purpose", row, 14)
        json.field("scope", row, 15)
        json.field("outsideScope", row, 16)
        json.beginObject("policeDistrict")
        json.field("code", row, 17)
        json.field("name", row, 18)
        json.endObject()
        json.optionalField("preparedBy", row, 19)
        json.optionalField("predecessorId", row, 20)
        json.optionalField("returnReason", row, 21)
        json.optionalField("terminationReason", row, 22)
        json.optionalField("replacedById", row, 23)
        json.warnings(Self.warnings(row, sections: results[1]))
        json.beginArray("sections")
        for section in results[1] {
            json.beginObject()
            json.field("heading", section, 0)
            json.field("text", section, 1)
            json.endObject()
        }
        json.endArray()
        json.beginArray("signatures")
        for signature in results[2] where signature.isNull(13) { Self.signature(&json, signature) }
        json.endArray()
        json.beginArray("prolongations")
        for prolongation in results[3] {
            json.beginObject()
            Self.prolongation(&json, prolongation, signatures: results[2])
            json.endObject()
        }
        json.endArray()
        let href = call.links.href("/municipalities/\(code)/agreements/\(id.text)")
        json.links(self: href) { json in
            json.link("collection", rel: "collection", href: call.links.href("/municipalities/\(code)/agreements"))
            if let successor = row[23] { json.link("successor", rel: "successor-version", href: call.links.href("/municipalities/\(code)/agreements/\(successor)")) }
            func act(_ name: StaticString) { json.link(name, rel: "edit", href: "\(href)/\(name)", method: "POST") }
            switch row[2] {
            case "draft": act("proposal")
            case "proposed":
                act("return")
                act("signatures")
            case "signed" where !row.bool(25):
                act("prolongations")
                act("termination")
                act("renewal")
            case "terminated": act("renewal")
            default: break
            }
        }
        json.endObject()
        return call.json(
            json.finish(), status: status, version: row.int(7) ?? 0, location: status == .created ? href : nil)
    }
}
