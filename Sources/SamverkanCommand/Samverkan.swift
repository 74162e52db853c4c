import ArgumentParser
@preconcurrency import Glibc
import Logging
import Postgres
import Samverkan

/// `samverkan`: serve, migrate and look after the service.
@main
struct SamverkanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samverkan",
        abstract: "Crime prevention cooperation agreements between municipalities and their police district.",
        version: APIVersion.current,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, ImportCommand.self, TokenCommand.self, MunicipalityCommand.self,
            GrantCommand.self, BILoginCommand.self, PublishCommand.self, OpenAPICommand.self,
        ])

    static func main() async {
        // Whoever reads what is written may be gone: that is an error of the write, not the process's end. And what
        // SIGHUP asks for, the server does once it is up; until then there is nothing to read again.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        do {
            var command = try self.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as CleanExit {
            self.exit(withError: error)
        } catch let error as any CustomStringConvertible & Error where !Self.isArgumentFault(error) {
            // One clear line for a person, never a stack of causes.
            self.leave(1, saying: error.description)
        } catch {
            self.exit(withError: error)
        }
        self.leave(0)
    }

    /// Ends the process, once what it printed is written. Not by `exit`: what that tears down (OpenSSL's tables, for one)
    /// the database's threads may be using, also those that are just ending.
    private static func leave(_ status: Int32, saying text: String? = nil) -> Never {
        let isWritten = fflush(stdout) == 0 && ferror(stdout) == 0
        for text in [text, isWritten ? nil : "what it prints cannot be written"].compactMap(\.self) {
            let line = Array("samverkan: \(text)\n".utf8)
            _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        }
        _exit(isWritten ? status : 1)
    }

    /// Faults in the arguments are the argument parser's to explain.
    private static func isArgumentFault(_ error: any Error) -> Bool {
        self.exitCode(for: error) == .validationFailure || error is ValidationError
    }
}
