import ArgumentParser
import Foundation
import Source
import SwiftEmitter
import TestSupport
import Testing

@testable import codegen

/// What `codegen.yaml` and the options say, and what becomes of it.
@Suite struct ConfigurationTests {
    private static let document = """
        openapi: 3.2.0
        info: {title: Shop, version: "1"}
        paths:
          /pets:
            get:
              operationId: listPets
              x-sdk-method: pets.list
              tags: [Pets]
              responses: {"200": {$ref: "#/components/responses/Pet"}}
            post:
              operationId: createPet
              x-sdk-method: pets.create
              tags: [Pets, Writing]
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}
              responses: {"200": {$ref: "#/components/responses/Pet"}}
          /orders:
            get:
              operationId: listOrders
              x-sdk-method: orders.list
              tags: [Orders]
              responses:
                "200":
                  description: The order.
                  content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        components:
          responses:
            Pet:
              description: The pet.
              content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
          schemas:
            Pet: {type: object, properties: {size: {$ref: "#/components/schemas/Size"}}}
            NewPet: {type: object, properties: {collar: {$ref: "#/components/schemas/Collar"}}}
            Collar: {type: object, properties: {color: {type: string}}}
            Order: {type: object, properties: {size: {$ref: "#/components/schemas/Size"}}}
            Size: {type: string, enum: [small, large]}
            Unused: {type: object, properties: {a: {type: string}}}

        """

    private static let head = "document: shop.yaml\nmodule: Shop\nclient: ShopClient\noutput: Out\n"

    /// What was generated with a configuration, and what was reported on the way.
    private static func run(
        _ configuration: String,
        _ options: [String] = []
    ) throws -> (product: Pipeline.Product?, diagnostics: [String]) {
        let workspace = try Workspace()
        try workspace.write(document, to: "shop.yaml")
        try workspace.write(configuration, to: "codegen.yaml")
        let pipeline = Pipeline()
        let settings = try SettingsOptions.parse(["--configuration", workspace.path("codegen.yaml")] + options)
        let product = try pipeline.run(settings)
        let diagnostics = pipeline.report.diagnostics.map { diagnostic in
            let place = diagnostic.range.map { range in
                let position = pipeline.files[range.file].position(at: Int(range.start))
                return "\(position.line):\(position.column): "
            }
            let hint = diagnostic.hint.map { " (\($0))" } ?? ""
            return (place ?? "") + "\(diagnostic.severity.rawValue): \(diagnostic.message)\(hint)"
        }
        return (product, diagnostics)
    }

    /// The names of the operations' calls and of the types, as `API.md` lists them.
    private static func surface(_ product: Pipeline.Product?) throws -> [String] {
        let index = try #require(product?.generated.first { $0.path == "API.md" }).text
        return index.matches(of: /(?m)^- `([A-Za-z.]+)/).map { String($0.1) }
    }

    @Test(arguments: [
        ("tags: [Orders]", ["orders.list", "Order", "Size"]),
        ("paths: [/pets]", ["pets.list", "pets.create", "Collar", "NewPet", "Pet", "Size"]),
        ("paths: [GET /p*]", ["pets.list", "Pet", "Size"]),
        ("operations: [list*]", ["pets.list", "orders.list", "Order", "Pet", "Size"]),
        (
            "operations: [pets.create], tags: [Orders]",
            ["pets.create", "orders.list", "Collar", "NewPet", "Order", "Pet", "Size"]
        ),
    ])
    func `a filter keeps operations with the types they need`(filter: String, kept: [String]) throws {
        let result = try Self.run(Self.head + "filter: {\(filter)}\n")
        #expect(result.diagnostics == [])
        #expect(try Set(Self.surface(result.product)) == Set(kept))
    }

    @Test func `without a filter everything is kept, also what no operation needs`() throws {
        #expect(try Self.surface(Self.run(Self.head).product).contains("Unused"))
    }

    @Test func `options for a filter take the place of the configuration's`() throws {
        let options = ["--filter-tag", "Orders", "--filter-operation", "createPet", "--filter-path", "/or*"]
        let result = try Self.run(Self.head + "filter: {paths: [/pets]}\n", options)
        #expect(try Self.surface(result.product).filter { $0.contains(".") } == ["pets.create", "orders.list"])
    }

    @Test func `a pattern that names nothing is a warning at its place`() throws {
        let filter = "filter:\n  paths: [/pets, /pests]\n  tags: [Pet]\n  operations: ['*Cat']\n"
        let result = try Self.run(Self.head + filter, ["--strict"])
        #expect(
            result.diagnostics == [
                "6:18: error: no operation has the path '/pests'",
                "7:10: error: no operation has the tag 'Pet'",
                "8:16: error: no operation has the operation '*Cat'",
            ]
        )
    }

    @Test func `every mistake is reported at its place`() throws {
        let configuration = """
            document: []
            module: ""
            clinet: ShopClient
            access: privat
            documentation: "no"
            filter:
              tag: [Pets]
              paths: /pets
              operations: [1]
            """
        #expect(
            try Self.run(configuration).diagnostics == [
                "1:11: error: expected a text, found a sequence",
                "2:9: error: expected a text, found an empty one",
                "3:1: error: unknown key 'clinet' of the configuration (did you mean 'client'?)",
                "4:9: error: unknown access level 'privat' (the levels are public, package, internal)",
                "5:16: error: expected true or false, found a string",
                "7:3: error: unknown key 'tag' of a filter (did you mean 'tags'?)",
                "8:10: error: expected a sequence, found a string",
                "9:16: error: expected a text, found an integer",
            ]
        )
    }

    @Test(arguments: [
        ("filter: {}", "5:9: error: a filter that names nothing (leave it out to keep everything)"),
        ("filter: {tags: []}", "5:9: error: a filter that names nothing (leave it out to keep everything)"),
        ("access: pakage", "5:9: error: unknown access level 'pakage' (did you mean 'package'?)"),
        (
            "environmentPrefix: pet-shop",
            "5:20: error: 'pet-shop' cannot begin the name of an environment variable "
                + "(write letters, digits and underscores, a letter first)"
        ),
    ])
    func `a value that cannot be meant is an error`(line: String, expected: String) throws {
        #expect(try Self.run(Self.head + line + "\n").diagnostics == [expected])
    }

    @Test func `every key has an option`() throws {
        let help = SettingsOptions.helpMessage()
        for key in Configuration.keys {
            // What can be given several times is named in the singular.
            let option = (key == "overlays" ? "overlay" : key).replacing(/[A-Z]/) { "-" + $0.output.lowercased() }
            #expect(help.contains("--\(option)"), "\(key)")
            #expect(help.contains(key))
        }
    }

    // MARK: How it is written

    private static func zoo(_ options: [String]) throws -> [GeneratedFile] {
        let pipeline = Pipeline()
        let document = Fixtures.url("Golden/Zoo/openapi.yaml").path
        let settings = try SettingsOptions.parse(
            ["--document", document, "--module", "Zoo", "--client", "ZooClient", "--output", "Out"] + options
        )
        return try #require(try pipeline.run(settings)).generated.filter { $0.path.hasSuffix(".swift") }
    }

    /// How many lines of the files begin with a text, white space aside.
    private static func count(_ opening: String, in files: [GeneratedFile]) -> Int {
        files.flatMap { $0.text.split(separator: "\n") }.count { line in
            line.drop { $0 == " " }.hasPrefix(opening)
        }
    }

    @Test func `the access level takes the place of public everywhere`() throws {
        let (open, shared) = (try Self.zoo([]), try Self.zoo(["--access", "package"]))
        let declarations = Self.count("public ", in: open) + Self.count("@_exported public ", in: open)
        #expect(declarations > 100)
        // A file with nothing but an enumeration imports the runtime plainly.
        let plain = Self.count("import SDKRuntime", in: shared) - Self.count("import SDKRuntime", in: open)
        let enumerations = shared.filter { $0.text.contains(/\npackage nonisolated struct [A-Za-z]+: Open/) }
        #expect(plain == enumerations.count)
        #expect(plain > 0)
        #expect(Self.count("package ", in: shared) + plain == declarations)
        #expect(Self.count("public ", in: shared) + Self.count("@_exported ", in: shared) == 0)

        let hidden = try Self.zoo(["--access", "internal"])
        #expect(Self.count("public ", in: hidden) + Self.count("package ", in: hidden) == 0)
        #expect(Self.count("import SDKRuntime", in: hidden) == hidden.count)
        #expect(Self.count("", in: hidden) == Self.count("", in: open))
    }

    @Test func `without documentation there are no documentation comments, and all else is the same`() throws {
        let files = try Self.zoo(["--no-documentation"])
        #expect(Self.count("///", in: files) == 0)
        for (plain, documented) in try zip(files, Self.zoo([])) {
            let lines = documented.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }
            #expect(plain.text.split(separator: "\n") == lines)
        }
    }

    @Test func `an option takes the place of a key`() throws {
        let result = try Self.run(Self.head + "access: internal\ndocumentation: false\n", ["--access", "package"])
        #expect(result.product?.configuration.access == .package)
        #expect(result.product?.configuration.documentation == false)
        let again = try Self.run(Self.head + "documentation: false\n", ["--documentation"])
        #expect(again.product?.configuration.documentation == true)
    }
}
