import OpenAPI
import Source

extension Lowering {
    /// Holds the default of a schema against its types and its list of values (JSON Schema Validation, section 9.2).
    func checkDefault(of schema: MergedSchema) {
        // One that a part has is held against that part.
        guard let value = schema.defaultValue, schema.node["default"]?.identity == value.identity else { return }
        checkDefault(value, of: schema)
    }

    func checkDefault(_ value: YAMLNode, of schema: MergedSchema) {
        // A null says that there is no default, and many write it so.
        guard value.kind != .null else { return }
        let hint = "only the documentation tells it"
        if let types = schema.types, !types.isEmpty, !Self.isValue(value, ofAnyOf: types) {
            let text = value.kind == .mapping || value.kind == .sequence ? value.kindName : "'\(value.text)'"
            reportOnce(
                .value,
                "the default, \(text), is no value of the type \(types.joined(separator: " or "))",
                at: value.headRange,
                hint: hint
            )
        } else if let list = schema.enumeration, schema.constant == nil, let literal = Literal(value) {
            let known = list.value.listElements
            guard !known.contains(where: { Literal($0) == literal }) else { return }
            let near = suggestions.closest(to: value.text, among: known.map(\.text))
            reportOnce(
                .value,
                "the default, '\(value.text)', is no value of the list",
                at: value.range,
                hint: near.map { "did you mean '\($0)'?" } ?? hint
            )
        }
    }

    private static func isValue(_ value: YAMLNode, ofAnyOf types: [String]) -> Bool {
        switch value.kind {
        case .null: true
        case .bool: types.contains("boolean")
        case .string: types.contains("string")
        case .sequence: types.contains("array")
        case .mapping: types.contains("object")
        case .integer: types.contains("integer") || types.contains("number")
        // A number without a fraction is an integer, however it is spelled.
        case .float: types.contains("number") || types.contains("integer") && value.double?.rounded() == value.double
        }
    }
}
