import OpenAPI
import Source

extension Lowering {
    /// The type of a list of alternatives: a union, unless they come down to one type or to one list of values.
    func alternativesType(
        _ nodes: [YAMLNode],
        of schema: MergedSchema,
        at place: TypePlace,
        _ documentation: Documentation
    ) -> LoweredType? {
        let (all, allowsNull) = alternatives(nodes, of: schema.withoutAlternatives)
        let alternatives = distinct(all)
        var type: LoweredType?
        if let only = alternatives.first, alternatives.count == 1 {
            type = self.type(of: only, at: place)
        } else if alternatives.isEmpty {
            type = LoweredType(reference: .json)
        } else if let text = textType(of: alternatives, at: place, documentation, schema.node.headRange) {
            type = text
        } else {
            type = unionType(
                of: alternatives,
                discriminator(of: schema),
                at: place,
                documentation,
                schema.node.headRange
            )
        }
        if allowsNull { type?.isNullable = true }
        return type
    }

    /// The type of one alternative alone.
    private func type(of alternative: Alternative, at place: TypePlace) -> LoweredType? {
        if alternative.target != nil || alternative.node.kind != .mapping {
            return type(of: alternative.node, name: place.name, owner: place.owner)
        }
        return declaredType(of: alternative.schema, at: place)
    }

    /// The type of alternatives that are all strings, or all lists of values: a list of known values, or a string.
    private func textType(
        of alternatives: [Alternative],
        at place: TypePlace,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> LoweredType? {
        var lists: [(alternative: Alternative, values: [EnumerationType.Value])] = []
        var titles: [String?] = []
        var plain = 0
        for alternative in alternatives {
            let schema = alternative.schema
            if schema.enumeration != nil || schema.constant != nil {
                guard let values = values(of: schema) else { return nil }
                lists.append((alternative, values.map { described($0, by: alternative, isOnly: values.count == 1) }))
                titles.append(values.count == 1 ? alternative.schema.title : nil)
            } else if schema.types == ["string"], usefulAlternatives(of: schema) == nil, !isBinary(schema) {
                plain += 1
            } else {
                return nil
            }
        }
        guard !lists.isEmpty else { return LoweredType(reference: sharedScalar(of: alternatives)) }
        let values = named(lists.flatMap(\.values), titles)
        guard plain == 0 || values.allSatisfy({ if case .string = $0.literal { true } else { false } }) else {
            return nil
        }
        // Every list of values is an open one: a string beside a list with a name adds nothing to it.
        if let only = lists.first, lists.count == 1, only.alternative.target != nil, only.values.count > 1 {
            return type(of: only.alternative, at: place)
        }
        var seen: Set<Literal> = [.null]
        let distinct = values.filter { seen.insert($0.literal).inserted }
        let isNullable = values.contains { $0.literal == .null }
        let reference = enumeration(of: distinct, at: place, documentation, source)
        return LoweredType(reference: reference, isNullable: isNullable)
    }

    /// Values that are no words, `4` and `8`, with the titles of their alternatives as names, where these tell them apart.
    private func named(_ values: [EnumerationType.Value], _ titles: [String?]) -> [EnumerationType.Value] {
        let words = titles.map { title in title.map { NameWords.words(of: $0) } ?? [] }
        guard values.count == words.count, Set(words.map { $0.joined() }).count == words.count,
            words.allSatisfy({ !$0.isEmpty && $0.count <= Self.mostWordsOfName })
        else { return values }
        return zip(values, words).map { value, words in
            if case .string = value.literal { return value }
            var value = value
            value.name = value.name ?? words.joined(separator: "_")
            return value
        }
    }

    /// A title of more words is a sentence.
    private static let mostWordsOfName = 6

    /// A value with what its own alternative says of it.
    private func described(
        _ value: EnumerationType.Value,
        by alternative: Alternative,
        isOnly: Bool
    ) -> EnumerationType.Value {
        guard isOnly, value.documentation.isEmpty else { return value }
        var value = value
        value.documentation.text = alternative.schema.text ?? alternative.schema.title
        value.documentation.isDeprecated = value.documentation.isDeprecated || alternative.schema.isDeprecated
        return value
    }

    private func sharedScalar(of alternatives: [Alternative]) -> TypeReference {
        let scalars = Set(alternatives.map { stringType(of: $0.schema) })
        return scalars.count == 1 ? scalars.first ?? .scalar(.string) : .scalar(.string)
    }

    // MARK: - Unions

    private func unionType(
        of alternatives: [Alternative],
        _ stated: Discriminator?,
        at place: TypePlace,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> LoweredType? {
        let id = place.id ?? reserveType()
        let property = stated?.property ?? inferredDiscriminator(of: alternatives)
        let names = alternativeNames(of: alternatives, discriminator: property)
        let constants = ownConstants(of: property, in: alternatives)
        if let stated { reportUnknownMappings(of: stated, alternatives) }
        var isNullable = false
        var members: [UnionType.Member] = []
        for (index, (alternative, name)) in zip(alternatives, names).enumerated() {
            let inner = TypePlace(name: name ?? "item", owner: .type(id))
            guard let type = type(of: alternative, at: inner) else { return nil }
            isNullable = isNullable || type.isNullable
            if type.reference == .json { return LoweredType(reference: .json, isNullable: isNullable) }
            let values = values(of: alternative, constants[index], stated, type.reference)
            members.append(
                UnionType.Member(
                    name: name ?? alternativeName(of: type.reference),
                    type: type.reference,
                    values: values,
                    isFallback: alternative.target.map {
                        stated?.isFallback($0, reference: alternative.reference) ?? false
                    } ?? false,
                    documentation: type.documentation
                )
            )
        }
        return union(
            of: members,
            property,
            at: TypePlace(name: place.name, owner: place.owner, id: id),
            documentation,
            source
        )
        .map { LoweredType(reference: $0, isNullable: isNullable) }
    }

    /// The values of the discriminator that mean an alternative.
    ///
    /// - Parameter constants: Those that its own property has, and no other's.
    private func values(
        of alternative: Alternative,
        _ constants: [Literal],
        _ stated: Discriminator?,
        _ type: TypeReference
    ) -> [Literal] {
        guard let stated else { return constants }
        var values = constants
        var isFallback = false
        if let target = alternative.target {
            // A value that a mapping gives to another schema is not this one's, even if its own list has it.
            let others = Set(stated.mapping.filter { $0.schema?.identity != target.identity }.map(\.key))
            values.removeAll { others.contains($0.text) }
            let mapped = self.values(of: stated, in: alternative.schema, target, reference: alternative.reference)
            values += mapped.filter { !values.contains($0) }
            isFallback = stated.isFallback(target, reference: alternative.reference)
        }
        let isSpelledOut = !values.isEmpty
        // Without a mapping the name of the schema is the value.
        if values.isEmpty, alternative.isObject, let target = alternative.target {
            values = [.string(schemaNames.name(of: target, reachedBy: ""))]
        }
        if !isFallback, alternative.target != nil || isSpelledOut {
            noteDiscriminator(
                stated.property,
                of: alternative.schema,
                type,
                values: values,
                isSpelledOut: isSpelledOut
            )
        }
        return values
    }

    /// By alternative, the values of a property that it alone allows: those of a list that several have from a common
    /// base tell nothing.
    private func ownConstants(of property: String?, in alternatives: [Alternative]) -> [[Literal]] {
        guard let property else { return alternatives.map { _ in [] } }
        let all = alternatives.map { constants(of: property, in: $0.schema) }
        var counts: [Literal: Int] = [:]
        var seen: Set<YAMLNode.ID> = []
        for (alternative, values) in zip(alternatives, all) {
            if let target = alternative.target, !seen.insert(target.identity).inserted { continue }
            for value in Set(values) { counts[value, default: 0] += 1 }
        }
        return all.map { $0.filter { counts[$0] == 1 } }
    }

    /// The union of the values of several JSON types (`type: [string, integer]`).
    func typesUnion(
        _ types: [String],
        of schema: MergedSchema,
        at place: TypePlace,
        _ documentation: Documentation
    ) -> LoweredType? {
        let all: Set<String> = ["string", "boolean", "number", "array", "object"]
        if Set(types).isSuperset(of: all), schema.items == nil, !schema.hasProperties {
            return LoweredType(reference: .json)
        }
        let id = place.id ?? reserveType()
        var members: [UnionType.Member] = []
        for type in types {
            let inner = TypePlace(name: type == "array" ? "item" : type, owner: .type(id))
            guard let reference = reference(of: type, schema, at: inner, documentation) else { return nil }
            members.append(UnionType.Member(name: alternativeName(of: reference), type: reference))
        }
        return union(
            of: members,
            nil,
            at: TypePlace(name: place.name, owner: place.owner, id: id),
            documentation,
            schema.node.headRange
        ).map { LoweredType(reference: $0) }
    }

    /// Declares a union of what is left when members of one type are one member.
    private func union(
        of candidates: [UnionType.Member],
        _ discriminator: String?,
        at place: TypePlace,
        _ documentation: Documentation,
        _ source: SourceRange
    ) -> TypeReference? {
        var members: [UnionType.Member] = []
        for candidate in candidates {
            if let index = members.firstIndex(where: { $0.type == candidate.type }) {
                members[index].values += candidate.values.filter { !members[index].values.contains($0) }
            } else {
                members.append(candidate)
            }
        }
        joinNumbers(in: &members)
        if let only = members.first, members.count == 1 { return only.type }
        removeSharedValues(from: &members)
        let hasValues = members.contains { !$0.values.isEmpty }
        let union = UnionType(discriminator: hasValues ? discriminator : nil, members: members)
        return .named(declare(.union(union), at: place, documentation, source))
    }

    /// Joins what no JSON number tells apart: integers of several sizes, and integers with all numbers.
    private func joinNumbers(in members: inout [UnionType.Member]) {
        let integers = members.indices.filter {
            if case .scalar(let scalar) = members[$0].type { scalar.isInteger } else { false }
        }
        if members.contains(where: { $0.type == .scalar(.double) }) {
            for index in integers.reversed() { members.remove(at: index) }
        } else if let first = integers.first, integers.count > 1 {
            let isUnsigned = integers.allSatisfy {
                if case .scalar(let scalar) = members[$0].type { scalar.isUnsigned } else { false }
            }
            members[first].type = .scalar(isUnsigned ? .uint64 : .integer)
            for index in integers.dropFirst().reversed() { members.remove(at: index) }
        }
    }

    /// A value that means two members tells nothing.
    private func removeSharedValues(from members: inout [UnionType.Member]) {
        var counts: [Literal: Int] = [:]
        for value in members.flatMap(\.values) { counts[value, default: 0] += 1 }
        for index in members.indices { members[index].values.removeAll { counts[$0, default: 0] > 1 } }
    }
}
