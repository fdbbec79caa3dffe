import Foundation
import Parameters
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Parameters`, called: every place and style, against OpenAPI 3.2.0, section 4.12.
@Suite struct ParametersTests {
    @Test func `what a URI Template says beside a name is no part of it`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).files.retrieve(folder: "a b", names: ["x", "y"], version: "v1")
        #expect(await transport.sent.first?.url == "https://parameters.test/files/a%20b/x,y/v1")
    }

    @Test func `a value that may span segments keeps its slashes`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).files.retrieve(folder: "a b/c", names: ["x/y"], version: "versions/1")
        #expect(await transport.sent.first?.url == "https://parameters.test/files/a%20b/c/x%2Fy/versions/1")
    }

    @Test func `a required parameter with one value need not be given`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.rules.list()
        try await client.rules.list(.init(apiVersion: "2026-07-01", strict: true))
        let sent = await transport.sent
        #expect(
            sent.map(\.url) == [
                "https://parameters.test/rules?api-version=2026-01-01",
                "https://parameters.test/rules?api-version=2026-07-01&strict=true",
            ]
        )
        #expect(sent.map { $0.header("x-level") } == ["2", "2"])
    }

    @Test func `one name in several spellings and places`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).files.create(
            .init(aHyphenB: "1", aDotB: "2", queryAB: "3", aB: "4", hashMember: "5")
        )
        let sent = try #require(await transport.sent.first)
        #expect(sent.url == "https://parameters.test/files?a-b=3&a_b=4&hash=5")
        #expect(sent.body.map { String(decoding: $0, as: UTF8.self) } == #"{"a-b":"1","a.b":"2"}"#)
    }

    @Test func `every parameter goes to its place in its style`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        try await Self.client(over: transport).shelves.retrieve(
            shelf: 7,
            colors: ["blue", "black"],
            range: [1, 2],
            .init(
                tags: ["a", "b"],
                ids: [1, 2],
                where: Place(city: "Paris", zip: 75001),
                next: "/a?b",
                shelf: "top",
                headerShelf: "low",
                xRequestTags: ["x", "y"],
                filter: Place(city: "Rome"),
                session: "s1"
            )
        )
        let sent = try #require(await transport.sent.first)
        let url = try #require(sent.url.removingPercentEncoding)
        let parts = url.split(separator: "?", maxSplits: 1).map(String.init)
        #expect(parts.first == "https://parameters.test/shelves/7/.blue.black/;range=1,2")
        #expect(
            parts.last
                == "tags=a|b&ids=1,2&where[city]=Paris&where[zip]=75001&next=/a?b&size=small&shelf=top&filter={\"city\":\"Rome\"}"
        )
        #expect(sent.header("shelf") == "low")
        #expect(sent.header("X-Request-Tags") == "x,y")
        #expect(sent.header("cookie") == "session=s1")
    }

    @Test func `methods that HTTP has no name for`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.shelves.query(shelf: 1, colors: "c", range: "r", .init(name: "n"))
        try await client.shelves.link(shelf: 1, colors: "c", range: "r")
        let sent = await transport.sent
        #expect(sent.map(\.request.method.rawValue) == ["QUERY", "LINK"])
        #expect(sent.first?.body == Data(#"{"name":"n"}"#.utf8))
    }

    @Test func `a query in the path's key is sent, and a whole query beside it`() async throws {
        let transport = ScriptedTransport(status: 204, body: "")
        let client = try Self.client(over: transport)
        try await client.books.list()
        try await client.books.list(.init(everything: Place(city: "Oslo", zip: 1)))
        try await client.books.create(.init(name: "in the body", queryName: "in the query"))
        let sent = await transport.sent
        #expect(sent.first?.url == "https://parameters.test/books?kind=novel")
        #expect(sent.last?.url == "https://parameters.test/books?name=in%20the%20query")
        #expect(sent.last?.body == Data(#"{"name":"in the body"}"#.utf8))
        #expect(sent.dropFirst().first?.url.contains("city=Oslo&zip=1") == true)
    }

    private static func client(over transport: ScriptedTransport) throws -> ParametersClient {
        try ParametersClient(options: ClientOptions(transport: transport, environment: .none))
    }
}
