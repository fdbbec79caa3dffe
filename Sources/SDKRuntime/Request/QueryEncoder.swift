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
        var fields = EncodedFields(parameter: parameter.name, escaping: .query)
        do {
            if let format = parameter.format ?? openAPIDefault {
                try add(parameter.value, format, to: &fields)
            } else {
                try add(parameter.value, named: parameter.name, to: &fields)
            }
            return fields.queryPairs
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
            var fields = EncodedFields(parameter: name, escaping: .form)
            do {
                try add(value, encoding[name], named: name, to: &fields)
            } catch {
                throw Self.failure("'\(name)' of \(subject)", error)
            }
            return fields.queryPairs
        }
    }

    /// The names and texts that a value has in a style, or in the service's format, where nothing is escaped: the parts
    /// of a multipart body.
    func parts(_ name: String, _ value: JSONValue, _ format: QueryParameter.Format?) throws -> [EncodedFields.Field] {
        var fields = EncodedFields(parameter: name, escaping: .none)
        if let format {
            try add(value, format, to: &fields)
        } else {
            try add(value, named: name, to: &fields)
        }
        return fields.fields
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
    private func add(_ value: JSONValue, named name: String, to fields: inout EncodedFields) throws {
        switch value {
        case .array(let elements) where arrays == .comma:
            try fields.add(name, joining: elements, with: ",")
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try add(element, named: elementName(name, index), to: &fields)
            }
        case .object(let members):
            for (key, member) in members {
                try add(member, named: memberName(name, key), to: &fields)
            }
        case .null, .bool, .number, .string:
            try fields.add(name, value)
        }
    }

    /// A member of a form.
    private func add(
        _ value: JSONValue,
        _ encoding: FormEncoding?,
        named name: String,
        to fields: inout EncodedFields
    ) throws {
        if let format = encoding?.format {
            try add(value, format, to: &fields)
        } else if let type = encoding?.contentType, MediaType(type)?.isJSON == true {
            for element in value.arrayValue ?? [value] where element != .null {
                try fields.add(name, .string(JSONText.compact(element)))
            }
        } else if arrays != .openAPI {
            try add(value, named: name, to: &fields)
        } else {
            for element in value.arrayValue ?? [value] { try fields.add(name, element) }
        }
    }

    func elementName(_ name: String, _ index: Int) -> String {
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
    private func add(_ value: JSONValue, _ format: QueryParameter.Format, to fields: inout EncodedFields) throws {
        fields.allowsReserved = format.allowsReserved
        let name = fields.parameter
        switch (value, format.style) {
        case (.object(let members), .deepObject):
            for (key, member) in members {
                try addDeep(member, named: "\(name)[\(key)]", to: &fields)
            }
        case (.array, .deepObject):
            try addDeep(value, named: name, to: &fields)
        case (.array(let elements), _) where format.explode:
            for element in elements {
                try fields.add(name, element)
            }
        case (.object(let members), _) where format.explode:
            for (key, member) in members {
                try fields.add(key, member)
            }
        case (.array(let elements), let style):
            try fields.add(name, joining: elements, with: fields.delimiter(style))
        case (.object(let members), let style):
            let elements = members.flatMap { key, member in member == .null ? [] : [.string(key), member] }
            try fields.add(name, joining: elements, with: fields.delimiter(style))
        case (.null, _), (.bool, _), (.number, _), (.string, _):
            try fields.add(name, value)
        }
    }

    /// OpenAPI leaves nested values of `deepObject` open; brackets within brackets are what servers understand.
    private func addDeep(_ value: JSONValue, named name: String, to fields: inout EncodedFields) throws {
        switch value {
        case .object(let members):
            for (key, member) in members {
                try addDeep(member, named: "\(name)[\(key)]", to: &fields)
            }
        case .array(let elements):
            // Without an index, members of different elements could not be told apart.
            let isNested = elements.contains { $0.arrayValue != nil || $0.objectValue != nil }
            for (index, element) in elements.enumerated() {
                let elementName = isNested && arrays != .brackets ? "\(name)[\(index)]" : elementName(name, index)
                try addDeep(element, named: elementName, to: &fields)
            }
        case .null, .bool, .number, .string:
            try fields.add(name, value)
        }
    }
}
