import OpenAPI
import Source

extension Lowering {
    /// The operations of the document, in its order.
    func operations() -> [Operation] {
        document.root.paths.flatMap { path -> [Operation] in
            guard let item: PathItemObject = document.view(path.value) else { return [] }
            if item.node.member("additionalOperations") != nil {
                unsupported("'additionalOperations'", at: item.keyRange(of: "additionalOperations"))
            }
            return item.operations.compactMap { method, key, object in
                guard !document.isInvalid(object.node), keeps(object, method: method, path: path.key) else {
                    return nil
                }
                return operation(object, method: method, methodKey: key, path: path, item: item)
            }
        }
    }

    private func operation(
        _ object: OperationObject,
        method: String,
        methodKey: SourceRange,
        path: YAMLMember,
        item: PathItemObject
    ) -> Operation? {
        guard method != "query" else {
            unsupported("the method QUERY", at: methodKey)
            return nil
        }
        if object.node.member("callbacks") != nil {
            report.warning(
                .unsupported,
                "callbacks are not supported yet, and are left out",
                at: object.keyRange(of: "callbacks")
            )
        }
        guard let name = methodName(of: object, at: methodKey) else { return nil }
        for servers in [object.servers, item.servers] {
            if let server = servers.first { unsupported("a server of one path or operation", at: server.range) }
        }
        if object.security != nil {
            unsupported("'security' of one operation", at: object.keyRange(of: "security"))
        }
        let qualifiedName = name.joined(separator: ".")
        let template = PathTemplate(path.key)
        var parameters = self.parameters(of: object, item: item, template: template, path: path, owner: qualifiedName)
        let fixedQuery = object.fixedQuery.map { NamedValue(name: $0.key, value: $0.value.text) }
        for member in object.fixedQuery
        where parameters.contains(where: { $0.location == .query && $0.wireName == member.key }) {
            report.error(.value, "'\(member.key)' is a query parameter of this operation as well", at: member.keyRange)
        }
        applyHeaderValues(of: object, to: &parameters)
        let body = object.requestBody.flatMap { self.body(of: $0, owner: .parameters(qualifiedName)) }
        guard let (response, responseText) = self.response(of: object, owner: .response(qualifiedName)) else {
            return nil
        }
        return Operation(
            resource: Array(name.dropLast()),
            name: name.last ?? "",
            documentation: Documentation(
                summary: object.summary,
                text: object.description,
                isDeprecated: object.isDeprecated
            ),
            httpMethod: method.uppercased(),
            path: path.key,
            parameters: parameters,
            fixedQuery: fixedQuery,
            body: body,
            // An answer to HEAD has no content, whatever the one to GET would have (RFC 9110, section 9.3.2).
            response: method == "head" ? .empty : response,
            responseText: responseText,
            source: object.method?.range ?? methodKey
        )
    }

    /// The path of the call in the SDK, `["beta", "sessions", "resources", "add"]`.
    private func methodName(of object: OperationObject, at key: SourceRange) -> [String]? {
        guard let method = object.method else {
            unsupported(
                "an operation without 'x-sdk-method'",
                at: key,
                hint: "name the call: 'x-sdk-method: resource.method'"
            )
            return nil
        }
        let parts = method.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isWellFormed = (2...Self.deepestMethod).contains(parts.count) && parts.allSatisfy(Self.isName)
        guard isWellFormed else {
            report.error(
                .methodName,
                "'\(method.text)' names no method",
                at: method.range,
                hint: "write the resource and the method, 'sessions.create' or 'beta.sessions.create'"
            )
            return nil
        }
        return parts
    }

    /// A call at the end of a longer way is nothing that anyone would write.
    private static let deepestMethod = 16

    /// Whether a text is a letter with letters, digits and underscores behind it.
    private static func isName(_ text: String) -> Bool {
        let letters = { (byte: UInt8) in UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
        guard let first = text.utf8.first, letters(first) else { return false }
        return text.utf8.allSatisfy { byte in
            letters(byte) || byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        }
    }

    /// Puts the values of `x-sdk-header-values` on the header parameters that they append to.
    private func applyHeaderValues(of object: OperationObject, to parameters: inout [Parameter]) {
        for member in object.headerValues {
            let name = member.key.lowercased()
            let index = parameters.firstIndex { $0.location == .header && $0.wireName.lowercased() == name }
            guard let index else {
                let headers = parameters.filter { $0.location == .header }.map(\.wireName)
                let near = suggestions.closest(to: member.key, among: headers)
                report.error(
                    .value,
                    "no header parameter '\(member.key)' of this operation",
                    at: member.keyRange,
                    hint: near.map { "did you mean '\($0)'?" }
                )
                continue
            }
            parameters[index].forcedValues.append(member.value.text)
        }
    }
}
