import Foundation
import TestSupport
import Testing

/// `codegen init`: what a new package holds. That it builds is what `Scripts/check-init` checks.
@Suite struct InitTests {
    private static func made(_ arguments: [String]) async throws -> (workspace: Workspace, result: Workspace.Result) {
        let workspace = try Workspace()
        return (workspace, try await workspace.codegen(["init"] + arguments + ["--package-path", "/checkout"]))
    }

    @Test func `makes a package whose first endpoint generates`() async throws {
        let (workspace, result) = try await Self.made(["Home", "--module", "Petstore"])
        #expect(result.status == 0)
        #expect(result.error == "")
        #expect(result.output.contains("7 files made in Home.\n\nNext:\n  cd Home\n  swift run codegen"))
        #expect(
            try workspace.files(below: "Home") == [
                ".gitignore", "Generated/Petstore/Placeholder.swift", "Package.swift", "README.md",
                "Spec/codegen.yaml", "Spec/petstore.yaml", "Tests/PetstoreTests/PetstoreTests.swift",
            ]
        )
        let generation = try await workspace.codegen([
            "generate", "--strict", "--configuration", "Home/Spec/codegen.yaml",
        ])
        #expect(generation.status == 0)
        #expect(generation.error == "")
        // The placeholder goes when the module comes.
        #expect(
            try workspace.files(below: "Home/Generated") == [
                "API.md", "Petstore/Models/Item.swift", "Petstore/PetstoreClient.swift",
                "Petstore/Resources/Items.swift",
            ]
        )
    }

    @Test func `copies a description with the files that it refers to, as they lie to each other`() async throws {
        let workspace = try Workspace()
        try workspace.write(
            """
            openapi: 3.2.0
            info: {title: Shop, version: "1"}
            paths:
              /pets:
                $ref: ../paths/pets.yaml
            """,
            to: "shop/entry/openapi.yaml"
        )
        try workspace.write(
            """
            get:
              x-sdk-method: pets.retrieve
              responses:
                "200":
                  description: A pet.
                  content: {application/json: {schema: {$ref: "../schemas/a b.yaml"}}}
            """,
            to: "shop/paths/pets.yaml"
        )
        try workspace.write("{type: object, properties: {a: {type: string}}}\n", to: "shop/schemas/a b.yaml")
        try workspace.write("not: reached\n", to: "shop/schemas/other.yaml")
        let result = try await workspace.codegen([
            "init", "Home", "--module", "Shop", "--client", "Store", "--document", "shop/entry/openapi.yaml",
            "--package-url", "https://example.com/tools/fork.git",
        ])
        #expect(result.status == 0)
        #expect(result.error == "")
        let spec = try workspace.contents(below: "Home/Spec")
        #expect(spec.keys.sorted() == ["codegen.yaml", "entry/openapi.yaml", "paths/pets.yaml", "schemas/a b.yaml"])
        #expect(try spec["paths/pets.yaml"] == workspace.contents(below: "shop")["paths/pets.yaml"])
        #expect(try await workspace.codegen(["--configuration", "Home/Spec/codegen.yaml"]).status == 0)
        #expect(workspace.exists("Home/Generated/Shop/Store.swift"))
        let home = try workspace.contents(below: "Home").mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(home["Package.swift"]?.contains(#".package(url: "https://example.com/tools/fork.git", from: "#) == true)
        #expect(home["Package.swift"]?.contains(#".product(name: "SDKRuntime", package: "fork")"#) == true)
        #expect(home["Tests/ShopTests/ShopTests.swift"]?.contains("`client.pets.retrieve()`") == true)
    }

    @Test func `overwrites nothing`() async throws {
        let workspace = try Workspace()
        try workspace.write("mine", to: "Home/README.md")
        try workspace.write("mine", to: "Home/Sources/Mine.swift")
        let arguments = ["init", "Home", "--module", "Petstore", "--package-path", "/checkout"]
        let result = try await workspace.codegen(arguments)
        #expect(result.status == 2)
        #expect(result.error.contains("'Home/README.md' is there already"))
        #expect(try workspace.files(below: "") == ["Home/README.md", "Home/Sources/Mine.swift"])
    }

    @Test(arguments: [
        (["--module", "petstore"], 2, "'petstore' is no name for a type"),
        (["--module", "SDKRuntime"], 2, "is the name of another module"),
        (["--module", "Petstore", "--package-url", "https://example.com/x"], 2, "not both"),
        (["--module", "Petstore", "--document", "none.yaml"], 2, "none.yaml: no such file"),
        ([], 2, "--module"),
    ])
    func `makes nothing when it cannot be right`(arguments: [String], status: Int32, text: String) async throws {
        let (workspace, result) = try await Self.made(["Home"] + arguments)
        #expect(result.status == status)
        #expect(result.error.contains(text))
        #expect(try workspace.files(below: "") == [])
    }

    @Test func `shows what is wrong with a description that is none`() async throws {
        let workspace = try Workspace()
        try workspace.write("swagger: '2.0'\n", to: "old.yaml")
        let result = try await workspace.codegen([
            "init", "Home", "--module", "Old", "--document", "old.yaml", "--package-path", "/checkout",
        ])
        #expect(result.status == 1)
        #expect(result.error.contains("old.yaml:1:10: error: Swagger 2.0 is not supported"))
        #expect(try workspace.files(below: "") == ["old.yaml"])
    }

    @Test func `asks where the package comes from outside of a checkout`() async throws {
        let workspace = try Workspace()
        let result = try await workspace.codegen(["init", "--module", "Petstore"])
        #expect(result.status == 2)
        #expect(result.error.contains("--package-url or --package-path"))
    }

    @Test func `depends on the checkout that it runs in`() async throws {
        let workspace = try Workspace()
        try workspace.write("let package = Package(\n    name: \"swift-codegen\",\n", to: "Package.swift")
        try workspace.write("", to: "Sources/SDKRuntime/SDKRuntime.swift")
        #expect(try await workspace.codegen(["init", "apis/petstore", "--module", "Petstore"]).status == 0)
        let manifest = try workspace.contents(below: "apis")["petstore/Package.swift"] ?? Data()
        #expect(
            String(decoding: manifest, as: UTF8.self)
                .contains(#".package(name: "swift-codegen", path: "../..")"#)
        )
    }
}
