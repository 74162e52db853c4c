import CLibPQ
import DequeModule
import Glibc

/// A few threads, each owning one ``Connection``, behind one `async` call.
///
/// Calls wait in a bounded queue that is fair between tenants: a free connection takes the oldest call of the tenant
/// whose turn it is, and one tenant never holds all connections while another waits. When the queue is full, the tenant
/// with the most waiting calls loses its newest to make room for another's; a call of that tenant itself is refused. A
/// lost connection is opened again with a growing pause; while none is open calls are refused at once. A call that only
/// reads and whose connection was lost is run once more. Every call has a deadline, whatever the database does: one in
/// the queue is dropped, one that runs is given up together with its connection. Cancelling the calling task cancels
/// its statements in the server.
package final class Pool: Sendable {
    private let settings: ConnectionSettings
    private let queueLimit: Int
    private let patience: Patience
    /// Connections that calls may hold that write. One more is open, so that commits that wait never keep readers
    /// waiting.
    private let writers: Int
    /// Connections that one tenant may hold while others wait.
    private let shareOfOne: Int
    private let discardOn: Set<String>
    private let onFailure: @Sendable (PostgresError) -> Void
    private let monitor = Monitor()
    /// What the threads share; touched only inside `monitor.withLock`.
    private let state: State
    /// Idle connections wait here for work.
    private let work = Monitor.Condition()
    /// The canceller waits here.
    private let cancels = Monitor.Condition()
    /// Everyone else: a pause before reconnecting, a cancel under way, the end of the threads.
    private let change = Monitor.Condition()

    /// How long calls may take, in milliseconds.
    package struct Patience: Sendable {
        /// From the arrival of whoever waits for it.
        package var call: Int
        /// For a connection.
        package var queue: Int

        package init(call: Int = 10_000, queue: Int = 10_000) {
            self.call = call
            self.queue = queue
        }
    }

    private static let firstPause = 50
    private static let longestPause = 400
    /// How long a cancel may take before its connection is given up, in milliseconds.
    private static let cancelPatience = 2_000
    /// How long calls wait for a first or new connection before they are refused, in milliseconds.
    private static let connectPatience = 250
    /// How often an idle connection is looked at, in milliseconds.
    private static let healthInterval = 1_000
    /// How often the queue is looked through for calls that have waited too long, in milliseconds.
    private static let queueInterval = 100

    /// - Parameters:
    ///   - size: connections that calls may hold that write; one more is open. Four reach the plateau on two cores;
    ///     more worsen the
    ///     tail.
    ///   - queueLimit: calls that may wait; one more is refused with ``PostgresError/queueFull``.
    ///   - discardOn: SQLSTATEs after which a connection is not used again.
    ///   - onFailure: told of each failed attempt to connect; its reason names host, database and user.
    package init(
        _ settings: ConnectionSettings, size: Int = 4, queueLimit: Int = 256, patience: Patience = Patience(),
        discardOn: Set<String> = [],
        onFailure: @escaping @Sendable (PostgresError) -> Void = { _ in }
    ) {
        self.settings = settings
        self.queueLimit = queueLimit
        self.patience = patience
        self.writers = size
        self.shareOfOne = size
        self.discardOn = discardOn.union(Self.needsNewSession)
        self.onFailure = onFailure
        self.state = State(threads: size + 1)
        for _ in 0...size {
            startThread { [self] in self.connectAndServe() }
        }
        startThread { [self] in self.lookAfterQueue() }
        startThread { [self] in self.cancelInTurn() }
    }

    /// Runs the statements as one transaction in one round trip; see ``Connection/run(_:snapshot:deadline:)``.
    ///
    /// - Parameters:
    ///   - tenant: whose turn in the queue it is; any text.
    ///   - snapshot: only reads.
    ///   - waiter: who waits for it: since when, and whether they still do.
    ///   - milliseconds: another patience than the pool's, from now.
    /// - Throws: ``PostgresError``, or `CancellationError` when the task was cancelled or the waiter has left.
    package func run(
        _ statements: [Statement], tenant: String = "", snapshot: Bool = false, waiter: Waiter? = nil,
        within milliseconds: Int? = nil
    ) async throws -> [QueryResult] {
        let now = monotonicMilliseconds()
        let deadline = milliseconds.map { now + $0 } ?? (waiter?.arrived ?? now) + self.patience.call
        let job = Job(
            statements: statements, snapshot: snapshot, tenant: tenant, deadline: deadline,
            queuedUntil: min(deadline, now + self.patience.queue))
        guard let waiter else { return try await self.run(job) }
        return try await waiter.whileWaiting {
            self.cancel(job, evenIfItWrites: false)
        } _: {
            try await self.run(job)
        }
    }

    private func run(_ job: Job) async throws -> [QueryResult] {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                var displaced: Job?
                var canBegin = false
                let refusal: (any Error)? = self.monitor.withLock {
                    if job.isCancelled { return CancellationError() }
                    if self.state.isStopping || self.isAway { return PostgresError.unavailable }
                    if self.state.waiting >= self.queueLimit {
                        displaced = self.state.displaceNewest(for: job.tenant)
                        if displaced == nil { return PostgresError.queueFull }
                    }
                    job.continuation = continuation
                    self.state.enqueue(job)
                    // Else whoever ends a call that writes takes this one after it.
                    canBegin = job.snapshot || self.state.writing < self.writers
                    return nil
                }
                displaced?.finish(.failure(PostgresError.queueFull))
                if let refusal { continuation.resume(throwing: refusal) } else if canBegin { self.work.wakeOne() }
            }
        } onCancel: {
            self.cancel(job, evenIfItWrites: true)
        }
    }

    /// Connections that are open now.
    package var connected: Int { self.monitor.withLock { self.state.connected } }
    /// Calls waiting for a connection now.
    package var waiting: Int { self.monitor.withLock { self.state.waiting } }

    /// Lets what was accepted finish, then closes every connection. Later calls are refused. Blocks until that is done.
    package func shutDown() {
        self.monitor.withLock {
            self.state.isStopping = true
            self.work.wakeAll()
            self.change.wakeAll()
            while self.state.threads > 0 { self.change.wait(in: self.monitor) }
        }
    }

    /// Whether nobody should wait now. Under the lock.
    private var isAway: Bool {
        guard let since = self.state.disconnectedSince else { return false }
        return self.state.hasFailed || monotonicMilliseconds() - since > Self.connectPatience
    }

    private func cancel(_ job: Job, evenIfItWrites: Bool) {
        var waiting: CheckedContinuation<[QueryResult], any Error>?
        self.monitor.withLock {
            // What writes and runs is carried out: it may be done already.
            if !job.isQueued, job.isRunning, !job.snapshot, !evenIfItWrites { return }
            job.isCancelled = true
            if job.isQueued {
                self.state.remove(job)
                waiting = job.continuation
                job.continuation = nil
            } else if let handle = job.cancelHandle, job.cancelsUnderWay == 0 {
                job.cancelsUnderWay += 1
                self.state.cancels.append(Cancel(handle: handle, job: job))
                self.cancels.wakeOne()
            }
        }
        waiting?.resume(throwing: CancellationError())
    }

    /// PQcancel opens a connection of its own and waits for it, for ever when the database is silent: so on a thread of
    /// its own, one after the other. A job's handle lives until its `cancelsUnderWay` is back at zero.
    private func cancelInTurn() {
        while true {
            let next = self.monitor.withLock { () -> Cancel? in
                while self.state.cancels.isEmpty {
                    if self.state.isStopping, self.state.threads == 0 { return nil }
                    self.cancels.wait(in: self.monitor)
                }
                return self.state.cancels.popFirst()
            }
            guard let next else { return }
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(next.handle, &message, Int32(message.count))
            let isLast = self.monitor.withLock { () -> Bool in
                next.job.cancelsUnderWay -= 1
                self.change.wakeAll()
                return next.job.cancelsUnderWay == 0 && next.job.handleIsAbandoned
            }
            if isLast { PQfreeCancel(next.handle) }
        }
    }

    /// Refuses what has waited too long, while the connections may all be held by what the database doesn't answer.
    private func lookAfterQueue() {
        while true {
            let (expired, isOver) = self.monitor.withLock { () -> ([Job], Bool) in
                if self.state.threads > 0 { self.change.wait(in: self.monitor, milliseconds: Self.queueInterval) }
                return (self.state.removeExpired(monotonicMilliseconds()), self.state.threads == 0)
            }
            for job in expired { job.finish(.failure(PostgresError.waitedTooLong)) }
            if isOver { return }
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
                    self.state.hasFailed = false
                    self.state.disconnectedSince = nil
                }
                isStopping = self.serve(connection)
                self.monitor.withLock {
                    self.state.connected -= 1
                    if self.state.connected == 0 { self.state.disconnectedSince = monotonicMilliseconds() }
                }
            } catch {
                self.onFailure(error)
                isStopping = self.pauseAfterFailure(milliseconds: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
        let left = self.monitor.withLock { () -> [Job] in
            self.state.threads -= 1
            self.change.wakeAll()
            self.cancels.wakeAll()
            // A call that was given back while the last connections closed.
            return self.state.threads == 0 ? self.state.removeAll() : []
        }
        for job in left { job.finish(.failure(PostgresError.unavailable)) }
    }

    /// Refuses those who wait when no connection is left, then waits before the next attempt.
    /// - Returns: whether the pool is stopping.
    private func pauseAfterFailure(milliseconds: Int) -> Bool {
        let refused = self.monitor.withLock { () -> [Job] in
            guard self.state.connected == 0 else { return [] }
            self.state.hasFailed = true
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
                    if let job = self.state.next(limit: self.shareOfOne, writers: self.writers) { return .run(job) }
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
            if job.isCancelled { self.state.ended(job) } else { self.state.putBack(job) }
            return job.isCancelled
        }
        if isCancelled { job.finish(.failure(CancellationError())) } else { self.work.wakeOne() }
    }

    /// - Returns: whether the connection can be used again.
    private func run(_ job: Job, on connection: Connection) -> Bool {
        let handle = connection.cancelHandle()
        let isCancelledBefore = self.monitor.withLock { () -> Bool in
            job.cancelHandle = handle
            return job.isCancelled
        }
        var outcome: Result<[QueryResult], any Error> = .failure(CancellationError())
        if !isCancelledBefore {
            do {
                outcome = .success(try connection.run(job.statements, snapshot: job.snapshot, deadline: job.deadline))
            } catch {
                outcome = .failure(error)
            }
        }
        let failure: PostgresError? = if case .failure(let error as PostgresError) = outcome { error } else { nil }
        let (isCancelled, isRunAgain) = self.monitor.withLock { () -> (Bool, Bool) in
            job.cancelHandle = nil
            // Nothing was changed, so nothing is done twice.
            let again = failure == .connectionLost && job.snapshot && !job.isRunAgain && !job.isCancelled
            if again {
                job.isRunAgain = true
                self.state.putBack(job)
            } else {
                self.state.ended(job)
            }
            if failure == .timedOut, let handle, job.cancelsUnderWay == 0 {
                // Nobody waits for it any more; when the database wakes up, it need not go on with it.
                job.cancelsUnderWay += 1
                self.state.cancels.append(Cancel(handle: handle, job: job))
                self.cancels.wakeOne()
            }
            return (job.isCancelled, again)
        }
        // A call that waited for this one to end may be waiting: of a tenant that had its share, or one that writes.
        self.work.wakeOne()
        var isUsable = true
        if let failure {
            if [.connectionLost, .timedOut].contains(failure) || self.discardOn.contains(failure.sqlState ?? "") {
                isUsable = false
            }
            if isCancelled, failure.sqlState == "57014" { outcome = .failure(CancellationError()) }
        }
        if isRunAgain {
            // Another connection may have it already, with a handle of its own.
            PQfreeCancel(handle)
            return false
        }
        job.finish(outcome)
        // A cancel that is still on its way must not hit the next call on this connection; it holds the handle, too.
        let isSettled = self.monitor.withLock { () -> Bool in
            let deadline = monotonicMilliseconds() + Self.cancelPatience
            while isUsable, job.cancelsUnderWay > 0 {
                let left = deadline - monotonicMilliseconds()
                if left <= 0 { break }
                self.change.wait(in: self.monitor, milliseconds: left)
            }
            job.handleIsAbandoned = job.cancelsUnderWay > 0
            return !job.handleIsAbandoned
        }
        if isSettled { PQfreeCancel(handle) } else { return false }
        if isCancelled, isUsable {
            // The backend may be about to read the signal: let it, on a statement of ours.
            _ = try? connection.run(["select 1"], deadline: monotonicMilliseconds() + Self.cancelPatience)
            isUsable = connection.isAlive
        }
        return isUsable
    }

    /// The session no longer fits: a statement's result type changed under it, its prepared statements are gone, or it
    /// cannot write.
    private static let needsNewSession: Set = ["0A000", "26000", "25006"]

    // MARK: What the threads share

    /// `@unchecked Sendable` is safe: touched only inside `monitor.withLock`.
    private final class State: @unchecked Sendable {
        var queues: [String: Deque<Job>] = [:]
        /// Tenants with waiting calls, in the order of their turns.
        var turns: Deque<String> = []
        /// Calls of each tenant that run now.
        var running: [String: Int] = [:]
        var waiting = 0
        /// Calls that run now and may write.
        var writing = 0
        var cancels: Deque<Cancel> = []
        var connected = 0
        /// When the last connection was lost, or the pool made; nil while one is open.
        var disconnectedSince: Int? = monotonicMilliseconds()
        /// The last attempt to connect failed while none was open.
        var hasFailed = false
        var isStopping = false
        /// Threads that have not ended.
        var threads: Int

        init(threads: Int) { self.threads = threads }

        func enqueue(_ job: Job) {
            job.isQueued = true
            if self.queues[job.tenant] == nil { self.turns.append(job.tenant) }
            self.queues[job.tenant, default: []].append(job)
            self.waiting += 1
        }

        /// Back to the head of its queue; it was running.
        func putBack(_ job: Job) {
            self.ended(job)
            job.isQueued = true
            if self.queues[job.tenant] == nil { self.turns.prepend(job.tenant) }
            self.queues[job.tenant, default: []].prepend(job)
            self.waiting += 1
        }

        /// The next call, of the first tenant in turn that has fewer than `limit` calls running; a tenant alone may
        /// have all. While `writers` calls run that write, the next is one that reads.
        func next(limit: Int = .max, writers: Int = .max) -> Job? {
            for index in self.turns.indices {
                let tenant = self.turns[index]
                guard self.turns.count == 1 || self.running[tenant, default: 0] < limit,
                    let place = self.queues[tenant]?.firstIndex(where: { $0.snapshot || self.writing < writers }),
                    let job = self.queues[tenant]?.remove(at: place)
                else { continue }
                self.turns.remove(at: index)
                if self.queues[tenant]?.isEmpty == true { self.queues[tenant] = nil } else { self.turns.append(tenant) }
                job.isQueued = false
                job.isRunning = true
                self.waiting -= 1
                self.running[tenant, default: 0] += 1
                if !job.snapshot { self.writing += 1 }
                return job
            }
            return nil
        }

        func ended(_ job: Job) {
            job.isRunning = false
            let left = self.running[job.tenant, default: 0] - 1
            self.running[job.tenant] = left > 0 ? left : nil
            if !job.snapshot { self.writing -= 1 }
        }

        func removeExpired(_ now: Int) -> [Job] {
            if self.waiting == 0 { return [] }
            let expired = self.queues.values.flatMap { $0 }.filter { $0.queuedUntil <= now }
            for job in expired { self.remove(job) }
            return expired
        }

        func remove(_ job: Job) {
            self.queues[job.tenant]?.removeAll { $0 === job }
            if self.queues[job.tenant]?.isEmpty == true {
                self.queues[job.tenant] = nil
                self.turns.removeAll { $0 == job.tenant }
            }
            job.isQueued = false
            self.waiting -= 1
        }

        /// Takes the newest call out of the longest queue, when that is longer than the tenant's own would become.
        func displaceNewest(for tenant: String) -> Job? {
            guard let longest = self.queues.max(by: { $0.value.count < $1.value.count }),
                longest.value.count > (self.queues[tenant]?.count ?? 0) + 1, let newest = longest.value.last
            else { return nil }
            self.remove(newest)
            return newest
        }

        func removeAll() -> [Job] {
            var jobs: [Job] = []
            while let job = self.next() {
                self.ended(job)
                jobs.append(job)
            }
            return jobs
        }
    }

    /// A request to cancel what `job` runs.
    private struct Cancel {
        let handle: OpaquePointer
        let job: Job
    }

    /// `@unchecked Sendable` is safe: its changing parts are touched only under the pool's lock, and the continuation
    /// is taken once, by whoever ends the job.
    private final class Job: @unchecked Sendable {
        let statements: [Statement]
        let snapshot: Bool
        let tenant: String
        /// On the monotonic clock, in milliseconds.
        let deadline: Int
        let queuedUntil: Int
        var continuation: CheckedContinuation<[QueryResult], any Error>?
        var isQueued = false
        var isRunning = false
        var isRunAgain = false
        var isCancelled = false
        var cancelHandle: OpaquePointer?
        var cancelsUnderWay = 0
        /// Whoever ends the last cancel frees the handle.
        var handleIsAbandoned = false

        init(statements: [Statement], snapshot: Bool, tenant: String, deadline: Int, queuedUntil: Int) {
            self.deadline = deadline
            self.queuedUntil = queuedUntil
            self.tenant = tenant
            self.statements = statements
            self.snapshot = snapshot
        }

        func finish(_ outcome: Result<[QueryResult], any Error>) {
            self.continuation?.resume(with: outcome)
            self.continuation = nil
        }
    }
}
