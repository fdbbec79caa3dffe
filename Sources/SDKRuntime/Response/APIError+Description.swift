#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension APIError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// Method and URL, status, message and request id: `POST https://…: 404 no such file (request id req_1)`.
    public var description: String {
        var text = request.map { "\($0): " } ?? ""
        text += summary
        if let requestID {
            text += " (request id \(requestID))"
        }
        return text
    }

    /// The kind before the description.
    public var debugDescription: String {
        "APIError.\(kind): \(description)"
    }

    /// The message with its status, for alerts and `localizedDescription`.
    public var errorDescription: String? { summary }

    private var summary: String {
        guard let status, !"\(message) ".hasPrefix("\(status) ") else { return message }
        return "\(status) \(message)"
    }
}

extension APIError: CustomReflectable {
    /// What a dump shows. Headers and bodies stay out of it: services echo what they were sent.
    public var customMirror: Mirror {
        let shown: [(String, String?)] = [
            ("kind", kind.description), ("status", status.map(String.init)), ("type", type), ("code", code),
            ("message", message), ("requestID", requestID), ("workspaceID", workspaceID), ("request", request),
            ("underlyingError", underlyingError.map { String(describing: Swift.type(of: $0)) }),
        ]
        return Mirror(self, children: shown.compactMap { label, value in value.map { (label: label, value: $0) } })
    }
}
