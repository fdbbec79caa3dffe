import Testing

@testable import OpenAPI

@Suite struct ReferenceTests {
    @Test(arguments: [
        ("#/components/schemas/Pet", "", ["components", "schemas", "Pet"]),
        ("pet.yaml", "pet.yaml", []),
        ("pet.yaml#", "pet.yaml", []),
        ("../pets/my%20pet.yaml#/Pet", "../pets/my pet.yaml", ["Pet"]),
        // RFC 6901, section 4: ~1 is a slash, and only then is ~0 a tilde.
        ("#/paths/~1pets~1{id}/get", "", ["paths", "/pets/{id}", "get"]),
        ("#/a~01b", "", ["a~1b"]),
        // RFC 6901, section 6: percent escapes of the fragment come off first.
        ("#/paths/~1pets~1%7Bid%7D", "", ["paths", "/pets/{id}"]),
        ("#/c%25d", "", ["c%d"]),
        ("#/100%", "", ["100%"]),
        ("#/", "", [""]),
        ("#/a//b", "", ["a", "", "b"]),
    ])
    func `a text is taken apart into file and pointer`(text: String, file: String, tokens: [String]) {
        let reference = Reference(text)
        #expect(reference.file == file)
        #expect(reference.tokens == tokens)
        #expect(!reference.isAnchor)
        #expect(!reference.isRemote)
    }

    @Test func `anchors and URLs are told apart`() {
        #expect(Reference("#pet").isAnchor)
        #expect(Reference("https://pets.test/pet.yaml#/Pet").isRemote)
    }

    @Test(arguments: [
        ("pet.yaml", "Spec/anthropic.yaml", "Spec/pet.yaml"),
        ("../schemas/pet.yaml", "Spec/paths/pets.yaml", "Spec/schemas/pet.yaml"),
        ("./pet.yaml", "openapi.yaml", "pet.yaml"),
        ("../pet.yaml", "openapi.yaml", "../pet.yaml"),
        ("../../pet.yaml", "a/b.yaml", "../pet.yaml"),
        ("/tmp/pet.yaml", "a/b.yaml", "/tmp/pet.yaml"),
        ("../../pet.yaml", "/a.yaml", "/pet.yaml"),
    ])
    func `a file is found beside the one that refers to it`(file: String, origin: String, expected: String) {
        #expect(FilePaths.resolve(file, besideFile: origin) == expected)
    }
}
