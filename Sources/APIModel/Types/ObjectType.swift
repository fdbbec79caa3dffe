package import Source

/// An object with declared properties.
package struct ObjectType: Sendable {
    /// In the spec's order.
    package var properties: [Property]
    /// The type of members beyond the declared ones, where the spec describes it; else they are kept as they are.
    package var additional: TypeReference?

    package init(properties: [Property], additional: TypeReference? = nil) {
        self.properties = properties
        self.additional = additional
    }
}

/// A property of an object.
package struct Property: Sendable {
    package var wireName: String
    /// The name in the SDK, in the spec's spelling.
    package var name: String
    package var documentation: Documentation
    package var type: TypeReference
    package var presence: Presence
    /// What an initialiser takes where the caller gives nothing; only for a property that must be there.
    package var defaultValue: DefaultValue?
    /// What the API takes where the caller leaves the property out.
    package var standardValue: Literal?
    /// Whether the names of its files are sent with the directories in front of them.
    package var keepsPaths: Bool
    /// Whether no caller sees the property, because the calls that have it decide its value.
    package var isSetByCalls = false
    /// Whether the value lies behind a reference, because its type contains the property's own.
    package var isIndirect: Bool
    package var source: SourceRange

    package init(
        wireName: String,
        name: String,
        documentation: Documentation,
        type: TypeReference,
        presence: Presence,
        defaultValue: DefaultValue? = nil,
        standardValue: Literal? = nil,
        keepsPaths: Bool = false,
        isIndirect: Bool = false,
        source: SourceRange
    ) {
        self.wireName = wireName
        self.name = name
        self.documentation = documentation
        self.type = type
        self.presence = presence
        self.defaultValue = defaultValue
        self.standardValue = standardValue
        self.keepsPaths = keepsPaths
        self.isIndirect = isIndirect
        self.source = source
    }

    /// Whether the property may be left out, and whether it may be null.
    package enum Presence: Hashable, Sendable {
        case required, optional
        /// Always there, maybe null.
        case nullable
        /// Left out, null, or there: three states.
        case optionalNullable
        /// One value only, which nobody writes.
        case constant(Literal)
    }
}

/// The value of something that the caller leaves out.
package enum DefaultValue: Hashable, Sendable {
    case literal(Literal)
    case emptyArray
    case emptyMap
}
