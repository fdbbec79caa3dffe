import APIModel

/// Writes Swift source, already formatted: the output is a fixed point of `swift format`.
///
/// An emitter's code shows the shape of what it writes: a line is a line, and what stands in braces is a closure. Emitters
/// write `public`; the printer makes it the access level that was asked for.
///
/// What is written for every member of every type is given in parts, which are appended one after the other: a string that
/// is put together first is made, grown, copied and thrown away.
struct SwiftPrinter {
    private var buffer: TextBuffer
    private let access: AccessLevel
    private let writesDocumentation: Bool
    /// How many spaces stand before a line.
    private var indentation = 0
    private var isAfterOpeningOrBlank = true

    /// The longest line that is not broken, in characters.
    static let lineLength = 120

    init(access: AccessLevel = .public, writesDocumentation: Bool = true) {
        self.access = access
        self.writesDocumentation = writesDocumentation
        // More than most files take.
        buffer = TextBuffer(capacity: 16_000)
    }

    /// What has been written.
    var text: String { String(decoding: buffer.bytes, as: UTF8.self) }

    /// Gives what has been written, and begins another file.
    mutating func takeFile() -> [UInt8] {
        let file = Array(buffer.bytes)
        buffer.removeAll()
        isAfterOpeningOrBlank = true
        return file
    }

    /// A line, of one or several parts.
    mutating func line(
        _ first: String,
        _ second: String = "",
        _ third: String = "",
        _ fourth: String = "",
        _ fifth: String = "",
        _ sixth: String = "",
        _ seventh: String = ""
    ) {
        buffer.append(UInt8(ascii: " "), count: indentation)
        buffer.append(access == .public ? first : access.applied(to: first))
        buffer.append(second)
        buffer.append(third)
        buffer.append(fourth)
        buffer.append(fifth)
        buffer.append(sixth)
        buffer.append(seventh)
        buffer.append(UInt8(ascii: "\n"))
        isAfterOpeningOrBlank = false
    }

    /// An empty line, but never two, and none behind an opening brace.
    mutating func blank() {
        guard !isAfterOpeningOrBlank else { return }
        buffer.append(UInt8(ascii: "\n"))
        isAfterOpeningOrBlank = true
    }

    /// `header {` … `}`.
    mutating func block(_ header: String, _ body: (inout SwiftPrinter) -> Void) {
        line(header + " {")
        self.body(body)
    }

    /// A type with its protocols, `declaration: A, B {` … `}`; where that is too long for a line, the brace has one of its
    /// own, and then the protocols behind the first.
    mutating func typeBlock(_ declaration: String, _ protocols: [String], _ body: (inout SwiftPrinter) -> Void) {
        let header = access.applied(to: declaration) + ": " + protocols.joined(separator: ", ")
        guard !fits(header + " {") else { return block(header, body) }
        if protocols.count == 1 || fits(header) {
            line(header)
        } else {
            line(declaration, ": ", protocols[0], ",")
            indented { $0.line(protocols.dropFirst().joined(separator: ", ")) }
        }
        line("{")
        self.body(body)
    }

    /// What stands between an opening brace, which has been written, and its closing one.
    mutating func body(_ body: (inout SwiftPrinter) -> Void) {
        indented(body)
        line("}")
    }

    /// `header { body }`, on three lines where it does not fit on one. The header is of one or several parts.
    mutating func shortBlock(
        _ first: String,
        _ second: String = "",
        _ third: String = "",
        _ fourth: String = "",
        body: String
    ) {
        let first = access.applied(to: first)
        guard !fits(first, second, third, fourth, " {  }", body) else {
            return line(first, second, third, fourth, " { ", body, " }")
        }
        line(first, second, third, fourth, " {")
        self.body { $0.line(body) }
    }

    /// `opening` … `closing`, with what is between indented.
    mutating func group(_ opening: String, _ closing: String?, _ body: (inout SwiftPrinter) -> Void) {
        line(opening)
        indented(body)
        if let closing { line(closing) }
    }

    /// A call or a declaration with arguments: on one line where it fits, else an argument a line with a trailing comma.
    mutating func call(_ callee: String, _ arguments: [String], _ rest: String = "") {
        let callee = access.applied(to: callee)
        let single = "\(callee)(\(arguments.joined(separator: ", ")))\(rest)"
        guard !fits(single), !arguments.isEmpty else { return line(single) }
        list(callee, arguments, rest)
    }

    /// A case with a value: on one line where it fits, else on three.
    mutating func enumCase(_ name: String, _ type: String) {
        guard !fits("case ", name, "(", type, ")", "") else { return line("case ", name, "(", type, ")") }
        group("case \(name)(", ")") { $0.line(type) }
    }

    /// A call with two arguments, the second of which may be in two parts.
    mutating func call(_ callee: String, _ first: String, _ second: String, _ end: String = "") {
        guard !fits(callee, "(", first, ", ", second, end, ")") else {
            return line(callee, "(", first, ", ", second, end, ")")
        }
        list(callee, [first, second + end])
    }

    /// A call or a declaration with an argument a line.
    mutating func list(_ callee: String, _ arguments: [String], _ rest: String = "") {
        guard !arguments.isEmpty else { return line("\(callee)()\(rest)") }
        group(callee + "(", ")" + rest) { printer in
            for argument in arguments { printer.line(argument, ",") }
        }
    }

    /// A collection literal, an element a line. A single element has no trailing comma: `swift format` takes it away.
    mutating func collection(_ opening: String, _ elements: [String], _ closing: String = "]") {
        group(opening, closing) { printer in
            for element in elements { printer.line(element, elements.count == 1 ? "" : ",") }
        }
    }

    /// The attribute of something that its author advises against.
    mutating func deprecation(_ documentation: Documentation) {
        let text = DocumentationText.deprecationMessage(documentation)
        let message = "message: " + SwiftLiteral.string(text)
        let single = "@available(*, deprecated, \(message))"
        guard !fits(single) else { return line(single) }
        group("@available(", ")") { printer in
            printer.line("*,")
            printer.line("deprecated,")
            guard !printer.fits(message) else { return printer.line(message) }
            printer.group("message:", nil) { $0.line(SwiftLiteral.string(text)) }
        }
    }

    /// The documentation comment of something that the spec describes.
    ///
    /// - Parameter fallback: What is said where the spec says nothing.
    mutating func documentation(of documentation: Documentation, fallback: @autoclosure () -> String? = nil) {
        guard writesDocumentation else { return }
        // Most are one text that can be written as it is.
        if let text = documentation.soleText, text.withBytes({ plainComment($0, droppingLastBreak: true) }) { return }
        let isSilent = documentation.summary == nil && documentation.text == nil
        self.documentation(DocumentationText.text(documentation, fallback: isSilent ? fallback() : nil))
    }

    /// The documentation comment of a type.
    mutating func documentation(ofType documentation: Documentation) {
        guard documentation.isDeprecated else { return self.documentation(of: documentation) }
        self.documentation(DocumentationText.ofType(documentation))
    }

    /// A documentation comment, a line of the text a line; nothing for an empty text.
    ///
    /// Whatever breaks a line anywhere breaks it here, because to the compiler a carriage return alone ends a comment;
    /// other control characters are left out, and so are those that would show the lines behind them in another order.
    mutating func documentation(_ text: String?) {
        guard writesDocumentation, let text, !text.isEmpty else { return }
        if text.withBytes({ plainComment($0, droppingLastBreak: false) }) { return }
        for textLine in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var scalars = textLine.unicodeScalars.filter { ($0.value >= 0x20 && !$0.turnsText) || $0 == "\t" }
            while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
            line(scalars.isEmpty ? "///" : "/// " + String(scalars))
        }
    }

    /// Writes the comment of a text that needs no cleaning; false for one that does.
    private mutating func plainComment(_ text: UnsafeBufferPointer<UInt8>, droppingLastBreak: Bool) -> Bool {
        guard text.isPlainText else { return false }
        let count = droppingLastBreak && text.last == UInt8(ascii: "\n") ? text.count - 1 : text.count
        guard count > 0 else { return true }
        var start = 0
        while start <= count {
            let end = text[start..<count].firstIndex(of: UInt8(ascii: "\n")) ?? count
            buffer.append(UInt8(ascii: " "), count: indentation)
            buffer.append(start == end ? "///" : "/// ")
            buffer.append(UnsafeBufferPointer(rebasing: text[start..<end]))
            buffer.append(UInt8(ascii: "\n"))
            start = end + 1
        }
        isAfterOpeningOrBlank = false
        return true
    }

    /// Whether a line may be as long as a text. Hardly a text has more bytes than may be characters: few are counted.
    func fits(_ text: String) -> Bool {
        let room = Self.lineLength - indentation
        return text.utf8.count <= room || text.count <= room
    }

    /// The same for a line in parts.
    private func fits(
        _ first: String,
        _ second: String,
        _ third: String,
        _ fourth: String,
        _ fifth: String,
        _ sixth: String,
        _ seventh: String = ""
    ) -> Bool {
        let count =
            first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count + fifth.utf8.count
            + sixth.utf8.count + seventh.utf8.count
        return count <= Self.lineLength - indentation
            || fits([first, second, third, fourth, fifth, sixth, seventh].joined())
    }

    private mutating func indented(_ body: (inout SwiftPrinter) -> Void) {
        indentation += 4
        isAfterOpeningOrBlank = true
        body(&self)
        isAfterOpeningOrBlank = false
        indentation -= 4
    }
}

extension Unicode.Scalar {
    /// Whether it embeds or overrides the direction of text (Unicode Standard Annex 9, sections 2.1 to 2.5).
    fileprivate var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
