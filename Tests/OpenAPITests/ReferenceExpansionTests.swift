import OpenAPI
import Source
import Testing

/// References in place of whole maps, lists and objects, which the standard does not have.
@Suite struct ReferenceExpansionTests {
    @Test func `the keys of another file stand in place of a reference to it, and what they lead to is there once`()
        throws
    {
        let reading = try DocumentReading(files: [
            "openapi.yaml": """
            paths: {$ref: paths/index.yaml}
            components:
              schemas: {$ref: schemas/all.yaml, Own: {type: string}}
            """,
            "paths/index.yaml": "/pets/{id}: {get: {$ref: 'pets.yaml#/read one'}}\n",
            "paths/pets.yaml": """
            read one:
              operationId: readPet
              parameters: {$ref: ../lists.yaml#/ids}
              responses: {"200": {description: A pet., content: {text/plain: {schema: {$ref: "../schemas/all.yaml#/Pet"}}}}}
            """,
            "lists.yaml": "ids: [{name: id, in: path, required: true, schema: {type: string}}]\n",
            "schemas/all.yaml": "Pet: {properties: {kin: {$ref: '#/Pet'}, kind: {$ref: kind.yaml}}}\n",
            "schemas/kind.yaml": "type: string\n",
        ])
        let document = try #require(reading.document)
        #expect(reading.report.warningCount == 4)
        #expect(reading.report.errorCount == 0)
        let item: PathItemObject = try #require(document.view(document.root.paths[0].value))
        let operation = try #require(item.operations.first?.operation)
        #expect(operation.operationID == "readPet")
        #expect(operation.parameters.compactMap { document.view($0, as: ParameterObject.self)?.name } == ["id"])
        let schemas = try #require(document.root.components?.schemas)
        #expect(schemas.map(\.key) == ["Pet", "Own"])
        let pet = try #require(document.resolve(schemas[0].value))
        let kin = try #require(pet["properties"]?["kin"])
        #expect(document.resolve(kin)?.identity == pet.identity)
        #expect(document.resolve(try #require(pet["properties"]?["kind"]))?["type"]?.text == "string")
    }

    @Test(arguments: ["'#/paths'", "'#'", "'#/paths/~1a'", "'#/components'"])
    func `a reference that leads into itself has an end`(reference: String) {
        let reading = DocumentReading("paths: {$ref: \(reference)}\ncomponents: {schemas: {$ref: '#/paths'}}\n")
        #expect(!reading.messages.isEmpty)
    }
}
