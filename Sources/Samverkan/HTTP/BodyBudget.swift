import Synchronization

/// How many bytes of bodies are in memory at once: of all, and of one municipality, so that none takes the others'
/// room. Small bodies are not counted; the number of connections bounds them.
final class BodyBudget: Sendable {
    static let bytes = 96 * 1_048_576
    /// Three files of the largest kind.
    static let bytesOfOne = 32 * 1_048_576

    private struct State {
        var taken = 0
        var byTenant: [String: Int] = [:]
    }

    private let state = Mutex(State())

    func take(_ bytes: Int, for tenant: String) -> Bool {
        self.state.withLock { state in
            let own = state.byTenant[tenant, default: 0]
            guard state.taken + bytes <= Self.bytes, own + bytes <= Self.bytesOfOne else { return false }
            state.taken += bytes
            state.byTenant[tenant] = own + bytes
            return true
        }
    }

    func giveBack(_ bytes: Int, of tenant: String) {
        self.state.withLock { state in
            state.taken -= bytes
            let left = state.byTenant[tenant, default: 0] - bytes
            state.byTenant[tenant] = left > 0 ? left : nil
        }
    }
}
