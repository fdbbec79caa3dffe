import SDKRuntime

/// What of a message matters to whoever reads its text as output.
struct FinalText {
    /// The text behind the last block of another kind, such as the result of a tool. Thinking counts as none.
    let text: String
    let stopReason: String?
    let refusal: String?

    /// What a block means for the text.
    enum Part {
        case text(String)
        case thinking
        case other
        /// A block of a kind that this module does not know. Text behind it begins anew, as behind a tool; but if none
        /// comes, the text before it is the last there is.
        case unknown
    }

    init(_ parts: [Part], stopReason: String?, refusal: String?) {
        var text = ""
        var beginsAnew = false
        for part in parts {
            switch part {
            case .text(let piece):
                text = beginsAnew ? piece : text + piece
                beginsAnew = false
            case .thinking: break
            case .other: text = ""
            case .unknown: beginsAnew = true
            }
        }
        self.text = text
        self.stopReason = stopReason
        self.refusal = refusal
    }

    /// Reads the text as a type.
    ///
    /// - Throws: ``StructuredOutputError`` that holds the message.
    func output<Output: Decodable, Message: APIModel>(
        as type: Output.Type,
        of message: Message
    ) throws(StructuredOutputError<Message>) -> Output {
        func error(_ reason: StructuredOutputError<Message>.Reason) -> StructuredOutputError<Message> {
            StructuredOutputError(reason: reason, text: text, message: message)
        }
        switch stopReason {
        case StopReason.refusal.rawValue: throw error(.refusal(explanation: refusal))
        case StopReason.maxTokens.rawValue, BetaStopReason.modelContextWindowExceeded.rawValue:
            throw error(.truncated)
        default: break
        }
        guard !text.isEmpty else { throw error(.noText) }
        do {
            return try ModelDecoder().decode(JSONValue.self, from: Data(text.utf8)).decode(codable: type)
        } catch let cause {
            throw error(.mismatch(cause))
        }
    }
}

extension Message {
    /// Reads the text at the end of the message as JSON of a type.
    ///
    /// It is for messages that were asked for with a format of the output: those of ``Messages/parse(_:as:options:)``, of
    /// a stream or of a batch.
    ///
    /// - Throws: ``StructuredOutputError``, which says why there is no such output and holds the message.
    public func output<Output: Decodable>(
        as type: Output.Type = Output.self
    ) throws(StructuredOutputError<Message>) -> Output {
        try FinalText(content.map(\.part), stopReason: stopReason?.rawValue, refusal: stopDetails?.explanation)
            .output(as: type, of: self)
    }
}

extension BetaMessage {
    /// Reads the text at the end of the message as JSON of a type; see ``Message/output(as:)``.
    ///
    /// - Throws: ``StructuredOutputError``, which says why there is no such output and holds the message.
    public func output<Output: Decodable>(
        as type: Output.Type = Output.self
    ) throws(StructuredOutputError<BetaMessage>) -> Output {
        try FinalText(content.map(\.part), stopReason: stopReason?.rawValue, refusal: stopDetails?.explanation)
            .output(as: type, of: self)
    }
}

extension ContentBlock {
    fileprivate var part: FinalText.Part {
        switch self {
        case .text(let block): .text(block.text)
        case .thinking, .redactedThinking: .thinking
        case .unknown: .unknown
        default: .other
        }
    }
}

extension BetaContentBlock {
    fileprivate var part: FinalText.Part {
        switch self {
        case .text(let block): .text(block.text)
        case .thinking, .redactedThinking: .thinking
        case .unknown: .unknown
        default: .other
        }
    }
}
