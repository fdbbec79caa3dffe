import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Which request follows a response that points elsewhere (RFC 9110, section 15.4).
@Suite struct RedirectPolicyTests {
    private static let policy = RedirectPolicy(limit: 10, credentialParameters: ["key"]) { field in
        ["authorization", "cookie", "x-api-key"].contains(field.name.canonicalName)
    }

    private static func request(
        _ method: HTTPRequest.Method = .get,
        _ url: String = "https://a.test/x/y?q=1",
        headers: [String: String] = [:],
        body: HTTPRequestBody = .none
    ) throws -> OutgoingRequest {
        let url = try #require(URLComponents(string: url))
        let port = url.port.map { ":\($0)" } ?? ""
        return OutgoingRequest(
            head: HTTPRequest(
                method: method,
                scheme: url.scheme,
                authority: (url.host ?? "") + port,
                path: url.percentEncodedPath + (url.percentEncodedQuery.map { "?\($0)" } ?? ""),
                headerFields: HTTPFields(named: headers)
            ),
            body: body
        )
    }

    private static func response(_ status: Int, _ location: String?) -> HTTPResponse {
        HTTPResponse(status: .init(code: status), headerFields: location.map { [.location: $0] } ?? [:])
    }

    /// The request that follows; nil when none does.
    private static func next(
        _ status: Int,
        _ location: String?,
        after request: OutgoingRequest
    ) -> OutgoingRequest? {
        var trail = RedirectTrail()
        guard case .follow(let next) = policy.step(after: response(status, location), to: request, &trail) else {
            return nil
        }
        return next
    }

    @Test(arguments: [
        (301, "GET", "GET"), (301, "HEAD", "HEAD"), (301, "POST", "GET"), (301, "PUT", "PUT"),
        (301, "DELETE", "DELETE"),
        (302, "GET", "GET"), (302, "HEAD", "HEAD"), (302, "POST", "GET"), (302, "PATCH", "PATCH"),
        (303, "GET", "GET"), (303, "HEAD", "HEAD"), (303, "POST", "GET"), (303, "PUT", "GET"), (303, "DELETE", "GET"),
        (307, "GET", "GET"), (307, "POST", "POST"), (307, "DELETE", "DELETE"),
        (308, "HEAD", "HEAD"), (308, "POST", "POST"), (308, "PATCH", "PATCH"),
    ])
    func method(status: Int, method: String, expected: String) throws {
        let method = try #require(HTTPRequest.Method(method))
        let body = HTTPRequestBody.bytes(Data("{}".utf8))
        let headers = ["Content-Type": "application/json", "Content-Language": "de", "Expect": "x", "Accept": "a/b"]
        let request = try Self.request(method, headers: headers, body: body)
        let next = try #require(Self.next(status, "/z", after: request))
        #expect(next.head.method.rawValue == expected)
        #expect(next.url == "https://a.test/z")
        #expect(next.head.headerFields[.accept] == "a/b")
        let keepsContent = method.rawValue == expected
        #expect((next.head.headerFields[.contentType] != nil) == keepsContent)
        #expect((next.head.headerFields[.contentLanguage] != nil) == keepsContent)
        #expect((next.head.headerFields[.expect] != nil) == keepsContent)
        if case .none = next.body { #expect(!keepsContent) } else { #expect(keepsContent) }
    }

    @Test(arguments: [200, 204, 300, 304, 305, 306, 309, 400, 500])
    func otherStatusesAreTheAnswer(status: Int) throws {
        var trail = RedirectTrail()
        let step = Self.policy.step(after: Self.response(status, "/z"), to: try Self.request(), &trail)
        guard case .answer = step else { return #expect(Bool(false), "\(step)") }
    }

    @Test func withoutLocationTheResponseIsTheAnswer() throws {
        var trail = RedirectTrail()
        let step = Self.policy.step(after: Self.response(302, nil), to: try Self.request(), &trail)
        guard case .answer = step else { return #expect(Bool(false), "\(step)") }
    }

    // RFC 3986, section 5.4.1, as far as a base without a fourth segment goes.
    @Test(arguments: [
        ("https://b.test/c", "https://b.test/c"),
        ("//b.test/c", "https://b.test/c"),
        ("/c/d", "https://a.test/c/d"),
        ("z", "https://a.test/x/z"),
        ("./z", "https://a.test/x/z"),
        ("../z", "https://a.test/z"),
        ("../../z", "https://a.test/z"),
        ("?p=2", "https://a.test/x/y?p=2"),
        ("z?p=2#f", "https://a.test/x/z?p=2"),
        ("HTTPS://B.test", "https://b.test/"),
        ("https://a.test:8443/x/y?q=1", "https://a.test:8443/x/y?q=1"),
        ("https://b.test/c/../d/./e/..", "https://b.test/d/"),
        ("//b.test/../c", "https://b.test/c"),
        (" /z ", "https://a.test/z"),
        ("/ü", "https://a.test/%C3%BC"),
    ])
    func location(location: String, expected: String) throws {
        #expect(Self.next(307, location, after: try Self.request())?.url == expected)
    }

    @Test(arguments: [
        "http://a.test/z", "http://b.test/z", "ftp://a.test/z", "javascript:alert(1)", "https://user:pw@a.test/",
        "https://", "https://a.test:99999/", "/a b", "mailto:a@b.test",
    ])
    func isNotFollowed(location: String) throws {
        var trail = RedirectTrail()
        let step = Self.policy.step(after: Self.response(307, location), to: try Self.request(), &trail)
        guard case .refuse(let reason) = step else { return #expect(Bool(false), "\(step)") }
        #expect(!reason.contains("pw@"))
    }

    @Test func moreSecurityIsFollowed() throws {
        let request = try Self.request(.get, "http://a.test/")
        #expect(Self.next(301, "https://a.test/", after: request)?.url == "https://a.test/")
    }

    @Test(arguments: [
        ("https://a.test/z", true), ("https://a.test:443/z", true), ("https://A.TEST/z", true), ("/z", true),
        ("https://b.test/z", false), ("https://a.test:8443/z", false), ("https://a.test.evil.test/z", false),
        ("https://sub.a.test/z", false), ("//b.test/z", false),
    ])
    func credentialsStayOnTheirOrigin(location: String, isKept: Bool) throws {
        let headers = [
            "Authorization": "Bearer t", "Cookie": "s=1", "X-Api-Key": "k", "Host": "a.test",
            "Referer": "https://a.test/",
            "X-Other": "o",
        ]
        let request = try Self.request(.get, "https://a.test/x?key=k&q=1", headers: headers)
        let next = try #require(Self.next(302, location, after: request))
        let names = next.head.headerFields.map(\.name.canonicalName).sorted()
        #expect(
            names == (isKept ? ["authorization", "cookie", "host", "referer", "x-api-key", "x-other"] : ["x-other"])
        )
        #expect((next.head.path == "/z?key=k") == isKept)
        #expect((next.head.path == "/z") == !isKept)
    }

    @Test func aCredentialThatTheTargetRepeatsDoesNotLeave() throws {
        let request = try Self.request(.get, "https://a.test/x?key=k")
        #expect(Self.next(302, "https://b.test/z?key=k&p=1&%6Bey=k", after: request)?.url == "https://b.test/z?p=1")
        #expect(Self.next(302, "/z?key=other", after: request)?.url == "https://a.test/z?key=other")
    }

    @Test func contentThatIsSentOnceIsNotSentAgain() throws {
        let chunks = AsyncStream<Data> { $0.finish() }
        let request = try Self.request(.post, body: .stream(HTTPBodyStream(chunks)))
        #expect(Self.next(307, "/z", after: request) == nil)
        #expect(Self.next(308, "/z", after: request) == nil)
        #expect(Self.next(302, "/z", after: try Self.request(.put, body: request.body)) == nil)
        #expect(Self.next(303, "/z", after: request)?.head.method == .get)
        let again = try Self.request(.post, body: .stream(HTTPBodyStream(Data("x".utf8))))
        #expect(Self.next(307, "/z", after: again)?.head.method == .post)
    }

    /// Follows redirects until one is refused.
    private static func follow(_ policy: RedirectPolicy, _ location: (Int) -> String) throws -> (Int, String?) {
        var request = try Self.request()
        var trail = RedirectTrail()
        for hop in 0..<100 {
            switch policy.step(after: response(302, location(hop)), to: request, &trail) {
            case .answer: return (hop, nil)
            case .refuse(let reason): return (hop, reason)
            case .follow(let next): request = next
            }
        }
        return (100, nil)
    }

    @Test func redirectsAreLimited() throws {
        #expect(try Self.follow(Self.policy) { "/\($0)" } == (10, "there were 10 redirects before"))
        let two = RedirectPolicy(limit: 2) { _ in false }
        #expect(try Self.follow(two) { "/\($0)" } == (2, "there were 2 redirects before"))
        let none = RedirectPolicy(limit: 0) { _ in false }
        #expect(try Self.follow(none) { "/\($0)" } == (0, nil))
    }

    @Test func circlesEnd() throws {
        #expect(try Self.follow(Self.policy) { _ in "/x/y?q=1" } == (0, "the redirects lead in a circle"))
        #expect(try Self.follow(Self.policy) { "/\($0 % 3)" } == (3, "the redirects lead in a circle"))
        #expect(
            try Self.follow(Self.policy) { _ in "https://a.test/z/../x/y?q=1" } == (0, "the redirects lead in a circle")
        )
    }

    @Test func aRedirectThatTurnsPostIntoGetOfTheSameURLIsNoCircle() throws {
        let request = try Self.request(.post, "https://a.test/z", body: .bytes(Data("x".utf8)))
        #expect(Self.next(303, "/z", after: request)?.head.method == .get)
    }

    @Test func theFirstOfSeveralLocationsCounts() throws {
        var head = Self.response(302, "/one")
        head.headerFields.append(HTTPField(name: .location, value: "/two"))
        var trail = RedirectTrail()
        guard case .follow(let next) = Self.policy.step(after: head, to: try Self.request(), &trail) else {
            return #expect(Bool(false))
        }
        #expect(next.url == "https://a.test/one")
    }
}
