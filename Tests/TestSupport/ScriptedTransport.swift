package import Foundation
package import SDKRuntime

/// A transport that answers from a script and keeps what it was asked to send. The last step repeats.
package actor ScriptedTransport: HTTPTransport {
    /// What the transport does about one request.
    package enum Step: Sendable {
        case respond(status: Int, headers: HTTPFields, body: Data)
        /// Answers with a body that arrives in chunks, which ``bodies`` keeps count of.
        case stream(status: Int = 200, headers: HTTPFields = [:], chunks: [Data], end: ScriptedBody.End = .normal)
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

    /// What has become of the bodies that arrive in chunks.
    package nonisolated let bodies = Locked(ScriptedBody.Counts())

    private let answer: @Sendable (Sent, Int) -> Step

    package init(_ steps: [Step]) {
        answer = { _, index in steps.isEmpty ? .fail(ScriptEnded()) : steps[min(index, steps.count - 1)] }
    }

    /// A transport that answers each request by what it asks for.
    package init(_ answer: @escaping @Sendable (Sent) -> Step) {
        self.answer = { sent, _ in answer(sent) }
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
        let received = Sent(request: request, body: content, timeouts: timeouts)
        sent.append(received)
        switch answer(received, sent.count - 1) {
        case .respond(let status, let headers, let body):
            let head = HTTPResponse(status: .init(code: status), headerFields: headers)
            return TransportResponse(head: head, body: HTTPBodyStream(body))
        case .stream(let status, let headers, let chunks, let end):
            let head = HTTPResponse(status: .init(code: status), headerFields: headers)
            return TransportResponse(head: head, body: ScriptedBody(chunks, end, bodies).stream)
        case .fail(let error):
            throw error
        }
    }

    struct ScriptEnded: Error {}
}
