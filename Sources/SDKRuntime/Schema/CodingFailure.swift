#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What to tell about an error of a decoder.
package enum CodingFailure {
    /// The error in a sentence without a full stop, with the place in the JSON.
    package static func text(_ error: any Error) -> String {
        guard let error = error as? DecodingError else {
            return (error as? any LocalizedError)?.errorDescription ?? "\(error)"
        }
        switch error {
        case .keyNotFound(let key, let context):
            return place(context.codingPath) + "the member '\(key.stringValue)' is missing"
        case .valueNotFound(let type, let context):
            return place(context.codingPath) + "expected \(type), found null"
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            let cause = (context.underlyingError as? ModelDecodingError)?.reason
            return place(context.codingPath) + (cause ?? context.debugDescription)
        @unknown default:
            return "\(error)"
        }
    }

    /// A coding path as `items[0].name`; nil for the root.
    static func path(_ keys: [any CodingKey]) -> String? {
        guard !keys.isEmpty else { return nil }
        return keys.map { key in
            key.intValue.map(CodingPathComponent.index) ?? .key(key.stringValue)
        }.codingPath
    }

    private static func place(_ keys: [any CodingKey]) -> String {
        path(keys).map { "'\($0)': " } ?? ""
    }
}
