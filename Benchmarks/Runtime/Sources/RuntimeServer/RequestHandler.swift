import NIOCore
import NIOHTTP1

/// Answers the requests of one connection, one after another.
///
/// - `POST /v1/messages` is answered with a message or, where events are wanted, with as many as `?events=` says;
///   `&together=` says how many of them are sent at a time.
/// - `GET /v1/contents/{size}` is answered with as many bytes.
/// - `PUT /v1/contents` is answered with the number of bytes that came.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var head: HTTPRequestHead?
    private var received = 0

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            received = 0
        case .body(let buffer):
            received += buffer.readableBytes
        case .end:
            guard let head else { return }
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let parts = head.uri.split(separator: "?", maxSplits: 1)
        let path = parts.first ?? ""
        if path == "/v1/messages", head.headers.first(name: "accept") == "text/event-stream" {
            let query = Dictionary(
                (parts.dropFirst().first ?? "").split(separator: "&").map { pair in
                    let ends = pair.split(separator: "=", maxSplits: 1)
                    return (String(ends[0]), Int(ends.last ?? "") ?? 0)
                },
                uniquingKeysWith: { $1 }
            )
            let events = ServerContent.events(query["events"] ?? 1, together: query["together"] ?? 1)
            send("text/event-stream", length: nil, events, context)
        } else if path == "/v1/messages" {
            send("application/json", ServerContent.message, context)
        } else if path == "/v1/contents" {
            send("application/json", Array(#"{"bytes":\#(received)}"#.utf8), context)
        } else if let size = Int(path.split(separator: "/").last ?? "") {
            send("application/octet-stream", length: size, ServerContent.bytes(size), context)
        } else {
            context.close(promise: nil)
        }
    }

    private func send(_ type: String, _ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(ServerContent.head(type, length: bytes.count))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Sends a content chunk by chunk, each of them when the one before has been written.
    private func send(
        _ type: String,
        length: Int?,
        _ chunks: some IteratorProtocol<ByteBuffer>,
        _ context: ChannelHandlerContext
    ) {
        context.writeAndFlush(wrapOutboundOut(.head(ServerContent.head(type, length: length))), promise: nil)
        sendRest(chunks, context)
    }

    private func sendRest(_ chunks: some IteratorProtocol<ByteBuffer>, _ context: ChannelHandlerContext) {
        var rest = chunks
        guard let chunk = rest.next() else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            return
        }
        let eventLoop = context.eventLoop
        let written = eventLoop.makePromise(of: Void.self)
        let box = NIOLoopBound((self, rest, context), eventLoop: eventLoop)
        written.futureResult.whenSuccess {
            // In a turn of its own: a long content would be a deep recursion.
            eventLoop.execute {
                let (handler, rest, context) = box.value
                handler.sendRest(rest, context)
            }
        }
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(chunk))), promise: written)
    }
}
