import AgreementParsing
import FoundationEssentials
import HTTPTypes
import Postgres
import Synchronization

/// Documents are read by processes of their own (`samverkan-read`), under limits of processor time, memory and wall
/// clock: whatever a document does can end only that process. At most two run at once, and one for each municipality.
final class ReadingProcess: Sendable {
    private let reader: String
    private let busy = Mutex<Set<String>>([])

    private static let processes = 2
    /// Seconds by the clock that one process may take; it limits its processor time itself.
    private let seconds: Int
    private static let outputLimit = 48 * 1_048_576

    init(reader: String, seconds: Int) {
        self.reader = reader
        self.seconds = seconds
    }

    /// Reads the document into a proposal for a municipality.
    ///
    /// - Parameters:
    ///   - document: fetched once it is the municipality's turn, so that no more of them are in memory than are read.
    ///   - waiter: when they leave, the process ends.
    /// - Returns: the proposal, and the text that is kept instead of the document.
    /// - Throws: ``Problem``: `overloaded` while others' documents are being read, or why the document isn't read.
    func read(
        municipality code: String, name: String, district: String, decisions: ReadingDecisions = ReadingDecisions(),
        waiter: Waiter?,
        document: () async throws -> ImportDocument
    ) async throws -> (proposal: AgreementDocument, kept: String?) {
        let decided = decisions == ReadingDecisions() ? [] : Array(try JSONEncoder().encode(decisions))
        switch try await self.read(municipality: code, name, district, decided, waiter, document) {
        case .document(let document): return (document, nil)
        case .masked(let document, let text): return (document, text)
        case .refusal(let error): throw Problem(error)
        case .followUps: throw Problem(DocumentError.unreadable)
        }
    }

    /// Reads a report of what was done against a plan's measures.
    /// - Throws: ``Problem`` as the other does.
    func readReport(
        municipality code: String, measures: [FollowUpProposals.Measure], waiter: Waiter?,
        _ document: () async throws -> ImportDocument
    ) async throws -> FollowUpProposals {
        switch try await self.read(
            municipality: code, "", "", Array(try JSONEncoder().encode(measures)), waiter, document)
        {
        case .followUps(let proposals): return proposals
        case .refusal(let error): throw Problem(error)
        case .document, .masked: throw Problem(DocumentError.unreadable)
        }
    }

    /// - Parameter before: what stands before the document on the process's input.
    private func read(
        municipality code: String, _ name: String, _ district: String, _ before: [UInt8], _ waiter: Waiter?,
        _ document: () async throws -> ImportDocument
    ) async throws -> Reading {
        let isFree = self.busy.withLock { busy in busy.count < Self.processes && busy.insert(code).inserted }
        guard isFree else {
            throw Problem(
                .overloaded, "Other documents are being read; try again shortly.", headers: [.retryAfter: "5"])
        }
        defer { self.busy.withLock { _ = $0.remove(code) } }
        let document = try await document()
        let answer = try await self.run(
            [document.mediaType.kind.rawValue, name, district, String(before.count)], before + document.content, waiter)
        guard let reading = try? JSONDecoder().decode(Reading.self, from: Data(answer)) else {
            throw Problem(DocumentError.unreadable)
        }
        return reading
    }

    /// - Returns: what the process printed.
    private func run(_ arguments: [String], _ input: [UInt8], _ waiter: Waiter?) async throws -> [UInt8] {
        do {
            return try await ChildProcess.run(
                self.reader, arguments, input: input, outputLimit: Self.outputLimit, seconds: self.seconds,
                waiter: waiter)
        } catch ChildProcess.Failure.notStarted {
            // The operator's to mend, not the document's.
            throw Problem(
                .overloaded, "No process could be started to read the document; try again shortly.",
                headers: [.retryAfter: "10"])
        } catch is ChildProcess.Failure {
            throw Problem(DocumentError.unreadable)
        }
    }
}
