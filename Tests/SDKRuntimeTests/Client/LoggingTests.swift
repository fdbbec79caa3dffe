import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct LoggingTests {
    static let cases = ConformanceCases.cases(suite: "logging")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "logging"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func log(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        var environment = Dictionary(uniqueKeysWithValues: input["env"]?.texts ?? [])
        environment["ANTHROPIC_WEBHOOK_SIGNING_KEY"] = input["webhookKey"]?.stringValue
        let log = RecordedLog()
        let statuses = input["script"]?.arrayValue?.compactMap(\.intValue) ?? [200]
        let headers = HTTPFields(named: ["request-id": "req_1"])
        let transport = ScriptedTransport(
            statuses.map { .respond(status: $0, headers: headers, body: Data("{\"echo\":\"tok-s3cr3t\"}".utf8)) }
        )
        let client = try TestClient(
            authToken: TokenProvider { AccessToken("tok-s3cr3t", expiresAt: .now + 600) },
            options: .init(
                logLevel: (input["args"]?["logLevel"] ?? input["level"])?.stringValue.flatMap(ClientLogLevel.init),
                logger: log.logger,
                transport: transport,
                environment: .values(environment)
            )
        )
        _ = await Result { try await client.send(APIRequest(.get, "/v1/x")) }

        if let level = expected.take("level")?.stringValue { #expect(client.core.logLevel.rawValue == level) }
        if let count = expected.take("records")?.intValue { #expect(log.lines.count == count) }
        if let count = expected.take("warnings")?.intValue {
            #expect(log.lines.count { $0.level == "warning" } == count)
        }
        if let secret = expected.take("no_record_contains")?.stringValue {
            #expect(!log.lines.isEmpty && !log.lines.contains { $0.text.contains(secret) })
        }
        if let parts = expected.take("record_contains")?.arrayValue {
            #expect(log.lines.contains { line in parts.allSatisfy { line.text.contains($0.text) } })
        }
        if let count = expected.take("closure_evaluations")?.intValue {
            var evaluations = 0
            func message() -> String {
                evaluations += 1
                return ""
            }
            let log = client.core.configuration.log
            log.warn(message())
            log.info(message())
            log.debug(message())
            #expect(evaluations == count)
        }
        expected.finish()
    }

    @Test func retriesNameTheFirstAttempt() async throws {
        let log = RecordedLog()
        let statuses = [500, 429, 200].map {
            ScriptedTransport.Step.respond(status: $0, headers: [:], body: Data("{}".utf8))
        }
        let client = try TestClient(
            over: ScriptedTransport(statuses + [.fail(TransportError(.timeout, "too late"))]),
            options: .init(maxRetries: 2, logLevel: .info, logger: log.logger)
        )
        _ = try await client.send(APIRequest(.get, "/v1/x"))
        _ = await Result { try await client.send(APIRequest(.get, "/v1/y"), .init(maxRetries: 1)) }
        let lines = log.lines.map(\.text)
        // The identifier of each attempt, and of the attempt that it repeats.
        let marks = lines.map {
            $0.prefix { $0 != "]" }.dropFirst().replacing("retry of ", with: "").split(separator: ", ")
        }
        #expect(
            lines.map { $0.contains(" 500 in ") || $0.contains("429 in") || $0.contains("200 in") }
                == [true, true, true, false, false]
        )
        #expect(marks.map(\.count) == [1, 2, 2, 1, 2])
        #expect(Set(marks.map { $0[0] }).count == 5)
        #expect(marks.allSatisfy { $0[0].wholeMatch(of: /log_[0-9a-f]{6}/) != nil })
        #expect(marks[1][1] == marks[0][0] && marks[2][1] == marks[0][0] && marks[4][1] == marks[3][0])
        #expect(lines[3].contains("too late after 0 ms"))
    }

    @Test func durationsAreTheClocks() async throws {
        let log = RecordedLog()
        let clock = VirtualClock()
        let slow = InlineMiddleware { request, _, next in
            clock.advance(.milliseconds(1234))
            return try await next(request)
        }
        let options = ClientOptions(middleware: [slow], logLevel: .info, logger: log.logger)
        _ = try await TestClient(over: ScriptedTransport(), options: options, clock: clock)
            .send(APIRequest(.get, "/v1/x"))
        #expect(log.lines.map { $0.text.hasSuffix(": 200 in 1234 ms") } == [true])
    }

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
