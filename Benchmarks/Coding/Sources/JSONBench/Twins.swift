import Foundation

/// The same types as `CodingAPI`'s, as one writes them for Foundation's coders: what the compiler synthesizes, and
/// unions as enums that look at the discriminator first.
enum Twins {
    struct BlockList: Codable, Hashable {
        let data: [Block]
        let hasMore: Bool

        enum CodingKeys: String, CodingKey {
            case data
            case hasMore = "has_more"
        }
    }

    enum DiscriminatorKey: String, CodingKey { case type }

    indirect enum Block: Codable, Hashable {
        case text(TextBlock)
        case image(ImageBlock)
        case toolUse(ToolUseBlock)
        case toolResult(ToolResultBlock)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: DiscriminatorKey.self)
            switch try container.decode(String.self, forKey: .type) {
            case "TextBlock": self = .text(try TextBlock(from: decoder))
            case "ImageBlock": self = .image(try ImageBlock(from: decoder))
            case "ToolUseBlock": self = .toolUse(try ToolUseBlock(from: decoder))
            case "ToolResultBlock": self = .toolResult(try ToolResultBlock(from: decoder))
            case let other: throw unknown(other, container)
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let block): try block.encode(to: encoder)
            case .image(let block): try block.encode(to: encoder)
            case .toolUse(let block): try block.encode(to: encoder)
            case .toolResult(let block): try block.encode(to: encoder)
            }
        }
    }

    struct TextBlock: Codable, Hashable {
        let type: String
        let id: String
        let text: String
        let createdAt: Date
        let language: String?
        let score: Double?

        enum CodingKeys: String, CodingKey {
            case type, id, text, language, score
            case createdAt = "created_at"
        }
    }

    enum MediaType: String, Codable, Hashable {
        case png = "image/png"
        case jpeg = "image/jpeg"
        case webp = "image/webp"
    }

    struct ImageBlock: Codable, Hashable {
        let type: String
        let id: String
        let width: Int
        let height: Int
        let url: String
        let mediaType: MediaType
        let caption: String?

        enum CodingKeys: String, CodingKey {
            case type, id, width, height, url, caption
            case mediaType = "media_type"
        }
    }

    struct ToolUseBlock: Codable, Hashable {
        let type: String
        let id: String
        let name: String
        let input: ToolInput
    }

    struct ToolInput: Codable, Hashable {
        let path: String
        let limit: Int
        let recursive: Bool
        let tags: [String]?
    }

    struct ToolResultBlock: Codable, Hashable {
        let type: String
        let toolUseID: String
        let isError: Bool
        let content: [Block]

        enum CodingKeys: String, CodingKey {
            case type, content
            case toolUseID = "tool_use_id"
            case isError = "is_error"
        }
    }

    enum Event: Codable, Hashable {
        case blockDelta(BlockDelta)
        case messageDelta(MessageDelta)
        case blockStop(BlockStop)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: DiscriminatorKey.self)
            switch try container.decode(String.self, forKey: .type) {
            case "BlockDelta": self = .blockDelta(try BlockDelta(from: decoder))
            case "MessageDelta": self = .messageDelta(try MessageDelta(from: decoder))
            case "BlockStop": self = .blockStop(try BlockStop(from: decoder))
            case let other: throw unknown(other, container)
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .blockDelta(let event): try event.encode(to: encoder)
            case .messageDelta(let event): try event.encode(to: encoder)
            case .blockStop(let event): try event.encode(to: encoder)
            }
        }
    }

    struct BlockDelta: Codable, Hashable {
        let type: String
        let index: Int
        let delta: Delta
    }

    enum Delta: Codable, Hashable {
        case text(TextDelta)
        case json(JSONDelta)

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: DiscriminatorKey.self)
            switch try container.decode(String.self, forKey: .type) {
            case "TextDelta": self = .text(try TextDelta(from: decoder))
            case "JSONDelta": self = .json(try JSONDelta(from: decoder))
            case let other: throw unknown(other, container)
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let delta): try delta.encode(to: encoder)
            case .json(let delta): try delta.encode(to: encoder)
            }
        }
    }

    struct TextDelta: Codable, Hashable {
        let type: String
        let text: String
    }

    struct JSONDelta: Codable, Hashable {
        let type: String
        let partialJSON: String

        enum CodingKeys: String, CodingKey {
            case type
            case partialJSON = "partial_json"
        }
    }

    struct MessageDelta: Codable, Hashable {
        let type: String
        let stopReason: String?
        let usage: Usage

        enum CodingKeys: String, CodingKey {
            case type, usage
            case stopReason = "stop_reason"
        }
    }

    struct Usage: Codable, Hashable {
        let inputTokens: Int
        let outputTokens: Int

        enum CodingKeys: String, CodingKey {
            case inputTokens = "input_tokens"
            case outputTokens = "output_tokens"
        }
    }

    struct BlockStop: Codable, Hashable {
        let type: String
        let index: Int
    }

    private static func unknown(
        _ type: String,
        _ container: KeyedDecodingContainer<DiscriminatorKey>
    ) -> DecodingError {
        .dataCorruptedError(forKey: .type, in: container, debugDescription: "unknown type \(type)")
    }
}
