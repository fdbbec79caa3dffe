import Testing

@testable import SwiftEmitter

/// What does not fit on a line is broken as `swift format` breaks it.
@Suite struct SwiftPrinterTests {
    private static let protocols = ["APIUnion", "ExpressibleByStringLiteral", "ExpressibleByArrayLiteral"]

    @Test(arguments: [
        (
            "Prompt",
            "public enum Prompt: APIUnion, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {\n}\n"
        ),
        (
            String(repeating: "P", count: 43),
            """
            public enum \(String(repeating: "P", count: 43)): APIUnion, ExpressibleByStringLiteral, ExpressibleByArrayLiteral
            {
            }

            """
        ),
        (
            String(repeating: "P", count: 96),
            """
            public enum \(String(repeating: "P", count: 96)): APIUnion,
                ExpressibleByStringLiteral, ExpressibleByArrayLiteral
            {
            }

            """
        ),
    ])
    func `a type's protocols`(name: String, expected: String) {
        var printer = SwiftPrinter()
        printer.typeBlock("public enum \(name)", Self.protocols) { _ in }
        #expect(printer.text == expected)
    }

    @Test func `a case and its value`() {
        let name = String(repeating: "n", count: 60)
        var printer = SwiftPrinter()
        printer.enumCase("text", "TextBlock")
        printer.enumCase(name, "TextBlock")
        printer.enumCase(name, name)
        #expect(
            printer.text == """
                case text(TextBlock)
                case \(name)(TextBlock)
                case \(name)(
                    \(name)
                )

                """
        )
    }
}
