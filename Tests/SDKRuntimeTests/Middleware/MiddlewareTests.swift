import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct MiddlewareTests {
    private static func client(
        _ transport: ScriptedTransport,
        _ middleware: any Middleware...,
        options change: (inout ClientOptions) -> Void = { _ in }
    ) throws -> TestClient {
        var options = ClientOptions(middleware: middleware)
        options.clock.sleep = { _ in }
        change(&options)
        return try TestClient(over: transport, options: options)
    }

    private static let request = APIRequest(.get, "/v1/x")

    // MARK: - Requests

    @Test func sees() async throws {
        let seen = Locked<[(OutgoingRequest, AttemptContext)]>([])
        let transport = ScriptedTransport()
        let client = try Self.client(
            transport,
            InlineMiddleware { request, context, next in
                seen.withLock { $0.append((request, context)) }
                return try await next(request)
            }
        )
        var request = APIRequest(.post, "/v1/files/{file_id}/parts?beta=true")
        request.path("file_id", "a/b")
        request.query("n", 1)
        request.body(["x": 1])
        _ = try await client.send(request, .init(maxRetries: 4))
        let (sent, context) = try #require(seen.withLock(\.first))
        #expect(sent.url == "https://api.anthropic.com/v1/files/a%2Fb/parts?beta=true&n=1")
        #expect(sent.head.method == .post)
        #expect(sent.head.headerFields[.contentType] == "application/json")
        #expect(sent.head.headerFields[name: "anthropic-version"] == "2023-06-01")
        #expect(sent.head.headerFields[name: "X-Stainless-Retry-Count"] == "0")
        // The credential is placed afterwards.
        #expect(sent.head.headerFields[name: "X-Api-Key"] == nil)
        #expect(await transport.sent.first?.header("X-Api-Key") == "test-key-0123456789")
        guard case .bytes(Data(#"{"x":1}"#.utf8)) = sent.body else { return #expect(Bool(false), "\(sent.body)") }
        #expect(
            context
                == AttemptContext(
                    service: "Anthropic",
                    operation: "POST /v1/files/{file_id}/parts",
                    attempt: 0,
                    maxRetries: 4
                )
        )
    }

    @Test func changesTheRequest() async throws {
        let transport = ScriptedTransport()
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                var request = request
                request.head.headerFields[.userAgent] = "own/1"
                request.head.path = "/v2/y?z=1"
                request.head.method = .put
                request.body = .bytes(Data("new".utf8))
                return try await next(request)
            }
        )
        _ = try await client.send(Self.request)
        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://api.anthropic.com/v2/y?z=1")
        #expect(sent.request.method == .put)
        #expect(sent.header("User-Agent") == "own/1")
        #expect(sent.body == Data("new".utf8))
    }

    @Test func aCredentialThatItSetsStays() async throws {
        let transport = ScriptedTransport()
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                var request = request
                request.head.headerFields[HTTPField.Name("X-Api-Key")!] = "own"
                return try await next(request)
            }
        )
        _ = try await client.send(Self.request)
        #expect(await transport.sent.map { $0.header("X-Api-Key") } == ["own"])
    }

    @Test func theCredentialDoesNotFollowToAnotherOrigin() async throws {
        let transport = ScriptedTransport()
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                var request = request
                request.head.authority = "evil.test"
                return try await next(request)
            }
        )
        _ = try await client.send(Self.request)
        #expect(await transport.sent.map(\.url) == ["https://evil.test/v1/x"])
        #expect(await transport.sent.map { $0.header("X-Api-Key") } == [nil])
    }

    @Test func changesDoNotReachTheNextAttempt() async throws {
        let transport = ScriptedTransport([
            .respond(status: 500, headers: [:], body: Data()),
            .respond(status: 200, headers: [:], body: Data("{}".utf8)),
        ])
        let client = try Self.client(
            transport,
            InlineMiddleware { request, context, next in
                var request = request
                request.head.path = (request.head.path ?? "") + "+\(context.attempt)"
                return try await next(request)
            }
        )
        _ = try await client.send(Self.request)
        #expect(await transport.sent.map(\.request.path) == ["/v1/x+0", "/v1/x+1"])
    }

    // MARK: - Responses

    @Test(arguments: [404, 500, 302])
    func seesResponsesOfEveryStatus(status: Int) async throws {
        let seen = Locked<[Int]>([])
        let client = try Self.client(
            ScriptedTransport(status: status, body: "no"),
            InlineMiddleware { request, _, next in
                let response = try await next(request)
                seen.withLock { $0.append(response.head.status.code) }
                return response
            }
        )
        let error = await #expect(throws: APIError.self) {
            try await client.send(Self.request, .init(maxRetries: 1))
        }
        #expect(error?.status == status)
        #expect(seen.withLock(\.self) == (status == 500 ? [500, 500] : [status]))
    }

    @Test func replacesTheResponse() async throws {
        let client = try Self.client(
            ScriptedTransport(status: 404, body: "gone"),
            InlineMiddleware { request, _, next in
                let response = try await next(request)
                guard response.head.status == .notFound else { return response }
                return try TransportResponse(json: ["found": false] as JSONValue)
            }
        )
        #expect(try await client.send(Self.request) == ["found": false])
    }

    @Test func anAnswerOfItsOwnThatIsAnErrorIsRetried() async throws {
        let calls = Locked(0)
        let transport = ScriptedTransport()
        let client = try Self.client(
            transport,
            InlineMiddleware { _, _, _ in
                calls.withLock { $0 += 1 }
                return TransportResponse(.serviceUnavailable)
            }
        )
        let error = await #expect(throws: APIError.self) { try await client.send(Self.request) }
        #expect(error?.kind == .serviceUnavailable)
        #expect(calls.withLock(\.self) == 3)
        #expect(await transport.sent.isEmpty)
    }

    @Test func callsNextRepeatedly() async throws {
        let transport = ScriptedTransport([
            .respond(status: 400, headers: [:], body: Data()),
            .respond(status: 200, headers: [:], body: Data("1".utf8)),
        ])
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                let response = try await next(request)
                return response.head.status == .badRequest ? try await next(request) : response
            }
        )
        let (value, response) = try await client.withResponse { try await $0.send(Self.request) }
        #expect(value == 1)
        #expect(response.retriesTaken == 0)
        // Each of them is signed.
        #expect(
            await transport.sent.map { $0.header("X-Api-Key") } == Array(repeating: "test-key-0123456789", count: 2)
        )
        #expect(await transport.sent.map { $0.header("X-Stainless-Retry-Count") } == ["0", "0"])
    }

    @Test func contentThatIsSentOnceIsNotSentAgain() async throws {
        let transport = ScriptedTransport(status: 400)
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                _ = try await next(request)
                return try await next(request)
            }
        )
        var request = APIRequest(.post, "/v1/x")
        let chunks = AsyncStream<Data> { continuation in
            continuation.yield(Data("x".utf8))
            continuation.finish()
        }
        request.body(stream: HTTPBodyStream(chunks), contentType: "a/b")
        let error = await #expect(throws: APIError.self) { try await client.send(request) }
        #expect(error?.kind == .alreadyConsumed)
        #expect(await transport.sent.count == 1)
    }

    // MARK: - Bodies

    @Test(arguments: [200, 404])
    func aBufferedBodyIsLeftToOthers(status: Int) async throws {
        let read = Locked<[Data]>([])
        let reader = InlineMiddleware { request, _, next in
            var response = try await next(request)
            let bytes = try await response.bufferBody()
            read.withLock { $0.append(bytes) }
            return response
        }
        let body = Data(#"{"a":[1,2]}"#.utf8)
        let transport = ScriptedTransport([.stream(status: status, chunks: [body.prefix(3), body.dropFirst(3)])])
        let client = try Self.client(transport, reader, reader)
        let result = await Result { try await client.send(Self.request) }
        #expect(read.withLock(\.self) == [body, body])
        if status == 200 {
            #expect(try result.get() == ["a": [1, 2]])
        } else {
            let error = #expect(throws: APIError.self) { try result.get() }
            #expect(error?.body == .json(["a": [1, 2]]))
        }
        #expect(transport.bodies.withLock(\.open) == 0)
    }

    @Test func aBodyThatItHasReadIsNotTakenForAnEmptyOne() async throws {
        let transport = ScriptedTransport([.stream(chunks: [Data("[1]".utf8)])])
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                let response = try await next(request)
                _ = try await response.body.collect()
                return response
            }
        )
        let error = await #expect(throws: APIError.self) { try await client.send(Self.request) }
        #expect(error?.kind == .alreadyConsumed)
        #expect(error?.message.contains("bufferBody") == true)
    }

    @Test func aResponseThatIsDroppedIsClosed() async throws {
        let transport = ScriptedTransport([.stream(chunks: [], end: .silence)])
        let client = try Self.client(
            transport,
            InlineMiddleware { request, _, next in
                _ = try await next(request)
                return try TransportResponse(json: 1)
            }
        )
        #expect(try await client.send(Self.request) == 1)
        #expect(transport.bodies.withLock(\.open) == 0)
    }

    // MARK: - Errors

    struct Own: Error {}

    struct Again: RetryableError {}

    struct Around: CausedError {
        let underlyingError: (any Error)?
    }

    /// How often middleware that throws is called, and what comes of it.
    private static func attempts(throwing error: any Error) async throws -> (count: Int, thrown: (any Error)?) {
        let calls = Locked(0)
        let client = try client(
            ScriptedTransport(),
            InlineMiddleware { _, _, _ in
                calls.withLock { $0 += 1 }
                throw error
            }
        )
        let result = await Result { try await client.send(request) }
        guard case .failure(let thrown) = result else { return (calls.withLock(\.self), nil) }
        return (calls.withLock(\.self), thrown)
    }

    @Test func ownErrorsAreUnchanged() async throws {
        let own = try await Self.attempts(throwing: Own())
        #expect(own.count == 1)
        #expect(own.thrown is Own)
        let status = try await Self.attempts(throwing: APIError(.rateLimit, "slow"))
        #expect(status.count == 1)
        #expect((status.thrown as? APIError)?.message == "slow")
    }

    @Test func errorsThatAskForAnotherAttempt() async throws {
        let again = try await Self.attempts(throwing: Again())
        #expect(again.count == 3)
        #expect(again.thrown is Again)
        let around = try await Self.attempts(throwing: Around(underlyingError: Again()))
        #expect(around.count == 3)
        #expect(around.thrown is Around)
        let broken = try await Self.attempts(throwing: Around(underlyingError: TransportError(.connection, "x")))
        #expect(broken.count == 3)
        #expect(broken.thrown is Around)
        let late = try await Self.attempts(throwing: TransportError(.timeout, "late"))
        #expect(late.count == 3)
        #expect((late.thrown as? APIError)?.kind == .timeout)
    }

    /// The service has done what it was asked for: only someone who knows that can ask for it again.
    @Test func errorsAfterASuccess() async throws {
        let broken = TransportError(.connection, "reset")
        let cut = ScriptedTransport.Step.stream(chunks: [Data("{".utf8)], end: .failure(broken))
        let whole = ScriptedTransport.Step.stream(chunks: [Data("{}".utf8)])
        let cases: [(HTTPRequest.Method, ScriptedTransport.Step, (any Error)?, attempts: Int)] = [
            (.get, cut, nil, 3), (.post, cut, nil, 1), (.post, whole, broken, 1),
            (.post, whole, Around(underlyingError: broken), 1), (.post, whole, Again(), 3),
        ]
        for (method, step, error, attempts) in cases {
            let transport = ScriptedTransport([step])
            let client = try Self.client(
                transport,
                InlineMiddleware { request, _, next in
                    var response = try await next(request)
                    try await response.bufferBody()
                    if let error { throw error }
                    return response
                }
            )
            await #expect(throws: (any Error).self) { try await client.send(APIRequest(method, "/x")) }
            #expect(await transport.sent.count == attempts)
        }
    }

    @Test func cancellation() async throws {
        let cancelled = try await Self.attempts(throwing: CancellationError())
        #expect(cancelled.count == 1)
        #expect(cancelled.thrown is CancellationError)
    }

    @Test func seesErrorsOfTheTransportAsTheyAre() async throws {
        let seen = Locked<[TransportError.Kind]>([])
        let client = try Self.client(
            ScriptedTransport([.fail(TransportError(.timeout, "late"))]),
            InlineMiddleware { request, _, next in
                do {
                    return try await next(request)
                } catch let error as TransportError {
                    seen.withLock { $0.append(error.kind) }
                    return try TransportResponse(json: "instead")
                }
            }
        )
        #expect(try await client.send(Self.request) == "instead")
        #expect(seen.withLock(\.self) == [.timeout])
    }

    // MARK: - Lists

    private static func named(_ name: String, _ record: MiddlewareRecord) -> InlineMiddleware {
        InlineMiddleware { request, _, next in
            record.enter(name)
            return try await next(request)
        }
    }

    @Test func derivedClients() async throws {
        let record = MiddlewareRecord()
        let client = try Self.client(ScriptedTransport(), Self.named("a", record))
        _ = try await client.withOptions { $0.maxRetries = 0 }.send(Self.request)
        _ = try await client.withOptions { $0.middleware.append(Self.named("b", record)) }.send(Self.request)
        _ = try await client.withOptions { $0.middleware = [] }.send(Self.request)
        _ = try await client.send(Self.request, .init(middleware: [Self.named("r", record)]))
        #expect(record.entries == ["a", "a", "b", "a", "r"])
    }

    // MARK: - Calls

    struct Timing: Middleware {
        let record: MiddlewareRecord

        func interceptCall(
            _ call: CallDescription,
            next: @Sendable () async throws -> ResponseHead
        ) async throws {
            record.enter("\(call.operation) \(call.url) \(call.host):\(call.port)")
            do {
                record.exit("\(try await next().status)")
            } catch {
                record.exit("\(error)")
                throw error
            }
        }
    }

    @Test(arguments: [(200, "200"), (404, "404"), (500, "500")])
    func callsAreSeenOnce(status: Int, exit: String) async throws {
        let record = MiddlewareRecord()
        let client = try Self.client(ScriptedTransport(status: status), Timing(record: record), Self.named("a", record))
        _ = await Result { try await client.send(Self.request, .init(query: ["q": 1])) }
        let url = "https://api.anthropic.com/v1/x?q=1"
        #expect(record.entries.first == "GET /v1/x \(url) api.anthropic.com:443")
        #expect(record.entries.dropFirst() == (status == 500 ? ["a", "a", "a"] : ["a"]))
        #expect(record.exits == [exit])
    }

    @Test func callsWithoutAnAnswer() async throws {
        let record = MiddlewareRecord()
        let client = try Self.client(
            ScriptedTransport([.fail(TransportError(.connection, "refused"))]),
            Timing(record: record)
        )
        let error = await #expect(throws: APIError.self) { try await client.send(Self.request) }
        #expect(error?.kind == .connection)
        #expect(record.exits == ["\(try #require(error))"])
    }

    struct Refusing: Middleware {
        let error: (any Error)?

        func interceptCall(
            _ call: CallDescription,
            next: @Sendable () async throws -> ResponseHead
        ) async throws {
            if let error { throw error }
        }
    }

    @Test func callsThatMiddlewareDoesNotMake() async throws {
        let transport = ScriptedTransport()
        await #expect(throws: Own.self) {
            try await Self.client(transport, Refusing(error: Own())).send(Self.request)
        }
        let error = await #expect(throws: APIError.self) {
            try await Self.client(transport, Refusing(error: nil)).send(Self.request)
        }
        #expect(error?.kind == .invalidArgument)
        #expect(await transport.sent.isEmpty)
    }

    @Test func theOutermostSeesCallsFirst() async throws {
        let outer = MiddlewareRecord()
        let client = try Self.client(ScriptedTransport(), Timing(record: outer))
        let inner = MiddlewareRecord()
        await #expect(throws: Own.self) {
            try await client.send(Self.request, .init(middleware: [Refusing(error: Own()), Timing(record: inner)]))
        }
        #expect(outer.exits == ["Own()"])
        #expect(inner.entries.isEmpty)
    }

    @Test func noCredentialIsShown() async throws {
        let secret = "test-key-0123456789"
        let shown = Locked("")
        let client = try Self.client(
            ScriptedTransport(),
            InlineMiddleware { request, context, next in
                var text = "\(request) \(context)"
                dump(request, to: &text)
                shown.withLock { [text] in $0 = text }
                return try await next(request)
            }
        )
        _ = try await client.send(Self.request, .init(headers: ["Authorization": "Bearer \(secret)"]))
        #expect(!shown.withLock(\.self).isEmpty)
        #expect(!shown.withLock(\.self).contains(secret))
    }
}
