import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Servers that do not wait for the end of what they are sent.
@Suite(.timeLimit(.minutes(10))) struct UploadFaultTests {
    private static let refusal = #"{"error":{"type":"request_too_large","message":"too large"}}"#

    /// Enough that it is neither in the client's buffers nor the server's.
    private static let big = Data(repeating: 0x61, count: 16 << 20)

    /// What a server does that refuses a request before it has all of it: it goes on reading, or ends the connection, which
    /// the client may hear of before it has read the answer.
    private static let refusals: [[FaultStep]] = [
        [.requestHead, .respond("413 Content Too Large", ["Connection: close"], refusal)],
        [.requestHead, .respond("413 Content Too Large", [], refusal), .close],
        [.requestHead, .stopReading, .respond("413 Content Too Large", ["Connection: close"], refusal), .close],
    ]

    @Test(arguments: refusals)
    func `a refusal during an upload without an end is the error`(_ script: [FaultStep]) async throws {
        try await FaultScenario.run(.asyncHTTPClient, [script]) { server, transport in
            let client = try server.client(transport)
            let released = Signal()
            var request = APIRequest.call(.post)
            request.body(stream: .endless(telling: released), contentType: "application/octet-stream")
            let error = await client.error(of: request)
            #expect(error?.kind == .contentTooLarge)
            #expect(error?.message.contains("too large") == true)
            #expect(server.record.value.count(ofCall: "1") == 1)
            request = .call(.post)
            await released.wait()
        }
    }

    @Test(arguments: refusals)
    func `a refusal during an upload that has stopped is the error`(_ script: [FaultStep]) async throws {
        try await FaultScenario.run(.asyncHTTPClient, [script]) { server, transport in
            let client = try server.client(transport)
            let released = Signal()
            var request = APIRequest.call(.post)
            request.body(stream: .stalled(telling: released), contentType: "application/octet-stream")
            let error = await client.error(of: request)
            #expect(error?.kind == .contentTooLarge)
            request = .call(.post)
            await released.wait()
        }
    }

    /// libcurl gives up a connection that ends while it sends, at times without having read the answer; so URLSession gets
    /// a server that goes on reading.
    @Test(
        arguments: refusals.map { (TransportKind.asyncHTTPClient, $0) } + [
            (.urlSession, [.requestHead, .respond("413 Content Too Large", ["Connection: close"], refusal)]),
            (.urlSession, [.requestHead, .respond("413 Content Too Large", [], refusal), .finishSending]),
        ]
    )
    func `a refusal during a big upload is the error`(_ kind: TransportKind, _ script: [FaultStep]) async throws {
        try await FaultScenario.run(kind, [script]) { server, transport in
            let client = try server.client(transport)
            var request = APIRequest.call(.post)
            request.body(bytes: Self.big, contentType: "application/octet-stream")
            let error = await client.error(of: request)
            #expect(error?.kind == .contentTooLarge)
            #expect(server.record.value.count(ofCall: "1") == 1)
        }
    }

    @Test(arguments: [(TransportKind.asyncHTTPClient, FaultStep.close), (.urlSession, .finishSending)])
    func `a busy server gets the whole upload again`(_ kind: TransportKind, _ end: FaultStep) async throws {
        let busy = FaultStep.respond("429 Too Many Requests", ["Connection: close", "Retry-After: 7"])
        let scripts: [[FaultStep]] = [[.requestHead, busy, end], [.request, .respond()]]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let clock = VirtualClock()
            let client = try server.client(transport, clock: clock)
            var request = APIRequest.call(.post)
            request.body(bytes: Self.big, contentType: "application/octet-stream")
            #expect(try await client.send(request) == [:])
            #expect(clock.sleeps == [.seconds(7)])
            #expect(server.record.value.requests.last?.body == Self.big)
            #expect(server.record.value.count(ofCall: "1") == 2)
        }
    }

    @Test func `a success before the end does not cut the upload off`() async throws {
        try await FaultScenario.run(.asyncHTTPClient, [[.requestHead, .respond()]], leaving: .kept) {
            server,
            transport in
            let client = try server.client(transport)
            var request = APIRequest.call(.post)
            request.body(stream: HTTPBodyStream(Self.big), contentType: "application/octet-stream")
            #expect(try await client.send(request) == [:])
            try await server.record.wait { $0.requests.last?.body.count == Self.big.count }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `a connection that breaks during an upload`(_ kind: TransportKind) async throws {
        let scripts: [[FaultStep]] = [[.requestHead, .reset], [.request, .respond()]]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let client = try server.client(transport)
            var request = APIRequest.call(.post)
            request.body(bytes: Self.big, contentType: "application/octet-stream")
            #expect(try await client.send(request) == [:])
            #expect(server.record.value.requests.last?.body == Self.big)
            #expect(server.record.value.count(ofCall: "1") == 2)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `a connection that breaks during an upload that can be sent once`(_ kind: TransportKind) async throws {
        try await FaultScenario.run(kind, [[.requestHead, .reset]]) { server, transport in
            let client = try server.client(transport)
            var request = APIRequest.call(.post)
            request.body(
                stream: HTTPBodyStream(length: Int64(Self.big.count)) { HTTPBodyStream(Self.big).makeAsyncIterator() },
                contentType: "application/octet-stream"
            )
            let error = await client.error(of: request)
            #expect(error?.kind == .connection)
            #expect(server.record.value.count(ofCall: "1") == 1)
        }
    }
    /// FoundationNetworking stopped the program when a connection broke at the wrong moment, mostly within this many times.
    @Test(arguments: TransportKind.allCases)
    func `connections that break during uploads, again and again`(_ kind: TransportKind) async throws {
        let count = 100
        try await FaultScenario.run(kind, [[.requestHead, .reset]]) { server, transport in
            let client = try server.client(transport)
            for _ in 0..<count {
                var request = APIRequest.call(.post)
                let bytes = Self.big.prefix(3_000_000)
                request.body(
                    stream: HTTPBodyStream(length: Int64(bytes.count)) { HTTPBodyStream(bytes).makeAsyncIterator() },
                    contentType: "application/octet-stream"
                )
                #expect(await client.error(of: request)?.kind == .connection)
            }
            #expect(server.record.value.count(ofCall: "1") == count)
        }
    }
}
