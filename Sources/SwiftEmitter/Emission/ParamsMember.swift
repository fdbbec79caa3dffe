import APIModel
import Source

/// A value of a call in its params type: a query or header parameter, or a part of the body.
///
/// On the reference page they stand side by side; which place on the wire a value has is the generator's business.
///
/// A class, because it is handed over several times, and a reference costs less than its parts.
final class ParamsMember {
    let wireName: String
    let name: String
    let documentation: Documentation
    let type: TypeReference
    let presence: Property.Presence
    /// What the initialiser takes where the caller gives nothing.
    let defaultValue: DefaultValue?
    /// Whether the value is stored behind a reference.
    let isIndirect: Bool
    /// Whether no caller sees it, because calls decide its value.
    var isSetByCalls = false
    let source: SourceRange
    let place: Place
    /// The member's name. It is needed in many places, and costs too much to be worked out in each.
    private(set) var identifier: String
    /// The name as it stands in a declaration.
    var swiftName: String { Identifier.escaped(identifier) }

    init(
        wireName: String,
        name: String,
        documentation: Documentation,
        type: TypeReference,
        presence: Property.Presence,
        defaultValue: DefaultValue? = nil,
        isIndirect: Bool = false,
        source: SourceRange,
        place: Place
    ) {
        self.wireName = wireName
        self.name = name
        self.documentation = documentation
        self.type = type
        self.presence = presence
        self.defaultValue = defaultValue
        self.isIndirect = isIndirect
        self.source = source
        self.place = place
        identifier = SwiftNames.property(name)
    }

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
    static func all(of operation: Operation) -> [ParamsMember] {
        var members: [ParamsMember] = []
        switch operation.body?.content {
        case .object(let object):
            members = all(of: object)
        case .value(let type):
            // Who calls the operation has no other body: that its type is deprecated stands at the type.
            var documentation = operation.body?.documentation ?? Documentation()
            documentation.isDeprecated = false
            members = [
                ParamsMember(
                    wireName: "body",
                    name: "body",
                    documentation: documentation,
                    type: type,
                    presence: operation.body?.isRequired == true ? .required : .optional,
                    source: operation.source,
                    place: .body
                )
            ]
        case nil:
            break
        }
        for parameter in operation.parameters where parameter.location != .path {
            members.append(
                ParamsMember(
                    wireName: parameter.wireName,
                    name: parameter.name,
                    documentation: parameter.documentation,
                    type: parameter.type,
                    presence: parameter.isRequired ? .required : .optional,
                    defaultValue: parameter.defaultValue,
                    source: parameter.source,
                    place: .parameter
                )
            )
        }
        // Its row ends a table.
        if let index = members.firstIndex(where: { $0.place == .additional }) {
            members.append(members.remove(at: index))
        }
        return distinct(members)
    }

    /// The members of a type that is made of an object.
    static func all(of object: ObjectType) -> [ParamsMember] {
        var members = object.properties.map { ParamsMember($0) }
        if let type = object.additional, let source = object.properties.first?.source {
            let isTaken = members.contains { $0.identifier == "additionalProperties" }
            members.append(
                ParamsMember(
                    wireName: "",
                    name: isTaken ? "other_properties" : "additional_properties",
                    documentation: Documentation(text: "The members beyond the declared ones."),
                    type: .map(type),
                    presence: .required,
                    defaultValue: .emptyMap,
                    source: source,
                    place: .additional
                )
            )
        }
        return distinct(members)
    }

    /// The members, those of one name with the signs at its ends in words, or else with the names as the spec spells them.
    private static func distinct(_ members: [ParamsMember]) -> [ParamsMember] {
        let reserved = ReservedWords.modelMembers
        let spelled = SwiftNames.distinct(members.map(\.identifier)) { index in
            SwiftNames.clear(Identifier.spelledOut(members[index].name), of: reserved)
        }
        guard let spelled else { return members }
        let names =
            SwiftNames.distinct(spelled) { SwiftNames.verbatimMember(members[$0].name, avoiding: reserved) } ?? spelled
        for (member, name) in zip(members, names) { member.identifier = name }
        return members
    }
}

extension ParamsMember {
    /// A property of an object as a member of the type that is made of it.
    convenience init(_ property: Property) {
        self.init(
            wireName: property.wireName,
            name: property.name,
            documentation: property.documentation,
            type: property.type,
            presence: property.presence,
            defaultValue: property.defaultValue,
            isIndirect: property.isIndirect,
            source: property.source,
            place: .property
        )
        isSetByCalls = property.isSetByCalls
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
