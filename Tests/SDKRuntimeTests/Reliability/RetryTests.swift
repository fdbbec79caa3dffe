import Foundation
import SDKRuntime
import TestSupport
import Testing

/// What a call that is repeated sends, keeps open, and tells.
@Suite struct RetryTests {
    private static let post = APIRequest(.post, "/v1/x")
    private static let ok = ScriptedTransport.Step.respond(status: 200, headers: [:], body: Data("{}".utf8))
    private static let broken = TransportError(.connection, "the connection was reset")

    private static func status(_ status: Int) -> ScriptedTransport.Step {
        .respond(status: status, headers: [:], body: Data())
    }

    @Test func everyAttemptSendsTheSameBytes() async throws {
        let transport = ScriptedTransport([Self.status(500), .fail(Self.broken), Self.ok])
        var request = Self.post
        request.body(["b": 1, "a": [2.5, nil]] as JSONValue)
        _ = try await TestClient(over: transport).send(request)
        let bodies = await transport.sent.map(\.body)
        #expect(bodies == Array(repeating: Data(#"{"b":1,"a":[2.5,null]}"#.utf8), count: 3))
        #expect(Set(await transport.sent.map(\.url)).count == 1)
    }

    @Test(arguments: [Self.status(503), .fail(Self.broken)])
    func aContentThatCanBeSentOnceIsNotSentAgain(_ step: ScriptedTransport.Step) async throws {
        let transport = ScriptedTransport([step, Self.ok])
        let clock = VirtualClock()
        var request = Self.post
        let chunks = AsyncStream { continuation in
            continuation.yield(Data("once".utf8))
            continuation.finish()
        }
        request.body(stream: HTTPBodyStream(chunks), contentType: "text/plain")
        let outcome = await Outcome { try await TestClient(over: transport, clock: clock).send(request) }
        // The error of the first attempt, not one about repeating it.
        #expect(outcome.error?.kind == (outcome.error?.status == 503 ? .serviceUnavailable : .connection))
        #expect(await transport.sent.map(\.body) == [Data("once".utf8)])
        #expect(clock.sleeps.isEmpty)
    }

    @Test func aStreamThatBeginsAnewIsSentAgain() async throws {
        let transport = ScriptedTransport([Self.status(503), Self.ok])
        var request = Self.post
        request.body(stream: HTTPBodyStream(Data("again".utf8)), contentType: "text/plain")
        _ = try await TestClient(over: transport).send(request)
        #expect(await transport.sent.map(\.body) == [Data("again".utf8), Data("again".utf8)])
    }

    @Test func nothingIsOpenWhileACallWaits() async throws {
        let lost = ScriptedTransport.Step.stream(status: 529, chunks: [Data("no".utf8)], end: .silence)
        let transport = ScriptedTransport([lost, lost, Self.ok])
        let open = Locked<[Int]>([])
        let clock = VirtualClock()
        clock.onSleep { _ in
            let count = transport.bodies.withLock { $0.open }
            open.withLock { $0.append(count) }
        }
        _ = try await TestClient(over: transport, clock: clock).send(Self.post)
        #expect(open.withLock(\.self) == [0, 0])
        // A body that nobody wants is not waited for.
        #expect(transport.bodies.withLock { $0.chunks } == 0)
    }

    @Test func aCallsOwnNumberOfRetriesCounts() async throws {
        for (client, call, attempts) in [(0, 3, 4), (5, 0, 1), (5, nil, 6)] as [(Int, Int?, Int)] {
            let transport = ScriptedTransport([Self.status(500)])
            let outcome = await Outcome {
                try await TestClient(over: transport, options: .init(maxRetries: client))
                    .send(Self.post, .init(maxRetries: call))
            }
            #expect(outcome.error?.kind == .internalServer)
            #expect(await transport.sent.count == attempts)
        }
    }

    @Test func optionsCanBeUsedForTwoCalls() async throws {
        let transport = ScriptedTransport([
            Self.status(500), Self.status(500), Self.ok, Self.status(500), Self.status(500), Self.ok,
        ])
        let client = try TestClient(over: transport)
        let options = RequestOptions(maxRetries: 2)
        _ = try await client.send(Self.post, options)
        _ = try await client.send(Self.post, options)
        #expect(
            await transport.sent.map { $0.header("x-stainless-retry-count") } == ["0", "1", "2", "0", "1", "2"]
        )
    }

    @Test func aCountOfTheCallersStays() async throws {
        let transport = ScriptedTransport([Self.status(500), Self.ok])
        _ = try await TestClient(over: transport).send(Self.post, .init(headers: ["x-stainless-retry-count": "7"]))
        #expect(await transport.sent.map { $0.header("x-stainless-retry-count") } == ["7", "7"])
    }

    @Test func readingBrokenOffIsTriedAgainOnlyWhereThatDoesNothingTwice() async throws {
        let broken = ScriptedTransport.Step.stream(chunks: [Data("{".utf8)], end: .failure(Self.broken))
        for (method, attempts) in [(HTTPRequest.Method.get, 2), (.put, 2), (.delete, 2), (.post, 1), (.patch, 1)] {
            let transport = ScriptedTransport([broken, Self.ok])
            let outcome = await Outcome { try await TestClient(over: transport).send(APIRequest(method, "/v1/x")) }
            #expect(await transport.sent.count == attempts)
            #expect(outcome.error?.kind == (attempts == 1 ? .connection : nil))
            #expect(transport.bodies.withLock { $0.open } == 0)
        }
        // A service that knows requests again can be asked twice.
        let transport = ScriptedTransport([broken, Self.ok])
        let client = try TestClient(
            service: TestService.description(idempotencyHeader: "Idempotency-Key"),
            apiKey: "test-key-0123456789",
            options: .init(transport: transport, environment: .none)
        )
        _ = try await client.send(Self.post)
        #expect(await transport.sent.count == 2)
    }

    @Test func idempotencyKeysAreOfOneCall() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(
            service: TestService.description(idempotencyHeader: "Idempotency-Key"),
            apiKey: "test-key-0123456789",
            options: .init(transport: transport, environment: .none)
        )
        _ = try await client.send(Self.post)
        _ = try await client.send(Self.post)
        _ = try await client.send(APIRequest(.get, "/v1/x"))
        _ = try await client.send(Self.post, .init(headers: ["idempotency-key": "own"]))
        _ = try await client.send(Self.post, .init(headers: ["idempotency-key": nil]))
        let keys = await transport.sent.map { $0.header("idempotency-key") }
        #expect(keys[0] != keys[1] && keys[0]?.hasPrefix("stainless-swift-retry-") == true)
        #expect(Array(keys[2...]) == [nil, "own", nil])
    }

    @Test func theStatusOfAnErrorOutlivesItsBody() async throws {
        let cut = ScriptedTransport.Step.stream(status: 400, chunks: [Data("cut o".utf8)], end: .failure(Self.broken))
        let outcome = await Outcome { try await TestClient(over: ScriptedTransport([cut])).send(Self.post) }
        #expect(outcome.error?.kind == .badRequest)
        #expect(outcome.error?.body == .text("cut o"))
    }

    @Test func responsesTellHowManyRetriesCameBefore() async throws {
        let chunks = [Data("data: {}\n\n".utf8)]
        let transport = ScriptedTransport([Self.status(500), .stream(chunks: chunks)])
        let client = try TestClient(over: transport)
        let stream: EventStream<JSONValue> = try await client.core.events(Self.post)
        #expect(stream.response.retriesTaken == 1)

        let unread = try await TestClient(over: ScriptedTransport([Self.status(500), Self.status(500), Self.ok]))
            .asResponse { try await $0.send(Self.post) }
        #expect(unread.retriesTaken == 2)
        let (_, response) = try await TestClient(over: ScriptedTransport()).withResponse {
            try await $0.send(Self.post)
        }
        #expect(response.retriesTaken == 0)
    }

    @Test(arguments: [Duration.zero, .seconds(-1)])
    func theLongestDelayHasToBePositive(_ duration: Duration) async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport).withOptions { $0.maxRetryDelay = duration }
        let outcome = await Outcome { try await client.send(Self.post) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(await transport.sent.isEmpty)
    }

    @Test func theLongestDelayIsTheClients() async throws {
        let limited = ScriptedTransport.Step.respond(
            status: 429,
            headers: HTTPFields(named: ["retry-after": "3600"]),
            body: Data()
        )
        let clock = VirtualClock()
        let client = try TestClient(
            over: ScriptedTransport([limited, Self.ok]),
            options: .init(maxRetryDelay: .seconds(30)),
            clock: clock
        )
        _ = try await client.send(Self.post)
        #expect(clock.sleeps == [.seconds(30)])
    }
}
