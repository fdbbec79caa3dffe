import APIModel

/// Writes what one member of a model needs: its property, its argument of the initialiser, and its row of the table.
///
/// What it knows is worked out once, because it is asked for several times.
struct MemberEmission {
    let member: ParamsMember
    /// The name as it stands in a declaration.
    private let name: String
    /// Whether the value is stored under another name.
    private let hasStorage: Bool
    /// The type of the value, and the type of the property as its users see it.
    private let type: String
    private let memberType: String

    /// - Parameter scope: The full name of the type that the member belongs to.
    init(member: ParamsMember, names: SwiftNames, scope: String) {
        self.member = member
        name = member.swiftName
        hasStorage = member.hasStorage
        type = names.text(member.type, in: scope)
        memberType = names.memberText(type, member.presence)
    }

    func property(isMutable: Bool, to printer: inout SwiftPrinter) {
        if case .constant(let value) = member.presence {
            printer.documentation(of: member.documentation, fallback: "Always `\(value.text)`.")
            return printer.shortBlock("public var ", name, ": ", type, body: value.swiftText)
        }
        guard !member.isSetByCalls else { return printer.line("fileprivate var \(member.swiftName): \(memberType)") }
        guard hasStorage else {
            printer.documentation(of: member.documentation)
            return printer.line(isMutable ? "public var " : "public let ", name, ": ", memberType)
        }
        // The calls beside a params type read what is deprecated in it.
        printer.line(isMutable ? "fileprivate var " : "private let ", storage, ": ", storedType)
        printer.documentation(of: member.documentation)
        if member.documentation.isDeprecated { printer.deprecation(member.documentation) }
        guard isMutable else {
            return printer.shortBlock("public var ", name, ": ", memberType, body: unwrapped(storage))
        }
        printer.block("public var \(name): \(memberType)") { printer in
            printer.shortBlock("get", body: unwrapped(storage))
            printer.shortBlock("set", body: "\(storage) = \(wrapped("newValue"))")
        }
    }

    /// The argument of the initialiser.
    func argument(in api: API, _ names: SwiftNames, to printer: inout SwiftPrinter) {
        if let value = defaultText(in: api, names) {
            printer.line(name, ": ", memberType, " = ", value, ",")
        } else {
            printer.line(name, ": ", memberType, ",")
        }
    }

    /// The line of the initialiser that stores the argument.
    func assignment(to printer: inout SwiftPrinter) {
        printer.line("self.", hasStorage ? storage : name, " = ", wrapped(name))
    }

    /// The line of the table.
    ///
    /// - Parameter scope: The full name of the type that the member belongs to.
    func row(_ names: SwiftNames, scope: String, to printer: inout SwiftPrinter) {
        let key = SwiftLiteral.string(member.wireName)
        if case .map(let value) = member.type, member.place == .additional {
            return printer.call("row.additional", ["\(names.text(value, in: scope)).self"])
        }
        if case .constant(let value) = member.presence { return printer.call("row.constant", key, value.jsonText) }
        printer.call(rowName, key, rowType, ".self")
    }

    private var rowName: String {
        switch (member.place, member.presence) {
        case (.property, .optional): "row.optional"
        case (.property, .nullable): "row.nullable"
        case (.property, .optionalNullable): "row.optionalNullable"
        case (.property, _): "row.required"
        case (_, .required): "row.requiredParameter"
        case (_, _): "row.parameter"
        }
    }

    // MARK: - Types

    private var rowType: String { member.isIndirect ? "Indirect<\(type)>" : type }

    private var storedType: String {
        guard member.isIndirect else { return memberType }
        return switch member.presence {
        case .required, .constant: rowType
        case .optional, .nullable: rowType + "?"
        case .optionalNullable: "Nullable<\(rowType)>?"
        }
    }

    // MARK: - Storage

    private var storage: String { member.storage }

    private func unwrapped(_ value: String) -> String {
        guard member.isIndirect else { return value }
        return switch member.presence {
        case .required, .constant: "\(value).value"
        case .optional, .nullable: "\(value)?.value"
        case .optionalNullable: "\(value).map { Nullable($0.value?.value) }"
        }
    }

    private func wrapped(_ value: String) -> String {
        guard member.isIndirect else { return value }
        return switch member.presence {
        case .required, .constant: "Indirect(\(value))"
        case .optional, .nullable: "\(value).map { Indirect($0) }"
        case .optionalNullable: "\(value).map { Nullable($0.value.map { Indirect($0) }) }"
        }
    }

    // MARK: - Defaults

    private func defaultText(in api: API, _ names: SwiftNames) -> String? {
        switch (member.defaultValue, member.presence) {
        case (.emptyArray, _): "[]"
        case (.emptyMap, _): "[:]"
        case (.literal(.null), .nullable): "nil"
        case (.literal(let literal), _): literalText(literal, in: api, names)
        case (nil, .optional), (nil, .optionalNullable): "nil"
        case (nil, _): nil
        }
    }

    private func literalText(_ literal: Literal, in api: API, _ names: SwiftNames) -> String {
        guard case .named(let id) = member.type, case .enumeration(let enumeration)? = api.type(id)?.shape else {
            return literal.swiftText
        }
        return EnumerationEmission(enumeration: enumeration, identifiers: names.values(of: id)).reference(to: literal)
            ?? literal.swiftText
    }
}

extension ParamsMember {
    /// Whether the value is stored under another name: behind a reference, or where the name is deprecated, since the
    /// initialiser may use none that is.
    var hasStorage: Bool { isIndirect || documentation.isDeprecated }

    /// The other name.
    var storage: String { identifier + "Storage" }

    /// The name by which generated code beside the type reads the value: no use of it draws a warning.
    var quietName: String { documentation.isDeprecated && !isIndirect ? storage : identifier }
}
