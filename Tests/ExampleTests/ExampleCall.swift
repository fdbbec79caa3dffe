import Anthropic
import TestSupport
import Testing

/// A call of the SDK with the values of an example.
struct ExampleCall: Sendable, CustomTestStringConvertible {
    /// The way to the call in the spec's spelling, `beta.sessions.resources.add`.
    let name: String
    let run: @Sendable (AnthropicClient) async throws -> CallResult

    var testDescription: String { name }
}

/// What a call gave, as the JSON that it is written back as.
struct CallResult: Sendable {
    var content: Content
    /// What the SDK has no name for: it is kept, and would be written back whatever it is.
    var unknowns: [String] = []

    enum Content: Sendable, Equatable {
        case nothing
        case text(String)
        case bytes(Data)
        /// One value, or those of a stream.
        case values([JSONValue])
        case pages([JSONValue], items: [JSONValue])
    }
}

/// Takes the calls that are written from the examples of the spec.
struct ExampleCalls {
    private(set) var list: [ExampleCall] = []

    mutating func nothing(_ name: String, _ call: @escaping @Sendable (AnthropicClient) async throws -> Void) {
        add(name) { client in
            try await call(client)
            return CallResult(content: .nothing)
        }
    }

    mutating func value<Value: JSONCodable>(
        _ name: String,
        _ call: @escaping @Sendable (AnthropicClient) async throws -> Value
    ) {
        add(name) { client in try Self.values([await call(client)]) }
    }

    mutating func optional<Value: JSONCodable>(
        _ name: String,
        _ call: @escaping @Sendable (AnthropicClient) async throws -> Value?
    ) {
        add(name) { client in
            guard let value = try await call(client) else { return CallResult(content: .nothing) }
            return try Self.values([value])
        }
    }

    mutating func text(_ name: String, _ call: @escaping @Sendable (AnthropicClient) async throws -> String) {
        add(name) { client in CallResult(content: .text(try await call(client))) }
    }

    mutating func download(_ name: String, _ call: @escaping @Sendable (AnthropicClient) async throws -> Download) {
        add(name) { client in CallResult(content: .bytes(try await call(client).data())) }
    }

    mutating func events<Event: JSONCodable>(
        _ name: String,
        _ call: @escaping @Sendable (AnthropicClient) async throws -> EventStream<Event>
    ) {
        add(name) { client in try Self.values(await Self.elements(of: call(client))) }
    }

    mutating func lines<Line: JSONCodable>(
        _ name: String,
        _ call: @escaping @Sendable (AnthropicClient) async throws -> JSONLinesStream<Line>
    ) {
        add(name) { client in try Self.values(await Self.elements(of: call(client))) }
    }

    /// Reads a list item by item, and again page by page.
    mutating func pages<Page: JSONCodable, Item: JSONCodable>(
        _ name: String,
        _ call: @escaping @Sendable (AnthropicClient) async throws -> PagedSequence<Page, Item>
    ) {
        add(name) { client in
            let list = try await call(client)
            let items = try await Self.elements(of: list)
            let pages = try await Self.elements(of: list.pages)
            return CallResult(
                content: .pages(
                    try pages.map { try JSONValue(encoding: $0) },
                    items: try items.map { try JSONValue(encoding: $0) }
                ),
                unknowns: pages.flatMap { Unknowns.all(in: $0) }
            )
        }
    }

    private mutating func add(
        _ name: String,
        _ run: @escaping @Sendable (AnthropicClient) async throws -> CallResult
    ) {
        list.append(ExampleCall(name: name, run: run))
    }

    private static func values(_ values: [some JSONCodable]) throws -> CallResult {
        CallResult(
            content: .values(try values.map { try JSONValue(encoding: $0) }),
            unknowns: values.flatMap { Unknowns.all(in: $0) }
        )
    }

    private static func elements<Elements: AsyncSequence>(of sequence: Elements) async throws -> [Elements.Element] {
        try await sequence.reduce(into: []) { $0.append($1) }
    }
}

/// Reads a value that has no spelling in Swift.
func decoded<Value: JSONCodable>(_ json: JSONValue) throws -> Value {
    try ModelDecoder().decode(Value.self, from: ModelEncoder().encode(json))
}
