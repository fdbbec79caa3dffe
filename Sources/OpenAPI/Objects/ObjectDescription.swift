package import Source

/// What the standard says of one kind of object: the keys it may have and what each must hold.
///
/// The tables in `Objects/` are data, so that one checker (`ObjectChecker`) can hold any document against them. Classes,
/// because a table is looked at for every node of a document, and a reference costs less to hand over than its parts.
package final class ObjectDescription: Sendable {
    /// The name in the standard, "Operation Object".
    package let name: String
    /// The fixed fields, in the standard's order.
    package let fields: [Field]
    /// What a key must hold that is no fixed field, for kinds with patterned fields (a path, a status code).
    package let patterned: Pattern?
    /// The keys of the `x-sdk-` vocabulary that belong on this kind.
    package let extensions: [Field]
    /// Whether `$ref` in place of the object, or beside its fields, points to another object of the kind.
    package let allowsReference: Bool

    let fieldsByKey: FieldTable
    /// The fields that may be missed where they are not there.
    let needed: [Field]

    init(
        _ name: String,
        allowsReference: Bool = false,
        fields: [Field],
        patterned: Pattern? = nil,
        extensions: [Field] = []
    ) {
        self.name = name
        self.fields = fields
        self.patterned = patterned
        self.extensions = extensions
        self.allowsReference = allowsReference
        fieldsByKey = FieldTable(fields + extensions)
        needed = fields.filter { if case .optional = $0.need { false } else { true } }
    }

    /// Whether the object says something without any key.
    var canBeEmpty: Bool {
        !fields.contains { if case .necessary = $0.need { true } else { false } }
    }

    /// One key of an object.
    package final class Field: Sendable {
        package let key: String
        package let value: ValueKind
        package let need: Need
        /// Whether the field describes and changes nothing in the SDK, so that no mistake in it is an error.
        package let isAnnotation: Bool
        /// The first version that has the key.
        package let since: OpenAPIVersion
        /// Whether the API has the same shape whatever the value is.
        let isDetail: Bool
        /// Whether the key is of the generator's own vocabulary.
        let isExtension: Bool

        init(
            _ key: String,
            _ value: ValueKind,
            _ need: Need = .optional,
            isAnnotation: Bool = false,
            since: OpenAPIVersion = .v3_0
        ) {
            self.key = key
            self.value = value
            isDetail = value.isDetail
            isExtension = key.hasPrefix("x-sdk-")
            self.need = need
            self.isAnnotation = isAnnotation
            self.since = since
        }
    }

    /// What it means that a key is not there.
    package enum Need: Sendable {
        case optional
        /// The standard requires it up to a version, and nothing depends on it; `reading` says what is made of the lack.
        case formal(reading: String, rule: Rule = .missingKey, until: OpenAPIVersion = .v3_2)
        /// Without it the object means nothing.
        case necessary
    }

    /// The keys that are no fixed fields but follow a pattern.
    package struct Pattern: Sendable {
        /// What such a key looks like, for messages: "a path that begins with '/'".
        let expectation: String
        let matches: @Sendable (String) -> Bool
        let value: ValueKind
    }
}

/// What the value of a key must be.
package enum ValueKind: Sendable {
    case any
    case string
    case boolean
    case number
    case integer
    /// One of the given strings; `what` names them in a message.
    case oneOf(_ values: [String], what: String)
    /// The name of a type (JSON Schema 2020-12, Validation, section 6.1.1).
    case schemaType
    /// A scalar that is read as text, whatever YAML makes of it (`version: 1.10`).
    case text
    indirect case array(ValueKind)
    indirect case map(ValueKind)
    case object(ObjectKind)
    /// A Schema Object, or `true` or `false` in its place (JSON Schema 2020-12, Core, section 4.3.2).
    case schema
    /// A Security Requirement Object (OpenAPI 3.2.0, section 4.30).
    case securityRequirement
    /// Any of several; the first whose shape fits the node is used.
    case either([ValueKind])

    static let securityRequirements = ValueKind.array(.securityRequirement)
}
