import FoundationEssentials
import Postgres
import Subprocess
import SystemPackage

/// A program that works on one document in a process of its own, below limits: whatever a document does can end only
/// that process.
enum ChildProcess {
    /// Why there is no output.
    enum Failure: Error {
        /// It took longer than it may, printed more, or ended with another status than 0.
        case gaveUp(status: Int32?)
        /// No descriptor or no process was to be had.
        case notStarted
    }

    /// - Parameters:
    ///   - seconds: by the clock.
    ///   - waiter: when they leave, the process ends.
    /// - Returns: what it printed.
    /// - Throws: ``Failure``, or `CancellationError` when nobody waits any more.
    static func run(
        _ program: String, _ arguments: [String], input: [UInt8], outputLimit: Int, seconds: Int, waiter: Waiter?
    ) async throws -> [UInt8] {
        let process = Task {
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(arguments),
                environment: .custom(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                async let sent: Void = Self.send(input, to: execution.standardInputWriter)
                var printed: [UInt8] = []
                for try await part in execution.standardOutput {
                    if printed.count + part.count > outputLimit { throw Failure.gaveUp(status: nil) }
                    part.withUnsafeBytes { printed.append(contentsOf: $0) }
                }
                await sent
                return printed
            }
            switch result.terminationStatus {
            case .exited(0): return result.closureResult
            case .exited(let status): throw Failure.gaveUp(status: status)
            default: throw Failure.gaveUp(status: nil)
            }
        }
        let clock = Task {
            try await Task.sleep(for: .seconds(seconds))
            process.cancel()
        }
        defer { clock.cancel() }
        return try await withTaskCancellationHandler {
            do {
                guard let waiter else { return try await process.value }
                return try await waiter.whileWaiting {
                    process.cancel()
                } _: {
                    try await process.value
                }
            } catch let problem as Problem {
                throw problem
            } catch let failure as Failure {
                if waiter?.hasLeft == true || Task.isCancelled { throw CancellationError() }
                throw failure
            } catch {
                if waiter?.hasLeft == true || Task.isCancelled { throw CancellationError() }
                if let error = error as? SubprocessError,
                    [.spawnFailed, .executableNotFound, .failedToMonitorProcess, .asyncIOFailed].contains(error.code)
                {
                    throw Failure.notStarted
                }
                throw Failure.gaveUp(status: nil)
            }
        } onCancel: {
            process.cancel()
        }
    }

    /// A program may end before it has read what it is sent: its status tells what came of it. The writer is ended
    /// whatever happened; where the library sends the input itself it isn't, which ends the service.
    private static func send(_ input: [UInt8], to writer: StandardInputWriter) async {
        _ = try? await writer.write(input)
        try? await writer.finish()
    }
}
