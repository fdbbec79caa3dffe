import SDKRuntime

/// The tools of a runner, by their names.
struct ToolBox: Sendable {
    private let tools: [String: any Tool]

    /// What the model is told of the tools.
    let definitions: [BetaToolUnionParam]

    /// - Throws: `APIError` of kind `invalidArgument` when two tools have one name, or when one has no definition.
    init(_ tools: [any Tool]) throws {
        self.tools = try tools.reduce(into: [:]) { tools, tool in
            guard tools.updateValue(tool, forKey: tool.name) == nil else {
                throw APIError(.invalidArgument, "two tools are named '\(tool.name)'")
            }
        }
        definitions = try tools.map { try $0.definition() }
    }

    /// Runs what the model asks for, all of it at the same time.
    ///
    /// - Returns: The results in the order of the calls. An error of a tool is a result.
    /// - Throws: `CancellationError` when the task is cancelled.
    func results(of calls: [BetaToolUseBlock]) async throws -> [BetaToolResultBlockParam] {
        let results = await withTaskGroup(of: (Int, BetaToolResultBlockParam).self) { group in
            for (index, call) in calls.enumerated() {
                group.addTask { (index, await result(of: call)) }
            }
            return await group.reduce(into: [Int: BetaToolResultBlockParam]()) { results, result in
                results[result.0] = result.1
            }
        }
        try Task.checkCancellation()
        return calls.indices.compactMap { results[$0] }
    }

    private func result(of call: BetaToolUseBlock) async -> BetaToolResultBlockParam {
        guard let tool = tools[call.name] else {
            return BetaToolResultBlockParam(failed: call, "Error: Tool '\(call.name)' not found")
        }
        do {
            return BetaToolResultBlockParam(toolUseID: call.id, content: try await tool.answer(to: call.input))
        } catch let error as ToolError {
            return BetaToolResultBlockParam(failed: call, error.content)
        } catch {
            return BetaToolResultBlockParam(failed: call, .text("Error: \(CodingFailure.text(error))"))
        }
    }
}

extension Tool {
    fileprivate func answer(to input: [String: JSONValue]) async throws -> BetaToolResultBlockParam.Content {
        let value: Input
        do {
            value = try JSONValue(input).decode(codable: Input.self)
        } catch {
            throw ToolError(.text("Error: the input does not fit: \(CodingFailure.text(error))"))
        }
        return try await call(value).toolContent()
    }
}

extension BetaToolResultBlockParam {
    fileprivate init(failed call: BetaToolUseBlock, _ content: Content) {
        self.init(toolUseID: call.id, content: content, isError: true)
    }
}
