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

    @Test(arguments: ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func `nothing ends a comment`(lineBreak: String) {
        var printer = SwiftPrinter()
        printer.documentation("one\u{0} \(lineBreak)two")
        #expect(printer.text == "/// one\n/// two\n")
    }
}
