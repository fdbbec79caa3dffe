import SDKRuntime

/// The way from one message of the model to the next: tools are run, and their results are sent.
final class ToolLoop: Sendable {
    private enum Phase: Sendable {
        case idle, busy, ended
        case failed(any Error)
    }

    private struct State: Sendable {
        var conversation: ToolConversation
        var isTaken = false
        var phase = Phase.idle
    }

    private let tools: ToolBox
    private let maxIterations: Int?
    private let state: Locked<State>

    /// - Throws: `APIError` of kind `invalidArgument` when the tools or the limit make no sense.
    init(
        _ params: Beta.MessageCreateParams,
        _ tools: [any Tool],
        maxIterations: Int?,
        options: RequestOptions
    ) throws {
        if let maxIterations, maxIterations < 1 {
            throw APIError(.invalidArgument, "'maxIterations' must be positive, but it is \(maxIterations)")
        }
        self.tools = try ToolBox(tools, besides: params.tools ?? [])
        self.maxIterations = maxIterations
        var params = params
        if !self.tools.definitions.isEmpty { params.tools = (params.tools ?? []) + self.tools.definitions }
        state = Locked(State(conversation: ToolConversation(params: params, options: options)))
    }

    var params: Beta.MessageCreateParams {
        get { state.withLock { $0.conversation.params } }
        set { state.withLock { $0.conversation.params = newValue } }
    }

    var options: RequestOptions {
        get { state.withLock { $0.conversation.options } }
        set { state.withLock { $0.conversation.options = newValue } }
    }

    /// Takes the one pass that there is over the turns; false when someone has it already.
    func take() -> Bool {
        state.withLock { state in
            defer { state.isTaken = true }
            return !state.isTaken
        }
    }

    /// Takes what the model has answered.
    func append(_ message: BetaMessage) {
        state.withLock { $0.conversation.append(message) }
    }

    /// Makes one step from turn to turn, and none after one that failed.
    ///
    /// - Throws: What the step throws, and `APIError` of kind `alreadyConsumed` when another step is being made.
    func step<Turn: Sendable>(_ body: @Sendable () async throws -> Turn?) async throws -> Turn? {
        let phase = state.withLock { state in
            defer { if case .idle = state.phase { state.phase = .busy } }
            return state.phase
        }
        switch phase {
        case .idle: break
        case .busy: throw Self.alreadyConsumed
        case .ended, .failed: return nil
        }
        do {
            let turn = try await body()
            state.withLock { $0.phase = turn == nil ? .ended : .idle }
            return turn
        } catch {
            state.withLock { $0.phase = .failed(error) }
            throw error
        }
    }

    /// The last message of the model, when the conversation is at its end.
    ///
    /// - Throws: The error of the step that failed, if one did.
    func finalMessage() throws -> BetaMessage {
        let (phase, message) = state.withLock { ($0.phase, $0.conversation.message) }
        if case .failed(let error) = phase { throw error }
        guard let message else { throw Self.alreadyConsumed }
        return message
    }

    /// Runs the tools that the last message asks for.
    ///
    /// - Returns: What is to be sent next; nil when the conversation is at its end.
    /// - Throws: `CancellationError` when the task is cancelled, and `APIError` of kind `invalidArgument` when the messages
    ///   have been replaced while the tools ran.
    func nextRequest() async throws -> (params: Beta.MessageCreateParams, options: RequestOptions)? {
        try Task.checkCancellation()
        let conversation = state.withLock { $0.conversation }
        if let message = conversation.message {
            if let maxIterations, conversation.turns >= maxIterations { return nil }
            if message.stopReason == .refusal { return nil }
            let calls = message.toolUses
            if conversation.isInPlace, !calls.isEmpty {
                let results = try await tools.results(of: calls, isLastCutOff: conversation.isLastCallCutOff)
                let isPlaced = state.withLock { $0.conversation.append(results: results) }
                guard isPlaced else { throw Self.resultsHaveNoPlace }
            } else if conversation.isAnswered {
                return nil
            }
        }
        return state.withLock { $0.conversation.nextRequest() }
    }

    private static let resultsHaveNoPlace = APIError(
        .invalidArgument,
        "the messages were replaced while tools ran: their results have no place. Replace messages between turns"
    )

    static let alreadyConsumed = APIError(
        .alreadyConsumed,
        "the turns of the tool runner are being read already: they can be read once"
    )
}
