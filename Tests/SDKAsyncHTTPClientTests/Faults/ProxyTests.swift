import Anthropic
import Foundation
import SDKAsyncHTTPClient
import SDKRuntime
import TestSupport
import Testing

/// Proxies on the way, which are fault servers here.
@Suite(.timeLimit(.minutes(10))) struct ProxyTests {
    @Test(arguments: TransportKind.proxying)
    func `a proxy gets the whole URL of a plain request`(_ kind: TransportKind) async throws {
        let script: [FaultStep] = [.request, .respond("200 OK", [], #"{"by":"proxy"}"#)]
        try await FaultScenario.run(kind, [script + script], leaving: .kept) { proxy, _ in
            let transport = kind.make(proxies: proxy.settings("HTTP_PROXY"))
            for host in ["one.test", "two.test:8080"] {
                var request = APIRequest.call(.post, id: host, body: [1])
                request.header("Accept-Language", "en")
                let client = try TestClient(
                    apiKey: "k-1",
                    baseURL: "http://\(host)/base",
                    options: ClientOptions(maxRetries: 0, transport: transport, environment: .none)
                )
                #expect(try await client.send(request) == ["by": "proxy"])
            }
            let requests = proxy.record.value.requests
            #expect(requests.map(\.target) == ["http://one.test/base/x", "http://two.test:8080/base/x"])
            #expect(requests.map { $0.headers[name: "host"] } == ["one.test", "two.test:8080"])
            #expect(requests.map(\.body) == [Data("[1]".utf8), Data("[1]".utf8)])
            #expect(requests.allSatisfy { $0.headers[name: "x-api-key"] == "k-1" })
            #expect(proxy.record.value.connections == 1)
        }
    }

    @Test func `a proxy gets its own credentials`() async throws {
        try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]], leaving: .kept) { proxy, _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("HTTP_PROXY", login: "me:p%40ss@"))
            let response = try await transport.send(.get, "one.test", "/x")
            #expect(response.head.status == .ok)
            // `printf me:p@ss | base64`
            let credentials = proxy.record.value.requests.map { $0.headers[name: "proxy-authorization"] }
            #expect(credentials == ["Basic bWU6cEBzcw=="])
        }
    }

    @Test(arguments: TransportKind.proxying)
    func `a proxy makes a tunnel for https`(_ kind: TransportKind) async throws {
        let script: [FaultStep] = [.request, .send("HTTP/1.1 200 Connection established\r\n\r\n"), .close]
        try await FaultScenario.run(kind, [script]) { proxy, _ in
            let login = kind == .asyncHTTPClient ? "me:p%40ss@" : ""
            let transport = kind.make(proxies: proxy.settings("HTTPS_PROXY", login: login))
            let client = try TestClient(
                apiKey: "k-1",
                baseURL: "https://one.test",
                options: ClientOptions(maxRetries: 0, transport: transport, environment: .none)
            )
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.post)) }
            #expect(error?.kind == .connection)
            let request = try #require(proxy.record.value.requests.first)
            #expect(proxy.record.value.requests.count == 1)
            #expect(request.method == "CONNECT")
            #expect(request.target == "one.test:443")
            #expect(request.headers[name: "x-api-key"] == nil)
            if kind == .asyncHTTPClient {
                #expect(request.headers[name: "proxy-authorization"] == "Basic bWU6cEBzcw==")
            }
        }
    }

    @Test func `what goes through a tunnel is encrypted`() async throws {
        let hasBegun = Signal()
        let script: [FaultStep] = [.request, .send("HTTP/1.1 200 OK\r\n\r\n"), .wait(hasBegun), .close]
        try await FaultScenario.run(.asyncHTTPClient, [script]) { proxy, _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("HTTPS_PROXY"))
            let client = try TestClient(
                apiKey: "k-123456789",
                baseURL: "https://one.test",
                options: ClientOptions(
                    connectTimeout: .seconds(600),
                    maxRetries: 0,
                    transport: transport,
                    environment: .none
                )
            )
            let call = Task { try await client.send(.call(.post, body: ["text": "private"])) }
            let head = Array("\r\n\r\n".utf8)
            try await proxy.record.wait { record in
                guard let bytes = record.beginnings[0], let end = bytes.firstRange(of: head) else { return false }
                return bytes[end.upperBound...].isTLS
            }
            hasBegun.send()
            let error = await #expect(throws: APIError.self) { try await call.value }
            #expect(error?.kind == .connection)
            let text = String(decoding: proxy.record.value.beginnings[0] ?? [], as: UTF8.self)
            #expect(!text.contains("k-123456789") && !text.contains("private"))
        }
    }

    @Test func `a proxy over TLS is spoken to by TLS alone`() async throws {
        try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]]) { proxy, _ in
            let transport = AsyncHTTPClientTransport(
                proxies: ProxySettings(.values(["HTTP_PROXY": "https://me:secret@\(proxy.authority)"]))
            )
            // The server takes it for a request that is none, and closes the connection.
            let timeouts = TransportTimeouts(connect: .seconds(600))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "one.test", "/x", timeouts: timeouts)
            }
            #expect(error?.kind == .connection)
            #expect(proxy.record.value.beginnings[0]?.isTLS == true)
            #expect(proxy.record.value.requests.isEmpty)
        }
    }

    @Test(arguments: TransportKind.proxying)
    func `a proxy that refuses the tunnel`(_ kind: TransportKind) async throws {
        let script: [FaultStep] = [
            .request, .respond("407 Proxy Authentication Required", ["Connection: close"]), .close,
        ]
        try await FaultScenario.run(kind, [script]) { proxy, _ in
            let transport = kind.make(proxies: proxy.settings("HTTPS_PROXY"))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "one.test", "/x", scheme: "https")
            }
            #expect(error?.kind == .connection)
        }
    }

    @Test func `a proxy that does not answer`() async throws {
        try await FaultScenario.run(.asyncHTTPClient, [[.request]]) { proxy, _ in
            let transport = AsyncHTTPClientTransport(proxies: proxy.settings("HTTPS_PROXY"))
            let timeouts = TransportTimeouts(connect: .milliseconds(100))
            let error = await #expect(throws: TransportError.self) {
                try await transport.send(.get, "one.test", "/x", scheme: "https", timeouts: timeouts)
            }
            #expect(error?.kind == .timeout)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `exceptions are reached directly`(_ kind: TransportKind) async throws {
        try await FaultScenario.run(kind, [[.request, .respond()]], leaving: .kept) { server, _ in
            let variables = ["HTTP_PROXY": "http://127.0.0.1:1", "NO_PROXY": "127.0.0.0/8"]
            let transport = kind.make(proxies: ProxySettings(.values(variables)))
            let response = try await transport.send(.get, server.authority, "/x")
            #expect(response.head.status == .ok)
            #expect(server.record.value.requests.map(\.target) == ["/x"])
        }
    }

    @Test(arguments: [("https", "https://p.test"), ("http", "socks5://me:secret@p.test"), ("http", "gopher://p.test")])
    func `a proxy that cannot be used is an error`(scheme: String, proxy: String) async throws {
        let transport = AsyncHTTPClientTransport(proxies: ProxySettings(.values(["ALL_PROXY": proxy])))
        let client = try TestClient(
            apiKey: "k-1",
            baseURL: "\(scheme)://one.test",
            options: ClientOptions(transport: transport, environment: .none)
        )
        let error = try await #require(throws: APIError.self) { try await client.send(.call(.get)) }
        #expect(error.kind == .invalidArgument)
        #expect(!"\(error)".contains("secret"))
    }

    #if !canImport(Darwin)
        /// libcurl below it reads the variables of the process by itself, and can be told nothing else.
        @Test func `URLSession on Linux refuses a proxy that it cannot use`() async throws {
            try await FaultScenario.run(.urlSession, [[.request, .respond()]]) { proxy, _ in
                let transport = TransportKind.urlSession.make(proxies: proxy.settings("HTTP_PROXY"))
                let error = await #expect(throws: APIError.self) { try await transport.send(.get, "one.test", "/x") }
                #expect(error?.kind == .invalidArgument)
                #expect(proxy.record.value.connections == 0)
            }
        }

        @Test func `clients take their proxies from their environment`() async throws {
            try await FaultScenario.run(.asyncHTTPClient, [[.request, .respond()]], leaving: .kept) { proxy, _ in
                let client = try AnthropicClient(
                    apiKey: "k-1",
                    baseURL: "http://one.test",
                    options: ClientOptions(
                        maxRetries: 0,
                        environment: .values(["http_proxy": "http://\(proxy.authority)"])
                    )
                )
                let answer: JSONValue = try await client.get("/v1/x")
                #expect(answer == [:])
                #expect(proxy.record.value.requests.map(\.target) == ["http://one.test/v1/x"])
            }
        }
    #endif
}

extension FaultServer {
    /// The settings that make the server a proxy.
    func settings(_ variable: String, login: String = "", scheme: String = "http") -> ProxySettings {
        ProxySettings(.values([variable: "\(scheme)://\(login)\(authority)"]))
    }
}

extension Collection<UInt8> {
    /// Whether this is what a client of TLS begins with: a handshake record (RFC 8446, section 5.1).
    var isTLS: Bool { starts(with: [0x16, 0x03]) }
}
