import Anthropic
import TestSupport
import Testing

@Suite struct SessionEventParamsTests {
    private static let events: [(BetaManagedAgentsEventParams, JSONValue)] = [
        (
            .user("Hi"),
            ["type": "user.message", "content": [["type": "text", "text": "Hi"]]]
        ),
        (
            .user([.text("See "), .document(.init(source: .file(.init(fileID: "file_1"))))]),
            [
                "type": "user.message",
                "content": [
                    ["type": "text", "text": "See "],
                    ["type": "document", "source": ["type": "file", "file_id": "file_1"]],
                ],
            ]
        ),
        (.interrupt(), ["type": "user.interrupt"]),
        (.interrupt(threadID: "t"), ["type": "user.interrupt", "session_thread_id": "t"]),
        (.allow(toolUseID: "e"), ["type": "user.tool_confirmation", "tool_use_id": "e", "result": "allow"]),
        (.deny(toolUseID: "e"), ["type": "user.tool_confirmation", "tool_use_id": "e", "result": "deny"]),
        (
            .deny(toolUseID: "e", message: "no"),
            ["type": "user.tool_confirmation", "tool_use_id": "e", "result": "deny", "deny_message": "no"]
        ),
        (
            .customToolResult("42", for: "e"),
            [
                "type": "user.custom_tool_result", "custom_tool_use_id": "e",
                "content": [["type": "text", "text": "42"]],
            ]
        ),
        (
            .customToolResult("no", for: "e", isError: true),
            [
                "type": "user.custom_tool_result", "custom_tool_use_id": "e", "is_error": true,
                "content": [["type": "text", "text": "no"]],
            ]
        ),
    ]

    @Test(arguments: events)
    func `short forms`(event: BetaManagedAgentsEventParams, json: JSONValue) throws {
        #expect(try JSONValue(encoding: event) == json)
    }

    @Test func `events are sent without an array around them`() async throws {
        let transport = ScriptedTransport(body: #"{"data":[]}"#)
        let events = try AnthropicClient(over: transport).beta.sessions.events
        try await events.send(sessionID: "sesn_1", .interrupt(), .user("Begin anew."))
        #expect(
            try await transport.requestBodies == [
                [
                    "events": [
                        ["type": "user.interrupt"],
                        ["type": "user.message", "content": [["type": "text", "text": "Begin anew."]]],
                    ]
                ]
            ]
        )
    }
}
