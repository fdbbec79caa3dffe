/// Writes diagnostics for people, programs or GitHub's annotations.
package struct DiagnosticPrinter {
    package enum Format: String, CaseIterable, Sendable {
        case text
        case json
        case github
    }

    private let format: Format
    private let files: SourceFiles

    package init(format: Format = .text, files: SourceFiles) {
        self.format = format
        self.files = files
    }

    /// The text of some diagnostics. It ends with a line break, unless it is empty; `json` is always an array.
    package func string(for diagnostics: [Diagnostic]) -> String {
        switch format {
        case .text: diagnostics.map(text).joined()
        case .json: jsonArray(diagnostics)
        case .github: diagnostics.map(githubCommand).joined()
        }
    }

    /// Counts problems: `2 errors, 1 warning in 3 files`. Without a file count, the store's files are counted.
    package func summary(of report: Report, fileCount: Int? = nil) -> String {
        let errors = report.errorCount
        let warnings = report.warningCount
        var parts: [String] = []
        if errors > 0 { parts.append(Self.count(errors, "error")) }
        if warnings > 0 { parts.append(Self.count(warnings, "warning")) }
        let problems = parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
        return "\(problems) in \(Self.count(fileCount ?? files.count, "file"))"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    // MARK: Text

    private func text(_ diagnostic: Diagnostic) -> String {
        let message = SourceExcerpt.printable(diagnostic.message)
        var lines = [
            "\(prefix(diagnostic.range))\(diagnostic.severity.rawValue): \(message) [\(diagnostic.rule.rawValue)]"
        ]
        let hint = diagnostic.hint.map(SourceExcerpt.printable)
        if let range = diagnostic.range, let file = files.file(range.file) {
            lines += Self.excerpt(of: range, in: file, hint: hint)
        } else if let hint {
            lines.append("  \(hint)")
        }
        for note in diagnostic.notes {
            lines.append("\(prefix(note.range))note: \(SourceExcerpt.printable(note.message))")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// `path:line:column: `, or nothing for a diagnostic without a place.
    private func prefix(_ range: SourceRange?) -> String {
        guard let place = range.flatMap(place) else { return "" }
        return "\(place.file.path):\(place.start.line):\(place.start.column): "
    }

    private static func excerpt(of range: SourceRange, in file: SourceFile, hint: String?) -> [String] {
        let excerpt = SourceExcerpt(of: range, in: file)
        let number = String(file.position(at: Int(range.start)).line)
        let gutter = String(repeating: " ", count: max(0, 5 - number.count))
        let blank = String(repeating: " ", count: max(5, number.count))
        let indentation = String(repeating: " ", count: excerpt.underlineOffset)
        let underline = "^" + String(repeating: "~", count: excerpt.underlineLength - 1)
        return [
            "\(gutter)\(number) |" + (excerpt.text.isEmpty ? "" : " \(excerpt.text)"),
            "\(blank) | \(indentation)\(underline)" + (hint.map { " \($0)" } ?? ""),
        ]
    }

    // MARK: JSON

    private func jsonArray(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        return "[\n" + diagnostics.map { "  " + jsonObject($0).text }.joined(separator: ",\n") + "\n]\n"
    }

    private func jsonObject(_ diagnostic: Diagnostic) -> JSONObjectText {
        var object = JSONObjectText()
        object.add("severity", diagnostic.severity.rawValue)
        object.add("rule", diagnostic.rule.rawValue)
        object.add("message", diagnostic.message)
        if let hint = diagnostic.hint { object.add("hint", hint) }
        addPlace(of: diagnostic.range, to: &object)
        let notes = diagnostic.notes.map { note in
            var object = JSONObjectText()
            object.add("message", note.message)
            addPlace(of: note.range, to: &object)
            return object
        }
        if !notes.isEmpty { object.add("notes", notes) }
        return object
    }

    private func addPlace(of range: SourceRange?, to object: inout JSONObjectText) {
        guard let place = range.flatMap(place) else { return }
        object.add("file", place.file.path)
        object.add("line", place.start.line)
        object.add("column", place.start.column)
        object.add("endLine", place.end.line)
        object.add("endColumn", place.end.column)
    }

    // MARK: GitHub

    private func githubCommand(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let place = diagnostic.range.flatMap(place) {
            properties.append("file=\(Self.githubProperty(place.file.path))")
            properties.append("line=\(place.start.line)")
            properties.append("col=\(place.start.column)")
        }
        properties.append("title=\(Self.githubProperty(diagnostic.rule.rawValue))")
        let message = diagnostic.message + (diagnostic.hint.map { " (\($0))" } ?? "")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(Self.githubData(message))\n"
    }

    private static func githubData(_ text: String) -> String {
        escape(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: nil
            }
        }
    }

    private static func githubProperty(_ text: String) -> String {
        escape(githubData(text)) { scalar in
            switch scalar {
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    private static func escape(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
        text.unicodeScalars.map { replacement($0) ?? String($0) }.joined()
    }

    // MARK: Places

    private struct Place {
        let file: SourceFile
        let start: SourcePosition
        let end: SourcePosition
    }

    private func place(_ range: SourceRange) -> Place? {
        guard let file = files.file(range.file) else { return nil }
        let end = max(range.start, range.end)
        return Place(file: file, start: file.position(at: Int(range.start)), end: file.position(at: Int(end)))
    }
}
