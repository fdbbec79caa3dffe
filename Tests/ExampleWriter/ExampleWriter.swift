import APIModel
import Foundation
import OpenAPI
import Source
import SwiftEmitter

/// Writes Swift files with a call for each operation of a document that has an example.
///
/// Arguments: the document, then the files to write. They extend the type `ExampleCalls`, which is written by hand.
@main enum ExampleWriter {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first else { return }
        let files = SourceFiles()
        let report = Report(files: files)
        let calls = try calls(of: path, files: files, report: report)
        if report.hasErrors {
            let text = DiagnosticPrinter(format: .text, files: files).string(for: report.diagnostics)
            FileHandle.standardError.write(Data(text.utf8))
            exit(1)
        }
        let outputs = Array(arguments.dropFirst())
        for (index, output) in outputs.enumerated() {
            let part = calls.indices.filter { $0 % outputs.count == index }.map { calls[$0] }
            let text = file(part, index, count: outputs.count)
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        }
    }

    private static func calls(of path: String, files: SourceFiles, report: Report) throws -> [String] {
        let entry = try files.load(path: path)
        guard let document = DocumentReader.read(entry, files: files, report: report) else { return [] }
        let api = Lowering.lower(document, filter: nil, report: report)
        let emission = ExampleCallEmission(
            api,
            options: EmissionOptions(module: "Anthropic", client: "AnthropicClient"),
            report: report
        )
        let examples = examples(in: document)
        return api.root.withDescendants.flatMap(\.operations).compactMap { operation -> String? in
            guard let example = examples[operation.source],
                let call = emission.call(operation, example, depth: 3)
            else { return nil }
            return """
                        calls.\(kind(of: operation))("\(operation.qualifiedName)") { client in
                            \(call)
                        }

                """
        }
    }

    /// What the operations of a document are given, by where their names stand.
    private static func examples(in document: Document) -> [SourceRange: OperationExample] {
        var examples: [SourceRange: OperationExample] = [:]
        for path in document.root.paths {
            guard let item: PathItemObject = document.view(path.value) else { continue }
            for (_, _, operation) in item.operations {
                guard let name = operation.method else { continue }
                var parameters: [OperationExample.ParameterKey: YAMLNode] = [:]
                for node in item.parameters + operation.parameters {
                    guard let parameter: ParameterObject = document.view(node),
                        let location = location(parameter.location), let name = parameter.name
                    else { continue }
                    parameters[.init(location: location, wireName: name)] = document.example(of: parameter)
                }
                let body: RequestBodyObject? = operation.requestBody.flatMap { document.view($0) }
                let media: MediaTypeObject? = body?.content.first.flatMap { document.view($0.value) }
                let example = media.flatMap { document.example(of: $0) }
                examples[name.range] = OperationExample(parameters: parameters, body: example)
            }
        }
        return examples
    }

    private static func location(_ text: String?) -> Parameter.Location? {
        switch text {
        case "path": .path
        case "query": .query
        case "header": .header
        case "cookie": .cookie
        default: nil
        }
    }

    /// The function that takes a call, by what the call gives.
    private static func kind(of operation: APIModel.Operation) -> String {
        if operation.pagination != nil { return "pages" }
        return switch operation.response.content {
        case .empty: "nothing"
        case .json: "value"
        case .optional: "optional"
        case .text: "text"
        case .bytes: "download"
        case .events: "events"
        case .jsonLines: "lines"
        case .choice: "choice"
        }
    }

    private static func file(_ calls: [String], _ index: Int, count: Int) -> String {
        let all = (0..<count).map { "        add\($0)(to: &calls)\n" }.joined()
        let list = """

                /// All calls.
                static let all: [ExampleCall] = {
                    var calls = ExampleCalls()
            \(all)        return calls.list
                }()

            """
        return """
            // Written from the examples in Spec/ while the tests are built.

            import Anthropic
            import Foundation

            extension ExampleCalls {
                static func add\(index)(to calls: inout ExampleCalls) {
            \(calls.joined())    }
            \(index == 0 ? list : "")}

            """
    }
}
