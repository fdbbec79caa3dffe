import APIModel

/// The types of an API as text, a line each, so that a test can state what a schema becomes.
///
/// ```
/// Pet: kind {cat: Cat = "cat", dog: Dog = "dog"}
/// Cat: name string, lives? integer
/// ```
struct ModelText {
    let api: API

    /// All types, those that are part of others behind them with the path of both names.
    var lines: [String] { api.topLevelTypes.flatMap { lines(of: $0, path: "") } }

    private func lines(of type: TypeDeclaration, path: String) -> [String] {
        let name = path + type.name
        return ["\(name): \(text(type.shape))"]
            + api.parts(of: .type(type.id)).flatMap { lines(of: $0, path: name + "/") }
    }

    private func text(_ shape: TypeDeclaration.Shape) -> String {
        switch shape {
        case .object(let object):
            let additional = object.additional.map { ["* \(text($0))"] } ?? []
            return (object.properties.map(text) + additional).joined(separator: ", ")
        case .enumeration(let enumeration):
            return enumeration.values.map { $0.literal.text + ($0.name.map { " (\($0))" } ?? "") }.joined(
                separator: " | "
            )
        case .union(let union):
            let members = union.members.map { member in
                let values = member.values.map { " = \($0.text)" }.joined()
                return "\(member.name): \(text(member.type))\(values)\(member.isFallback ? " else" : "")"
            }
            return (union.discriminator ?? "") + "{" + members.joined(separator: ", ") + "}"
        }
    }

    private func text(_ property: Property) -> String {
        let type = (property.isIndirect ? "&" : "") + text(property.type)
        return switch property.presence {
        case .required: "\(property.name) \(type)"
        case .optional: "\(property.name)? \(type)"
        case .nullable: "\(property.name) \(type)|null"
        case .optionalNullable: "\(property.name)? \(type)|null"
        case .constant(let value): "\(property.name) = \(value.text)"
        }
    }

    private func text(_ type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar): "\(scalar)"
        case .json: "any"
        case .array(let element): "[\(text(element))]"
        case .map(let value): "[:\(text(value))]"
        case .nullable(let type): "\(text(type))|null"
        case .named(let id): api.type(id)?.name ?? "?"
        case .file: "file"
        }
    }
}
