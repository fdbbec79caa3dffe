import Crypto
public import SDKRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// import HTTPTypes
// import Foundation
// import SDKWebhooks
// let (body, request) = (Data(), (headers: HTTPFields(), path: "/"))
// -->
/// Tells whether the service that knows a key has sent a webhook, by Standard Webhooks 1.0
/// (https://www.standardwebhooks.com).
///
/// ```swift
/// let verifier = try WebhookVerifier(key: "whsec_…")
/// try verifier.verify(body, headers: request.headers)
/// ```
///
/// What is signed are the bytes of the body: check them as they were received, before anything reads them.
public struct WebhookVerifier: Sendable {
    /// How far the time of a webhook may be from now, in either direction.
    public var tolerance: Duration

    private let key: SymmetricKey

    /// A verifier with a key.
    ///
    /// - Parameters:
    ///   - key: The key: base64, with or without `whsec_` before it.
    ///   - tolerance: How far the time of a webhook may be from now, in either direction.
    /// - Throws: `APIError` of the kind `invalidWebhookKey`. It does not show the key.
    public init(key: String, tolerance: Duration = .seconds(300)) throws {
        let base64 = key.hasPrefix(Self.keyPrefix) ? String(key.dropFirst(Self.keyPrefix.count)) : key
        guard let bytes = Data(base64Encoded: base64), !bytes.isEmpty else {
            throw APIError(.invalidWebhookKey, "the webhook key is not base64, with or without '\(Self.keyPrefix)'")
        }
        self.key = SymmetricKey(data: bytes)
        self.tolerance = tolerance
    }

    private static let keyPrefix = "whsec_"

    /// Checks a webhook.
    ///
    /// - Parameters:
    ///   - body: The body, byte for byte as received.
    ///   - headers: The header fields that came with it.
    ///   - now: What time it is.
    /// - Throws: `APIError` of a kind below `webhookVerification`, unless the owner of the key has signed
    ///   exactly these bytes a short time ago.
    public func verify(_ body: Data, headers: HTTPFields, now: Date = Date()) throws {
        try verify(body, WebhookStamp { name in HTTPField.Name(name).flatMap { headers[$0] } }, now)
    }

    /// Checks a webhook whose header fields are given by their names, in any case.
    ///
    /// - Throws: As ``verify(_:headers:now:)-(_,HTTPFields,_)`` does.
    public func verify(_ body: Data, headers: [String: String], now: Date = Date()) throws {
        try verify(body, WebhookStamp { name in headers.first { $0.key.lowercased() == name }?.value }, now)
    }

    private func verify(_ body: Data, _ stamp: WebhookStamp, _ now: Date) throws {
        // In seconds as doubles, whose difference cannot overflow, whatever the webhook claims.
        let age = now.timeIntervalSince1970 - Double(stamp.timestamp)
        let limit = tolerance / .seconds(1)
        if age > limit { throw APIError(.timestampTooOld, "the webhook was sent more than \(tolerance) ago") }
        if age < -limit { throw APIError(.timestampTooNew, "the webhook is dated more than \(tolerance) from now") }

        let content = Data("\(stamp.id).\(stamp.timestampText).".utf8) + body
        // The comparison takes the same time wherever two codes differ.
        let isSigned = stamp.signatures.contains {
            HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: content, using: key)
        }
        guard isSigned else {
            throw APIError(
                .signatureMismatch,
                stamp.signatures.isEmpty
                    ? "the webhook has no signature of version v1"
                    : "the webhook is not signed with the key, or its body is not the one that was sent"
            )
        }
    }
}

extension WebhookVerifier: CustomStringConvertible, CustomReflectable {
    /// The tolerance. The key is not shown.
    public var description: String { "WebhookVerifier(tolerance: \(tolerance))" }

    /// What a dump shows: no key.
    public var customMirror: Mirror { Mirror(self, children: ["tolerance": tolerance]) }
}
