import FoundationEssentials
import HTTPTypes
import Postgres
import Synchronization

/// Papers are made into Word files by pandoc, in processes of its own below limits of processor time and memory. At
/// most two run at once, and one for each municipality; others wait for their turn.
final class WordProcess: Sendable {
    private let busy = Mutex<Set<String>>([])
    private let pandoc: String
    /// Seconds by the clock that one process may take.
    private let seconds: Int

    private static let processes = 2
    private static let outputLimit = 16 * 1_048_576
    /// Seconds of processor time and bytes of memory: a plan of 2,000 measures takes 2 and 250 MB.
    private static let limits = "ulimit -t 12 && ulimit -c 0 && ulimit -f 0 && exec \"$@\""
    private static let options = [
        "+RTS", "-M512m", "-RTS", "--from=html", "--to=docx", "--metadata=lang=sv-SE",
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
    ///   - key: the municipality.
    /// - Throws: ``Problem`` `overloaded` or `notImplemented`; ``ChildProcess/Failure`` when nothing came of it.
    func write(_ page: [UInt8], like template: [UInt8]?, municipality key: String, waiter: Waiter?) async throws
        -> [UInt8]
    {
        try await self.takeTurn(key, waiter)
        defer { self.busy.withLock { _ = $0.remove(key) } }
        // pandoc takes a template by its name only.
        let file = FileManager.default.temporaryDirectory.appending(path: "samverkan-\(UUID().uuidString).docx").path()
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

    private func takeTurn(_ key: String, _ waiter: Waiter?) async throws {
        for _ in 0..<(self.seconds * 10) {
            let isFree = self.busy.withLock { busy in busy.count < Self.processes && busy.insert(key).inserted }
            if isFree { return }
            if waiter?.hasLeft == true { throw CancellationError() }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Problem(
            .overloaded, "Other documents are being written; try again shortly.", headers: [.retryAfter: "5"])
    }
}
