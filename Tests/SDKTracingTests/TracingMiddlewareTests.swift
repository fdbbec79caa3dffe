#if Tracing
    import Foundation
    import InMemoryTracing
    import SDKRuntime
    import SDKTracing
    import TestSupport
    import Testing
    import Tracing

    /// The spans of calls.
    @Suite struct TracingMiddlewareTests {
        private static func client(
            _ transport: ScriptedTransport,
            _ tracer: InMemoryTracer,
            responseHeaders: [String] = [],
            maxRetries: Int = 2
        ) throws -> TestClient {
            var clock = ClientClock.system
            clock.sleep = { _ in }
            let tracing = TracingMiddleware(tracer: tracer, responseHeaders: responseHeaders)
            return try TestClient(
                over: transport,
                options: .init(maxRetries: maxRetries, middleware: [tracing], clock: clock)
            )
        }

        private static var request: APIRequest {
            var request = APIRequest(.get, "/v1/files/{file_id}")
            request.path("file_id", "file_1")
            request.query("limit", 2)
            return request
        }

        private static func respond(_ status: Int, headers: HTTPFields = [:]) -> ScriptedTransport.Step {
            .respond(status: status, headers: headers, body: Data("{}".utf8))
        }

        @Test func aCallIsASpan() async throws {
            let tracer = InMemoryTracer()
            _ = try await Self.client(ScriptedTransport(), tracer).send(Self.request)
            #expect(tracer.activeSpans.isEmpty)
            #expect(tracer.finishedSpans.count == 1)
            let span = try #require(tracer.finishedSpans.first)
            #expect(span.operationName == "GET /v1/files/{file_id}")
            #expect(span.kind == .client)
            #expect(span.status == nil)
            #expect(span.events.isEmpty)
            #expect(
                span.attributes
                    == SpanAttributes([
                        "http.request.method": "GET",
                        "http.response.status_code": 200,
                        "server.address": "api.anthropic.com",
                        "server.port": 443,
                        "url.full": "https://api.anthropic.com/v1/files/file_1?limit=2",
                        "url.template": "/v1/files/{file_id}",
                    ])
            )
        }

        @Test func attemptsAreEventsOfOneSpan() async throws {
            let tracer = InMemoryTracer()
            let transport = ScriptedTransport([Self.respond(500), Self.respond(503), Self.respond(200)])
            _ = try await Self.client(transport, tracer).send(Self.request)
            let span = try #require(tracer.finishedSpans.first)
            #expect(tracer.finishedSpans.count == 1)
            #expect(span.events.map(\.name) == ["http.resend", "http.resend"])
            #expect(span.events.map { $0.attributes.get("http.request.resend_count") } == [.int64(1), .int64(2)])
            #expect(span.attributes.get("http.request.resend_count") == .int64(2))
            #expect(span.attributes.get("http.response.status_code") == .int64(200))
            #expect(span.status == nil)
        }

        @Test func theContextGoesAlongWithEachAttempt() async throws {
            let tracer = InMemoryTracer()
            let transport = ScriptedTransport([Self.respond(500), Self.respond(200)])
            _ = try await Self.client(transport, tracer).send(Self.request)
            let span = try #require(tracer.finishedSpans.first)
            let sent = await transport.sent
            #expect(sent.map { $0.header(InMemoryTracer.traceIDKey) } == [span.traceID, span.traceID])
            #expect(sent.map { $0.header(InMemoryTracer.spanIDKey) } == [span.spanID, span.spanID])
        }

        @Test func callsBelongToTheSpanAroundThem() async throws {
            let tracer = InMemoryTracer()
            let client = try Self.client(ScriptedTransport(), tracer)
            try await tracer.withSpan("outer") { _ in
                _ = try await client.send(Self.request)
                _ = try await client.send(Self.request)
            }
            let spans = tracer.finishedSpans
            let outer = try #require(spans.last)
            #expect(spans.map(\.operationName).dropFirst(2) == ["outer"])
            #expect(spans.prefix(2).map(\.parentSpanID) == [outer.spanID, outer.spanID])
            #expect(Set(spans.map(\.traceID)).count == 1)
        }

        @Test func failuresOfTheService() async throws {
            let tracer = InMemoryTracer()
            let client = try Self.client(ScriptedTransport(status: 404, body: "secret words"), tracer)
            await #expect(throws: APIError.self) { try await client.send(Self.request) }
            let span = try #require(tracer.finishedSpans.first)
            #expect(span.status?.code == .error)
            #expect(span.attributes.get("http.response.status_code") == .int64(404))
            #expect(span.attributes.get("error.type") == .string("404"))
            #expect(!"\(span)".contains("secret words"))
        }

        @Test func failuresOfTheNetwork() async throws {
            let tracer = InMemoryTracer()
            let transport = ScriptedTransport([.fail(TransportError(.timeout, "late"))])
            let client = try Self.client(transport, tracer, maxRetries: 1)
            await #expect(throws: APIError.self) { try await client.send(Self.request) }
            let span = try #require(tracer.finishedSpans.first)
            #expect(span.status?.code == .error)
            #expect(span.attributes.get("error.type") == .string("timeout"))
            #expect(span.attributes.get("http.response.status_code") == nil)
            #expect(span.attributes.get("http.request.resend_count") == .int64(1))
        }

        @Test func noCredentialIsRecorded() async throws {
            let tracer = InMemoryTracer()
            let service = ServiceDescription(
                name: "Query",
                version: "1",
                baseURL: "https://q.test",
                credentials: [.query(argument: "apiKey", name: "key")]
            )
            let client = try TestClient(
                service: service,
                apiKey: "very-secret-key",
                options: .init(
                    middleware: [TracingMiddleware(tracer: tracer)],
                    transport: ScriptedTransport(),
                    environment: .none
                )
            )
            var request = APIRequest(.get, "/v1/x")
            request.query("token", "very-secret-key")
            _ = try await client.send(request, .init(query: ["key": "other-secret-key"]))
            let span = try #require(tracer.finishedSpans.first)
            #expect(!"\(span)".contains("secret-key"))
            #expect(span.attributes.get("url.full") == .string("https://q.test/v1/x?token=***&key=***"))
        }

        @Test func headersThatAreAskedForAreRecorded() async throws {
            let tracer = InMemoryTracer()
            let transport = ScriptedTransport([
                Self.respond(200, headers: HTTPFields(named: ["request-id": "req_1", "x": "y"]))
            ])
            _ = try await Self.client(transport, tracer, responseHeaders: ["Request-ID", "absent", "not a name"])
                .send(Self.request)
            let attributes = try #require(tracer.finishedSpans.first).attributes
            #expect(attributes.get("http.response.header.request-id") == .stringArray(["req_1"]))
            #expect(attributes.get("http.response.header.x") == nil)
            #expect(attributes.get("http.response.header.absent") == nil)
        }

        @Test func aStreamIsASpanUntilItBegins() async throws {
            let tracer = InMemoryTracer()
            let transport = ScriptedTransport([.stream(chunks: [Data("data: 1\n\n".utf8)])])
            let events: EventStream<JSONValue> = try await Self.client(transport, tracer).core.events(Self.request)
            #expect(tracer.finishedSpans.count == 1)
            var values: [JSONValue] = []
            for try await value in events { values.append(value) }
            #expect(values == [1])
        }
    }
#endif
