import SDKRuntime
import Testing

@Suite struct ProxySettingsTests {
    private static func proxy(_ environment: [String: String], _ url: String) throws -> String? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        return try ProxySettings(.values(environment))
            .proxy(scheme: String(parts[0].dropLast()), authority: String(parts[2]))?.description
    }

    @Test(
        arguments: [
            (["HTTP_PROXY": "http://p.test:1"], "http://a.test/", "http://p.test:1"),
            (["HTTP_PROXY": "http://p.test:1"], "https://a.test/", nil),
            (["HTTPS_PROXY": "http://p.test:1"], "https://a.test/", "http://p.test:1"),
            (["HTTPS_PROXY": "http://p.test:1"], "http://a.test/", nil),
            (["ALL_PROXY": "http://p.test:1"], "http://a.test/", "http://p.test:1"),
            (["ALL_PROXY": "http://p.test:1"], "https://a.test/", "http://p.test:1"),
            (["ALL_PROXY": "http://p.test:1", "HTTPS_PROXY": "http://q.test:2"], "https://a.test/", "http://q.test:2"),
            (
                ["https_proxy": "http://p.test:1", "HTTPS_PROXY": "http://q.test:2"], "https://a.test/",
                "http://p.test:1"
            ),
            (["https_proxy": "  ", "HTTPS_PROXY": "http://q.test:2"], "https://a.test/", "http://q.test:2"),
            (["HTTP_PROXY": "http://evil.test:1", "REQUEST_METHOD": "GET"], "http://a.test/", nil),
            (["http_proxy": "http://p.test:1", "REQUEST_METHOD": "GET"], "http://a.test/", "http://p.test:1"),
            ([:], "https://a.test/", nil),
            (["HTTPS_PROXY": ""], "https://a.test/", nil),
        ] as [([String: String], String, String?)]
    )
    func variables(environment: [String: String], url: String, expected: String?) throws {
        #expect(try Self.proxy(environment, url) == expected)
    }

    @Test(arguments: [
        ("p.test", "http://p.test:80"),
        ("p.test:3128", "http://p.test:3128"),
        ("HTTP://P.Test:3128/", "http://p.test:3128"),
        ("https://p.test", "https://p.test:443"),
        ("socks5://p.test", "socks5://p.test:1080"),
        ("socks5h://p.test:9", "socks5://p.test:9"),
        ("http://[::1]:3128", "http://[::1]:3128"),
        ("http://user:secret@p.test:3128", "http://p.test:3128"),
    ])
    func spellings(value: String, expected: String) throws {
        #expect(try Self.proxy(["HTTPS_PROXY": value], "https://a.test/") == expected)
    }

    @Test func credentialsAreDecodedAndNotShown() throws {
        let settings = ProxySettings(.values(["HTTPS_PROXY": "http://us%40er:se%3Acr:et@p.test:3128"]))
        let proxy = try #require(try settings.proxy(scheme: "https", authority: "a.test"))
        #expect(proxy.username == "us@er")
        #expect(proxy.password == "se:cr:et")
        var dumped = "\(proxy)\(settings)"
        dump(proxy, to: &dumped)
        dump(settings, to: &dumped)
        #expect(!dumped.contains("cr:et"))
        #expect(!dumped.contains("cr%3Aet"))
    }

    @Test(arguments: [
        "ftp://p.test", "http://", "http://p.test:port", "http://p.test:70000", "http://a:b:c",
        "http://se cret@p .test",
        "socks4://p.test",
    ])
    func whatIsNoProxyIsAnError(value: String) {
        let error = #expect(throws: APIError.self) { try Self.proxy(["HTTPS_PROXY": value], "https://a.test/") }
        #expect(error?.kind == .invalidArgument)
        #expect(error?.message.contains("HTTPS_PROXY") == true || error?.message.contains("https_proxy") == true)
        #expect(error?.message.contains("cret") == false)
    }

    @Test func aWrongVariableOfAnotherSchemeDoesNotMatter() throws {
        #expect(try Self.proxy(["HTTP_PROXY": "ftp://p.test"], "https://a.test/") == nil)
        #expect(try Self.proxy(["HTTPS_PROXY": "ftp://p.test", "NO_PROXY": "a.test"], "https://a.test/") == nil)
    }

    @Test(arguments: [
        ("*", "https://a.test/", true),
        ("a.test", "https://a.test/", true),
        ("A.Test", "https://a.TEST/", true),
        ("a.test", "https://b.a.test/", true),
        ("a.test", "https://ba.test/", false),
        (".a.test", "https://b.a.test/", true),
        (".a.test", "https://a.test/", false),
        ("*.a.test", "https://b.a.test/", true),
        ("*.a.test", "https://a.test/", false),
        ("a.test.", "https://a.test/", true),
        ("a.test", "https://a.test.:443/", true),
        ("b.test, a.test", "https://a.test/", true),
        ("b.test a.test", "https://a.test/", true),
        ("b.test,,", "https://a.test/", false),
        (".", "https://a.test/", false),
        ("a.test:443", "https://a.test/", true),
        ("a.test:443", "https://a.test:8443/", false),
        ("a.test:8443", "https://a.test:8443/", true),
        ("a.test:80", "https://a.test/", false),
        ("127.0.0.1", "https://127.0.0.1:9/", true),
        ("127.0.0.1", "https://127.0.0.2/", false),
        ("10.0.0.0/8", "https://10.200.3.4/", true),
        ("10.0.0.0/8", "https://11.0.0.1/", false),
        ("10.1.2.0/23", "https://10.1.3.255/", true),
        ("10.1.2.0/23", "https://10.1.4.0/", false),
        ("0.0.0.0/0", "https://1.2.3.4/", true),
        ("0.0.0.0/0", "https://a.test/", false),
        ("10.0.0.0/33", "https://10.0.0.0/", false),
        ("::1", "https://[::1]:8/", true),
        ("[::1]", "https://[0:0:0:0:0:0:0:1]/", true),
        ("[::1]:8", "https://[::1]/", false),
        ("fd00::/8", "https://[fd12:3456::1]/", true),
        ("fd00::/8", "https://[fe80::1]/", false),
        ("127.0.0.1", "https://[::ffff:127.0.0.1]/", true),
    ])
    func exceptions(list: String, url: String, isDirect: Bool) throws {
        #expect(try (Self.proxy(["HTTPS_PROXY": "http://p.test:1", "NO_PROXY": list], url) == nil) == isDirect)
    }

    @Test func requestsAreAsked() throws {
        let settings = ProxySettings(.values(["HTTPS_PROXY": "http://p.test:1", "no_proxy": "b.test"]))
        let proxied = HTTPRequest(method: .get, scheme: "https", authority: "a.test:8443", path: "/")
        let direct = HTTPRequest(method: .get, scheme: "https", authority: "b.test", path: "/")
        #expect(try settings.proxy(for: proxied) == ProxyServer(host: "p.test", port: 1))
        #expect(try settings.proxy(for: direct) == nil)
        #expect(!settings.isEmpty)
        #expect(ProxySettings(.none).isEmpty)
    }
}
