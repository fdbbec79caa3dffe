extension StringProtocol {
    /// Without the white space and line breaks around it.
    func trimmingWhitespace() -> String {
        var rest = self[...].drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace {
            rest.removeLast()
        }
        return String(rest)
    }
}
