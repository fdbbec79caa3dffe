import OpenAPI
import Source

extension Lowering {
    /// The way that a node gives as names with dots between; nil where there is none, which is reported.
    ///
    /// - Parameter subject: What the value is called that the way begins at.
    func member(
        _ node: YAMLNode,
        in type: TypeReference,
        called subject: String,
        _ rule: Rule = .value
    ) -> MemberPath? {
        path(node.text.split(separator: ".").map(String.init), in: type, called: subject, at: node.range, rule)
    }

    /// The way to a value inside another, by the names of its members; nil where there is none, which is reported.
    func path(
        _ names: [String],
        in whole: TypeReference,
        called subject: String,
        at range: SourceRange,
        _ rule: Rule = .value
    ) -> MemberPath? {
        var members: [MemberPath.Member] = []
        var type = whole
        for name in names {
            let properties = properties(of: type)
            guard let property = properties.first(where: { $0.wireName == name }) else {
                let message = "\(subject) has no member '\(name)' here"
                reportUnknown(message, name, at: range, among: properties.map(\.wireName), rule)
                return nil
            }
            members.append(MemberPath.Member(name: property.name, absence: property.absence))
            type = property.type
        }
        return MemberPath(members: members, type: type)
    }

    private func properties(of type: TypeReference) -> [Property] {
        guard case .named(let id) = type, case .object(let object)? = types[id.index]?.shape else { return [] }
        return object.properties
    }
}

extension Property {
    /// How the property shows that there is no value.
    var absence: MemberPath.Absence {
        switch presence {
        case .required, .constant: .never
        case .optional, .nullable: .isNil
        case .optionalNullable: .isNilOrNull
        }
    }
}
