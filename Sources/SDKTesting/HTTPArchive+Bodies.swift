#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension HTTPArchive {
    /// The content of a request.
    public struct PostData: Codable, Sendable, Hashable {
        /// The media type.
        public var mimeType: String?
        /// The bytes as text, or as base64 if ``encoding`` says so.
        public var text: String?
        /// `base64` for bytes that are no UTF-8. The format has this for responses only, so that the member's name in a
        /// file begins with an underscore.
        public var encoding: String?

        private enum CodingKeys: String, CodingKey {
            case mimeType, text
            case encoding = "_encoding"
        }

        /// Makes a content of bytes.
        public init(_ bytes: Data, mimeType: String?) {
            self.mimeType = mimeType
            (text, encoding) = HTTPArchive.text(of: bytes)
        }

        /// The bytes; nil when they cannot be told from ``text`` and ``encoding``.
        public var bytes: Data? { HTTPArchive.bytes(of: text, encoding) }
    }

    /// The body of a response.
    public struct Content: Codable, Sendable, Hashable {
        /// The number of bytes.
        public var size: Int?
        /// The media type.
        public var mimeType: String?
        /// The bytes as text, or as base64 if ``encoding`` says so. Content encodings such as gzip are removed.
        public var text: String?
        /// `base64` for bytes that are no UTF-8.
        public var encoding: String?

        /// Makes a body of bytes.
        public init(_ bytes: Data = Data(), mimeType: String? = nil) {
            size = bytes.count
            self.mimeType = mimeType
            (text, encoding) = HTTPArchive.text(of: bytes)
        }

        /// The bytes; nil when they cannot be told from ``text`` and ``encoding``.
        public var bytes: Data? { HTTPArchive.bytes(of: text, encoding) }
    }

    private static func text(of bytes: Data) -> (text: String, encoding: String?) {
        if let text = String(validating: bytes, as: UTF8.self) {
            (text, nil)
        } else {
            (bytes.base64EncodedString(), "base64")
        }
    }

    private static func bytes(of text: String?, _ encoding: String?) -> Data? {
        guard let text else { return Data() }
        return switch encoding {
        case nil, "": Data(text.utf8)
        case "base64": Data(base64Encoded: text)
        default: nil
        }
    }
}
