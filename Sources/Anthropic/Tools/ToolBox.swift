import SDKRuntime

/// The tools of a runner, by their names.
struct ToolBox: Sendable {
    private let tools: [String: any Tool]

    /// What the model is told of the tools.
    let definitions: [BetaToolUnionParam]

    /// - Parameter declared: The other tools of the conversation, such as those that the API runs by itself.
    /// - Throws: `APIError` of kind `invalidArgument` when two tools have one name, or when one has no definition.
    init(_ tools: [any Tool], besides declared: [BetaToolUnionParam]) throws {
        let taken = Set(declared.compactMap(\.toolName))
        self.tools = try tools.reduce(into: [:]) { tools, tool in
            guard !taken.contains(tool.name), tools.updateValue(tool, forKey: tool.name) == nil else {
                throw APIError(.invalidArgument, "two tools are named '\(tool.name)'")
            }
        }
        definitions = try tools.map { try $0.definition() }
    }

    /// Runs what the model asks for, all of it at the same time but for the calls of a ``SequentialTool``.
    ///
    /// - Parameter isLastCutOff: Whether the input of the last call is not whole. That call fails without being made.
    /// - Returns: The results in the order of the calls. An error of a tool is a result.
    /// - Throws: `CancellationError` when the task is cancelled.
    func results(of calls: [BetaToolUseBlock], isLastCutOff: Bool) async throws -> [BetaToolResultBlockParam] {
        let results = await withTaskGroup(of: [Int: BetaToolResultBlockParam].self) { group in
            for series in series(of: calls) {
                group.addTask {
                    var results: [Int: BetaToolResultBlockParam] = [:]
                    for index in series {
                        let isCutOff = isLastCutOff && index == calls.count - 1
                        results[index] = await result(of: calls[index], isCutOff: isCutOff)
                    }
                    return results
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
        try Task.checkCancellation()
        return calls.indices.compactMap { results[$0] }
    }

    /// The calls, by their positions, that are to be made one after another.
    private func series(of calls: [BetaToolUseBlock]) -> [[Int]] {
        var series: [[Int]] = []
        var sequential: [String: Int] = [:]
        for (index, call) in calls.enumerated() {
            if let known = sequential[call.name] {
                series[known].append(index)
                continue
            }
            if tools[call.name] is any SequentialTool { sequential[call.name] = series.count }
            series.append([index])
        }
        return series
    }

    private func result(of call: BetaToolUseBlock, isCutOff: Bool) async -> BetaToolResultBlockParam {
        if isCutOff {
            return BetaToolResultBlockParam(failed: call, "Error: the input was cut off at the limit of tokens")
        }
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

/// A tool whose calls of one turn depend on each other: they are made in their order.
protocol SequentialTool: Tool {}

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

extension BetaToolUnionParam {
    /// The name by which the model asks for the tool, which each kind has in a member of its own; nil for sets of tools.
    fileprivate var toolName: String? { (try? JSONValue(encoding: self))?["name"]?.stringValue }
}

extension BetaToolResultBlockParam {
    fileprivate init(failed call: BetaToolUseBlock, _ content: Content) {
        self.init(toolUseID: call.id, content: content, isError: true)
    }
}
