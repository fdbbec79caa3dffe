public import SDKRuntime

// <!-- swift
// import Foundation
// struct Server: Sendable {
//     func call(_ tool: String, _ arguments: JSONValue) async throws -> Data { Data() }
// }
// let server = Server()
// let listed = Data()
// let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// A tool of a server of the Model Context Protocol, for the model to use.
///
/// The module has no client of the protocol: how a tool is called is a closure.
///
/// ```swift
/// let tools = try JSONDecoder().decode(MCPToolList.self, from: listed).tools.map { definition in
///     MCPTool(definition) { arguments in
///         try JSONDecoder().decode(MCPToolResult.self, from: try await server.call(definition.name, arguments))
///     }
/// }
/// let runner = try client.beta.messages.toolRunner(params, tools: tools)
/// ```
///
/// A server that the API can reach by itself needs none of this: it is named in the `mcpServers` of a request.
public struct MCPTool: Tool {
    /// What the server says of the tool.
    public let tool: MCPToolDefinition

    private let body: @Sendable (JSONValue) async throws -> MCPToolResult

    /// Makes a tool.
    ///
    /// - Parameters:
    ///   - tool: What the server says of the tool.
    ///   - body: Calls the tool with its arguments, an object.
    public init(_ tool: MCPToolDefinition, _ body: @escaping @Sendable (JSONValue) async throws -> MCPToolResult) {
        self.tool = tool
        self.body = body
    }

    /// The name of the tool.
    public var name: String { tool.name }

    /// What the tool does.
    public var description: String { tool.description ?? tool.title ?? "" }

    /// The JSON Schema of the arguments.
    public var inputSchema: JSONValue { tool.inputSchema }

    /// Calls the tool.
    ///
    /// - Throws: What the closure throws.
    public func call(_ input: JSONValue) async throws -> MCPToolResult {
        try await body(input)
    }
}

/// What a server of the Model Context Protocol says of one of its tools.
public struct MCPToolDefinition: Codable, Sendable, Hashable {
    /// The name of the tool.
    public var name: String

    /// The name for people to read.
    public var title: String?

    /// What the tool does.
    public var description: String?

    /// The JSON Schema of the arguments.
    public var inputSchema: JSONValue

    /// A tool.
    public init(name: String, title: String? = nil, description: String? = nil, inputSchema: JSONValue) {
        self.name = name
        self.title = title
        self.description = description
        self.inputSchema = inputSchema
    }
}

/// A list of tools, as a server of the Model Context Protocol answers `tools/list`.
public struct MCPToolList: Decodable, Sendable {
    /// The tools.
    public var tools: [MCPToolDefinition]

    /// What to ask for the next part of the list with; nil at its end.
    public var nextCursor: String?
}

/// What a tool of a server of the Model Context Protocol has answered.
public struct MCPToolResult: Decodable, Sendable, ToolOutput {
    /// The content, in order.
    public var content: [MCPContent]

    /// The result as JSON, if the tool has a schema for that. It is in the content as well.
    public var structuredContent: JSONValue?

    /// Whether the tool failed.
    public var isError: Bool?

    /// A result.
    public init(content: [MCPContent], structuredContent: JSONValue? = nil, isError: Bool? = nil) {
        self.content = content
        self.structuredContent = structuredContent
        self.isError = isError
    }

    /// What the model is told. Empty texts, which the API does not take, are left out.
    ///
    /// - Throws: ``ToolError`` with the content when the tool failed, and ``MCPConversionError``.
    public func toolContent() throws -> BetaToolResultBlockParam.Content {
        let content = BetaToolResultBlockParam.Content.blocks(
            try self.content.filter { $0 != .text("") }.map { try BetaToolResultBlockParam.Content.Block($0) }
        )
        if isError == true { throw ToolError(content) }
        return content
    }
}

/// A message of a prompt of the Model Context Protocol.
public struct MCPPromptMessage: Decodable, Sendable, Hashable {
    /// Who says it: `user` or `assistant`.
    public var role: String

    /// What is said.
    public var content: MCPContent

    /// A message.
    public init(role: String, content: MCPContent) {
        self.role = role
        self.content = content
    }
}

extension BetaMessageParam {
    /// A message of a prompt of the Model Context Protocol.
    ///
    /// - Throws: ``MCPConversionError`` for content that the API does not take.
    public init(_ message: MCPPromptMessage) throws(MCPConversionError) {
        self.init(
            content: .blocks([try BetaContentBlockParam(message.content)]),
            role: Role(rawValue: message.role)
        )
    }
}
