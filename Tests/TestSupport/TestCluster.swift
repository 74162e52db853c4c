import FoundationEssentials
import Glibc
package import Migrator
package import Postgres
package import Samverkan
import Subprocess
import Synchronization
import SystemPackage

/// One PostgreSQL for the whole test run, and databases in it: each test gets one of its own, cloned from a migrated
/// one.
///
/// `deploy/cluster` starts it, as it does for the service; it goes when the process ends.
package final class TestCluster: Sendable {
    package static let shared = Task { try await TestCluster() }

    package let stateDirectory: String
    package let url: String
    package let adminURL: String
    package let passwords: [IssuerKind: String]
    package let publicPassword: String
    package let publisherPassword: String
    package let serverKey: String
    package static let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent().string
    private static let stateToRemove = Mutex<String?>(nil)
    private let counter = Mutex(0)

    private init() async throws {
        let state = "/tmp/samverkan-test-\(getpid())"
        self.stateDirectory = state
        Self.stateToRemove.withLock { $0 = state }
        atexit {
            guard let state = TestCluster.stateToRemove.withLock({ $0 }) else { return }
            _ = system("'\(TestCluster.root)/deploy/cluster' remove '\(state)'")
        }
        try await Self.run(
            "\(Self.root)/deploy/cluster", ["start", state],
            environment: [
                "SAMVERKAN_CLUSTER_IN_MEMORY": "yes",
                // Databases live for seconds; a test that needs statistics makes them.
                "SAMVERKAN_CLUSTER_SETTINGS":
                    "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off\nmax_connections = 1200",
            ])
        let settings = try Self.settings(state)
        func value(_ name: String) throws -> String {
            guard let value = settings[name] else { throw SettingsError("\(name) is missing") }
            return value
        }
        self.url = try value("SAMVERKAN_DATABASE_URL")
        self.adminURL = try value("SAMVERKAN_ADMIN_DATABASE_URL")
        self.passwords = [
            .municipality: try value("SAMVERKAN_MUNICIPALITY_PASSWORD"),
            .district: try value("SAMVERKAN_POLICE_PASSWORD"),
            .operator: try value("SAMVERKAN_OPERATOR_PASSWORD"),
        ]
        self.publicPassword = try value("SAMVERKAN_PUBLIC_PASSWORD")
        self.publisherPassword = try value("SAMVERKAN_PUBLISHER_PASSWORD")
        self.serverKey = try value("SAMVERKAN_SERVER_KEY")
        try await Self.run(
            "/bin/sh",
            [
                "-c",
                "umask 077; openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out '\(state)/\(DevelopmentIssuer.fileName)'",
            ])

        let template = TestDatabase(cluster: self, name: "samverkan")
        let migrator = template.migrator
        _ = try migrator.migrate()
        for (kind, password) in self.passwords { try migrator.setPassword(password, login: kind.login) }
        try migrator.setPassword(self.publicPassword, login: "samverkan_public")
        try migrator.setPassword(self.publisherPassword, login: "samverkan_publisher")
        try migrator.setServerKey(self.serverKey)
        let cast = try String(contentsOfFile: "\(Self.root)/sql/demo/cast.sql", encoding: .utf8)
        try template.administrator().run(unsafeScript: cast + Self.outsider)
    }

    /// Beside the demo's cast: a district and a municipality that have nothing to do with the others.
    private static let outsider = """
        insert into app.police_district (district_code, name, region_name) values ('ostra-skaraborg', 'Lokalpolisområde Östra Skaraborg', 'Polisregion Väst');
        insert into app.municipality (municipality_code, name, district_code) values ('1499', 'Falköping', 'ostra-skaraborg');
        insert into access.issuer (issuer, kind, municipality_code) values ('development:municipality:1499', 'municipality', '1499');
        insert into access.issuer (issuer, kind, district_code) values ('development:district:ostra-skaraborg', 'district', 'ostra-skaraborg');
        insert into access.caller_grant (issuer, subject, role, municipality_code) values
            ('development:municipality:1499', 'coordinator', 'coordinator', '1499');
        insert into access.caller_grant (issuer, subject, role, district_code) values
            ('development:district:ostra-skaraborg', 'district-reader', 'districtReader', 'ostra-skaraborg'),
            ('development:district:ostra-skaraborg', 'head-of-district', 'headOfDistrict', 'ostra-skaraborg');
        """

    /// A database of the test's own, migrated and with the cast.
    package func database() throws -> TestDatabase {
        let number = self.counter.withLock {
            $0 += 1
            return $0
        }
        let name = "test_\(number)"
        // Cloning needs the template to itself, so one at a time.
        try self.counter.withLock { _ in
            _ = try Connection(ConnectionSettings(url: self.adminURL.replacing("/samverkan", with: "/postgres"))).run([
                "create database \(unsafeSQL: name) template samverkan"
            ])
        }
        let database = TestDatabase(cluster: self, name: name)
        // Grants on the database itself are not cloned.
        _ = try database.migrator.migrate()
        return database
    }

    /// An empty database, not migrated.
    package func emptyDatabase() throws -> TestDatabase {
        let number = self.counter.withLock {
            $0 += 1
            return $0
        }
        try Connection(ConnectionSettings(url: self.adminURL)).run([
            "create database \(unsafeSQL: "test_\(number)") template template0"
        ])
        return TestDatabase(cluster: self, name: "test_\(number)")
    }

    /// Ends what is still connected to it, too.
    package func drop(_ database: TestDatabase) throws {
        try Connection(ConnectionSettings(url: self.adminURL.replacing("/samverkan", with: "/postgres"))).run([
            "drop database \(unsafeSQL: database.name) with (force)"
        ])
    }

    private static func settings(_ state: String) throws -> [String: String] {
        var settings: [String: String] = [:]
        for line in try String(contentsOfFile: "\(state)/settings.env", encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            settings[String(parts[0])] = String(parts[1])
        }
        return settings
    }

    /// Runs a program to its end.
    /// - Returns: what it printed on standard output and standard error.
    @discardableResult
    package static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], status expected: Int32? = 0
    ) async throws -> (output: String, error: String, status: Int32) {
        let overrides = Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) })
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: .inherit.updating(overrides),
            output: .string(limit: 4_194_304), error: .string(limit: 4_194_304))
        let status: Int32
        switch result.terminationStatus {
        case .exited(let code): status = code
        case .signaled(let signal): status = 128 + signal
        }
        let (output, error) = (result.standardOutput, result.standardError)
        if let expected, status != expected {
            throw SettingsError("\(program) \(arguments) ended with \(status): \(output)\(error)")
        }
        return (output, error, status)
    }
}

/// One database of the test cluster.
package struct TestDatabase: Sendable {
    package let cluster: TestCluster
    package let name: String

    package var url: String { self.cluster.url.replacing("/samverkan", with: "/\(self.name)") }
    package var adminURL: String { self.cluster.adminURL.replacing("/samverkan", with: "/\(self.name)") }

    package var migrator: Migrator {
        Migrator(
            admin: ConnectionSettings(url: self.adminURL), directory: "\(TestCluster.root)/sql", allowsOldServers: true)
    }

    /// As the superuser, whom no policy holds: for setting the scene and counting the truth.
    package func administrator() throws -> Connection { try Connection(ConnectionSettings(url: self.adminURL)) }

    package enum Login: String, CaseIterable, Sendable {
        case municipality = "samverkan_municipality"
        case police = "samverkan_police"
        case `public` = "samverkan_public"
        case `operator` = "samverkan_operator"
    }

    /// As one of the server's logins, without any context.
    package func connection(as login: Login) throws -> Connection {
        let password =
            switch login {
            case .municipality: self.cluster.passwords[.municipality]
            case .police: self.cluster.passwords[.district]
            case .operator: self.cluster.passwords[.operator]
            case .public: self.cluster.publicPassword
            }
        return try Connection(ConnectionSettings(url: self.url, user: login.rawValue, password: password))
    }

    package func database() -> Database {
        Database(
            url: self.url, passwords: self.cluster.passwords, serverKey: self.cluster.serverKey,
            poolSizes: [.municipality: 2], queueLimit: 1_000,
            // Two that meet wait for each other however many tests run beside them.
            patience: .init(call: 120_000, queue: 120_000), lockTimeout: 60_000)
    }

    /// The statement that enters as somebody of the cast.
    package func enter(_ caller: Caller, municipality: String? = nil, district: String? = nil) -> Statement {
        "select access.enter(\(self.cluster.serverKey), \(caller.issuer), \(caller.subject), \(caller.name), \(municipality), \(district))"
    }

    /// As anybody, who has no log-in.
    package func enterPublic(_ municipality: String) -> Statement {
        "select access.enter(\(self.cluster.serverKey), null, null, null, \(municipality), null)"
    }
}
