public import SDKRuntime

/// The call of a tool in a session, and what has become of it.
public struct SessionToolUse: Sendable, Hashable, Identifiable {
    /// The call.
    public let call: Call

    /// Whether the call may be made, if the client was asked and has said so.
    public let confirmation: BetaManagedAgentsUserToolConfirmationEvent?

    /// What the call came to; nil as long as it is not over.
    public let result: Outcome?

    /// The event that makes a call.
    public enum Call: Sendable, Hashable {
        /// Of a tool that the service brings along.
        case builtIn(BetaManagedAgentsAgentToolUseEvent)
        /// Of a tool of an MCP server.
        case mcp(BetaManagedAgentsAgentMCPToolUseEvent)
        /// Of a tool of the client's own.
        case custom(BetaManagedAgentsAgentCustomToolUseEvent)
    }

    /// The event that ends a call.
    public enum Outcome: Sendable, Hashable {
        /// The service ran the tool.
        case builtIn(BetaManagedAgentsAgentToolResultEvent)
        /// An MCP server ran the tool.
        case mcp(BetaManagedAgentsAgentMCPToolResultEvent)
        /// The client ran a tool of its own.
        case custom(BetaManagedAgentsUserCustomToolResultEvent)
        /// The client ran a tool of the service.
        case user(BetaManagedAgentsUserToolResultEvent)
    }
}

extension SessionToolUse {
    /// The identifier of the call, which results and confirmations name.
    public var id: String { call.id }

    /// The name of the tool.
    public var name: String {
        switch call {
        case .builtIn(let event): event.name
        case .mcp(let event): event.name
        case .custom(let event): event.name
        }
    }

    /// The arguments of the call.
    public var input: [String: JSONValue] {
        switch call {
        case .builtIn(let event): event.input
        case .mcp(let event): event.input
        case .custom(let event): event.input
        }
    }
}

extension SessionToolUse.Call {
    /// The identifier of the call.
    public var id: String {
        switch self {
        case .builtIn(let event): event.id
        case .mcp(let event): event.id
        case .custom(let event): event.id
        }
    }
}

extension SessionToolUse.Outcome {
    /// The identifier of the call that this ends.
    public var toolUseID: String {
        switch self {
        case .builtIn(let event): event.toolUseID
        case .mcp(let event): event.mcpToolUseID
        case .custom(let event): event.customToolUseID
        case .user(let event): event.toolUseID
        }
    }

    /// Whether the tool failed. Nothing said means that it did not.
    public var isError: Bool {
        let isError: Nullable<Bool>? =
            switch self {
            case .builtIn(let event): event.isError
            case .mcp(let event): event.isError
            case .custom(let event): event.isError
            case .user(let event): event.isError
            }
        return isError == .value(true)
    }
}
