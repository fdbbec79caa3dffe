/// Standard output and standard error.
enum StandardStream: CInt {
    case output = 1
    case error = 2

    /// Writes all of the text; a reader that has gone away is no reason to fail.
    func write(_ text: String) {
        try? SystemCalls.write(Array(text.utf8), to: rawValue)
    }
}
