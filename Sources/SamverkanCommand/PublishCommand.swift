import ArgumentParser
import Logging
import Samverkan

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Bring the database for BI up to now, as serve does all the time.")

    @OptionGroup var state: StateOptions

    func run() async throws {
        let settings = try await self.state.settings()
        guard let publisher = settings.publisher(logger: Logger(label: "samverkan")) else {
            throw SettingsError("SAMVERKAN_PUBLISHER_PASSWORD is not set: there is no database for BI")
        }
        defer { publisher.shutDown() }
        let pass: Publisher.Pass
        do { pass = try await publisher.pass() } catch {
            try? await publisher.release()
            throw error
        }
        try await publisher.release()
        print(
            pass.isIdle
                ? "another server is at it" : "\(pass.documents) documents of \(pass.municipalities) municipalities")
    }
}
