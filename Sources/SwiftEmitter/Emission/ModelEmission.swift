import APIModel

/// Writes the types of models and params.
struct ModelEmission {
    let api: API
    let names: SwiftNames

    /// A declared type with all that is part of it.
    func type(
        _ type: TypeDeclaration,
        _ documentation: Documentation,
        isMutable: Bool,
        to printer: inout SwiftPrinter
    ) {
        let name = names.type(type.id)
        switch type.shape {
        case .object:
            structure(
                name,
                documentation,
                names.members(of: type.id),
                isMutable: isMutable,
                owner: .type(type.id),
                to: &printer
            )
        case .enumeration(let enumeration):
            EnumerationEmission(enumeration: enumeration, identifiers: names.values(of: type.id))
                .declaration(SwiftNames.lastPart(of: name), documentation, to: &printer)
        case .union(let union):
            UnionEmission(union: union, cases: names.values(of: type.id), name: name, names: names).declaration(
                documentation,
                to: &printer
            ) {
                printer in
                parts(of: .type(type.id), isMutable: isMutable, to: &printer)
            }
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
        let members = members.map { MemberEmission(member: $0, names: names, scope: name) }
        printer.documentation(ofType: documentation)
        printer.block("public nonisolated struct \(SwiftNames.lastPart(of: name)): APIModel") { printer in
            // By their places, because a loop over the members would copy each.
            for index in members.indices { members[index].property(isMutable: isMutable, to: &printer) }
            printer.line("private var modelExtras = ModelExtras()")
            printer.blank()
            initializer(members, to: &printer)
            printer.blank()
            table(members, scope: name, to: &printer)
            parts(of: owner, isMutable: isMutable, to: &printer)
        }
    }

    private func parts(of owner: TypeDeclaration.Owner, isMutable: Bool, to printer: inout SwiftPrinter) {
        for part in api.parts(of: owner) {
            printer.blank()
            type(part, part.documentation, isMutable: isMutable, to: &printer)
        }
    }

    private func initializer(_ members: [MemberEmission], to printer: inout SwiftPrinter) {
        let given = members.indices.filter { members[$0].member.isGiven }
        guard !given.isEmpty else { return printer.line("public init() {}") }
        printer.group("public init(", ") {") { printer in
            for index in given { members[index].argument(in: api, names, to: &printer) }
        }
        printer.body { printer in
            for index in given { members[index].assignment(to: &printer) }
        }
    }

    private func table(_ members: [MemberEmission], scope: String, to printer: inout SwiftPrinter) {
        guard !members.isEmpty else { return printer.line("public static let table = ModelTable<Self> { _ in }") }
        printer.line("public static let table = ModelTable<Self> { row in")
        printer.body { printer in
            for index in members.indices { members[index].row(names, scope: scope, to: &printer) }
        }
    }
}

extension ParamsMember {
    /// Whether the initialiser takes a value for it: a constant needs none.
    var isGiven: Bool { if case .constant = presence { false } else { !isSetByCalls } }
}
