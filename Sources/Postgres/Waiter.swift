import Synchronization

/// Somebody who waits for an answer, since when, and whether they still do.
///
/// When they leave, what of theirs is queued is dropped, and what runs is cancelled if it only reads.
package final class Waiter: Sendable {
    private struct State {
        var arrived: Int
        var hasLeft = false
        var last = 0
        var actions: [Int: @Sendable () -> Void] = [:]
    }

    private let state: Mutex<State>

    package init(arrived: Int = Waiter.now) { self.state = Mutex(State(arrived: arrived)) }

    /// The monotonic clock, in milliseconds.
    package static var now: Int { monotonicMilliseconds() }

    /// Since when, on the monotonic clock, in milliseconds.
    package var arrived: Int { self.state.withLock { $0.arrived } }

    /// What they wait for begins only now: their request is complete, or a part of it that has limits of its own is
    /// done.
    package func restart() { self.state.withLock { $0.arrived = monotonicMilliseconds() } }

    package var hasLeft: Bool { self.state.withLock { $0.hasLeft } }

    /// Called by whoever notices that nobody waits any more; any thread, any number of times.
    package func leave() {
        let actions = self.state.withLock { state in
            state.hasLeft = true
            let actions = Array(state.actions.values)
            state.actions = [:]
            return actions
        }
        for action in actions { action() }
    }

    /// Runs `operation`, and `onLeaving` should they leave meanwhile: at once, on the thread of whoever noticed.
    /// - Throws: `CancellationError` when they have left already.
    package func whileWaiting<T>(_ onLeaving: @escaping @Sendable () -> Void, _ operation: () async throws -> T)
        async throws -> T
    {
        let number: Int? = self.state.withLock { state in
            if state.hasLeft { return nil }
            state.last += 1
            state.actions[state.last] = onLeaving
            return state.last
        }
        guard let number else { throw CancellationError() }
        defer { self.state.withLock { _ = $0.actions.removeValue(forKey: number) } }
        return try await operation()
    }
}
