import SDKRuntime
import TestSupport
import Testing

/// OpenAPI 3.2, section 4.12.2.3: the examples of styles, with the name and the values used there.
@Suite struct StyleTests {
    static let empty: JSONValue = ""
    static let string: JSONValue = "blue"
    static let array: JSONValue = ["blue", "black", "brown"]
    static let object: JSONValue = ["R": 100, "G": 200, "B": 150]

    /// What a call sends to a service without formats of its own.
    static func send(_ fill: (inout APIRequest) -> Void, path: String = "/x") async throws -> ScriptedTransport.Sent {
        let transport = ScriptedTransport()
        let service = ServiceDescription(name: "Paint", version: "1", baseURL: "https://paint.test")
        let client = try TestClient(service: service, options: .init(transport: transport, environment: .none))
        var request = APIRequest(.get, path)
        fill(&request)
        _ = try await client.send(request)
        return try #require(await transport.sent.first)
    }

    @Test(
        arguments: [
            (.matrix, false, string, ";color=blue"), (.matrix, true, string, ";color=blue"),
            (.matrix, false, empty, ";color"), (.matrix, true, empty, ";color"),
            (.matrix, false, array, ";color=blue,black,brown"),
            (.matrix, true, array, ";color=blue;color=black;color=brown"),
            (.matrix, false, object, ";color=R,100,G,200,B,150"), (.matrix, true, object, ";R=100;G=200;B=150"),
            (.label, false, string, ".blue"), (.label, true, string, ".blue"),
            (.label, false, array, ".blue,black,brown"), (.label, true, array, ".blue.black.brown"),
            (.label, false, object, ".R,100,G,200,B,150"), (.label, true, object, ".R=100.G=200.B=150"),
            (.simple, false, string, "blue"), (.simple, true, string, "blue"),
            (.simple, false, array, "blue,black,brown"), (.simple, true, array, "blue,black,brown"),
            (.simple, false, object, "R,100,G,200,B,150"), (.simple, true, object, "R=100,G=200,B=150"),
        ] as [(PathStyle, Bool, JSONValue, String)]
    )
    func path(_ style: PathStyle, explode: Bool, value: JSONValue, text: String) async throws {
        let sent = try await Self.send({ $0.path("color", value, style: style, explode: explode) }, path: "/x/{color}")
        #expect(sent.request.path == "/x/\(text)")
    }

    /// The table has texts for these, but they are segments that lead to another path, or to another operation.
    @Test(arguments: [PathStyle.label, .simple])
    func emptyPath(_ style: PathStyle) async throws {
        let outcome = await Outcome { try await Self.send({ $0.path("color", "", style: style) }, path: "/x/{color}") }
        #expect(outcome.error?.kind == .invalidPathParameter)
    }

    @Test(
        arguments: [
            (.form, false, empty, "color="), (.form, true, empty, "color="),
            (.form, false, string, "color=blue"), (.form, true, string, "color=blue"),
            (.form, false, array, "color=blue,black,brown"),
            (.form, true, array, "color=blue&color=black&color=brown"),
            (.form, false, object, "color=R,100,G,200,B,150"), (.form, true, object, "R=100&G=200&B=150"),
            (.spaceDelimited, false, array, "color=blue%20black%20brown"),
            (.spaceDelimited, false, object, "color=R%20100%20G%20200%20B%20150"),
            (.pipeDelimited, false, array, "color=blue%7Cblack%7Cbrown"),
            (.pipeDelimited, false, object, "color=R%7C100%7CG%7C200%7CB%7C150"),
            (.deepObject, true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ] as [(QueryStyle, Bool, JSONValue, String)]
    )
    func query(_ style: QueryStyle, explode: Bool, value: JSONValue, text: String) async throws {
        let sent = try await Self.send { $0.query("color", value, style: style, explode: explode) }
        #expect(sent.request.path == "/x?\(text)")
    }

    /// The table has no text for these: they are written as the nearest style that has one.
    @Test(
        arguments: [
            (.spaceDelimited, false, string, "color=blue"), (.spaceDelimited, true, string, "color=blue"),
            (.pipeDelimited, false, string, "color=blue"), (.pipeDelimited, true, string, "color=blue"),
            (.deepObject, false, string, "color=blue"), (.deepObject, true, string, "color=blue"),
            (.spaceDelimited, true, array, "color=blue&color=black&color=brown"),
            (.pipeDelimited, true, array, "color=blue&color=black&color=brown"),
            (.spaceDelimited, true, object, "R=100&G=200&B=150"), (.pipeDelimited, true, object, "R=100&G=200&B=150"),
            (.deepObject, true, array, "color=blue&color=black&color=brown"),
            (.deepObject, false, array, "color=blue&color=black&color=brown"),
            (.deepObject, false, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ] as [(QueryStyle, Bool, JSONValue, String)]
    )
    func queryBeyond(_ style: QueryStyle, explode: Bool, value: JSONValue, text: String) async throws {
        let sent = try await Self.send { $0.query("color", value, style: style, explode: explode) }
        #expect(sent.request.path == "/x?\(text)")
    }

    @Test(
        arguments: [
            (false, empty, ""), (true, empty, ""), (false, string, "blue"), (true, string, "blue"),
            (false, array, "blue,black,brown"), (true, array, "blue,black,brown"),
            (false, object, "R,100,G,200,B,150"), (true, object, "R=100,G=200,B=150"),
        ]
    )
    func header(explode: Bool, value: JSONValue, text: String) async throws {
        let sent = try await Self.send { $0.header("color", value, explode: explode) }
        #expect(sent.header("color") == text)
    }

    @Test(
        arguments: [
            (false, empty, "color="), (true, empty, "color="), (false, string, "color=blue"),
            (true, string, "color=blue"),
            (false, array, "color=blue,black,brown"), (true, array, "color=blue; color=black; color=brown"),
            (false, object, "color=R,100,G,200,B,150"), (true, object, "R=100; G=200; B=150"),
        ]
    )
    func cookie(explode: Bool, value: JSONValue, text: String) async throws {
        for style in [CookieStyle.form, .cookie] {
            let sent = try await Self.send { $0.cookie("color", value, style: style, explode: explode) }
            #expect(sent.header("cookie") == text)
        }
    }

    @Test(arguments: [JSONValue.null, [], [:], [nil]])
    func nothing(value: JSONValue) async throws {
        let sent = try await Self.send { request in
            request.query("a", value, style: .form)
            request.header("color", value, explode: true)
            request.cookie("color", value)
        }
        #expect(sent.request.path == "/x")
        #expect(sent.header("color") == nil)
        #expect(sent.header("cookie") == nil)
    }
}
