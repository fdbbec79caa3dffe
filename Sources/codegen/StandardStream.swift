import Foundation

/// Standard output and standard error.
enum StandardStream {
    case output, error

    /// Writes all of the text; a reader that has gone away is no reason to fail.
    func write(_ text: String) {
        let handle = self == .output ? FileHandle.standardOutput : FileHandle.standardError
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
