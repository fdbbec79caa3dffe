package import Source

/// What is made of values that are not of the kind that the standard asks for.
extension YAMLNode {
    /// The text of a scalar other than null, whatever YAML makes of it: `description: 12` means the text.
    package var scalarText: String? {
        switch kind {
        case .null, .sequence, .mapping: nil
        case .bool, .integer, .float, .string: text
        }
    }

    /// The elements of a sequence, or a value that stands alone where a sequence is expected.
    package var listElements: [YAMLNode] {
        switch kind {
        case .sequence: Array(elements)
        case .null, .bool: []
        case .integer, .float, .string, .mapping: [self]
        }
    }

    /// The same for a sequence of scalars, in whose place a mapping means nothing.
    package var listedScalars: [YAMLNode] { kind == .mapping ? [] : listElements }

    /// A boolean, or a text that is meant as one: `"true"`, or `yes`, which is a boolean in YAML 1.1.
    package var booleanWord: Bool? {
        if let bool { return bool }
        return switch string?.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    /// Which of several words a text is, large and small letters being one; the very word where it is among them.
    package func choice(among values: [String]) -> String? {
        guard let text = string else { return nil }
        return values.contains(text) ? text : values.first { $0.lowercased() == text.lowercased() }
    }
}
