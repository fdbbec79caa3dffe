/// Swift that stands in an article.
struct Sample: Equatable {
    /// The lines, without what all of them are indented by, as a list does it.
    let lines: [String]
    /// The number of the first of them in the article.
    let firstLine: Int

    /// Whether the sample stands outside of functions, as it is of nothing but types, extensions, and declarations with an
    /// attribute, such as tests. Any other is of statements.
    var isFileLevel: Bool {
        let heads = lines.compactMap(Self.head)
        return !heads.isEmpty && heads.allSatisfy { $0.hasPrefix("@") || Self.typeKeywords.contains($0) }
    }

    /// Whether the sample extends a type, which is done at the level of files alone.
    var isExtension: Bool {
        isFileLevel
            && lines.contains { $0.split(separator: " ").first { !Self.modifiers.contains(String($0)) } == "extension" }
    }

    /// The variables that the sample declares, one by one, where its statements begin.
    var variables: [String] {
        lines.compactMap { line in
            guard line.hasPrefix("let ") || line.hasPrefix("var ") else { return nil }
            let name = line.dropFirst(4).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return name.isEmpty ? nil : String(name)
        }
    }

    static func isImport(_ line: String) -> Bool { line.hasPrefix("import ") }

    /// The word that tells what a line declares, or that a statement begins with; nil for a line that goes on with what
    /// another has begun, for an import, and for a comment.
    private static func head(_ line: String) -> String? {
        guard let first = line.first, !first.isWhitespace, !"})]".contains(first), !line.hasPrefix("//"),
            !isImport(line)
        else { return nil }
        return line.split(separator: " ").lazy.map(String.init).first { !modifiers.contains($0) }
    }

    private static let typeKeywords: Set<String> = ["actor", "class", "enum", "extension", "protocol", "struct"]

    private static let modifiers: Set<String> = [
        "fileprivate", "final", "indirect", "internal", "nonisolated", "package", "private", "public",
    ]
}
