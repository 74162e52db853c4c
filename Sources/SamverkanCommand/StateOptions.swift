import ArgumentParser
import Samverkan

/// What every command takes.
struct StateOptions: ParsableArguments {
    @Option(
        name: .customLong("state-dir"), help: "Directory with settings.env; else SAMVERKAN_STATE_DIR, else .samverkan.")
    var stateDirectory: String?

    func settings() async throws -> Settings { try await Settings.load(stateDirectory: self.stateDirectory) }
}
