#if Tracing
    public import SDKRuntime
    public import Tracing

    /// Makes a client span of each call, after OpenTelemetry's semantic conventions for HTTP.
    ///
    /// ```swift
    /// import Anthropic
    /// import SDKTracing
    ///
    /// let client = try AnthropicClient(options: .init(middleware: [TracingMiddleware()]))
    /// ```
    ///
    /// - A **call** is one span, however many attempts it takes. It is named by the call, as in
    ///   `POST /v1/sessions/{session_id}/resources`, and ends when the answer has come; for a stream, when it begins.
    /// - Each **attempt** that is repeated is an event of the span, `http.resend`, and its headers carry the context of the
    ///   span to the service, in whatever form the tracer has.
    /// - **Attributes**: `http.request.method`, `http.request.resend_count`, `http.response.status_code`, `error.type`,
    ///   `server.address`, `server.port`, `url.full` and `url.template`. Credentials are in none of them.
    /// - **Content** is not recorded: no body, no message of an error, and no header but those that are asked for.
    ///
    /// Put it first among the middleware, so that spans which others begin belong to that of the call.
    public struct TracingMiddleware: Middleware {
        private let tracer: (any Tracer)?
        private let responseHeaders: [HTTPField.Name]

        /// Makes middleware that traces calls.
        ///
        /// - Parameters:
        ///   - tracer: Where spans go. Nil: the tracer that the process has bootstrapped.
        ///   - responseHeaders: Header fields of responses that become attributes, such as `request-id` as
        ///     `http.response.header.request-id`. Names that no header can have are passed over.
        public init(tracer: (any Tracer)? = nil, responseHeaders: [String] = []) {
            self.tracer = tracer
            self.responseHeaders = responseHeaders.compactMap { HTTPField.Name($0) }
        }

        private var currentTracer: any Tracer { tracer ?? InstrumentationSystem.tracer }

        /// Makes a span around the attempts of a call.
        public func interceptCall(
            _ call: CallDescription,
            next: @Sendable () async throws -> ResponseHead
        ) async throws {
            let span = currentTracer.startSpan(call.operation, ofKind: .client)
            defer { span.end() }
            span.updateAttributes { $0.describe(call) }
            do {
                let head = try await InstrumentationContext.$current.withValue(span.context) {
                    try await CallSpan.$current.withValue(CallSpan(span: span)) { try await next() }
                }
                record(head, in: span)
            } catch {
                span.updateAttributes { $0["error.type"] = ErrorType.name(of: error) }
                span.setStatus(SpanStatus(code: .error))
                throw error
            }
        }

        private func record(_ head: ResponseHead, in span: any Span) {
            span.updateAttributes { attributes in
                attributes["http.response.status_code"] = head.status
                if head.status >= 400 { attributes["error.type"] = "\(head.status)" }
                for name in responseHeaders {
                    let values = head.headers[values: name]
                    guard !values.isEmpty else { continue }
                    attributes["http.response.header.\(name.canonicalName)"] = values
                }
            }
            if head.status >= 400 { span.setStatus(SpanStatus(code: .error)) }
        }

        /// Hands the context of the span to the service.
        public func intercept(
            _ request: OutgoingRequest,
            context: AttemptContext,
            next: @Sendable (OutgoingRequest) async throws -> TransportResponse
        ) async throws -> TransportResponse {
            if context.attempt > 0 { CallSpan.current?.span.resend(context.attempt) }
            var request = request
            if let current = InstrumentationContext.current {
                currentTracer.inject(current, into: &request.head.headerFields, using: HeaderInjector())
            }
            return try await next(request)
        }
    }

    /// The span of the call that the task makes.
    private struct CallSpan: Sendable {
        @TaskLocal static var current: CallSpan?

        let span: any Span
    }

    extension Span {
        /// Notes that the call is tried once more.
        fileprivate func resend(_ count: Int) {
            addEvent(SpanEvent(name: "http.resend", attributes: ["http.request.resend_count": .int64(Int64(count))]))
            updateAttributes { $0["http.request.resend_count"] = count }
        }
    }

    extension SpanAttributes {
        fileprivate mutating func describe(_ call: CallDescription) {
            self["http.request.method"] = call.method.rawValue
            self["server.address"] = call.host
            self["server.port"] = call.port
            self["url.full"] = call.url
            self["url.template"] = String(call.operation.drop { $0 != " " }.dropFirst())
        }
    }

    /// Writes what a tracer wants to hand on into the headers of a request.
    private struct HeaderInjector: Injector {
        func inject(_ value: String, forKey key: String, into carrier: inout HTTPFields) {
            guard let name = HTTPField.Name(key), HTTPField.isValidValue(value) else { return }
            carrier[name] = value
        }
    }

    /// The low-cardinality name of an error: its kind, or its type.
    private enum ErrorType {
        static func name(of error: any Error) -> String {
            if let error = error as? APIError { return error.kind.description }
            return "\(type(of: error))"
        }
    }
#endif
