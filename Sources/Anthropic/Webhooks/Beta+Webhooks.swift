public import SDKRuntime
import SDKWebhooks

nonisolated extension Beta {
    /// Messages that the API sends to a server of yours.
    public var webhooks: Webhooks { Webhooks(client: client) }

    /// Messages that the API sends to a server of yours.
    public struct Webhooks: Sendable {
        let client: ClientCore

        // <!-- swift
        // import HTTPTypes
        // import Foundation
        // let (body, request) = (Data(), (headers: HTTPFields(), path: "/"))
        // -->
        /// Checks that the API has sent a message (by Standard Webhooks), and reads it.
        ///
        /// ```swift
        /// let event = try client.beta.webhooks.unwrap(body, headers: request.headers)
        /// switch event.data {
        /// case .sessionStatusIdled(let session): print(session.id)
        /// default: break
        /// }
        /// ```
        ///
        /// A message may arrive more than once, with the same ``UnwrapWebhookEvent/id``.
        ///
        /// - Parameters:
        ///   - body: The body, byte for byte as received. Read and written again, it is another one.
        ///   - headers: The header fields that came with it.
        ///   - key: The key that the messages are signed with: `whsec_…`. Nil: that of the client.
        /// - Throws: `APIError` of a kind below `.webhookVerification`, unless the message was signed with
        ///   the key within five minutes from now; of the kinds `.missingWebhookKey` and
        ///   `.invalidWebhookKey`; and of the kind `.decoding` when the body is no JSON.
        public func unwrap(_ body: Data, headers: HTTPFields, key: String? = nil) throws -> UnwrapWebhookEvent {
            try unwrap(body, key) { try $0.verify(body, headers: headers, now: $1) }
        }

        /// The same with header fields by their names, in any case.
        public func unwrap(_ body: Data, headers: [String: String], key: String? = nil) throws -> UnwrapWebhookEvent {
            try unwrap(body, key) { try $0.verify(body, headers: headers, now: $1) }
        }

        private func unwrap(
            _ body: Data,
            _ key: String?,
            _ verify: (WebhookVerifier, Date) throws -> Void
        ) throws -> UnwrapWebhookEvent {
            try verify(WebhookVerifier(key: client.neededWebhookKey(key)), client.options.clock.now())
            return try WebhookPayload.decode(UnwrapWebhookEvent.self, from: body, decoding: client.options.decoding)
        }
    }
}
