/// How one member of an `application/x-www-form-urlencoded` object is written (OpenAPI 3.2, section 4.15).
///
/// A member without a style of its own is written as `name=value`; each element of an array is written that way, and an
/// object as its JSON text.
public struct FormEncoding: Sendable, Hashable {
    /// The style of the member; nil: ``QueryStyle/form``, if one of the other two is set.
    public var style: QueryStyle?
    /// Whether each element is a pair of its own. Nil: true for ``QueryStyle/form``, else false.
    public var explode: Bool?
    /// Whether reserved characters in values stay as they are.
    public var allowsReserved: Bool
    /// The media type of the value, if it has one of its own: with a JSON type, arrays are written as JSON text too.
    public var contentType: String?

    /// Makes an encoding. What is left out has OpenAPI's default.
    public init(
        contentType: String? = nil,
        style: QueryStyle? = nil,
        explode: Bool? = nil,
        allowsReserved: Bool = false
    ) {
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowsReserved = allowsReserved
    }

    /// The style that the description states; nil when it states none.
    var format: QueryParameter.Format? {
        guard style != nil || explode != nil || allowsReserved else { return nil }
        return QueryParameter.Format(style: style ?? .form, explode: explode, allowsReserved: allowsReserved)
    }
}
