import APIModel
import Source

/// A value of a call in its params type: a query or header parameter, or a part of the body.
///
/// On the reference page they stand side by side; which place on the wire a value has is the generator's business.
struct ParamsMember {
    let wireName: String
    let name: String
    let documentation: Documentation
    let type: TypeReference
    let presence: Property.Presence
    let source: SourceRange
    let place: Place
    /// The member's name as it stands in a declaration. It is needed in many places, and costs too much to be worked out
    /// in each.
    let swiftName: String

    init(
        wireName: String,
        name: String,
        documentation: Documentation,
        type: TypeReference,
        presence: Property.Presence,
        source: SourceRange,
        place: Place
    ) {
        self.wireName = wireName
        self.name = name
        self.documentation = documentation
        self.type = type
        self.presence = presence
        self.source = source
        self.place = place
        swiftName = Identifier.escaped(SwiftNames.property(name))
    }

    enum Place {
        /// A property of the JSON object that is the body.
        case property
        /// A query or header parameter.
        case parameter
        /// The body itself.
        case body
    }

    /// The members of an operation's params type, in the order of the page: body, then query and header parameters.
    static func all(of operation: Operation) -> [ParamsMember] {
        var members: [ParamsMember] = []
        switch operation.body {
        case .object(let object):
            members = object.properties.map { ParamsMember($0) }
        case .value(let type, let documentation, let isRequired):
            members = [
                ParamsMember(
                    wireName: "body",
                    name: "body",
                    documentation: documentation,
                    type: type,
                    presence: isRequired ? .required : .optional,
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
                    source: parameter.source,
                    place: .parameter
                )
            )
        }
        return members
    }
}

extension ParamsMember {
    /// A property of an object as a member of the type that is made of it.
    init(_ property: Property) {
        self.init(
            wireName: property.wireName,
            name: property.name,
            documentation: property.documentation,
            type: property.type,
            presence: property.presence,
            source: property.source,
            place: .property
        )
    }
}

extension Operation {
    var pathParameters: [Parameter] { parameters.filter { $0.location == .path } }
    /// Whether the caller gives more than path parameters.
    var hasParams: Bool { body != nil || parameters.contains { $0.location != .path } }
    /// Whether the caller may give nothing but path parameters.
    var paramsAreOptional: Bool { ParamsMember.all(of: self).allSatisfy(\.isOptional) }
}

extension ParamsMember {
    /// Whether the initialiser's argument has a default, or there is none.
    var isOptional: Bool {
        switch presence {
        case .required, .nullable: false
        case .optional, .optionalNullable, .constant: true
        }
    }
}
