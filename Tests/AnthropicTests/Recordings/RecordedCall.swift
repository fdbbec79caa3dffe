import Anthropic
import Foundation
import SDKTesting
import TestSupport
import Testing

/// What a program does with a client, and the recording in `Recordings/Calls` that answers it.
struct RecordedCall: Sendable, CustomTestStringConvertible {
    /// The name of the recording.
    let recording: String

    /// The requests in order: method, path with query, and behind `+` how many attempts came before, if any.
    let requests: [String]

    /// The pauses before repeated attempts.
    let pauses: [Duration]

    private let body: @Sendable (AnthropicClient) async throws -> Void

    init(
        _ recording: String,
        requests: [String],
        pauses: [Duration] = [],
        _ body: @escaping @Sendable (AnthropicClient) async throws -> Void
    ) {
        self.recording = recording
        self.requests = requests
        self.pauses = pauses
        self.body = body
    }

    var testDescription: String { recording }

    /// The recordings of calls.
    static let folder = Fixtures.url("Recordings/Calls")

    /// Does it. Method, URL, headers and body of each request are held against the recording, and a difference throws.
    func play() async throws {
        let recording = Self.folder.appending(component: "\(recording).har")
        let replay = try ReplayTransport(contentsOf: recording, service: AnthropicClient.service)
        let recorder = RecordingTransport(replay, service: AnthropicClient.service)
        let clock = VirtualClock()
        let options = ClientOptions(transport: recorder, environment: .none, clock: clock.clock)
        try await body(try AnthropicClient(apiKey: "test", options: options))
        #expect(await recorder.archive.entries.map(Self.text) == requests)
        #expect(await replay.unusedEntries.isEmpty)
        #expect(clock.sleeps == pauses)
    }

    private static func text(_ entry: HTTPArchive.Entry) -> String {
        let url = entry.request.url.replacing("https://api.anthropic.com", with: "")
        let retries = entry.request.headers.first { $0.name.lowercased() == "x-stainless-retry-count" }?.value
        return "\(entry.request.method) \(url)" + (retries == "0" ? "" : " +\(retries ?? "?")")
    }
}

/// What an error of the API says.
struct APIFailure: Sendable {
    let kind: APIError.Kind
    /// Nil for an error within a stream.
    let status: Int?
    let type: String
    let message: String
    let requestID: String

    init(_ kind: APIError.Kind, _ status: Int?, _ type: String, _ message: String, _ requestID: String) {
        self.kind = kind
        self.status = status
        self.type = type
        self.message = message
        self.requestID = requestID
    }

    /// Expects that something fails with this error.
    func expect(
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async throws {
        let error = try await #require(throws: APIError.self, sourceLocation: sourceLocation) { try await body() }
        #expect(error.kind == kind, sourceLocation: sourceLocation)
        #expect(error.status == status, sourceLocation: sourceLocation)
        #expect(error.type == type, sourceLocation: sourceLocation)
        #expect(error.message == message, sourceLocation: sourceLocation)
        #expect(error.requestID == requestID, sourceLocation: sourceLocation)
    }
}

extension AsyncSequence {
    /// All elements, in order.
    func elements() async throws -> [Element] {
        try await reduce(into: [Element]()) { $0.append($1) }
    }
}
