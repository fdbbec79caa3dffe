import HTTPTypes

/// A call that has its response.
struct CompletedExchange {
    let prepared: PreparedRequest
    let response: APIResponse
}

extension ClientCore {
    /// Makes a call: checks it, sends it, and reads the response to its end.
    ///
    /// - Throws: ``APIError`` when the call cannot be sent, no response came, or its status is no success.
    func perform(_ request: APIRequest, _ options: RequestOptions) async throws -> CompletedExchange {
        let prepared = try prepare(request, options)
        let response = try await attempt(prepared, retries: 0)
        for recorder in recorders {
            await recorder.record(response)
        }
        guard (200..<300).contains(response.status) else {
            throw statusError(response, prepared)
        }
        return CompletedExchange(prepared: prepared, response: response)
    }

    /// Sends the request once.
    private func attempt(_ prepared: PreparedRequest, retries: Int) async throws -> APIResponse {
        try Task.checkCancellation()
        let log = AttemptLog(configuration, prepared)
        let request = prepared.attempt(retries: retries)
        log.willSend(request, prepared.body)
        do {
            let response = try await configuration.transport.send(
                request,
                body: prepared.body,
                timeouts: prepared.timeouts
            )
            if let receiver, (200..<300).contains(response.head.status.code) {
                let unread = UnreadResponse(response, service: service)
                log.didReceive(unread)
                await receiver.take(unread)
                throw ResponseHandedOver()
            }
            let body = try await response.body.collect()
            try Task.checkCancellation()
            let received = APIResponse(head: response.head, body: body, service: service)
            log.didReceive(received)
            return received
        } catch let end as ResponseHandedOver {
            throw end
        } catch {
            log.didFail(error)
            throw callError(error, prepared)
        }
    }

    /// What a call throws for an error of an attempt.
    private func callError(_ error: any Error, _ prepared: PreparedRequest) -> any Error {
        if Task.isCancelled {
            return CancellationError()
        }
        guard let error = error as? TransportError else {
            return error
        }
        let redactor = prepared.redactor
        let message = error.underlyingError.map { "\(error.message): \($0)" } ?? error.message
        return APIError(
            kind: error.kind == .timeout ? .timeout : .connection,
            message: redactor.text(message),
            request: redactor.text(prepared.label),
            underlyingError: error.underlyingError ?? error
        )
    }

    private func statusError(_ response: APIResponse, _ prepared: PreparedRequest) -> APIError {
        let redactor = prepared.redactor
        let details = ErrorResponse(response, service.errorBody, redactor)
        return APIError(
            kind: .status(response.status),
            message: details.message,
            request: redactor.text(prepared.label),
            response: details
        )
    }

    /// Reads the value of a response, and logs what is odd about it.
    func value<Value: JSONCodable>(of exchange: CompletedExchange) throws -> Value {
        let response = exchange.response
        do {
            let (value, issues) = try ResponseDecoding(mode: options.decoding).decode(Value.self, from: response)
            log(issues, exchange)
            return value
        } catch {
            let redactor = exchange.prepared.redactor
            throw APIError(
                kind: .decoding,
                message: redactor.text("the response is not a \(Value.self): \(error)"),
                request: redactor.text(exchange.prepared.label),
                response: ErrorResponse(response, service.errorBody, redactor),
                underlyingError: error
            )
        }
    }

    private func log(_ issues: [DecodingIssue], _ exchange: CompletedExchange) {
        guard !issues.isEmpty else { return }
        configuration.log.warn(
            exchange.prepared.redactor.text(
                "\(exchange.prepared.label): the response departs from the description: "
                    + issues.map { "\($0)" }.joined(separator: "; ")
            )
        )
    }
}
