import HTTPTypes
import NIOPosix
import Synchronization

/// Decodes large bodies one after the other on a thread of its own, so that they never hold up those that serve.
final class Decoding: Sendable {
    private let pool: NIOThreadPool
    private let waiting = Mutex(0)
    /// Bodies that may wait; one of a megabyte takes a second.
    private static let limit = 16

    init() {
        self.pool = NIOThreadPool(numberOfThreads: 1)
        self.pool.start()
    }

    /// - Throws: what `decode` throws, or ``Problem`` `overloaded`.
    func run<T: Sendable>(_ decode: @escaping @Sendable () throws -> T) async throws -> T {
        let isAccepted = self.waiting.withLock { waiting in
            if waiting >= Self.limit { return false }
            waiting += 1
            return true
        }
        guard isAccepted else {
            throw Problem(
                .overloaded, "As many large bodies are being read as the service accepts; try again shortly.",
                headers: [.retryAfter: "2"])
        }
        defer { self.waiting.withLock { $0 -= 1 } }
        return try await self.pool.runIfActive(decode)
    }
}
