import Synchronization

/// What one request has of the budget, until it is answered.
final class HeldBody: Sendable {
    private let held = Mutex<(budget: BodyBudget, tenant: String, bytes: Int)?>(nil)

    /// - Returns: whether there was room.
    func hold(_ bytes: Int, of budget: BodyBudget, for tenant: String) -> Bool {
        self.held.withLock { held in
            guard budget.take(bytes, for: tenant) else { return false }
            held = (budget, tenant, (held?.bytes ?? 0) + bytes)
            return true
        }
    }

    deinit {
        self.held.withLock { held in
            if let held { held.budget.giveBack(held.bytes, of: held.tenant) }
        }
    }
}
