#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// let params = Beta.SessionUpdateParams()
// -->
/// What a call by path sends, such as `client.post(…)`.
///
/// An object or array literal is JSON. So is any model, and whatever else is ``JSONCodable``, by ``json(_:contentType:)``:
///
/// ```swift
/// try await client.post("/v1/files", body: ["name": "a.txt", "tags": ["new"], "parent": nil])
/// try await client.post("/v1/files", body: .json(params))
/// try await client.post("/v1/files", body: .multipart(["file": UploadFile.file("a.txt")]))
/// ```
public struct APIRequestBody: Sendable {
    let content: RequestContent

    /// Nothing.
    public static var none: Self { Self(content: .none) }

    /// A value, written as JSON when the request is sent.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - contentType: The media type: `application/json`, or another one whose contents are JSON.
    public static func json(_ value: some JSONCodable, contentType: String = "application/json") -> Self {
        Self(content: .json(value, contentType: contentType))
    }

    /// An object as `application/x-www-form-urlencoded`.
    ///
    /// - Parameters:
    ///   - value: A value that is an object in JSON.
    ///   - encoding: How single members are written, by their name.
    public static func form(_ value: some JSONCodable, encoding: [String: FormEncoding] = [:]) -> Self {
        Self(content: .form(value, encoding))
    }

    /// The members of an object as parts (RFC 7578). An ``UploadFile`` among them is read while it is sent.
    ///
    /// - Parameters:
    ///   - value: A value that is an object in JSON.
    ///   - encoding: How single members are written, by their name.
    ///   - contentType: The media type. Its boundary is random unless it has one.
    public static func multipart(
        _ value: some JSONCodable,
        encoding: [String: PartEncoding] = [:],
        contentType: String = "multipart/form-data"
    ) -> Self {
        Self(content: .multipart(value, encoding, contentType: contentType))
    }

    /// A text that is sent as it is, in UTF-8.
    public static func text(_ text: String, contentType: String = "text/plain; charset=utf-8") -> Self {
        Self(content: .bytes(Data(text.utf8), contentType: contentType))
    }

    /// Bytes that are sent untouched.
    public static func bytes(_ bytes: Data, contentType: String = "application/octet-stream") -> Self {
        Self(content: .bytes(bytes, contentType: contentType))
    }

    /// The content of a file, which is read while it is sent.
    ///
    /// - Parameters:
    ///   - file: The file. Its name is not sent.
    ///   - contentType: The media type, unless the file has its own; `*/*` and the like: that of the name's extension.
    public static func file(_ file: UploadFile, contentType: String = "*/*") -> Self {
        Self(content: .file(file, contentType: contentType))
    }

    /// A stream that is sent untouched, chunk by chunk.
    public static func stream(_ stream: HTTPBodyStream, contentType: String = "application/octet-stream") -> Self {
        Self(content: .stream(stream, contentType: contentType))
    }
}

extension APIRequestBody: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// Makes a JSON object of the literal's members, in their order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .json(JSONValue.object(JSONObject(elements)))
    }

    /// Makes a JSON array of the literal's elements.
    public init(arrayLiteral elements: JSONValue...) {
        self = .json(JSONValue.array(elements))
    }
}
