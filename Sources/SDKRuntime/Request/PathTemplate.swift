/// A path with `{name}` where values go: `/v1/sessions/{session_id}/resources?beta=true`.
struct PathTemplate {
    let text: String

    /// A filled template: the percent-encoded path, and the raw query if the template has one.
    struct Filled: Equatable {
        var path: String
        var query: String?
    }

    /// Puts values in.
    ///
    /// - Throws: ``APIError`` when a value is missing, empty or not writable, and when the path would contain a segment
    ///   that URL processing takes for "this" or "the parent".
    func fill(_ parameters: [PathParameter]) throws -> Filled {
        let target = text[..<(text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex)]
        let pathEnd = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = try fill(target[..<(pathEnd ?? target.endIndex)], parameters, literal: PercentEncoding.literalPath) {
            try $0.encodedText()
        }
        try refuseDotSegments(in: path.checked)
        let query = try pathEnd.map { end in
            try fill(target[target.utf8.index(after: end)...], parameters, literal: PercentEncoding.literalQuery) {
                try $0.encodedQueryText()
            }
        }
        return Filled(path: path.filled, query: query?.filled)
    }

    private func fill(
        _ template: Substring,
        _ parameters: [PathParameter],
        literal: (Substring) -> String,
        value: (PathParameter) throws -> String
    ) throws -> (filled: String, checked: String) {
        var filled = ""
        var checked = ""
        var rest = template
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else {
                throw APIError(.invalidArgument, "the path template '\(text)' has an unclosed brace")
            }
            let fixed = literal(rest[..<open])
            let name = rest[rest.utf8.index(after: open)..<close]
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw APIError(.invalidPathParameter, "path parameter '\(name)' of '\(text)' has no value")
            }
            let encoded = try value(parameter)
            filled += fixed + encoded
            // The semicolon that style `matrix` itself writes is no attempt to disguise a segment.
            checked += fixed + (parameter.format?.style == .matrix ? "m\(encoded)" : encoded)
            rest = rest[rest.utf8.index(after: close)...]
        }
        let fixed = literal(rest)
        return (filled + fixed, checked + fixed)
    }

    /// `.` and `..` as segments, also written `%2e`, and also in front of a `;`, lead to another path than the
    /// template's: proxies and servers resolve them. So does an empty segment that `;` disguises.
    private func refuseDotSegments(in path: String) throws {
        for bytes in path.utf8.split(separator: UInt8(ascii: "/")) {
            // All others need no closer look.
            guard let first = bytes.first, ".%;".utf8.contains(first) else { continue }
            let segment = Substring(bytes)
            let head = segment.prefix { $0 != ";" }.replacing("%2e", with: ".").replacing("%2E", with: ".")
            if head == "." || head == ".." || (head.isEmpty && segment.first == ";") {
                throw APIError(.invalidPathParameter, "the path '\(path)' contains the dot segment '\(segment)'")
            }
        }
    }
}
