#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// <!-- swift
// import Foundation
// let bytes = Data()
// let chunks = AsyncStream<Data> { $0.finish() }
// -->
/// A file that a call sends: its contents, its name, and its media type.
///
/// ```swift
/// let onDisk = UploadFile.file("/tmp/report.pdf")                    // read while it is sent
/// let inMemory = UploadFile.data(bytes, name: "report.pdf")
/// let produced = UploadFile.stream(chunks, name: "report.pdf")       // can be sent once
/// let file = try await client.beta.files.upload(.init(file: onDisk))
/// ```
public struct UploadFile: Sendable {
    enum Contents: Sendable {
        case data(Data)
        case file(path: String)
        case stream(HTTPBodyStream, StreamIdentity)
    }

    /// Streams are equal when they are the same.
    final class StreamIdentity: Sendable {}

    let contents: Contents

    /// The name of the file. Nil: `file`. It may have directories in front, `skill/SKILL.md`, which calls that take whole
    /// folders send with it; the others send the last part.
    public var name: String?

    /// The media type of the contents. Nil: it is taken from the name's extension, else `application/octet-stream`.
    public var contentType: String?

    init(_ contents: Contents, name: String?, contentType: String?) {
        self.contents = contents
        self.name = name
        self.contentType = contentType
    }

    /// A file whose contents are in memory.
    public static func data(_ data: Data, name: String? = nil, contentType: String? = nil) -> UploadFile {
        UploadFile(.data(data), name: name, contentType: contentType)
    }

    /// A file on disk. It is read while it is sent, and again if the request has to be repeated.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - name: The name that is sent. Nil: the last component of the path.
    ///   - contentType: The media type. Nil: it is taken from the name's extension.
    public static func file(_ path: String, name: String? = nil, contentType: String? = nil) -> UploadFile {
        UploadFile(.file(path: path), name: name ?? baseName(of: path), contentType: contentType)
    }

    /// A file on disk, by its URL. It is read while it is sent, and again if the request has to be repeated.
    ///
    /// - Parameters:
    ///   - url: Where the file is: a file URL. Any other is a file that cannot be read.
    ///   - name: The name that is sent. Nil: the last component of the path.
    ///   - contentType: The media type. Nil: it is taken from the name's extension.
    public static func file(_ url: URL, name: String? = nil, contentType: String? = nil) -> UploadFile {
        file(url.isFileURL ? url.path : url.absoluteString, name: name, contentType: contentType)
    }

    /// A file whose contents are produced while they are sent.
    ///
    /// - Parameters:
    ///   - chunks: The bytes in order.
    ///   - name: The name that is sent.
    ///   - contentType: The media type. Nil: it is taken from the name's extension.
    ///   - length: The number of bytes in all chunks together, if it is known.
    ///   - isReplayable: Whether every iteration of `chunks` starts at its beginning, so that a failed attempt may be
    ///     repeated.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks,
        name: String? = nil,
        contentType: String? = nil,
        length: Int64? = nil,
        isReplayable: Bool = false
    ) -> UploadFile where Chunks.Element == Data {
        let stream = HTTPBodyStream(chunks, length: length, isReplayable: isReplayable)
        return UploadFile(.stream(stream, StreamIdentity()), name: name, contentType: contentType)
    }

    /// A file whose contents are produced while they are sent, as arrays of bytes.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks,
        name: String? = nil,
        contentType: String? = nil,
        length: Int64? = nil,
        isReplayable: Bool = false
    ) -> UploadFile where Chunks.Element == [UInt8] {
        let stream = HTTPBodyStream(length: length, isReplayable: isReplayable) {
            var iterator = chunks.makeAsyncIterator()
            return HTTPBodyStream.AsyncIterator { try await iterator.next().map { Data($0) } }
        }
        return UploadFile(.stream(stream, StreamIdentity()), name: name, contentType: contentType)
    }
}

extension UploadFile {
    /// The last part of a path; nil where there is none.
    private static func baseName(of path: String) -> String? {
        // By scalars: a combining character makes another character of the separator before it.
        path.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) }
    }

    /// The name that is sent.
    ///
    /// - Parameter keepsPath: Whether directories in front of it are sent, too.
    func sentName(keepsPath: Bool) -> String {
        let name = keepsPath ? name : name.flatMap(Self.baseName)
        return name.flatMap { $0.isEmpty ? nil : $0 } ?? "file"
    }

    /// The media type that is sent.
    ///
    /// - Parameter declared: The types that the description allows, separated by commas. One that names a single type is
    ///   used in place of the name's extension.
    func mediaType(declared: String? = nil) -> String {
        if let contentType { return contentType }
        if let declared, !declared.contains("*"), !declared.contains(",") { return declared }
        return FileType.mediaType(ofFile: name ?? "") ?? FileType.bytes
    }

    /// The contents as they are sent.
    ///
    /// - Throws: ``APIError`` when the file cannot be read.
    func body() throws -> HTTPRequestBody {
        switch contents {
        case .data(let data): .bytes(data)
        case .file(let path): .stream(try FileContents(path: path).stream)
        case .stream(let stream, _): .stream(stream)
        }
    }
}

extension UploadFile: Hashable {
    /// Whether names, types and contents are equal. Files on disk are compared by their path, and streams are equal when
    /// they are the same.
    public static func == (left: UploadFile, right: UploadFile) -> Bool {
        guard left.name == right.name, left.contentType == right.contentType else { return false }
        return switch (left.contents, right.contents) {
        case (.data(let left), .data(let right)): left == right
        case (.file(let left), .file(let right)): left == right
        case (.stream(_, let left), .stream(_, let right)): left === right
        default: false
        }
    }

    /// Hashes name, type and contents.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(contentType)
        switch contents {
        case .data(let data): hasher.combine(data)
        case .file(let path): hasher.combine(path)
        case .stream(_, let identity): hasher.combine(ObjectIdentifier(identity))
        }
    }
}

extension UploadFile: JSONCodable, Codable {
    /// Reads a string as contents in UTF-8.
    public init(reading json: inout JSONReader) {
        self = .data(Data(json.readString().utf8))
    }

    /// Writes contents that are text in UTF-8 as a string. Others have no form in JSON.
    public func write(to json: inout JSONWriter) {
        guard case .data(let data) = contents else {
            return json.fail("a file on disk or a stream has no form in JSON")
        }
        let text = String(decoding: data, as: UTF8.self)
        guard text.utf8.elementsEqual(data) else { return json.fail("the bytes of a file have no form in JSON") }
        json.write(text)
    }

    /// A file without contents.
    public static var emptyValue: UploadFile { .data(Data()) }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }

    /// Reads a string as contents in UTF-8.
    public init(from decoder: any Decoder) throws {
        self = try CodableBridge.decode(from: decoder)
    }

    /// Writes contents that are text in UTF-8 as a string.
    public func encode(to encoder: any Encoder) throws {
        try CodableBridge.encode(self, to: encoder)
    }
}

extension UploadFile: CustomStringConvertible {
    /// The file's name and where its contents are, but not what they are.
    public var description: String {
        let source =
            switch contents {
            case .data(let data): "\(data.count) bytes"
            case .file(let path): path
            case .stream: "a stream"
            }
        return "\(name ?? "file") (\(source))"
    }
}
