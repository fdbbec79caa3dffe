package import Foundation
package import SDKRuntime

/// A transport that answers from a script and keeps what it was asked to send. The last step repeats.
package actor ScriptedTransport: HTTPTransport {
    /// What the transport does about one request.
    package enum Step: Sendable {
        case respond(status: Int, headers: HTTPFields, body: Data)
        case fail(any Error)
    }

    /// A request as it reached the transport.
    package struct Sent: Sendable {
        package let request: HTTPRequest
        package let body: Data?
        package let timeouts: TransportTimeouts

        /// The request's URL.
        package var url: String {
            "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
        }

        /// The value of a header; several fields of one name are joined.
        package func header(_ name: String) -> String? {
            HTTPField.Name(name).flatMap { request.headerFields[$0] }
        }
    }

    /// The requests in order.
    package private(set) var sent: [Sent] = []

    private let steps: [Step]

    package init(_ steps: [Step]) {
        self.steps = steps
    }

    /// A transport that answers every request alike.
    package init(status: Int = 200, headers: HTTPFields = [:], body: String = "{}") {
        self.init([.respond(status: status, headers: headers, body: Data(body.utf8))])
    }

    package func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        let content: Data? =
            switch body {
            case .none: nil
            case .bytes(let bytes): bytes
            case .stream(let stream): try await stream.collect()
            }
        sent.append(Sent(request: request, body: content, timeouts: timeouts))
        switch steps.isEmpty ? .fail(ScriptEnded()) : steps[min(sent.count, steps.count) - 1] {
        case .respond(let status, let headers, let body):
            let head = HTTPResponse(status: .init(code: status), headerFields: headers)
            return TransportResponse(head: head, body: HTTPBodyStream(body))
        case .fail(let error):
            throw error
        }
    }

    struct ScriptEnded: Error {}
}
