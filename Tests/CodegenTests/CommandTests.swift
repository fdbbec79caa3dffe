import Foundation
import TestSupport
import Testing

/// The command line as a user runs it, in a process of its own.
@Suite struct CommandTests {
    private static let document = """
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
        servers: [{url: https://pets.test}]
        paths:
          /pets/{pet_id}:
            get:
              x-sdk-method: pets.retrieve
              parameters:
                - {name: pet_id, in: path, required: true, schema: {type: string}}
              responses:
                "200":
                  description: The pet.
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Pet"}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
            Size:
              type: string
              enum:
                - small
                - large

        """

    private static let arguments = [
        "generate", "--document", "pets.yaml", "--module", "Pets", "--client", "PetsClient", "--output", "Out",
    ]

    private static func pets() throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yaml")
        return workspace
    }

    @Test func `generates from a document without a configuration`() async throws {
        let workspace = try Self.pets()
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.status == 0)
        #expect(result.error == "")
        #expect(
            result.output.hasPrefix(
                "1 document, 1 operation, 2 schemas: files 5 created, 0 updated, 0 unchanged, 0 deleted in "
            )
        )
        #expect(
            try workspace.files(below: "Out") == [
                "API.md", "Pets/Models/Pet.swift", "Pets/Models/Size.swift", "Pets/PetsClient.swift",
                "Pets/Resources/Pets.swift",
            ]
        )
    }

    @Test func `finds Spec/codegen.yaml, whose paths are relative to it`() async throws {
        let workspace = try Workspace()
        try workspace.write(Self.document, to: "Spec/pets.yaml")
        try workspace.write(
            "document: pets.yaml\nmodule: Pets\nclient: PetsClient\noutput: ../Generated\n",
            to: "Spec/codegen.yaml"
        )
        #expect(try await workspace.codegen([]).status == 0)
        #expect(try workspace.files(below: "Generated").contains("Pets/PetsClient.swift"))
    }

    @Test func `applies the overlays of the configuration, or those of the options`() async throws {
        let workspace = try Workspace()
        try workspace.write(Self.document, to: "Spec/pets.yaml")
        let overlay = { (name: String) in
            """
            overlay: 1.1.0
            info: {title: Names, version: "1"}
            actions:
              - target: $.paths['/pets/{pet_id}'].get
                update: {x-sdk-method: \(name).retrieve}

            """
        }
        try workspace.write(overlay("cats"), to: "Spec/cats.yaml")
        try workspace.write(overlay("dogs"), to: "Spec/dogs.yaml")
        let settings = "document: pets.yaml\nmodule: Pets\nclient: PetsClient\noutput: ../Generated\n"
        for overlays in ["overlays: cats.yaml\n", "overlays:\n  - dogs.yaml\n  - cats.yaml\n"] {
            try workspace.write(settings + overlays, to: "Spec/codegen.yaml")
            #expect(try await workspace.codegen([]).status == 0)
            #expect(workspace.exists("Generated/Pets/Resources/Cats.swift"))
        }
        #expect(try await workspace.codegen(["generate", "--overlay", "Spec/dogs.yaml"]).status == 0)
        #expect(workspace.exists("Generated/Pets/Resources/Dogs.swift"))
        #expect(try await workspace.codegen(["generate", "--overlay", "Spec/none.yaml"]).status == 2)
    }

    @Test func `touches only the file whose type has changed`() async throws {
        let workspace = try Self.pets()
        #expect(try await workspace.codegen(Self.arguments).status == 0)
        let before = try workspace.identities(below: "Out")
        try workspace.write(Self.document.replacing("- large", with: "- huge"), to: "pets.yaml")
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.output.contains("0 created, 1 updated, 4 unchanged, 0 deleted"))
        let after = try workspace.identities(below: "Out")
        #expect(before.keys.filter { before[$0] != after[$0] } == ["Pets/Models/Size.swift"])
    }

    @Test func `check prints a unified diff, exits 1 and writes nothing`() async throws {
        let workspace = try Self.pets()
        #expect(try await workspace.codegen(Self.arguments).status == 0)
        let check = ["check"] + Self.arguments.dropFirst()
        #expect(try await workspace.codegen(check).status == 0)
        try workspace.write(Self.document.replacing("- large", with: "- huge"), to: "pets.yaml")
        let before = try workspace.identities(below: "Out")
        let result = try await workspace.codegen(check)
        #expect(result.status == 1)
        #expect(result.output.contains("--- a/Out/Pets/Models/Size.swift\n+++ b/Out/Pets/Models/Size.swift\n@@ -"))
        #expect(result.output.contains("\n-    public static var large: Self { \"large\" }\n"))
        #expect(result.output.contains("\n+    public static var huge: Self { \"huge\" }\n"))
        #expect(result.output.contains("0 to be created, 1 to be updated, 4 unchanged, 0 to be deleted"))
        #expect(try workspace.identities(below: "Out") == before)
        let quiet = try await workspace.codegen(check + ["--quiet"])
        #expect(quiet.status == 1)
        #expect(quiet.output.hasPrefix("1 document, 1 operation, 2 schemas: files 0 to be created, 1 to be updated"))
    }

    @Test func `deletes a generated file that nothing asks for any more, and its empty folder`() async throws {
        let workspace = try Self.pets()
        #expect(try await workspace.codegen(Self.arguments).status == 0)
        try workspace.write("// Mine.\n", to: "Out/Pets/Models/Extra.swift")
        let head = "// Generated by codegen from the API's description.\n"
        try workspace.write(head, to: "Out/Pets/Old/Gone.swift")
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.output.contains("0 created, 0 updated, 5 unchanged, 1 deleted"))
        #expect(!workspace.exists("Out/Pets/Old"))
        #expect(workspace.exists("Out/Pets/Models/Extra.swift"))
    }

    @Test func `never overwrites a file without the header`() async throws {
        let workspace = try Self.pets()
        try workspace.write("// Mine.\n", to: "Out/Pets/Models/Pet.swift")
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.status == 2)
        #expect(result.error.contains("'Out/Pets/Models/Pet.swift' is not a generated file"))
        #expect(try workspace.files(below: "Out") == ["Pets/Models/Pet.swift"])
    }

    @Test func `never writes through a link that leads out of the output folder`() async throws {
        let workspace = try Self.pets()
        try workspace.write("", to: "Elsewhere/keep")
        try workspace.write("", to: "Out/keep")
        try workspace.link("Out/Pets", to: "Elsewhere")
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.status == 2)
        #expect(result.error.contains("is outside the output folder"))
        #expect(try workspace.files(below: "Elsewhere") == ["keep"])
    }

    @Test func `writes nothing when the description has an error`() async throws {
        let workspace = try Self.pets()
        try workspace.write(Self.document.replacing("type: object", with: "type: objekt"), to: "pets.yaml")
        let result = try await workspace.codegen(Self.arguments)
        #expect(result.status == 1)
        #expect(
            result.error == """
                pets.yaml:19:13: error: unknown schema type 'objekt' [schema-type]
                   19 |       type: objekt
                      |             ^~~~~~ did you mean 'object'?
                1 error in 1 file

                """
        )
        #expect(result.output == "")
        #expect(!workspace.exists("Out"))
    }

    @Test func `takes warnings as errors with --strict`() async throws {
        let workspace = try Self.pets()
        try workspace.write(Self.document.replacing("servers:", with: "sarvers:"), to: "pets.yaml")
        #expect(try await workspace.codegen(Self.arguments).status == 0)
        #expect(try await workspace.codegen(Self.arguments + ["--strict"]).status == 1)
    }

    @Test(arguments: [
        (["generate", "--document", "none.yaml", "--module", "P", "--client", "C", "--output", "Out"], "none.yaml"),
        (["generate"], "Spec/codegen.yaml"),
        (["generate", "--dokument", "pets.yaml"], "--dokument"),
        (["grow"], "grow"),
    ])
    func `exits 2 for a file that is not there and for wrong usage`(arguments: [String], text: String) async throws {
        let result = try await Self.pets().codegen(arguments)
        #expect(result.status == 2)
        #expect(result.error.contains(text))
    }

    @Test(arguments: [
        (["--output", ""], "the 'output' is empty"),
        (["--environment-prefix", ""], "give --environment-prefix a value"),
        (["--module", "SDKRuntime"], "is the name of another module"),
        (["--module", "pets"], "cannot be the name of a module"),
    ])
    func `refuses options that cannot be meant`(arguments: [String], text: String) async throws {
        let result = try await Self.pets().codegen(Self.arguments + arguments)
        #expect(result.status == 1)
        #expect(result.error.contains(text))
    }

    @Test func `takes a trailing slash and dots out of the output folder`() async throws {
        let workspace = try Self.pets()
        let result = try await workspace.codegen(["check"] + Self.arguments.dropFirst() + ["--output", "./a/../Out/"])
        #expect(result.output.contains("+++ b/Out/API.md\n"))
    }

    @Test func `leaves a link in the place of the output folder alone`() async throws {
        let workspace = try Self.pets()
        try workspace.link("Out", to: "Nowhere")
        #expect(try await workspace.codegen(Self.arguments).status == 2)
        #expect(try workspace.names(in: "") == ["Out", "pets.yaml"])
    }

    @Test func `a model named Client has a file of its own`() async throws {
        let workspace = try Self.pets()
        try workspace.write(Self.document.replacing("Size:", with: "Client:"), to: "pets.yaml")
        #expect(try await workspace.codegen(Self.arguments).status == 0)
        let names = try workspace.files(below: "Out").map { $0.split(separator: "/").last ?? "" }
        #expect(Set(names).count == names.count)
    }

    @Test func `goes on when nobody reads its output`() async throws {
        let workspace = try Self.pets()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let process = Process()
        process.executableURL = BuiltProducts.folder.appendingPathComponent("codegen")
        process.currentDirectoryURL = URL(fileURLWithPath: workspace.path(""))
        process.arguments = Self.arguments
        process.standardOutput = pipe.fileHandleForWriting
        try await process.runToEnd()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test(arguments: [[], ["generate"], ["check"]])
    func `teaches by example with --help`(command: [String]) async throws {
        let result = try await Self.pets().codegen(command + ["--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("swift run codegen"))
    }

    @Test func `gives the same bytes in two processes`() async throws {
        let (first, second) = (try Self.pets(), try Self.pets())
        #expect(try await first.codegen(Self.arguments).status == 0)
        #expect(try await second.codegen(Self.arguments).status == 0)
        #expect(try first.contents(below: "Out") == second.contents(below: "Out"))
    }
}
