// Header and cookie parameters.

extension APIRequest {
    /// Sets a header from a parameter of the operation. Arrays are joined with commas.
    ///
    /// - Parameters:
    ///   - name: The header's name.
    ///   - value: What the caller gave. Nil, null and empty arrays set nothing.
    ///   - forced: Values that the operation always sends, after the caller's own. None is sent twice.
    public mutating func header(_ name: String, _ value: (some JSONCodable)?, appending forced: String...) {
        addHeader(name) { notes in
            let values = try value.map { try HeaderParameter.values(notes.json($0)) }
            return HeaderParameter.merge(values ?? [], appending: forced)
        }
    }

    /// Sets a header to values that the operation always sends.
    public mutating func header(_ name: String, appending forced: String...) {
        addHeader(name) { _ in HeaderParameter.merge([], appending: forced) }
    }

    /// Sets a header from a parameter of the operation, in style `simple` (OpenAPI 3.2, section 4.12.2.2).
    ///
    /// - Parameters:
    ///   - name: The header's name.
    ///   - value: What the caller gave. Nil, null, and empty arrays and objects set nothing.
    ///   - explode: Whether the members of an object are written as `name=value`.
    public mutating func header(_ name: String, _ value: (some JSONCodable)?, explode: Bool) {
        addHeader(name) { notes in
            try value.map { try HeaderParameter.pieces(notes.json($0), explode: explode) } ?? []
        }
    }

    /// Sets a header to the JSON text of a value (a parameter with `content`). Nil sets nothing.
    public mutating func header(_ name: String, json value: (some JSONCodable)?) {
        addHeader(name) { notes in try value.map { [try notes.text($0)] } ?? [] }
    }

    /// Says which media type the response is wanted in: the `Accept` header (RFC 9110, section 12.5.1).
    public mutating func accept(_ mediaType: String) {
        headers["Accept"] = mediaType
    }

    /// Adds a cookie from a parameter of the operation. Nil, null, and empty arrays and objects add none.
    ///
    /// All cookies of a call go into one `Cookie` header, after those that the caller has set there. A cookie of the
    /// caller's replaces one of the same name.
    ///
    /// - Parameters:
    ///   - name: The cookie's name.
    ///   - value: What the caller gave.
    ///   - style: Whether values are percent-encoded.
    ///   - explode: Whether each element, and each member of an object, is a cookie of its own.
    public mutating func cookie(
        _ name: String,
        _ value: (some JSONCodable)?,
        style: CookieStyle = .form,
        explode: Bool = true
    ) {
        addCookies(name) { notes in
            try value.map { try RequestCookie.cookies(name, notes.json($0), style, explode: explode) } ?? []
        }
    }

    /// Adds a cookie with the JSON text of a value, percent-encoded (a parameter with `content`). Nil adds none.
    public mutating func cookie(_ name: String, json value: (some JSONCodable)?) {
        addCookies(name) { notes in
            try value.map { try RequestCookie.cookies(name, .string(notes.text($0)), .form, explode: true) } ?? []
        }
    }

    private mutating func addHeader(_ name: String, _ pieces: (inout DeprecationNotes) throws -> [String]) {
        do {
            let pieces = try pieces(&deprecations)
            if !pieces.isEmpty {
                headers[name] = pieces.joined(separator: ",")
            }
        } catch {
            fail(.invalidArgument, "header '\(name)'", error)
        }
    }

    private mutating func addCookies(_ name: String, _ added: (inout DeprecationNotes) throws -> [RequestCookie]) {
        do {
            cookies += try added(&deprecations)
        } catch {
            fail(.invalidArgument, "cookie '\(name)'", error)
        }
    }
}
