package import Source

/// A type that a schema names (JSON Schema 2020-12, Validation, section 6.1.1).
package struct SchemaType: Hashable, Sendable {
    /// The name in the standard.
    package let name: String
    /// What a word for the type says beyond it: `date` is a string of that format.
    package let format: String?

    private init(_ name: String, format: String? = nil) {
        self.name = name
        self.format = format
    }

    static let names = ["null", "boolean", "object", "array", "number", "string", "integer"]

    /// The same, the frequent ones first, each with the number of its bytes.
    private static let words = ["string", "object", "array", "integer", "boolean", "number", "null"].map { name in
        (word: name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, name: name, list: [name])
    }

    /// The name of a type that stands alone and as the standard spells it; nil for any other value of `type`.
    package static func soleName(_ value: YAMLNode) -> String? {
        guard let word = value.word else { return nil }
        return words.first { $0.word == word }?.name
    }

    /// A list of that name alone, which is made once.
    package static func soleNames(_ value: YAMLNode) -> [String]? {
        guard let word = value.word else { return nil }
        return words.first { $0.word == word }?.list
    }

    /// The types that the value of `type` names; none where one of the names means nothing, so that any type is allowed.
    package static func all(named value: YAMLNode) -> [SchemaType] {
        var types: [SchemaType] = []
        // A type without a text was forgotten.
        for node in value.kind == .sequence ? Array(value.elements) : [value] where !node.text.isEmpty {
            // An unquoted null is the type of that name.
            guard let reading = node.kind == .null ? [SchemaType("null")] : reading(of: node.text) else { return [] }
            types += reading
        }
        return types
    }

    /// Whether a value of `type` is a word for a file.
    package static func meansFile(_ value: YAMLNode) -> Bool {
        value.kind == .string && soleName(value) == nil && otherWords[value.text.lowercased()]?.format == "binary"
    }

    /// What a name means: the standard's own, that in other letters, a word of another language for one, or several in
    /// one text; nil for one that means nothing.
    static func reading(of text: String) -> [SchemaType]? {
        if names.contains(text) { return [SchemaType(text)] }
        let word = text.lowercased()
        if names.contains(word) { return [SchemaType(word)] }
        if let known = otherWords[word] { return [known] }
        let parts = word.split { "|/, ".contains($0) }
        guard parts.count > 1 else { return nil }
        let types = parts.map { part in
            let part = String(part)
            return names.contains(part) ? SchemaType(part) : otherWords[part]
        }
        return types.contains(nil) ? nil : types.compactMap(\.self)
    }

    /// Words that published documents have in place of a type, and that say what is meant.
    private static let otherWords: [String: SchemaType] = [
        "bool": SchemaType("boolean"),
        "str": SchemaType("string"), "text": SchemaType("string"), "char": SchemaType("string"),
        "date": SchemaType("string", format: "date"),
        "date-time": SchemaType("string", format: "date-time"),
        "datetime": SchemaType("string", format: "date-time"),
        "uuid": SchemaType("string", format: "uuid"),
        "uri": SchemaType("string", format: "uri"), "url": SchemaType("string", format: "uri"),
        "binary": SchemaType("string", format: "binary"), "file": SchemaType("string", format: "binary"),
        "long": SchemaType("integer", format: "int64"),
        "float": SchemaType("number", format: "float"), "double": SchemaType("number", format: "double"),
        "decimal": SchemaType("number", format: "decimal"),
        "list": SchemaType("array"), "dict": SchemaType("object"), "map": SchemaType("object"),
        "none": SchemaType("null"),
    ]
}
