import SDKRuntime

/// A conversation in which the model uses tools, between two requests.
struct ToolConversation: Sendable {
    var params: Beta.MessageCreateParams
    var options: RequestOptions

    /// How many messages the model has written.
    private(set) var turns = 0

    /// What the model wrote last.
    private(set) var message: BetaMessage?

    /// The messages of the last request.
    private var sent: [BetaMessageParam] = []

    /// The last message of the model among the parameters, and its place there. Nil when the caller has put other messages
    /// in place of those that it answers.
    private var turn: (index: Int, message: BetaMessageParam)?

    /// The container that an earlier message named. One that the caller has chosen is another, and null is a choice.
    private var container: String?

    init(params: Beta.MessageCreateParams, options: RequestOptions) {
        self.params = params
        self.options = options
    }

    /// What to send now.
    mutating func nextRequest() -> (params: Beta.MessageCreateParams, options: RequestOptions) {
        sent = params.messages
        return (params, options)
    }

    /// Takes what the model has answered: it comes after what was sent, and before what the caller has added meanwhile.
    mutating func append(_ message: BetaMessage) {
        turns += 1
        self.message = message
        if params.messages == sent || params.messages.starts(with: sent) {
            let turn = BetaMessageParam(message)
            params.messages.insert(turn, at: sent.count)
            self.turn = (sent.count, turn)
        } else {
            turn = nil
        }
        if let id = message.container?.id { carry(container: id) }
    }

    /// Whether the message ends in a call whose input the limit of tokens may have cut off. What is left of it may well
    /// be decoded, without the members that are missing.
    var isLastCallCutOff: Bool {
        guard let message, message.content.last?.toolUse != nil else { return false }
        return message.stopReason == .maxTokens || message.stopReason == .modelContextWindowExceeded
    }

    /// Puts the results of calls behind the message that has the calls, before what the caller has added.
    ///
    /// - Returns: Whether that message is still in its place. Otherwise nothing is changed.
    mutating func append(results: [BetaToolResultBlockParam]) -> Bool {
        guard let turn, isInPlace else { return false }
        let blocks = results.map(BetaContentBlockParam.toolResult)
        params.messages.insert(BetaMessageParam(content: .blocks(blocks), role: .user), at: turn.index + 1)
        return true
    }

    /// Whether the model's last message is where it was appended. Otherwise the caller has put other messages in its
    /// place, which are then for the caller to complete.
    var isInPlace: Bool {
        guard let turn, params.messages.indices.contains(turn.index) else { return false }
        return params.messages[turn.index] == turn.message
    }

    /// Whether there is nothing that the model has not seen.
    var isAnswered: Bool {
        guard let turn else { return false }
        return isInPlace && params.messages.count == turn.index + 1
    }

    private mutating func carry(container id: String) {
        switch params.container {
        case nil:
            params.container = .value(.id(id))
        case .value(.id(let current)) where current == container:
            params.container = .value(.id(id))
        case .value(.container(let current)) where current.id == nil || current.id == container.map(Nullable.value):
            params.container = .value(.container(current.replacing(\.id, with: .value(id))))
        default:
            return
        }
        container = id
    }
}
