/// The names and texts of one value, as they are put together.
struct EncodedFields {
    /// Where the fields go, which decides what is escaped.
    enum Escaping {
        case query, form, none
    }

    struct Field: Equatable {
        let name: String
        /// The value, escaped as its place needs it.
        let text: String
    }

    let parameter: String
    let escaping: Escaping
    var allowsReserved = false
    private(set) var fields: [Field] = []

    init(parameter: String, escaping: Escaping) {
        self.parameter = parameter
        self.escaping = escaping
    }

    mutating func add(_ name: String, _ value: JSONValue) throws {
        guard let text = try scalar(value) else { return }
        fields.append(Field(name: name, text: escape(text)))
    }

    mutating func add(_ name: String, joining elements: [JSONValue], with delimiter: String) throws {
        let texts = try elements.compactMap { try scalar($0) }
        guard !texts.isEmpty else { return }
        fields.append(Field(name: name, text: texts.map { escape($0) }.joined(separator: delimiter)))
    }

    func delimiter(_ style: QueryStyle) -> String {
        switch style {
        case .form, .deepObject: ","
        case .spaceDelimited: escaping == .none ? " " : "%20"
        case .pipeDelimited: escaping == .none ? "|" : "%7C"
        }
    }

    /// The fields as parts of a query or of a form.
    var queryPairs: [QueryPair] {
        fields.map { field in
            let name = escaping == .form ? PercentEncoding.form(field.name) : PercentEncoding.queryComponent(field.name)
            return QueryPair(parameter: parameter, name: field.name, text: "\(name)=\(field.text)")
        }
    }

    /// In a body, what has no text of its own is written as JSON.
    private func scalar(_ value: JSONValue) throws -> String? {
        switch value {
        case .array where escaping != .query, .object where escaping != .query: try JSONText.compact(value)
        default: try ParameterText.scalar(value)
        }
    }

    private func escape(_ text: String) -> String {
        switch escaping {
        case .none: text
        case .query where allowsReserved, .form where allowsReserved: PercentEncoding.reservedQueryValue(text)
        case .query: PercentEncoding.queryComponent(text)
        case .form: PercentEncoding.form(text)
        }
    }
}
