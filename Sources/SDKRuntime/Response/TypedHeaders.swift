#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ResponseHead {
    /// Reads the header fields as a model whose rows have the names of headers, whatever the case.
    ///
    /// A missing header makes an optional member nil. What is odd otherwise is treated as in a body: by the client's
    /// decoding mode.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding``, in strict mode only.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        let json: Data
        do {
            json = try ModelEncoder().encode(HeaderModel(headers).object(for: type))
        } catch {
            throw call.failure(.decoding, "\(error)", in: self, underlyingError: error)
        }
        return try call.value("the header of the response", from: json, as: .json, in: self, keeping: Data())
    }
}

extension APIResponse {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try head.headers(as: type)
    }
}

extension CompletedResponse {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try raw.headers(as: type)
    }
}

extension UnreadResponse {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try head.headers(as: type)
    }
}

extension EventStream {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try response.headers(as: type)
    }
}

extension JSONLinesStream {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try response.headers(as: type)
    }
}

extension Download {
    /// Reads the header fields as a model; see ``ResponseHead/headers(as:)``.
    public func headers<Headers: APIModel>(as type: Headers.Type) throws -> Headers {
        try response.headers(as: type)
    }
}
