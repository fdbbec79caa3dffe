/// How one member of a multipart body is written (OpenAPI 3.2, section 4.15).
///
/// A member without an encoding is a text part if it is a scalar, a file part if it is an ``UploadFile``, and else a part
/// with its JSON text; each element of an array is a part of its own.
public struct PartEncoding: Sendable, Hashable {
    /// The media type of the part, or the types that it may have, separated by commas.
    public var contentType: String?
    /// Further headers of the part.
    public var headers: HeaderLayer
    /// The style of the member, in place of a media type.
    public var style: QueryStyle?
    /// Whether each element is a part of its own. Nil: true for ``QueryStyle/form``, else false.
    public var explode: Bool?
    /// Whether the names of files are sent with the directories in front of them; else the last part is.
    public var keepsPaths: Bool

    /// Makes an encoding. What is left out has OpenAPI's default.
    public init(
        contentType: String? = nil,
        headers: HeaderLayer = [:],
        style: QueryStyle? = nil,
        explode: Bool? = nil,
        keepsPaths: Bool = false
    ) {
        self.contentType = contentType
        self.headers = headers
        self.style = style
        self.explode = explode
        self.keepsPaths = keepsPaths
    }

    /// The style that the description states; nil when it states none.
    var format: QueryParameter.Format? {
        guard style != nil || explode != nil else { return nil }
        return QueryParameter.Format(style: style ?? .form, explode: explode)
    }
}
