/// The types of the calls as someone writes them by hand, for Foundation's coders.
enum Twins {
    struct MessageParams: Codable {
        var model: String
        var maxTokens: Int
        var messages: [MessageParam]
        var system: String?
        var temperature: Double?
        var stream: Bool?

        enum CodingKeys: String, CodingKey {
            case model, messages, system, temperature, stream
            case maxTokens = "max_tokens"
        }

        static var standard: MessageParams {
            MessageParams(
                model: Input.model,
                maxTokens: 1024,
                messages: Input.turns.map { MessageParam(role: $0.0, content: $0.1) },
                system: Input.system,
                temperature: 0.5
            )
        }
    }

    struct MessageParam: Codable {
        var role: String
        var content: String
    }

    struct Message: Codable {
        var id: String
        var type: String
        var role: String
        var model: String
        var content: [TextBlock]
        var stopReason: String?
        var usage: Usage

        enum CodingKeys: String, CodingKey {
            case id, type, role, model, content, usage
            case stopReason = "stop_reason"
        }
    }

    struct TextBlock: Codable {
        var type: String
        var text: String
    }

    struct Usage: Codable {
        var inputTokens: Int
        var outputTokens: Int

        enum CodingKeys: String, CodingKey {
            case inputTokens = "input_tokens"
            case outputTokens = "output_tokens"
        }
    }

    struct ContentBlockDeltaEvent: Codable {
        var type: String
        var index: Int
        var delta: TextDelta
    }

    struct TextDelta: Codable {
        var type: String
        var text: String
    }

    struct MessageStartEvent: Codable {
        var type: String
        var message: Message
    }

    struct Received: Codable {
        var bytes: Int
    }
}
