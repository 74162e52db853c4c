import AgreementParsing
import Glibc
import Subprocess
import SystemPackage

/// Reads .docx through pandoc, which is given no files and no network (`--sandbox`), little memory and little time.
enum WordConversion {
    private static let memory = "256m"
    private static let seconds = 20
    private static let outputLimit = 64 * 1_048_576

    static func text(_ content: [UInt8], pandocPath: String) async throws -> String {
        let unreadable = Problem(DocumentError.unreadable)
        // A .docx is a ZIP archive; anything else isn't worth starting a program for.
        guard content.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw unreadable }
        let json: [UInt8]
        do {
            json = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
                group.addTask {
                    let result = try await Subprocess.run(
                        .path(FilePath(pandocPath)),
                        arguments: ["--sandbox", "-f", "docx", "-t", "json", "+RTS", "-M\(Self.memory)", "-RTS"],
                        environment: .custom(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]),
                        input: .array(content), output: .bytes(limit: Self.outputLimit), error: .discarded)
                    guard result.terminationStatus.isSuccess else { throw unreadable }
                    return result.standardOutput
                }
                group.addTask {
                    try await Task.sleep(for: .seconds(Self.seconds))
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let bytes = first else { throw unreadable }
                return bytes
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw unreadable
        }
        do { return try WordDocument.text(pandocJSON: json) } catch { throw Problem(error) }
    }
}
