import ArgumentParser
import OpenAPI
import Source
import SwiftEmitter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The description that a new package begins with.
struct InitDescription {
    /// The entry file, below `Spec`.
    let entry: String
    /// The files by their paths below `Spec`.
    let files: [(path: String, content: Data)]
    /// A call of the SDK as `API.md` shows it, or nil where there is none yet.
    var firstCall: String?
    /// Whether it is the one that we write, whose test makes a call.
    var isOurs = false

    /// Someone's own, with all files that its references reach.
    ///
    /// Paths stay as they are below the folder that all files share, so that the references still hold.
    ///
    /// - Throws: `ExitCode(1)` when the entry cannot be read as an OpenAPI description, which has been shown;
    ///   `SourceFileError` when there is no such file. What else is wrong with it, `generate` reports.
    init(path: String, module: String, client: String) throws {
        let pipeline = Pipeline()
        let entry = try pipeline.files.load(path: path)
        let document = try DeepStack.run {
            DocumentReader.read(entry, files: pipeline.files, report: pipeline.report)
        }
        guard document != nil else {
            pipeline.printDiagnostics(try SettingsOptions.parse([]))
            throw ExitCode(1)
        }
        let here = FileManager.default.currentDirectoryPath
        let paths = pipeline.files.all.map { FilePaths.resolve($0.path, in: here) }
        var shared = FilePaths.folder(of: paths.first ?? here)
        while !paths.allSatisfy({ $0.hasPrefix(shared == "/" ? shared : shared + "/") }) {
            shared = FilePaths.folder(of: shared)
        }
        let start = shared == "/" ? 1 : shared.utf8.count + 1
        files = try paths.map { path in
            let url = URL(fileURLWithPath: path, isDirectory: false)
            return (Substring(path.utf8.dropFirst(start)).description, try Data(contentsOf: url))
        }
        self.entry = files.first?.path ?? FilePaths.name(of: path)
        let settings = ["--document", path, "--module", module, "--client", client, "--output", "Generated"]
        let product = try Pipeline().run(try SettingsOptions.parse(settings))
        let index = product?.generated.first { $0.path == "API.md" }?.text ?? ""
        firstCall = index.firstMatch(of: /(?m)^- `([^`]*\))`/).map { String($0.1) }
    }

    private init(first name: String, text: String) {
        entry = name
        files = [(name, Data(text.utf8))]
        isOurs = true
    }

    /// One endpoint, with comments that teach.
    static func first(module: String) -> InitDescription {
        InitDescription(
            first: module.lowercased() + ".yaml",
            text: """
                # The API of \(module), in OpenAPI 3.2: https://spec.openapis.org/oas/v3.2.0.html
                # After an edit, `swift run codegen` writes the SDK anew; a mistake is shown at its place.
                openapi: 3.2.0
                info:
                  title: \(module)
                  version: "1"
                servers:
                  - url: https://api.example.com
                # Each call sends this credential. The client takes it as `apiKey:`, else from \(module.uppercased())_API_KEY.
                security:
                  - ApiKey: []
                paths:
                  /v1/items/{item_id}:
                    get:
                      operationId: retrieveItem
                      # The call in Swift: client.items.retrieve(itemID: "item_1")
                      x-sdk-method: items.retrieve
                      summary: Retrieve an item
                      parameters:
                        - name: item_id
                          in: path
                          required: true
                          description: ID of the item.
                          schema:
                            type: string
                      responses:
                        "200":
                          description: The item.
                          content:
                            application/json:
                              schema:
                                $ref: "#/components/schemas/Item"
                components:
                  securitySchemes:
                    ApiKey:
                      type: http
                      scheme: bearer
                      x-sdk-argument: apiKey
                      x-sdk-environment: API_KEY
                  schemas:
                    # A struct named Item. What is not in `required` is optional in Swift.
                    Item:
                      type: object
                      description: A thing that someone keeps.
                      required: [id, name, created_at]
                      properties:
                        id:
                          type: string
                        name:
                          type: string
                          description: Shown to people.
                        created_at:
                          type: string
                          format: date-time
                        # An open list: values that are added later are kept as they are.
                        color:
                          type: string
                          enum: [red, green, blue]

                """
        )
    }
}
