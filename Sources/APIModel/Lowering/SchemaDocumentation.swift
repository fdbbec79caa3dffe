import OpenAPI
import Source

extension Lowering {
    /// What a schema says of itself, in words and by the keywords that a Swift type does not show.
    ///
    /// - Parameter name: What the schema is called where it stands: a title that only repeats it is passed over.
    func documentation(of schema: MergedSchema, name: String) -> Documentation {
        let title = schema.title.flatMap { Self.isSame($0, name) ? nil : $0 }
        return Documentation(
            summary: title,
            text: schema.text,
            notes: notes(of: schema),
            isDeprecated: schema.isDeprecated
        )
    }

    private static func isSame(_ title: String, _ name: String) -> Bool {
        let letters = { (text: String) in
            text.utf8.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 < 0x3A && $0 > 0x2F }
                .map { $0 | 0x20 }
        }
        return letters(title) == letters(name)
    }

    private func notes(of schema: MergedSchema) -> [String] {
        var notes: [String] = []
        if let format = schema.format, !format.isEmpty, !Self.isTyped(format: format, types: schema.types) {
            notes.append("Format: `\(format)`.")
        }
        if let encoding = schema.contentEncoding, encoding.lowercased() != "base64" {
            notes.append("Encoding: `\(encoding)`.")
        }
        if let type = schema.contentMediaType { notes.append("Media type: `\(type)`.") }
        if !schema.patternProperties.isEmpty {
            let patterns = schema.patternProperties.map { Self.code($0.key) }.joined(separator: " or ")
            notes.append("The keys of further members match \(patterns).")
        }
        if let positions = schema.prefixItems?.value.listElements, positions.count > 1 {
            notes.append("The first \(positions.count) elements have types by their positions.")
        }
        guard !schema.annotations.isEmpty else { return notes }
        let keywords = Keywords(members: schema.annotations)
        notes += Self.bounds(keywords)
        if let pattern = keywords["pattern"]?.string { notes.append("Pattern: \(Self.code(pattern)).") }
        for member in schema.annotations {
            if let note = Self.note(of: member) { notes.append(note) }
        }
        if let example = keywords["example"] ?? keywords["examples"]?.elements.first,
            let text = Self.shortText(example)
        {
            notes.append("Example: \(Self.code(text)).")
        }
        if let link = keywords["externalDocs"], let url = link["url"]?.string {
            notes.append("See [\(link["description"]?.string ?? url)](\(url)).")
        }
        return notes
    }

    /// The bounds of numbers, texts and collections.
    private static func bounds(_ keywords: Keywords) -> [String] {
        // What is no count has been reported, and is ignored.
        let count = { (key: String) in
            keywords[key].flatMap { $0.kind == .integer && $0.text.first != "-" ? $0.text : nil }
        }
        var notes: [String] = []
        let lower =
            keywords["minimum"].map { ($0.text, keywords["exclusiveMinimum"]?.bool ?? false) }
            ?? keywords["exclusiveMinimum"].map { ($0.text, true) }
        let upper =
            keywords["maximum"].map { ($0.text, keywords["exclusiveMaximum"]?.bool ?? false) }
            ?? keywords["exclusiveMaximum"].map { ($0.text, true) }
        if let lower { notes.append("\(lower.1 ? "Greater than" : "At least") \(lower.0).") }
        if let upper { notes.append("\(upper.1 ? "Less than" : "At most") \(upper.0).") }
        if let step = keywords["multipleOf"] { notes.append("A multiple of \(step.text).") }
        let counts = [
            ("minLength", "maxLength", "character"), ("minItems", "maxItems", "element"),
            ("minProperties", "maxProperties", "member"),
        ]
        for (least, most, noun) in counts {
            let plural = { (text: String) in text == "1" ? noun : noun + "s" }
            switch (count(least), count(most)) {
            case (let low?, let high?) where low == high: notes.append("Exactly \(low) \(plural(low)).")
            case (let low?, let high?): notes.append("\(low) to \(high) \(plural(high)).")
            case (let low?, nil) where low != "0": notes.append("At least \(low) \(plural(low)).")
            case (nil, let high?): notes.append("At most \(high) \(plural(high)).")
            default: break
            }
        }
        if keywords["uniqueItems"]?.bool == true { notes.append("No two elements are equal.") }
        return notes
    }

    /// The sentence for a keyword that no Swift type can express.
    private static func note(of member: YAMLMember) -> String? {
        switch member.key {
        case "not": "Some values are excluded (`not`)."
        case "if": "What holds depends on the values (`if`)."
        case "dependentSchemas", "dependentRequired": "Some members ask for others (`\(member.key)`)."
        case "contains": "Some element has a certain form (`contains`)."
        case "propertyNames": "The keys have a certain form (`propertyNames`)."
        case "unevaluatedProperties", "unevaluatedItems":
            member.value.bool == false ? "Nothing beyond what is described is allowed." : nil
        default: nil
        }
    }

    /// A value on one line, unless it is long.
    static func shortText(_ node: YAMLNode) -> String? {
        switch node.kind {
        case .mapping: return node.members.isEmpty ? "{}" : nil
        case .sequence:
            guard !node.elements.isEmpty else { return "[]" }
            let texts = node.elements.map { $0.kind == .mapping || $0.kind == .sequence ? nil : shortText($0) }
            guard texts.allSatisfy({ $0 != nil }) else { return nil }
            let text = "[" + texts.compactMap { $0 }.joined(separator: ", ") + "]"
            return text.utf8.count <= longest ? text : nil
        default:
            let text = node.text
            guard text.utf8.count <= longest else { return nil }
            let isVisible = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            return isVisible ? text : quoted(text)
        }
    }

    private static let longest = 80

    /// A text as JSON writes it, which shows what it is where it is empty or has control characters.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += (scalar.value < 0x10 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A text in a code span (CommonMark, section 6.1).
    static func code(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "`")) ? "`` \(text) ``" : "`\(text)`"
    }
}

/// Keywords by their keys; the last of each counts. There are few: to look at each costs less than a dictionary.
private struct Keywords {
    let members: [YAMLMember]

    subscript(key: String) -> YAMLNode? { members.last { $0.hasKey(key) }?.value }
}
