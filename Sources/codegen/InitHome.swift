import ArgumentParser
import SwiftEmitter

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of a package for someone's own API.
struct InitHome {
    let module: String
    let client: String
    let dependency: Dependency
    let description: InitDescription

    /// Where the package gets this one from.
    enum Dependency {
        case path(String)
        case url(String)
    }

    /// The files by their paths.
    var files: [(path: String, content: Data)] {
        let texts = [
            ("Package.swift", manifest),
            ("README.md", readMe),
            (".gitignore", ".build/\n.swiftpm/\nPackage.resolved\n.DS_Store\n"),
            ("Spec/codegen.yaml", configuration),
            ("Tests/\(module)Tests/\(module)Tests.swift", description.isOurs ? callingTest : plainTest),
            ("Generated/\(module)/Placeholder.swift", placeholder),
        ]
        return texts.map { ($0, Data($1.utf8)) } + description.files.map { ("Spec/\($0.path)", $0.content) }
    }

    private var manifest: String {
        let package: String
        var name = "swift-codegen"
        switch dependency {
        case .path(let path): package = ".package(name: \"swift-codegen\", path: \(Self.quoted(path)))"
        case .url(let url):
            package = ".package(url: \(Self.quoted(url)), from: \"\(Codegen.configuration.version)\")"
            // What SwiftPM knows the package by.
            let last = url.split(separator: "/").last.map(String.init) ?? name
            name = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
        }
        return """
            // swift-tools-version: 6.2

            import PackageDescription

            let package = Package(
                name: "\(module)",
                platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
                products: [
                    .library(name: "\(module)", targets: ["\(module)"])
                ],
                dependencies: [
                    \(package)
                ],
                targets: [
                    .target(
                        name: "\(module)",
                        dependencies: [.product(name: "SDKRuntime", package: \(Self.quoted(name)))],
                        path: "Generated/\(module)"
                    ),
                    .testTarget(
                        name: "\(module)Tests",
                        dependencies: ["\(module)", .product(name: "SDKTesting", package: \(Self.quoted(name)))]
                    ),
                ]
            )

            """
    }

    private var readMe: String {
        """
        # \(module)

        A Swift SDK that `swift-codegen` writes from `Spec/\(description.entry)`.

        ```sh
        swift run codegen    # writes Generated/ from Spec/
        swift test
        ```

        After an edit of the description, run both and read `git diff Generated`: `Generated/API.md` has a line per method and
        type. `swift run codegen check` shows what would change, and exits 1 when something would.

        | Folder | |
        |---|---|
        | `Spec` | the description, and `codegen.yaml`: what is made of it |
        | `Generated` | the SDK; commit it, and do not edit it |
        | `Tests` | yours |

        """
    }

    private var configuration: String {
        """
        # What `swift run codegen` reads, what it makes of it, and where that goes. Paths are relative to this file.
        # `swift run codegen generate --help` explains every key; each is also an option of that command.
        document: \(Self.quoted(description.entry))
        module: \(module)
        client: \(client)
        # What environment variables begin with: \(module.uppercased())_BASE_URL.
        environmentPrefix: \(module.uppercased())
        output: ../Generated

        """
    }

    /// Keeps the target's folder there until the module is: without a source file in it there is no package.
    private var placeholder: String {
        """
        // \(FileHeader.marker): nothing yet. `swift run codegen` puts the module in the place of this file.

        """
    }

    private var callingTest: String {
        ##"""
        import Foundation
        import \##(module)
        import SDKTesting
        import Testing

        @Suite struct \##(module)Tests {
            /// What the service answered once, so that the test needs no network. `RecordingTransport` makes such files (HAR 1.2).
            private static let recording = #"""
                {"log": {"version": "1.2", "entries": [{
                    "request": {
                        "method": "GET",
                        "url": "https://api.example.com/v1/items/item_1",
                        "headers": [{"name": "accept", "value": "application/json"}]
                    },
                    "response": {
                        "status": 200,
                        "headers": [{"name": "content-type", "value": "application/json"}],
                        "content": {
                            "mimeType": "application/json",
                            "text": "{\"id\":\"item_1\",\"name\":\"Ball\",\"created_at\":\"2026-03-15T10:00:00Z\",\"color\":\"red\"}"
                        }
                    }
                }]}}
                """#

            @Test func `retrieves an item`() async throws {
                let archive = try JSONDecoder().decode(HTTPArchive.self, from: Data(Self.recording.utf8))
                let transport = ReplayTransport(archive, service: \##(client).service)
                let client = try \##(client)(
                    apiKey: "not-needed",
                    options: ClientOptions(transport: transport, environment: .none)
                )
                let item = try await client.items.retrieve(itemID: "item_1")
                #expect(item.name == "Ball")
                #expect(item.color == .red)
            }
        }

        """##
    }

    private var plainTest: String {
        let example = description.firstCall.map { ", `client.\($0)` for one" } ?? ""
        return """
            import \(module)
            import SDKTesting
            import Testing

            @Suite struct \(module)Tests {
                /// Every call is a line of Generated/API.md\(example). To test one without a network, record it with
                /// `RecordingTransport` and play the recording:
                ///
                ///     let transport = try ReplayTransport(contentsOf: recording, service: \(client).service)
                ///     let client = try \(client)(options: ClientOptions(transport: transport))
                @Test func `the client knows its service`() {
                    #expect(\(client).service.name == "\(module)")
                }
            }

            """
    }

    /// A text in double quotes, as Swift and YAML both write it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
