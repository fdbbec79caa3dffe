import APIModel

/// Writes the URLs at which an API is served, for the client's argument `baseURL`.
struct ServerEmission {
    let servers: [Server]
    let names: SwiftNames

    /// The type that has them, inside the client: `Server`, or where an API has such a thing itself, `ServerURL`.
    static func typeName(_ names: SwiftNames) -> String { names.declares("Server") ? "ServerURL" : "Server" }

    func declaration(to printer: inout SwiftPrinter) {
        guard !servers.isEmpty else { return }
        printer.blank()
        printer.documentation("Where the API is served: values of `baseURL`.")
        printer.block("public nonisolated enum \(Self.typeName(names))") { printer in
            for server in servers {
                printer.blank()
                url(of: server, to: &printer)
            }
            for server in servers {
                for variable in server.variables where !variable.values.isEmpty {
                    printer.blank()
                    values(of: variable, of: server, to: &printer)
                }
            }
        }
    }

    private func url(of server: Server, to printer: inout SwiftPrinter) {
        let name = Identifier.escaped(SwiftNames.member(server.name, avoiding: ["self", "Type", "init"]))
        printer.documentation(of: server.documentation, fallback: "`\(server.url)`")
        guard !server.variables.isEmpty else {
            return printer.line("public static let \(name) = \(SwiftLiteral.string(server.url))")
        }
        let arguments = server.variables.map { variable in
            let type = variable.values.isEmpty ? "String" : valuesType(variable, of: server)
            return "\(argument(variable)): \(type) = \(defaultText(variable))"
        }
        printer.list("public static func \(name)", arguments, " -> String {")
        printer.body { $0.line(text(of: server)) }
    }

    /// The URL as a literal with the arguments in it.
    private func text(of server: Server) -> String {
        var literal = SwiftLiteral.string(server.url)
        for variable in server.variables {
            let value = argument(variable) + (variable.values.isEmpty ? "" : ".rawValue")
            let place = SwiftLiteral.string("{\(variable.wireName)}").dropFirst().dropLast()
            literal = literal.replacing(place, with: "\\(\(value))")
        }
        return literal
    }

    private func argument(_ variable: Server.Variable) -> String {
        Identifier.escaped(SwiftNames.member(variable.wireName, avoiding: ["self"]))
    }

    private func valuesType(_ variable: Server.Variable, of server: Server) -> String {
        Identifier.upperCamel(server.name) + Identifier.upperCamel(variable.wireName)
    }

    private func defaultText(_ variable: Server.Variable) -> String {
        guard let index = variable.values.firstIndex(of: variable.defaultValue) else {
            return variable.values.isEmpty
                ? SwiftLiteral.string(variable.defaultValue) : "." + (caseNames(variable).first ?? "")
        }
        return "." + caseNames(variable)[index]
    }

    private func caseNames(_ variable: Server.Variable) -> [String] {
        let names = variable.values.map { Identifier.spelledOut($0) }
        let distinct = SwiftNames.distinct(names) { Identifier.verbatim(variable.values[$0]) } ?? names
        return distinct.map { SwiftNames.clear($0, of: ReservedWords.enumerationMembers) }
    }

    private func values(of variable: Server.Variable, of server: Server, to printer: inout SwiftPrinter) {
        let fallback = "The values of `\(variable.wireName)`."
        printer.documentation(of: variable.documentation, fallback: fallback)
        printer.block("public nonisolated enum \(valuesType(variable, of: server)): String, Sendable, CaseIterable") {
            printer in
            for (value, name) in zip(variable.values, caseNames(variable)) {
                let name = Identifier.escaped(name)
                printer.line(name == value ? "case \(name)" : "case \(name) = \(SwiftLiteral.string(value))")
            }
        }
    }
}
