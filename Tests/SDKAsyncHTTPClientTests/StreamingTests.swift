import Foundation
import Hummingbird
import SDKRuntime
import TestSupport
import Testing

/// Bodies that are too big to be looked at as a whole.
@Suite struct StreamingTests {
    private static let chunk = Data((0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    private static let chunkCount = 64

    /// A request body of 4 MB that is produced piece by piece.
    private static func upload(length: Int64?) -> HTTPBodyStream {
        HTTPBodyStream(length: length) {
            var left = chunkCount
            return HTTPBodyStream.AsyncIterator {
                guard left > 0 else { return nil }
                left -= 1
                return chunk
            }
        }
    }

    /// A body's size, and how many of its bytes are wrong.
    private struct Tally: Sendable {
        var count = 0
        var wrong = 0

        mutating func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                wrong +=
                    byte == StreamingTests.chunk[count % StreamingTests.chunk.count]
                    ? 0 : 1
                count += 1
            }
        }
    }

    @Test(arguments: TransportKind.allCases, [nil, Int64(chunk.count * chunkCount)])
    func bigRequestArrives(_ kind: TransportKind, length: Int64?) async throws {
        let seen = Locked<(tally: Tally, length: String?)?>(nil)
        try await TestServer.run { router in
            router.put("/x") { request, _ in
                var tally = Tally()
                for try await buffer in request.body {
                    tally.add(buffer.readableBytesView)
                }
                seen.withLock { [tally] in $0 = (tally, request.headers[.contentLength]) }
                return HTTPResponse.Status.ok
            }
        } _: { authority in
            let body = HTTPRequestBody.stream(Self.upload(length: length))
            let response = try await kind.make().send(.put, authority, "/x", body: body)
            #expect(response.head.status == .ok)
        }
        let received = try #require(seen.withLock { $0 })
        #expect(received.tally.count == Self.chunk.count * Self.chunkCount)
        #expect(received.tally.wrong == 0)
        if kind == .asyncHTTPClient {
            #expect(received.length == length.map(String.init))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func bigResponseArrives(_ kind: TransportKind) async throws {
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .ok,
                    body: .init { writer in
                        for _ in 0..<Self.chunkCount {
                            try await writer.write(.init(bytes: Self.chunk))
                        }
                        try await writer.finish(nil)
                    }
                )
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/x", timeouts: .init(idle: .seconds(60)))
            var tally = Tally()
            for try await chunk in response.body {
                tally.add(chunk)
            }
            #expect(tally.count == Self.chunk.count * Self.chunkCount)
            #expect(tally.wrong == 0)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func firstChunkComesBeforeTheLast(_ kind: TransportKind) async throws {
        let isRead = Signal()
        try await TestServer.run { router in
            router.get("/x") { _, _ in
                Response(
                    status: .ok,
                    body: .init { writer in
                        try await writer.write(.init(string: "first"))
                        await isRead.wait()
                        try await writer.write(.init(string: "last"))
                        try await writer.finish(nil)
                    }
                )
            }
        } _: { authority in
            let response = try await kind.make().send(.get, authority, "/x")
            var chunks = response.body.makeAsyncIterator()
            #expect(try await chunks.next() == Data("first".utf8))
            isRead.send()
            #expect(try await chunks.next() == Data("last".utf8))
            #expect(try await chunks.next() == nil)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorOfARequestStreamPassesUnchanged(_ kind: TransportKind) async throws {
        struct Unreadable: Error, Equatable {}
        try await TestServer.run { router in
            router.put("/x") { request, _ in
                for try await _ in request.body {}
                return HTTPResponse.Status.ok
            }
        } _: { authority in
            let body = HTTPBodyStream {
                HTTPBodyStream.AsyncIterator { throw Unreadable() }
            }
            await #expect(throws: Unreadable()) {
                try await kind.make().send(.put, authority, "/x", body: .stream(body))
            }
        }
    }
}
