import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the header of a webhook says about it (Standard Webhooks 1.0, "Webhook Headers").
struct WebhookStamp {
    let id: String
    /// The time as it was signed.
    let timestampText: String
    /// The time in seconds since 1970.
    let timestamp: Int64
    /// The codes of version v1. What has another version, or none, is passed over.
    let signatures: [Data]

    /// - Parameter header: Gives the value of a header field by its name in lower case.
    init(_ header: (String) -> String?) throws {
        let names = ["webhook-id", "webhook-timestamp", "webhook-signature"]
        let values = names.map { header($0) ?? "" }
        let missing = zip(names, values).filter(\.1.isEmpty).map { "'\($0.0)'" }
        guard missing.isEmpty else {
            throw APIError(.missingHeaders, "the webhook lacks the header \(missing.joined(separator: ", "))")
        }
        let time = values[1]
        guard time.utf8.allSatisfy({ (48...57).contains($0) }), let seconds = Int64(time) else {
            throw APIError(.invalidHeaders, "the webhook's header 'webhook-timestamp' is not a number of seconds")
        }
        id = values[0]
        timestampText = time
        timestamp = seconds
        // Several lines of a header are one to HTTP, with commas between them (RFC 9110, section 5.3).
        signatures = values[2].split(separator: " ").compactMap { entry in
            let entry = entry.hasSuffix(",") ? entry.dropLast() : entry
            guard entry.hasPrefix("v1,") else { return nil }
            return Data(base64Encoded: String(entry.dropFirst(3)))
        }
    }
}
