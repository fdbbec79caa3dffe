import SDKAsyncHTTPClient
import SDKRuntime
import TestSupport
import Testing

/// Proxies that speak SOCKS, which are fault servers here.
@Suite(.timeLimit(.minutes(10))) struct SOCKSProxyTests {
    /// A busy machine takes longer to connect than a client waits.
    private static let patient = TransportTimeouts(connect: .seconds(600))

    /// A greeting that offers no log-in, and a request for a connection to `one.test` by its name (RFC 1928, sections 3 to 6).
    private static func socks(port: UInt8, reply: UInt8 = 0) -> [Handshake] {
        [
            Handshake(expected: [5, 1, 0], answer: [5, 0]),
            Handshake(
                expected: [5, 1, 0, 3, 8] + "one.test".utf8 + [port == 80 ? 0 : 1, port],
                answer: [5, reply, 0, 1, 0, 0, 0, 0, 0, 0]
            ),
        ]
    }

    @Test func `a SOCKS proxy gets the name, and the server the request`() async throws {
        let handshake = Self.socks(port: 80)
        try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]], after: handshake, leaving: .kept) {
            proxy,
            _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("ALL_PROXY", scheme: "socks5"))
            let response = try await transport.send(
                .get,
                "one.test",
                "/x?q=1",
                headers: [.accept: "a/b"],
                timeouts: Self.patient
            )
            #expect(response.head.status == .ok)
            let request = try #require(proxy.record.value.requests.first)
            #expect(request.target == "/x?q=1")
            #expect(request.headers[name: "host"] == "one.test")
            #expect(request.headers[name: "accept"] == "a/b")
        }
    }

    @Test func `a SOCKS proxy makes a tunnel for https`() async throws {
        // Port 443 is 0x01BB.
        let handshake = Self.socks(port: 0xBB)
        try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]], after: handshake) { proxy, _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("ALL_PROXY", scheme: "socks5h"))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "one.test", "/x", scheme: "https", timeouts: Self.patient)
            }
            #expect(error?.kind == .connection)
            let bytes = try #require(proxy.record.value.beginnings[0])
            let count = handshake.map(\.expected.count).reduce(0, +)
            #expect(Array(bytes.prefix(count)) == handshake.flatMap(\.expected))
            #expect(bytes.dropFirst(count).isTLS)
        }
    }

    @Test func `a SOCKS proxy that reaches nobody`() async throws {
        let handshake = Self.socks(port: 80, reply: 4)
        try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]], after: handshake) { proxy, _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("ALL_PROXY", scheme: "socks5"))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "one.test", "/x", timeouts: Self.patient)
            }
            #expect(error?.kind == .connection)
            #expect(proxy.record.value.requests.isEmpty)
        }
    }
}
