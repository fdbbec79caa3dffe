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
    /// Values that every call appends to the caller's.
    package var forcedValues: [String]
    package var source: SourceRange

    package enum Location: Hashable, Sendable {
        case path, query, header
    }
}
