import SDKRuntime
import TestSupport
import Testing

@Suite struct ParameterTests {
    private typealias Sent = ScriptedTransport.Sent

    private func send(_ path: String = "/x", _ fill: (inout APIRequest) -> Void) async throws -> Sent {
        try await StyleTests.send(fill, path: path)
    }

    @Test(arguments: [
        ("a/b?c:d@e", "a/b?c:d@e"), ("100%", "100%25"), ("%41%4g%", "%41%254g%25"),
        ("a&b+c#d[e]", "a%26b%2Bc%23d%5Be%5D"),
        ("é f", "%C3%A9%20f"), ("x=y,z;", "x=y,z;"), ("", ""),
    ])
    func reservedCharactersStayWhereAllowed(value: String, text: String) async throws {
        let sent = try await send { $0.query("q", value, allowsReserved: true) }
        #expect(sent.request.path == "/x?q=\(text)")
    }

    @Test func reservedCharactersInsideElementsStay() async throws {
        let sent = try await send { $0.query("q", ["a/b", "c:d"], explode: false, allowsReserved: true) }
        #expect(sent.request.path == "/x?q=a/b,c:d")
    }

    @Test func contentIsJSONText() async throws {
        let value: JSONValue = ["a": [1, "é"], "b": nil]
        let sent = try await send("/x/{p}") { request in
            request.path("p", json: value)
            request.query("q", json: value)
            request.query("none", json: nil as JSONValue?)
            request.header("X-H", json: ["a": 1] as JSONValue)
            request.cookie("c", json: ["a": 1] as JSONValue)
        }
        #expect(
            sent.request.path
                == "/x/%7B%22a%22:%5B1,%22%C3%A9%22%5D,%22b%22:null%7D?q=%7B%22a%22%3A%5B1%2C%22%C3%A9%22%5D%2C%22b%22%3Anull%7D"
        )
        #expect(sent.header("x-h") == #"{"a":1}"#)
        #expect(sent.header("cookie") == "c=%7B%22a%22%3A1%7D")
    }

    @Test func deepObjectsNest() async throws {
        let value: JSONValue = ["a": ["b": 1, "c": [1, 2]], "d": [["e": "x"], ["e": "y"]], "n": nil]
        let sent = try await send { $0.query("f", value, style: .deepObject, explode: true) }
        let text = sent.request.path?.replacing("%5B", with: "[").replacing("%5D", with: "]")
        #expect(text == "/x?f[a][b]=1&f[a][c]=1&f[a][c]=2&f[d][0][e]=x&f[d][1][e]=y")
    }

    @Test func wholeQueries() async throws {
        let value: JSONValue = ["foo": "a + b", "bar": true, "list": [1, 2], "object": ["k": 1], "none": nil]
        let form = try await send { $0.queryString(value, encoding: ["object": FormEncoding(style: .deepObject)]) }
        #expect(form.request.path == "/x?foo=a+%2B+b&bar=true&list=1&list=2&object%5Bk%5D=1")
        let json = try await send { $0.queryString(json: ["numbers": [1, 2]] as JSONValue) }
        #expect(json.request.path == "/x?%7B%22numbers%22%3A%5B1%2C2%5D%7D")
        let text = try await send { $0.queryString(text: "$.a[?@.b==1]&x y") }
        #expect(text.request.path == "/x?$.a%5B?@.b==1%5D&x%20y")
        let none = try await send { $0.queryString(nil as JSONValue?) }
        #expect(none.request.path == "/x")
        let outcome = await Outcome { try await send { $0.queryString([1]) } }
        #expect(outcome.error?.kind == .invalidArgument)
    }

    @Test func cookiesFollowThoseOfTheCaller() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.get, "/x")
        request.cookie("a", "1 2")
        request.cookie("b", "own")
        request.cookie("c", nil as String?)
        _ = try await client.send(request, .init(headers: ["Cookie": "x=y; b=given"]))
        _ = try await client.send(request, .init(headers: ["Cookie": nil]))
        _ = try await client.send(request)
        #expect(
            await transport.sent.map { $0.header("cookie") } == ["x=y; b=given; a=1%202", nil, "a=1%202; b=own"]
        )
    }

    @Test(arguments: ["a;b", "a,b", "a b", "a\"b", "a\nb", "é", #"a\b"#])
    func cookiesThatCannotBeSentAreRefused(value: String) async throws {
        let outcome = await Outcome { try await send { $0.cookie("c", value, style: .cookie) } }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(outcome.error?.message.contains("cookie 'c'") == true)
        let sent = try await send { $0.cookie("c", value) }
        #expect(sent.header("cookie")?.hasPrefix("c=") == true)
    }

    @Test func acceptIsTheOperations() async throws {
        let sent = try await send { $0.accept("text/csv") }
        #expect(sent.header("accept") == "text/csv")
    }
}

@Suite struct ServerTests {
    /// What a client of that base URL sends for an operation with that server.
    private func send(_ server: String, base: String? = nil) async throws -> ScriptedTransport.Sent {
        let transport = ScriptedTransport()
        let client = try TestClient(
            apiKey: "test-key-0123456789",
            baseURL: base,
            options: .init(defaultHeaders: ["X-Own": "1"], transport: transport, environment: .none)
        )
        var request = APIRequest(.get, "/files?beta=true")
        request.server(server)
        _ = try await client.send(request)
        return try #require(await transport.sent.first)
    }

    @Test(arguments: [
        ("https://other.example.com/v2", nil, "https://other.example.com/v2/files?beta=true"),
        ("https://other.example.com/v2/?key=a", nil, "https://other.example.com/v2/files?key=a&beta=true"),
        ("//other.example.com", nil, "https://other.example.com/files?beta=true"),
        ("/v2", nil, "https://api.anthropic.com/v2/files?beta=true"),
        ("v2/", nil, "https://api.anthropic.com/v2/files?beta=true"),
        ("https://other.example.com/v2", "http://localhost:8080/x", "http://localhost:8080/x/files?beta=true"),
        ("/v2", "http://localhost:8080/x", "http://localhost:8080/v2/files?beta=true"),
    ])
    func base(server: String, chosen: String?, url: String) async throws {
        let sent = try await send(server, base: chosen)
        #expect(sent.url == url)
        #expect(sent.header("x-api-key") == "test-key-0123456789")
        #expect(sent.header("x-own") == "1")
    }

    @Test func serversThatAreNoURLsAreRefused() async throws {
        let outcome = await Outcome { try await send("https://") }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(outcome.error?.message.contains("the server of the operation") == true)
    }
}
