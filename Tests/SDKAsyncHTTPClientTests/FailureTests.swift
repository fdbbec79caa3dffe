import Foundation
import Hummingbird
import SDKRuntime
import TestSupport
import Testing

/// Exchanges that do not come to their end.
@Suite struct FailureTests {
    @Test(arguments: TransportKind.allCases)
    func refusedConnection(_ kind: TransportKind) async throws {
        let port = try ClosedPort()
        let authority = "127.0.0.1:\(port.number)"
        let error = await #expect(throws: TransportError.self) { try await kind.make().send(.get, authority, "/x") }
        #expect(error?.kind == .connection)
        #expect(error?.underlyingError != nil)

        let options = ClientOptions(maxRetries: 0, transport: kind.make(), environment: .none)
        let client = try TestClient(apiKey: "k", baseURL: "http://\(authority)", options: options)
        let apiError = await #expect(throws: APIError.self) { try await client.send(APIRequest(.get, "/x")) }
        #expect(apiError?.kind == .connection)
    }

    @Test(arguments: TransportKind.allCases)
    func noAnswerInTime(_ kind: TransportKind) async throws {
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                await waitForever()
                return HTTPResponse.Status.ok
            }
        } _: { authority in
            let timeouts = TransportTimeouts(headers: .milliseconds(100))
            let error = await #expect(throws: TransportError.self) {
                try await kind.make().send(.get, authority, "/x", timeouts: timeouts)
            }
            #expect(error?.kind == .timeout)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledBeforeTheStart(_ kind: TransportKind) async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await kind.make().send(.get, "127.0.0.1:1", "/x")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledWhileWaiting(_ kind: TransportKind) async throws {
        let isAsked = Signal()
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                isAsked.send()
                await waitForever()
                return HTTPResponse.Status.ok
            }
        } _: { authority in
            let task = Task { _ = try await kind.make().send(.get, authority, "/x") }
            await isAsked.wait()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledWhileReading(_ kind: TransportKind) async throws {
        let isReading = Signal()
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .ok,
                    body: .init { writer in
                        try await writer.write(.init(string: "first"))
                        await waitForever()
                        try await writer.finish(nil)
                    }
                )
            }
        } _: { authority in
            let task = Task {
                for try await _ in try await kind.make().send(.get, authority, "/x").body {
                    isReading.send()
                }
            }
            await isReading.wait()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test(arguments: TransportKind.closing)
    func unreadResponseClosesItsConnection(_ kind: TransportKind) async throws {
        let isClosed = Signal()
        let transport = kind.make()
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .ok,
                    body: .init { writer in
                        defer { isClosed.send() }
                        while true {
                            try await writer.write(.init(repeating: 0, count: 65_536))
                        }
                    }
                )
            }
        } _: { authority in
            let status = try await transport.send(.get, authority, "/x").head.status
            #expect(status == .ok)
            await isClosed.wait()
        }
    }
}

/// A port that is taken, so that nobody else gets it, but on which nothing listens.
private final class ClosedPort {
    let number: UInt16
    private let socket: Int32

    init() throws {
        #if canImport(Glibc)
            let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) | getsockname(socket, address, &length)
            }
        }
        try #require(result == 0)
        self.socket = socket
        number = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(socket)
    }
}
