#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ServiceDescription {
    /// A value of the idempotency header for one call, such as `stainless-swift-retry-…` with a random UUID (RFC 9562,
    /// section 5.4) at the end. What comes before it is the prefix of the telemetry headers, if there is one.
    func newIdempotencyKey() -> String {
        var prefix = telemetryPrefix?.lowercased() ?? ""
        if prefix.hasPrefix("x-") { prefix.removeFirst(2) }
        if prefix.hasSuffix("-") { prefix.removeLast() }
        let parts = [prefix, "swift-retry", UUID().uuidString.lowercased()]
        return parts.filter { !$0.isEmpty }.joined(separator: "-")
    }
}
