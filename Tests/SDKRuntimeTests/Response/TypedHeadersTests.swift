import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct TypedHeadersTests {
    struct Color: APIModel {
        let red: Int
        let name: String?
        private var modelExtras = ModelExtras()

        init(red: Int, name: String?) {
            self.red = red
            self.name = name
        }

        static let table = ModelTable<Self> { row in
            row.required("R", Int.self)
            row.optional("N", String.self)
        }
    }

    struct Headers: APIModel {
        let limit: Int
        let ratio: Double?
        let isCached: Bool?
        let tags: [String]?
        let sizes: [Int]?
        let expiry: Date?
        let code: String?
        let color: Color?
        private var modelExtras = ModelExtras()
        var version: Int { 2 }

        init(
            limit: Int,
            ratio: Double? = nil,
            isCached: Bool? = nil,
            tags: [String]? = nil,
            sizes: [Int]? = nil,
            expiry: Date? = nil,
            code: String? = nil,
            color: Color? = nil
        ) {
            self.limit = limit
            self.ratio = ratio
            self.isCached = isCached
            self.tags = tags
            self.sizes = sizes
            self.expiry = expiry
            self.code = code
            self.color = color
        }

        static let table = ModelTable<Self> { row in
            row.required("X-Rate-Limit", Int.self)
            row.optional("X-Ratio", Double.self)
            row.optional("X-Cached", Bool.self)
            row.optional("X-Tags", [String].self)
            row.optional("X-Sizes", [Int].self)
            row.optional("X-Expires-After", Date.self)
            row.optional("X-Code", String.self)
            row.optional("X-Color", Color.self)
            row.constant("X-Version", 2)
        }
    }

    private static func response(_ headers: KeyValuePairs<String, String>, _ mode: DecodingMode = .strict) async throws
        -> APIResponse
    {
        let transport = ScriptedTransport(headers: HTTPFields(named: headers))
        let client = try TestClient(over: transport, options: .init(decoding: mode))
        return try await client.core.response(APIRequest(.get, "/x"))
    }

    @Test func `text is read as what its member is`() async throws {
        let response = try await Self.response([
            "x-rate-limit": "10", "X-RATIO": "0.5", "x-cached": "true", "x-tags": "a, \"b, c\" ,, d\\",
            "x-tags": "\"e\\\"f\"", "x-sizes": "1,2", "x-expires-after": "2026-05-01T00:00:00Z", "x-code": "007",
            "x-version": "2", "x-other": "9",
        ])
        #expect(
            try response.headers(as: Headers.self)
                == Headers(
                    limit: 10,
                    ratio: 0.5,
                    isCached: true,
                    tags: ["a", "b, c", "d\\", "e\"f"],
                    sizes: [1, 2],
                    expiry: Date(timeIntervalSince1970: 1_777_593_600),
                    code: "007"
                )
        )
    }

    @Test func `what is missing is nil`() async throws {
        let response = try await Self.response(["x-rate-limit": "10", "x-version": "2"])
        #expect(try response.headers(as: Headers.self) == Headers(limit: 10))
    }

    @Test(arguments: ["R=7,N=x y", "R,7,N,x y", #"{"R":7,"N":"x y"}"#])
    func objects(_ text: String) async throws {
        let response = try await Self.response(["x-rate-limit": "1", "x-version": "2", "x-color": text])
        #expect(try response.headers(as: Headers.self).color == Color(red: 7, name: "x y"))
    }

    @Test func `what does not fit is an issue, or in strict mode an error`() async throws {
        let headers: KeyValuePairs = ["x-sizes": "1,b", "x-cached": "yes", "x-version": "3"]
        let lenient = try await Self.response(headers, .lenient).headers(as: Headers.self)
        #expect(lenient.limit == 0)
        #expect(lenient.sizes == [1, 0])
        #expect(
            Set(lenient.decodingIssues.map(\.codingPath)) == ["X-Rate-Limit", "X-Cached", "X-Sizes[1]", "X-Version"]
        )
        let strict = try await Self.response(headers)
        let error = #expect(throws: APIError.self) { try strict.headers(as: Headers.self) }
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains("header") == true)
    }

    @Test func `every kind of response has them, and errors too`() async throws {
        let headers = HTTPFields(named: ["x-rate-limit": "10", "x-version": "2"])
        let expected = Headers(limit: 10)
        let request = APIRequest(.get, "/x")
        let core = try TestClient(over: ScriptedTransport(headers: headers)).core
        let events: EventStream<JSONValue> = try await core.events(request)
        #expect(try events.headers(as: Headers.self) == expected)
        let lines: JSONLinesStream<JSONValue> = try await core.jsonLines(request)
        #expect(try lines.headers(as: Headers.self) == expected)
        #expect(try await core.download(request).headers(as: Headers.self) == expected)
        #expect(try await core.exchange(request).headers(as: Headers.self) == expected)
        let client = TestClient(core: core)
        #expect(try await client.asResponse { try await $0.send(request) }.headers(as: Headers.self) == expected)

        let failing = try TestClient(over: ScriptedTransport(status: 429, headers: headers))
        let error = try #require(await Outcome { try await failing.send(request) }.error)
        #expect(try error.headers(as: Headers.self) == expected)
    }
}
