import APIModel

/// Writes an open enumeration: a struct over the raw value, so that values the spec does not list are kept.
struct EnumerationEmission {
    let enumeration: EnumerationType
    /// The names of the values, in their order.
    let identifiers: [String]

    /// How a value is written where the type is known; nil for one that is not listed.
    func reference(to literal: Literal) -> String? {
        guard let index = enumeration.values.firstIndex(where: { $0.literal == literal }) else { return nil }
        return enumeration.values[index].documentation.isDeprecated
            ? ".init(rawValue: \(rawText(literal)))" : ".\(identifiers[index])"
    }

    func declaration(_ name: String, _ documentation: Documentation, to printer: inout SwiftPrinter) {
        printer.documentation(ofType: documentation)
        printer.block("public nonisolated struct \(name): \(protocolName)") { printer in
            printer.line("public let rawValue: \(rawType)")
            printer.blank()
            printer.block("public init(rawValue: \(rawType))") { $0.line("self.rawValue = rawValue") }
            printer.blank()
            for (value, identifier) in zip(enumeration.values, identifiers) {
                printer.documentation(of: value.documentation)
                if value.documentation.isDeprecated { printer.deprecation(value.documentation) }
                let name = Identifier.escaped(identifier)
                printer.shortBlock("public static var ", name, ": Self", body: text(of: value.literal))
            }
            printer.blank()
            printer.documentation("The values that the API's description lists, in its order.")
            printer.block("public static var knownRawValues: [\(rawType)]") { printer in
                printer.collection("[", enumeration.values.map { rawText($0.literal) })
            }
            deprecatedValues(to: &printer)
        }
    }

    /// What the runtime warns of when a request has it; nothing where no value is deprecated.
    private func deprecatedValues(to printer: inout SwiftPrinter) {
        let values = distinctDeprecatedValues
        guard !values.isEmpty else { return }
        printer.blank()
        printer.documentation("What the API's description says about values that it advises against.")
        printer.group("public static let deprecatedValues: [\(rawType): String] = [", "]") { printer in
            for value in values {
                let key = rawText(value.literal)
                let message = SwiftLiteral.string(DocumentationText.deprecationMessage(value.documentation))
                let comma = values.count == 1 ? "" : ","
                guard !printer.fits("\(key): \(message)\(comma)") else {
                    printer.line("\(key): \(message)\(comma)")
                    continue
                }
                printer.group("\(key):", nil) { $0.line(message + comma) }
            }
        }
    }

    /// The deprecated values that are different keys of a dictionary: a literal with equal ones ends the program. Strings
    /// are equal however their characters are put together, and numbers however they are written.
    private var distinctDeprecatedValues: [EnumerationType.Value] {
        var texts: Set<String> = []
        var numbers: Set<Double> = []
        return enumeration.values.filter { value in
            guard value.documentation.isDeprecated else { return false }
            let text = rawText(value.literal)
            guard case .string = value.literal else {
                return Double(text).map { numbers.insert($0).inserted } ?? texts.insert(text).inserted
            }
            return texts.insert(text).inserted
        }
    }

    private var protocolName: String {
        switch enumeration.kind {
        case .strings: "OpenEnum"
        case .integers: "OpenIntegerEnum"
        case .numbers: "OpenNumberEnum"
        case .mixed: "OpenJSONEnum"
        }
    }

    private var rawType: String {
        switch enumeration.kind {
        case .strings: "String"
        case .integers: "Int"
        case .numbers: "Double"
        case .mixed: "JSONValue"
        }
    }

    /// A value as its static member gives it: as a literal, where the type can be written as one.
    private func text(of literal: Literal) -> String {
        enumeration.kind == .strings || enumeration.kind == .integers
            ? rawText(literal) : "Self(rawValue: \(rawText(literal)))"
    }

    private func rawText(_ literal: Literal) -> String {
        enumeration.kind == .mixed ? literal.jsonText : literal.swiftText
    }
}
