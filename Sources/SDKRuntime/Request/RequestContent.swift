#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The content of a call as it was given, before it is written.
enum RequestContent: Sendable {
    case none
    case json(any JSONCodable)
    case bytes(Data, contentType: String)
    case stream(HTTPBodyStream, contentType: String)
}
