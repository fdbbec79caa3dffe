/// An address of the Internet Protocol, of version 4 (RFC 791) or 6 (RFC 4291), as its bytes.
struct IPAddress: Sendable, Hashable {
    /// Four or sixteen bytes, the most significant first.
    let bytes: [UInt8]

    /// Reads an address as it stands in a URL's host, with or without brackets. Nil for anything else, such as a name.
    ///
    /// An IPv4 address that is mapped into IPv6 is the IPv4 address.
    init?(_ text: some StringProtocol) {
        var text = Substring(text)
        if text.hasPrefix("["), text.hasSuffix("]") {
            text = text.dropFirst().dropLast()
        }
        guard let bytes = text.contains(":") ? Self.version6(text) : Self.version4(text) else { return nil }
        let mappedPrefix: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self.bytes = bytes.starts(with: mappedPrefix) ? Array(bytes.dropFirst(mappedPrefix.count)) : bytes
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part in part.utf8.allSatisfy(Byte.isDigit) ? UInt8(part) : nil }
        return bytes.count == 4 ? bytes : nil
    }

    /// Eight groups of hexadecimal digits, of which one run of zeros may be left out, and the last two may be written as
    /// an IPv4 address (RFC 4291, section 2.2).
    private static func version6(_ text: Substring) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else {
            let bytes = groups(text)
            return bytes?.count == 16 ? bytes : nil
        }
        guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
            head.count + tail.count <= 14
        else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        var rest = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        while let group = rest.popFirst() {
            if rest.isEmpty, group.contains(".") {
                guard let last = version4(group) else { return nil }
                bytes += last
            } else {
                guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(PercentEncoding.isHexDigit),
                    let value = UInt16(group, radix: 16)
                else { return nil }
                bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
            }
        }
        return bytes
    }
}

/// A block of addresses: those that begin with the same bits (RFC 4632, section 3.1).
struct IPAddressBlock: Sendable, Hashable {
    private let address: IPAddress
    private let prefixLength: Int

    /// Reads `10.0.0.0/8` or `fd00::/8`. Nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[0]), parts[1].utf8.allSatisfy(Byte.isDigit),
            let length = Int(parts[1]), length <= address.bytes.count * 8
        else { return nil }
        self.address = address
        prefixLength = length
    }

    /// Whether an address is one of the block. One of another version is not.
    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        return zip(address.bytes, other.bytes).enumerated().allSatisfy { index, pair in
            let bits = min(max(prefixLength - index * 8, 0), 8)
            let mask = ~UInt8(truncatingIfNeeded: 0xFF >> bits)
            return pair.0 & mask == pair.1 & mask
        }
    }
}
