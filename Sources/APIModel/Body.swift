/// What a call sends as its body.
package struct Body: Sendable {
    package var content: Content
    package var format: Format
    /// The media type that goes into `Content-Type`, with its parameters.
    package var mediaType: String
    package var documentation: Documentation
    package var isRequired: Bool

    package enum Content: Sendable {
        /// An object, whose properties are values of the call.
        case object(ObjectType)
        /// A value that is given as one.
        case value(TypeReference)
    }

    /// How the content is written.
    package enum Format: Hashable, Sendable {
        case json
        /// `application/x-www-form-urlencoded`, with what is said of single members.
        case form([PartEncoding])
        /// `multipart/form-data` and its kin.
        case multipart([PartEncoding])
        /// A string as it is.
        case text
        /// Bytes as they are.
        case bytes
    }

    /// How a member of a form or a part of a multipart body is written (OpenAPI 3.2.0, section 4.15).
    package struct PartEncoding: Hashable, Sendable {
        /// The name of the member.
        package var name: String
        package var contentType: String?
        package var style: Parameter.Style?
        package var explode: Bool?
        package var allowsReserved = false
        /// Headers with one value, which every such part has.
        package var headers: [NamedValue] = []
        /// Whether the names of files are sent with the directories in front of them.
        package var keepsPaths = false
    }

    /// Whether leaving out the call's values leaves out the body.
    ///
    /// That is so where the body may be left out and nothing else stands beside its members.
    package var isOptionalAsWhole = false

    package init(content: Content, format: Format, mediaType: String, documentation: Documentation, isRequired: Bool) {
        self.content = content
        self.format = format
        self.mediaType = mediaType
        self.documentation = documentation
        self.isRequired = isRequired
    }
}
