import Source
import Testing

@Suite("Spelling")
struct SpellingTests {
    private static let words = [
        "type", "integer", "string", "properties", "operationId", "additionalProperties", "$ref", "required", "boolean",
    ]

    @Test(
        "The nearest word is suggested",
        arguments: [
            ("int", "integer"),
            ("tpye", "type"),
            ("Type", "type"),
            ("requried", "required"),
            ("propertis", "properties"),
            ("operation_id", "operationId"),
            ("operationID", "operationId"),
            ("ref", "$ref"),
            ("additionalProps", "additionalProperties"),
        ]
    )
    func near(word: String, expected: String) {
        #expect(Spelling.closest(to: word, among: Self.words) == expected)
    }

    @Test("Nothing is suggested for what is not near", arguments: ["", "x", "kind", "format", "😀", "zzzzzzzz"])
    func far(word: String) {
        #expect(Spelling.closest(to: word, among: Self.words) == nil)
    }

    @Test("The first of equally near words is suggested")
    func ties() {
        #expect(Spelling.closest(to: "cat", among: ["bat", "hat"]) == "bat")
    }

    @Test("Endless words end quickly, without a suggestion")
    func long() {
        let word = String(repeating: "a", count: 1_000_000)
        #expect(Spelling.closest(to: word, among: [word + "a"]) == nil)
    }
}
