import Foundation
import SDKRuntime
import SDKWebhooks
import TestSupport
import Testing

/// Standard Webhooks, with the example of its own libraries. Codes other than that were made with
/// `openssl dgst -sha256 -mac HMAC`.
@Suite struct WebhookVerifierTests {
    private static let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let body = Data(#"{"test": 2432232314}"#.utf8)
    private static let time = 1_614_265_330
    private static let headers = [
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ]

    @Test func `the example of the standard's libraries`() throws {
        try verify()
        try verify(Self.headers.reduce(into: [:]) { $0[$1.key.uppercased()] = $1.value })
        try WebhookVerifier(key: Self.key).verify(
            Self.body,
            headers: HTTPFields(named: Self.headers),
            now: Date(timeIntervalSince1970: TimeInterval(Self.time))
        )
    }

    @Test(
        arguments: [
            (-300, nil), (300, nil), (-301, .timestampTooNew), (301, .timestampTooOld),
        ] as [(Int, APIError.Kind?)]
    )
    func `a webhook may be 300 seconds old or early`(age: Int, kind: APIError.Kind?) {
        #expect(failure { try verify(age: age) } == kind)
    }

    @Test(arguments: [0, 1])
    func `one of several lines of signatures may be the right one`(place: Int) throws {
        var headers = try HTTPFields(named: Self.headers)
        let name = try #require(HTTPField.Name("webhook-signature"))
        let right = try #require(headers[name])
        var lines = [HTTPField(name: name, value: "v1,AAAA"), HTTPField(name: name, value: "v1,BBBB")]
        lines[place] = HTTPField(name: name, value: right)
        headers[fields: name] = lines
        try WebhookVerifier(key: Self.key).verify(
            Self.body,
            headers: headers,
            now: Date(timeIntervalSince1970: TimeInterval(Self.time))
        )
    }

    @Test func `the tolerance can be another one`() throws {
        var verifier = try WebhookVerifier(key: Self.key, tolerance: .seconds(10))
        let late = Date(timeIntervalSince1970: TimeInterval(Self.time + 20))
        #expect(failure { try verifier.verify(Self.body, headers: Self.headers, now: late) } == .timestampTooOld)
        verifier.tolerance = .seconds(30)
        try verifier.verify(Self.body, headers: Self.headers, now: late)
    }

    @Test(arguments: ["webhook-id", "webhook-timestamp", "webhook-signature"])
    func `every header is needed, and named`(name: String) throws {
        let error = try #require(throws: APIError.self) { try verify(Self.headers.filter { $0.key != name }) }
        #expect(error.kind == .missingHeaders)
        #expect(error.message.contains("'\(name)'"))
    }

    @Test(arguments: ["", " ", "-1614265330", "+1614265330", "1614265330.5", "99999999999999999999"])
    func `a time that is no number of seconds`(time: String) {
        let found = failure { try verify(Self.headers(with: "webhook-timestamp", time)) }
        #expect(found == (time.isEmpty ? .missingHeaders : .invalidHeaders))
    }

    @Test func `a time that no date has`() {
        #expect(
            failure { try verify(Self.headers(with: "webhook-timestamp", "9223372036854775807")) } == .timestampTooNew
        )
    }

    @Test(arguments: ["v1,", "v1,!", "v1", ",", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE"])
    func `what is no code does not match`(signature: String) {
        #expect(failure { try verify(Self.headers(with: "webhook-signature", signature)) } == .signatureMismatch)
    }

    @Test func `another key does not match, and none shows itself`() throws {
        let key = "whsec_c3dpZnQtY29uZm9ybWFuY2Utc2VjcmV0LTMyYnl0ZXM="
        let verifier = try WebhookVerifier(key: key)
        let now = Date(timeIntervalSince1970: TimeInterval(Self.time))
        #expect(failure { try verifier.verify(Self.body, headers: Self.headers, now: now) } == .signatureMismatch)
        var dump = ""
        Swift.dump(verifier, to: &dump)
        #expect(!(dump + "\(verifier)").contains("c3dpZnQ"))
    }

    @Test(arguments: ["", "whsec_", "whsec_not base64", "secret key"])
    func `a key that is none is refused without being shown`(key: String) throws {
        let error = try #require(throws: APIError.self) { try WebhookVerifier(key: key) }
        #expect(error.kind == .invalidWebhookKey)
        #expect(!error.message.contains("not base64 ") && !error.message.contains("secret key"))
    }

    private static func headers(with name: String, _ value: String) -> [String: String] {
        headers.merging([name: value]) { $1 }
    }

    private func verify(_ headers: [String: String] = headers, age: Int = 0) throws {
        let now = Date(timeIntervalSince1970: TimeInterval(Self.time + age))
        try WebhookVerifier(key: Self.key).verify(Self.body, headers: headers, now: now)
    }

    private func failure(_ body: () throws -> Void) -> APIError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? APIError)?.kind
        }
    }
}
