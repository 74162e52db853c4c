import ArgumentParser
import Glibc
import Migrator
import Postgres
import Samverkan

extension Settings {
    func migrator() throws -> Migrator {
        guard let adminDatabaseURL else { throw SettingsError("SAMVERKAN_ADMIN_DATABASE_URL is not set") }
        return Migrator(
            admin: ConnectionSettings(url: adminDatabaseURL), directory: "\(self.homeDirectory)/sql",
            allowsOldServers: self.allowsOldPostgreSQL)
    }
}

extension Settings {
    /// Nil when there is no database for BI.
    func biDatabase() -> BIDatabase? {
        guard self.publisherPassword != nil, let url = self.biAdminDatabaseURL else { return nil }
        return BIDatabase(admin: ConnectionSettings(url: url), directory: "\(self.homeDirectory)/sql/bi")
    }

    func requiredBIDatabase() throws -> BIDatabase {
        guard let bi = self.biDatabase() else {
            throw SettingsError("SAMVERKAN_PUBLISHER_PASSWORD is not set: there is no database for BI")
        }
        return bi
    }

    /// On the service's own server, where `migrate` makes it.
    fileprivate var biIsBeside: Bool { self.biAdminDatabaseURL == self.adminDatabaseURL.map(Settings.forBI) }
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to this version; running it again changes nothing.")

    @Flag(help: "End the sessions of BI logins, whose reading would keep their database waiting.")
    var endBISessions = false

    @OptionGroup var state: StateOptions

    func run() async throws {
        let settings = try await self.state.settings()
        let migrator = try settings.migrator()
        let maker = settings.biIsBeside ? settings.adminDatabaseURL.map { ConnectionSettings(url: $0) } : nil
        // What earlier versions kept of BI logins goes with this migration: they get what they saw in the database for BI first.
        let former = try migrator.formerBILogins()
        if !former.isEmpty, let bi = settings.biDatabase(), let password = settings.publisherPassword {
            try bi.migrate(maker: maker, publisherPassword: password)
            for (name, scope) in former {
                let own = BIDatabase.newPassword()
                let isNew = try bi.show(scope, to: name, password: own)
                print("BI login \(name) reads the database for BI now" + (isNew ? ", with the password \(own)" : ""))
            }
        }
        let outcome = try migrator.migrate { line in
            let line = Array("samverkan: \(line)\n".utf8)
            _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        }
        for (kind, password) in settings.passwords.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try migrator.setPassword(password, login: kind.login)
        }
        if let password = settings.publicPassword { try migrator.setPassword(password, login: "samverkan_public") }
        try migrator.setServerKey(settings.serverKey)
        if let bi = settings.biDatabase(), let password = settings.publisherPassword {
            try migrator.setPassword(password, login: "samverkan_publisher")
            for line in try bi.migrate(
                maker: maker, publisherPassword: password, endSessions: self.endBISessions)
            { print(line) }
        } else {
            print("SAMVERKAN_PUBLISHER_PASSWORD is not set: there is no database for BI")
            for (name, _) in former { print("BI login \(name) sees nothing any more: set it, and make a login anew") }
        }
        for name in outcome.applied { print("applied \(name)") }
        print(outcome.rebuilt ? "policies, functions, views and triggers built again" : "nothing to do")
    }
}
