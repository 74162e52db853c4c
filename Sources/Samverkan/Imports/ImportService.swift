package import AgreementParsing
import FoundationEssentials
import Postgres

/// Import and confirmation as the API and the command share them.
package struct ImportService: Sendable {
    private let database: Database
    private let process: ReadingProcess
    private let decoding: Decoding

    package init(database: Database, settings: Settings) {
        self.init(database: database, settings: settings, decoding: Decoding())
    }

    init(database: Database, settings: Settings, decoding: Decoding) {
        self.database = database
        self.decoding = decoding
        self.process = ReadingProcess(reader: settings.readerPath, seconds: settings.readingSeconds)
    }

    /// Reads the document and stores it with what it was read as.
    /// - Returns: the import's id.
    /// - Throws: ``Problem`` or ``PostgresError``; nothing is stored then.
    func create(_ caller: Caller, municipality code: String, _ document: ImportDocument, reading: ReadingDecisions)
        async throws -> Identifier
    {
        let place = try await self.place(caller, municipality: code, waiter: nil)
        let (proposal, kept) = try await self.proposal(document, for: place, reading, waiter: nil)
        let id = Identifier.version7()
        _ = try await self.run(
            caller, code, reading: false, Pipeline([ImportSQL.create(code, id, kept, preview: .json(proposal))]))
        return id
    }

    /// Where a document is read for.
    struct Place: Sendable {
        let code: String
        let municipality: String
        let district: String
        /// What was decided at earlier imports.
        let remembered: Remembered
        /// The present one.
        let year: Int?
    }

    /// Whether the caller may import there. Decided again by the policy at the insert; asked before a document is taken
    /// in, so that nobody else makes the service read any.
    /// - Throws: ``Problem`` `notFound` or `forbidden`.
    func place(_ caller: Caller, municipality code: String, waiter: Waiter?) async throws -> Place {
        let prepared = try await self.read(caller, code, waiter: waiter, ImportSQL.prepare(code))
        guard let row = prepared.first, let municipality = row["municipality"], let district = row["district"] else {
            throw Problem.notFound
        }
        if !row.bool("may_import") { throw Problem(.forbidden, "Only a coordinator imports.") }
        return Place(
            code: code, municipality: municipality, district: String(district.trimmingPrefix("Lokalpolisområde ")),
            remembered: Remembered(row["remembered"]), year: row.int("year"))
    }

    /// What the document is read as, and what is kept of it: its text where identity numbers were left out, else the
    /// document.
    func proposal(_ document: ImportDocument, for place: Place, _ reading: ReadingDecisions, waiter: Waiter?)
        async throws -> (AgreementDocument, ImportDocument)
    {
        var reading = reading
        reading.remembered = place.remembered.column
        reading.defaultYear = place.year
        let (read, text) = try await self.process.read(
            municipality: place.code, name: place.municipality, district: place.district, decisions: reading,
            waiter: waiter
        ) { document }
        let proposal = try await self.decoding.run { place.remembered.decisions.remembered(in: read) }
        return (
            proposal,
            text.map { ImportDocument(fileName: document.fileName, mediaType: .markdown, content: Array($0.utf8)) }
                ?? document
        )
    }

    /// Measures of a plan that a report may be about, and the period that it is of where it says none: the plan's until
    /// today.
    struct ReportedPlan: Sendable {
        let measures: [FollowUpProposals.Measure]
        let start: String
        let end: String
    }

    /// - Throws: ``Problem`` `notFound` for a plan that the caller doesn't see, `forbidden` for one who reports
    ///   nothing.
    func reportedPlan(_ caller: Caller, municipality code: String, _ plan: Identifier, waiter: Waiter?) async throws
        -> ReportedPlan
    {
        var pipeline = Pipeline()
        let reported = ImportSQL.Reported(code, plan, in: &pipeline)
        let found = try await self.run(caller, code, reading: true, waiter: waiter, pipeline)
        guard let row = found[reported.plan].first, let start = row["start"], let end = row["end"] else {
            throw Problem.notFound
        }
        if !row.bool("may_report") {
            throw Problem(.forbidden, "Only a coordinator, a contributor or a municipal police officer reports.")
        }
        return ReportedPlan(
            measures: found[reported.measures].compactMap { row in
                row["id"].flatMap { id in row["text"].map { .init(id: id, text: $0) } }
            }, start: start, end: end)
    }

    /// What a report says of a plan's measures. Nothing is stored.
    func report(_ document: ImportDocument, municipality code: String, on plan: ReportedPlan, waiter: Waiter?)
        async throws -> FollowUpProposals
    {
        try await self.process.readReport(municipality: code, measures: plan.measures, waiter: waiter) { document }
    }

    /// What a file is refused for that says nothing of an agreement: it was opened all the same.
    private static let saysNothing: Set<ProblemCode> = [
        .documentEmpty, .documentNotText, .documentWithoutTable, .documentWithoutMeasureColumn,
        .documentPeriodReversed, .documentWithoutPeriod, .documentIsFollowUpReport, .documentIsScan,
    ]

    /// Opens a file as any document that comes, whatever stands in it.
    /// - Throws: ``Problem`` for one that isn't whole, is of another kind, or unpacks to too much.
    func open(_ document: ImportDocument, municipality code: String, waiter: Waiter?) async throws {
        do {
            _ = try await self.process.read(municipality: code, name: "", district: "", waiter: waiter) { document }
        } catch let problem as Problem where Self.saysNothing.contains(problem.code) {}
    }

    /// Reads the stored document once more, as decided, in the place of what it was read as.
    /// - Throws: ``Problem`` as ``confirm(_:municipality:_:_:waiter:)`` does; nothing is changed then.
    func readAgain(
        _ caller: Caller, municipality code: String, _ id: Identifier, _ decided: ReadingDecisions,
        _ decisions: Decisions, remembering: Bool, waiter: Waiter? = nil
    ) async throws {
        let place = try await self.place(caller, municipality: code, waiter: waiter)
        var reading = decided
        if remembering { reading.remembered = place.remembered.column }
        reading.defaultYear = place.year
        let (proposal, _) = try await self.process.read(
            municipality: code, name: place.municipality, district: place.district, decisions: reading, waiter: waiter
        ) {
            let stored = try await self.read(caller, code, waiter: waiter, ImportSQL.stored(code, id))
            guard let row = stored.first,
                let mediaType = row["media_type"].flatMap(ImportDocument.MediaType.init(rawValue:))
            else { throw Problem.notFound }
            if row["state"] != "previewed" { throw Problem(.importAlreadyConfirmed, "An import is confirmed once.") }
            return ImportDocument(
                fileName: row["file_name"] ?? "", mediaType: mediaType, content: row.data("content") ?? [])
        }
        let result: AgreementDocument
        do {
            result = try await self.decoding.run {
                // What is decided now goes before what was decided then.
                let own = try decisions.apply(to: proposal)
                return remembering ? place.remembered.decisions.remembered(in: own) : own
            }
        } catch let misfit as Decisions.Misfit { throw Problem(misfit) }
        waiter?.restart()
        do {
            _ = try await self.run(
                caller, code, reading: false, waiter: waiter,
                Pipeline(
                    [ImportSQL.readAgain(code, id, preview: .json(result))]
                        + ImportSQL.remember(code, decided, decisions)))
        } catch let error as PostgresError {
            throw Problem(writing: error) ?? error
        }
    }

    /// Makes the draft agreement, situational picture and plan, once.
    /// - Throws: ``Problem`` `notFound`, `forbidden`, `importAlreadyConfirmed`, or `invalidFields` for a decision that
    ///   does not fit the proposal.
    func confirm(
        _ caller: Caller, municipality code: String, _ id: Identifier, _ decisions: Decisions, waiter: Waiter? = nil
    ) async throws {
        guard let row = try await self.read(caller, code, waiter: waiter, ImportSQL.show(code, id)).first else {
            throw Problem.notFound
        }
        if !row.bool("may_confirm") { throw Problem(.forbidden, "Only a coordinator confirms an import.") }
        if row["status"] != "previewed" { throw Problem(.importAlreadyConfirmed, "An import is confirmed once.") }
        let text = row["preview"] ?? ""
        // A long document with many decisions holds up nobody who serves.
        let statements = try await self.decoding.run {
            let decided: AgreementDocument
            let proposal = try Self.proposal(text)
            if let marking = proposal.markings?.first, !decisions.acceptsMarkings {
                throw Problem(
                    .invalidFields, "Dokumentet är märkt «\(marking)».",
                    errors: [
                        .init(
                            pointer: "/acceptMarkings", code: .required,
                            detail: "must be true for a document that is marked so")
                    ])
            }
            do { decided = try decisions.apply(to: proposal) } catch let misfit as Decisions.Misfit {
                throw Problem(misfit)
            }
            return ImportSQL.confirm(
                code, id, decided, agreement: decisions.agreementID.flatMap { Identifier($0) }, preview: .json(decided))
                + ImportSQL.remember(code, ReadingDecisions(), decisions)
        }
        do {
            _ = try await self.run(caller, code, reading: false, waiter: waiter, Pipeline(statements))
        } catch let error as PostgresError {
            throw Problem(writing: error) ?? error
        }
    }

    /// What was read, or what was decided of it.
    private static func proposal(_ text: String) throws -> AgreementDocument {
        try JSONDecoder().decode(AgreementDocument.self, from: Data(text.utf8))
    }

    /// The same, with what is to be told whenever it is looked at.
    static func document(_ row: Row) throws -> AgreementDocument {
        var document = try Self.proposal(row["preview"] ?? "")
        if let earlier = row["imported_before"] {
            document.warnings.insert(
                AgreementDocument.Warning(
                    code: .importedBefore, line: 1, text: "Samma fil importerades redan den \(earlier)"), at: 0)
        }
        return document
    }

    private func run(_ caller: Caller, _ code: String, reading: Bool, waiter: Waiter? = nil, _ pipeline: Pipeline)
        async throws -> PipelineResults
    {
        do {
            return PipelineResults(
                try await self.database.run(
                    caller, .municipality(code), reading: reading, waiter: waiter, pipeline.statements))
        } catch let error as PostgresError where error.sqlState == "SV002" {
            throw Problem.notFound
        }
    }

    private func read(_ caller: Caller, _ code: String, waiter: Waiter?, _ statement: Statement) async throws
        -> QueryResult
    {
        var pipeline = Pipeline()
        let ticket = pipeline.add(statement)
        return try await self.run(caller, code, reading: true, waiter: waiter, pipeline)[ticket]
    }

    // MARK: The command's view

    /// Whether a text is a day of the calendar, as `YYYY-MM-DD`.
    package static func isDay(_ text: String) -> Bool { Day(text) != nil }

    package struct Report: Sendable {
        package let importID: String
        package let document: AgreementDocument
        package let agreementID: String?
        package let pictureID: String?
        package let planID: String?
    }

    /// Why an import failed, for a person at a terminal.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// Imports and, when `confirm` says so, confirms; one call for the command.
    /// - Throws: ``Refusal`` with one or more clear lines.
    package func run(
        _ caller: Caller, municipality code: String, _ document: ImportDocument, reading: ReadingDecisions,
        decisions: Decisions, confirm: Bool
    ) async throws -> Report {
        do {
            let id = try await self.create(caller, municipality: code, document, reading: reading)
            if confirm { try await self.confirm(caller, municipality: code, id, decisions) }
            guard let row = try await self.read(caller, code, waiter: nil, ImportSQL.show(code, id)).first else {
                throw Problem.notFound
            }
            return Report(
                importID: id.text, document: try Self.document(row), agreementID: row["agreementId"],
                pictureID: row["pictureId"], planID: row["planId"])
        } catch let problem as Problem {
            let errors = problem.errors.map { "\n  \($0.pointer): \($0.detail)" }.joined()
            let detail =
                problem.code == .notFound
                ? "The municipality \(code) is unknown here, or has no local coordinator." : problem.detail
            throw Refusal(description: "\(problem.code.rawValue): \(detail)\(errors)")
        } catch let error as PostgresError {
            throw Refusal(description: Problem(error).map { "\($0.code.rawValue): \($0.detail)" } ?? error.description)
        }
    }
}

extension Problem {
    init(_ misfit: Decisions.Misfit) {
        let error: FieldError =
            switch misfit {
            case .noCauseOnLine(let index, let line):
                .init(pointer: "/placements/\(index)/line", code: .notFound, detail: "no cause stands on line \(line)")
            case .lineTwice(let index, let line):
                .init(
                    pointer: "/placements/\(index)/line", code: .duplicate,
                    detail: "the cause on line \(line) is placed twice")
            case .noSuchArea(let index, let area):
                .init(pointer: "/placements/\(index)/area", code: .notFound, detail: "there is no area \(area)")
            case .splitUnknown(let index):
                .init(pointer: "/splits/\(index)/name", code: .notFound, detail: "no responsible party has this name")
            case .splitTwice(let index):
                .init(pointer: "/splits/\(index)/into", code: .duplicate, detail: "the same name stands twice")
            case .mergeUnknown(let index):
                .init(
                    pointer: "/partyMerges/\(index)", code: .notFound,
                    detail: "no responsible party has one of these names")
            case .mergeWithItself(let index):
                .init(
                    pointer: "/partyMerges/\(index)", code: .invalidFormat,
                    detail: "a responsible party cannot be merged with itself")
            }
        self.init(.invalidFields, "A decision does not fit the proposal.", errors: [error])
    }
}
