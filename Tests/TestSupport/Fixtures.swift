package import Foundation

/// The files in `Tests/Fixtures`.
package enum Fixtures {
    /// The folder itself.
    package static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(component: "Fixtures")

    /// The root of the package.
    package static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder by its path in the folder.
    package static func url(_ path: String) -> URL {
        folder.appending(path: path)
    }
}
