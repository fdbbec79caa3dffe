import APIModel
import Source

/// A value of a call in its params type: a query or header parameter, or a part of the body.
///
/// On the reference page they stand side by side; which place on the wire a value has is the generator's business.
///
/// A class, because it is handed over several times, and a reference costs less than its parts.
final class ParamsMember {
    /// What is known of the value, as of a property.
    private let property: Property
    let place: Place
    /// The member's name. It is needed in many places, and costs too much to be worked out in each.
    var identifier: String
    /// The name as it stands in a declaration.
    var swiftName: String { Identifier.escaped(identifier) }

    init(_ property: Property, place: Place = .property) {
        self.property = property
        self.place = place
        identifier = SwiftNames.property(property.name)
    }

    var wireName: String { property.wireName }
    var name: String { property.name }
    var documentation: Documentation { property.documentation }
    var type: TypeReference { property.type }
    var presence: Property.Presence { property.presence }
    /// What the initialiser takes where the caller gives nothing.
    var defaultValue: DefaultValue? { property.defaultValue }
    /// Whether the value is stored behind a reference.
    var isIndirect: Bool { property.isIndirect }
    /// Whether no caller sees it, because calls decide its value.
    var isSetByCalls: Bool { property.isSetByCalls }
    var source: SourceRange { property.source }

    enum Place {
        /// A property of the JSON object that is the body.
        case property
        /// A query or header parameter.
        case parameter
        /// The body itself.
        case body
        /// The members of the JSON object that are not declared.
        case additional
    }

    /// The members of an operation's params type, in the order of the page: body, then query and header parameters.
    ///
    /// - Parameter body: Those of the object that is its body.
    static func all(of operation: Operation, body: [ParamsMember]) -> [ParamsMember] {
        var members: [ParamsMember] = []
        switch operation.body?.content {
        case .object:
            members = body
        case .value(let type):
            // Who calls the operation has no other body: that its type is deprecated stands at the type.
            var documentation = operation.body?.documentation ?? Documentation()
            documentation.isDeprecated = false
            members = [
                ParamsMember(
                    Property(
                        wireName: "body",
                        name: "body",
                        documentation: documentation,
                        type: type,
                        presence: operation.body?.isRequired == true ? .required : .optional,
                        source: operation.source
                    ),
                    place: .body
                )
            ]
        case nil:
            break
        }
        for parameter in operation.parameters where parameter.location != .path {
            members.append(
                ParamsMember(
                    Property(
                        wireName: parameter.wireName,
                        name: parameter.name,
                        documentation: parameter.documentation,
                        type: parameter.type,
                        presence: parameter.isRequired ? .required : .optional,
                        defaultValue: parameter.defaultValue,
                        source: parameter.source
                    ),
                    place: .parameter
                )
            )
        }
        // Its row ends a table.
        if let index = members.firstIndex(where: { $0.place == .additional }) {
            members.append(members.remove(at: index))
        }
        return members
    }

    /// The members of a type that is made of an object.
    static func all(of object: ObjectType) -> [ParamsMember] {
        var members = object.properties.map { ParamsMember($0) }
        if let type = object.additional, let source = object.properties.first?.source {
            let isTaken = members.contains { $0.identifier == "additionalProperties" }
            members.append(
                ParamsMember(
                    Property(
                        wireName: "",
                        name: isTaken ? "other_properties" : "additional_properties",
                        documentation: Documentation(text: "The members beyond the declared ones."),
                        type: .map(type),
                        presence: .required,
                        defaultValue: .emptyMap,
                        source: source
                    ),
                    place: .additional
                )
            )
        }
        return members
    }
}

extension Operation {
    var pathParameters: [Parameter] { parameters.filter { $0.location == .path } }
    /// Whether the caller gives more than path parameters.
    var hasParams: Bool { body != nil || parameters.contains { $0.location != .path } }
}

extension ParamsMember {
    /// Whether the initialiser's argument has a default, or there is none.
    var isOptional: Bool {
        if defaultValue != nil { return true }
        return switch presence {
        case .required, .nullable: false
        case .optional, .optionalNullable, .constant: true
        }
    }
}
