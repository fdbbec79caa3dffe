import OpenAPI
import Source

/// The names of schemas that are referred to, by the spec's own spelling.
///
/// A schema's own place names it: its key under `components/schemas`, else the way by which it is reached, else the name
/// of its file. A component that only refers to a schema elsewhere lends it the component's name.
struct SchemaNames {
    private var names: [YAMLNode.ID: String] = [:]
    /// The names of schemas by the references that have reached them.
    private var reached: [YAMLNode.ID: String] = [:]

    init(_ document: Document) {
        let components = document.root.components?.schemas ?? []
        for component in components where component.value.reference == nil {
            names[component.value.identity] = Self.withoutAssemblies(component.key)
        }
        nameDefinitions(of: components)
        for component in components.filter({ $0.value.reference != nil }).sorted(by: { $0.key < $1.key }) {
            guard let target = document.resolve(component.value), names[target.identity] == nil else { continue }
            names[target.identity] = Self.withoutAssemblies(component.key)
        }
    }

    /// The name of a generic type of .NET without the counts of arguments and the assemblies that these are from:
    /// ``Page`1[[Acme.Order, Acme, Version=1.0]]`` is `Page.Acme.Order`.
    private static func withoutAssemblies(_ name: String) -> String {
        guard name.contains("`"), name.contains("[[") else { return name }
        var result = ""
        var isInAssembly = false
        var isCount = false
        for character in name {
            isCount = character == "`" || isCount && character.isNumber
            if "[],".contains(character) {
                isInAssembly = character == ","
                result += " "
            } else if !isInAssembly, !isCount {
                result.append(character)
            }
        }
        return result.split(separator: " ").joined(separator: ".")
    }

    /// Names the schemas under `$defs` of components. One whose name another has too has its component's in front.
    private mutating func nameDefinitions(of components: [YAMLMember]) {
        var counts: [String: Int] = [:]
        var definitions: [(component: String, name: String, node: YAMLNode)] = []
        for component in components {
            for key in ["$defs", "definitions"] {
                for member in component.value[key]?.members.map({ $0 }) ?? [] where member.value.member("$ref") == nil {
                    counts[member.key, default: 0] += 1
                    definitions.append((component.key, member.key, member.value))
                }
            }
        }
        guard !definitions.isEmpty else { return }
        for component in components { counts[component.key, default: 0] += 1 }
        for (component, name, node) in definitions where names[node.identity] == nil {
            names[node.identity] = counts[name, default: 0] > 1 ? component + "_" + name : name
        }
    }

    /// The name of the schema that a `$ref` leads to.
    mutating func name(of target: YAMLNode, reachedBy text: String) -> String {
        if let name = names[target.identity] ?? reached[target.identity] { return name }
        guard !text.isEmpty else { return "Value" }
        let name = Self.name(for: Reference(text))
        reached[target.identity] = name
        return name
    }

    private static func name(for reference: Reference) -> String {
        let tokens = reference.tokens.filter { !structural.contains($0) }
        if let last = tokens.last {
            // Below another schema, its name says where: `Pet/properties/owner` is a pet's owner.
            let isPart = reference.tokens.count > 1 && reference.tokens.dropLast().last.map(structural.contains) == true
            if isPart, tokens.count > 1, reference.tokens.contains("properties") || Int(last) != nil {
                return tokens.suffix(2).joined(separator: "_")
            }
            return last
        }
        let file = FilePaths.name(of: reference.file)
        return file.firstIndex(of: ".").map { String(file[..<$0]) } ?? file
    }

    /// Tokens of a pointer that are keys of the standard rather than names.
    private static let structural: Set<String> = [
        "components", "schemas", "definitions", "$defs", "properties", "items", "schema", "content", "allOf", "anyOf",
        "oneOf", "additionalProperties", "paths",
    ]
}
