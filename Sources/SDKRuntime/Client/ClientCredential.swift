/// The credential that a client sends, or what to tell when it has none.
enum ClientCredential: Sendable {
    case header(name: String, value: String, secret: String)
    /// Where a credential was looked for, as a sentence.
    case missing(String)
    /// The service declares no credentials.
    case notNeeded

    /// The headers that carry the credential.
    var headers: HeaderLayer {
        guard case .header(let name, let value, _) = self else { return [:] }
        return [name: value]
    }

    /// What must not be shown to anyone.
    var secrets: [String] {
        guard case .header(_, _, let secret) = self else { return [] }
        return [secret]
    }
}

extension ClientCredential: CustomStringConvertible, CustomReflectable {
    var description: String {
        switch self {
        case .header(let name, _, _): "\(name): \(Redactor.mask)"
        case .missing: "missing"
        case .notNeeded: "not needed"
        }
    }

    var customMirror: Mirror {
        Mirror(self, unlabeledChildren: [description])
    }
}

/// Chooses a client's credential: an argument, else the first of the service's variables that is set.
struct CredentialResolution {
    let credential: ClientCredential
    /// Variables that are set but not used, because another one comes first.
    let hiddenVariables: [String]
    /// The variable that the credential came from.
    let usedVariable: String?

    /// - Parameter arguments: Given credentials by their argument's name.
    /// - Throws: ``APIError`` when more than one credential is given.
    init(
        _ descriptions: [CredentialDescription],
        arguments: [String: String?],
        variables: ClientVariables
    ) throws {
        let given = descriptions.compactMap { description in
            arguments[description.argument].flatMap { $0 }.map { (description, $0) }
        }
        guard given.count < 2 else {
            let names = given.map { "'\($0.0.argument)'" }.joined(separator: " and ")
            throw APIError(.conflictingCredentials, "\(names) are both given: a request can carry only one credential")
        }
        if let (description, secret) = given.first {
            hiddenVariables = []
            usedVariable = nil
            credential =
                secret.trimmingWhitespace().isEmpty
                ? .missing("the argument '\(description.argument)' is blank") : description.credential(secret)
            return
        }

        let found = descriptions.compactMap { description in
            description.environment.flatMap { variables.value($0) }.map { (description, $0) }
        }
        let names = found.map { $0.0.environment.flatMap { variables.name($0) } ?? "" }
        hiddenVariables = Array(names.dropFirst())
        usedVariable = names.first
        if let (description, secret) = found.first {
            credential = description.credential(secret)
        } else if descriptions.isEmpty {
            credential = .notNeeded
        } else {
            credential = .missing(Self.sources(descriptions, variables))
        }
    }

    private static func sources(_ descriptions: [CredentialDescription], _ variables: ClientVariables) -> String {
        let arguments = descriptions.map { "argument '\($0.argument)' is not given" }
        let names = descriptions.compactMap { $0.environment.flatMap { variables.name($0) } }
        let variables =
            variables.isIgnored ? ["the environment is not read"] : names.map { "variable \($0) is not set" }
        let headers = descriptions.map { "header \($0.header) is neither set nor removed" }
        return (arguments + variables + headers).joined(separator: ", ")
    }
}

extension CredentialDescription {
    fileprivate func credential(_ secret: String) -> ClientCredential {
        .header(name: header, value: valuePrefix + secret, secret: secret)
    }
}
