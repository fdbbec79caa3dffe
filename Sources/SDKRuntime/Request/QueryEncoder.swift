/// Writes query parameters in a service's format, or in the style that the description states for one of them.
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
        do {
            var pairs = QueryPairs(parameter: parameter.name)
            if let format = parameter.format ?? openAPIDefault {
                try pairs.add(parameter.value, format)
            } else {
                try add(parameter.value, named: parameter.name, to: &pairs)
            }
            return pairs.pairs
        } catch {
            throw APIError(
                .invalidArgument,
                "query parameter '\(parameter.name)' cannot be written: \(error)",
                underlyingError: error
            )
        }
    }

    private var openAPIDefault: QueryParameter.Format? {
        arrays == .openAPI ? QueryParameter.Format(style: .form, explode: true) : nil
    }

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
            try pairs.add(name, scalar: value)
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

/// The pairs of one parameter, as they are put together.
private struct QueryPairs {
    let parameter: String
    var pairs: [QueryPair] = []

    /// Adds a value in one of OpenAPI's styles.
    mutating func add(_ value: JSONValue, _ format: QueryParameter.Format) throws {
        switch (value, format.style) {
        case (.object(let members), .deepObject):
            for (key, member) in members {
                try addDeep(member, named: "\(parameter)[\(key)]")
            }
        case (.array(let elements), .form) where format.explode,
            (.array(let elements), .spaceDelimited) where format.explode,
            (.array(let elements), .pipeDelimited) where format.explode,
            (.array(let elements), .deepObject):
            for element in elements {
                try add(parameter, scalar: element)
            }
        case (.object(let members), _) where format.explode:
            for (key, member) in members {
                try add(key, scalar: member)
            }
        case (.array(let elements), let style):
            try add(parameter, joining: elements, with: delimiter(style))
        case (.object(let members), let style):
            let elements = members.flatMap { key, member in member == .null ? [] : [.string(key), member] }
            try add(parameter, joining: elements, with: delimiter(style))
        case (.null, _), (.bool, _), (.number, _), (.string, _):
            try add(parameter, scalar: value)
        }
    }

    /// OpenAPI leaves nested values of `deepObject` open; brackets within brackets are what servers understand.
    private mutating func addDeep(_ value: JSONValue, named name: String) throws {
        switch value {
        case .object(let members):
            for (key, member) in members {
                try addDeep(member, named: "\(name)[\(key)]")
            }
        case .array(let elements):
            for element in elements {
                try addDeep(element, named: name)
            }
        case .null, .bool, .number, .string:
            try add(name, scalar: value)
        }
    }

    mutating func add(_ name: String, scalar value: JSONValue) throws {
        guard let text = try ParameterText.scalar(value) else { return }
        append(name, PercentEncoding.queryComponent(text))
    }

    mutating func add(_ name: String, joining elements: [JSONValue], with delimiter: String) throws {
        let texts = try elements.compactMap { try ParameterText.scalar($0) }
        guard !texts.isEmpty else { return }
        append(name, texts.map { PercentEncoding.queryComponent($0) }.joined(separator: delimiter))
    }

    private mutating func append(_ name: String, _ encodedValue: String) {
        let encodedName = PercentEncoding.queryComponent(name)
        pairs.append(QueryPair(parameter: parameter, name: name, text: "\(encodedName)=\(encodedValue)"))
    }

    private func delimiter(_ style: QueryStyle) -> String {
        switch style {
        case .form, .deepObject: ","
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        }
    }
}
