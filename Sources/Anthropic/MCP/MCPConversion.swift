import SDKRuntime

// What a server of the Model Context Protocol says, as parts of a request to the API.

/// A content as the API knows it: the unions of blocks are several, and these members the same.
private enum ConvertedBlock {
    case text(BetaTextBlockParam)
    case image(BetaImageBlockParam)
    case document(BetaRequestDocumentBlockParam)

    init(_ content: MCPContent) throws(MCPConversionError) {
        switch content {
        case .text(""): throw MCPConversionError(description: "an empty text cannot be sent to the API")
        case .text(let text): self = .text(BetaTextBlockParam(text: text))
        case .image(let data, let mediaType): self = .image(try Self.image(data, mediaType))
        case .resource(let resource): try self.init(resource)
        case .resourceLink(let uri, let name):
            self = .text(BetaTextBlockParam(text: name == uri ? uri : "\(name): \(uri)"))
        case .audio: throw MCPConversionError(description: "a sound cannot be sent to the API")
        case .unknown(let value):
            let type = value["type"]?.stringValue ?? ""
            throw MCPConversionError(description: "a content of the type '\(type)' cannot be sent to the API")
        }
    }

    init(_ resource: MCPResource) throws(MCPConversionError) {
        let mediaType = Self.essence(resource.mediaType)
        switch resource.contents {
        case .text(let text):
            self = .document(Self.document(text))
        case .blob(let data) where mediaType.hasPrefix("image/"):
            self = .image(try Self.image(data, mediaType))
        case .blob(let data) where mediaType == "application/pdf":
            self = .document(BetaRequestDocumentBlockParam(source: .base64(BetaBase64PDFSourceParam(data: data))))
        case .blob(let data):
            guard mediaType.isEmpty || mediaType.hasPrefix("text/"),
                let text = String(validating: data, as: UTF8.self)
            else {
                throw MCPConversionError(
                    description: "the resource '\(resource.uri)' of the type '\(mediaType)' cannot be sent to the API"
                )
            }
            self = .document(Self.document(text))
        }
    }

    private static func document(_ text: String) -> BetaRequestDocumentBlockParam {
        BetaRequestDocumentBlockParam(source: .text(BetaPlainTextSource(data: text)))
    }

    private static func image(_ data: Data, _ mediaType: String) throws(MCPConversionError) -> BetaImageBlockParam {
        let type = BetaBase64ImageSourceParam.MediaType(rawValue: essence(mediaType))
        guard type.isKnown else {
            throw MCPConversionError(description: "an image of the type '\(mediaType)' cannot be sent to the API")
        }
        return BetaImageBlockParam(source: .base64(BetaBase64ImageSourceParam(data: data, mediaType: type)))
    }

    /// A media type without parameters, in lower case.
    private static func essence(_ mediaType: String?) -> String {
        (mediaType ?? "").prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }
}

extension BetaContentBlockParam {
    /// A content of the Model Context Protocol as a block of a message.
    ///
    /// Text, images and links become what they are; a resource becomes a document, or an image.
    ///
    /// - Throws: ``MCPConversionError`` for empty texts, sounds, and media types that the API does not take.
    public init(_ content: MCPContent) throws(MCPConversionError) {
        self.init(try ConvertedBlock(content))
    }

    /// A resource of the Model Context Protocol as a block of a message: a document, or an image.
    ///
    /// - Throws: ``MCPConversionError`` for media types that the API does not take.
    public init(_ resource: MCPResource) throws(MCPConversionError) {
        self.init(try ConvertedBlock(resource))
    }

    private init(_ block: ConvertedBlock) {
        switch block {
        case .text(let block): self = .text(block)
        case .image(let block): self = .image(block)
        case .document(let block): self = .document(block)
        }
    }
}

extension BetaToolResultBlockParam.Content.Block {
    /// A content of the Model Context Protocol as a part of the result of a tool; see ``BetaContentBlockParam``.
    ///
    /// - Throws: ``MCPConversionError`` for empty texts, sounds, and media types that the API does not take.
    public init(_ content: MCPContent) throws(MCPConversionError) {
        switch try ConvertedBlock(content) {
        case .text(let block): self = .text(block)
        case .image(let block): self = .image(block)
        case .document(let block): self = .document(block)
        }
    }
}
