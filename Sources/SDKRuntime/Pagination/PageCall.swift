/// A call for one page.
struct PageCall: Sendable {
    let core: ClientCore
    var request: APIRequest
    var options: RequestOptions

    /// What names a page among those of a list.
    enum Identity: Hashable, Sendable {
        case parameter(String, String)
        case body(JSONValue)
        case url(String)
    }

    /// What the call sends for a query parameter, whoever has set it.
    func parameter(_ name: String) -> JSONValue? {
        let value =
            options.query[name] ?? request.queryParameters.last { $0.name == name }?.value
            ?? core.options.defaultQuery[name]
        return value == .null ? nil : value
    }

    /// What the call sends for a member of its JSON body, whoever has set it.
    private func bodyMember(_ name: String) -> JSONValue? {
        var value: JSONValue?
        if let field = options.bodyFields[name] {
            value = field.value
        } else if case .json(let body, _) = request.body {
            var notes = DeprecationNotes()
            value = (try? notes.json(body))?.objectValue?[name]
        }
        return value == .null ? nil : value
    }

    /// The call for another page.
    ///
    /// - Parameter response: What this call came to: a relative URL begins at its own.
    /// - Throws: ``APIError`` for a URL that no request can be sent to.
    func applying(_ move: PageMove, after response: APIResponse) throws -> PageCall {
        var call = self
        switch move {
        case .cursor(let name, let value), .position(let name, let value):
            call.options.query[name] = value
        case .bodyCursor(let name, let value):
            call.options.bodyFields[name] = .value(value)
        case .url(let reference):
            let url = try target(reference, after: response)
            (call.request, call.options) = try core.moved(request, options, to: url)
        }
        return call
    }

    private func target(_ reference: String, after response: APIResponse) throws -> RequestURL {
        let subject = "the URL of the next page"
        do {
            return try RequestURL(parsing: response.head.call.url, subject: subject)
                .resolving(reference, subject: subject)
        } catch {
            throw response.head.call.failure(.decoding, "\(error)", in: response.head, underlyingError: error)
        }
    }

    /// What names the call's page, in the terms of a move that led to it or that leads on from it; nil for a move that
    /// cannot lead back.
    func identity(after move: PageMove, at response: APIResponse? = nil) -> Identity? {
        switch move {
        case .position: return nil
        case .bodyCursor(let name, _): return bodyMember(name).map { .body($0) }
        case .cursor(let name, _): return parameter(name).map { .parameter(name, $0.stringValue ?? $0.description) }
        case .url:
            if let response { return .url(response.head.call.url) }
            guard case .url(let url) = request.target else { return nil }
            return .url(url)
        }
    }
}

/// What leads from one page to the next.
enum PageMove: Sendable {
    /// A query parameter names the page, as the service has told.
    case cursor(String, JSONValue)
    /// A member of the body names the page, as the service has told.
    case bodyCursor(String, JSONValue)
    /// A query parameter counts pages or items; it only grows.
    case position(String, JSONValue)
    /// A URL, absolute or relative to that of the page before.
    case url(String)
}

/// Where a pass over the pages of a list has come to.
struct PageProgress<Page> {
    let page: Page
    let itemCount: Int
    let response: APIResponse
    let call: PageCall
}
