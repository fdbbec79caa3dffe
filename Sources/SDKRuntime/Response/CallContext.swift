import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of a call while its response is read: how errors name it, what stays out of them, and how its values
/// are decoded.
///
/// A class: whatever comes of a response has one, and it is large.
final class CallContext: Sendable {
    let service: ServiceDescription
    private let sent: SentRequest
    let decoding: DecodingMode
    private let log: ClientLog

    init(_ sent: SentRequest, _ core: ClientCore) {
        service = core.service
        self.sent = sent
        decoding = core.options.decoding
        log = core.configuration.log
    }

    /// The URL that the request went to, without the credentials of its query.
    var url: String { sent.url }

    private var redactor: Redactor { sent.redactor }
}

extension CallContext: CustomReflectable {
    /// Nothing: the request has credentials, and what holds this may be dumped.
    var customMirror: Mirror { Mirror(self, children: []) }
}

// MARK: - Values

extension CallContext {
    /// Decodes a value, and logs what is odd about it.
    ///
    /// - Parameters:
    ///   - subject: What the bytes are, for messages: `the response`.
    ///   - bytes: The whole body of the response, or a piece that is a value by itself.
    ///   - mediaType: What the bytes are.
    ///   - content: What an error keeps as its body. Nil: the bytes.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding``.
    func value<Value: JSONCodable>(
        _ subject: String = "the response",
        from bytes: Data,
        as mediaType: MediaType?,
        in head: ResponseHead,
        keeping content: Data? = nil
    ) throws -> Value {
        do {
            let (value, issues) = try ResponseDecoding(mode: decoding).decode(Value.self, from: bytes, as: mediaType)
            report(issues, subject)
            return value
        } catch {
            throw failure(
                .decoding,
                "\(subject) is not a \(Value.self): \(error)",
                content ?? bytes,
                in: head,
                underlyingError: error
            )
        }
    }

    /// Logs what is odd about a value.
    func report(_ issues: [DecodingIssue], _ subject: String) {
        guard !issues.isEmpty else { return }
        log.warn(
            redactor.text(
                "\(sent.label): \(subject) departs from the description: "
                    + issues.map { "\($0)" }.joined(separator: "; ")
            )
        )
    }

    /// Logs an error that ends a stream, which the caller may not be waiting for any more.
    func report(_ error: any Error) {
        log.warn(redactor.text("the stream ends: \(error)"))
    }
}

// MARK: - Errors

extension CallContext {
    /// What a call throws for an error of its transport.
    ///
    /// - Parameter head: The head of the response, if it had arrived.
    func error(for error: any Error, after head: ResponseHead? = nil) -> any Error {
        if Task.isCancelled {
            return CancellationError()
        }
        guard let error = error as? TransportError else {
            return error
        }
        let redactor = redactor
        let message = error.underlyingError.map { "\(error.message): \($0)" } ?? error.message
        return APIError(
            kind: APIError.Kind(error.kind),
            message: redactor.text(message),
            request: sent.label,
            response: head.map {
                ErrorResponse(APIResponse($0, body: Data()), service.errorBody, redactor).withoutStatus
            },
            underlyingError: error.underlyingError ?? error
        )
    }

    /// What a call throws for a response whose status is no success.
    func statusError(_ response: APIResponse) -> APIError {
        let redactor = redactor
        let details = ErrorResponse(response, service.errorBody, redactor)
        let refusal = sent.redirectRefusal.map { "; the redirect is not followed: \($0)" } ?? ""
        return APIError(
            kind: .status(response.status),
            message: details.message + redactor.text(refusal),
            request: sent.label,
            response: details
        )
    }

    /// What a stream throws for an event that reports an error. The response's status was one of success, so that the
    /// error has none: its type alone tells the kind.
    func eventError(_ data: Data, in head: ResponseHead) -> APIError {
        let details = ErrorResponse(APIResponse(head, body: data), service.errorBody, redactor).withoutStatus
        return APIError(
            kind: service.errorBody.kind(ofType: details.type),
            message: data.isEmpty ? "the stream reports an error without saying which" : details.message,
            request: sent.label,
            response: details
        )
    }

    /// An error of the runtime's own about a response of success.
    ///
    /// - Parameter content: What the error keeps as its body.
    func failure(
        _ kind: APIError.Kind,
        _ message: String,
        _ content: Data = Data(),
        in head: ResponseHead,
        underlyingError: (any Error)? = nil
    ) -> APIError {
        let redactor = redactor
        return APIError(
            kind: kind,
            message: redactor.text(message),
            request: sent.label,
            response: ErrorResponse(APIResponse(head, body: content), service.errorBody, redactor),
            underlyingError: underlyingError
        )
    }
}

extension APIError.Kind {
    /// The kind of what a transport reports.
    fileprivate init(_ kind: TransportError.Kind) {
        switch kind {
        case .connection: self = .connection
        case .timeout: self = .timeout
        case .content: self = .decoding
        }
    }
}
