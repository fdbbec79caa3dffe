#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension UUID: JSONCodable {
    /// Reads a UUID (RFC 9562, section 4) in either case. Anything else is an issue, and the UUID the nil one.
    public init(reading json: inout JSONReader) {
        self = json.readText("a UUID") { UUID(uuidString: $0) } ?? .emptyValue
    }

    /// Writes the UUID in lower case, as RFC 9562 wants it.
    public func write(to json: inout JSONWriter) {
        json.write(uuidString.lowercased())
    }

    /// 00000000-0000-0000-0000-000000000000.
    public static var emptyValue: UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }
}

extension URL: JSONCodable {
    /// Reads a URL or a relative reference (RFC 3986). A text that Foundation would have to change to take it for one, by
    /// percent-encoding for example, is an issue, and the URL `about:blank`.
    public init(reading json: inout JSONReader) {
        self =
            json.readText("a URL") { text in
                URL(string: text).flatMap { $0.absoluteString.utf8.elementsEqual(text.utf8) ? $0 : nil }
            } ?? .emptyValue
    }

    /// Writes the absolute URL.
    public func write(to json: inout JSONWriter) {
        json.write(absoluteString)
    }

    /// `about:blank`
    public static var emptyValue: URL {
        URL(string: "about:blank") ?? URL(filePath: "/", directoryHint: .isDirectory)
    }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }
}
