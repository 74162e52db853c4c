import NIOCore
import Postgres
import Synchronization

/// One client's connection, as the requests on it see it: who waits at its other end.
final class ClientConnection: Sendable {
    private struct State {
        var waiter: Waiter?
        /// When those came that stand behind the one that is answered.
        var arrivals = CircularBuffer<Int>()
        var hasLeft = false
    }

    private let state = Mutex(State())

    /// Of the request that this task answers.
    @TaskLocal static var current: ClientConnection?

    /// The head of a request has come.
    func arrive() { self.state.withLock { $0.arrivals.append(Waiter.now) } }

    /// A request begins to be answered; one at a time, and each has waited since it came.
    func begin() -> Waiter {
        let (waiter, hasLeft) = self.state.withLock { state in
            let waiter = Waiter(arrived: state.arrivals.popFirst() ?? Waiter.now)
            state.waiter = waiter
            return (waiter, state.hasLeft)
        }
        if hasLeft { waiter.leave() }
        return waiter
    }

    /// Nobody reads answers any more.
    func leave() {
        let waiter = self.state.withLock { state in
            state.hasLeft = true
            return state.waiter
        }
        waiter?.leave()
    }
}
