/// An entry of `NO_PROXY`: what is reached directly.
struct ProxyException: Sendable, Hashable {
    private enum Hosts: Sendable, Hashable {
        case all
        case address(IPAddress)
        case block(IPAddressBlock)
        /// A name and, unless it is about those below it alone, itself.
        case name(String, includesItself: Bool)
    }

    private let hosts: Hosts
    private let port: Int?

    /// Reads an entry. Nil for one that cannot match anything.
    init?(_ text: some StringProtocol) {
        if text == "*" {
            hosts = .all
            port = nil
        } else if let block = IPAddressBlock(text) {
            hosts = .block(block)
            port = nil
        } else if let (host, port) = HostAndPort.split(text) {
            self.port = port
            if let address = IPAddress(host) {
                hosts = .address(address)
            } else {
                let name = Self.withoutFinalDot(host)
                let isBelow = name.hasPrefix(".") || name.hasPrefix("*.")
                let rest = name.hasPrefix("*.") ? name.dropFirst(2) : name.hasPrefix(".") ? name.dropFirst() : name
                guard !rest.isEmpty else { return nil }
                hosts = .name(String(rest), includesItself: !isBelow)
            }
        } else {
            return nil
        }
    }

    /// Whether a host is reached directly.
    ///
    /// - Parameters:
    ///   - host: In lower case, without brackets.
    ///   - port: The port, that of the scheme if the URL has none.
    func matches(host: String, port: Int) -> Bool {
        guard self.port == nil || self.port == port else { return false }
        switch hosts {
        case .all:
            return true
        case .address(let address):
            return IPAddress(host) == address
        case .block(let block):
            return IPAddress(host).map(block.contains) ?? false
        case .name(let name, let includesItself):
            let host = Self.withoutFinalDot(host)
            return (includesItself && host == name) || host.hasSuffix(".\(name)")
        }
    }

    private static func withoutFinalDot(_ name: String) -> Substring {
        name.hasSuffix(".") ? name.dropLast() : name[...]
    }
}
