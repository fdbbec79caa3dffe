#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Arithmetic on slash-separated paths, as texts: nothing here follows a link or asks for the current folder.
package enum FilePaths {
    /// The path of `file`, which is relative to the folder of `origin`, without needless `.` and `..`.
    package static func resolve(_ file: String, besideFile origin: String) -> String {
        resolve(file, in: folder(of: origin))
    }

    /// The path of `file`, which is relative to `folder`, without needless `.` and `..`.
    package static func resolve(_ file: String, in folder: String) -> String {
        file.hasPrefix("/") || folder.isEmpty ? normalized(file) : normalized(folder + "/" + file)
    }

    /// The path up to the last slash, "" for a bare name.
    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path from the last slash on.
    package static func name(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The names of what a folder holds, in order; none when it cannot be read.
    package static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []).sorted()
    }

    /// The path without `.`, empty components, and `..` after a component that it undoes.
    package static func normalized(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var components: [Substring] = []
        for component in path.split(separator: "/") where component != "." {
            if component == "..", let last = components.last, last != ".." {
                components.removeLast()
            } else if component == "..", isAbsolute {
                continue
            } else {
                components.append(component)
            }
        }
        let joined = components.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
