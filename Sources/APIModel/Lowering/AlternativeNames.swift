import OpenAPI
import Source

extension Lowering {
    /// The names of a union's members that can be told before their types are made: nil for one that is named by its type.
    func alternativeNames(of alternatives: [Alternative], discriminator: String?) -> [String?] {
        let candidates = alternatives.map { names(of: $0, discriminator: discriminator, among: alternatives) }
        var choice = candidates.map { _ in 0 }
        let chosen = { (index: Int) -> String? in
            choice[index] < candidates[index].count ? candidates[index][choice[index]] : candidates[index].last
        }
        // Two of one name take their next best, together, so that no name depends on which comes first.
        let rounds = candidates.map(\.count).max() ?? 0
        for _ in 0..<rounds {
            var taken: [String: [Int]] = [:]
            for index in candidates.indices {
                guard let name = chosen(index) else { continue }
                taken[Self.letters(of: name), default: []].append(index)
            }
            let clashing = candidates.indices.filter { index in
                chosen(index).map { (taken[Self.letters(of: $0)]?.count ?? 0) > 1 } ?? false
            }
            guard !clashing.isEmpty else { break }
            for index in clashing where choice[index] + 1 < candidates[index].count { choice[index] += 1 }
        }
        return candidates.indices.map(chosen)
    }

    /// What a member may be called, the best first.
    private func names(
        of alternative: Alternative,
        discriminator: String?,
        among alternatives: [Alternative]
    ) -> [String] {
        if let name = SchemaObject(alternative.node).sdkName { return [name] }
        var names: [String] = []
        if let discriminator, alternative.isObject {
            let values = constants(of: discriminator, in: alternative.schema)
            if values.count == 1, case .string(let text) = values[0], Self.readsAsName(text) { names.append(text) }
        }
        if let target = alternative.target {
            let name = schemaNames.name(of: target, reachedBy: alternative.reference ?? "")
            return names + [SchemaObject(target).sdkName ?? name]
        }
        if let title = alternative.schema.title { names.append(title) }
        // A list beside a string that may be any is what is known of it.
        let isOfKnown = alternatives.contains { other in
            other.schema.types == ["string"] && other.schema.enumeration == nil && other.schema.constant == nil
        }
        let values = valueNames(of: alternative.schema)
        if isOfKnown, values.first == "item" { names.append("known") }
        names += values
        guard alternative.isObject, !alternative.schema.properties.isEmpty else { return names }
        // An object without a title is told by what the others lack.
        let others = alternatives.filter { $0.node.identity != alternative.node.identity }
        let own = alternative.schema.properties.map(\.name).filter { name in
            !others.contains { $0.schema.properties.contains { $0.name == name } }
        }
        let required = alternative.schema.requiredNames
        if let name = own.first(where: required.contains) ?? own.first { names.append(name) }
        names.append(alternative.schema.properties.map(\.name).joined(separator: "_and_"))
        return names
    }

    /// What a list of values, or an array of a type that is declared in it, may be called.
    private func valueNames(of schema: MergedSchema) -> [String] {
        if let values = schema.enumeration?.value.elements, values.count > 1, schema.constant == nil {
            let texts = values.prefix(3).map(\.text).filter(Self.readsAsName)
            return ["item", (schema.types?.first ?? "value") + "_value"]
                + (texts.isEmpty ? [] : [texts.joined(separator: "_or_")])
        }
        guard schema.types == ["array"], let items = schema.items, items.kind == .mapping,
            soleReference(in: items) == nil
        else { return [] }
        let element = merged(items)
        let inner = valueNames(of: element)
        if !inner.isEmpty { return inner.map { $0.hasSuffix("s") ? $0 : $0 + "s" } }
        guard !element.properties.isEmpty, element.alternatives.isEmpty else { return [] }
        return ["items", element.properties.map(\.name).joined(separator: "_and_") + "_items"]
    }

    /// The name of a member that only its type can name.
    func alternativeName(of type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar): Self.name(of: scalar)
        case .json: "json"
        case .array(.json): "array"
        case .array(.array(let element)) where element != .json: alternativeName(of: element) + "_arrays"
        case .array(let element): Self.plural(of: alternativeName(of: element))
        case .map(.json): "object"
        case .map(let value): alternativeName(of: value) + "_map"
        case .nullable(let type): alternativeName(of: type)
        case .file: "file"
        case .named(let id): Self.withoutEndings(typeNames[id] ?? types[id.index]?.name ?? "value")
        }
    }

    private static func name(of scalar: TypeReference.Scalar) -> String {
        switch scalar {
        case .string: "string"
        case .boolean: "bool"
        case .integer, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: "int"
        case .double, .float, .decimal, .number: "number"
        case .dateTime: "date_time"
        case .date: "date"
        case .time: "time"
        case .duration: "duration"
        case .uuid: "uuid"
        case .url: "url"
        case .bytes: "data"
        }
    }

    /// The name of the type of an array's elements, without what tells it so.
    private static func withoutEndings(_ name: String) -> String {
        var name = name
        while name.hasSuffix("[]") { name.removeLast(2) }
        return name
    }

    private static func plural(of name: String) -> String {
        for ending in ["s", "x", "z", "ch", "sh"] where name.hasSuffix(ending) { return name + "es" }
        if name.hasSuffix("y"), let before = name.dropLast().last, !"aeiou".contains(before) {
            return name.dropLast() + "ies"
        }
        return name + "s"
    }

    /// Whether a value reads well as a name.
    static func readsAsName(_ text: String) -> Bool {
        text.utf8.count <= 60 && text.contains(where: \.isLetter)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./ ".contains($0) }
    }

    /// A name without what spellings differ in.
    private static func letters(of name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
