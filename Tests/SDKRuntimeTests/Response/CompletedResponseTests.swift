import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Operations that answer with one of several types, with nothing, or with text.
@Suite struct CompletedResponseTests {
    private static let request = APIRequest(.get, "/x")

    private static func client(
        status: Int = 200,
        type contentType: String? = "application/json",
        _ body: Data,
        _ options: ClientOptions = .init()
    ) throws -> TestClient {
        let headers = HTTPFields(named: contentType.map { [(key: "content-type", value: $0)] } ?? [])
        return try TestClient(
            over: ScriptedTransport([.respond(status: status, headers: headers, body: body)]),
            options: options
        )
    }

    @Test(arguments: [(200, "application/json", "7"), (202, "text/plain", "later"), (204, nil, ""), (299, "a/b", "c")])
    func `each status has its type`(_ status: Int, _ contentType: String?, _ body: String) async throws {
        let client = try Self.client(status: status, type: contentType, Data(body.utf8))
        let response = try await client.core.exchange(Self.request)
        switch response.status {
        case 200: #expect(try response.value() == 7)
        case 202: #expect(try response.text() == "later")
        case 204: #expect(response.isEmpty && response.mediaType == nil)
        default: #expect(response.raw.body == Data("c".utf8) && response.raw.mediaType == "a/b")
        }
        #expect(try await client.core.response(Self.request).status == status)
    }

    @Test func `a value is read as strictly as the client is, and what is odd is logged`() async throws {
        let log = RecordedLog()
        let lenient = try Self.client(Data("\"7\"".utf8), .init(logger: log.logger))
        let number: Int = try await lenient.core.exchange(Self.request).value()
        #expect(number == 0)
        #expect(log.lines.map(\.level) == ["warning"])
        let strict = try await Self.client(Data("\"7\"".utf8), .init(decoding: .strict)).core.exchange(Self.request)
        let error = #expect(throws: APIError.self) { let _: Int = try strict.value() }
        #expect(error?.kind == .decoding)
        #expect(error?.status == 200)
        #expect(error?.body == .json("7"))
    }

    @Test(arguments: [(200, "7", 7), (204, "", nil), (205, "", nil), (200, "", nil), (204, "7", nil)])
    func `an optional value is nil where there is no content`(_ status: Int, _ body: String, _ value: Int?) async throws
    {
        let client = try Self.client(status: status, Data(body.utf8))
        let number: Int? = try await client.core.optional(Self.request)
        #expect(number == value)
    }

    @Test func `an optional value is not nil where there is something else`() async throws {
        let client = try Self.client(Data("{".utf8))
        let outcome = await Outcome { () async throws -> Int? in try await client.core.optional(Self.request) }
        #expect(outcome.error?.kind == .decoding)
    }

    @Test(
        arguments: [
            (nil, "6dc3bc", "mü"), ("text/plain", "6dc3bc", "mü"), ("text/plain; charset=UTF-8", "efbbbf6d", "m"),
            ("text/plain;charset=\"utf-8\"", "6dc3bc", "mü"), ("text/plain; charset=us-ascii", "6d", "m"),
            ("text/plain; a=b; Charset=ISO-8859-1", "6dfc80", "mü\u{80}"),
            ("text/plain; charset=utf-16", "006d00fc", "mü"), ("text/plain; charset=utf-16", "fffe6d00", "m"),
            ("text/plain; charset=utf-16", "feff006d", "m"), ("text/plain; charset=utf-16le", "6d00fc00", "mü"),
            ("text/plain; charset=utf-16be", "d83dde00", "😀"), (nil, "", ""),
        ] as [(String?, String, String)]
    )
    func `text is decoded as its content type says`(_ type: String?, _ hex: String, _ text: String) async throws {
        let client = try Self.client(type: type, try #require(Data(hex: hex)))
        #expect(try await client.core.text(Self.request) == text)
    }

    @Test(
        arguments: [
            (nil, "6dff", "utf-8"), (nil, "c3", "utf-8"), ("text/plain; charset=us-ascii", "c3bc", "us-ascii"),
            ("text/plain; charset=utf-16", "006d00", "utf-16"), ("text/plain; charset=utf-16", "d83d006d", "utf-16"),
            ("text/plain; charset=koi8-r", "6d", "koi8-r"),
        ] as [(String?, String, String)]
    )
    func `bytes that are no such text are an error`(_ type: String?, _ hex: String, _ encoding: String) async throws {
        let client = try Self.client(type: type, try #require(Data(hex: hex)))
        let outcome = await Outcome { try await client.core.text(Self.request) }
        #expect(outcome.error?.kind == .decoding)
        #expect(outcome.error?.message.contains(encoding) == true)
    }

    @Test func `no dump shows a credential`() async throws {
        let response = try await Self.client(Data("{}".utf8)).core.exchange(Self.request)
        var dumped = ""
        dump(response, to: &dumped)
        #expect(!dumped.contains("test-key-0123456789"))
        #expect(dumped.contains("200"))
    }
}
