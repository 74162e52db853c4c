import AgreementParsing
import FoundationEssentials
import HTTPTypes
import Postgres
import Synchronization

/// Papers are made into Word files by pandoc, in processes of its own below limits of processor time and memory. At
/// most two run at once, and one for each municipality; others wait for their turn, two of each municipality and sixteen
/// in all.
final class WordProcess: Sendable {
    private struct Waiting {
        let number: Int
        let municipality: String
        let turn: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var running: Set<String> = []
        var waiting: [Waiting] = []
        var number = 0
    }

    private let state = Mutex(State())
    private let pandoc: String
    /// Seconds by the clock that one process may take, and that a turn may be waited for.
    private let seconds: Int

    private static let processes = 2
    private static let waitingOfOne = 2
    private static let waitingOfAll = 16
    private static let outputLimit = 16 * 1_048_576
    /// Seconds of processor time and bytes of memory: a plan of 2,000 measures takes 2 and 250 MB.
    private static let limits = "ulimit -t 12 && ulimit -c 0 && ulimit -f 0 && exec \"$@\""
    private static let options = [
        "+RTS", "-M512m", "-RTS", "--from=html", "--to=docx", "--metadata=lang=sv-SE",
        // By this our own import knows that each row is one measure.
        "--metadata=category:\(OwnDocument.category)",
        // The page's heading is the document's title, and those of its sections are headings of the first level.
        "--shift-heading-level-by=-1", "--output=-",
    ]

    init(pandoc: String, seconds: Int) {
        self.pandoc = pandoc
        self.seconds = seconds
    }

    /// - Parameters:
    ///   - page: HTML that ``HTMLWriter`` has written, which can name nothing that would be fetched.
    ///   - template: whose styles, headers and footers the file has; the service's own when there is none.
    /// - Throws: ``Problem`` `overloaded` or `notImplemented`; ``ChildProcess/Failure`` when nothing came of it.
    func write(_ page: [UInt8], like template: [UInt8]?, municipality: String, waiter: Waiter?) async throws -> [UInt8]
    {
        guard await self.turn(of: municipality) else {
            throw Problem(
                .overloaded, "Other documents are being written; try again shortly.", headers: [.retryAfter: "5"])
        }
        defer { self.leave(municipality) }
        if waiter?.hasLeft == true { throw CancellationError() }
        // pandoc takes a template by its name only.
        let file = FileManager.default.temporaryDirectory.appending(path: "samverkan-\(UUID().uuidString).docx")
            .path(percentEncoded: false)
        guard
            FileManager.default.createFile(
                atPath: file, contents: Data(template ?? StandardTemplate.file),
                attributes: [.posixPermissions: 0o600])
        else {
            throw Problem(
                .overloaded, "No file could be made to write the document; try again shortly.",
                headers: [.retryAfter: "10"])
        }
        defer { try? FileManager.default.removeItem(atPath: file) }
        do {
            return try await ChildProcess.run(
                "/bin/sh", ["-c", Self.limits, "sh", self.pandoc] + Self.options + ["--reference-doc=\(file)"],
                input: page, outputLimit: Self.outputLimit, seconds: self.seconds, waiter: waiter)
        } catch ChildProcess.Failure.gaveUp(status: 127) {
            throw Problem(
                .notImplemented, "Word files can't be written here: the operator has not installed pandoc.")
        } catch ChildProcess.Failure.notStarted {
            throw Problem(
                .overloaded, "No process could be started to write the document; try again shortly.",
                headers: [.retryAfter: "10"])
        }
    }

    // MARK: Turns

    /// Waits until the municipality may begin.
    /// - Returns: false when there are too many before it, or it has waited too long.
    private func turn(of municipality: String) async -> Bool {
        await withCheckedContinuation { turn in
            let number = self.state.withLock { state -> Int? in
                if state.running.count < Self.processes, state.running.insert(municipality).inserted {
                    turn.resume(returning: true)
                    return nil
                }
                if state.waiting.count >= Self.waitingOfAll
                    || state.waiting.count(where: { $0.municipality == municipality }) >= Self.waitingOfOne
                {
                    turn.resume(returning: false)
                    return nil
                }
                state.number += 1
                state.waiting.append(Waiting(number: state.number, municipality: municipality, turn: turn))
                return state.number
            }
            guard let number else { return }
            Task {
                try? await Task.sleep(for: .seconds(self.seconds))
                self.state.withLock { state in
                    if let place = state.waiting.firstIndex(where: { $0.number == number }) {
                        state.waiting.remove(at: place).turn.resume(returning: false)
                    }
                }
            }
        }
    }

    /// Gives the place to the first that waits and whose municipality has none.
    private func leave(_ municipality: String) {
        self.state.withLock { state in
            state.running.remove(municipality)
            if let place = state.waiting.firstIndex(where: { !state.running.contains($0.municipality) }) {
                let next = state.waiting.remove(at: place)
                state.running.insert(next.municipality)
                next.turn.resume(returning: true)
            }
        }
    }
}
