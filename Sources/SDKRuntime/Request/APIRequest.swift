public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One call of an operation, as generated code describes it: the template of its path and the values of its parameters.
///
/// ```swift
/// var request = APIRequest(.post, "/v1/sessions/{session_id}/resources")
/// request.path("session_id", sessionID)
/// request.query("beta", "true")
/// request.body(params)
/// ```
///
/// Filling in values does not throw. The first one that cannot be written is reported when the request is sent, before
/// anything goes over the network.
public struct APIRequest: Sendable {
    enum Target: Sendable {
        case template(String)
        case url(String)
    }

    enum Body: Sendable {
        case none
        case json(any JSONCodable)
        case bytes(Data, contentType: String)
        case stream(HTTPBodyStream, contentType: String)
    }

    let method: HTTPRequest.Method
    private(set) var target: Target
    private(set) var pathParameters: [PathParameter] = []
    private(set) var queryParameters: [QueryParameter] = []
    private(set) var headers = HeaderLayer()
    private(set) var body: Body = .none

    /// The first value that could not be turned into a parameter.
    private(set) var failure: APIError?

    /// Whether the operation wants the client's credentials. An operation that declares that it needs none is sent
    /// without.
    public var usesCredentials = true

    /// Makes a request for a path below the client's base URL.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - template: The path, with `{name}` where values go and with a query if it has a fixed one. A template that
    ///     begins with `http://` or `https://` overrides the base URL.
    public init(_ method: HTTPRequest.Method, _ template: String) {
        self.method = method
        target = .template(template)
    }

    /// Makes a request for a complete URL, such as one from an earlier response.
    ///
    /// Credentials and the client's default headers go along only if the URL has the origin of the client's base URL.
    public init(_ method: HTTPRequest.Method, url: String) {
        self.method = method
        target = .url(url)
    }
}

extension APIRequest {
    /// Sets the value of a path parameter, in OpenAPI's default style.
    ///
    /// The value is a string, number, boolean, or an array of these. Empty values are refused when the request is sent:
    /// they would turn the path into that of another operation.
    public mutating func path(_ name: String, _ value: some JSONCodable) {
        addPathParameter(name, value, format: nil)
    }

    /// Sets the value of a path parameter in a stated style (OpenAPI 3.1, section 4.8.12.2).
    public mutating func path(_ name: String, _ value: some JSONCodable, style: PathStyle, explode: Bool = false) {
        addPathParameter(name, value, format: PathFormat(style: style, explode: explode))
    }

    /// Adds a query parameter in the service's format. Nil, null and empty arrays are left out.
    public mutating func query(_ name: String, _ value: (some JSONCodable)?) {
        addQueryParameter(name, value, format: nil)
    }

    /// Adds a query parameter in a stated style.
    ///
    /// - Parameters:
    ///   - style: How arrays and objects are written (OpenAPI 3.1, section 4.8.12.2).
    ///   - explode: Whether each element is a parameter of its own. Nil: true for ``QueryStyle/form``, else false.
    public mutating func query(
        _ name: String,
        _ value: (some JSONCodable)?,
        style: QueryStyle,
        explode: Bool? = nil
    ) {
        let format = QueryParameter.Format(style: style, explode: explode ?? (style == .form))
        addQueryParameter(name, value, format: format)
    }

    /// Sets a header from a parameter of the operation. Arrays are joined with commas.
    ///
    /// - Parameters:
    ///   - name: The header's name.
    ///   - value: What the caller gave. Nil, null and empty arrays set nothing.
    ///   - forced: Values that the operation always sends, after the caller's own. None is sent twice.
    public mutating func header(_ name: String, _ value: (some JSONCodable)?, appending forced: String...) {
        addHeader(name, text: { try value.map { try HeaderParameter.values(JSONValue(encoding: $0)) } }, forced)
    }

    /// Sets a header to values that the operation always sends.
    public mutating func header(_ name: String, appending forced: String...) {
        addHeader(name, text: { nil }, forced)
    }

    /// Sets the content to a value, written as JSON when the request is sent.
    public mutating func body(_ value: some JSONCodable) {
        body = .json(value)
    }

    /// Sets the content to bytes that are sent untouched.
    public mutating func body(bytes: Data, contentType: String) {
        body = .bytes(bytes, contentType: contentType)
    }

    /// Sets the content to a stream that is sent untouched, chunk by chunk.
    public mutating func body(stream: HTTPBodyStream, contentType: String) {
        body = .stream(stream, contentType: contentType)
    }
}

extension APIRequest {
    /// The same call at another URL, which is complete: its query takes the place of this one's.
    ///
    /// - Parameter keepsHeader: Whether the call's own header of that name goes along.
    func moved(to url: String, keepsHeader: (String) -> Bool) -> APIRequest {
        var request = self
        request.target = .url(url)
        request.pathParameters = []
        request.queryParameters = []
        request.headers = headers.filtered(keepsHeader)
        return request
    }

    private mutating func addPathParameter(_ name: String, _ value: some JSONCodable, format: PathFormat?) {
        do {
            pathParameters.append(PathParameter(name: name, value: try JSONValue(encoding: value), format: format))
        } catch {
            fail(.invalidPathParameter, "path parameter '\(name)'", error)
        }
    }

    private mutating func addQueryParameter(
        _ name: String,
        _ value: (some JSONCodable)?,
        format: QueryParameter.Format?
    ) {
        guard let value else { return }
        do {
            queryParameters.append(QueryParameter(name: name, value: try JSONValue(encoding: value), format: format))
        } catch {
            fail(.invalidArgument, "query parameter '\(name)'", error)
        }
    }

    private mutating func addHeader(_ name: String, text: () throws -> [String]?, _ forced: [String]) {
        do {
            let values = HeaderParameter.merge(try text() ?? [], appending: forced)
            if !values.isEmpty {
                headers[name] = values.joined(separator: ",")
            }
        } catch {
            fail(.invalidArgument, "header '\(name)'", error)
        }
    }

    private mutating func fail(_ kind: APIError.Kind, _ subject: String, _ error: any Error) {
        guard failure == nil else { return }
        failure = APIError(kind, "\(subject) cannot be written: \(error)", underlyingError: error)
    }
}
