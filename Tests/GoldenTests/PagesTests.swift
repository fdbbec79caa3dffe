import Foundation
import Pages
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Pages`, called: lists that go on.
@Suite struct PagesTests {
    @Test func `a cursor leads from page to page, as the shape shows`() async throws {
        let transport = Self.transport([
            #"{"data":[{"id":"a"},{"id":"b"}],"next_cursor":"c2"}"#, #"{"data":[{"id":"c"}],"next_cursor":null}"#,
        ])
        let client = try Self.client(over: transport)
        var ids: [String] = []
        for try await model in client.models.list(.init(limit: 2)) { ids.append(model.id) }
        #expect(ids == ["a", "b", "c"])
        let urls = await transport.sent.map(\.url)
        #expect(urls.first == "https://pages.test/models?limit=2")
        #expect(urls.last?.contains("cursor=c2") == true && urls.last?.contains("limit=2") == true)
    }

    @Test func `identifiers, numbers and URLs lead on, as the description says`() async throws {
        let files = Self.transport([
            #"{"result":{"files":[{"id":"a"}]},"has_more":true,"last_id":"a"}"#, #"{"result":{},"has_more":false}"#,
        ])
        #expect(try await Self.collect(Self.client(over: files).files.list()).map(\.id) == ["a"])
        #expect(await files.sent.map(\.request.path) == ["/files", "/files?after_id=a"])
        let logs = Self.transport([#"["x"]"#, #"["y"]"#, "[]"])
        #expect(try await Self.collect(Self.client(over: logs).logs.list()) == ["x", "y"])
        #expect(await logs.sent.map(\.request.path) == ["/logs", "/logs?page=1", "/logs?page=2"])
        let links = Self.transport([
            #"{"data":[{"id":"a"}],"paging":{"next":"/links?at=2"}}"#, #"{"data":[{"id":"b"}]}"#,
        ])
        #expect(try await Self.collect(Self.client(over: links).links.list()).map(\.id) == ["a", "b"])
        #expect(await links.sent.map(\.request.path) == ["/links", "/links?at=2"])
    }

    @Test func `a member of the body leads on`() async throws {
        let transport = Self.transport([
            #"{"hits":[{"id":"a"}],"page":{"next":"p2","has_more":true}}"#,
            #"{"hits":[{"id":"b"}],"page":{"next":"p3"}}"#,
            #"{"hits":[],"page":{"next":"p4","has_more":false}}"#,
        ])
        let found = try Self.client(over: transport).search.create(.init(text: "x", start: "p1"))
        #expect(try await Self.collect(found).map(\.id) == ["a", "b"])
        let bodies = await transport.sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        #expect(
            bodies == [
                #"{"text":"x","start":"p1"}"#, #"{"text":"x","start":"p2"}"#, #"{"text":"x","start":"p3"}"#,
            ]
        )
    }

    private static func collect<Page, Item>(_ sequence: PagedSequence<Page, Item>) async throws -> [Item] {
        var items: [Item] = []
        for try await item in sequence { items.append(item) }
        return items
    }

    private static func transport(_ bodies: [String]) -> ScriptedTransport {
        ScriptedTransport(bodies.map { .respond(status: 200, headers: [:], body: Data($0.utf8)) })
    }

    private static func client(over transport: ScriptedTransport) throws -> PagesClient {
        try PagesClient(options: ClientOptions(transport: transport, environment: .none))
    }
}
