#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that is written under another name beside its own, and takes that when it is complete.
///
/// Foundation's handles for writing piece by piece are not in FoundationEssentials, so that this calls the system itself.
struct FileReplacement {
    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32

    /// Creates the file under its temporary name.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/file``.
    init(_ path: String) throws {
        self.path = path
        let slash = path.utf8.lastIndex(of: Byte.slash)
        let nameStart = slash.map { path.utf8.index(after: $0) } ?? path.startIndex
        // A long name leaves no room for an addition: 255 bytes are the limit of most file systems.
        temporaryPath = "\(path[..<nameStart]).download-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        guard nameStart < path.endIndex, !path.utf8.contains(0) else {
            throw APIError(.file, "'\(path)' is not the path of a file")
        }
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw Self.error(path) }
    }

    /// Appends bytes.
    func write(_ data: Data) throws {
        var rest = Array(data)
        while !rest.isEmpty {
            let count = Self.writeBytes(descriptor, rest)
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Self.error(path)
            }
            rest.removeFirst(count)
        }
    }

    /// Closes the file and lets it take its place. The file is of no use afterwards, also when this fails.
    func commit() throws {
        // A full disk may come to light as late as here.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.error(path) }
        guard rename(temporaryPath, path) == 0 else { throw Self.error(path) }
        _ = close(descriptor)
    }

    /// Closes and removes the file.
    func discard() {
        _ = close(descriptor)
        _ = unlink(temporaryPath)
    }

    /// The name `write` is a method's here.
    private static func writeBytes(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, bytes, bytes.count)
        #elseif canImport(Glibc)
            Glibc.write(descriptor, bytes, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, bytes.count)
        #elseif canImport(Android)
            Android.write(descriptor, bytes, bytes.count)
        #endif
    }

    private static func error(_ path: String) -> APIError {
        let code = errno
        return APIError(.file, "'\(path)' cannot be written: \(String(cString: strerror(code)))")
    }
}
