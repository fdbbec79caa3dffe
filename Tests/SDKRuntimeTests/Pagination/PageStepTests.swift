import Foundation
import SDKRuntime
import TestSupport
import Testing

/// What the cases do not cover of the ways from page to page.
@Suite struct PageStepTests {
    @Test func `a call for what is before an item goes on backwards`() async throws {
        let transport = ScriptedTransport(
            pages: #"{"data":["c","d"],"has_more":true,"first_id":"c","last_id":"d"}"#,
            #"{"data":["a","b"],"has_more":false,"first_id":"a","last_id":"b"}"#
        )
        var request = APIRequest(.get, "/v1/items")
        request.query("before_id", "e")
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), .ids)).collect()
        #expect(error == nil)
        #expect(items == ["c", "d", "a", "b"])
        #expect(await transport.queries == ["before_id=e", "before_id=c"])
    }

    @Test func `a member of the body asks for the next page`() async throws {
        let transport = ScriptedTransport(
            pages: #"{"data":["a"],"last_id":"p2"}"#,
            #"{"data":["b"],"last_id":"p3"}"#,
            #"{"data":["c"],"last_id":""}"#
        )
        var request = APIRequest(.post, "/v1/search")
        request.body(JSONValue.object(["text": "x", "cursor": .null]))
        let step = PageStep<SamplePage>.cursor(body: "cursor") { $0.lastID }
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), step)).collect()
        #expect(error == nil)
        #expect(items == ["a", "b", "c"])
        let bodies = await transport.sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        #expect(
            bodies == [
                #"{"text":"x","cursor":null}"#, #"{"text":"x","cursor":"p2"}"#, #"{"text":"x","cursor":"p3"}"#,
            ]
        )
    }

    @Test func `a cursor in the body that comes again ends the list with an error`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"],"last_id":"p2"}"#)
        let step = PageStep<SamplePage>.cursor(body: "cursor") { $0.lastID }
        let request = APIRequest(.post, "/v1/search")
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), step)).collect()
        #expect(items == ["a", "a"])
        #expect((error as? APIError)?.kind == .repeatedPage)
    }

    @Test func `a cursor in the body that the caller begins with and that comes again is no second page`() async throws
    {
        let transport = ScriptedTransport(pages: #"{"data":["a"],"last_id":"p1"}"#)
        let step = PageStep<SamplePage>.cursor(body: "cursor") { $0.lastID }
        var request = APIRequest(.post, "/v1/search")
        request.body(["cursor": "p1"] as JSONValue)
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), step)).collect()
        #expect(items == ["a"])
        #expect((error as? APIError)?.kind == .repeatedPage)
    }

    @Test func `a number in the body asks for the next page as a number`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"]}"#, #"{"data":[]}"#)
        let step = PageStep<SamplePage>.cursor(body: "offset") { $0.data.isEmpty ? nil : 100 }
        let request = APIRequest(.post, "/v1/search")
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), step)).collect()
        #expect(error == nil)
        #expect(items == ["a"])
        let bodies = await transport.sent.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }
        #expect(bodies == ["", #"{"offset":100}"#])
    }

    @Test func `a list by identifiers ends at an empty page`() async throws {
        let transport = ScriptedTransport(
            pages: #"{"data":["a"],"last_id":"a"}"#,
            #"{"data":[],"has_more":true,"last_id":"b"}"#
        )
        #expect(await (try TestClient(over: transport).core.items(.ids)).collect().elements == ["a"])
        #expect(await transport.queries == ["", "after_id=a"])
    }

    @Test(
        arguments: [
            (PageStep<SamplePage>.number("page"), nil, ["", "page=2", "page=3"]),
            (.number("page", from: 0), nil, ["", "page=1", "page=2"]),
            (.number("page"), "page=5", ["page=5", "page=6", "page=7"]),
            (.offset("offset"), nil, ["", "offset=2", "offset=3"]),
            (.offset("offset"), "offset=10", ["offset=10", "offset=12", "offset=13"]),
        ] as [(PageStep<SamplePage>, String?, [String])]
    )
    func `counted pages end at an empty one`(
        _ step: PageStep<SamplePage>,
        _ start: String?,
        _ queries: [String]
    ) async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a","b"]}"#, #"{"data":["c"]}"#, #"{"data":[]}"#)
        var request = APIRequest(.get, "/v1/items")
        if let parts = start?.split(separator: "=") { request.query(String(parts[0]), String(parts[1])) }
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), step)).collect()
        #expect(error == nil)
        #expect(items == ["a", "b", "c"])
        #expect(await transport.queries == queries)
    }

    @Test(arguments: [PageStep<SamplePage>.number("n", more: { $0.hasMore }), .offset("n", more: { $0.hasMore })])
    func `counted pages end where the page says so`(_ step: PageStep<SamplePage>) async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"],"has_more":false}"#)
        #expect(await (try TestClient(over: transport).core.items(step)).collect().elements == ["a"])
        #expect(await transport.sent.count == 1)
    }

    @Test func `a count that is full ends the list`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"]}"#)
        var request = APIRequest(.get, "/v1/items")
        request.query("page", Int.max)
        let list = try TestClient(over: transport).core.items(request, .init(), .number("page"))
        #expect(await list.collect().elements == ["a"])
    }

    @Test func `all else repeats`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":[],"next_page":"p 2"}"#, "{}")
        var request = APIRequest(.post, "/v1/items")
        request.query("limit", 2)
        request.header("X-A", "1")
        request.body(["q": "x"] as JSONValue)
        let options = RequestOptions(headers: ["X-B": "2"], query: ["trace": "t"])
        let list = try TestClient(over: transport).core.items(request, options, .pageCursor)
        #expect(await list.collect().error == nil)
        #expect(await transport.queries == ["limit=2&trace=t", "limit=2&trace=t&page=p%202"])
        for sent in await transport.sent {
            #expect(sent.request.method == .post)
            #expect(sent.header("X-A") == "1")
            #expect(sent.header("X-B") == "2")
            #expect(sent.body == Data(#"{"q":"x"}"#.utf8))
        }
    }

    @Test func `cursors that go round in a circle end with an error`() async throws {
        let transport = ScriptedTransport(
            pages: #"{"data":["a"],"next_page":"2"}"#,
            #"{"data":["b"],"next_page":"3"}"#,
            #"{"data":["c"],"next_page":"2"}"#
        )
        let (items, error) = await (try TestClient(over: transport).core.items(.pageCursor)).collect()
        #expect(items == ["a", "b", "c"])
        #expect((error as? APIError)?.kind == .repeatedPage)
    }

    @Test func `a cursor that leads to the page the call began with is a repetition`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"],"next_page":"1"}"#)
        var request = APIRequest(.get, "/v1/items")
        request.query("page", 1)
        let (items, error) = await (try TestClient(over: transport).core.items(request, .init(), .pageCursor)).collect()
        #expect(items == ["a"])
        #expect((error as? APIError)?.kind == .repeatedPage)
    }

    @Test func `pages can be had one by one, and from the start again`() async throws {
        let transport = ScriptedTransport(pages: #"{"data":["a"],"next_page":"2"}"#, #"{"data":["b"]}"#)
        let client = try TestClient(over: transport)
        let (page, response) = try await client.withResponse { try await $0.core.items(.pageCursor).firstPage() }
        #expect(page.data == ["a"])
        #expect(response.status == 200)
        let list = client.core.items(.pageCursor)
        #expect(await list.collect().elements == ["b"])
        #expect(await list.pages.collect().elements.map(\.data) == [["b"]])
        #expect(await transport.queries == ["", "", ""])
    }

    @MainActor @Test func `lists work from the main actor`() async throws {
        let core = try TestClient(over: ScriptedTransport(pages: #"{"data":["a","b"]}"#)).core
        var items: [String] = []
        for try await item in core.items(.pageCursor) {
            MainActor.assertIsolated()
            items.append(item)
        }
        for try await page in core.items(.pageCursor).pages { items += page.data }
        #expect(items == ["a", "b", "a", "b"])
    }

    @Test func `nothing is sent before the list is read`() async throws {
        let transport = ScriptedTransport(pages: "{}")
        _ = try TestClient(over: transport).core.items(.pageCursor)
        #expect(await transport.sent.isEmpty)
    }
}

extension ClientCore {
    fileprivate func items(_ step: PageStep<SamplePage>) -> PagedSequence<SamplePage, String> {
        items(APIRequest(.get, "/v1/items"), .init(), step)
    }
}
