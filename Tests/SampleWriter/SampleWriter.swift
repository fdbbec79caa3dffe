import Foundation
import Source

/// Writes the samples of an article, or of the comments in a Swift file, as a Swift file.
///
/// Arguments: the name of the file, its path, and the file to write, which extends the type `Samples`.
@main enum SampleWriter {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let name = arguments.first, let output = arguments.last else {
            FileHandle.standardError.write(Data("usage: SampleWriter NAME FILE OUTPUT\n".utf8))
            exit(2)
        }
        let files = SourceFiles()
        let report = Report(files: files)
        let source = try files.load(path: arguments[arguments.startIndex + 1])
        let areComments = name.hasSuffix(".swift")
        let texts = areComments ? MarkdownText.comments(source) : [.article(source)]
        let file = SampleFile(
            name: name,
            path: source.path,
            texts: texts.map { SampleReader.samples(in: $0, of: source, report: report) },
            areComments: areComments
        )
        if report.hasErrors {
            let text = DiagnosticPrinter(format: .text, files: files).string(for: report.diagnostics)
            FileHandle.standardError.write(Data(text.utf8))
            exit(1)
        }
        try Data(file.text.utf8).write(to: URL(filePath: output), options: .atomic)
    }
}
