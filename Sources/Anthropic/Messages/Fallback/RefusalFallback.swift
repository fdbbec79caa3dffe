public import SDKRuntime

// <!-- swift
// let params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// Asks other models when one refuses to answer.
///
/// ```swift
/// let client = try AnthropicClient(options: .init(middleware: [RefusalFallback(.claudeSonnet4_6)]))
/// let message = try await client.messages.create(params)
/// print(message.model)
/// ```
///
/// A message whose `stop_reason` is `refusal` is not handed out as long as there is another model to ask: the same request
/// is sent to that. The answer of the last one is handed out whatever it is, and so is any error. Each refusal costs its
/// tokens, and only the last answer tells its own. An error after which the call is repeated begins with the first model again.
///
/// It works for `create`, of ``Messages`` and of ``Beta/Messages``, and for what is built on it. A stream is left alone: part
/// of the answer has been handed out when it tells that the model refused.
public struct RefusalFallback: Middleware {
    /// The models to ask, in order, after that of the request.
    public let models: [Model]

    /// Makes middleware that asks other models.
    ///
    /// - Parameter models: The models to ask, in order, after that of the request.
    public init(_ models: Model...) {
        self.models = models
    }

    /// Sends a request, and again as long as the answer is a refusal and there is another model.
    ///
    /// - Throws: What `next` throws.
    public func intercept(
        _ request: OutgoingRequest,
        context: AttemptContext,
        next: @Sendable (OutgoingRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        var response = try await next(request)
        guard context.operation == "POST /v1/messages" else { return response }
        var call: MessageCall?
        for model in models {
            guard try await isRefusal(&response), let refused = call ?? MessageCall(request) else { break }
            call = refused
            if model.rawValue != refused.model { response = try await next(refused.request(to: model)) }
        }
        return response
    }

    private func isRefusal(_ response: inout TransportResponse) async throws -> Bool {
        let isStream = response.head.headerFields[.contentType]?.hasPrefix("text/event-stream") == true
        guard response.head.status.kind == .successful, !isStream else { return false }
        let body = try await response.bufferBody()
        let message = try? ModelDecoder().decode(JSONValue.self, from: body)
        return message?["stop_reason"] == .string(StopReason.refusal.rawValue)
    }
}

/// A request for a message, which is read when it has been refused.
private struct MessageCall {
    private let original: OutgoingRequest
    private let params: JSONObject

    /// Nil when the body is not that of such a request.
    init?(_ request: OutgoingRequest) {
        guard case .bytes(let body) = request.body,
            let params = (try? ModelDecoder().decode(JSONValue.self, from: body))?.objectValue
        else { return nil }
        original = request
        self.params = params
    }

    var model: String? { params["model"]?.stringValue }

    func request(to model: Model) throws -> OutgoingRequest {
        var params = params
        params["model"] = .string(model.rawValue)
        var request = original
        request.body = .bytes(try ModelEncoder().encode(params))
        return request
    }
}
