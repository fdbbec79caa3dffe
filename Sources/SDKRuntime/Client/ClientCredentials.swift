/// The credentials of a client, and what to tell when one is missing.
struct ClientCredentials: Sendable {
    private let service: ServiceDescription
    private let available: [ClientCredential]
    /// Where each credential was looked for, by its argument.
    private let sources: [String: String]
    /// Where all of them were looked for, as a sentence.
    private let reason: String

    /// Variables that are set but not used, because another one comes first.
    let hiddenVariables: [String]
    /// The variable that the credential came from which hides them.
    let usedVariable: String?

    /// Takes credentials from arguments, else from the service's variables.
    ///
    /// Where any one credential is enough, one that is given keeps the environment out. Where several go together, each
    /// is looked for by itself.
    ///
    /// - Parameter arguments: Given credentials by their argument's name.
    /// - Throws: ``APIError`` when more than one credential is given where any one is enough.
    init(
        _ service: ServiceDescription,
        arguments: [String: (any CredentialValue)?],
        variables: ClientVariables
    ) throws {
        self.service = service
        let descriptions = service.credentials
        let given = try descriptions.compactMap { description in
            try arguments[description.argument].flatMap(\.self).map { try ClientCredential(description, $0) }
        }
        let isAnyEnough = service.security == nil
        if isAnyEnough, given.count > 1 {
            let names = given.map { "'\($0.description.argument)'" }.joined(separator: " and ")
            throw APIError(.conflictingCredentials, "\(names) are both given: a request can carry only one credential")
        }
        let found = descriptions.compactMap { description -> ClientCredential? in
            guard isAnyEnough ? given.isEmpty : !given.contains(where: { $0.description == description }) else {
                return nil
            }
            return description.environment.flatMap { variables.value($0) }.map {
                ClientCredential(description, variable: $0)
            }
        }
        available = given.filter { !$0.isBlank } + found
        let names = isAnyEnough ? found.map { $0.description.environment.flatMap { variables.name($0) } ?? "" } : []
        hiddenVariables = Array(names.dropFirst())
        usedVariable = names.first

        let blank = given.filter(\.isBlank).map(\.description.argument)
        sources = descriptions.reduce(into: [:]) { sources, description in
            sources[description.argument] = Self.sources(
                [description],
                variables,
                blank: blank.contains(description.argument)
            )
        }
        reason =
            isAnyEnough && !blank.isEmpty
            ? "the argument '\(blank[0])' is blank" : Self.sources(descriptions, variables, blank: false)
    }

    private static func sources(
        _ descriptions: [CredentialDescription],
        _ variables: ClientVariables,
        blank: Bool
    ) -> String {
        let arguments = descriptions.map { "argument '\($0.argument)' is \(blank ? "blank" : "not given")" }
        let names = descriptions.compactMap { $0.environment.flatMap { variables.name($0) } }
        let variables =
            variables.isIgnored ? ["the environment is not read"] : names.map { "variable \($0) is not set" }
        let places = descriptions.map { description in
            switch description.carrier {
            case .query(let name): "query parameter \(name) is neither set nor dropped"
            case .cookie(let name): "cookie \(name) is not set"
            case .header, .bearer, .basic: "header \(description.header ?? "") is neither set nor removed"
            }
        }
        return (arguments + variables + places).joined(separator: ", ")
    }

    /// What must not be shown to anyone, as far as it is known beforehand.
    var secrets: [String] { available.flatMap(\.secrets) }
}

extension ClientCredentials {
    /// The credentials that a call carries: those of the first alternative that is complete. One whose credentials were
    /// given comes before those from the environment, and a call without any is the last resort.
    ///
    /// - Parameters:
    ///   - own: The alternatives of the operation, if it has its own.
    ///   - isDecided: Whether the call itself sets or removes what carries a credential.
    /// - Throws: ``APIError`` when no alternative is complete.
    func choose(
        _ own: [[String]]?,
        isDecided: (CredentialDescription) -> Bool
    ) throws -> [ClientCredential] {
        let alternatives = own ?? service.security ?? service.credentials.map { [$0.argument] }
        guard !alternatives.isEmpty else { return [] }
        let decided = Set(service.credentials.filter(isDecided).map(\.argument))
        let complete = alternatives.filter { alternative in
            !alternative.isEmpty && alternative.allSatisfy { decided.contains($0) || credential($0) != nil }
        }
        let best =
            complete.first { $0.contains { credential($0)?.isArgument == true } }
            ?? complete.first { !$0.allSatisfy(decided.contains) } ?? complete.first
        if let best { return best.compactMap { credential($0) } }
        guard alternatives.contains([]) || !decided.isEmpty else { throw missing(alternatives, isOwn: own != nil) }
        return []
    }

    private func credential(_ argument: String) -> ClientCredential? {
        available.first { $0.description.argument == argument }
    }

    private func missing(_ alternatives: [[String]], isOwn: Bool) -> APIError {
        guard isOwn || service.security != nil else {
            return APIError(.missingCredentials, "\(service.name) has no credentials: \(reason)")
        }
        let wanted = alternatives.map { $0.map { "'\($0)'" }.joined(separator: " with ") }.joined(separator: ", or ")
        var told: Set<String> = []
        let lacking = alternatives.flatMap(\.self).filter { credential($0) == nil && told.insert($0).inserted }
        let reasons = lacking.map { sources[$0] ?? "'\($0)' is unknown" }.joined(separator: ", ")
        return APIError(
            .missingCredentials,
            "\(service.name) lacks credentials for the call, which wants \(wanted): \(reasons)"
        )
    }
}

extension ClientCredentials: CustomStringConvertible, CustomReflectable {
    /// The arguments whose credentials are there.
    var description: String {
        "[\(available.map { "\($0.description.argument): \(Redactor.mask)" }.joined(separator: ", "))]"
    }

    var customMirror: Mirror { Mirror(self, unlabeledChildren: [description]) }
}
