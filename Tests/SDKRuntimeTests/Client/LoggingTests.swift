import SDKRuntime
import TestSupport
import Testing

@Suite struct LoggingTests {
    /// What a failing and an odd call logs at a level.
    private static func levels(_ level: ClientLogLevel?, environment: [String: String] = [:]) async throws -> [String] {
        let log = RecordedLog()
        let options = ClientOptions(
            logLevel: level,
            logger: log.logger,
            transport: ScriptedTransport(),
            environment: .values(environment)
        )
        _ = try await TestClient(apiKey: "test-key-0123456789", options: options).send(APIRequest(.get, "/v1/x"))
        return log.lines.map(\.level)
    }

    @Test func levelsContainEachOther() async throws {
        #expect(try await Self.levels(.off) == [])
        #expect(try await Self.levels(nil) == [])
        #expect(try await Self.levels(.info) == ["info"])
        #expect(try await Self.levels(.debug) == ["debug", "info", "debug"])
    }

    @Test(arguments: ["debug", " DEBUG\n"])
    func variableSetsTheLevel(_ value: String) async throws {
        #expect(try await Self.levels(nil, environment: ["ANTHROPIC_LOG": value]) == ["debug", "info", "debug"])
        #expect(try await Self.levels(.warn, environment: ["ANTHROPIC_LOG": value]) == [])
    }

    @Test func invalidVariableWarnsOnceUnlessAnArgumentDecides() async throws {
        #expect(try await Self.levels(nil, environment: ["ANTHROPIC_LOG": "loud"]) == ["warning"])
        #expect(try await Self.levels(.info, environment: ["ANTHROPIC_LOG": "loud"]) == ["info"])
    }

    @Test func attemptLineNamesWhatHappened() async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport(status: 404, headers: HTTPFields(named: ["request-id": "req_7"]), body: "")
        let client = try TestClient(over: transport, options: .init(logLevel: .info, logger: log.logger))
        await #expect(throws: APIError.self) { try await client.send(APIRequest(.delete, "/v1/x")) }
        let line = try #require(log.lines.first?.text)
        for part in ["DELETE https://api.anthropic.com/v1/x", "404", " ms", "req_7", "log_"] {
            #expect(line.contains(part))
        }
    }
}
