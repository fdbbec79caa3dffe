import Resources
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Resources`, called: names that come from paths and methods.
@Suite struct ResourcesTests {
    @Test func `calls go where their names say`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try ResourcesClient(options: ClientOptions(transport: transport, environment: .none))
        try await client.service.root()
        try await client.sessions.list()
        try await client.sessions.create()
        try await client.sessions.retrieve(id: "1")
        try await client.sessions.replace(id: "1")
        try await client.sessions.update(id: "1")
        try await client.sessions.delete(id: "1")
        try await client.sessions.cancel(id: "1")
        try await client.sessions.files.retrieve(id: "1", fileID: "2")
        try await client.v2.sessions.list()
        try await client.messages.create()
        try await client.messages.createBeta()
        try await client.users.retrieve(id: "1")
        try await client.kinds.retrieve(kind: .cat)
        try await client.data.retrieve()
        let calls = await transport.sent.map { sent in
            "\(sent.request.method.rawValue) \(sent.request.path ?? "")"
        }
        #expect(
            calls == [
                "GET /", "GET /v1/sessions", "POST /v1/sessions", "GET /v1/sessions/1", "PUT /v1/sessions/1",
                "PATCH /v1/sessions/1", "DELETE /v1/sessions/1", "POST /v1/sessions/1/cancel",
                "GET /v1/sessions/1/files/2", "GET /v2/sessions", "POST /v1/messages", "POST /v1/messages?beta=true",
                "GET /users/1", "GET /kinds/cat", "GET /data",
            ]
        )
    }

    @Test func `a resource inside one of its name has types of its own`() async throws {
        let transport = ScriptedTransport(body: #"{"id":"1"}"#)
        let client = try ResourcesClient(options: ClientOptions(transport: transport, environment: .none))
        guard case .ok(let box) = try await client.boxes.create(.init(size: 1)),
            case .ok(let inner) = try await client.boxes.boxes.create(.init(depth: 2))
        else {
            Issue.record("not the answer of the status 200")
            return
        }
        #expect(box.id == "1")
        #expect(inner.id == "1")
        #expect(
            await transport.sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [
                #"{"size":1}"#, #"{"depth":2}"#,
            ]
        )
    }

    @Test func `a resource gives way to a type of its name`() async throws {
        let transport = ScriptedTransport(body: #"{"name":"Ann"}"#)
        let client = try ResourcesClient(options: ClientOptions(transport: transport, environment: .none))
        let user: User = try await client.user.retrieve(UserRetrieveParams(fields: "name"))
        #expect(user == (try await client.me.retrieve()))
    }
}
