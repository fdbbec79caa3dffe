import Source

/// The names of the module's files. Some file systems take upper and lower case for the same, the compiler tells files
/// of one module apart by their names alone, and none of them takes a name of any length.
struct FileNames {
    /// The types in the files so far, by the name of the file in lower case.
    private var taken: [String: (type: String, source: SourceRange?)] = [:]

    /// In bytes, with room for the endings that build tools add; file systems allow 255.
    private static let longest = 230

    /// Takes the file that is named after a type, or reports that it cannot be had. Two types of exactly one name are no
    /// matter of files, and are reported elsewhere.
    mutating func claim(_ type: String, at source: SourceRange?, hint: String, report: Report) {
        guard type.utf8.count <= Self.longest else {
            let beginning = type.prefix(30)
            return report.error(
                .nameClash,
                "the Swift name '\(beginning)…' is too long for the name of a file",
                at: source,
                hint: hint
            )
        }
        if let other = taken[type.lowercased()] {
            guard other.type != type else { return }
            return report.error(
                .nameClash,
                "the Swift names '\(type)' and '\(other.type)' differ in case only, and each names a file",
                at: source,
                hint: hint,
                notes: other.source.map { [Diagnostic.Note(message: "the other is here", range: $0)] } ?? []
            )
        }
        taken[type.lowercased()] = (type, source)
    }
}
