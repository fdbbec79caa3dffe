public import HTTPTypes
public import SDKRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// import Foundation
// import Testing
// let file = URL(filePath: "exchange.har")
// -->
/// A transport that answers from a recording, without a network.
///
/// ```swift
/// let replay = try ReplayTransport(contentsOf: file, service: AnthropicClient.service)
/// let client = try AnthropicClient(apiKey: "test", options: .init(transport: replay))
/// _ = try await client.models.retrieve(modelID: "claude-opus-4-8")
/// #expect(await replay.unusedEntries.isEmpty)
/// ```
///
/// A request is answered by the first entry that it matches and that has not answered another one. It matches when
/// method and URL are the same (the order of query parameters does not matter), the compared headers are, and the body
/// is: as JSON if both bodies are JSON, else byte for byte. A masked header in the recording matches anything.
public actor ReplayTransport: HTTPTransport {
    private let entries: [HTTPArchive.Entry]
    private let comparison: ReplayComparison
    private var used: Set<Int> = []

    /// Makes a transport that answers from an archive.
    ///
    /// - Parameters:
    ///   - archive: The recorded exchanges.
    ///   - headers: Which request headers have to be the same.
    ///   - service: The service, whose telemetry and credential headers are not compared by default.
    public init(_ archive: HTTPArchive, headers: ReplayHeaders = .standard, service: ServiceDescription? = nil) {
        entries = archive.entries
        comparison = ReplayComparison(headers: headers, service: service)
    }

    /// Makes a transport that answers from a HAR file.
    ///
    /// - Throws: What reading throws, and `DecodingError` when the file is no archive.
    public init(
        contentsOf url: URL,
        headers: ReplayHeaders = .standard,
        service: ServiceDescription? = nil
    ) throws {
        self.init(try HTTPArchive(contentsOf: url), headers: headers, service: service)
    }

    /// The entries that have answered no request yet.
    public var unusedEntries: [HTTPArchive.Entry] {
        entries.indices.filter { !used.contains($0) }.map { entries[$0] }
    }

    /// Answers a request.
    ///
    /// - Throws: ``ReplayMismatch`` when no entry matches, and `TransportError` when the recorded exchange failed.
    public func send(
        _ request: HTTPRequest,
        body: HTTPRequestBody,
        timeouts: TransportTimeouts
    ) async throws -> TransportResponse {
        let content: Data =
            switch body {
            case .none: Data()
            case .bytes(let bytes): bytes
            case .stream(let stream): try await stream.collect()
            }
        try Task.checkCancellation()
        let sent = SentRequest(request, content)
        var closest: ReplayMismatch.Closest?
        for index in entries.indices where !used.contains(index) {
            let differences = comparison.differences(entries[index].request, sent)
            if differences.isEmpty {
                used.insert(index)
                return try TransportResponse(entries[index].response)
            }
            let candidate = ReplayMismatch.Closest(entry: index, differences: differences)
            if closest.map({ candidate.distance < $0.distance }) ?? true {
                closest = candidate
            }
        }
        throw ReplayMismatch(request: sent.label, entryCount: entries.count, closest: closest)
    }
}

extension TransportResponse {
    /// The headers that describe the transfer of the recorded bytes, and not of those that are replayed.
    private static let transferHeaders: Set<String> = ["content-encoding", "content-length", "transfer-encoding"]

    fileprivate init(_ response: HTTPArchive.Response) throws {
        guard (100...999).contains(response.status) else {
            throw TransportError(.connection, "the recorded exchange has no response")
        }
        guard let bytes = response.content.bytes else {
            throw TransportError(.connection, "the recorded body cannot be read")
        }
        var head = HTTPResponse(status: .init(code: response.status, reasonPhrase: response.statusText ?? ""))
        for header in response.headers {
            if let name = HTTPField.Name(header.name), !Self.transferHeaders.contains(name.canonicalName) {
                head.headerFields.append(HTTPField(name: name, value: header.value))
            }
        }
        self.init(head: head, body: HTTPBodyStream(bytes))
    }
}
