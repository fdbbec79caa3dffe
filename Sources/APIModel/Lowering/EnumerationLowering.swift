import OpenAPI
import Source

extension Lowering {
    /// The type of `enum` and `const`: a constant for one value, an enumeration for several.
    ///
    /// - Parameter isOpen: Whether the schema stands beside one that allows any string, so that one value is no constant.
    func enumerationType(
        of schema: MergedSchema,
        isOpen: Bool = false,
        at place: TypePlace,
        _ documentation: Documentation
    ) -> LoweredType? {
        if let elements = elements(ofListIn: schema) {
            return declaredType(of: elements, at: place.part(place.name + "[]")).map { type in
                LoweredType(reference: .array(type.asElement), isNullable: schema.allowsNull)
            }
        }
        guard let values = values(of: schema) else { return LoweredType(reference: .json) }
        let known = values.filter { $0.literal != .null }
        let isNullable = known.count < values.count || schema.allowsNull
        guard let first = known.first else { return LoweredType(reference: .json, isNullable: true) }
        if known.count == 1, !isOpen {
            return LoweredType(reference: first.literal.type, isNullable: isNullable, constant: first.literal)
        }
        return LoweredType(
            reference: enumeration(of: known, at: place, documentation, schema.node.headRange),
            isNullable: isNullable
        )
    }

    /// The schema of an array's elements where the array has the list of values that is meant for them.
    private func elements(ofListIn schema: MergedSchema) -> MergedSchema? {
        guard schema.types == ["array"], let list = schema.enumeration,
            list.value.elements.allSatisfy({ $0.kind != .sequence && $0.kind != .mapping })
        else { return nil }
        reportOnce(
            .value,
            "no value of this list is an array",
            at: list.keyRange,
            hint: "it is read as the list of the elements' values"
        )
        var elements = schema.items.map { merged($0) } ?? MergedSchema(list.value)
        if elements.enumeration == nil, elements.constant == nil { elements.take(enumeration: list) }
        return elements
    }

    /// A declared type for several values; the two booleans need none.
    func enumeration(
        of values: [EnumerationType.Value],
        at place: TypePlace,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> TypeReference {
        let kinds = Set(values.map { $0.literal.kind })
        let kind: EnumerationType.Kind
        switch kinds {
        case ["boolean"]: return .scalar(.boolean)
        case ["string"]: kind = .strings
        case ["integer"]: kind = .integers
        case ["number"], ["number", "integer"]: kind = .numbers
        default: kind = .mixed
        }
        let id = place.id ?? reserveType()
        let type = EnumerationType(values: values, kind: kind)
        declare(
            .enumeration(type),
            at: TypePlace(name: place.name, owner: place.owner, id: id),
            documentation,
            source
        )
        return .named(id)
    }

    /// The values under `enum` or `const`, each once; nil after a report where one is no constant.
    func values(of schema: MergedSchema) -> [EnumerationType.Value]? {
        let nodes = schema.constant.map { [$0.value] } ?? schema.enumeration.map { $0.value.listElements } ?? []
        let texts = schema.node["x-enum-descriptions"] ?? schema.node["x-enumDescriptions"]
        let names = schema.node["x-sdk-value-names"]
        let deprecated = schema.node["x-sdk-deprecated-values"]
        // How other generators spell the same.
        let listed = ["x-enum-varnames", "x-enumNames"].compactMap { schema.node[$0]?.elements.map { $0 } }.first
            .flatMap { $0.count == nodes.count ? $0 : nil }
        var values: [EnumerationType.Value] = []
        var places: [Literal: SourceRange] = [:]
        places.reserveCapacity(nodes.count)
        values.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            guard var value = Literal(node) else {
                reportUntyped("a value that is \(node.kindName)", at: node.headRange)
                return nil
            }
            if let types = schema.types, !value.fits(types) {
                let isText = types.contains("string")
                let isConvertible = value.isConvertible(to: types)
                reportOnce(
                    .value,
                    "'\(node.text)' is no value of the type \(types.joined(separator: " or "))",
                    at: node.range,
                    hint: !isConvertible
                        ? "the list counts"
                        : isText ? "it is taken for the string \"\(node.text)\"" : "it is taken for the number"
                )
                if isConvertible { value = isText ? .string(node.text) : .integer(node.text) }
            }
            if let first = places[value] {
                reportOnce(
                    .duplicateValue,
                    "'\(value.text)' is in the list already",
                    at: node.range,
                    notes: [Diagnostic.Note(message: "first here", range: first)]
                )
                continue
            }
            places[value] = node.range
            var text: String?
            if let texts {
                text =
                    texts.kind == .sequence
                    ? (index < texts.elements.count ? texts.elements[index].string : nil) : texts[value.text]?.string
            }
            var documentation = Documentation(text: text)
            if let message = deprecated?[value.text] {
                documentation.isDeprecated = true
                documentation.deprecationMessage = message.scalarText
            }
            values.append(
                EnumerationType.Value(
                    literal: value,
                    name: names?[value.text]?.string ?? listed?[index].string,
                    documentation: documentation
                )
            )
        }
        let known = values.map(\.literal.text)
        for member in deprecated.map({ Array($0.members) }) ?? [] where !known.contains(member.key) {
            reportUnknown("'\(member.key)' is no value of this list", member.key, at: member.keyRange, among: known)
        }
        return values
    }

    // MARK: - Declaring

    /// A place for a type whose parts are still to be made.
    func reserveType() -> TypeID {
        types.append(nil)
        return TypeID(index: types.count - 1)
    }

    /// Puts a type in its place, which is a new one where none is reserved.
    @discardableResult
    func declare(
        _ shape: TypeDeclaration.Shape,
        at place: TypePlace,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> TypeID {
        let id = place.id ?? reserveType()
        types[id.index] = TypeDeclaration(
            id: id,
            name: place.name,
            owner: place.owner,
            documentation: documentation,
            shape: shape,
            source: source
        )
        return id
    }
}

extension Literal {
    /// Whether a value of the types can be this one. Null always can: many lists have it without the type.
    fileprivate func fits(_ types: [String]) -> Bool {
        guard !types.isEmpty else { return true }
        return switch self {
        case .null: true
        case .boolean: types.contains("boolean")
        case .string: types.contains("string")
        case .integer, .number, .exact: types.contains("number") || types.contains("integer")
        }
    }

    /// Whether the author of an unquoted value in a list of strings meant the string, or of a quoted one in a list of
    /// integers the integer.
    fileprivate func isConvertible(to types: [String]) -> Bool {
        switch self {
        case .null: false
        case .string(let text):
            (types.contains("integer") || types.contains("number")) && Int(text).map { String($0) == text } == true
        case .boolean, .integer, .number, .exact: types.contains("string")
        }
    }

    /// The kind of JSON value, for telling lists of one kind from mixed ones.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .exact: "exact"
        case .string: "string"
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
        case .exact: .scalar(.number)
        }
    }
}
