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
///
/// A class of constants: properties are handed over one by one, and a reference costs less than their parts.
package final class Property: Sendable {
    package let wireName: String
    /// The name in the SDK, in the spec's spelling.
    package let name: String
    package let documentation: Documentation
    package let type: TypeReference
    package let presence: Presence
    /// What an initialiser takes where the caller gives nothing; only for a property that must be there.
    package let defaultValue: DefaultValue?
    /// What the API takes where the caller leaves the property out.
    package let standardValue: Literal?
    /// Whether the names of its files are sent with the directories in front of them.
    package let keepsPaths: Bool
    /// Whether no caller sees the property, because the calls that have it decide its value.
    package let isSetByCalls: Bool
    /// Whether the value lies behind a reference, because its type contains the property's own.
    package let isIndirect: Bool
    package let source: SourceRange

    package init(
        wireName: String,
        name: String,
        documentation: Documentation,
        type: TypeReference,
        presence: Presence,
        defaultValue: DefaultValue? = nil,
        standardValue: Literal? = nil,
        keepsPaths: Bool = false,
        isSetByCalls: Bool = false,
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
        self.isSetByCalls = isSetByCalls
        self.isIndirect = isIndirect
        self.source = source
    }

    /// The property with its value behind a reference.
    var indirect: Property {
        Property(
            wireName: wireName,
            name: name,
            documentation: documentation,
            type: type,
            presence: presence,
            defaultValue: defaultValue,
            standardValue: standardValue,
            keepsPaths: keepsPaths,
            isSetByCalls: isSetByCalls,
            isIndirect: true,
            source: source
        )
    }

    /// The property with one value only.
    func fixed(to value: Literal, _ documentation: Documentation) -> Property {
        Property(
            wireName: wireName,
            name: name,
            documentation: documentation,
            type: value.type,
            presence: .constant(value),
            standardValue: standardValue,
            keepsPaths: keepsPaths,
            isSetByCalls: isSetByCalls,
            isIndirect: isIndirect,
            source: source
        )
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
