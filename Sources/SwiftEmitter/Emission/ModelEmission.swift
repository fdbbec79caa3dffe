import APIModel

/// Writes the types of models and params.
struct ModelEmission {
    let api: API
    let names: SwiftNames

    /// A declared type with all that is part of it.
    func type(_ type: TypeDeclaration, isMutable: Bool, to printer: inout SwiftPrinter) {
        let name = names.type(type.id)
        switch type.shape {
        case .object(let object):
            let members = object.properties.map { ParamsMember($0) }
            structure(
                name,
                type.documentation,
                members,
                isMutable: isMutable,
                owner: .type(type.id),
                to: &printer
            )
        case .enumeration(let values):
            enumeration(Self.lastPart(of: name), type.documentation, values, to: &printer)
        }
    }

    /// A struct with a table: a row a member is all that decoding, encoding, equality and hashing need.
    ///
    /// - Parameter name: The full name of the type.
    func structure(
        _ name: String,
        _ documentation: Documentation,
        _ members: [ParamsMember],
        isMutable: Bool,
        owner: TypeDeclaration.Owner,
        to printer: inout SwiftPrinter
    ) {
        printer.documentation(DocumentationText.text(documentation))
        printer.block("public nonisolated struct \(Self.lastPart(of: name)): APIModel") { printer in
            for member in members { property(member, isMutable: isMutable, in: name, to: &printer) }
            printer.line("private var modelExtras = ModelExtras()")
            printer.blank()
            initializer(members.filter(\.isStored), in: name, to: &printer)
            printer.blank()
            table(members, in: name, to: &printer)
            for part in api.parts(of: owner) {
                printer.blank()
                type(part, isMutable: isMutable, to: &printer)
            }
        }
    }

    private static func lastPart(of name: String) -> String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private func property(_ member: ParamsMember, isMutable: Bool, in scope: String, to printer: inout SwiftPrinter) {
        if case .constant(let value) = member.presence {
            printer.documentation(DocumentationText.text(member.documentation, fallback: "Always `\(value.text)`."))
            printer.line("public var \(member.swiftName): \(names.text(member.type, in: scope)) { \(value.swiftText) }")
        } else {
            printer.documentation(DocumentationText.text(member.documentation))
            printer.line(
                "public \(isMutable ? "var" : "let") \(member.swiftName): \(names.storedText(member, in: scope))"
            )
        }
    }

    private func initializer(_ members: [ParamsMember], in scope: String, to printer: inout SwiftPrinter) {
        guard !members.isEmpty else { return printer.line("public init() {}") }
        let arguments = members.map { member in
            "\(member.swiftName): \(names.storedText(member, in: scope))\(member.isOptional ? " = nil" : "")"
        }
        printer.list("public init", arguments, " {")
        printer.body { printer in
            for member in members { printer.line("self.\(member.swiftName) = \(member.swiftName)") }
        }
    }

    private func table(_ members: [ParamsMember], in scope: String, to printer: inout SwiftPrinter) {
        guard !members.isEmpty else { return printer.line("public static let table = ModelTable<Self> { _ in }") }
        printer.line("public static let table = ModelTable<Self> { row in")
        printer.body { printer in
            for member in members { printer.line(row(member, in: scope)) }
        }
    }

    private func row(_ member: ParamsMember, in scope: String) -> String {
        let key = SwiftLiteral.string(member.wireName)
        let type = names.text(member.type, in: scope) + ".self"
        switch (member.place, member.presence) {
        case (_, .constant(let value)): return "row.constant(\(key), \(value.swiftText))"
        case (.property, .required): return "row.required(\(key), \(type))"
        case (.property, .optional): return "row.optional(\(key), \(type))"
        case (.property, .nullable): return "row.nullable(\(key), \(type))"
        case (.property, .optionalNullable): return "row.optionalNullable(\(key), \(type))"
        case (_, .required): return "row.requiredParameter(\(key), \(type))"
        case (_, _): return "row.parameter(\(key), \(type))"
        }
    }

    /// An open enumeration: a struct over the string, so that values the spec does not list are kept.
    private func enumeration(
        _ name: String,
        _ documentation: Documentation,
        _ enumeration: EnumerationType,
        to printer: inout SwiftPrinter
    ) {
        printer.documentation(DocumentationText.text(documentation))
        printer.block("public nonisolated struct \(name): OpenEnum") { printer in
            printer.line("public var rawValue: String")
            printer.blank()
            printer.block("public init(rawValue: String)") { $0.line("self.rawValue = rawValue") }
            printer.blank()
            for value in enumeration.values {
                let name = Identifier.escaped(SwiftNames.enumerationValue(value))
                printer.line("public static var \(name): Self { \(SwiftLiteral.string(value)) }")
            }
            printer.blank()
            printer.documentation("The values that the API's description lists, in its order.")
            printer.block("public static var allKnownValues: [Self]") { printer in
                printer.collection("[", enumeration.values.map { ".\(SwiftNames.enumerationValue($0))" })
            }
        }
    }
}

extension ParamsMember {
    /// Whether the type stores a value for it: a constant needs none.
    var isStored: Bool { if case .constant = presence { false } else { true } }
}
