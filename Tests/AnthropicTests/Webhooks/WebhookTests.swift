import Anthropic
import Foundation
import TestSupport
import Testing

/// Webhooks of the API: signed messages, checked and read.
@Suite struct WebhookTests {
    static let cases = ConformanceCases.cases(suite: "webhooks")

    @Test func `all cases are read`() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "webhooks"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func webhooks(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        if testCase.input["review"] == true {
            // That the comparison takes the same time for all codes is not to be seen from outside: the code says so.
            let verifier = Fixtures.package.appending(path: "Sources/SDKWebhooks/WebhookVerifier.swift")
            #expect(expected.take("uses") == "constant-time compare")
            #expect(try String(contentsOf: verifier, encoding: .utf8).contains(".isValidAuthenticationCode("))
            expected.finish()
            return
        }
        let error = expected.take("error")?.stringValue
        do {
            let event = try unwrap(testCase.input)
            #expect(error == nil)
            #expect(expected.take("ok") == true)
            if let id = expected.take("event_id") { #expect(.string(event.id) == id) }
            if let name = expected.take("case") {
                #expect(name == "unknown")
                guard case .unknown(let member) = event.data else {
                    Issue.record("\(event.data) is known")
                    return
                }
                #expect(member.discriminator == "galaxy.born")
            }
        } catch let failure as APIError {
            #expect(failure.kind.description == error)
        }
        expected.finish()
    }

    private func unwrap(_ input: JSONValue) throws -> UnwrapWebhookEvent {
        let headers = (input["headers"]?.objectValue ?? [:]).map { ($0.key, $0.value.stringValue ?? "") }
        return try client(key: input["secret"]?.stringValue, now: input["now"]?.doubleValue ?? 0).beta.webhooks.unwrap(
            Data((input["body"]?.stringValue ?? "").utf8),
            headers: Dictionary(uniqueKeysWithValues: headers)
        )
    }

    // MARK: - Where the key comes from

    // Made with `openssl dgst -sha256 -mac HMAC` for the key below, whose bytes are `webhook tests`.
    private static let key = "whsec_d2ViaG9vayB0ZXN0cw=="
    fileprivate static let body = Data(
        #"{"id":"whe_2","created_at":"2026-05-01T00:00:00Z","data":{"id":"sesn_1","organization_id":"org_1","type":"session.archived","workspace_id":"wrkspc_1"},"type":"event"}"#
            .utf8
    )
    fileprivate static let headers = [
        "Webhook-Id": "msg_2", "Webhook-Timestamp": "1777593600",
        "Webhook-Signature": "v1,Ij02Rwy5o1mEuTjpqvwlZ7SJCu8NBMd+3K4FEPeAUcU=",
    ]
    private static let now = 1_777_593_600.0

    @Test func `a known event is read as what it is`() throws {
        let event = try client(key: Self.key).beta.webhooks.unwrap(Self.body, headers: HTTPFields(named: Self.headers))
        #expect(event.id == "whe_2")
        guard case .sessionArchived(let session) = event.data else {
            Issue.record("\(event.data)")
            return
        }
        #expect(session.id == "sesn_1")
        #expect(event.decodingIssues.isEmpty)
    }

    @Test func `the argument comes before the client's key, and that before the environment`() throws {
        let other = "whsec_b3RoZXI="
        let environment = ClientEnvironment.values(["ANTHROPIC_WEBHOOK_SIGNING_KEY": "\(Self.key)\n"])
        try client(key: nil, environment: environment).unwrap()
        try client(key: other).unwrap(key: Self.key)
        for client in [try client(key: other, environment: environment), try client(key: nil, environment: .none)] {
            #expect(throws: APIError.self) { try client.unwrap() }
        }
        #expect(throws: APIError.self) { try client(key: Self.key).unwrap(key: other) }
        try client(key: Self.key).unwrap(key: "")
    }

    @Test func `a missing key says where one may come from`() throws {
        let error = try #require(throws: APIError.self) { try client(key: nil).unwrap() }
        #expect(error.kind == .missingWebhookKey)
        #expect(error.message.contains("ANTHROPIC_WEBHOOK_SIGNING_KEY"))
    }

    @Test func `a derived client has the key as well`() throws {
        try client(key: Self.key).withOptions { $0.maxRetries = 0 }.unwrap()
    }

    private func client(
        key: String?,
        now: Double = now,
        environment: ClientEnvironment = .none
    ) throws -> AnthropicClient {
        try AnthropicClient(
            apiKey: "test",
            webhookKey: key,
            options: ClientOptions(
                transport: ScriptedTransport(),
                environment: environment,
                clock: VirtualClock(now: Date(timeIntervalSince1970: now)).clock
            )
        )
    }
}

extension AnthropicClient {
    @discardableResult
    fileprivate func unwrap(key: String? = nil) throws -> UnwrapWebhookEvent {
        try beta.webhooks.unwrap(WebhookTests.body, headers: WebhookTests.headers, key: key)
    }
}
