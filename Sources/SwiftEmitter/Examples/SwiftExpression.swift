/// An expression of Swift, which is written on one line where it fits, and else an element a line.
indirect enum SwiftExpression {
    case text(String)
    /// What stands in brackets, `.init(id: "a", size: 3)` or `["a", "b"]`.
    case list(opening: String, elements: [Element], closing: String)

    struct Element {
        var label: String?
        var value: SwiftExpression
    }

    /// A call with arguments; without any, with its brackets alone.
    static func call(_ callee: String, _ arguments: [Element]) -> SwiftExpression {
        .list(opening: callee + "(", elements: arguments, closing: ")")
    }

    /// A call with one argument that has no label.
    static func call(_ callee: String, _ argument: SwiftExpression) -> SwiftExpression {
        call(callee, [Element(value: argument)])
    }

    static func array(_ elements: [SwiftExpression]) -> SwiftExpression {
        .list(opening: "[", elements: elements.map { Element(value: $0) }, closing: "]")
    }

    /// A literal of a dictionary, with its keys in the order that they are given in.
    static func dictionary(_ elements: [(key: String, value: SwiftExpression)]) -> SwiftExpression {
        guard !elements.isEmpty else { return .text("[:]") }
        return .list(
            opening: "[",
            elements: elements.map { Element(label: SwiftLiteral.string($0.key), value: $0.value) },
            closing: "]"
        )
    }

    /// The expression, without the indentation of its first line.
    ///
    /// - Parameters:
    ///   - depth: How deep the line is indented that the expression begins in.
    ///   - used: How many characters of that line are taken.
    func text(depth: Int, used: Int = 0) -> String {
        guard case .list(let opening, let elements, let closing) = self, !elements.isEmpty else { return line }
        let line = line
        if depth * 4 + used + line.count <= SwiftPrinter.lineLength { return line }
        let indentation = String(repeating: "    ", count: depth)
        let lines = elements.map { element in
            let label = element.label.map { $0 + ": " } ?? ""
            return "\(indentation)    \(label)\(element.value.text(depth: depth + 1, used: label.count + 1)),\n"
        }
        return "\(opening)\n\(lines.joined())\(indentation)\(closing)"
    }

    /// Whether a function is called anywhere in it.
    func calls(_ function: String) -> Bool {
        guard case .list(let opening, let elements, _) = self else { return false }
        return opening == function + "(" || elements.contains { $0.value.calls(function) }
    }

    /// The expression on one line.
    private var line: String {
        switch self {
        case .text(let text): text
        case .list(let opening, let elements, let closing):
            opening + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.value.line }.joined(separator: ", ")
                + closing
        }
    }
}
