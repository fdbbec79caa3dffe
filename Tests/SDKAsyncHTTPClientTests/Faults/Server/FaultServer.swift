import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import SDKRuntime
import TestSupport

/// A server on a free port of 127.0.0.1 that does to each connection what a script says, and keeps count.
///
/// It is made of channel handlers, so that the bytes on the wire are the script's, and a reset is one.
final class FaultServer: Sendable {
    /// A request as it was received.
    struct Request: Sendable {
        let connection: Int
        let method: String
        let target: String
        let headers: HTTPFields
        var body = Data()
    }

    /// What has happened so far.
    struct Record: Sendable {
        /// How many connections have been accepted.
        var connections = 0
        /// How many of them are not closed.
        var open = 0
        /// The requests whose heads have arrived.
        var requests: [Request] = []
        /// The first bytes of each connection.
        var beginnings: [Int: [UInt8]] = [:]

        /// How many requests have come with a value of the header `X-Call`.
        func count(ofCall id: String) -> Int {
            requests.count { $0.headers[name: "x-call"] == id }
        }
    }

    let record = Watched(Record())
    let port: Int
    private let listener: any Channel
    private let connections: Locked<Connections>

    private struct Connections: Sendable {
        var open: [Int: any Channel] = [:]
        /// Whether all that are accepted from now on are closed.
        var areClosed = false
    }

    var authority: String { "127.0.0.1:\(port)" }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - scripts: What happens on each connection, in the order in which they are accepted. The last one repeats.
    ///   - handshake: What comes before that on each of them.
    init(_ scripts: [[FaultStep]], after handshake: [Handshake] = []) async throws {
        let connections = Locked(Connections())
        let record = record
        listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let number = record.update { record in
                        record.connections += 1
                        record.open += 1
                        return record.connections - 1
                    }
                    let isTooLate = connections.withLock { connections in
                        connections.open[number] = channel
                        return connections.areClosed
                    }
                    channel.closeFuture.whenComplete { _ in
                        connections.withLock { $0.open[number] = nil }
                        record.update { $0.open -= 1 }
                    }
                    let script = scripts.isEmpty ? [] : scripts[min(number, scripts.count - 1)]
                    try channel.pipeline.syncOperations.addHandlers([
                        BeginningRecorder(number, record),
                        HandshakeHandler(handshake),
                        ByteToMessageHandler(HTTPRequestDecoder()),
                        FaultConnection(number, isTooLate ? [.close] : script, record),
                    ])
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        self.connections = connections
        port = listener.localAddress?.port ?? 0
    }

    /// Ends the server's half of each connection that is open. A client that keeps one for later closes it then.
    func endConnections() {
        for channel in connections.withLock({ Array($0.open.values) }) {
            channel.close(mode: .output, promise: nil)
        }
    }

    /// Closes each connection that is open, and those that are still accepted.
    func closeConnections() {
        let open = connections.withLock { connections in
            connections.areClosed = true
            return Array(connections.open.values)
        }
        for channel in open {
            channel.close(promise: nil)
        }
    }

    /// Stops listening. The system may give the port to another test's server then.
    func stop() async throws {
        try await listener.close()
    }
}
