public import HTTPTypes

/// Which requests go through a proxy, as the usual environment variables say.
///
/// - `HTTP_PROXY` and `HTTPS_PROXY` name the proxy for URLs of that scheme, and `ALL_PROXY` that for both. The value is
///   a URL such as `http://user:password@proxy.test:3128`, whose scheme may be left out, `https` or `socks5`.
/// - `NO_PROXY` lists hosts that are reached directly, separated by commas or spaces: `*` is all of them; `example.com`
///   that host and those below it; `.example.com` and `*.example.com` those below it alone; `10.0.0.0/8` a block of
///   addresses. With a port, as in `example.com:8443`, an entry is about that port alone.
/// - Each may be in lower case, which wins. Blank variables count as unset.
///
/// A program that runs as a CGI script gets its `HTTP_PROXY` from whoever sends a header called `Proxy`, so that the upper
/// case form is not read there.
///
/// ```swift
/// let settings = ProxySettings(.values(["HTTPS_PROXY": "http://proxy.test:3128", "NO_PROXY": "localhost,.corp.test"]))
/// let proxy = try settings.proxy(scheme: "https", authority: "api.example.com")  // http://proxy.test:3128
/// ```
public struct ProxySettings: Sendable {
    private struct Variable: Sendable {
        let name: String
        let value: String
    }

    private let http: Variable?
    private let https: Variable?
    private let exceptions: [ProxyException]

    /// Reads the settings from an environment.
    public init(_ environment: ClientEnvironment = .process) {
        func variable(_ names: String...) -> Variable? {
            for name in names {
                if let value = environment.value(name) { return Variable(name: name, value: value) }
            }
            return nil
        }
        let isScript = environment.value("REQUEST_METHOD") != nil
        let all = variable("all_proxy", "ALL_PROXY")
        http = (isScript ? variable("http_proxy") : variable("http_proxy", "HTTP_PROXY")) ?? all
        https = variable("https_proxy", "HTTPS_PROXY") ?? all
        exceptions = (variable("no_proxy", "NO_PROXY")?.value ?? "")
            .split { $0 == "," || $0.isWhitespace }
            .compactMap { ProxyException($0) }
    }

    /// Whether no request goes through a proxy, whatever its URL.
    public var isEmpty: Bool { http == nil && https == nil }

    /// The proxy that a request goes through. Nil: none.
    ///
    /// - Parameters:
    ///   - scheme: The scheme of the request's URL.
    ///   - authority: Its host and, if it has one, port.
    /// - Throws: ``APIError`` of kind ``APIError/Kind/invalidArgument`` when the variable that applies is no URL of a
    ///   proxy: to reach the service directly might be just what the variable is to prevent.
    public func proxy(scheme: String, authority: String) throws -> ProxyServer? {
        let scheme = scheme.lowercased()
        guard let variable = scheme == "http" ? http : https else { return nil }
        if let (host, port) = HostAndPort.split(authority) {
            let port = port ?? (scheme == "http" ? 80 : 443)
            guard !exceptions.contains(where: { $0.matches(host: host, port: port) }) else { return nil }
        }
        return try ProxyServer(parsing: variable.value, variable: variable.name)
    }

    /// The proxy that a request goes through; see ``proxy(scheme:authority:)``.
    public func proxy(for request: HTTPRequest) throws -> ProxyServer? {
        try proxy(scheme: request.scheme ?? "https", authority: request.authority ?? "")
    }
}

extension ProxySettings: CustomStringConvertible, CustomReflectable {
    /// The variables that are set, without their values: a proxy may have a password.
    public var description: String {
        "[\([http, https].compactMap { $0?.name }.joined(separator: ", "))]"
    }

    /// What a dump shows: no value of a variable.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: [description]) }
}
