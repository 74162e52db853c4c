import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

/// What one request carries with it.
struct ServiceRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Address of whoever opened the connection, without port.
    let peerAddress: String?
    /// W3C Trace Context of this request; the outermost middleware sets it.
    var trace: TraceContext
    /// Who waits for the answer.
    let waiter: Waiter
    /// What its body takes of the memory for bodies.
    let heldBody = HeldBody()
    private let channel: any Channel

    init(source: Source) {
        self.coreContext = .init(source: source)
        self.peerAddress = source.channel.remoteAddress?.ipAddress
        self.trace = .none
        self.waiter = ClientConnection.current?.begin() ?? Waiter()
        self.channel = source.channel
    }

    /// Lets a client send a body that it holds back until it is wanted.
    func askForBody() {
        self.channel.triggerUserOutboundEvent(BodyIsWanted(), promise: nil)
    }
}
