import Anthropic
import Foundation
import SDKTesting
import TestSupport
import Testing

/// The call of the reference page, against recorded exchanges: what is sent is compared by the replay, header by header
/// and as JSON; a difference throws.
@Suite struct AddSessionResourceTests {
    private static let fileID = "file_011CNha8iCJcU1wXNR6q4V8w"
    private static let page = Beta.Sessions.ResourceAddParams(fileID: fileID)

    @Test func `the page's example`() async throws {
        let resource = try await add(Self.page, replaying: "add-session-resource")
        #expect(resource.id == "sesrsc_011CZkZBJq5dWxk9fVLNcPht")
        #expect(resource.fileID == Self.fileID)
        #expect(resource.mountPath == "/uploads/receipt.pdf")
        #expect(resource.type == "file")
        // 2026-03-15T10:00:00Z
        #expect(resource.createdAt == Date(timeIntervalSince1970: 1_773_568_800))
        #expect(resource.updatedAt == resource.createdAt)
        #expect(resource.decodingIssues.isEmpty)
        #expect(resource.unknownFields.isEmpty)
    }

    @Test func `with a mount path`() async throws {
        let params = Beta.Sessions.ResourceAddParams(fileID: Self.fileID, mountPath: "/uploads/receipt.pdf")
        #expect(try await add(params, replaying: "mount-path").mountPath == "/uploads/receipt.pdf")
    }

    @Test func `with a mount path that is null`() async throws {
        let params = Beta.Sessions.ResourceAddParams(fileID: Self.fileID, mountPath: .null)
        #expect(try await add(params, replaying: "null-mount-path").mountPath == "/mnt/session/uploads/\(Self.fileID)")
    }

    @Test func `with two betas, one of them unknown`() async throws {
        let params = Beta.Sessions.ResourceAddParams(
            fileID: Self.fileID,
            betas: [.filesAPI20250414, "my-private-beta"]
        )
        #expect(try await add(params, replaying: "two-betas").fileID == Self.fileID)
    }

    @Test(arguments: [
        (
            400, APIError.Kind.badRequest, "invalid_request_error",
            "file_id: this file does not exist or cannot be mounted"
        ),
        (401, .authentication, "authentication_error", "invalid x-api-key"),
        (
            403, .permissionDenied, "permission_error",
            "Your API key does not have permission to use the specified resource."
        ),
        (404, .notFound, "not_found_error", "The session was not found."),
        (409, .conflict, "conflict_error", "A file is mounted at this path already."),
        (413, .contentTooLarge, "request_too_large", "Request exceeds the maximum size"),
        (429, .rateLimit, "rate_limit_error", "This request would exceed your organization's rate limit."),
        (500, .internalServer, "api_error", "Internal server error"),
        (529, .overloaded, "overloaded_error", "Overloaded"),
    ])
    func `each documented error`(status: Int, kind: APIError.Kind, type: String, message: String) async throws {
        let error = try await #require(throws: APIError.self) {
            try await add(Self.page, replaying: "error-\(status)")
        }
        #expect(error.kind == kind)
        #expect(error.status == status)
        #expect(error.type == type)
        #expect(error.message == message)
        #expect(error.requestID == "req_error\(status)")
        #expect(error.localizedDescription.contains(message))
    }

    @Test func `an error that is no JSON keeps its status and its text`() async throws {
        let error = try await #require(throws: APIError.self) {
            try await add(Self.page, replaying: "error-not-json")
        }
        #expect(error.kind == .internalServer)
        #expect(error.status == 502)
        #expect(error.type == nil)
        #expect(error.requestID == nil)
        #expect(error.body == .text("<html><body>bad gateway</body></html>"))
    }

    @Test func `a success that is no JSON is a decoding error with the request id`() async throws {
        let error = try await #require(throws: APIError.self) {
            try await add(Self.page, replaying: "not-json")
        }
        #expect(error.kind == .decoding)
        #expect(error.requestID == "req_011CZkZBK1aXy3fVwQ7mTd2L")
        #expect(error.underlyingError != nil)
    }

    @Test func `unknown fields are kept, and timestamps have fractions and offsets`() async throws {
        let resource = try await add(Self.page, replaying: "unknown-field")
        #expect(resource.unknownFields["size_bytes"]?.intValue == 9_007_199_254_740_993)
        #expect(resource.unknownFields["labels"] == ["stage": "draft"])
        #expect(abs(resource.createdAt.timeIntervalSince1970 - 1_773_568_800.123456) < 0.000_001)
        #expect(abs(resource.updatedAt.timeIntervalSince1970 - 1_773_570_600.5) < 0.000_001)
        let written = try JSONValue(encoding: resource)
        #expect(written["size_bytes"] == 9_007_199_254_740_993)
        #expect(written["created_at"] == "2026-03-15T10:00:00.123456Z")
    }

    @Test func `a response's metadata comes with it`() async throws {
        let client = try Self.client(replaying: "add-session-resource")
        let (resource, response) = try await client.withResponse {
            try await $0.beta.sessions.resources.add(sessionID: Self.sessionID, Self.page)
        }
        #expect(response.status == 200)
        #expect(response.requestID == "req_011CZkZBK1aXy3fVwQ7mTd2L")
        let body = try ModelDecoder().decode(BetaManagedAgentsFileResource.self, from: response.body)
        #expect(body == resource)
    }

    @Test func `a session id that would lead elsewhere is refused before anything is sent`() async throws {
        let client = try Self.client(replaying: "add-session-resource")
        for (id, place) in [("", "session_id"), ("..", "/v1/sessions/../resources")] {
            let error = try await #require(throws: APIError.self) {
                try await client.beta.sessions.resources.add(sessionID: id, Self.page)
            }
            #expect(error.kind == .invalidPathParameter)
            #expect(error.message.contains(place))
        }
    }

    @MainActor @Test func `the call works from the main actor`() async throws {
        let resource = try await add(Self.page, replaying: "add-session-resource")
        #expect(resource.id == "sesrsc_011CZkZBJq5dWxk9fVLNcPht")
    }

    private static let sessionID = "sesn_011CZkZAtmR3yMPDzynEDxu7"

    private static func client(replaying name: String) throws -> AnthropicClient {
        try AnthropicClient(apiKey: "test", options: options(replaying: name))
    }

    private static func options(replaying name: String) throws -> ClientOptions {
        let recording = Fixtures.url("Recordings/\(name).har")
        let replay = try ReplayTransport(contentsOf: recording, service: AnthropicClient.service)
        return ClientOptions(maxRetries: 0, transport: replay, environment: .none)
    }

    private func add(
        _ params: Beta.Sessions.ResourceAddParams,
        replaying name: String
    ) async throws -> BetaManagedAgentsFileResource {
        try await Self.client(replaying: name).beta.sessions.resources.add(sessionID: Self.sessionID, params)
    }
}
