import SDKRuntime

// <!-- swift
// let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// The API's memory tool: with it, the model keeps notes in files that outlast a conversation.
///
/// ```swift
/// let memory = MemoryTool(try FolderMemory("/var/lib/assistant/memory"))
/// let runner = try client.beta.messages.toolRunner(params, tools: [memory])
/// ```
///
/// The files are wherever the ``MemoryStorage`` keeps them. The model sees them below `/memories`, and no path of it leads
/// out of there. Use one tool for one memory: the commands of a turn are carried out in their order, and those that a
/// tool is given at the same time one after another; those of two tools are not.
public struct MemoryTool: SequentialTool {
    /// `memory`
    public let name = "memory"

    /// What the tool does. The API describes it to the model by itself.
    public let description = "Keeps notes in files across conversations."

    private let editor: MemoryEditor
    private let queue = CommandQueue()

    /// Makes a memory of a storage.
    public init(_ storage: any MemoryStorage) {
        editor = MemoryEditor(storage: storage)
    }

    /// The tool `memory_20250818` that the API defines.
    public func definition() -> BetaToolUnionParam {
        .memory20250818(BetaMemoryTool20250818Param())
    }

    /// Carries out a command of the model.
    ///
    /// - Throws: ``ToolError`` that tells the model what is wrong with the command, and what the storage throws.
    public func call(_ input: BetaMemoryTool20250818Command) async throws -> String {
        try await queue.run { try await editor.perform(input) }
    }
}

/// Carries out commands one after another: between the reading and the writing of a file comes no other.
private actor CommandQueue {
    private var last: Task<Void, Never>?

    func run<Answer: Sendable>(_ command: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        let earlier = last
        let task = Task {
            await earlier?.value
            try Task.checkCancellation()
            return try await command()
        }
        last = Task { _ = await task.result }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
