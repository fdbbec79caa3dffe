import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Deprecated values in requests are told of in the log.
@Suite struct DeprecationTests {
    struct Model: OpenEnum {
        var rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static var old: Self { "old-1" }
        static var new: Self { "new-2" }
        static var knownRawValues: [String] { ["old-1", "new-2"] }
        static let deprecatedValues = ["old-1": "Use new-2."]
    }

    struct Size: OpenIntegerEnum {
        var rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static var knownRawValues: [Int] { [1, 2] }
        static let deprecatedValues = [1: "It is too small."]
    }

    struct Plain: OpenEnum {
        var rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static var knownRawValues: [String] { ["old-1"] }
    }

    private static let oldModel = "Model: 'old-1' is deprecated. Use new-2."
    private static let smallSize = "Size: '1' is deprecated. It is too small."

    /// The warnings for some requests of one client.
    private static func warnings(_ requests: APIRequest..., options: RequestOptions = .init()) async throws -> [String]
    {
        let log = RecordedLog()
        let client = try TestClient(over: ScriptedTransport(), options: .init(logger: log.logger))
        for request in requests {
            _ = try await client.send(request, options)
        }
        #expect(log.lines.allSatisfy { $0.level == "warning" })
        return log.lines.map(\.text)
    }

    private static func request(_ change: (inout APIRequest) -> Void) -> APIRequest {
        var request = APIRequest(.post, "/v1/{x}")
        request.path("x", "x")
        change(&request)
        return request
    }

    static let places: [@Sendable (inout APIRequest) -> Void] = [
        { $0.body(["model": Model.old]) },
        { $0.body([[Nullable.value(Model.old)]]) },
        { $0.body(form: ["model": Model.old]) },
        { $0.body(multipart: ["model": Model.old]) },
        { $0.query("model", Model.old) },
        { $0.query("model", [Model.old], style: .form) },
        { $0.query("model", json: Model.old) },
        { $0.queryString(["model": Model.old]) },
        { $0.queryString(json: Model.old) },
        { $0.header("model", Model.old) },
        { $0.header("model", Model.old, explode: true) },
        { $0.header("model", json: Model.old) },
        { $0.cookie("model", Model.old) },
        { $0.cookie("model", json: Model.old) },
    ]

    @Test(arguments: places.indices)
    func everyPlaceIsLookedAt(index: Int) async throws {
        #expect(try await Self.warnings(Self.request(Self.places[index])) == [Self.oldModel])
    }

    @Test func pathParameters() async throws {
        var request = APIRequest(.get, "/v1/{a}/{b}/{c}")
        request.path("a", Model.old)
        request.path("b", Size(rawValue: 1), style: .simple)
        request.path("c", json: Model.new)
        #expect(try await Self.warnings(request) == [Self.oldModel, Self.smallSize])
    }

    @Test func bodiesWithFurtherMembers() async throws {
        let request = Self.request { $0.body(["model": Model.old]) }
        #expect(try await Self.warnings(request, options: .init(bodyFields: ["n": 1])) == [Self.oldModel])
    }

    @Test func otherValuesAreNotToldOf() async throws {
        let request = Self.request { request in
            request.query("plain", Plain(rawValue: "old-1"))
            request.query("size", Size(rawValue: 2))
            request.body(["new": Model.new, "unknown": "old-1-b"])
        }
        #expect(try await Self.warnings(request).isEmpty)
    }

    @Test func eachValueIsToldOfOnce() async throws {
        let request = Self.request { request in
            request.query("size", Size(rawValue: 1))
            request.body(["a": Model.old, "b": Model.old])
        }
        #expect(try await Self.warnings(request, request, request) == [Self.smallSize, Self.oldModel])
    }

    @Test func derivedClientsDoNotRepeatIt() async throws {
        let log = RecordedLog()
        let client = try TestClient(over: ScriptedTransport(), options: .init(logger: log.logger))
        let request = Self.request { $0.body(["model": Model.old]) }
        _ = try await client.send(request)
        _ = try await client.withOptions { $0.maxRetries = 0 }.send(request)
        #expect(log.lines.map(\.text) == [Self.oldModel])
    }

    @Test func responsesAreNotToldOf() async throws {
        let log = RecordedLog()
        let client = try TestClient(over: ScriptedTransport(body: #"["old-1"]"#), options: .init(logger: log.logger))
        let models: [Model] = try await client.core.send(APIRequest(.get, "/v1/models"))
        #expect(models == [.old])
        #expect(log.lines.isEmpty)
    }

    @Test func isQuietWhereTheLogIs() async throws {
        let log = RecordedLog()
        let client = try TestClient(
            over: ScriptedTransport(),
            options: .init(logLevel: .error, logger: log.logger)
        )
        _ = try await client.send(Self.request { $0.body(["model": Model.old]) })
        #expect(log.lines.isEmpty)
    }
}
