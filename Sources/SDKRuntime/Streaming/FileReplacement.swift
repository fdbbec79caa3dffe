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
    /// The file itself, if the path leads to one by way of links.
    private let target: String
    private let temporaryPath: String
    private let descriptor: Int32

    /// Creates the file under its temporary name.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/file``.
    init(_ path: String) throws {
        self.path = path
        guard path.utf8.last != nil, path.utf8.last != Byte.slash, !path.utf8.contains(0) else {
            throw APIError(.file, "'\(path)' is not the path of a file")
        }
        let existing = try Self.existingFile(path)
        let target = existing?.path ?? path
        self.target = target
        let slash = target.utf8.lastIndex(of: Byte.slash)
        let nameStart = slash.map { target.utf8.index(after: $0) } ?? target.startIndex
        // A long name leaves no room for an addition: 255 bytes are the limit of most file systems.
        temporaryPath = "\(target[..<nameStart]).download-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, existing?.permissions ?? 0o666)
        if descriptor < 0 { throw Self.error(path) }
        // The process may create files with fewer permissions alone.
        if let existing { _ = fchmod(descriptor, existing.permissions) }
    }

    /// The file that a path leads to, and who may do what with it; nil when there is none yet.
    ///
    /// - Throws: ``APIError`` for what is no file, such as a device: something else must not take its place.
    private static func existingFile(_ path: String) throws -> (path: String, permissions: mode_t)? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        var information = stat()
        guard stat(resolved, &information) == 0 else { return nil }
        let (typeMask, file, permissionMask): (mode_t, mode_t, mode_t) = (0o170000, 0o100000, 0o777)
        guard information.st_mode & typeMask == file else {
            throw APIError(.file, "'\(path)' cannot be written: it is no file")
        }
        return (String(cString: resolved), information.st_mode & permissionMask)
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
        guard rename(temporaryPath, target) == 0 else { throw Self.error(path) }
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
