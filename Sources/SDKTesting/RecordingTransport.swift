public import HTTPTypes
public import SDKRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// import Foundation
// import SDKDefaultTransport
// -->
/// A transport that passes everything on to another one and keeps what it sees, to be replayed later.
///
/// ```swift
/// let recorder = RecordingTransport(makeDefaultTransport(), service: AnthropicClient.service)
/// let client = try AnthropicClient(options: .init(transport: recorder))
/// _ = try await client.models.retrieve(modelID: "claude-opus-4-8")
/// try await recorder.write(to: URL(filePath: "add-resource.har"))
/// ```
///
/// Secrets are masked before they are kept: the values of `Authorization`, `X-Api-Key`, `Cookie`, `Set-Cookie` and the
/// service's credential headers, also where a body repeats them. A request's stream is read into memory first; responses
/// stay streams.
public struct RecordingTransport: HTTPTransport {
    private let base: any HTTPTransport
    private let credentials: [CredentialDescription]
    private let secretHeaders: Set<String>
    private let recorder = Recorder()

    /// Makes a recording transport.
    ///
    /// - Parameters:
    ///   - base: What sends the requests.
    ///   - service: The service, whose credential headers are masked.
    ///   - secretHeaders: Names of further headers that are masked.
    public init(_ base: any HTTPTransport, service: ServiceDescription? = nil, secretHeaders: Set<String> = []) {
        self.base = base
        credentials = service?.credentials ?? []
        self.secretHeaders = secretHeaders
    }

    /// What has been recorded so far.
    public var archive: HTTPArchive {
        get async { await recorder.archive }
    }

    /// Writes what has been recorded so far to a HAR file, which is replaced at once or not at all.
    public func write(to url: URL) async throws {
        try await archive.write(to: url)
    }

    /// Passes a request on, and keeps it with its response.
    ///
    /// - Throws: What the other transport throws. A request without a response is not kept.
    public func send(
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
        let mask = mask(for: request.headerFields)
        let entry = await recorder.begin(HTTPArchive.Request(request, content, mask), mask)
        var response = try await base.send(request, body: content.map { .bytes($0) } ?? .none, timeouts: timeouts)
        await recorder.receive(response.head, for: entry)
        let received = response.body
        response.body = HTTPBodyStream(length: received.length) { [recorder] in
            var chunks = received.makeAsyncIterator()
            return HTTPBodyStream.AsyncIterator {
                guard let chunk = try await chunks.next() else { return nil }
                await recorder.receive(chunk, for: entry)
                return chunk
            }
        }
        return response
    }

    private func mask(for fields: HTTPFields) -> SecretMask {
        SecretMask(redactor: Redactor(credentials: credentials, headers: secretHeaders).adding(fields))
    }
}

/// What must not get into a recording of one exchange.
struct SecretMask: Sendable {
    let redactor: Redactor

    func pairs(_ fields: HTTPFields) -> [HTTPArchive.Pair] {
        fields.map { field in
            let isSecret = redactor.isSecret(header: field.name.canonicalName)
            return HTTPArchive.Pair(field.name.rawName, isSecret ? Redactor.mask : redactor.text(field.value))
        }
    }

    /// Bytes without secrets. Bytes that are no text stay as they are.
    func bytes(_ bytes: Data) -> Data {
        guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        return Data(redactor.text(text).utf8)
    }
}
