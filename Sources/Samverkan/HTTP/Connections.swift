import NIOCore
import Postgres
import Synchronization

/// Every open connection of the API: how many each address has, and whether they are being closed.
final class Connections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var byAddress: [String: Int] = [:]
        var isDraining = false
    }

    private let state = Mutex(State())
    private let perAddress: Int
    private let limit: Int
    private let trusted: Set<String>

    /// - Parameters:
    ///   - perAddress: connections that one address may have open.
    ///   - limit: connections of all.
    ///   - trusted: addresses of proxies, which speak for many.
    init(perAddress: Int, limit: Int, trusted: Set<String>) {
        self.perAddress = perAddress
        self.limit = limit
        self.trusted = trusted
    }

    /// - Returns: whether the connection may stay.
    func open(_ channel: any Channel, from address: String) -> Bool {
        self.state.withLock { state in
            let known = state.byAddress[address, default: 0]
            if state.channels.count >= self.limit || (known >= self.perAddress && !self.trusted.contains(address)) {
                return false
            }
            state.byAddress[address] = known + 1
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
    }

    func close(_ channel: any Channel, from address: String) {
        self.state.withLock { state in
            guard state.channels.removeValue(forKey: ObjectIdentifier(channel)) != nil else { return }
            let left = state.byAddress[address, default: 0] - 1
            state.byAddress[address] = left > 0 ? left : nil
        }
    }

    var count: Int { self.state.withLock { $0.channels.count } }
    /// The server is about to end: each answer is its connection's last.
    var isDraining: Bool { self.state.withLock { $0.isDraining } }
    func drain() { self.state.withLock { $0.isDraining = true } }

    /// Ends what has not ended by itself.
    func closeAll() {
        for channel in self.state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
    }
}
