/// A generated file.
package struct GeneratedFile: Hashable, Sendable {
    /// The path below the output folder, with slashes.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
