import Testing

@testable import APIModel

@Suite struct PathTemplateTests {
    @Test(arguments: [
        ("/v1/sessions/{session_id}/resources", ["session_id"], true),
        ("/a/{b}{c}/{b}", ["b", "c", "b"], true),
        ("/plain", [], true),
        ("/{", [], false), ("/}", [], false), ("/{}", [], false), ("/{a{b}}", ["b"], false), ("/{a", [], false),
    ])
    func `the names in braces are found`(text: String, names: [String], isWellFormed: Bool) {
        let template = PathTemplate(text)
        #expect(template.isWellFormed == isWellFormed)
        #expect(!isWellFormed || template.names == names)
    }
}
