import NIOCore
import SDKRuntime

/// A step of what comes before HTTP on a connection: bytes that the client has to send, and the answer to them.
struct Handshake: Sendable {
    let expected: [UInt8]
    let answer: [UInt8]
}

/// Goes through the steps of a handshake, and then passes on whatever comes. A client that sends something else is cut off.
final class HandshakeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var steps: ArraySlice<Handshake>
    private var received = ByteBuffer()

    init(_ steps: [Handshake]) {
        self.steps = steps[...]
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.writeImmutableBuffer(unwrapInboundIn(data))
        while let step = steps.first, received.readableBytes >= step.expected.count {
            guard received.readBytes(length: step.expected.count) == step.expected else {
                context.close(promise: nil)
                return
            }
            steps = steps.dropFirst()
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: step.answer)), promise: nil)
        }
        guard steps.isEmpty, received.readableBytes > 0 else { return }
        let rest = received
        received = ByteBuffer()
        context.fireChannelRead(wrapInboundOut(rest))
    }
}

/// Keeps the first bytes of a connection, whatever is made of them.
final class BeginningRecorder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let number: Int
    private let record: Watched<FaultServer.Record>
    private var rest = 4096

    init(_ number: Int, _ record: Watched<FaultServer.Record>) {
        self.number = number
        self.record = record
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if rest > 0 {
            let bytes = Array(unwrapInboundIn(data).readableBytesView.prefix(rest))
            rest -= bytes.count
            record.update { [number] in $0.beginnings[number, default: []] += bytes }
        }
        context.fireChannelRead(data)
    }
}
