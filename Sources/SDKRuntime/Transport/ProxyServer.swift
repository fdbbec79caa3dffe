#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A proxy that requests go through.
public struct ProxyServer: Sendable, Hashable {
    /// How to talk to the proxy.
    public enum Scheme: String, Sendable, Hashable {
        /// HTTP: the request itself for `http` (RFC 9112, section 3.2.2), a tunnel for `https` (RFC 9110, section 9.3.6).
        case http
        /// HTTP over TLS.
        case https
        /// SOCKS version 5 (RFC 1928).
        case socks5
    }

    /// How to talk to the proxy.
    public let scheme: Scheme

    /// The proxy's name or address; one of IPv6 without brackets.
    public let host: String

    /// The proxy's port.
    public let port: Int

    /// The name that the proxy wants, if any.
    public let username: String?

    /// The password that goes with the name.
    public let password: String?

    /// Describes a proxy.
    public init(scheme: Scheme = .http, host: String, port: Int, username: String? = nil, password: String? = nil) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.username = username
        self.password = password
    }
}

extension ProxyServer {
    /// Name and password as the scheme `Basic` writes them (RFC 7617, section 2); nil if the proxy wants none.
    package var basicCredentials: String? {
        username.map { Data("\($0):\(password ?? "")".utf8).base64EncodedString() }
    }

    /// Reads a proxy from an environment variable: `http://user:password@proxy.test:3128`, or just `proxy.test:3128`.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/invalidArgument``, which does not show the text: it may have a
    ///   password.
    init(parsing text: String, variable: String) throws {
        let start = text.firstRange(of: "://")
        let schemeText = start.map { text[..<$0.lowerBound].lowercased() } ?? "http"
        let scheme: Scheme
        switch schemeText {
        case "http": scheme = .http
        case "https": scheme = .https
        // With `h` the proxy looks names up, which SOCKS clients here always let it do.
        case "socks5", "socks5h", "socks": scheme = .socks5
        default:
            throw APIError(.invalidArgument, "\(variable) names a proxy of an unknown kind: '\(schemeText)'")
        }
        var rest = text[(start?.upperBound ?? text.startIndex)...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var userInformation: Substring?
        if let at = rest.lastIndex(of: "@") {
            userInformation = rest[..<at]
            rest = rest[rest.index(after: at)...]
        }
        guard let (host, port) = HostAndPort.split(rest), !host.isEmpty, !host.contains(":") || IPAddress(host) != nil
        else {
            throw APIError(.invalidArgument, "\(variable) is not the URL of a proxy")
        }
        let parts = userInformation?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) ?? []
        self.init(
            scheme: scheme,
            host: host,
            port: port ?? scheme.standardPort,
            username: parts.first.map { PercentEncoding.decode($0) },
            password: parts.dropFirst().first.map { PercentEncoding.decode($0) }
        )
    }
}

extension ProxyServer.Scheme {
    fileprivate var standardPort: Int {
        switch self {
        case .http: 80
        case .https: 443
        case .socks5: 1080
        }
    }
}

extension ProxyServer: CustomStringConvertible, CustomReflectable {
    /// The proxy's URL, without its credentials.
    public var description: String {
        "\(scheme.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// What a dump shows: no credentials.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

/// The two parts of a URL's authority that are not credentials (RFC 3986, section 3.2).
enum HostAndPort {
    /// Host without brackets, and port if there is one. Nil for what is no such thing.
    static func split(_ text: some StringProtocol) -> (host: String, port: Int?)? {
        let text = Substring(text)
        var host = text
        var portText: Substring?
        if text.hasPrefix("[") {
            guard let close = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<close]
            let rest = text[text.index(after: close)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            portText = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].contains(":") == false {
            host = text[..<colon]
            portText = text[text.index(after: colon)...]
        }
        guard !host.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        guard let portText, !portText.isEmpty else { return (host.lowercased(), nil) }
        guard portText.utf8.allSatisfy(Byte.isDigit), let port = UInt16(portText) else { return nil }
        return (host.lowercased(), Int(port))
    }
}
