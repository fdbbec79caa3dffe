import APIModel

/// Writes a union: an enum with a case per member, the table by which one is chosen, and the one `switch` that all else
/// needs.
struct UnionEmission {
    let union: UnionType
    /// The names of the cases, in the order of the members.
    let cases: [String]
    /// The full name of the type.
    let name: String
    let names: SwiftNames

    func declaration(
        _ documentation: Documentation,
        to printer: inout SwiftPrinter,
        _ parts: (inout SwiftPrinter) -> Void
    ) {
        let types = union.members.map { names.text($0.type, in: name) }
        printer.documentation(ofType: documentation)
        printer.typeBlock("public nonisolated indirect enum \(SwiftNames.lastPart(of: name))", protocols) { printer in
            for (index, member) in union.members.enumerated() {
                printer.documentation(of: member.documentation)
                printer.enumCase(Identifier.escaped(cases[index]), types[index])
            }
            printer.documentation("A value that is none of these.")
            printer.line("case unknown(UnknownMember)")
            printer.blank()
            table(types, to: &printer)
            printer.blank()
            printer.block("public func accept(_ visitor: inout some UnionVisitor & ~Copyable)") { printer in
                printer.line("switch self {")
                for (index, name) in (cases + ["unknown"]).enumerated() {
                    printer.line("case .", name, "(let member): visitor.visit(member, at: ", String(index), ")")
                }
                printer.line("}")
            }
            literals(types, to: &printer)
            parts(&printer)
        }
    }

    private func table(_ types: [String], to printer: inout SwiftPrinter) {
        let discriminator = union.discriminator.map { "(discriminator: \(SwiftLiteral.string($0)))" } ?? ""
        printer.line("public static let table = UnionTable<Self>\(discriminator) { union in")
        printer.body { printer in
            for (index, member) in union.members.enumerated() {
                let arguments = ["\(types[index]).self", "{ Self.\(cases[index])($0) }"]
                for literal in member.values { printer.call("union.member", [literal.swiftText] + arguments) }
                if member.isFallback { printer.call("union.fallback", arguments) }
                if member.values.isEmpty, !member.isFallback { printer.call("union.member", arguments) }
            }
        }
    }

    // MARK: - Literals

    /// The member that a string literal, or an array literal, means.
    private var stringCase: Int? { union.members.firstIndex { $0.type == .scalar(.string) } }

    private var arrayCase: (index: Int, element: TypeReference)? {
        let arrays = union.members.enumerated().compactMap { index, member -> (Int, TypeReference)? in
            if case .array(let element) = member.type { (index, element) } else { nil }
        }
        return arrays.count == 1 ? arrays[0] : nil
    }

    private var protocols: [String] {
        var protocols = ["APIUnion"]
        if stringCase != nil { protocols.append("ExpressibleByStringLiteral") }
        if arrayCase != nil { protocols.append("ExpressibleByArrayLiteral") }
        return protocols
    }

    private func literals(_ types: [String], to printer: inout SwiftPrinter) {
        if let index = stringCase {
            printer.blank()
            printer.documentation("A string literal is `.\(cases[index])`.")
            printer.shortBlock("public init(stringLiteral value: String)", body: "self = .\(cases[index])(value)")
        }
        if let (index, element) = arrayCase {
            printer.blank()
            printer.documentation("An array literal is `.\(cases[index])`.")
            let type = names.text(element, in: name)
            printer.shortBlock(
                "public init(arrayLiteral elements: ",
                type,
                "...)",
                body: "self = .\(cases[index])(elements)"
            )
        }
    }
}
