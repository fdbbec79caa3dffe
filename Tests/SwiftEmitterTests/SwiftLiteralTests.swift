import Testing

@testable import SwiftEmitter

@Suite struct SwiftLiteralTests {
    @Test(arguments: [
        ("plain", #""plain""#),
        ("say \"hi\"", #""say \"hi\"""#),
        (#"a\b"#, #""a\\b""#),
        (#"\(x)"#, #""\\(x)""#),
        ("line\nbreak\r\ttab", #""line\nbreak\r\ttab""#),
        ("bell\u{7}", #""bell\u{7}""#),
        ("turn\u{202E}ed", #""turn\u{202e}ed""#),
        ("größe 🚀", #""größe 🚀""#),
    ])
    func `any text has a literal`(text: String, expected: String) {
        #expect(SwiftLiteral.string(text) == expected)
    }
}
