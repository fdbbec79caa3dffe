// Path and query parameters.

extension APIRequest {
    /// Sets the value of a path parameter, in OpenAPI's default style.
    ///
    /// The value is a string, number, boolean, or an array of these. Empty values are refused when the request is sent:
    /// they would turn the path into that of another operation.
    public mutating func path(_ name: String, _ value: some JSONCodable) {
        addPathParameter(name, format: nil) { try $0.json(value) }
    }

    /// Sets the value of a path parameter in a stated style (OpenAPI 3.2, section 4.12.2.2).
    ///
    /// - Parameters:
    ///   - name: The name between braces in the path.
    ///   - value: A string, number, boolean, or an array or object of these.
    ///   - style: How arrays and objects are written.
    ///   - explode: Whether each element is written with what the style puts between several.
    ///   - allowsReserved: Whether slashes and percent-escapes stay as they are, so that the value may span several
    ///     segments of the path (RFC 6570, section 3.2.3). Segments that lead to another path are refused all the same.
    public mutating func path(
        _ name: String,
        _ value: some JSONCodable,
        style: PathStyle = .simple,
        explode: Bool = false,
        allowsReserved: Bool = false
    ) {
        let format = PathFormat(style: style, explode: explode, allowsReserved: allowsReserved)
        addPathParameter(name, format: format) { try $0.json(value) }
    }

    /// Sets a path parameter to the JSON text of a value (a parameter with `content`).
    public mutating func path(_ name: String, json value: some JSONCodable) {
        addPathParameter(name, format: nil) { .string(try $0.text(value)) }
    }

    /// Adds a query parameter in the service's format. Nil, null and empty arrays are left out.
    public mutating func query(_ name: String, _ value: (some JSONCodable)?) {
        addQueryParameter(name, format: nil) { notes in try value.map { try notes.json($0) } }
    }

    /// Adds a query parameter in a stated style.
    ///
    /// - Parameters:
    ///   - name: The parameter's name, before it is escaped.
    ///   - value: A string, number, boolean, or an array or object of these. Nil, null and empty arrays are left out.
    ///   - style: How arrays and objects are written (OpenAPI 3.2, section 4.12.2.2).
    ///   - explode: Whether each element is a parameter of its own. Nil: true for ``QueryStyle/form``, else false.
    ///   - allowsReserved: Whether reserved characters and percent-escapes in values stay as they are, but for those
    ///     that would end the value.
    public mutating func query(
        _ name: String,
        _ value: (some JSONCodable)?,
        style: QueryStyle = .form,
        explode: Bool? = nil,
        allowsReserved: Bool = false
    ) {
        let format = QueryParameter.Format(style: style, explode: explode, allowsReserved: allowsReserved)
        addQueryParameter(name, format: format) { notes in try value.map { try notes.json($0) } }
    }

    /// Adds a query parameter with the JSON text of a value (a parameter with `content`). Nil is left out.
    public mutating func query(_ name: String, json value: (some JSONCodable)?) {
        addQueryParameter(name, format: nil) { notes in try value.map { .string(try notes.text($0)) } }
    }

    /// Sets the whole query to an object as `application/x-www-form-urlencoded` (a parameter in `querystring`, OpenAPI
    /// 3.2, section 4.12.1). Nil sets none.
    ///
    /// - Parameters:
    ///   - value: The object whose members are the parameters.
    ///   - encoding: How single members are written, by their name.
    public mutating func queryString(_ value: (some JSONCodable)?, encoding: [String: FormEncoding] = [:]) {
        guard let value else { return }
        do {
            queryString = .form(try deprecations.json(value), encoding)
        } catch {
            fail(.invalidArgument, "the query", error)
        }
    }

    /// Sets the whole query to the JSON text of a value. Nil sets none.
    public mutating func queryString(json value: (some JSONCodable)?) {
        guard let value else { return }
        do {
            queryString = .text(PercentEncoding.queryComponent(try deprecations.text(value)))
        } catch {
            fail(.invalidArgument, "the query", error)
        }
    }

    /// Sets the whole query to a text, in which only characters that no query can have are percent-encoded. Nil sets
    /// none.
    public mutating func queryString(text: String?) {
        guard let text else { return }
        queryString = .text(PercentEncoding.literalQuery(text))
    }

    private mutating func addPathParameter(
        _ name: String,
        format: PathFormat?,
        _ value: (inout DeprecationNotes) throws -> JSONValue
    ) {
        do {
            pathParameters.append(PathParameter(name: name, value: try value(&deprecations), format: format))
        } catch {
            fail(.invalidPathParameter, "path parameter '\(name)'", error)
        }
    }

    private mutating func addQueryParameter(
        _ name: String,
        format: QueryParameter.Format?,
        _ value: (inout DeprecationNotes) throws -> JSONValue?
    ) {
        do {
            guard let value = try value(&deprecations) else { return }
            queryParameters.append(QueryParameter(name: name, value: value, format: format))
        } catch {
            fail(.invalidArgument, "query parameter '\(name)'", error)
        }
    }
}

/// A query that is given as a whole.
enum QueryString: Sendable {
    case form(JSONValue, [String: FormEncoding])
    /// Percent-encoded text.
    case text(String)
}

/// JSON text inside a parameter or a form.
enum JSONText {
    static func compact(_ value: some JSONCodable) throws -> String {
        try JSONWriter.bytes(of: value) { String(decoding: $0, as: UTF8.self) }
    }
}
