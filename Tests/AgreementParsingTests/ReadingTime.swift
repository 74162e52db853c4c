import Foundation
import Synchronization
import Testing

/// Reads documents on one thread of its own, behind everything else: these tests do nothing but reckon, and on the
/// threads of the other tests they would hold up the servers that run there.
struct ReadingTime: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void)
        async throws
    {
        try await withTaskExecutorPreference(OneThread.shared) { try await function() }
    }
}

extension Trait where Self == ReadingTime {
    static var readingTime: Self { Self() }
}

private final class OneThread: TaskExecutor {
    static let shared = OneThread()

    private let jobs = Mutex<[UnownedJob]>([])
    private let waiting = DispatchSemaphore(value: 0)

    private init() {
        let thread = Thread { [unowned self] in
            // On Linux this is the calling thread alone.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 15)
            while true {
                self.waiting.wait()
                self.jobs.withLock { $0.removeFirst() }.runSynchronously(on: self.asUnownedTaskExecutor())
            }
        }
        // The cooperative threads have no less.
        thread.stackSize = 8 << 20
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        self.jobs.withLock { $0.append(job) }
        self.waiting.signal()
    }
}
