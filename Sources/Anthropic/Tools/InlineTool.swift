public import SDKRuntime

/// A ``Tool`` that is written where it is used.
///
/// ```swift
/// struct Sum: Decodable {
///     var a: Int
///     var b: Int
/// }
///
/// let add = InlineTool("add", "Adds two integers.") { (input: Sum) in "\(input.a + input.b)" }
/// ```
public struct InlineTool<Input: Decodable, Output: ToolOutput>: Tool {
    /// The name by which the model asks for the tool.
    public let name: String

    /// What the tool does, and when to use it.
    public let description: String

    private let schema: JSONValue?
    private let body: @Sendable (Input) async throws -> Output

    /// Makes a tool of a closure; see ``Tool/call(_:)``.
    ///
    /// - Parameters:
    ///   - name: The name by which the model asks for the tool.
    ///   - description: What the tool does, and when to use it.
    ///   - inputSchema: The JSON Schema of the input. Nil: that of its type.
    ///   - body: Does what the tool is for.
    public init(
        _ name: String,
        _ description: String,
        inputSchema: JSONValue? = nil,
        _ body: @escaping @Sendable (Input) async throws -> Output
    ) {
        self.name = name
        self.description = description
        schema = inputSchema
        self.body = body
    }

    /// The JSON Schema of the input.
    public var inputSchema: JSONValue {
        get throws { try schema ?? JSONValue(schemaOf: Input.self) }
    }

    /// Calls the closure.
    public func call(_ input: Input) async throws -> Output {
        try await body(input)
    }
}
