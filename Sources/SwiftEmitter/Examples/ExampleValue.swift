import APIModel
import Source

/// Writes the value of an example as a caller of the SDK writes it: `.init(role: .user, content: "Hello")`.
struct ExampleValue {
    let api: API
    let names: SwiftNames

    /// The value as an expression of a type, where that type is known.
    ///
    /// What has no spelling of its own, a date or a value that its schema does not allow, is read from JSON by the function
    /// ``decoding``, which the surroundings must have.
    func expression(_ node: YAMLNode, as type: TypeReference) -> SwiftExpression {
        spelled(node, as: type) ?? decoded(node)
    }

    /// The argument of an initialiser; nil for one that is left out.
    func argument(_ node: YAMLNode?, for member: ParamsMember) -> SwiftExpression.Element? {
        guard let node, member.isGiven else { return nil }
        let value: SwiftExpression =
            switch member.presence {
            case .required, .optional, .constant: expression(node, as: member.type)
            case .nullable: node.kind == .null ? .text("nil") : expression(node, as: member.type)
            case .optionalNullable: nullable(node, member.type) ?? decoded(node)
            }
        return .init(label: member.identifier, value: value)
    }

    /// A value by way of JSON.
    private func decoded(_ node: YAMLNode) -> SwiftExpression { .call(Self.decoding, json(node)) }

    /// The function that reads a value from JSON, and may throw.
    static let decoding = "decoded"

    /// The value; nil where it does not fit its type, or the type has no spelling.
    private func spelled(_ node: YAMLNode, as type: TypeReference) -> SwiftExpression? {
        switch type {
        case .scalar(let scalar): return self.scalar(node, scalar)
        case .json: return json(node)
        case .array(let element):
            return node.kind == .sequence ? .array(node.elements.map { expression($0, as: element) }) : nil
        case .map(let value):
            guard node.kind == .mapping else { return nil }
            return .dictionary(node.members.map { ($0.key, expression($0.value, as: value)) })
        case .nullable(let type): return nullable(node, type)
        case .file:
            let bytes = SwiftExpression.text("Data(\(SwiftLiteral.string(node.text)).utf8)")
            let name = SwiftExpression.text(SwiftLiteral.string(Self.fileName))
            return .call(".data", [.init(value: bytes), .init(label: "name", value: name)])
        case .named(let id):
            switch api.type(id)?.shape {
            case .object: return arguments(node, names.members(of: id)).map { .call(".init", $0) }
            case .enumeration(let enumeration):
                let emission = EnumerationEmission(enumeration: enumeration, identifiers: names.values(of: id))
                return self.enumeration(node, emission)
            case .union(let union): return self.union(node, union)
            case nil: return nil
            }
        }
    }

    /// The name that files get: examples have their content alone.
    private static let fileName = "example.txt"

    // MARK: - Scalars

    private func scalar(_ node: YAMLNode, _ scalar: TypeReference.Scalar) -> SwiftExpression? {
        guard let literal = Literal(node) else { return nil }
        switch (literal, scalar) {
        case (.string, .string), (.boolean, .boolean): return .text(literal.swiftText)
        case (.integer, .double), (.integer, .float), (.integer, .decimal), (.integer, .number): break
        case (.number, .double), (.number, .float), (.number, .number): break
        case (.integer, _) where scalar.isInteger: break
        default: return nil
        }
        return .text(literal.swiftText)
    }

    /// Three states, of which one is that there is nothing at all. Literals need no `.value`.
    private func nullable(_ node: YAMLNode, _ type: TypeReference) -> SwiftExpression? {
        guard node.kind != .null else { return .text(".null") }
        guard let value = spelled(node, as: type) else { return nil }
        if case .scalar = type { return value }
        return .call(".value", value)
    }

    private func enumeration(_ node: YAMLNode, _ emission: EnumerationEmission) -> SwiftExpression? {
        guard let literal = Literal(node) else { return nil }
        if let reference = emission.reference(to: literal) { return .text(reference) }
        switch (literal, emission.enumeration.kind) {
        case (.string, .strings), (.integer, .integers), (.integer, .numbers), (.number, .numbers):
            return .text(literal.swiftText)
        default: return nil
        }
    }

    /// Any JSON, as a literal of `JSONValue`.
    private func json(_ node: YAMLNode) -> SwiftExpression {
        switch node.kind {
        case .sequence: return .array(node.elements.map(json))
        case .mapping: return .dictionary(node.members.map { ($0.key, json($0.value)) })
        case .null: return .text("nil")
        default: return .text(Literal(node)?.jsonText ?? SwiftLiteral.string(node.text))
        }
    }

    // MARK: - Objects

    /// The arguments of an initialiser; nil where a member is missing, one is too much, or a constant is another.
    func arguments(_ node: YAMLNode, _ members: [ParamsMember]) -> [SwiftExpression.Element]? {
        guard node.kind == .mapping else { return nil }
        let known = Set(members.map(\.wireName))
        var arguments: [SwiftExpression.Element] = []
        for member in members {
            if member.place == .additional {
                guard case .map(let type) = member.type else { return nil }
                let rest = node.members.filter { !known.contains($0.key) }
                guard !rest.isEmpty else { continue }
                let values = SwiftExpression.dictionary(rest.map { ($0.key, expression($0.value, as: type)) })
                arguments.append(.init(label: member.identifier, value: values))
                continue
            }
            let value = node[member.wireName]
            if case .constant(let literal) = member.presence {
                guard value.flatMap(Literal.init) == literal else { return nil }
            } else if let argument = argument(value, for: member) {
                arguments.append(argument)
            } else if !member.isOptional {
                return nil
            }
        }
        let isOpen = members.contains { $0.place == .additional }
        return isOpen || node.members.allSatisfy { known.contains($0.key) } ? arguments : nil
    }

    // MARK: - Unions

    private func union(_ node: YAMLNode, _ union: UnionType) -> SwiftExpression? {
        guard let (index, value) = member(of: union, for: node) else { return nil }
        let arrays = union.members.count { if case .array = $0.type { true } else { false } }
        // Literals stand for the member that they are of.
        if union.members[index].type == .scalar(.string) { return value }
        if case .array = union.members[index].type, arrays == 1 { return value }
        return .call("." + SwiftNames.cases(of: union)[index], value)
    }

    /// The member that a value is: by its discriminator, else the first one that it fits.
    private func member(of union: UnionType, for node: YAMLNode) -> (index: Int, value: SwiftExpression)? {
        if let key = union.discriminator, let value = node[key].flatMap(Literal.init) {
            let index =
                union.members.firstIndex { $0.values.contains(value) } ?? union.members.firstIndex(where: \.isFallback)
            guard let index else { return nil }
            return spelled(node, as: union.members[index].type).map { (index, $0) }
        }
        for (index, member) in union.members.enumerated() {
            if let value = spelled(node, as: member.type) { return (index, value) }
        }
        return nil
    }
}
