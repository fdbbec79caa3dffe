import Anthropic
import Foundation
import TestSupport
import Testing

/// The commands of the memory tool, on a folder.
@Suite final class MemoryToolTests: Sendable {
    private let folder = FileManager.default.temporaryDirectory.appending(component: "memory-\(UUID().uuidString)")
    private let tool: MemoryTool

    init() throws {
        tool = MemoryTool(try FolderMemory(folder.path))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func run(_ command: JSONValue) async throws -> String {
        try await tool.call(command.decode(as: BetaMemoryTool20250818Command.self))
    }

    /// What the model is told when a command fails.
    private func failure(of command: JSONValue, sourceLocation: SourceLocation = #_sourceLocation) async throws
        -> String
    {
        let error = await #expect(throws: ToolError.self, sourceLocation: sourceLocation) { try await run(command) }
        guard case .text(let text)? = error?.content else { return "" }
        return text
    }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    private func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    // MARK: - Commands

    @Test func `the definition is the API's own`() throws {
        #expect(
            try JSONValue(encoding: tool.definition()) == ["type": "memory_20250818", "name": "memory"]
        )
    }

    @Test func `files are created with the folders around them`() async throws {
        _ = try await run(["command": "create", "path": "/memories/a/b/c.txt", "file_text": "one\n"])
        #expect(try text(of: "a/b/c.txt") == "one\n")
        let again = try await failure(of: ["command": "create", "path": "/memories/a/b/c.txt", "file_text": ""])
        #expect(again.contains("exists"))
        #expect(try text(of: "a/b/c.txt") == "one\n")
    }

    @Test func `a folder is listed two levels deep, without hidden files`() async throws {
        try write("12345", to: "b.txt")
        try write("", to: ".hidden")
        try write("é", to: "a/x.txt")
        try write("", to: "a/deep/y.txt")
        let listing = try await run(["command": "view", "path": "/memories/"])
        #expect(
            listing.split(separator: "\n").dropFirst() == [
                "-\t/memories/", "-\t/memories/a/", "-\t/memories/a/deep/", "2\t/memories/a/x.txt",
                "5\t/memories/b.txt",
            ]
        )
    }

    @Test(
        arguments: [
            (nil, ["1\tone", "2\t", "3\tthree"]), ([2, 3], ["2\t", "3\tthree"]), ([3, -1], ["3\tthree"]),
            ([1, 1], ["1\tone"]), ([2, 99], ["2\t", "3\tthree"]),
        ] as [(JSONValue?, [String])]
    )
    func `a file is shown with the numbers of its lines`(range: JSONValue?, lines: [String]) async throws {
        try write("one\n\nthree\n", to: "a.txt")
        var command: JSONObject = ["command": "view", "path": "/memories/a.txt"]
        command["view_range"] = range
        let shown = try await run(.object(command))
        #expect(shown.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map(String.init) == lines)
    }

    @Test(arguments: [[0, 1], [4, 5], [3, 2], [1], [1, 2, 3], [-1, -1]] as [JSONValue])
    func `lines that are not there are not shown`(range: JSONValue) async throws {
        try write("one\n\nthree\n", to: "a.txt")
        let text = try await failure(of: ["command": "view", "path": "/memories/a.txt", "view_range": range])
        #expect(text.contains("3"))
    }

    @Test func `text is replaced where it occurs once`() async throws {
        try write("one two\ntwo three\n", to: "a.txt")
        let replace = { (old: JSONValue, new: JSONValue) -> JSONValue in
            ["command": "str_replace", "path": "/memories/a.txt", "old_str": old, "new_str": new]
        }
        #expect(try await failure(of: replace("two", "2")).contains("1, 2"))
        #expect(try await failure(of: replace("four", "4")).contains("is not in"))
        #expect(try await failure(of: replace("", "4")).contains("empty"))
        #expect(try text(of: "a.txt") == "one two\ntwo three\n")
        _ = try await run(replace("two\ntwo", "2"))
        #expect(try text(of: "a.txt") == "one 2 three\n")
    }

    @Test(arguments: [
        ("a\nb\n", 0, "x", "x\na\nb\n"), ("a\nb\n", 1, "x\n", "a\nx\nb\n"), ("a\nb\n", 2, "x", "a\nb\nx\n"),
        ("a\nb", 2, "x", "a\nb\nx"), ("a\nb", 1, "x", "a\nx\nb"), ("", 0, "x", "x"),
        ("a\r\nb\r\n", 1, "x", "a\r\nx\nb\r\n"), ("a\r\nb\r\n", 2, "x\r\n", "a\r\nb\r\nx\r\n"),
        ("a\r\nb\r\n", 0, "x\r\n", "x\r\na\r\nb\r\n"),
    ])
    func `text is inserted behind a line`(before: String, line: Int, inserted: String, after: String) async throws {
        try write(before, to: "a.txt")
        _ = try await run([
            "command": "insert", "path": "/memories/a.txt", "insert_line": .number(JSONNumber(line)),
            "insert_text": .string(inserted),
        ])
        #expect(try text(of: "a.txt") == after)
    }

    @Test(arguments: [-1, 3] as [JSONValue])
    func `text is not inserted behind lines that are not there`(line: JSONValue) async throws {
        try write("a\nb\n", to: "a.txt")
        let text = try await failure(of: [
            "command": "insert", "path": "/memories/a.txt", "insert_line": line, "insert_text": "x",
        ])
        #expect(text.contains("2 lines"))
    }

    @Test func `files and folders are renamed and deleted`() async throws {
        try write("1", to: "a/x.txt")
        try write("2", to: "b.txt")
        let rename = { (old: JSONValue, new: JSONValue) -> JSONValue in
            ["command": "rename", "old_path": old, "new_path": new]
        }
        _ = try await run(rename("/memories/a", "/memories/new/place"))
        #expect(try text(of: "new/place/x.txt") == "1")
        #expect(try await failure(of: rename("/memories/b.txt", "/memories/new/place/x.txt")).contains("exists"))
        #expect(try await failure(of: rename("/memories/new", "/memories/new/inside")).contains("inside"))
        #expect(try await failure(of: rename("/memories/gone", "/memories/c")).contains("there is no"))
        _ = try await run(["command": "delete", "path": "/memories/new"])
        #expect(try await failure(of: ["command": "delete", "path": "/memories/new"]).contains("there is no"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b.txt"])
    }

    @Test(
        arguments: [
            ["command": "delete", "path": "/memories"], ["command": "delete", "path": "/memories/"],
            ["command": "rename", "old_path": "/memories", "new_path": "/memories/x"],
            ["command": "rename", "old_path": "/memories/b.txt", "new_path": "/memories"],
            ["command": "create", "path": "/memories", "file_text": "x"],
        ] as [JSONValue]
    )
    func `the top stays`(command: JSONValue) async throws {
        try write("2", to: "b.txt")
        #expect(try await failure(of: command).hasPrefix("Error: "))
        #expect(try text(of: "b.txt") == "2")
    }

    @Test(
        arguments: [
            ["command": "create", "path": "/memories/a.txt"], ["command": "create", "path": 5, "file_text": ""],
            ["command": "insert", "path": "/memories/a.txt", "insert_line": "1", "insert_text": "x"],
            ["command": "erase", "path": "/memories/a.txt"], [:],
        ] as [JSONValue]
    )
    func `commands that lack something change nothing`(command: JSONValue) async throws {
        try write("1", to: "a.txt")
        #expect(try await failure(of: command).hasPrefix("Error: "))
        #expect(try text(of: "a.txt") == "1")
    }

    @Test func `commands of one turn do not come between each other`() async throws {
        try write("", to: "a.txt")
        let tool = tool
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let insert: JSONValue = [
                        "command": "insert", "path": "/memories/a.txt", "insert_line": 0,
                        "insert_text": .string("\(number)\n"),
                    ]
                    _ = try await tool.call(insert.decode(as: BetaMemoryTool20250818Command.self))
                }
            }
            try await group.waitForAll()
        }
        #expect(Set(try text(of: "a.txt").split(separator: "\n")) == Set((0..<20).map { "\($0)" }))
    }

    // MARK: - Confinement

    @Test(arguments: [
        "/etc/passwd", "memories/a", "/memoriesX/a", "", "/", "/memories/..", "/memories/../x", "/memories/a/../../x",
        "/memories/./a", "/memories//a", "/memories/%2e%2e/x", "/memories/.%2E/x", "/memories/..%2fx",
        "/memories/..\\x", "/memories/a\0b", "/memories/a\nb", "/memories/../\u{301}x", "/memories/a/\u{301}/../x",
        "/memories/..\u{2F}\u{200D}x",
    ])
    func `paths that could lead out are refused`(path: String) async throws {
        for command in ["view", "delete"] {
            let text = try await failure(of: ["command": .string(command), "path": .string(path)])
            #expect(text.hasPrefix("Error: the path"))
        }
    }

    @Test func `symbolic links are refused, wherever they are on the way`() async throws {
        let outside = folder.appendingPathExtension("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: outside) }
        let secret = outside.appending(component: "secret.txt")
        try Data("secret".utf8).write(to: secret)
        try FileManager.default.createSymbolicLink(at: folder.appending(component: "way"), withDestinationURL: outside)
        try FileManager.default.createSymbolicLink(at: folder.appending(component: "file"), withDestinationURL: secret)

        let commands: [JSONValue] = [
            ["command": "view", "path": "/memories/file"], ["command": "view", "path": "/memories/way"],
            ["command": "view", "path": "/memories/way/secret.txt"],
            ["command": "create", "path": "/memories/way/\u{301}x", "file_text": "x"],
            ["command": "create", "path": "/memories/way/new.txt", "file_text": "x"],
            ["command": "create", "path": "/memories/way/deep/new.txt", "file_text": "x"],
            ["command": "str_replace", "path": "/memories/file", "old_str": "secret", "new_str": "x"],
            ["command": "delete", "path": "/memories/file"], ["command": "delete", "path": "/memories/way/secret.txt"],
            ["command": "rename", "old_path": "/memories/file", "new_path": "/memories/mine"],
        ]
        for command in commands {
            #expect(try await failure(of: command).contains("symbolic link"), "\(command)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["secret.txt"])
        #expect(String(decoding: try Data(contentsOf: secret), as: UTF8.self) == "secret")
        let listing = try await run(["command": "view", "path": "/memories"])
        #expect(listing.split(separator: "\n").dropFirst() == ["-\t/memories/"])
    }

    @Test func `a file that is no text, or too large, is not read`() async throws {
        try Data([0xFF, 0xFE]).write(to: folder.appending(component: "binary"))
        try Data(count: 1 << 20 + 1).write(to: folder.appending(component: "large"))
        #expect(try await failure(of: ["command": "view", "path": "/memories/binary"]).contains("not a text"))
        #expect(try await failure(of: ["command": "view", "path": "/memories/large"]).contains("too large"))
    }

    @Test func `a slash with a combining character is no part of a name`() throws {
        #expect(throws: ToolError.self) { try MemoryPath.root.appending("../\u{301}x") }
        #expect(throws: ToolError.self) { try MemoryPath.root.appending("a/\u{301}") }
    }

    @Test(arguments: ["view", "create", "delete"])
    func `where the folder is on the machine is not told`(command: String) async throws {
        let name = String(repeating: "a", count: 300)
        let text = try await failure(of: [
            "command": .string(command), "path": .string("/memories/\(name)"), "file_text": "x",
        ])
        #expect(text.hasPrefix("Error: "))
        #expect(!text.contains(folder.lastPathComponent))
    }

    @Test func `a file is no folder`() async throws {
        try write("1", to: "a.txt")
        let text = try await failure(of: ["command": "create", "path": "/memories/a.txt/b", "file_text": "x"])
        #expect(text.contains("is a file"))
    }

    @Test func `commands of one turn are carried out in their order`() async throws {
        let file: JSONValue = "/memories/a.txt"
        let edits = (1...8).map { number in
            MessageServer.toolUse(
                "t\(number)",
                "memory",
                [
                    "command": "str_replace", "path": file, "old_str": .string("\(number - 1)"),
                    "new_str": .string("\(number)"),
                ]
            )
        }
        let create: JSONValue = ["command": "create", "path": file, "file_text": "0"]
        let transport = MessageServer.transport(
            MessageServer.message([MessageServer.toolUse("t0", "memory", create)] + edits, stopReason: "tool_use"),
            MessageServer.message([MessageServer.text("Done.")])
        )
        let params = Beta.MessageCreateParams(maxTokens: 64, messages: [.user("Count.")], model: "model-x")
        let runner = try AnthropicClient(over: transport).beta.messages.toolRunner(params, tools: [tool])
        #expect(try await runner.finalMessage().text == "Done.")
        #expect(try text(of: "a.txt") == "8")
        let results = try await transport.requestBodies.last?["messages"]?[2]?["content"]?.arrayValue ?? []
        #expect(results.map { $0["tool_use_id"] } == (0...8).map { .string("t\($0)") })
    }

    @Test func `the model uses it`() async throws {
        let call = MessageServer.toolUse(
            "t1",
            "memory",
            ["command": "create", "path": "/memories/likes.md", "file_text": "Tea."]
        )
        let transport = MessageServer.transport(
            MessageServer.toolCalls(call),
            MessageServer.message([MessageServer.text("Noted.")])
        )
        let params = Beta.MessageCreateParams(maxTokens: 64, messages: [.user("I like tea.")], model: "model-x")
        let runner = try AnthropicClient(over: transport).beta.messages.toolRunner(params, tools: [tool])
        #expect(try await runner.finalMessage().text == "Noted.")
        #expect(try text(of: "likes.md") == "Tea.")
        let bodies = try await transport.requestBodies
        #expect(bodies.first?["tools"] == [["type": "memory_20250818", "name": "memory"]])
        #expect(bodies.last?["messages"]?[2]?["content"]?[0]?["is_error"] == nil)
    }
}
