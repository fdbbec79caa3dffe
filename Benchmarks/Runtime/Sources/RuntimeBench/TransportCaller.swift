import Foundation
import SDKAsyncHTTPClient
import SDKRuntime

/// The same requests over the transport of the generated client, with Foundation's coders: what lies between this and the
/// generated client is what the call's runtime costs.
struct TransportCaller: Caller {
    private let transport: any HTTPTransport = AsyncHTTPClientTransport()
    private let timeouts = TransportTimeouts(connect: .seconds(5), headers: .seconds(600), idle: .seconds(600))
    private let authority: String
    private let headers: HTTPFields
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init(port: Int) async throws {
        authority = "127.0.0.1:\(port)"
        headers = try await SentHeaders.ofGeneratedCall()
        encoder.outputFormatting = .withoutEscapingSlashes
    }

    func call() async throws -> Int {
        let response = try await send(
            .post,
            "/v1/messages",
            .bytes(encoder.encode(Twins.MessageParams.standard)),
            accept: "application/json"
        )
        return try await decoder.decode(Twins.Message.self, from: response.collect()).usage.outputTokens
    }

    func events(_ count: Int, together: Int) async throws -> Int {
        var params = Twins.MessageParams.standard
        params.stream = true
        let path = "/v1/messages?events=\(count)&together=\(together)"
        let body = try await send(.post, path, .bytes(encoder.encode(params)), accept: "text/event-stream")
        var splitter = EventSplitter()
        var events = 0
        for try await chunk in body {
            for event in splitter.split(.init(bytes: chunk)) {
                events += 1
                guard event.name == "content_block_delta" else { continue }
                _ = try decoder.decode(Twins.ContentBlockDeltaEvent.self, from: event.data)
            }
        }
        return events
    }

    func upload(_ path: String) async throws -> Int { throw Usage() }

    func download(_ bytes: Int, to path: String) async throws { throw Usage() }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: HTTPRequestBody,
        accept: String
    ) async throws -> HTTPBodyStream {
        var request = HTTPRequest(
            method: method,
            scheme: "http",
            authority: authority,
            path: path,
            headerFields: headers
        )
        request.headerFields[.accept] = accept
        let response = try await transport.send(request, body: body, timeouts: timeouts)
        guard response.head.status == .ok else { throw WrongAnswer() }
        return response.body
    }
}
