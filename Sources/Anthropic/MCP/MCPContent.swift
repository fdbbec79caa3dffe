public import SDKRuntime

// <!-- swift
// import Foundation
// let data = Data()
// -->
/// A piece of content in the Model Context Protocol: of the result of a tool, or of a prompt.
///
/// It is decoded from the JSON that a server sends, so that any client of the protocol will do:
///
/// ```swift
/// let content = try JSONDecoder().decode([MCPContent].self, from: data)
/// ```
public enum MCPContent: Sendable, Hashable {
    /// A text.
    case text(String)
    /// An image.
    case image(Data, mediaType: String)
    /// A sound.
    case audio(Data, mediaType: String)
    /// A resource with what it holds.
    case resource(MCPResource)
    /// The address of a resource.
    case resourceLink(uri: String, name: String)
    /// Something that this module does not know, as JSON.
    case unknown(JSONValue)
}

/// A resource of a server of the Model Context Protocol, with what it holds.
public struct MCPResource: Sendable, Hashable {
    /// What a resource holds.
    public enum Contents: Sendable, Hashable {
        /// A text.
        case text(String)
        /// Bytes.
        case blob(Data)
    }

    /// The address.
    public var uri: String

    /// The media type, if the server tells.
    public var mediaType: String?

    /// What the resource holds.
    public var contents: Contents

    /// A resource.
    public init(uri: String, mediaType: String? = nil, contents: Contents) {
        self.uri = uri
        self.mediaType = mediaType
        self.contents = contents
    }
}

/// What the Model Context Protocol can express and a request to the API cannot.
public struct MCPConversionError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// What cannot be converted, and why, in a sentence.
    public let description: String

    /// The same as ``description``.
    public var errorDescription: String? { description }
}

// MARK: - JSON

extension MCPContent: Decodable {
    private enum CodingKeys: String, CodingKey {
        case type, text, data, mimeType, resource, uri, name
    }

    /// Reads a content as the protocol writes it. A type that it does not know makes ``unknown(_:)``.
    ///
    /// - Throws: `DecodingError` when a type that it knows lacks what it must have.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        switch try members.decode(String.self, forKey: .type) {
        case "text":
            self = .text(try members.decode(String.self, forKey: .text))
        case "image":
            self = .image(
                try members.decodeBase64(forKey: .data),
                mediaType: try members.decode(String.self, forKey: .mimeType)
            )
        case "audio":
            self = .audio(
                try members.decodeBase64(forKey: .data),
                mediaType: try members.decode(String.self, forKey: .mimeType)
            )
        case "resource":
            self = .resource(try members.decode(MCPResource.self, forKey: .resource))
        case "resource_link":
            let uri = try members.decode(String.self, forKey: .uri)
            self = .resourceLink(uri: uri, name: try members.decodeIfPresent(String.self, forKey: .name) ?? uri)
        default:
            self = .unknown(try JSONValue(from: decoder))
        }
    }
}

extension MCPResource: Decodable {
    private enum CodingKeys: String, CodingKey {
        case uri, mimeType, text, blob
    }

    /// Reads a resource as the protocol writes it.
    ///
    /// - Throws: `DecodingError` when it has neither text nor bytes.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        uri = try members.decode(String.self, forKey: .uri)
        mediaType = try members.decodeIfPresent(String.self, forKey: .mimeType)
        if let text = try members.decodeIfPresent(String.self, forKey: .text) {
            contents = .text(text)
        } else {
            contents = .blob(try members.decodeBase64(forKey: .blob))
        }
    }
}

extension KeyedDecodingContainer {
    /// Bytes in base64, whatever the decoder makes of `Data`.
    fileprivate func decodeBase64(forKey key: Key) throws -> Data {
        guard let data = Data(base64Encoded: try decode(String.self, forKey: key)) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "not base64")
        }
        return data
    }
}
