import RuntimeAPI

/// Calls of the generated client.
struct GeneratedCaller: Caller {
    private let client: RuntimeClient

    /// - Parameter transport: Nil: the default one.
    init(port: Int, transport: (any HTTPTransport)? = nil) throws {
        var options = ClientOptions(environment: .none)
        options.transport = transport
        client = try RuntimeClient(
            apiKey: "sk-runtime-0123456789",
            baseURL: "http://127.0.0.1:\(port)",
            options: options
        )
    }

    func call() async throws -> Int {
        try await client.messages
            .create(
                MessageCreateParams(
                    model: Input.model,
                    maxTokens: 1024,
                    messages: Input.turns.map { MessageParam(role: .init(rawValue: $0.0), content: $0.1) },
                    system: Input.system,
                    temperature: 0.5
                )
            )
            .usage.outputTokens
    }

    func events(_ count: Int, together: Int) async throws -> Int {
        var options = RequestOptions()
        options.query = ["events": .number(JSONNumber(count)), "together": .number(JSONNumber(together))]
        let params = MessageCreateParams(model: Input.model, maxTokens: 1024, messages: [])
        var events = 0
        var textLength = 0
        for try await event in try await client.messages.createStream(params, options: options) {
            events += 1
            if case .contentBlockDelta(let event) = event { textLength += event.delta.text.utf8.count }
        }
        guard textLength > 0 else { throw WrongAnswer() }
        return events
    }

    func upload(_ path: String) async throws -> Int {
        try await client.contents.upload(ContentUploadParams(body: .file(path))).bytes
    }

    func download(_ bytes: Int, to path: String) async throws {
        try await client.contents.download(size: bytes).save(to: path)
    }
}
