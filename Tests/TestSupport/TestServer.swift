import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
package import NIOHTTP1
import Postgres
package import Samverkan
import ServiceLifecycle
import Synchronization

/// The service over HTTP, on a port of its own, with a database of its own.
package struct TestServer: Sendable {
    package let database: TestDatabase
    package let port: Int
    package let adminPort: Int
    private let issuer: DevelopmentIssuer

    /// Starts the service, runs `body` against it and stops it.
    ///
    /// - Parameter ending: runs from the moment that the service is told to stop.
    package static func run<T: Sendable>(
        database: TestDatabase? = nil, change: @Sendable (inout Settings) -> Void = { _ in },
        ending: @escaping @Sendable (TestServer) async -> Void = { _ in },
        _ body: @Sendable (TestServer) async throws -> T
    ) async throws -> T {
        try await self.turns.take { try await self.runNow(database: database, change: change, ending: ending, body) }
    }

    /// Runs `body` against the service, and leaves its database to whoever looks at it afterwards.
    package static func scene(_ body: @Sendable (TestServer) async throws -> Void) async throws -> TestDatabase {
        let database = try await TestCluster.shared.value.database()
        try await self.run(database: database, body)
        return database
    }

    private static let turns = Turns(4)

    private static func runNow<T: Sendable>(
        database: TestDatabase?, change: @Sendable (inout Settings) -> Void,
        ending: @escaping @Sendable (TestServer) async -> Void, _ body: @Sendable (TestServer) async throws -> T
    ) async throws -> T {
        guard let database else {
            let cluster = try await TestCluster.shared.value
            let own = try cluster.database()
            let result: Result<T, any Error>
            do {
                result = .success(try await self.runNow(database: own, change: change, ending: ending, body))
            } catch { result = .failure(error) }
            // Hundreds of them would take the disk, and the time of every checkpoint.
            try cluster.drop(own)
            return try result.get()
        }
        let cluster = database.cluster
        var settings = Settings(
            host: "127.0.0.1", port: 0, adminPort: 0, stateDirectory: cluster.stateDirectory,
            homeDirectory: TestCluster.root,
            databaseURL: database.url, adminDatabaseURL: database.adminURL, passwords: cluster.passwords,
            publicPassword: cluster.publicPassword,
            serverKey: cluster.serverKey, poolSize: 2, queueLimit: 256, baseURL: "http://samverkan.example",
            allowedHosts: [], trustedProxies: [],
            issuersFile: nil, logLevel: "critical")
        settings.shutdownDelaySeconds = 0
        // What a test asks is answered however many run beside it; the tests of the limits set their own.
        (settings.requestSeconds, settings.queueSeconds, settings.queueLimit) = (120, 120, 2_000)
        settings.readingSeconds = 120
        settings.readerPath = "\(TestCluster.root)/.build/debug/samverkan-read"
        settings.checksKeptAnswers = true
        change(&settings)
        guard let issuer = try DevelopmentIssuer(stateDirectory: cluster.stateDirectory) else {
            throw SettingsError("no development issuer")
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let (ports, continuation) = AsyncStream<(Bool, Int)>.makeStream()
        let services = try await SamverkanApplication.services(settings, logger: logger) { isAdmin, port in
            continuation.yield((isAdmin, port))
        }
        let group = ServiceGroup(configuration: .init(services: services.map { .init(service: $0) }, logger: logger))
        let running = Task { try await group.run() }
        var (port, adminPort): (Int?, Int?) = (nil, nil)
        for await (isAdmin, number) in ports {
            if isAdmin { adminPort = number } else { port = number }
            if port != nil, adminPort != nil { break }
        }
        let server = TestServer(database: database, port: port ?? 0, adminPort: adminPort ?? 0, issuer: issuer)
        let result: Result<T, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        let last = Task { await ending(server) }
        try await running.value
        await last.value
        let value = try result.get()
        try self.requireCountedPlans(database)
        return value
    }

    /// Whatever a test did, the plans' summaries say what counting anew says. Parties may be more: one that no longer
    /// reported last is still named.
    private static func requireCountedPlans(_ database: TestDatabase) throws {
        guard let administrator = try? database.administrator() else { return }
        let differing = try administrator.run([
            """
            select coalesce(s.plan_id, c.plan_id) || ': ' || coalesce(to_jsonb(s)::text, 'not there') || ' is '
                || coalesce(to_jsonb(c)::text, 'nothing')
            from app.plan_summary s
            full join (
                select c.* from app.action_plan p
                cross join lateral app.counted_plan(p.municipality_code, p.plan_id) c
            ) c on c.municipality_code = s.municipality_code and c.plan_id = s.plan_id
            where to_jsonb(s) - array['party_ids', 'mark'] is distinct from to_jsonb(c) - array['party_ids', 'mark'] or not s.party_ids @> c.party_ids
            """
        ])[0].compactMap { $0[0] }
        if !differing.isEmpty { throw SettingsError("summaries of plans are wrong: \(differing)") }
        // So is what is kept of each measure, which reports go on from, made anew out of all of them; but where a test has
        // changed when they were recorded.
        try administrator.run(unsafeScript: "set statement_timeout = 0")
        let derived = try administrator.run([
            "create temporary table kept on commit drop as select * from app.measure_status",
            """
            select app.derive_measure(m.municipality_code, m.plan_id, m.measure_id, m.lineage_id,
                app.counted_plans(m.municipality_code, m.plan_id), null)
            from app.measure m join kept k using (municipality_code, plan_id, measure_id)
            join app.follow_up f on f.follow_up_id = k.latest_follow_up_id and f.recorded_at = k.latest_recorded_at
            """,
            """
            select coalesce(to_jsonb(k)::text, 'nothing') || ' is ' || coalesce(to_jsonb(s)::text, 'nothing')
            from kept k full join app.measure_status s using (municipality_code, plan_id, measure_id)
            where to_jsonb(k) is distinct from to_jsonb(s)
            """,
        ])[2].compactMap { $0[0] }
        if !derived.isEmpty { throw SettingsError("what is kept of measures is wrong: \(derived)") }
    }

    // MARK: The cast

    /// A person of the cast. Skara and Lidköping belong to Västra Skaraborg; Falköping and its district are outside.
    package struct Person: Sendable, CustomStringConvertible {
        package let role: DevelopmentIssuer.Role
        package let municipality: String?
        package let district: String?

        package static let coordinatorOfSkara = Person(role: .coordinator, municipality: "1495", district: nil)
        package static let contributorOfSkara = Person(role: .contributor, municipality: "1495", district: nil)
        package static let readerOfSkara = Person(role: .reader, municipality: "1495", district: nil)
        package static let auditorOfSkara = Person(role: .auditor, municipality: "1495", district: nil)
        package static let coordinatorOfLidkoping = Person(role: .coordinator, municipality: "1494", district: nil)
        package static let coordinatorOfGotene = Person(role: .coordinator, municipality: "1471", district: nil)
        package static let officerOfSkara = Person(
            role: .municipalOfficer, municipality: "1495", district: "vastra-skaraborg")
        package static let officerOfLidkoping = Person(
            role: .municipalOfficer, municipality: "1494", district: "vastra-skaraborg")
        package static let districtReader = Person(
            role: .districtReader, municipality: nil, district: "vastra-skaraborg")
        package static let headOfDistrict = Person(
            role: .headOfDistrict, municipality: nil, district: "vastra-skaraborg")
        package static let headOfOtherDistrict = Person(
            role: .headOfDistrict, municipality: nil, district: "ostra-skaraborg")
        package static let `operator` = Person(role: .operator, municipality: nil, district: nil)
        /// Nobody of Skara's, nor of its district's.
        package static let outsiders: [Person] = [
            .coordinatorOfLidkoping, .officerOfLidkoping, .headOfOtherDistrict, .operator,
        ]

        package var description: String {
            [self.role.rawValue, self.municipality, self.district].compactMap { $0 }.joined(separator: " ")
        }

        package var caller: Caller {
            get throws {
                try DevelopmentIssuer.caller(role: self.role, municipality: self.municipality, district: self.district)
            }
        }
    }

    package func token(_ person: Person) async throws -> String {
        try await self.issuer.token(for: try person.caller, minutes: 5)
    }

    // MARK: Requests

    package struct Response: Sendable {
        package let status: Int
        package let headers: HTTPHeaders
        package let body: [UInt8]

        package var json: JSON { (try? JSONDecoder().decode(JSON.self, from: Data(self.body))) ?? .null }
        package var text: String { String(decoding: self.body, as: UTF8.self) }
        package var code: String? { self.json["code"].string }
        package func header(_ name: String) -> String? { self.headers.first(name: name) }
    }

    /// Asks for answers as they are: the shared client takes a list of many like items for an attack, since it packs so
    /// well, and unpacks the body of an answer to HEAD, which has none.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.decompression = .disabled
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// - Parameters:
    ///   - path: below the base path, query included.
    ///   - person: whose token is sent; nil for none.
    package func request(
        _ method: HTTPMethod, _ path: String, as person: Person?, body: [UInt8]? = nil,
        type: String? = "application/json", headers: [(String, String)] = []
    ) async throws -> Response {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(self.port)/samverkan/v1\(path)")
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let person { request.headers.add(name: "Authorization", value: "Bearer \(try await self.token(person))") }
        if let body {
            if let type { request.headers.add(name: "Content-Type", value: type) }
            request.body = .bytes(body)
        }
        let response = try await Self.client.execute(request, timeout: .seconds(300))
        let bytes = try await response.body.collect(upTo: 64 * 1_048_576)
        let answer = Response(
            status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
        Exchanges.record(
            method: method.rawValue, path: path, request: type?.hasSuffix("json") == true ? body : nil, answer)
        return answer
    }

    package func get(_ path: String, as person: Person?, headers: [(String, String)] = []) async throws -> Response {
        try await self.request(.GET, path, as: person, headers: headers)
    }

    package func post(_ path: String, as person: Person?, _ json: String) async throws -> Response {
        try await self.request(.POST, path, as: person, body: Array(json.utf8))
    }

    /// With `If-Match` of a version, or none.
    package func patch(_ path: String, as person: Person?, version: Int?, _ json: String) async throws -> Response {
        try await self.request(
            .PATCH, path, as: person, body: Array(json.utf8), type: "application/merge-patch+json",
            headers: version.map { [("If-Match", "\"\($0)\"")] } ?? [])
    }

    package func put(_ path: String, as person: Person?, version: Int?, _ json: String) async throws -> Response {
        try await self.request(
            .PUT, path, as: person, body: Array(json.utf8), headers: version.map { [("If-Match", "\"\($0)\"")] } ?? [])
    }

    package func delete(_ path: String, as person: Person?, version: Int?) async throws -> Response {
        try await self.request(.DELETE, path, as: person, headers: version.map { [("If-Match", "\"\($0)\"")] } ?? [])
    }

    /// With an `Idempotency-Key`.
    package func post(_ path: String, as person: Person?, key: String, _ json: String) async throws -> Response {
        try await self.request(.POST, path, as: person, body: Array(json.utf8), headers: [("Idempotency-Key", key)])
    }

    // A body that is put together; those that are wrong as text are said as text.

    package func post(_ path: String, as person: Person?, _ json: JSON) async throws -> Response {
        try await self.post(path, as: person, json.text)
    }

    package func post(_ path: String, as person: Person?, key: String, _ json: JSON) async throws -> Response {
        try await self.post(path, as: person, key: key, json.text)
    }

    package func patch(_ path: String, as person: Person?, version: Int?, _ json: JSON) async throws -> Response {
        try await self.patch(path, as: person, version: version, json.text)
    }

    package func put(_ path: String, as person: Person?, version: Int?, _ json: JSON) async throws -> Response {
        try await self.put(path, as: person, version: version, json.text)
    }

    package func post(_ path: String, as person: Person?, document: String, type: String = "text/plain") async throws
        -> Response
    {
        try await self.request(.POST, path, as: person, body: Array(document.utf8), type: type)
    }

    package func admin(_ path: String) async throws -> (status: Int, text: String) {
        let response = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: "http://127.0.0.1:\(self.adminPort)\(path)"), timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 1_048_576)
        return (Int(response.status.code), String(decoding: bytes.readableBytesView, as: UTF8.self))
    }
}

/// Every request and answer of the tests, for `deploy/test` to hold against openapi.yaml. Written to the file that
/// `SAMVERKAN_EXCHANGES` names.
enum Exchanges {
    private static let file: Mutex<FileHandle?> = {
        guard let path = ProcessInfo.processInfo.environment["SAMVERKAN_EXCHANGES"] else { return Mutex(nil) }
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return Mutex(FileHandle(forWritingAtPath: path))
    }()

    private struct Exchange: Encodable {
        let method: String
        let path: String
        let request: String?
        let status: Int
        let headers: [String: String]
        let body: String
    }

    static func record(method: String, path: String, request: [UInt8]?, _ answer: TestServer.Response) {
        self.file.withLock { file in
            guard let file else { return }
            let exchange = Exchange(
                method: method, path: path, request: request.flatMap { String(validating: $0, as: UTF8.self) },
                status: answer.status,
                headers: Dictionary(
                    answer.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }),
                body: answer.text)
            guard let data = try? JSONEncoder().encode(exchange) else { return }
            file.write(data + Data("\n".utf8))
        }
    }
}
