import APIModel
import OpenAPI
import SDKRuntime
import Source
import TestSupport

/// What the spec says of a call, read without what the generator makes of it: values, media types, examples.
struct SpecOperation: Sendable {
    /// The name of the call, `messages.create`; where an answer can come as a stream, `messages.create_stream` too.
    var name: String
    var method: String
    /// The key of the path, with its query.
    var path: String
    var parameters: [Parameter] = []
    /// `x-sdk-query` and `x-sdk-header-values`.
    var fixedQuery: [(name: String, value: String)] = []
    var headerValues: [(name: String, value: String)] = []
    var request: Content?
    var status: Int
    /// The answer; nil for one without content.
    var response: Content?
    /// `x-sdk-pagination`, `x-sdk-stream` and `x-sdk-results-url`.
    var pagination: JSONValue?
    var stream: JSONValue?
    var resultsURL: JSONValue?

    struct Parameter: Sendable {
        var location: String
        var name: String
        var isRequired: Bool
        var example: JSONValue?
    }

    struct Content: Sendable {
        var mediaType: String
        var example: JSONValue?
        /// Whether it is many values in a row, each of which has the schema.
        var isSequence = false
        /// Properties of a form that are files.
        var files: Set<String> = []
    }

    var isStream: Bool { response?.mediaType == "text/event-stream" }
}

/// The description of the API, read once.
struct Spec: Sendable {
    var baseURL = ""
    /// Headers of every request.
    var headers: [(name: String, value: String)] = []
    var operations: [SpecOperation] = []
    /// Operations in the document, however many calls each of them becomes.
    var count = 0

    static let current = Spec(path: Fixtures.package.appending(path: "Spec/anthropic.yaml").path)

    private init(path: String) {
        let files = SourceFiles()
        guard let file = try? files.load(path: path),
            let document = DocumentReader.read(file, files: files, report: Report(files: files))
        else { return }
        baseURL = document.root.servers.first?.node["url"]?.text ?? ""
        headers = Self.pairs(document.root.node["x-sdk-client"]?["headers"])
        for path in document.root.paths {
            guard let item: PathItemObject = document.view(path.value) else { continue }
            for (method, _, object) in item.operations {
                count += 1
                operations += Self.operations(method, path.key, item, object, document)
            }
        }
    }

    private static func pairs(_ node: YAMLNode?) -> [(name: String, value: String)] {
        node?.members.map { ($0.key, $0.value.text) } ?? []
    }

    /// The calls of an operation: one, or two where its answer may be a stream.
    private static func operations(
        _ method: String,
        _ path: String,
        _ item: PathItemObject,
        _ object: OperationObject,
        _ document: Document
    ) -> [SpecOperation] {
        let success = object.responses.first { $0.key.hasPrefix("2") }
        let response: ResponseObject? = success.flatMap { document.view($0.value) }
        var operation = SpecOperation(
            name: object.method?.text ?? "",
            method: method.uppercased(),
            path: path,
            fixedQuery: pairs(object.node["x-sdk-query"]),
            headerValues: pairs(object.node["x-sdk-header-values"]),
            status: success.flatMap { Int($0.key) } ?? 200,
            pagination: object.node["x-sdk-pagination"].map(JSONValue.init),
            stream: object.node["x-sdk-stream"].map(JSONValue.init),
            resultsURL: object.node["x-sdk-results-url"].map(JSONValue.init)
        )
        operation.parameters = (item.parameters + object.parameters).compactMap { node in
            guard let parameter: ParameterObject = document.view(node) else { return nil }
            return SpecOperation.Parameter(
                location: parameter.location ?? "",
                name: parameter.name ?? "",
                isRequired: parameter.isRequired,
                example: document.example(of: parameter).map(JSONValue.init)
            )
        }
        let body: RequestBodyObject? = object.requestBody.flatMap { document.view($0) }
        operation.request = body?.content.first.flatMap { content($0, document) }
        let answers = response?.content.compactMap { content($0, document) } ?? []
        operation.response = answers.first
        guard let stream = answers.dropFirst().first(where: { $0.mediaType == "text/event-stream" }) else {
            return [operation]
        }
        // The member `stream` of the body says which of the two it is to be.
        var twin = operation
        twin.name += "_stream"
        twin.response = stream
        let example = operation.request?.example
        operation.request?.example = setting("stream", of: example, to: nil)
        twin.request?.example = setting("stream", of: example, to: true)
        return [operation, twin]
    }

    private static func setting(_ key: String, of value: JSONValue?, to member: JSONValue?) -> JSONValue? {
        guard var object = value?.objectValue else { return value }
        object[key] = member
        return .object(object)
    }

    private static func content(_ member: YAMLMember, _ document: Document) -> SpecOperation.Content? {
        guard let media: MediaTypeObject = document.view(member.value) else { return nil }
        let schema = media.schema.flatMap { document.resolve($0) }
        let files = (schema?["properties"]?.members.map { $0 } ?? []).filter { property in
            let schema = document.resolve(property.value)
            let element = schema?["items"].flatMap { document.resolve($0) } ?? schema
            return element?["format"]?.text == "binary"
        }
        return SpecOperation.Content(
            mediaType: member.key,
            example: document.example(of: media).map(JSONValue.init),
            isSequence: media.itemSchema != nil,
            files: Set(files.map(\.key))
        )
    }
}
