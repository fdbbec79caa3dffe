package import APIModel
package import Source

/// What the generated module is called.
package struct EmissionOptions: Hashable, Sendable {
    /// The module, and the folder of its files.
    package var module: String
    /// The type of the root client.
    package var client: String
    /// What the client's environment variables begin with, or nil for a client that reads none.
    package var environmentPrefix: String?

    package init(module: String, client: String, environmentPrefix: String? = nil) {
        self.module = module
        self.client = client
        self.environmentPrefix = environmentPrefix
    }
}

/// Writes the Swift module of an API.
package enum SwiftEmitter {
    /// The files of the module, in the order of their paths, and `API.md`.
    ///
    /// - Parameters:
    ///   - api: What the SDK offers.
    ///   - options: The names that the spec does not give.
    ///   - report: Takes names that clash.
    package static func emit(_ api: API, options: EmissionOptions, report: Report) -> [GeneratedFile] {
        let names = SwiftNames.decide(for: api, module: options.module, client: options.client, report: report)
        let models = ModelEmission(api: api, names: names)
        var files = [
            GeneratedFile(path: "API.md", text: SurfaceIndex(api: api, names: names, options: options).file()),
            GeneratedFile(
                path: "\(options.module)/\(options.client).swift",
                text: ClientEmission(api: api, names: names, options: options).file()
            ),
        ]
        for resource in api.root.withDescendants where !resource.path.isEmpty {
            files.append(
                GeneratedFile(
                    path: "\(options.module)/Resources/\(names.resourceType(resource.path)).swift",
                    text: ResourceEmission(api: api, names: names).file(resource)
                )
            )
        }
        for type in api.topLevelTypes {
            var printer = SwiftPrinter()
            FileHeader.write(to: &printer)
            printer.line("public import SDKRuntime")
            printer.blank()
            models.type(type, isMutable: false, to: &printer)
            files.append(
                GeneratedFile(path: "\(options.module)/Models/\(names.type(type.id)).swift", text: printer.text)
            )
        }
        return files.sorted { $0.path < $1.path }
    }
}
