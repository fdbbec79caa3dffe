import Source

/// A text that was read, with what was reported.
struct Reading {
    let files = SourceFiles()
    let file: SourceFile
    let report: Report
    let root: YAMLNode?

    init(_ text: String, path: String = "test.yaml") {
        self.init(bytes: Array(text.utf8), path: path)
    }

    init(bytes: [UInt8], path: String = "test.yaml") {
        file = files.add(path: path, bytes: bytes)
        report = Report(files: files)
        root = YAMLReader.read(file, report: report)
    }

    /// Each diagnostic as `line:column: message [rule]`.
    var messages: [String] {
        report.diagnostics.map { diagnostic in
            let start = diagnostic.range.map { file.position(at: Int($0.start)) }
            let place = start.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place): \(diagnostic.message) [\(diagnostic.rule.rawValue)]"
        }
    }

    /// The diagnostics as people see them.
    var printed: String {
        DiagnosticPrinter(files: files).string(for: report.diagnostics)
    }
}

extension YAMLNode {
    /// A compact rendering of the whole tree, for comparisons in tests.
    var outline: String {
        switch kind {
        case .sequence: "[" + elements.map(\.outline).joined(separator: ", ") + "]"
        case .mapping: "{" + members.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
        case .string: "\"\(text)\""
        default: text
        }
    }
}
