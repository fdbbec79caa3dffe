import ArgumentParser
import Foundation
import Source
import Testing

@testable import SwiftEmitter
@testable import codegen

/// What a reviewer relies on: how an edit of the description shows in the output.
@Suite struct DeterminismTests {
    private static let single = """
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
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
              required: [name, size]
              properties:
                name: {type: string}
                size: {$ref: "#/components/schemas/Size"}
            Size:
              type: string
              enum: [small, large]

        """

    @Test func `the order of components does not matter`() throws {
        let reordered = """
            openapi: 3.2.0
            components:
              schemas:
                Size: {type: string, enum: [small, large]}
                Pet:
                  type: object
                  properties:
                    name: {type: string}
                    size: {$ref: "#/components/schemas/Size"}
                  required: [size, name]
            info: {title: Pets, version: "1"}

            """
        let paths = Self.single.drop(before: "paths:").dropping(from: "components:")
        #expect(try generate(reordered + paths) == generate(Self.single))
    }

    @Test func `JSON and YAML are the same`() throws {
        let json = """
            {"openapi": "3.2.0", "info": {"title": "Pets", "version": "1"},
             "paths": {"/pets/{pet_id}": {"get": {"x-sdk-method": "pets.retrieve",
               "parameters": [{"name": "pet_id", "in": "path", "required": true, "schema": {"type": "string"}}],
               "responses": {"200": {"description": "The pet.", "content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Pet"}}}}}}}},
             "components": {"schemas": {
               "Pet": {"type": "object", "required": ["name", "size"], "properties": {
                 "name": {"type": "string"}, "size": {"$ref": "#/components/schemas/Size"}}},
               "Size": {"type": "string", "enum": ["small", "large"]}}}}
            """
        #expect(try generate(json) == generate(Self.single))
    }

    @Test func `one file and several are the same`() throws {
        let workspace = try Workspace()
        try workspace.write(
            """
            openapi: 3.2.0
            info: {title: Pets, version: "1"}
            paths:
              /pets/{pet_id}: {$ref: paths/pet.yaml}

            """,
            to: "entry.yaml"
        )
        try workspace.write(
            """
            get:
              x-sdk-method: pets.retrieve
              parameters:
                - {name: pet_id, in: path, required: true, schema: {type: string}}
              responses:
                "200":
                  description: The pet.
                  content:
                    application/json:
                      schema: {$ref: "../schemas/my%20pets.yaml#/Pet"}

            """,
            to: "paths/pet.yaml"
        )
        try workspace.write(
            """
            Pet:
              type: object
              required: [name, size]
              properties:
                name: {type: string}
                size: {$ref: Size.yaml}

            """,
            to: "schemas/my pets.yaml"
        )
        try workspace.write("type: string\nenum: [small, large]\n", to: "schemas/Size.yaml")
        #expect(try generate(at: workspace.path("entry.yaml")) == generate(Self.single))
    }

    @Test func `an optional property more changes one file and removes no line`() throws {
        let more = Self.single.replacing(
            "        size: {$ref: \"#/components/schemas/Size\"}\n",
            with: "        size: {$ref: \"#/components/schemas/Size\"}\n        owner: {type: string}\n"
        )
        let (before, after) = (try generate(Self.single), try generate(more))
        let changed = after.filter { before[$0.key] != $0.value }.filter { $0.key != "API.md" }
        #expect(Array(changed.keys) == ["Pets/Models/Pet.swift"])
        let lines = { (text: String?) in (text ?? "").split(separator: "\n") }
        let difference = lines(changed["Pets/Models/Pet.swift"]).difference(
            from: lines(before["Pets/Models/Pet.swift"])
        )
        #expect(difference.removals.isEmpty)
        #expect(!difference.insertions.isEmpty)
    }

    @Test func `an operation more changes its resource and API.md`() throws {
        let more = Self.single.replacing(
            "components:\n",
            with: """
                  /pets:
                    delete:
                      x-sdk-method: pets.clear
                      responses: {"204": {description: Done.}}
                components:

                """
        )
        let (before, after) = (try generate(Self.single), try generate(more))
        #expect(after.keys.filter { before[$0] != after[$0] }.sorted() == ["API.md", "Pets/Resources/Pets.swift"])
    }

    private func generate(_ document: String) throws -> [String: String] {
        let workspace = try Workspace()
        try workspace.write(document, to: "document.yaml")
        return try generate(at: workspace.path("document.yaml"))
    }

    private func generate(at path: String) throws -> [String: String] {
        let pipeline = Pipeline()
        let options = try SettingsOptions.parse([
            "--document", path, "--module", "Pets", "--client", "PetsClient", "--output", "unused",
        ])
        let product = try #require(try pipeline.run(options))
        #expect(pipeline.report.diagnostics == [])
        return Dictionary(product.generated.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    fileprivate func drop(before text: String) -> Substring { range(of: text).map { self[$0.lowerBound...] } ?? "" }
}

extension Substring {
    fileprivate func dropping(from text: String) -> Substring { range(of: text).map { self[..<$0.lowerBound] } ?? self }
}
