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
        #expect(reference.anchor == nil)
    }

    @Test func `a fragment without a slash is an anchor`() {
        #expect(Reference("#pet").anchor == "pet")
        #expect(Reference("pet.yaml#p%65t").anchor == "pet")
        #expect(Reference("pet.yaml#pet").tokens == [])
    }

    /// RFC 3986, section 5.4: the examples of a base with a path.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("", "http://a/b/c/d;p"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("g:h", "g:h"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("./../g", "http://a/b/g"),
        ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ])
    func `a URI is resolved against another`(reference: String, expected: String) {
        #expect(BaseURI("http://a/b/c/d;p").resolve(reference).text == expected)
    }

    @Test func `a path is resolved against a path`() {
        #expect(BaseURI("Spec/a.yaml").resolve("../b%20c.yaml").text == "b c.yaml")
        #expect(BaseURI("a.yaml").resolve("../b.yaml").text == "../b.yaml")
        #expect(BaseURI("a.yaml").resolve("https://pets.test/b.yaml#/c").text == "https://pets.test/b.yaml")
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
