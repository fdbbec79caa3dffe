/// The functions and keys in parentheses of a path (OData 4.01, URL Conventions, sections 4.3 and 4.5), which say what is
/// done, or which of several is meant: `reports/getActivity(period='{period}')`, `Orders({id})`.
struct ODataCalls {
    /// The path without them: keys are segments of their own, and a function at the end is left out.
    let path: String
    /// The name of the function at the end, without its namespace.
    let function: String?
    /// The parameters in the parentheses of functions.
    let arguments: [String]
    /// Whether a name with a namespace, and without parentheses, ends the path.
    let endsInQualifiedName: Bool

    init(_ path: Substring) {
        var segments: [String] = []
        var function: String?
        var arguments: [String] = []
        var endsInQualifiedName = false
        let all = Self.segments(of: path)
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            guard let (name, inside) = Self.call(segment) else {
                let name = Self.withoutNamespace(segment)
                endsInQualifiedName = isLast && name != segment
                segments.append(String(name))
                continue
            }
            let names = Self.parameters(in: inside)
            if Self.isKey(name, inside, names) {
                segments.append(String(name))
                segments += names.map { "{\($0)}" }
                continue
            }
            arguments += names
            // What is behind the last dot is the function, whatever the namespace.
            let last = String(name[(name.lastIndex(of: ".").map(name.index(after:)) ?? name.startIndex)...])
            if isLast { function = last } else { segments.append(last) }
        }
        self.path = segments.joined(separator: "/")
        (self.function, self.arguments, self.endsInQualifiedName) = (function, arguments, endsInQualifiedName)
    }

    /// The parts between slashes that are in no braces.
    private static func segments(of path: Substring) -> [Substring] {
        var segments: [Substring] = []
        var start = path.startIndex
        var isInBraces = false
        for index in path.indices {
            switch path[index] {
            case "{": isInBraces = true
            case "}": isInBraces = false
            case "/" where !isInBraces:
                segments.append(path[start..<index])
                start = path.index(after: index)
            default: break
            }
        }
        return segments + [path[start...]]
    }

    /// The name and what is in the parentheses behind it; nil for a segment that does not end in any.
    private static func call(_ segment: Substring) -> (name: Substring, inside: Substring)? {
        guard segment.last == ")", let open = segment.firstIndex(of: "("), open > segment.startIndex,
            !segment[..<open].contains("{"), !NameWords.words(of: segment[..<open]).isEmpty
        else { return nil }
        return (segment[..<open], segment[segment.index(after: open)...].dropLast())
    }

    private static func parameters(in text: Substring) -> [String] {
        text.split(separator: "{").compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    /// Whether parentheses hold the key of one of several: a value alone, or the parts of one behind a name of things.
    private static func isKey(_ name: Substring, _ inside: Substring, _ parameters: [String]) -> Bool {
        guard !parameters.isEmpty, !name.contains(".") else { return false }
        guard inside.contains("=") else { return true }
        let words = NameWords.words(of: name)
        guard let first = words.first, !Verbs.isAction(first) else { return false }
        return name.first?.isUppercase == true || words.last.map(EnglishNouns.isPlural) == true
    }

    /// `microsoft.graph.assignLicense` without its namespace.
    private static func withoutNamespace(_ segment: Substring) -> Substring {
        guard segment.lowercased().hasPrefix("microsoft."), !segment.contains("{"),
            segment.count(where: { $0 == "." }) > 1, let dot = segment.lastIndex(of: "."),
            !NameWords.words(of: segment[dot...]).isEmpty
        else { return segment }
        return segment[segment.index(after: dot)...]
    }
}
