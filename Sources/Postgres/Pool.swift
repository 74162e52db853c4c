import CLibPQ
import DequeModule
import Glibc

/// A few threads, each owning one ``Connection``, behind one `async` call.
///
/// Calls wait in a bounded queue that is fair between tenants: a free connection takes the oldest call of the tenant
/// whose turn it is, so one tenant's rush does not make the others wait. Past the bound a call is refused at once.
/// A lost connection is opened again with a growing pause; while none is open calls are refused at once.
/// Cancelling the calling task cancels its statements in the server.
public final class Pool: Sendable {
    private let settings: ConnectionSettings
    private let queueLimit: Int
    private let monitor = Monitor()
    /// What the threads share; touched only inside `monitor.withLock`.
    private let state: State
    /// Idle connections wait here for work.
    private let work = Monitor.Condition()
    /// Everyone else: a pause before reconnecting, a cancel under way, the end of the threads.
    private let change = Monitor.Condition()

    private static let firstPause = 50
    private static let longestPause = 400
    /// How often an idle connection is looked at, in milliseconds.
    private static let healthInterval = 1_000

    /// - Parameters:
    ///   - size: connections, and threads. Four reach the plateau on two cores; more worsen the tail.
    ///   - queueLimit: calls that may wait; one more is refused with ``PostgresError/queueFull``.
    public init(_ settings: ConnectionSettings, size: Int = 4, queueLimit: Int = 256) {
        self.settings = settings
        self.queueLimit = queueLimit
        self.state = State(threads: size)
        for _ in 0..<size {
            startThread { [self] in self.connectAndServe() }
        }
    }

    /// Runs the statements as one transaction in one round trip; see ``Connection/run(_:snapshot:)``.
    ///
    /// - Parameter tenant: whose turn in the queue it is; any text.
    /// - Throws: ``PostgresError``, or `CancellationError` when the task was cancelled.
    public func run(_ statements: [Statement], tenant: String = "", snapshot: Bool = false) async throws -> [QueryResult] {
        let job = Job(statements: statements, snapshot: snapshot)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let refusal: (any Error)? = self.monitor.withLock {
                    if job.isCancelled { return CancellationError() }
                    if self.state.isStopping || self.state.isAway { return PostgresError.unavailable }
                    if self.state.waiting >= self.queueLimit { return PostgresError.queueFull }
                    job.continuation = continuation
                    self.state.enqueue(job, tenant: tenant)
                    return nil
                }
                if let refusal { continuation.resume(throwing: refusal) } else { self.work.wakeOne() }
            }
        } onCancel: {
            self.cancel(job)
        }
    }

    /// Connections that are open now.
    public var connected: Int { self.monitor.withLock { self.state.connected } }
    /// Calls waiting for a connection now.
    public var waiting: Int { self.monitor.withLock { self.state.waiting } }

    /// Lets what was accepted finish, then closes every connection. Later calls are refused. Blocks until that is done.
    public func shutDown() {
        self.monitor.withLock {
            self.state.isStopping = true
            self.work.wakeAll()
            self.change.wakeAll()
            while self.state.threads > 0 { self.change.wait(in: self.monitor) }
        }
    }

    private func cancel(_ job: Job) {
        var waiting: CheckedContinuation<[QueryResult], any Error>?
        var handle: OpaquePointer?
        self.monitor.withLock {
            job.isCancelled = true
            if job.isQueued {
                // Stays in its queue as an empty place that the threads skip.
                job.isQueued = false
                self.state.waiting -= 1
                waiting = job.continuation
                job.continuation = nil
            } else if let running = job.cancelHandle {
                job.cancelsUnderWay += 1
                handle = running
            }
        }
        waiting?.resume(throwing: CancellationError())
        if let handle {
            // PQcancel opens a connection of its own and waits for it: not on the thread of whoever cancelled. The
            // handle lives until `cancelsUnderWay` is back at zero.
            nonisolated(unsafe) let handle = handle
            startThread { [self] in
                var message = [CChar](repeating: 0, count: 256)
                _ = PQcancel(handle, &message, Int32(message.count))
                self.monitor.withLock {
                    job.cancelsUnderWay -= 1
                    self.change.wakeAll()
                }
            }
        }
    }

    // MARK: The threads

    private func connectAndServe() {
        var pause = Self.firstPause
        var isStopping = false
        while !isStopping {
            do {
                let connection = try Connection(self.settings)
                pause = Self.firstPause
                self.monitor.withLock {
                    self.state.connected += 1
                    self.state.isAway = false
                }
                isStopping = self.serve(connection)
                self.monitor.withLock { self.state.connected -= 1 }
            } catch {
                isStopping = self.pauseAfterFailure(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        self.monitor.withLock {
            self.state.threads -= 1
            self.change.wakeAll()
        }
    }

    /// Refuses those who wait when no connection is left, then waits before the next attempt.
    /// - Returns: whether the pool is stopping.
    private func pauseAfterFailure(milliseconds: Int) -> Bool {
        let refused = self.monitor.withLock { () -> [Job] in
            guard self.state.connected == 0 else { return [] }
            self.state.isAway = true
            return self.state.removeAll()
        }
        for job in refused { job.finish(.failure(PostgresError.unavailable)) }
        let deadline = monotonicMilliseconds() + milliseconds
        return self.monitor.withLock {
            while !self.state.isStopping {
                let left = deadline - monotonicMilliseconds()
                if left <= 0 { break }
                self.change.wait(in: self.monitor, milliseconds: left)
            }
            return self.state.isStopping
        }
    }

    private enum Turn {
        case run(Job)
        case look
        case stop
    }

    /// Runs jobs until the connection is lost or the pool stops.
    /// - Returns: whether the pool is stopping.
    private func serve(_ connection: Connection) -> Bool {
        while true {
            let turn = self.monitor.withLock { () -> Turn in
                while true {
                    if let job = self.state.next() { return .run(job) }
                    if self.state.isStopping { return .stop }
                    if !self.work.wait(in: self.monitor, milliseconds: Self.healthInterval) { return .look }
                }
            }
            switch turn {
            case .stop:
                return true
            case .look:
                if !connection.isAlive { return false }
            case .run(let job):
                guard connection.isAlive else {
                    // The server went away while this connection was idle. Nothing was sent, so the call goes back to
                    // the head of its queue.
                    self.giveBack(job)
                    return false
                }
                if !self.run(job, on: connection) { return false }
            }
        }
    }

    private func giveBack(_ job: Job) {
        let isCancelled = self.monitor.withLock { () -> Bool in
            if !job.isCancelled { self.state.putBack(job) }
            return job.isCancelled
        }
        if isCancelled { job.finish(.failure(CancellationError())) } else { self.work.wakeOne() }
    }

    /// - Returns: whether the connection can be used again.
    private func run(_ job: Job, on connection: Connection) -> Bool {
        let handle = connection.cancelHandle()
        defer { PQfreeCancel(handle) }
        let isCancelledBefore = self.monitor.withLock { () -> Bool in
            job.cancelHandle = handle
            return job.isCancelled
        }
        var outcome: Result<[QueryResult], any Error> = .failure(CancellationError())
        if !isCancelledBefore {
            do {
                outcome = .success(try connection.run(job.statements, snapshot: job.snapshot))
            } catch {
                outcome = .failure(error)
            }
        }
        let isCancelled = self.monitor.withLock { () -> Bool in
            job.cancelHandle = nil
            // A cancel that is still on its way must not hit the next call on this connection.
            while job.cancelsUnderWay > 0 { self.change.wait(in: self.monitor) }
            return job.isCancelled
        }
        var isUsable = true
        if case .failure(let error as PostgresError) = outcome {
            if error == .connectionLost { isUsable = false }
            if isCancelled, error.sqlState == "57014" { outcome = .failure(CancellationError()) }
        }
        if isCancelled, isUsable {
            // The backend may be about to read the signal: let it, on a statement of ours.
            _ = try? connection.run(["select 1"])
            isUsable = connection.isAlive
        }
        job.finish(outcome)
        return isUsable
    }

    // MARK: What the threads share

    /// `@unchecked Sendable` is safe: touched only inside `monitor.withLock`.
    private final class State: @unchecked Sendable {
        var queues: [String: Deque<Job>] = [:]
        /// Tenants with waiting calls, in the order of their turns.
        var turns: Deque<String> = []
        var waiting = 0
        var connected = 0
        /// No connection is open and the last attempt to open one failed.
        var isAway = false
        var isStopping = false
        /// Threads that have not ended.
        var threads: Int

        init(threads: Int) { self.threads = threads }

        func enqueue(_ job: Job, tenant: String) {
            job.tenant = tenant
            job.isQueued = true
            if self.queues[tenant] == nil { self.turns.append(tenant) }
            self.queues[tenant, default: []].append(job)
            self.waiting += 1
        }

        func putBack(_ job: Job) {
            job.isQueued = true
            if self.queues[job.tenant] == nil { self.turns.prepend(job.tenant) }
            self.queues[job.tenant, default: []].prepend(job)
            self.waiting += 1
        }

        func next() -> Job? {
            while let tenant = self.turns.popFirst() {
                guard let job = self.queues[tenant]?.popFirst() else {
                    self.queues[tenant] = nil
                    continue
                }
                if self.queues[tenant]?.isEmpty == true { self.queues[tenant] = nil } else { self.turns.append(tenant) }
                // A cancelled call has left an empty place.
                guard job.isQueued else { continue }
                job.isQueued = false
                self.waiting -= 1
                return job
            }
            return nil
        }

        func removeAll() -> [Job] {
            var jobs: [Job] = []
            while let job = self.next() { jobs.append(job) }
            return jobs
        }
    }

    /// `@unchecked Sendable` is safe: its changing parts are touched only under the pool's lock, and the continuation is
    /// taken once, by whoever ends the job.
    private final class Job: @unchecked Sendable {
        let statements: [Statement]
        let snapshot: Bool
        var tenant = ""
        var continuation: CheckedContinuation<[QueryResult], any Error>?
        var isQueued = false
        var isCancelled = false
        var cancelHandle: OpaquePointer?
        var cancelsUnderWay = 0

        init(statements: [Statement], snapshot: Bool) {
            self.statements = statements
            self.snapshot = snapshot
        }

        func finish(_ outcome: Result<[QueryResult], any Error>) {
            self.continuation?.resume(with: outcome)
            self.continuation = nil
        }
    }
}
