import Foundation
import Hummingbird
import Logging

/// A real HTTP server on a free port of 127.0.0.1.
///
/// It runs until the process ends: NIO stops a program in which a server goes away with a connection that is just being
/// accepted, which a client that gives up early may leave behind.
enum TestServer {
    /// Starts a server and runs a test with its authority.
    static func run(
        _ routes: @Sendable (Router<BasicRequestContext>) -> Void,
        _ test: (_ authority: String) async throws -> Void
    ) async throws {
        let router = Router(context: BasicRequestContext.self)
        routes(router)
        let (ports, announcePort) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "server")
        logger.logLevel = .critical
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { announcePort.yield($0.localAddress?.port ?? 0) },
            logger: logger
        )
        let server = Task {
            defer { announcePort.finish() }
            try await application.run()
        }
        for await port in ports {
            return try await test("127.0.0.1:\(port)")
        }
        try await server.value
    }
}

/// Something that a server's handler tells the test about, once.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    }

    func send() {
        continuation.yield()
        continuation.finish()
    }

    func wait() async {
        for await _ in stream { return }
    }
}

/// Waits until the task is cancelled: an answer that never comes.
func waitForever() async {
    for await _ in AsyncStream<Void>.makeStream().stream {}
}
