#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UploadFile {
    /// The files in a folder and in those inside it, in the order of their names. They are read while they are sent.
    ///
    /// The name of each begins with that of the folder, `skill/SKILL.md`, for calls that send the names of files with
    /// their directories; the others send the last part.
    ///
    /// ```swift
    /// let files = try UploadFile.folder("/home/me/skill")
    /// let skill = try await client.beta.skills.create(.init(files: files))
    /// ```
    ///
    /// Links to files are followed, links to folders are not.
    ///
    /// - Parameters:
    ///   - path: Where the folder is.
    ///   - name: What the names begin with. Nil: the last component of the path.
    ///   - includesHidden: Whether files and folders are sent whose names begin with a dot.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/file`` when the folder, or one inside it, cannot be read.
    public static func folder(
        _ path: String,
        name: String? = nil,
        includesHidden: Bool = false
    ) throws -> [UploadFile] {
        let base = name ?? URL(filePath: path).standardizedFileURL.lastPathComponent
        var files: [UploadFile] = []
        // A list, because folders may lie in one another more deeply than the stack is deep.
        var folders = [(path: path, name: base)]
        while let folder = folders.popLast() {
            for entry in try entries(of: folder.path) where includesHidden || !entry.hasPrefix(".") {
                let inside = (path: "\(folder.path)/\(entry)", name: "\(folder.name)/\(entry)")
                if isFolder(inside.path) {
                    folders.append(inside)
                } else if !isLinkToFolder(inside.path) {
                    files.append(.file(inside.path, name: inside.name))
                }
            }
        }
        return files.sorted { ($0.name ?? "") < ($1.name ?? "") }
    }

    private static func entries(of path: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw APIError(.file, "the folder '\(path)' cannot be read: \(error)", underlyingError: error)
        }
    }

    private static func isFolder(_ path: String) -> Bool { type(of: path) == .typeDirectory }

    private static func isLinkToFolder(_ path: String) -> Bool {
        type(of: path) == .typeSymbolicLink && isFolder(URL(filePath: path).resolvingSymlinksInPath().path)
    }

    private static func type(of path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }
}
