import ArgumentParser
import OpenAPI
import Source

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `codegen init`: makes a home for someone's own API.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a package for an API of your own.",
        discussion: """
            Makes a folder with a package manifest, a description to edit, its configuration and a first test. No file \
            that is there is overwritten.

              swift run codegen init Petstore --module Petstore
              swift run codegen init Museum --module Museum --document ~/museum/openapi.yaml

            A description of several files is copied with all files that its references reach, as they lie to each other.
            """
    )

    @Argument(help: ArgumentHelp("The folder to make it in. Default: where the command runs.", valueName: "folder"))
    var folder = "."

    @Option(help: ArgumentHelp("The name of the module, 'Petstore'.", valueName: "name"))
    var module: String

    @Option(help: ArgumentHelp("The name of the root client. Default: the module's with Client.", valueName: "name"))
    var client: String?

    @Option(
        help: ArgumentHelp(
            "The entry file of an OpenAPI description, which is copied. Default: a new one with a first endpoint.",
            valueName: "file"
        )
    )
    var document: String?

    @Option(
        name: .customLong("package-url"),
        help: ArgumentHelp("The repository of swift-codegen, for the manifest.", valueName: "url")
    )
    var packageURL: String?

    @Option(
        help: ArgumentHelp(
            "A folder with swift-codegen, for the manifest. Default: the one that the command runs in.",
            valueName: "folder"
        )
    )
    var packagePath: String?

    func validate() throws {
        for name in [module, clientName] where !Configuration.isTypeName(name) {
            throw ValidationError(
                "'\(name)' is no name for a type: write letters and digits, an upper-case letter first."
            )
        }
        if Configuration.takenModules.contains(module) {
            throw ValidationError("'\(module)' is the name of another module.")
        }
        if packageURL != nil, packagePath != nil {
            throw ValidationError("Give --package-url or --package-path, not both.")
        }
    }

    func run() throws {
        let place = FilePaths.normalized(folder)
        let description = try document.map { try InitDescription(path: $0, module: module, client: clientName) }
        let home = InitHome(
            module: module,
            client: clientName,
            dependency: try dependency(of: place),
            description: description ?? .first(module: module)
        )
        let items = home.files.map { OutputPlan.Item(path: $0.path, action: .create, old: nil, new: Array($0.content)) }
        for item in items where OutputPlan.exists(place + "/" + item.path) {
            throw OutputError.inTheWay(place + "/" + item.path)
        }
        try OutputWriter(OutputPlan(folder: place, items: items.sorted { $0.path < $1.path })).write()
        StandardStream.output.write(
            """
            \(items.count) files made in \(place).

            Next:
            \(place == "." ? "" : "  cd \(place)\n")  swift run codegen    # writes Generated/ from Spec/
              swift test           # compiles it, and makes a first call without a network

            """
        )
    }

    private var clientName: String { client ?? module + "Client" }

    /// Where the new package gets this one from.
    private func dependency(of place: String) throws -> InitHome.Dependency {
        if let packageURL { return .url(packageURL) }
        let here = FileManager.default.currentDirectoryPath
        if let packagePath { return .path(FilePaths.resolve(packagePath, in: here)) }
        guard let checkout = Self.checkout(around: here) else {
            throw ValidationError(
                "Say where the new package gets swift-codegen from, with --package-url or --package-path."
            )
        }
        // Inside the checkout a relative path survives a move of both.
        let home = FilePaths.resolve(place, in: here)
        guard home.hasPrefix(checkout + "/") else { return .path(checkout) }
        let depth = home.dropFirst(checkout.count).split(separator: "/").count
        return .path(Array(repeating: "..", count: depth).joined(separator: "/"))
    }

    /// The copy of this package that a folder is in.
    private static func checkout(around folder: String) -> String? {
        var folder = folder
        while !folder.isEmpty, folder != "/" {
            let manifest = (try? String(contentsOfFile: folder + "/Package.swift", encoding: .utf8)) ?? ""
            if manifest.contains("name: \"swift-codegen\""), OutputPlan.exists(folder + "/Sources/SDKRuntime") {
                return folder
            }
            folder = FilePaths.folder(of: folder)
        }
        return nil
    }
}
