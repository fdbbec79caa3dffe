import OpenAPI
import Source

extension Lowering {
    /// The type of `enum` and `const`: a constant for one value, an enumeration for several strings.
    ///
    /// - Parameter isOpen: Whether the schema stands beside one that allows any string, so that one value is no constant.
    func enumerationType(
        of schema: SchemaObject,
        isOpen: Bool = false,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation
    ) -> LoweredType? {
        let nodes = schema.constant.map { [$0] } ?? schema.enumeration ?? []
        guard !nodes.isEmpty else {
            report.error(.emptyEnumeration, "an 'enum' without values allows nothing", at: schema.range(of: "enum"))
            return nil
        }
        var values: [Literal] = []
        var places: [Literal: SourceRange] = [:]
        for node in nodes {
            guard let value = Literal(node) else {
                let isNumber = node.kind == .integer || node.kind == .float
                let what = isNumber ? "the constant \(node.text)" : "a constant that is \(node.kindName)"
                unsupported(what, at: node.headRange)
                return nil
            }
            guard value.fits(schema.types) else {
                report.error(
                    .value,
                    "'\(node.text)' is no value of the type \(schema.types.joined(separator: " or "))",
                    at: node.range,
                    hint: schema.types.contains("string") ? "put it in quotes" : nil
                )
                return nil
            }
            if let first = places[value] {
                report.warning(
                    .duplicateValue,
                    "'\(value.text)' is in the list already",
                    at: node.range,
                    notes: [Diagnostic.Note(message: "first here", range: first)]
                )
                continue
            }
            places[value] = node.range
            values.append(value)
        }
        let isNullable = values.contains(.null) || schema.types.contains("null")
        values.removeAll { $0 == .null }
        if values.count == 1, !isOpen, let constant = values.first {
            return LoweredType(reference: constant.type, isNullable: isNullable, constant: constant)
        }
        return type(of: values, isNullable: isNullable, schema, name: name, owner: owner, documentation)
    }

    private func type(
        of values: [Literal],
        isNullable: Bool,
        _ schema: SchemaObject,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation
    ) -> LoweredType? {
        let range = schema.constant?.range ?? schema.keyRange(of: "enum")
        guard !values.isEmpty else { return LoweredType(reference: .json, isNullable: true) }
        let strings = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        guard strings.count == values.count else {
            unsupported("an enumeration of other values than strings", at: range)
            return nil
        }
        let id = declare(
            .enumeration(EnumerationType(values: strings)),
            name: name,
            owner: owner,
            documentation,
            schema.headRange
        )
        return LoweredType(reference: .named(id), isNullable: isNullable)
    }

    /// Adds a type that is complete.
    func declare(
        _ shape: TypeDeclaration.Shape,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> TypeID {
        let id = reserveType()
        fill(id, shape, name: name, owner: owner, documentation, source)
        return id
    }

    /// A place for a type whose parts are still to be made.
    func reserveType() -> TypeID {
        types.append(nil)
        return TypeID(index: types.count - 1)
    }

    func fill(
        _ id: TypeID,
        _ shape: TypeDeclaration.Shape,
        name: String,
        owner: TypeDeclaration.Owner,
        _ documentation: Documentation,
        _ source: SourceRange
    ) {
        types[id.index] = TypeDeclaration(
            id: id,
            name: name,
            owner: owner,
            documentation: documentation,
            shape: shape,
            source: source
        )
    }
}

extension ObjectView {
    /// A short range to point at.
    var headRange: SourceRange { node.headRange }
}

extension Literal {
    /// Whether a value of the types can be this one. Null always can: many lists have it without the type.
    fileprivate func fits(_ types: [String]) -> Bool {
        guard !types.isEmpty else { return true }
        return switch self {
        case .null: true
        case .boolean: types.contains("boolean")
        case .string: types.contains("string")
        case .integer, .number: types.contains("number") || types.contains("integer")
        }
    }

    /// The type of the constant.
    var type: TypeReference {
        switch self {
        case .null: .json
        case .boolean: .scalar(.boolean)
        case .integer: .scalar(.integer)
        case .number: .scalar(.double)
        case .string: .scalar(.string)
        }
    }
}
