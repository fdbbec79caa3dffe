import Foundation

/// The Swift file that the samples of an article, or of the documentation comments in a Swift file, are compiled as.
///
/// The statements of a text are one function, as a reader goes from sample to sample: each is in a scope inside that of the
/// one before, so that it sees what is declared there and can declare the same name anew. Every sample keeps its place in
/// the file, which is where the compiler says what is wrong with it.
struct SampleFile {
    /// The name of the article or of the Swift file, which becomes that of the functions.
    let name: String
    /// Where the compiler is to say that a mistake is.
    let path: String
    /// The samples of each text.
    let texts: [[Sample]]
    /// Whether the texts are comments in Swift. What such a comment declares is nobody else's, and it can use the module that
    /// it documents, and a `client`, without more words.
    let areComments: Bool

    var text: String {
        let head = ["// Written from the samples in \(name) while the tests are built.", ""]
        let modules = areComments ? ["import Anthropic", "import SDKTesting", ""] : []
        let imports = texts.joined().flatMap(imports(of:))
        let parts = texts.map { samples in areComments ? comment(samples) : article(samples) }
        return (head + modules + imports + parts.joined()).joined(separator: "\n")
    }

    private func article(_ samples: [Sample]) -> [String] {
        samples.filter(\.isFileLevel).flatMap(body(of:)) + [""] + function("`\(name)`()", samples)
    }

    private func comment(_ samples: [Sample]) -> [String] {
        let name = "\(name):\(samples.first?.firstLine ?? 0)"
        let declarations = samples.filter(\.isFileLevel)
        let statements =
            samples.allSatisfy(\.isFileLevel) ? [] : function("`\(name)`(client: AnthropicClient)", samples)
        if declarations.contains(where: \.isExtension) { return declarations.flatMap(body(of:)) + statements }
        return ["extension Samples {", "enum `types of \(name)` {"] + declarations.flatMap(body(of:)) + ["}", "}"]
            + statements
    }

    private func function(_ declaration: String, _ samples: [Sample]) -> [String] {
        let statements = samples.filter { !$0.isFileLevel }
        return ["extension Samples {", "static func \(declaration) async throws {"]
            + statements.flatMap { ["do {"] + body(of: $0) + $0.variables.map { "_ = \($0)" } }
            + statements.map { _ in "}" } + ["}", "}", ""]
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
