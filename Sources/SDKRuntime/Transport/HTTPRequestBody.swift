#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The content of a request on its way to a transport.
public enum HTTPRequestBody: Sendable {
    /// No content.
    case none
    /// Bytes in memory. Their count is the content length.
    case bytes(Data)
    /// Bytes that are produced while they are sent. Without a ``HTTPBodyStream/length`` the transfer is chunked.
    case stream(HTTPBodyStream)
}

extension HTTPRequestBody {
    /// Whether the same bytes can be sent a second time.
    public var isReplayable: Bool {
        switch self {
        case .none, .bytes: true
        case .stream(let stream): stream.isReplayable
        }
    }
}
