import Source

extension YAMLNode {
    /// A node of a text without mistakes.
    init?(yaml text: String) {
        let files = SourceFiles()
        let report = Report(files: files)
        guard let root = YAMLReader.read(files.add(path: "value.yaml", bytes: Array(text.utf8)), report: report),
            report.diagnostics.isEmpty
        else { return nil }
        self = root
    }

    /// The value as JSON without white space, for comparisons.
    var json: String {
        switch kind {
        case .sequence: "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .mapping: "{" + members.map { "\"\($0.key)\":\($0.value.json)" }.joined(separator: ",") + "}"
        case .string: "\"\(text)\""
        default: text
        }
    }
}
