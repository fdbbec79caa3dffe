package import APIModel
package import Source

/// What the generated module is called, and how it is written.
package struct EmissionOptions: Hashable, Sendable {
    /// The module, and the folder of its files.
    package var module: String
    /// The type of the root client.
    package var client: String
    /// What the client's environment variables begin with, or nil for a client that reads none.
    package var environmentPrefix: String?
    /// Who may use the module's declarations.
    package var access: AccessLevel
    /// Whether declarations have documentation comments.
    package var documentation: Bool

    package init(
        module: String,
        client: String,
        environmentPrefix: String? = nil,
        access: AccessLevel = .public,
        documentation: Bool = true
    ) {
        self.module = module
        self.client = client
        self.environmentPrefix = environmentPrefix
        self.access = access
        self.documentation = documentation
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
        keepUntilExit(names)
        let models = ModelEmission(api: api, names: names)
        var files: [PlannedFile] = [
            PlannedFile(folder: "", name: options.client) { printer in
                ClientEmission(api: api, names: names, options: options).file(to: &printer)
            }
        ]
        for resource in api.root.withDescendants where !resource.path.isEmpty {
            files.append(
                PlannedFile(folder: "Resources/", name: names.resourceType(resource.path)) { printer in
                    ResourceEmission(api: api, names: names).file(resource, to: &printer)
                }
            )
        }
        for kind in Payload.Kind.allCases where api.payloads.contains(where: { $0.kind == kind }) {
            files.append(
                PlannedFile(folder: "", name: names.payloadsType(of: kind)) { printer in
                    PayloadEmission(api: api, names: names, kind: kind).file(to: &printer)
                }
            )
        }
        for type in api.topLevelTypes {
            files.append(
                PlannedFile(folder: "Models/", name: names.type(type.id)) { printer in
                    // A conformance alone does not count as a use of an import in declarations of a package.
                    let conformsOnly = if case .enumeration = type.shape { true } else { false }
                    printer.line(
                        conformsOnly && options.access == .package ? "import SDKRuntime" : "public import SDKRuntime"
                    )
                    printer.blank()
                    models.type(type, type.documentation, isMutable: false, to: &printer)
                }
            )
        }
        let fileNames = FileNames(files.map(\.name))
        let surface = SurfaceIndex(api: api, names: names, options: options).file()
        let index = GeneratedFile(path: "API.md", bytes: Array(surface.utf8))
        var printer = SwiftPrinter(access: options.access, writesDocumentation: options.documentation)
        return ([index] + files.map { file($0, fileNames, options, &printer) }).sorted { $0.path < $1.path }
    }

    /// A Swift file that is called after what it declares.
    private struct PlannedFile {
        let folder: String
        let name: String
        let body: (inout SwiftPrinter) -> Void
    }

    /// A Swift file of the module.
    private static func file(
        _ plan: PlannedFile,
        _ names: FileNames,
        _ options: EmissionOptions,
        _ printer: inout SwiftPrinter
    ) -> GeneratedFile {
        FileHeader.write(to: &printer)
        plan.body(&printer)
        return GeneratedFile(
            path: "\(options.module)/\(plan.folder)\(names.file(for: plan.name)).swift",
            bytes: printer.takeFile()
        )
    }
}
