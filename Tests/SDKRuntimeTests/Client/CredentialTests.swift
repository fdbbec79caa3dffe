import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct CredentialTests {
    private static let credentials: [CredentialDescription] = [
        .header(argument: "key", name: "X-Key", environment: "KEY"), .query(argument: "q", name: "api_key"),
        .cookie(argument: "c", name: "sid"), .basic(argument: "login", environment: "LOGIN"),
        .token(argument: "oauth", environment: "TOKEN"),
    ]

    private static func core(
        _ given: [String: (any CredentialValue)?],
        security: [[String]]? = nil,
        environment: ClientEnvironment = .none,
        options: ClientOptions = .init(),
        over transport: ScriptedTransport
    ) throws -> ClientCore {
        let service = ServiceDescription(
            name: "Museum",
            version: "1",
            baseURL: "https://museum.test",
            environmentPrefix: "MUSEUM",
            credentials: credentials,
            security: security
        )
        var options = options
        options.transport = transport
        options.environment = environment
        return try ClientCore(
            service: service,
            credentials: given,
            baseURL: nil,
            options: options,
            defaultTransport: { _ in transport }
        )
    }

    /// What a call sends: the places of credentials, as `place=value`.
    private static func send(
        _ given: [String: (any CredentialValue)?],
        security: [[String]]? = nil,
        own: [[String]]? = nil,
        environment: ClientEnvironment = .none,
        options: RequestOptions = .init()
    ) async throws -> [String] {
        let transport = ScriptedTransport()
        let core = try core(given, security: security, environment: environment, over: transport)
        var request = APIRequest(.get, "/x")
        if let own { request.security(own) }
        try await core.send(request, options) as Void
        let sent = try #require(await transport.sent.first)
        let headers = ["X-Key", "Cookie", "Authorization"].compactMap { name in
            sent.header(name).map { "\(name): \($0)" }
        }
        return headers + (sent.request.path == "/x" ? [] : [sent.request.path ?? ""])
    }

    @Test func eachKindHasItsPlace() async throws {
        #expect(try await Self.send(["key": "k-1"]) == ["X-Key: k-1"])
        #expect(try await Self.send(["q": "a b&c"]) == ["/x?api_key=a%20b%26c"])
        #expect(try await Self.send(["c": "s=1"]) == ["Cookie: sid=s=1"])
        #expect(try await Self.send(["c": "s;1"]) == ["Cookie: sid=s%3B1"])
        // RFC 7617, section 2.
        let login = BasicCredential(username: "Aladdin", password: "open sesame")
        #expect(try await Self.send(["login": login]) == ["Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="])
        #expect(
            try await Self.send(["login": "Aladdin:open sesame"])
                == ["Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]
        )
        #expect(try await Self.send(["oauth": TokenProvider("t-1")]) == ["Authorization: Bearer t-1"])
        #expect(try await Self.send(["oauth": "t-2"]) == ["Authorization: Bearer t-2"])
        #expect(try await Self.send(["key": TokenProvider("k-2")]) == ["X-Key: k-2"])
    }

    @Test func variablesStandIn() async throws {
        let environment = ClientEnvironment.values(["MUSEUM_LOGIN": "a:b", "MUSEUM_TOKEN": "t"])
        #expect(try await Self.send([:], environment: environment) == ["Authorization: Basic YTpi"])
        #expect(try await Self.send([:], own: [["oauth"]], environment: environment) == ["Authorization: Bearer t"])
    }

    static let given: [String: (any CredentialValue)?] = ["key": "k", "q": "v", "c": nil]

    @Test(
        "the first complete alternative is used",
        arguments: [
            ([["c"], ["key", "q"]], nil, ["X-Key: k", "/x?api_key=v"]), ([["q"], ["key"]], nil, ["/x?api_key=v"]),
            ([["c", "key"], ["key"]], nil, ["X-Key: k"]), ([[], ["key"]], nil, ["X-Key: k"]), ([["c"], []], nil, []),
            ([], nil, []), ([["key"]], [["q"]], ["/x?api_key=v"]), ([["key"]], [], []),
            ([], [["q", "key"]], ["X-Key: k", "/x?api_key=v"]),
        ] as [([[String]], [[String]]?, [String])]
    )
    func alternatives(service: [[String]], own: [[String]]?, sent: [String]) async throws {
        #expect(try await Self.send(Self.given, security: service, own: own).sorted() == sent.sorted())
    }

    @Test func whatIsGivenComesBeforeTheEnvironment() async throws {
        let environment = ClientEnvironment.values(["MUSEUM_KEY": "env", "MUSEUM_TOKEN": "env-token"])
        let either = [["key"], ["oauth"]]
        #expect(
            try await Self.send(["oauth": "t"], security: either, environment: environment) == [
                "Authorization: Bearer t"
            ]
        )
        #expect(try await Self.send([:], security: either, environment: environment) == ["X-Key: env"])
        #expect(
            try await Self.send(["q": "v"], security: [["key", "q"]], environment: environment)
                == ["X-Key: env", "/x?api_key=v"]
        )
    }

    @Test func missingOnesAreNamed() async throws {
        let outcome = await Outcome { try await Self.send(["key": "k"], security: [["key", "c"], ["oauth"]]) }
        #expect(outcome.error?.kind == .missingCredentials)
        let message = try #require(outcome.error?.message)
        #expect(message.contains("'key' with 'c', or 'oauth'"))
        #expect(message.contains("argument 'c' is not given") && message.contains("argument 'oauth' is not given"))
        #expect(!message.contains("argument 'key'"))
        let own = await Outcome { try await Self.send(["key": "k"], own: [["nobody"]]) }
        #expect(own.error?.message.contains("'nobody' is unknown") == true)
    }

    @Test func twoAreAConflictOnlyWhereAnyOneIsEnough() async throws {
        let conflict = await Outcome { try await Self.send(["key": "k", "q": "v"]) }
        #expect(conflict.error?.kind == .conflictingCredentials)
        #expect(try await Self.send(["key": "k", "q": "v"], security: [["q"]]) == ["/x?api_key=v"])
        let odd = await Outcome { try await Self.send(["key": OddCredential()]) }
        #expect(odd.error?.kind == .invalidArgument)
    }

    @Test func whatTheCallSetsCountsAndStays() async throws {
        let security = [["key", "c"]]
        #expect(
            try await Self.send(["key": "k"], security: security, options: .init(headers: ["Cookie": "a=b; sid=own"]))
                == ["X-Key: k", "Cookie: a=b; sid=own"]
        )
        #expect(
            try await Self.send(["q": "v"], security: [["q"]], options: .init(query: ["api_key": "own"]))
                == ["/x?api_key=own"]
        )
        #expect(try await Self.send(["q": "v"], security: [["q"]], options: .init(query: ["api_key": nil])) == [])
        #expect(try await Self.send([:], security: [["key"]], options: .init(headers: ["X-Key": nil])) == [])
        #expect(
            try await Self.send(["c": "1"], security: [["c"]], options: .init(headers: ["Cookie": "a=b"]))
                == ["Cookie: a=b; sid=1"]
        )
    }

    @Test func foreignOriginsGetNone() async throws {
        let transport = ScriptedTransport()
        let core = try Self.core(["q": "v", "c": "1"], security: [["q", "c"]], over: transport)
        try await core.send(APIRequest(.get, url: "https://other.test/x")) as Void
        try await core.send(APIRequest(.get, url: "https://museum.test/x?api_key=old&a=1")) as Void
        #expect(await transport.sent.map(\.url) == ["https://other.test/x", "https://museum.test/x?api_key=old&a=1"])
        #expect(await transport.sent.map { $0.header("cookie") } == [nil, "sid=1"])
    }

    @Test(arguments: ["short", "sk-very-secret-0123456789"])
    func queryCredentialsAreNotShown(secret: String) async throws {
        let log = RecordedLog()
        let transport = ScriptedTransport(status: 401, body: "no")
        let core = try Self.core(
            ["q": TokenProvider(secret)],
            options: .init(logLevel: .debug, logger: log.logger),
            over: transport
        )
        let outcome = await Outcome { try await core.send(APIRequest(.get, "/x?a=1")) as Void }
        #expect(outcome.error?.request == "GET https://museum.test/x?a=1&api_key=***")
        #expect(!log.lines.contains { $0.text.contains(secret) })
        #expect(await transport.sent.first?.request.path == "/x?a=1&api_key=\(secret)")
    }

    @Test func credentialsAreNotDumped() throws {
        let secret = "sk-very-secret-0123456789"
        let core = try Self.core(
            ["login": BasicCredential(username: "u", password: secret)],
            over: ScriptedTransport()
        )
        for value in [core, BasicCredential(username: "u", password: secret), AccessToken(secret)] as [any Sendable] {
            var dumped = ""
            dump(value, to: &dumped)
            #expect(!dumped.contains(secret) && !"\(value)".contains(secret))
        }
    }

    @Test func anEchoedPasswordIsMasked() async throws {
        let transport = ScriptedTransport(status: 401, body: "bad dTpzay12ZXJ5LXNlY3JldA== sk-very-secret")
        let core = try Self.core(["login": "u:sk-very-secret"], over: transport)
        let outcome = await Outcome { try await core.send(APIRequest(.get, "/x")) as Void }
        #expect(outcome.error?.message == "bad *** ***")
    }

    struct OddCredential: CredentialValue {}
}

@Suite struct TokenProviderTests {
    private actor Source {
        private(set) var count = 0
        private let tokens: [AccessToken]

        init(_ tokens: [AccessToken]) { self.tokens = tokens }

        func next() throws -> AccessToken {
            count += 1
            guard count <= tokens.count else { throw Exhausted() }
            return tokens[count - 1]
        }
    }

    struct Exhausted: Error {}

    private static func core(_ source: Source, over transport: ScriptedTransport) throws -> ClientCore {
        try ClientCore(
            service: ServiceDescription(
                name: "Museum",
                version: "1",
                baseURL: "https://museum.test",
                credentials: [.token(argument: "oauth")]
            ),
            credentials: ["oauth": TokenProvider { try await source.next() }],
            baseURL: nil,
            options: .init(transport: transport, environment: .none),
            defaultTransport: { _ in transport }
        )
    }

    @Test func tokensAreKeptUntilTheyExpire() async throws {
        let source = Source([AccessToken("a", expiresAt: .now + 10), AccessToken("b", expiresAt: .now + 3600)])
        let transport = ScriptedTransport()
        let core = try Self.core(source, over: transport)
        for _ in 0..<3 { try await core.send(APIRequest(.get, "/x")) as Void }
        #expect(await transport.sent.map { $0.header("authorization") } == ["Bearer a", "Bearer b", "Bearer b"])
        #expect(await source.count == 2)
    }

    @Test func callsAtTheSameTimeShareOne() async throws {
        let source = Source(["only"])
        let transport = ScriptedTransport()
        let core = try Self.core(source, over: transport)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { try await core.send(APIRequest(.get, "/x")) as Void } }
            try await group.waitForAll()
        }
        #expect(await source.count == 1)
        #expect(await transport.sent.allSatisfy { $0.header("authorization") == "Bearer only" })
    }

    @Test func errorsOfTheProviderReachTheCaller() async throws {
        let transport = ScriptedTransport()
        let core = try Self.core(Source([]), over: transport)
        await #expect(throws: Exhausted.self) { try await core.send(APIRequest(.get, "/x")) as Void }
        #expect(await transport.sent.isEmpty)
    }
}
