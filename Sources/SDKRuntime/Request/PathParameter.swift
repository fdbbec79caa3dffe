/// The style of a path parameter (OpenAPI 3.2, section 4.12.2.2).
public enum PathStyle: Sendable, Hashable {
    /// `5` or `3,4,5`
    case simple
    /// `.5` or `.3,4,5`; exploded `.3.4.5`
    case label
    /// `;id=5` or `;id=3,4,5`; exploded `;id=3;id=4;id=5`
    case matrix
}

/// How the description states that a path parameter is written.
struct PathFormat: Sendable {
    var style: PathStyle
    var explode: Bool
    var allowsReserved = false
}

/// A path parameter with its value.
struct PathParameter: Sendable {
    let name: String
    let value: JSONValue
    /// Nil: OpenAPI's default, for scalars and arrays only.
    let format: PathFormat?

    /// The value's text in a path, percent-encoded.
    func encodedText() throws -> String {
        let format = format ?? PathFormat(style: .simple, explode: false)
        switch value {
        case .null:
            throw invalid("is null")
        case .bool, .number, .string:
            let text = try scalar(value) ?? ""
            if text.isEmpty {
                // Only style `matrix` leaves a segment that is no other operation's path.
                guard format.style == .matrix else { throw invalid("is empty") }
                return ";\(PercentEncoding.pathSegment(name))"
            }
            return prefix(format) + encoded(text, format, escaping: "")
        case .array(let elements):
            let texts = try elements.compactMap { try element($0, format) }
            guard !texts.isEmpty else { throw invalid("is empty") }
            return try join(texts, format)
        case .object(let members):
            guard self.format != nil else { throw invalid("is an object") }
            let pairs = try members.compactMap { key, value in
                try element(value, format).map { (PercentEncoding.pathSegment(key, escaping: delimiters(format)), $0) }
            }
            guard !pairs.isEmpty else { throw invalid("is empty") }
            return join(pairs, format)
        }
    }

    /// The value's text in the query part of a template, where only unreserved characters stay bare.
    func encodedQueryText() throws -> String {
        guard let text = try scalar(value) else { throw invalid("is null") }
        return PercentEncoding.queryComponent(text)
    }

    private func scalar(_ value: JSONValue) throws -> String? {
        do {
            return try ParameterText.scalar(value)
        } catch {
            throw invalid("cannot be written: \(error)")
        }
    }

    private func element(_ value: JSONValue, _ format: PathFormat) throws -> String? {
        guard let text = try scalar(value) else { return nil }
        guard !text.isEmpty else { throw invalid("has an empty element") }
        return encoded(text, format, escaping: delimiters(format))
    }

    private func encoded(_ text: String, _ format: PathFormat, escaping delimiters: String) -> String {
        format.allowsReserved
            ? PercentEncoding.pathSegments(text, escaping: delimiters)
            : PercentEncoding.pathSegment(text, escaping: delimiters)
    }

    private func join(_ texts: [String], _ format: PathFormat) throws -> String {
        let separator =
            switch (format.style, format.explode) {
            case (.label, true): "."
            case (.matrix, true): ";\(PercentEncoding.pathSegment(name))="
            default: ","
            }
        return prefix(format) + texts.joined(separator: separator)
    }

    private func join(_ pairs: [(String, String)], _ format: PathFormat) -> String {
        guard format.explode else {
            return prefix(format) + pairs.map { "\($0),\($1)" }.joined(separator: ",")
        }
        let texts = pairs.map { "\($0)=\($1)" }
        return switch format.style {
        case .simple: texts.joined(separator: ",")
        case .label: "." + texts.joined(separator: ".")
        case .matrix: ";" + texts.joined(separator: ";")
        }
    }

    private func prefix(_ format: PathFormat) -> String {
        switch format.style {
        case .simple: ""
        case .label: "."
        case .matrix: ";\(PercentEncoding.pathSegment(name))="
        }
    }

    /// What separates the elements of a composite value, and must therefore not occur bare inside one.
    private func delimiters(_ format: PathFormat) -> String {
        switch format.style {
        case .simple: format.explode ? ",=" : ","
        case .label: format.explode ? ".=" : ".,"
        case .matrix: format.explode ? ";=" : ";,"
        }
    }

    private func invalid(_ what: String) -> APIError {
        APIError(.invalidPathParameter, "path parameter '\(name)' \(what)")
    }
}
