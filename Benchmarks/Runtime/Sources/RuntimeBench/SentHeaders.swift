import SDKRuntime

/// The header fields of the generated client's requests, so that those by hand have the same.
enum SentHeaders {
    static func ofGeneratedCall() async throws -> HTTPFields {
        let transport = HeaderRecorder()
        _ = try? await GeneratedCaller(port: 80, transport: transport).call()
        guard let fields = await transport.record.fields else { throw WrongAnswer() }
        return fields
    }
}

/// Keeps the header fields of a request, and answers none.
private struct HeaderRecorder: HTTPTransport {
    let record = Record()

    actor Record {
        private(set) var fields: HTTPFields?

        func keep(_ fields: HTTPFields) { self.fields = fields }
    }

    func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        await record.keep(request.headerFields)
        throw WrongAnswer()
    }
}
