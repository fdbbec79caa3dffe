import OpenAPI
import Source

extension Lowering {
    /// Where the API is served, as the root says.
    func servers() -> [Server] {
        var names: Set<String> = []
        return document.root.servers.enumerated().compactMap { index, object in
            guard var server = server(object), server.url.contains("://") else { return nil }
            // A name that is taken says nothing more: the host does.
            for name in [server.name, Self.hostName(server.url), "server_\(index + 1)"] {
                guard !name.isEmpty, names.insert(NameWords.words(of: name).joined()).inserted else { continue }
                server.name = name
                return server
            }
            return nil
        }
    }

    /// The URL that calls go to where nothing else is said.
    func baseURL() -> String? {
        guard let first = document.root.servers.first, let server = server(first) else { return nil }
        // A relative URL is relative to where the document was found, which the SDK's user does not know.
        let url = server.defaultURL
        return url.contains("://") ? url : nil
    }

    /// The path of a relative URL that calls go to.
    func basePath() -> String? {
        let path = document.root.servers.first.flatMap(self.server)?.defaultURL ?? ""
        return path.contains { $0 != "/" } ? path : nil
    }

    /// Where one operation is served, if that is elsewhere.
    func server(of operation: OperationObject, in item: PathItemObject) -> String? {
        let servers = operation.servers.isEmpty ? item.servers : operation.servers
        guard let first = servers.first, let server = server(first) else { return nil }
        let url = server.defaultURL
        // What all calls have needs no word.
        return url == document.root.servers.first.flatMap(self.server)?.defaultURL ? nil : url
    }

    private func server(_ object: ServerObject) -> Server? {
        guard let url = object.url, !document.isInvalid(object.node) else { return nil }
        let names = PathTemplate(url).names
        let variables = object.variables.compactMap { member -> Server.Variable? in
            guard member.value.kind == .mapping, names.contains(member.key) else { return nil }
            let values = member.value["enum"]?.elements.map(\.text) ?? []
            guard let defaultValue = member.value["default"]?.text ?? values.first else { return nil }
            if !values.isEmpty, !values.contains(defaultValue) {
                reportOnce(
                    .value,
                    "'\(defaultValue)' is none of the values under 'enum'",
                    at: member.value["default"]?.range ?? member.keyRange
                )
            }
            return Server.Variable(
                wireName: member.key,
                defaultValue: defaultValue,
                values: values,
                documentation: Documentation(text: member.value["description"]?.string)
            )
        }
        for name in names where !variables.contains(where: { $0.wireName == name }) {
            reportOnce(
                .value,
                "'{\(name)}' in the URL of a server is no variable",
                at: object.range(of: "url"),
                hint: "declare it under 'variables' with a default"
            )
            return nil
        }
        return Server(
            name: object.name ?? Self.shortName(object.description),
            url: url,
            documentation: Documentation(text: object.description),
            variables: variables,
            source: object.range(of: "url")
        )
    }

    /// A description of a few words that can be a name: `Production server` is `production`.
    private static func shortName(_ description: String?) -> String {
        var words = description.map(NameWords.words) ?? []
        words.removeAll { ["server", "url", "environment", "api", "the", "endpoint"].contains($0) }
        guard (1...3).contains(words.count), words.first?.first?.isNumber == false else { return "" }
        return words.joined(separator: "_")
    }

    /// The host of a URL as a name.
    private static func hostName(_ url: String) -> String {
        let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let words = NameWords.words(of: host)
        return words.first?.first?.isLetter == true ? words.joined(separator: "_") : ""
    }
}
