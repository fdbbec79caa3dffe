import HTTPTypes
import SDKRuntime

#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

extension URLRequest {
    init(_ request: HTTPRequest, _ timeouts: TransportTimeouts) throws {
        let text = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        guard let url = URL(string: text) else {
            throw TransportError(.connection, "'\(text)' is no URL")
        }
        self.init(url: url)
        httpMethod = request.method.rawValue
        for field in request.headerFields {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // The session's own limit of 60 s must not come before the caller's.
        let longest = max(timeouts.headers ?? Self.unlimited, timeouts.idle ?? Self.unlimited)
        timeoutInterval = min(longest, Self.unlimited) / .seconds(1)
    }

    private static var unlimited: Duration { .seconds(365 * 24 * 3600) }
}

extension HTTPResponse {
    init(_ response: HTTPURLResponse) {
        self.init(status: .init(code: max(0, min(response.statusCode, 999))))
        for (name, value) in response.allHeaderFields {
            if let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String {
                headerFields.append(HTTPField(name: name, value: value))
            }
        }
    }
}

enum SessionFailure {
    /// What the transport throws for an error of URLSession.
    static func translate(_ error: any Error) -> any Error {
        switch (error as? URLError)?.code {
        case .timedOut: TransportError(.timeout, "no answer in time", underlyingError: error)
        case .cancelled: CancellationError()
        case .cannotDecodeContentData, .cannotDecodeRawData:
            TransportError(.content, "the response cannot be unpacked", underlyingError: error)
        default: TransportError(.connection, "the connection failed", underlyingError: error)
        }
    }
}
