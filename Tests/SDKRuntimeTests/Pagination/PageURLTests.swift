import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

/// Pages that name the next one by its URL, in the body or in a `Link` header.
@Suite struct PageURLTests {
    private static func page(_ next: String?) -> String {
        JSONValue.object(["data": ["a"], "next_page": next.map { .string($0) } ?? .null]).description
    }

    private static func list(
        _ transport: ScriptedTransport,
        _ step: PageStep<SamplePage>,
        _ options: RequestOptions = .init()
    ) async throws -> (elements: [String], error: (any Error)?) {
        let clientOptions = ClientOptions(defaultHeaders: ["X-Team": "red"], defaultQuery: ["limit": 5])
        let core = try TestClient(over: transport, options: clientOptions).core
        var request = APIRequest(.get, "/v1/items/{kind}")
        request.path("kind", "x")
        request.query("page", 1)
        return await core.items(request, options, step).collect()
    }

    @Test(
        arguments: [
            (
                "https://api.anthropic.com/v1/items/x?limit=2&page=2",
                "https://api.anthropic.com/v1/items/x?limit=2&page=2"
            ),
            ("/v2/items?page=2&limit=2", "https://api.anthropic.com/v2/items?page=2&limit=2"),
            ("?page=2", "https://api.anthropic.com/v1/items/x?limit=5&page=2"),
            ("y?page=2", "https://api.anthropic.com/v1/items/y?limit=5&page=2"),
            ("../z?page=2#top", "https://api.anthropic.com/v1/z?limit=5&page=2"),
            ("//api.anthropic.com/n?page=2", "https://api.anthropic.com/n?limit=5&page=2"),
        ]
    )
    func `the URL is taken as it is`(_ next: String, _ url: String) async throws {
        let transport = ScriptedTransport(pages: Self.page(next), Self.page(nil))
        let (items, error) = try await Self.list(transport, .pageURL, .init(query: ["trace": 1]))
        #expect(error == nil)
        #expect(items == ["a", "a"])
        let sent = await transport.sent
        #expect(sent.first?.url == "https://api.anthropic.com/v1/items/x?limit=5&page=1&trace=1")
        #expect(
            sent.last.map { Set($0.url.split(whereSeparator: { "?&".contains($0) })) }
                == Set(url.split { "?&".contains($0) })
        )
        #expect(sent.last?.header("X-Api-Key") == "test-key-0123456789")
    }

    @Test(arguments: ["https://evil.example/n?page=2", "http://api.anthropic.com/n", "//evil.example/n"])
    func `no credential leaves the origin`(_ next: String) async throws {
        let transport = ScriptedTransport(pages: Self.page(next), Self.page(nil))
        let options = RequestOptions(headers: ["Authorization": "Bearer secret-of-the-call", "X-Trace": "1"])
        let (items, error) = try await Self.list(transport, .pageURL, options)
        #expect(error == nil)
        #expect(items == ["a", "a"])
        let sent = await transport.sent
        #expect(sent.first?.header("Authorization") == "Bearer secret-of-the-call")
        for name in ["Authorization", "X-Api-Key", "X-Team"] {
            #expect(sent.last?.header(name) == nil, "\(name)")
        }
        #expect(sent.last?.header("X-Trace") == "1")
    }

    @Test func `the server of an operation is as good as the client's`() async throws {
        let transport = ScriptedTransport(pages: Self.page("?page=2"), Self.page("https://own.example/v9?page=3"), "{}")
        var request = APIRequest(.get, "/v1/items")
        request.server("https://own.example/v2")
        let list = try TestClient(over: transport).core.items(request, .init(), .pageURL)
        #expect(await list.collect().error == nil)
        let sent = await transport.sent
        #expect(
            sent.map(\.url) == [
                "https://own.example/v2/v1/items", "https://own.example/v2/v1/items?page=2",
                "https://own.example/v9?page=3",
            ]
        )
        #expect(sent.allSatisfy { $0.header("X-Api-Key") == "test-key-0123456789" })
    }

    @Test(arguments: ["ftp://x/y", "https://", "https://user:pw@api.anthropic.com/", "https://a b/"])
    func `a URL that leads nowhere is an error after the page's items`(_ next: String) async throws {
        let (items, error) = try await Self.list(ScriptedTransport(pages: Self.page(next)), .pageURL)
        #expect(items == ["a"])
        #expect((error as? APIError)?.kind == .decoding)
    }

    @Test(arguments: ["?page=1&limit=5", "https://api.anthropic.com/v1/items/x?limit=5&page=2"])
    func `a URL that comes again is a repetition`(_ next: String) async throws {
        let transport = ScriptedTransport(pages: Self.page(next))
        let (items, error) = try await Self.list(transport, .pageURL)
        #expect(Set(items) == ["a"])
        #expect((error as? APIError)?.kind == .repeatedPage)
        #expect(await transport.sent.count <= 3)
    }

    @Test func `a header links to the next page`() async throws {
        let transport = ScriptedTransport { sent in
            let isFirst = sent.url.contains("page=1")
            let headers = HTTPFields(
                named: isFirst
                    ? [
                        (key: "Link", value: #"</v1/items/x?page=1>; rel="first prev""#),
                        (key: "Link", value: #"<?page=2>; title="a, b"; rel="last Next", <?page=9>; rel=next"#),
                    ] : [(key: "Link", value: #"<?page=1>; rel="prev""#)]
            )
            return .respond(status: 200, headers: headers, body: Data(#"{"data":["a"]}"#.utf8))
        }
        let (items, error) = try await Self.list(transport, .link)
        #expect(error == nil)
        #expect(items == ["a", "a"])
        #expect(await transport.queries.last?.contains("page=2") == true)
    }

    @Test(
        arguments: [
            (#"<a>; rel="next""#, "a"), (#"<a,b;c>;rel=next"#, "a,b;c"), (#"< >;x, <b> ; rel = "next""#, "b"),
            (#"<a>; REL="NEXT""#, "a"), (#"<a>; rel="prev"; rel="next""#, nil), (#"<a>; rel=nextpage"#, nil),
            (#"<a>; anchor="/other"; rel=next, <b>; rel=next"#, "b"), (#"<a>; title="x\"; rel=next""#, nil),
            (#"a; rel=next"#, nil), (#"<a; rel=next"#, nil), ("", nil), (#",,<a>; rel=next;;,"#, "a"),
            (#"<a>; title="never ends"#, nil),
        ] as [(String, String?)]
    )
    func links(_ value: String, _ target: String?) {
        #expect(LinkHeader.target(of: "next", in: HTTPFields(named: ["link": value])) == target)
    }

    /// The examples of RFC 3986, section 5.4, as far as a request can be sent there.
    @Test(
        arguments: [
            ("g", "/b/c/g"), ("./g", "/b/c/g"), ("g/", "/b/c/g/"), ("/g", "/g"), ("?y", "/b/c/d;p?y"),
            ("g?y", "/b/c/g?y"),
            ("#s", "/b/c/d;p?q"), ("g#s", "/b/c/g"), (";x", "/b/c/;x"), ("g;x?y#s", "/b/c/g;x?y"), ("", "/b/c/d;p?q"),
            (".", "/b/c/"), ("./", "/b/c/"), ("..", "/b/"), ("../g", "/b/g"), ("../..", "/"), ("../../g", "/g"),
            ("../../../g", "/g"), ("/./g", "/g"), ("/../g", "/g"), ("g.", "/b/c/g."), ("..g", "/b/c/..g"),
            ("./../g", "/b/g"), ("./g/.", "/b/c/g/"), ("g/../h", "/b/c/h"), ("g;x=1/../y", "/b/c/y"),
            ("g?y/../x", "/b/c/g?y/../x"),
        ]
    )
    func references(_ reference: String, _ path: String) throws {
        let base = try RequestURL(parsing: "http://a/b/c/d;p?q", subject: "base")
        #expect(try base.resolving(reference, subject: "reference").description == "http://a\(path)")
    }
}
