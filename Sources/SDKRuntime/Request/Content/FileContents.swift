#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(ucrt)
    import ucrt
#endif

/// A file on disk that is sent piece by piece.
struct FileContents: Sendable {
    private let path: String
    private let length: Int64

    /// How much of a file is in memory at a time.
    private static var chunkSize: Int { 1 << 16 }

    /// Looks the file up.
    ///
    /// - Throws: ``APIError`` when there is none that can be read.
    init(path: String) throws {
        self.path = path
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: Self.target(of: path))
        } catch {
            throw APIError(.file, "the file '\(path)' cannot be read: \(error)", underlyingError: error)
        }
        let size = attributes[.size]
        guard attributes[.type] as? FileAttributeType == .typeRegular,
            let length = size as? Int64 ?? (size as? UInt64).flatMap(Int64.init(exactly:))
                ?? (size as? Int).map(Int64.init)
        else {
            throw APIError(.file, "'\(path)' cannot be read: it is no file")
        }
        self.length = length
        _ = try OpenFile(path)
    }

    /// Attributes are those of a link, but what is sent is the file that it leads to.
    private static func target(of path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }

    /// The bytes of the file: as many as it had when it was looked up, from the beginning each time.
    var stream: HTTPBodyStream {
        HTTPBodyStream(length: length, isReplayable: true) {
            var file: OpenFile?
            var rest = length
            return HTTPBodyStream.AsyncIterator {
                guard rest > 0 else {
                    file = nil
                    return nil
                }
                let open = try file ?? OpenFile(path)
                file = open
                let chunk = open.read(atMost: Int(min(Int64(Self.chunkSize), rest)))
                guard !chunk.isEmpty else {
                    throw APIError(.file, "the file '\(path)' has become shorter while it was sent")
                }
                rest -= Int64(chunk.count)
                return chunk
            }
        }
    }
}

/// An open file, which is closed with the last reference to it.
private final class OpenFile {
    private let file: UnsafeMutablePointer<FILE>

    init(_ path: String) throws {
        guard let file = fopen(path, "rb") else {
            throw APIError(.file, "the file '\(path)' cannot be opened")
        }
        self.file = file
    }

    deinit {
        fclose(file)
    }

    /// The next bytes; none at the end, and when reading fails.
    func read(atMost count: Int) -> Data {
        var bytes = Data(count: count)
        let length = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
        return length == count ? bytes : bytes.prefix(length)
    }
}
