import Foundation
import TestSupport
import Testing
import Zoo

/// The golden API `Tests/Fixtures/Golden/Zoo`, called: requests as they are written, responses as they are read, against
/// literal HTTP. The module is compiled with warnings as errors and with the main actor as its default isolation.
@Suite struct ZooTests {
    @Test func `parameters go into path, query and header`() async throws {
        let transport = ScriptedTransport(body: "null")
        let client = try Self.client(over: transport)
        let keeper = try await client.animals.keepers.retrieve(
            animalID: "a/b",
            class: "2-legged",
            .init(verbose: true, ids: [1, 9_007_199_254_740_993], xTraceID: "t 1")
        )
        #expect(keeper == nil)
        let sent = try #require(await transport.sent.first)
        #expect(sent.request.method == .get)
        #expect(
            sent.url
                == "https://zoo.test/api/animals/a%2Fb/keepers/2-legged?verbose=true&ids=1&ids=9007199254740993"
        )
        #expect(sent.header("X-Trace-Id") == "t 1")
        #expect(sent.header("zoo-version") == "7")
        #expect(sent.header("zoo-key") == "secret")
        #expect(sent.header("content-type") == nil)
        #expect(sent.body == nil)
    }

    @Test func `nested types in a response are read`() async throws {
        let transport = ScriptedTransport(body: #"{"name": "Ann", "shifts": [{"day": "monday"}, {"day": "sunday"}]}"#)
        let keeper = try await Self.client(over: transport).animals.keepers.retrieve(
            animalID: "a",
            class: .mammal,
            .init(xTraceID: "t")
        )
        let shifts = try #require(keeper?.shifts)
        #expect(shifts.map(\.day) == [.monday, "sunday"])
        #expect(shifts.map(\.day.isKnown) == [true, false])
    }

    @Test func `a body has every state of every member`() async throws {
        let transport = ScriptedTransport(body: Self.animal)
        let client = try Self.client(over: transport)
        let animal = try await client.animals.create(
            .init(
                id: "1",
                bornAt: Date(timeIntervalSince1970: 0.5),
                weight: 2,
                price: Decimal(string: "12.10"),
                keeper: nil,
                nickname: .null,
                default: false,
                _5mTokens: -7,
                class: .default,
                tags: ["a": "x", "b": .null],
                notes: ["n", .null],
                anything: [1, "two", nil],
                food: .value(Food(grams: 3)),
                serial: .max
            )
        )
        let sent = try #require(await transport.sent.first)
        let body = try #require(sent.body)
        #expect(
            try ModelDecoder().decode(JSONValue.self, from: body) == [
                "id": "1", "kind": "animal", "born_at": "1970-01-01T00:00:00.5Z", "weight": 2, "price": 12.1,
                "keeper": nil, "nickname": nil, "default": false, "5m_tokens": -7, "class": "default",
                "tags": ["a": "x", "b": nil], "notes": ["n", nil], "anything": [1, "two", nil], "food": ["grams": 3],
                "serial": .number(JSONNumber(UInt64.max)),
            ]
        )
        #expect(animal.legs == 4)
        #expect(animal.keeper == nil)
        #expect(animal.selfValue == 5)
        #expect(animal.class == .bird)
        #expect(animal.notes == .null)
        #expect(animal.decodingIssues.isEmpty)
    }

    @Test func `an array is a body and a response`() async throws {
        let transport = ScriptedTransport(body: "[\(Self.animal)]")
        let client = try Self.client(over: transport)
        #expect(try await client.animals.list().map(\.id) == ["z"])
        try await client.animals.annotate(id: "1", .init(body: ["a", "b"]))
        let sent = await transport.sent
        #expect(
            sent.map(\.url) == ["https://zoo.test/api/animals?kind=all%20%26c", "https://zoo.test/api/animals/1/notes"]
        )
        #expect(sent.last?.body == Data(#"["a","b"]"#.utf8))
        #expect(sent.last?.request.method == .put)
    }

    @Test func `user agent without a product, and no telemetry without a prefix`() async throws {
        let transport = ScriptedTransport(body: "[]")
        _ = try await Self.client(over: transport).animals.list()
        let sent = try #require(await transport.sent.first)
        #expect(sent.header("user-agent") == "Zoo/Swift 2.0.1")
        #expect(!sent.request.headerFields.contains { $0.name.rawName.lowercased().hasPrefix("x-") })
    }

    @Test func `every row of every type is where its member is`() throws {
        let models = try GeneratedTypes.models(in: Fixtures.url("Golden/Zoo/Zoo"), module: "Zoo")
        let known: Set = ["Animal", "Animals.KeeperRetrieveResponse.Shift", "AnimalCreateParams"]
        #expect(known.isSubset(of: models.map(\.name)))
        for model in models {
            let type = try #require(model.type, "\(model.name) is not in the module")
            #expect(StoredFields.rows(of: type) == StoredFields.fields(of: type), "\(model.name)")
        }
    }

    private static let animal = """
        {"id": "z", "kind": "animal", "legs": 4, "born_at": "2020-01-01T00:00:00Z", "weight": 1.5, "keeper": null, \
        "5m_tokens": 1, "self": 5, "class": "bird", "notes": null}
        """

    private static func client(over transport: ScriptedTransport) throws -> ZooClient {
        try ZooClient(zooKey: "secret", options: ClientOptions(transport: transport, environment: .none))
    }
}
