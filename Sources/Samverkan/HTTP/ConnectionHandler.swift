import HTTPTypes
import NIOCore
import NIOHTTP1

/// Watches over one connection below everything that answers: refuses what is no proper HTTP request, gives a body its
/// time, and as long to a client that reads nothing of what is sent, ends a connection whose body nobody read, and
/// tells when the client has left.
///
/// A client that closes its sending side has left: nobody keeps half a connection open to read an answer.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let connection: ClientConnection
    private let connections: Connections
    private let bodyPatience: TimeAmount
    private var address = ""
    /// Requests of which the head, the end, and the answer's end have passed.
    private var (begun, complete, answered) = (0, 0, 0)
    /// The request after whose answer the connection ends.
    private var last: Int?
    private var isAnswering = false
    private var expectsContinue = false
    /// Nothing more is read or answered.
    private var isEnding = false
    private var unread = 0
    private var bodyTimer: Scheduled<Void>?
    private var answerTimer: Scheduled<Void>?
    private var unreadTimer: Scheduled<Void>?

    /// A client takes an answer that is sent in parts within this time; any other is on its way at once.
    private static let answerPatience = TimeAmount.minutes(5)
    private static let partBytes = 65_536
    /// A client may send this much after the answer that ends its connection, and take this long, so that it sees the
    /// answer.
    private static let lingering = (bytes: 16_777_216, time: TimeAmount.seconds(5))

    init(_ connection: ClientConnection, _ connections: Connections, bodyPatience: TimeAmount) {
        self.connection = connection
        self.connections = connections
        self.bodyPatience = bodyPatience
    }

    // MARK: The connection

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { self.open(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        self.open(context)
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard self.address.isEmpty else { return }
        self.address = context.channel.remoteAddress?.ipAddress ?? "unknown"
        if !self.connections.open(context.channel, from: self.address) {
            // Not for long: those that are too many would be many.
            self.refuse(
                context,
                Problem(
                    .overloaded, "There are as many connections as the service accepts.", headers: [.retryAfter: "1"]),
                lingering: .milliseconds(200))
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.connections.close(context.channel, from: self.address)
        self.bodyTimer?.cancel()
        self.answerTimer?.cancel()
        self.unreadTimer?.cancel()
        self.connection.leave()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            self.connection.leave()
            if self.isEnding { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        self.unreadTimer?.cancel()
        self.unreadTimer = nil
        if !context.channel.isWritable {
            let channel = context.channel
            self.unreadTimer = context.eventLoop.scheduleTask(in: self.bodyPatience) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if self.isEnding {
            switch self.unwrapInboundIn(data) {
            case .body(let bytes) where self.unread + bytes.readableBytes <= Self.lingering.bytes:
                self.unread += bytes.readableBytes
            default: context.close(promise: nil)
            }
            return
        }
        // Behind the last request that is answered nothing is begun: nobody would know of it.
        if let last, self.complete >= last { return }
        switch self.unwrapInboundIn(data) {
        case .head(let head):
            self.begun += 1
            if let problem = Self.fault(head) { return self.refuse(context, problem) }
            self.connection.arrive()
            // Behind a request that would change the protocol the decoder reads nothing more.
            if !head.isKeepAlive || head.version != .http1_1 || head.headers.contains(name: "upgrade")
                || head.method == .CONNECT
            {
                self.last = self.last ?? self.begun
            }
            self.expectsContinue = head.headers.first(name: "expect")?.lowercased() == "100-continue"
            if head.headers.contains(name: "content-length") || head.headers.contains(name: "transfer-encoding") {
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                self.bodyTimer = context.eventLoop.scheduleTask(in: self.bodyPatience) {
                    let (handler, context) = bound.value
                    handler.bodyIsLate(context)
                }
            }
        case .body: break
        case .end:
            self.complete += 1
            self.expectsContinue = false
            self.bodyTimer?.cancel()
            self.bodyTimer = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Nobody behind asks for more; what still comes is taken and thrown away, or the client's system would throw
        // away the answer.
        if self.isEnding { context.read() }
        context.fireChannelReadComplete()
    }

    /// What makes a request none that is answered, from its head alone.
    private static func fault(_ head: HTTPRequestHead) -> Problem? {
        let hosts = head.headers["host"].count
        if hosts > 1 || (hosts == 0 && head.version == .http1_1) {
            return Problem(.invalidParameter, "A request names its host once.")
        }
        let encodings = head.headers["transfer-encoding"]
        if !encodings.isEmpty {
            if encodings.count > 1 || encodings[0].lowercased() != "chunked" {
                return Problem(.notImplemented, "Of transfer encodings only «chunked» is known here.")
            }
            if head.headers.contains(name: "content-length") {
                return Problem(.invalidParameter, "A body has a length or is chunked, not both.")
            }
        }
        return nil
    }

    private func bodyIsLate(_ context: ChannelHandlerContext) {
        guard self.complete < self.begun, !self.isEnding else { return }
        self.connection.leave()
        if self.isAnswering { return context.close(promise: nil) }
        self.refuse(context, Problem(.bodyTooSlow, "The body did not come in time."))
    }

    /// Answers by itself and ends the connection; what is behind it does not see the request, or is no longer listened
    /// to.
    private func refuse(_ context: ChannelHandlerContext, _ problem: Problem, lingering: TimeAmount = lingering.time) {
        guard self.answered >= self.begun - 1, !self.isAnswering else { return context.close(promise: nil) }
        let body = problem.json(instance: "")
        var headers: HTTPHeaders = [
            "Content-Type": Problem.mediaType, "Content-Length": "\(body.readableBytes)", "Connection": "close",
            "Cache-Control": "no-store",
        ]
        for field in problem.headers { headers.add(name: field.name.rawName, value: field.value) }
        for field in ProtectiveHeaders.all { headers.add(name: field.name.rawName, value: field.value) }
        headers.add(name: "traceparent", value: TraceContext(continuing: nil).header)
        context.write(
            self.wrapOutboundOut(
                .head(.init(version: .http1_1, status: .init(statusCode: problem.code.status), headers: headers))),
            promise: nil)
        context.write(self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        self.writeLast(context, self.wrapOutboundOut(.end(nil)), nil, lingering: lingering)
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if self.isEnding {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch self.unwrapOutboundIn(data) {
        case .head(var head):
            self.isAnswering = true
            if let length = head.headers.first(name: "content-length").flatMap(Int.init), length > Self.partBytes {
                self.awaitTaking(context)
            }
            // A body that was not read to its end is not waited for: it may be a gigabyte.
            if self.complete <= self.answered || self.connections.isDraining {
                self.last = min(self.last ?? .max, self.answered + 1)
            }
            if self.last == self.answered + 1 { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            context.write(self.wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            self.isAnswering = false
            self.answered += 1
            if self.last == self.answered {
                self.writeLast(
                    context, data, promise, lingering: self.complete < self.begun ? Self.lingering.time : nil)
            } else {
                self.answerTimer?.cancel()
                self.answerTimer = nil
                context.write(data, promise: promise)
            }
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyIsWanted else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if self.expectsContinue, !self.isAnswering, !self.isEnding, self.answered == self.begun - 1 {
            self.expectsContinue = false
            context.writeAndFlush(
                self.wrapOutboundOut(.head(.init(version: .http1_1, status: .continue))), promise: nil)
        }
        promise?.succeed()
    }

    private func awaitTaking(_ context: ChannelHandlerContext) {
        let channel = context.channel
        self.answerTimer = context.eventLoop.scheduleTask(in: Self.answerPatience) { channel.close(promise: nil) }
    }

    /// The end of the last answer. The connection ends when the client's system has taken it all: a close throws away
    /// what still waits to be sent.
    private func writeLast(
        _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?, lingering: TimeAmount?
    ) {
        self.bodyTimer?.cancel()
        if self.answerTimer == nil { self.awaitTaking(context) }
        let sent = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        sent.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.end(context, lingering: lingering)
        }
        context.writeAndFlush(data, promise: sent)
    }

    /// - Parameter lingering: the client may still be sending; closed at once, or only on our side, it might never see
    ///   the answer.
    private func end(_ context: ChannelHandlerContext, lingering: TimeAmount?) {
        self.isEnding = true
        self.answerTimer?.cancel()
        guard let lingering else { return context.close(promise: nil) }
        context.read()
        let channel = context.channel
        context.eventLoop.scheduleTask(in: lingering) { channel.close(promise: nil) }
    }
}
