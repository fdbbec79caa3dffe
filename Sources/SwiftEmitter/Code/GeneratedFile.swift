/// A generated file.
package struct GeneratedFile: Hashable, Sendable {
    /// The path below the output folder, with slashes.
    package let path: String
    /// The text in UTF-8: what is written, and what a file on the disk is compared with.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
