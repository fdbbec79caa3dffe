import Foundation
import SDKRuntime
import TestSupport
import Testing

/// What becomes of the connections of a test when its calls have ended.
enum ConnectionFate: Sendable {
    /// The client has closed them, or they broke.
    case closed
    /// The client may keep them for the next call.
    case kept
}

/// A fault server, a transport, and a check that nothing stays behind.
enum FaultScenario {
    /// Runs a test against a server with a script for each connection, and waits until every connection and every file
    /// descriptor is gone.
    static func run(
        _ kind: TransportKind,
        _ scripts: [[FaultStep]],
        after handshake: [Handshake] = [],
        leaving fate: ConnectionFate = .closed,
        _ test: (FaultServer, any HTTPTransport) async throws -> Void
    ) async throws {
        let server = try await FaultServer(scripts, after: handshake)
        do {
            let transport = kind.make()
            try await test(server, transport)
            if fate == .closed, TransportKind.closing.contains(kind) {
                try await server.record.wait { $0.open == 0 }
            }
        }
        server.endConnections()
        if TransportKind.closing.contains(kind) {
            try await server.record.wait { $0.open == 0 }
        }
        server.closeConnections()
        // As long as the port is this server's: the connections are, too.
        try await OpenSockets.waitForNone(to: server.port)
        try await server.stop()
    }
}

extension FaultServer {
    /// A client of the server, whose waiting between attempts takes no time.
    func client(
        _ transport: any HTTPTransport,
        maxRetries: Int = 1,
        timeout: Duration? = nil,
        idleTimeout: Duration? = nil,
        maxRetryDelay: Duration? = nil,
        clock: VirtualClock = VirtualClock()
    ) throws -> TestClient {
        try TestClient(
            apiKey: "k-1",
            baseURL: "http://\(authority)",
            options: ClientOptions(
                timeout: timeout,
                idleTimeout: idleTimeout,
                maxRetries: maxRetries,
                maxRetryDelay: maxRetryDelay,
                transport: transport,
                environment: .none
            ),
            clock: clock
        )
    }
}

extension TestClient {
    /// The error of a call, which has to fail. Nothing holds the request afterwards but the caller.
    func error(of request: APIRequest, sourceLocation: SourceLocation = #_sourceLocation) async -> APIError? {
        await #expect(throws: APIError.self, sourceLocation: sourceLocation) { try await send(request) }
    }
}

extension APIRequest {
    /// A call that a test's server tells from others.
    static func call(_ method: HTTPRequest.Method, id: String = "1", body: JSONValue? = nil) -> APIRequest {
        var request = APIRequest(method, "/x")
        request.header("X-Call", id)
        if let body { request.body(body) }
        return request
    }
}

extension Result where Failure == any Error {
    /// What a call comes to.
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
