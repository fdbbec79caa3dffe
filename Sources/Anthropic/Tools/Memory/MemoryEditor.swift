import SDKRuntime

/// Carries out the commands of the memory tool on a storage.
struct MemoryEditor: Sendable {
    let storage: any MemoryStorage

    /// How deep a folder is listed.
    private static let listedLevels = 2

    func perform(_ command: BetaMemoryTool20250818Command) async throws -> String {
        switch command {
        case .view(let command):
            try check(command)
            return try await view(MemoryPath(command.path), command.viewRange)
        case .create(let command):
            try check(command)
            return try await create(MemoryPath(command.path), command.fileText)
        case .strReplace(let command):
            try check(command)
            return try await replace(command.oldStr, with: command.newStr, in: MemoryPath(command.path))
        case .insert(let command):
            try check(command)
            return try await insert(command.insertText, after: command.insertLine, in: MemoryPath(command.path))
        case .delete(let command):
            try check(command)
            return try await delete(MemoryPath(command.path))
        case .rename(let command):
            try check(command)
            return try await rename(MemoryPath(command.oldPath), to: MemoryPath(command.newPath))
        case .unknown(let command):
            throw ToolError("Error: there is no command '\(command.discriminator ?? "")'")
        }
    }

    /// A command is read leniently: without this, one without a text would empty a file.
    private func check(_ command: some APIModel) throws(ToolError) {
        guard let issue = command.decodingIssues.first else { return }
        throw ToolError("Error: the input does not fit: \(issue)")
    }

    // MARK: - Commands

    private func view(_ path: MemoryPath, _ range: [Int]?) async throws -> String {
        guard try await item(at: path) != .folder else {
            let lines = try await listing(of: path, levels: Self.listedLevels)
            return "The files and folders in \(path), with their sizes in bytes:\n" + lines.joined(separator: "\n")
        }
        let lines = try await lines(of: path)
        let shown = try Self.shown(range, of: lines.count)
        return "The lines of \(path):\n"
            + lines[shown].enumerated().map { index, line in
                "\(shown.lowerBound + index + 1)\t\(line)"
            }.joined(separator: "\n")
    }

    private func create(_ path: MemoryPath, _ text: String) async throws -> String {
        try checkIsBelowRoot(path)
        guard try await storage.item(at: path) == nil else { throw ToolError("Error: \(path) exists already") }
        try await storage.write(text, to: path)
        return "\(path) has been created"
    }

    private func replace(_ old: String, with new: String, in path: MemoryPath) async throws -> String {
        var text = try await text(of: path)
        guard !old.isEmpty else { throw ToolError("Error: the text to replace is empty") }
        let places = text.ranges(of: old)
        guard let place = places.first else {
            throw ToolError("Error: the text to replace is not in \(path), which has been left as it is")
        }
        guard places.count == 1 else {
            let lines = places.map { "\(text[..<$0.lowerBound].unicodeScalars.count { $0 == "\n" } + 1)" }
            throw ToolError(
                "Error: the text to replace is in \(path) more than once: see the lines \(lines.joined(separator: ", "))"
            )
        }
        text.replaceSubrange(place, with: new)
        try await storage.write(text, to: path)
        return "\(path) has been changed"
    }

    private func insert(_ inserted: String, after line: Int, in path: MemoryPath) async throws -> String {
        let text = try await text(of: path)
        let lines = Self.lines(of: text)
        guard (0...lines.count).contains(line) else {
            throw ToolError("Error: there is no line \(line) in \(path), which has \(lines.count) lines")
        }
        let isLast = line == lines.count
        var result: String = lines[..<line].map { "\($0)\n" }.joined()
        result += inserted
        if !isLast {
            if !Self.endsLine(inserted) { result += "\n" }
            result += lines[line...].joined(separator: "\n")
            if Self.endsLine(text) { result += "\n" }
        } else if Self.endsLine(text), !Self.endsLine(inserted) {
            result += "\n"
        }
        try await storage.write(result, to: path)
        return "\(path) has been changed"
    }

    private func delete(_ path: MemoryPath) async throws -> String {
        try checkIsBelowRoot(path)
        _ = try await item(at: path)
        try await storage.delete(path)
        return "\(path) has been deleted"
    }

    private func rename(_ path: MemoryPath, to destination: MemoryPath) async throws -> String {
        try checkIsBelowRoot(path)
        _ = try await item(at: path)
        guard !path.contains(destination) else {
            throw ToolError("Error: \(path) cannot become \(destination), which is the same or inside it")
        }
        guard try await storage.item(at: destination) == nil else {
            throw ToolError("Error: \(destination) exists already")
        }
        try await storage.move(path, to: destination)
        return "\(path) is now \(destination)"
    }

    // MARK: - Parts of them

    private func checkIsBelowRoot(_ path: MemoryPath) throws(ToolError) {
        if path == .root { throw ToolError("Error: \(path) itself cannot be created, deleted or moved") }
    }

    private func item(at path: MemoryPath) async throws -> MemoryItem {
        guard let item = try await storage.item(at: path) else { throw ToolError("Error: there is no \(path)") }
        return item
    }

    private func text(of path: MemoryPath) async throws -> String {
        guard try await item(at: path) != .folder else { throw ToolError("Error: \(path) is a folder") }
        return try await storage.read(path)
    }

    private func lines(of path: MemoryPath) async throws -> [Substring] {
        Self.lines(of: try await text(of: path))
    }

    /// The lines of a text. A line feed at the end begins no other line.
    private static func lines(of text: String) -> [Substring] {
        // By scalars: Swift takes CR and LF for one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Whether a line feed is the last of a text. By scalars, for the same reason.
    private static func endsLine(_ text: String) -> Bool { text.unicodeScalars.last == "\n" }

    /// The lines that a range of the model names: both ends count from 1, and −1 is the last line.
    private static func shown(_ range: [Int]?, of count: Int) throws(ToolError) -> Range<Int> {
        guard let range else { return 0..<count }
        guard range.count == 2, range[0] >= 1, range[0] <= max(count, 1), range[1] == -1 || range[1] >= range[0] else {
            throw ToolError("Error: the lines \(range) cannot be shown: the file has \(count)")
        }
        return min(range[0] - 1, count)..<(range[1] == -1 ? count : min(range[1], count))
    }

    /// A line for a folder and each of its items: size, tab, path. Hidden ones are left out.
    private func listing(of path: MemoryPath, levels: Int) async throws -> [String] {
        var lines = ["-\t\(path)/"]
        for name in try await storage.names(in: path).sorted() where !name.hasPrefix(".") {
            let item = try path.appending(name)
            switch try await storage.item(at: item) {
            case .file(let size): lines.append("\(size)\t\(item)")
            case .folder where levels > 1: lines += try await listing(of: item, levels: levels - 1)
            case .folder: lines.append("-\t\(item)/")
            case nil: break
            }
        }
        return lines
    }
}
