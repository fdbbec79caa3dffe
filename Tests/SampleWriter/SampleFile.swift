import Foundation

/// The Swift file that the samples of an article are compiled as.
///
/// The statements of an article are one function, as a reader goes from sample to sample: each is in a scope inside that
/// of the one before, so that it sees what is declared there and can declare the same name anew. Every sample keeps its
/// place in the article, which is where the compiler says what is wrong with it.
struct SampleFile {
    /// The name of the article, which becomes that of the function.
    let article: String
    /// Where the compiler is to say that a mistake is.
    let path: String
    let samples: [Sample]

    var text: String {
        let statements = samples.filter { !$0.isFileLevel }
        let parts = [
            ["// Written from the samples in \(article) while the tests are built.", ""],
            samples.flatMap(imports(of:)),
            samples.filter(\.isFileLevel).flatMap(body(of:)),
            ["", "extension Samples {", "static func `\(article)`() async throws {"],
            statements.flatMap { ["do {"] + body(of: $0) + $0.variables.map { "_ = \($0)" } },
            statements.map { _ in "}" },
            ["}", "}", ""],
        ]
        return parts.joined().joined(separator: "\n")
    }

    private func imports(of sample: Sample) -> [String] {
        sample.lines.enumerated().filter { Sample.isImport($0.element) }.flatMap { index, line in
            [location(sample.firstLine + index), line, "#sourceLocation()"]
        }
    }

    /// The lines of a sample without its imports, which leave empty lines, and without the mark of a program's entry, of
    /// which the tests have one already.
    private func body(of sample: Sample) -> [String] {
        let lines = sample.lines.map { line in
            if Sample.isImport(line) { return "" }
            return line.hasPrefix("@main ") ? String(line.dropFirst("@main ".count)) : line
        }
        return [location(sample.firstLine)] + lines + ["#sourceLocation()"]
    }

    private func location(_ line: Int) -> String {
        "#sourceLocation(file: \"\(path)\", line: \(line))"
    }
}
