/// Reads a YAML 1.2 or JSON document.
package enum YAMLReader {
    /// The root of a file's one document; nil when something was reported that leaves no usable tree.
    ///
    /// A text that begins with a bracket is read as JSON first, whatever the file's suffix: libyaml refuses some legal
    /// JSON. Where it is no JSON it may still be YAML in flow style.
    package static func read(_ file: SourceFile, report: Report) -> YAMLNode? {
        guard file.bytes.count <= SourceFiles.maximumSize else {
            report.error(.yamlDocument, "the document is larger than 1 GB", at: nil)
            return nil
        }
        let check = TextCheck(file.bytes)
        if let problem = check.invalidUTF8 {
            let range = SourceRange(file: file.id, bytes: (check.forbiddenCharacter ?? problem).range)
            let first = check.forbiddenCharacter ?? problem
            report.error(.yamlEncoding, first.message, at: range, hint: first.hint)
            return nil
        }
        let first = file.bytes.first { !$0.isWhitespace }
        guard first == .openBrace || first == .openBracket else {
            return YAMLEventReader.read(file, check: check, report: report)
        }
        return readJSON(file, check: check, report: report)
    }

    private static func readJSON(_ file: SourceFile, check: TextCheck, report: Report) -> YAMLNode? {
        let jsonReport = Report()
        var reader = JSONReader(file, report: jsonReport)
        let json = reader.read()
        guard let failureOffset = reader.syntaxErrorOffset, !file.path.lowercased().hasSuffix(".json") else {
            report.add(contentsOf: jsonReport)
            return json
        }
        let yamlReport = Report()
        let yaml = YAMLEventReader.read(file, check: check, report: yamlReport)
        // Of two readers that fail, the one that came farther understood the text better.
        let yamlOffset = yamlReport.diagnostics.compactMap { $0.range?.start }.max() ?? 0
        let isJSONBetter = yaml == nil && failureOffset > Int(yamlOffset)
        report.add(contentsOf: isJSONBetter ? jsonReport : yamlReport)
        return yaml
    }
}
