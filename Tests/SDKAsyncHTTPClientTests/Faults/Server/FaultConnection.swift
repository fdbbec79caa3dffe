import Foundation
import NIOCore
import NIOHTTP1
import SDKRuntime
import TestSupport

/// Runs the script of one connection.
final class FaultConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let number: Int
    private let record: Watched<FaultServer.Record>
    private var steps: ArraySlice<FaultStep>
    /// Whether a step goes on, which will run the next one when it has ended.
    private var isBusy = false
    /// How many requests have begun, have ended, and have been waited for.
    private var begun = 0
    private var ended = 0
    private var awaited = 0
    /// Where the request that is being read is in the record.
    private var current: Int?

    init(_ number: Int, _ script: [FaultStep], _ record: Watched<FaultServer.Record>) {
        self.number = number
        self.record = record
        steps = script[...]
    }

    func channelActive(context: ChannelHandlerContext) {
        run(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let request = FaultServer.Request(
                connection: number,
                method: head.method.rawValue,
                target: head.uri,
                headers: HTTPFields(named: head.headers.map { (key: $0.name, value: $0.value) })
            )
            current = record.update { record in
                record.requests.append(request)
                return record.requests.count - 1
            }
            begun += 1
        case .body(let buffer):
            if let current {
                record.update { $0.requests[current].body.append(contentsOf: buffer.readableBytesView) }
            }
        case .end:
            ended += 1
        }
        run(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Takes steps until one has to wait.
    private func run(_ context: ChannelHandlerContext) {
        while !isBusy, let step = steps.first, canBegin(step) {
            steps = steps.dropFirst()
            switch step {
            case .request, .requestHead:
                awaited += 1
            case .stopReading:
                go(on: context, after: context.channel.setOption(.autoRead, value: false))
            case .startReading:
                go(on: context, after: context.channel.setOption(.autoRead, value: true))
            case .send(let bytes):
                go(on: context, after: context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))))
            case .drip(let bytes):
                guard let byte = bytes.first else { continue }
                steps = [.send(Data([byte])), .drip(bytes.dropFirst())] + steps
            case .flood(let bytes):
                steps = [.send(bytes), step] + steps
            case .wait(let signal):
                let promise = context.eventLoop.makePromise(of: Void.self)
                promise.completeWithTask { await signal.wait() }
                go(on: context, after: promise.futureResult)
            case .finishSending:
                go(on: context, after: context.close(mode: .output))
            case .close:
                context.close(promise: nil)
            case .reset:
                reset(context)
            }
        }
    }

    private func canBegin(_ step: FaultStep) -> Bool {
        switch step {
        case .request: ended > awaited
        case .requestHead: begun > awaited
        default: true
        }
    }

    /// Takes the next step when something is done, unless it failed because the client has gone.
    private func go(on context: ChannelHandlerContext, after future: EventLoopFuture<Void>) {
        isBusy = true
        future.assumeIsolated().whenSuccess {
            self.isBusy = false
            self.run(context)
        }
    }

    /// Without time to linger, closing does not wait for what was sent to be received.
    private func reset(_ context: ChannelHandlerContext) {
        isBusy = true
        guard let socket = context.channel as? any SocketOptionProvider else { return }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
