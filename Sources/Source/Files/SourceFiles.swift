#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of a run, each loaded once.
package final class SourceFiles {
    private var files: [SourceFile] = []
    private var idByCanonicalPath: [String: FileID] = [:]
    /// By the paths as they were given: a file that many references name is looked for on the disk once.
    private var idByPath: [String: FileID] = [:]

    package init() {}

    package var count: Int { files.count }

    /// The files in the order of loading.
    package var all: [SourceFile] { files }

    /// The file with an id that this store gave out.
    package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

    /// Nil for an id of another store.
    func file(_ id: FileID) -> SourceFile? {
        id.index < files.count ? self[id] : nil
    }

    /// Reads a file; a file that was read before, under whatever path, is the same object.
    package func load(path: String) throws(SourceFileError) -> SourceFile {
        if let id = idByPath[path] { return self[id] }
        let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        if let id = idByCanonicalPath[url.path] {
            idByPath[path] = id
            return self[id]
        }
        let bytes = try Self.read(url, path: path)
        let file = add(path: path, bytes: bytes)
        idByCanonicalPath[url.path] = file.id
        idByPath[path] = file.id
        return file
    }

    /// Adds a text that is not read from disk, or was read already.
    package func add(path: String, bytes: [UInt8]) -> SourceFile {
        let file = SourceFile(id: FileID(index: UInt32(files.count)), path: path, bytes: bytes)
        files.append(file)
        return file
    }

    private static func read(_ url: URL, path: String) throws(SourceFileError) -> [UInt8] {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            guard attributes[.type] as? FileAttributeType != .typeDirectory else {
                throw SourceFileError(path: path, reason: .isDirectory)
            }
            let data = try Data(contentsOf: url)
            guard data.count <= maximumSize else { throw SourceFileError(path: path, reason: .tooLarge) }
            return [UInt8](data)
        } catch let error as SourceFileError {
            throw error
        } catch {
            throw SourceFileError(path: path, reason: reason(for: error))
        }
    }

    private static func reason(for error: any Error) -> SourceFileError.Reason {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: .notFound
        case .fileReadNoPermission: .noPermission
        default: .unreadable("\(error)")
        }
    }

    /// Offsets are 32 bits wide, and the tree keeps one bit for itself. No document comes near 1 GB.
    static let maximumSize = 1 << 30
}

/// Why a file could not be loaded.
package struct SourceFileError: Error, Hashable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case notFound
        case isDirectory
        case noPermission
        case tooLarge
        case unreadable(String)
    }

    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    package var description: String {
        switch reason {
        case .notFound: "\(path): no such file"
        case .isDirectory: "\(path): is a folder, not a file"
        case .noPermission: "\(path): no permission to read the file"
        case .tooLarge: "\(path): is larger than 1 GB"
        case .unreadable(let detail): "\(path): cannot be read: \(detail)"
        }
    }
}
