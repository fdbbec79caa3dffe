/// Writes query parameters and forms in a service's format, or in the style that the description states for one of them.
struct QueryEncoder {
    let arrays: QueryArrayFormat
    let objects: QueryObjectFormat

    init(_ service: ServiceDescription) {
        self.init(arrays: service.queryArrays, objects: service.queryObjects)
    }

    init(arrays: QueryArrayFormat, objects: QueryObjectFormat) {
        self.arrays = arrays
        self.objects = objects
    }

    /// The pairs of one parameter: none for null and for empty arrays and objects.
    ///
    /// - Throws: ``APIError`` when the value has no form in the parameter's style.
    func encode(_ parameter: QueryParameter) throws -> [QueryPair] {
        var pairs = QueryPairs(parameter: parameter.name, escaping: .query)
        do {
            if let format = parameter.format ?? openAPIDefault {
                try add(parameter.value, format, to: &pairs)
            } else {
                try add(parameter.value, named: parameter.name, to: &pairs)
            }
            return pairs.pairs
        } catch {
            throw Self.failure("query parameter '\(parameter.name)'", error)
        }
    }

    /// The pairs of a whole query.
    ///
    /// - Throws: ``APIError`` when it is a form that is no object, or a member has no form in its style.
    func encode(_ query: QueryString) throws -> [QueryPair] {
        switch query {
        case .form(let value, let encoding):
            return try form(value, encoding, subject: "the query")
        case .text(let text):
            return QueryPair.parse(text)
        }
    }

    /// The pairs of an object as `application/x-www-form-urlencoded`. Null members, and empty arrays, have none.
    ///
    /// - Throws: ``APIError`` when the value is no object, or a member has no form in its style.
    func form(_ value: JSONValue, _ encoding: [String: FormEncoding], subject: String) throws -> [QueryPair] {
        guard case .object(let members) = value else {
            throw APIError(.invalidArgument, "\(subject) cannot be written as a form: it is no object")
        }
        return try members.flatMap { name, value in
            var pairs = QueryPairs(parameter: name, escaping: .form)
            do {
                try add(value, encoding[name], named: name, to: &pairs)
            } catch {
                throw Self.failure("'\(name)' of \(subject)", error)
            }
            return pairs.pairs
        }
    }

    private static func failure(_ subject: String, _ error: any Error) -> APIError {
        APIError(.invalidArgument, "\(subject) cannot be written: \(error)", underlyingError: error)
    }

    private var openAPIDefault: QueryParameter.Format? {
        arrays == .openAPI ? QueryParameter.Format(style: .form) : nil
    }
}

// MARK: - The service's format

extension QueryEncoder {
    private func add(_ value: JSONValue, named name: String, to pairs: inout QueryPairs) throws {
        switch value {
        case .array(let elements) where arrays == .comma:
            try pairs.add(name, joining: elements, with: ",")
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try add(element, named: elementName(name, index), to: &pairs)
            }
        case .object(let members):
            for (key, member) in members {
                try add(member, named: memberName(name, key), to: &pairs)
            }
        case .null, .bool, .number, .string:
            try pairs.add(name, value)
        }
    }

    /// A member of a form.
    private func add(
        _ value: JSONValue,
        _ encoding: FormEncoding?,
        named name: String,
        to pairs: inout QueryPairs
    ) throws {
        if let format = encoding?.format {
            try add(value, format, to: &pairs)
        } else if let type = encoding?.contentType, MediaType(type)?.isJSON == true, value != .null {
            try pairs.add(name, .string(JSONText.compact(value)))
        } else if arrays != .openAPI {
            try add(value, named: name, to: &pairs)
        } else {
            for element in value.arrayValue ?? [value] { try pairs.add(name, element) }
        }
    }

    private func elementName(_ name: String, _ index: Int) -> String {
        switch arrays {
        case .brackets: "\(name)[]"
        case .indices: "\(name)[\(index)]"
        case .repeat, .comma, .openAPI: name
        }
    }

    private func memberName(_ name: String, _ key: String) -> String {
        switch objects {
        case .brackets: "\(name)[\(key)]"
        case .dots: "\(name).\(key)"
        }
    }
}

// MARK: - OpenAPI's styles

extension QueryEncoder {
    /// Adds a value in one of OpenAPI's styles.
    private func add(_ value: JSONValue, _ format: QueryParameter.Format, to pairs: inout QueryPairs) throws {
        pairs.allowsReserved = format.allowsReserved
        let name = pairs.parameter
        switch (value, format.style) {
        case (.object(let members), .deepObject):
            for (key, member) in members {
                try addDeep(member, named: "\(name)[\(key)]", to: &pairs)
            }
        case (.array, .deepObject):
            try addDeep(value, named: name, to: &pairs)
        case (.array(let elements), _) where format.explode:
            for element in elements {
                try pairs.add(name, element)
            }
        case (.object(let members), _) where format.explode:
            for (key, member) in members {
                try pairs.add(key, member)
            }
        case (.array(let elements), let style):
            try pairs.add(name, joining: elements, with: delimiter(style))
        case (.object(let members), let style):
            let elements = members.flatMap { key, member in member == .null ? [] : [.string(key), member] }
            try pairs.add(name, joining: elements, with: delimiter(style))
        case (.null, _), (.bool, _), (.number, _), (.string, _):
            try pairs.add(name, value)
        }
    }

    /// OpenAPI leaves nested values of `deepObject` open; brackets within brackets are what servers understand.
    private func addDeep(_ value: JSONValue, named name: String, to pairs: inout QueryPairs) throws {
        switch value {
        case .object(let members):
            for (key, member) in members {
                try addDeep(member, named: "\(name)[\(key)]", to: &pairs)
            }
        case .array(let elements):
            // Without an index, members of different elements could not be told apart.
            let isNested = elements.contains { $0.arrayValue != nil || $0.objectValue != nil }
            for (index, element) in elements.enumerated() {
                let elementName = isNested ? "\(name)[\(index)]" : elementName(name, index)
                try addDeep(element, named: elementName, to: &pairs)
            }
        case .null, .bool, .number, .string:
            try pairs.add(name, value)
        }
    }

    private func delimiter(_ style: QueryStyle) -> String {
        switch style {
        case .form, .deepObject: ","
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        }
    }
}

/// The pairs of one parameter, as they are put together.
private struct QueryPairs {
    /// Where the pairs go, which decides what is escaped.
    enum Escaping {
        case query, form
    }

    let parameter: String
    let escaping: Escaping
    var allowsReserved = false
    var pairs: [QueryPair] = []

    init(parameter: String, escaping: Escaping) {
        self.parameter = parameter
        self.escaping = escaping
    }

    mutating func add(_ name: String, _ value: JSONValue) throws {
        guard let text = try scalar(value) else { return }
        append(name, encode(text))
    }

    mutating func add(_ name: String, joining elements: [JSONValue], with delimiter: String) throws {
        let texts = try elements.compactMap { try scalar($0) }
        guard !texts.isEmpty else { return }
        append(name, texts.map { encode($0) }.joined(separator: delimiter))
    }

    /// In a form, what has no text of its own is written as JSON.
    private func scalar(_ value: JSONValue) throws -> String? {
        switch (value, escaping) {
        case (.array, .form), (.object, .form): try JSONText.compact(value)
        default: try ParameterText.scalar(value)
        }
    }

    private mutating func append(_ name: String, _ encodedValue: String) {
        let encodedName = escaping == .form ? PercentEncoding.form(name) : PercentEncoding.queryComponent(name)
        pairs.append(QueryPair(parameter: parameter, name: name, text: "\(encodedName)=\(encodedValue)"))
    }

    private func encode(_ text: String) -> String {
        if allowsReserved { return PercentEncoding.reservedQueryValue(text) }
        return escaping == .form ? PercentEncoding.form(text) : PercentEncoding.queryComponent(text)
    }
}
