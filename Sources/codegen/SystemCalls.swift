#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system does for files. Foundation has the same behind threads, handles and locales, whose libraries would take a
/// third of the time that a small description takes.
enum SystemCalls {
    /// Makes a file with a content. `Data.write` would wait for the disk after each one, which takes longer than all else, and
    /// which what can be generated again does not need.
    ///
    /// - Throws: `POSIXError`, also when there is a file already.
    static func makeFile(_ path: String, _ content: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure }
        do {
            try write(content, to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure }
    }

    /// Writes all of a content to an open file.
    ///
    /// - Throws: `POSIXError`.
    static func write(_ content: [UInt8], to descriptor: CInt) throws {
        try content.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                    let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                if count < 0 {
                    guard errno == EINTR else { throw failure }
                } else {
                    rest = rest.dropFirst(count)
                }
            }
        }
    }

    /// Whether there is a folder at a path, links followed; nil when there is nothing.
    static func isFolder(_ path: String) -> Bool? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// Has writing to a reader that has gone away fail, in place of ending the program.
    static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Why something could not be done, in the system's words where it has some.
    static func reason(of error: any Error) -> String {
        let cause = (error as? CocoaError)?.underlying ?? error
        guard let code = (cause as? POSIXError)?.code else { return "\(error)" }
        return strerror(code.rawValue).map { String(cString: $0) } ?? "\(error)"
    }

    private static var failure: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
