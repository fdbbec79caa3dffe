import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Connections that one call leaves to the next.
@Suite(.timeLimit(.minutes(10))) struct ConnectionReuseTests {
    private static let second = #"{"call":"second"}"#

    @Test(arguments: TransportKind.allCases)
    func `calls share a connection`(_ kind: TransportKind) async throws {
        let script = Array(repeating: [FaultStep.request, .respond()], count: 3).flatMap { $0 }
        try await FaultScenario.run(kind, [script], leaving: .kept) { server, transport in
            let client = try server.client(transport, maxRetries: 0)
            for _ in 0..<3 {
                #expect(try await client.send(.call(.post)) == [:])
            }
            #expect(server.record.value.connections == 1)
        }
    }

    @Test(arguments: TransportKind.allCases, [FaultStep.close, .reset])
    func `a connection that is closed between two calls`(_ kind: TransportKind, end: FaultStep) async throws {
        let scripts: [[FaultStep]] = [[.request, .respond(), end], [.request, .respond("200 OK", [], Self.second)]]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            // AsyncHTTPClient may hand out a connection that is closed already. Nothing is sent on it.
            let client = try server.client(transport, maxRetries: 1)
            #expect(try await client.send(.call(.post, id: "1")) == [:])
            try await server.record.wait { $0.open == 0 }
            if kind == .asyncHTTPClient {
                // URLSession looks at a connection when it takes it up again.
                try await OpenSockets.waitForNone(to: server.port)
            }
            #expect(try await client.send(.call(.post, id: "2")) == ["call": "second"])
            #expect(server.record.value.count(ofCall: "1") == 1)
            #expect(server.record.value.count(ofCall: "2") == 1)
        }
    }

    /// The server closes when the next request is on its way already. For the client it is a connection that broke before
    /// the head: nobody knows whether the request was done, and only the call's own retries send it again.
    @Test(arguments: [FaultStep.close, .reset])
    func `a connection that is closed while the next request is sent`(end: FaultStep) async throws {
        let scripts: [[FaultStep]] = [
            [.request, .respond(), .request, end], [.request, .respond("200 OK", [], Self.second)],
        ]
        for (retries, isSuccess) in [(0, false), (1, true)] {
            try await FaultScenario.run(.asyncHTTPClient, scripts, leaving: .kept) { server, transport in
                let client = try server.client(transport, maxRetries: retries)
                #expect(try await client.send(.call(.post, id: "1")) == [:])
                let result = await Result { try await client.send(.call(.post, id: "2")) }
                if isSuccess {
                    #expect(try result.get() == ["call": "second"])
                } else {
                    let error = #expect(throws: APIError.self) { try result.get() }
                    #expect(error?.kind == .connection)
                }
                #expect(server.record.value.count(ofCall: "2") == retries + 1)
            }
        }
    }

    #if !canImport(Darwin)
        /// libcurl, which is below URLSession on Linux, sends a request again by itself when a connection that it has taken
        /// up again breaks before the first byte of an answer. There is no setting against it: this is a limit of that
        /// transport, at the cost of a second request that the call's own retries do not count.
        @Test func `URLSession on Linux sends again on a broken connection`() async throws {
            let scripts: [[FaultStep]] = [
                [.request, .respond(), .request, .close], [.request, .respond("200 OK", [], Self.second)],
            ]
            try await FaultScenario.run(.urlSession, scripts, leaving: .kept) { server, transport in
                let client = try server.client(transport, maxRetries: 0)
                #expect(try await client.send(.call(.post, id: "1")) == [:])
                #expect(try await client.send(.call(.post, id: "2")) == ["call": "second"])
                #expect(server.record.value.count(ofCall: "2") == 2)
            }
        }
    #endif

    /// Bytes where none may be are no answer to the next request.
    @Test(
        arguments: [
            (HTTPRequest.Method.head, FaultStep.respond("200 OK", [], #"{"a":1}"#)),
            (.head, .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 100\r\n\r\n")),
            (.get, .respond("204 No Content", [], #"{"a":1}"#)),
            (.get, .respond("304 Not Modified", [], #"{"a":1}"#)),
        ],
        TransportKind.allCases
    )
    func `a body where none may be`(
        _ response: (method: HTTPRequest.Method, step: FaultStep),
        _ kind: TransportKind
    ) async throws {
        let next: [FaultStep] = [.request, .respond("200 OK", [], Self.second)]
        let scripts = [[.request, response.step] + next, next]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let first = try await transport.send(response.method, server.authority, "/x")
            #expect(try await first.body.collect().isEmpty)
            // The next call may still meet the connection before the transport closes it.
            let client = try server.client(transport, maxRetries: 1)
            #expect(try await client.send(.call(.get)) == ["call": "second"])
        }
    }

    /// A response that nobody reads to its end costs its connection, and nothing else.
    @Test(arguments: TransportKind.closing)
    func `a response that is let go closes its connection`(_ kind: TransportKind) async throws {
        let script: [FaultStep] = [
            .request, .send("HTTP/1.1 200 OK\r\n\r\n"), .flood(Data(repeating: 0x61, count: 65_536)),
        ]
        try await FaultScenario.run(kind, [script]) { server, transport in
            let response = try await transport.send(.get, server.authority, "/x")
            var chunks = response.body.makeAsyncIterator()
            #expect(try await chunks.next()?.isEmpty == false)
        }
    }

    @Test(arguments: TransportKind.closing)
    func `a call that is cancelled closes its connection`(_ kind: TransportKind) async throws {
        try await FaultScenario.run(kind, [[.request]]) { server, transport in
            let client = try server.client(transport)
            let call = Task { try await client.send(.call(.post)) }
            try await server.record.wait { $0.requests.count == 1 }
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            try await server.record.wait { $0.open == 0 }
            #expect(server.record.value.count(ofCall: "1") == 1)
        }
    }
}
