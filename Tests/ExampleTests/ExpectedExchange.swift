import Foundation
import SDKRuntime
import SDKTesting

/// The exchanges that a call of an example is to make, and what it is to give.
struct ExpectedExchange {
    let archive: HTTPArchive
    let result: CallResult.Content

    init(_ operation: SpecOperation, of spec: Spec) throws {
        let request = ExpectedRequest(spec: spec, operation: operation)
        guard let content = operation.response else {
            archive = HTTPArchive(entries: [
                .init(request: try request.request(), response: .init(status: operation.status))
            ])
            result = .nothing
            return
        }
        guard let example = content.example else { throw ExampleProblem("the response has no example") }
        if let pagination = operation.pagination?.objectValue, pagination["none"] == nil {
            let pages = try ExpectedPages(example, pagination)
            let exchanges: [HTTPArchive.Entry] = [
                .init(request: try request.request(), response: try Self.response(operation, pages.first)),
                .init(
                    request: try request.request(page: pages.query),
                    response: try Self.response(operation, pages.last)
                ),
            ]
            // Once for the items, and once for the pages.
            archive = HTTPArchive(entries: exchanges + exchanges)
            result = .pages([pages.first, pages.last], items: pages.items)
            return
        }
        let answer = try Self.response(operation, example)
        if let results = operation.resultsURL {
            let url = spec.baseURL + "/where/the/results/are"
            archive = HTTPArchive(entries: [
                try Self.naming(url, results, for: operation, of: spec),
                .init(request: try request.request(url: url), response: answer),
            ])
        } else {
            archive = HTTPArchive(entries: [.init(request: try request.request(), response: answer)])
        }
        result =
            switch Self.kind(of: content) {
            case .json: .values([example])
            case .events, .lines: .values(example.arrayValue ?? [])
            case .bytes: .bytes(Data((example.stringValue ?? "").utf8))
            }
    }

    /// The call that tells where the answer of an operation is.
    private static func naming(
        _ url: String,
        _ results: JSONValue,
        for operation: SpecOperation,
        of spec: Spec
    ) throws -> HTTPArchive.Entry {
        guard var source = spec.operations.first(where: { $0.name == results["operation"]?.stringValue }),
            var answer = source.response?.example?.objectValue, let member = results["url"]?.stringValue
        else { throw ExampleProblem("no call tells where the results are") }
        answer[member] = .string(url)
        source.parameters = operation.parameters
        return HTTPArchive.Entry(
            request: try ExpectedRequest(spec: spec, operation: source).request(),
            response: try response(source, .object(answer))
        )
    }

    private enum Kind { case json, events, lines, bytes }

    private static func kind(of content: SpecOperation.Content) -> Kind {
        switch content.mediaType {
        case "text/event-stream": .events
        case "application/json": .json
        default: content.isSequence ? .lines : .bytes
        }
    }

    private static func response(_ operation: SpecOperation, _ example: JSONValue) throws -> HTTPArchive.Response {
        guard let content = operation.response else { return .init(status: operation.status) }
        let bytes: Data
        switch kind(of: content) {
        case .json: bytes = try ModelEncoder().encode(example)
        case .lines: bytes = Data(try elements(of: example).map { try text(of: $0) + "\n" }.joined().utf8)
        case .events: bytes = Data(try events(of: operation, example).joined().utf8)
        case .bytes: bytes = Data((example.stringValue ?? "").utf8)
        }
        return HTTPArchive.Response(
            status: operation.status,
            headers: [.init("Content-Type", content.mediaType), .init("request-id", "req_example")],
            content: .init(bytes, mimeType: content.mediaType)
        )
    }

    /// Server-sent events with the names that their data has, among events of each name that is to be passed over.
    private static func events(of operation: SpecOperation, _ example: JSONValue) throws -> [String] {
        let ignored = operation.stream?["ignoredEvents"]?.arrayValue?.compactMap(\.stringValue) ?? []
        return try ignored.map { "event: \($0)\ndata: {\"type\": \"\($0)\"}\n\n" }
            + elements(of: example).map { event in
                let name = event["type"]?.stringValue.map { "event: \($0)\n" } ?? ""
                return "\(name)data: \(try text(of: event))\n\n"
            }
    }

    private static func elements(of example: JSONValue) throws -> [JSONValue] {
        guard let elements = example.arrayValue, !elements.isEmpty else {
            throw ExampleProblem("the example of a stream is a list of what it sends, and this one is none")
        }
        return elements
    }

    private static func text(of value: JSONValue) throws -> String {
        String(decoding: try ModelEncoder().encode(value), as: UTF8.self)
    }
}

/// What is wrong with an example.
struct ExampleProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
