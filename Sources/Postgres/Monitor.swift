import Glibc

/// A lock with conditions to wait on. (The standard library's `Mutex` has none.)
///
/// `@unchecked Sendable` is safe: the pointers never change, and POSIX makes their targets safe for threads.
final class Monitor: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init() {
        self.mutex = .allocate(capacity: 1)
        pthread_mutex_init(self.mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(self.mutex)
        self.mutex.deallocate()
    }

    func withLock<T>(_ body: () throws -> T) rethrows -> T {
        pthread_mutex_lock(self.mutex)
        defer { pthread_mutex_unlock(self.mutex) }
        return try body()
    }

    /// One reason to wait. Each has waiters of one sort only, so that waking one of them never wakes the wrong one.
    ///
    /// `@unchecked Sendable` is safe for the same reason as the monitor's.
    final class Condition: @unchecked Sendable {
        private let condition: UnsafeMutablePointer<pthread_cond_t>

        init() {
            self.condition = .allocate(capacity: 1)
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            pthread_cond_init(self.condition, &attributes)
            pthread_condattr_destroy(&attributes)
        }

        deinit {
            pthread_cond_destroy(self.condition)
            self.condition.deallocate()
        }

        /// Waits to be woken, giving up the lock meanwhile. Only inside the monitor's `withLock`.
        /// - Returns: false when the time ran out.
        @discardableResult
        func wait(in monitor: Monitor, milliseconds: Int? = nil) -> Bool {
            guard let milliseconds else { return pthread_cond_wait(self.condition, monitor.mutex) == 0 }
            var deadline = timespec()
            clock_gettime(CLOCK_MONOTONIC, &deadline)
            deadline.tv_sec += milliseconds / 1_000
            deadline.tv_nsec += (milliseconds % 1_000) * 1_000_000
            if deadline.tv_nsec >= 1_000_000_000 {
                deadline.tv_sec += 1
                deadline.tv_nsec -= 1_000_000_000
            }
            return pthread_cond_timedwait(self.condition, monitor.mutex, &deadline) == 0
        }

        func wakeOne() { pthread_cond_signal(self.condition) }
        func wakeAll() { pthread_cond_broadcast(self.condition) }
    }
}

package func monotonicMilliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
}

/// Starts a detached thread that runs `body` once.
func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body))
    let code = pthread_create(
        &thread, nil,
        { argument in
            if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
    precondition(code == 0, "a thread could not be started (\(code))")
    pthread_detach(thread)
}
