import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection of the API: HTTP/1.1 with a ``ConnectionHandler`` right above the bytes.
struct ServiceChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let asyncChannel: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
        let connection: ClientConnection
        var channel: any Channel { self.asyncChannel.channel }
    }

    private let http: HTTP1Channel
    private let connections: Connections
    private let bodyPatience: TimeAmount

    /// Headers of a request; a token has at most 8 kB.
    private static let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)

    static func builder(_ connections: Connections, bodySeconds: Int) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            ServiceChannel(
                http: HTTP1Channel(
                    responder: responder,
                    configuration: .init(idleTimeout: .seconds(60), httpDecoderConfiguration: Self.decoder)),
                connections: connections, bodyPatience: .seconds(Int64(bodySeconds)))
        }
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        self.http.setup(channel: channel, logger: logger).flatMapThrowing { asyncChannel in
            let connection = ClientConnection()
            let pipeline = channel.pipeline.syncOperations
            let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(
                ConnectionHandler(connection, self.connections, bodyPatience: self.bodyPatience),
                position: .before(codec))
            return Value(asyncChannel: asyncChannel, connection: connection)
        }
    }

    func handle(value: Value, logger: Logger) async {
        await ClientConnection.$current.withValue(value.connection) {
            await self.http.handle(value: value.asyncChannel, logger: logger)
        }
    }
}
