package import Source

/// A value of a call that is no part of the body.
package struct Parameter: Sendable {
    package var location: Location
    package var wireName: String
    /// The name of the argument, in the spec's spelling.
    package var name: String
    package var documentation: Documentation
    package var type: TypeReference
    package var isRequired: Bool
    /// What an initialiser takes where the caller gives nothing; only for one that must be there.
    package var defaultValue: DefaultValue?
    /// How the value is written, where that is not the way of its place.
    package var style: Style?
    package var explode: Bool?
    /// Whether characters that have a meaning in a URL are written as they are.
    package var allowsReserved: Bool
    /// Whether the value is written as JSON.
    package var isJSON: Bool
    /// Values that every call appends to the caller's.
    package var forcedValues: [String]
    package var source: SourceRange

    package enum Location: Hashable, Sendable {
        case path, query, header, cookie
        /// The whole query.
        case queryString
        /// The headers of a part of a multipart body, by the part's name.
        case part(String)
    }

    /// The styles of OpenAPI 3.2.0, section 4.12.3.
    package enum Style: String, Hashable, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }
}
