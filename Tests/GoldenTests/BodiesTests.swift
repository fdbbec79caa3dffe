import Bodies
import Foundation
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Bodies`, called: bodies as they go on the wire.
@Suite struct BodiesTests {
    @Test func `one operation takes JSON, a form and text`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.notes.create(.init(text: "a&b", stars: .null))
        try await client.notes.createAsForm(.init(text: "a&b", tags: ["x", "y"]))
        try await client.notes.createAsText(.init(body: "a&b"))
        let sent = await transport.sent
        #expect(
            sent.map { $0.header("content-type") ?? "" }.map { $0.prefix { $0 != ";" } } == [
                "application/json", "application/x-www-form-urlencoded", "text/plain",
            ]
        )
        let bodies = sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        #expect(bodies == [#"{"text":"a&b","stars":null}"#, "text=a%26b&tags=x%20y", "a&b"])
    }

    @Test func `the ways of one operation have one type for what it answers`() async throws {
        let transport = ScriptedTransport(
            status: 400,
            headers: [.contentType: "application/json"],
            body: #"{"reason":"empty"}"#
        )
        let client = try Self.client(over: transport)
        let errors = await [
            #expect(throws: APIError.self) { try await client.notes.create(.init(text: "")) },
            #expect(throws: APIError.self) { try await client.notes.createAsForm(.init(text: "")) },
        ]
        for error in errors { #expect(try error?.body(as: NoteCreateBadRequestError.self).reason == "empty") }
    }

    @Test func `a JSON type keeps its name`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).notes.update(.init(text: "t"))
        #expect(await transport.sent.first?.header("content-type") == "application/merge-patch+json")
    }

    @Test func `a range of media types is no media type of a body`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.notes.updateByID(id: "1", .init(text: "t"))
        try await client.notes.retrieve(id: "1", .init(full: true))
        let sent = await transport.sent
        #expect(sent.map { $0.header("content-type") } == ["application/json", nil])
        #expect(sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [#"{"text":"t"}"#, nil])
    }

    @Test func `an optional body is left out`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.notes.replace()
        try await client.notes.replace(.init(text: "t"))
        try await client.notes.delete(.init(hard: true))
        try await client.notes.delete(.init(body: .init(reason: "old")))
        let sent = await transport.sent
        let bodies = sent.map { $0.body.map { String(decoding: $0, as: UTF8.self) } }
        #expect(bodies == [nil, #"{"text":"t"}"#, nil, #"{"reason":"old"}"#])
    }

    @Test func `parts have their headers and types`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.photos.create(
            .init(
                photo: .data(Data("png".utf8), name: "a.png"),
                more: [.data(Data("one".utf8), name: "1.bin"), .data(Data("two".utf8), name: "2.bin")],
                place: .init(city: "Paris"),
                title: "# Hi",
                scan: .data(Data("pdf".utf8), name: "s.pdf"),
                photoXLayers: [1, 2],
                note: "n"
            )
        )
        let sent = try #require(await transport.sent.first)
        let type = try #require(sent.header("content-type"))
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let body = String(decoding: try #require(sent.body), as: UTF8.self)
        #expect(body.contains("name=\"photo\"; filename=\"a.png\"\r\n"))
        #expect(body.contains("Content-Type: image/png\r\n"))
        #expect(body.contains("X-Angle: 90\r\n"))
        #expect(body.contains("X-Layers: 1,2\r\nX-Note: n\r\n"))
        #expect(body.contains("Content-Type: text/markdown\r\n\r\n# Hi\r\n"))
        #expect(body.contains("filename=\"s.pdf\"\r\nContent-Type: application/pdf\r\n\r\npdf\r\n"))
        #expect(body.contains("filename=\"1.bin\"") && body.contains("filename=\"2.bin\""))
        #expect(body.contains(#"{"city":"Paris"}"#))
    }

    @Test func `names of files keep their directories where the description says so`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let skill: UploadFile = .data(Data("# Do".utf8), name: "skill/SKILL.md")
        try await Self.client(over: transport).skills.create(
            .init(files: [skill], icon: .data(Data("png".utf8), name: "art/icon.png"))
        )
        let body = String(decoding: try #require(await transport.sent.first?.body), as: UTF8.self)
        #expect(body.contains("name=\"files\"; filename=\"skill/SKILL.md\"\r\nContent-Type: text/markdown\r\n"))
        #expect(body.contains("name=\"icon\"; filename=\"icon.png\"\r\n"))
    }

    @Test func `a file is a body`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).photos.update(id: "1", .init(body: .data(Data("png".utf8))))
        let sent = try #require(await transport.sent.first)
        #expect(sent.header("content-type") == "image/png")
        #expect(sent.body == Data("png".utf8))
    }

    private static func client(over transport: ScriptedTransport) throws -> BodiesClient {
        try BodiesClient(options: ClientOptions(transport: transport, environment: .none))
    }
}
