#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The content of a call as it was given, before it is written.
enum RequestContent: Sendable {
    case none
    case json(any JSONCodable, contentType: String)
    case form(any JSONCodable, [String: FormEncoding])
    case multipart(any JSONCodable, [String: PartEncoding], contentType: String)
    case bytes(Data, contentType: String)
    case file(UploadFile, contentType: String)
    case stream(HTTPBodyStream, contentType: String)

    /// Whether further members can be added to it.
    var isObject: Bool {
        switch self {
        case .none, .json, .form, .multipart: true
        case .bytes, .file, .stream: false
        }
    }
}
