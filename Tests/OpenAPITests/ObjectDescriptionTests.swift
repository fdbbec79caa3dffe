import Testing

@testable import OpenAPI

@Suite struct ObjectDescriptionTests {
    @Test(arguments: ObjectKind.allCases)
    func `a kind lists a key once`(kind: ObjectKind) {
        let keys = (kind.description.fields + kind.description.extensions).map(\.key)
        #expect(Set(keys).count == keys.count)
        #expect(kind.description.extensions.allSatisfy { $0.key.hasPrefix("x-sdk-") })
    }

    /// The fixed fields of OpenAPI 3.2.0, section 4.12.2.
    @Test func `a Parameter Object has the standard's fields`() {
        let fields = Set(ObjectDescription.parameter.fields.map(\.key))
        #expect(
            fields == [
                "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode",
                "allowReserved", "schema", "content", "example", "examples",
            ]
        )
    }

    @Test(arguments: [
        ("200", true), ("404", true), ("2XX", true), ("5xx", true), ("600", false), ("20", false), ("2X0", false),
        ("default", false), ("٢٠٠", false),
    ])
    func `status codes and ranges are told from other keys`(key: String, expected: Bool) {
        #expect(ResponseObject.isStatus(key) == expected)
    }

    @Test(arguments: [("3.2.0", OpenAPIVersion.v3_2), ("3.1", .v3_1), ("3.0.4", .v3_0)])
    func `versions are known by their minor number`(text: String, expected: OpenAPIVersion) {
        #expect(OpenAPIVersion(text) == expected)
    }

    @Test(arguments: ["2.0", "3", "3.3.0", "4.0.0", "", "three"])
    func `other versions are not`(text: String) {
        #expect(OpenAPIVersion(text) == nil)
    }
}
