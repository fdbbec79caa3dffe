import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct MiddlewareConformanceTests {
    static let cases = ConformanceCases.cases(suite: "middleware")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "middleware"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func intercept(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let record = MiddlewareRecord()
        let client = try Self.client(input, record)
        let options = RequestOptions(middleware: Self.middleware(input["request"], record))

        if input["sse"] == true {
            let events: EventStream<JSONValue> = try await client.core.events(APIRequest(.get, "/v1/x"), options)
            var iterator = events.makeAsyncIterator()
            // The body never ends: what comes, comes before its end.
            #expect(try await iterator.next() == 1)
            #expect(expected.take("first_event_before_body_end") == true)
            return expected.finish()
        }

        let called = input["derive"]?.arrayValue == nil ? client : try Self.derived(from: client, input, record)
        let result = await Result { try await called.send(APIRequest(.post, "/v1/x"), options) }
        if let order = expected.take("entry_order") { #expect(record.entries == order.strings) }
        if let order = expected.take("exit_order") { #expect(record.exits == order.strings) }
        if let numbers = expected.take("attempt_numbers") {
            #expect(record.attempts == numbers.arrayValue?.compactMap(\.intValue))
        }
        if let count = expected.take("attempts") { #expect(record.attempts.count == count.intValue) }
        if let count = expected.take("transport_calls") {
            #expect(record.entries.count { $0 == "transport" } == count.intValue)
        }
        if let calls = expected.take("derived_calls") {
            #expect(record.entries.filter { $0 != "transport" } == calls.strings)
        }
        if let value = expected.take("result") { #expect(try result.get() == value) }
        if let name = expected.take("error") {
            #expect(result.error.map { "\(type(of: $0))" } == name.stringValue)
        } else if let outcome = expected.take("outcome") {
            let error = #expect(throws: APIError.self) { try result.get() }
            #expect(error?.kind.description == outcome.stringValue)
        } else {
            _ = try result.get()
        }
        expected.finish()
    }

    struct MyError: Error {}

    struct PassingError: RetryableError {}

    private static func error(named name: String) -> any Error {
        switch name {
        case "RetryableError": PassingError()
        case "timeout": TransportError(.timeout, "too late")
        case "connection": TransportError(.connection, "gone")
        default: MyError()
        }
    }

    private static func client(_ input: JSONValue, _ record: MiddlewareRecord) throws -> TestClient {
        let script = input["script"]?.arrayValue ?? [200]
        let transport = ScriptedTransport { _ in
            let index = record.enter("transport")
            record.exit("transport")
            if input["sse"] == true {
                return .stream(chunks: [Data("data: 1\n\n".utf8)], end: .silence)
            }
            let step = script[min(index, script.count - 1)]
            if step["error"] != nil { return .fail(TransportError(.connection, step["error"]?.text ?? "")) }
            return .respond(status: step.intValue ?? 200, headers: [:], body: Data("{}".utf8))
        }
        var clock = ClientClock.system
        clock.sleep = { _ in }
        return try TestClient(
            over: transport,
            options: .init(middleware: middleware(input["client"], record), clock: clock)
        )
    }

    private static func derived(
        from client: TestClient,
        _ input: JSONValue,
        _ record: MiddlewareRecord
    ) throws -> TestClient {
        client.withOptions { $0.middleware = middleware(input["derive"], record) }
    }

    /// Middleware that does what its name says.
    private static func middleware(_ names: JSONValue?, _ record: MiddlewareRecord) -> [any Middleware] {
        (names?.strings ?? []).map { name in
            InlineMiddleware { request, context, next in
                record.enter(name)
                record.begin(context.attempt)
                defer { record.exit(name) }
                if name.hasPrefix("throws ") { throw error(named: String(name.dropFirst("throws ".count))) }
                if name == "calls next twice" { _ = try await next(request) }
                if name.hasPrefix("returns ") {
                    let parts = name.split(separator: " ", maxSplits: 2)
                    return TransportResponse(
                        .init(code: Int(parts[1]) ?? 0),
                        headers: [.contentType: "application/json"],
                        body: Data(parts[2].utf8)
                    )
                }
                if name == "rethrows" {
                    do { return try await next(request) } catch { throw error }
                }
                return try await next(request)
            }
        }
    }
}

/// What happened on the way of a request.
final class MiddlewareRecord: Sendable {
    private let state = Locked((entries: [String](), exits: [String](), attempts: [Int]()))

    var entries: [String] { state.withLock(\.entries) }
    var exits: [String] { state.withLock(\.exits) }
    var attempts: [Int] { state.withLock(\.attempts) }

    /// Notes that a step begins, and tells how often it has before.
    @discardableResult
    func enter(_ name: String) -> Int {
        state.withLock { state in
            state.entries.append(name)
            return state.entries.count { $0 == name } - 1
        }
    }

    func exit(_ name: String) {
        state.withLock { $0.exits.append(name) }
    }

    func begin(_ attempt: Int) {
        state.withLock { $0.attempts.append(attempt) }
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

extension JSONValue {
    /// The texts of an array.
    var strings: [String] { (arrayValue ?? []).map(\.text) }
}
