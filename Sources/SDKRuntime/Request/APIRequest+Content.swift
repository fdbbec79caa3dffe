#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension APIRequest {
    /// Sets the content to a value, written as JSON when the request is sent.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - contentType: The media type: `application/json`, or another one whose contents are JSON.
    public mutating func body(_ value: some JSONCodable, contentType: String = "application/json") {
        body = .json(value, contentType: contentType)
    }

    /// Sets the content to an object as `application/x-www-form-urlencoded` (OpenAPI 3.2, section 4.14.2).
    ///
    /// Members that are null, and empty arrays, are left out.
    ///
    /// - Parameters:
    ///   - value: A value that is an object in JSON.
    ///   - encoding: How single members are written, by their name.
    public mutating func body(form value: some JSONCodable, encoding: [String: FormEncoding] = [:]) {
        body = .form(value, encoding)
    }

    /// Sets the content to the members of an object as parts (RFC 7578), in their order.
    ///
    /// A member that is an ``UploadFile``, or an array of them, makes file parts, which are read while they are sent.
    /// Members that are null, and empty arrays, are left out.
    ///
    /// - Parameters:
    ///   - value: A model, or another value that is an object in JSON.
    ///   - encoding: How single members are written, by their name.
    ///   - contentType: The media type. Its boundary is random unless it has one.
    public mutating func body(
        multipart value: some JSONCodable,
        encoding: [String: PartEncoding] = [:],
        contentType: String = "multipart/form-data"
    ) {
        body = .multipart(value, encoding, contentType: contentType)
    }

    /// Sets a header of one part of a multipart body, which is there already. Arrays are joined with commas.
    ///
    /// - Parameters:
    ///   - part: The member of the body that is the part, or several.
    ///   - name: The header's name.
    ///   - value: What the caller gave. Nil, null and empty arrays set nothing.
    public mutating func partHeader(_ part: String, _ name: String, _ value: (some JSONCodable)?) {
        guard let value, case .multipart(let content, var encoding, let contentType) = body else { return }
        do {
            let pieces = try HeaderParameter.values(deprecations.json(value))
            guard !pieces.isEmpty else { return }
            encoding[part, default: PartEncoding()].headers[name] = pieces.joined(separator: ",")
            body = .multipart(content, encoding, contentType: contentType)
        } catch {
            fail(.invalidArgument, "the header '\(name)' of the part '\(part)'", error)
        }
    }

    /// Sets the content to a text that is sent as it is, in UTF-8.
    public mutating func body(text: String, contentType: String = "text/plain; charset=utf-8") {
        body = .bytes(Data(text.utf8), contentType: contentType)
    }

    /// Sets the content to that of a file, which is read while it is sent.
    ///
    /// - Parameters:
    ///   - file: The file. Its name is not sent.
    ///   - contentType: The media type, unless the file has its own; `*/*` and the like: that of the name's extension.
    public mutating func body(file: UploadFile, contentType: String = "*/*") {
        body = .file(file, contentType: contentType)
    }

    /// Sets the content to bytes that are sent untouched.
    public mutating func body(bytes: Data, contentType: String) {
        body = .bytes(bytes, contentType: contentType)
    }

    /// Sets the content to a stream that is sent untouched, chunk by chunk.
    public mutating func body(stream: HTTPBodyStream, contentType: String) {
        body = .stream(stream, contentType: contentType)
    }
}
