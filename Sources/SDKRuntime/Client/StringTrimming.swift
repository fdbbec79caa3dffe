extension StringProtocol {
    /// Without the white space and line breaks around it.
    func trimmingWhitespace() -> String {
        var rest = self[...].drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace {
            rest.removeLast()
        }
        return String(rest)
    }

    /// Without the white space and line breaks around it; nil where nothing is left.
    var nonBlank: String? {
        let trimmed = trimmingWhitespace()
        return trimmed.isEmpty ? nil : trimmed
    }
}
