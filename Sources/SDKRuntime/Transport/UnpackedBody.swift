package import HTTPTypes

/// What holds for compressed bodies, whichever transport unpacks them.
package enum UnpackedBody {
    /// The most bytes that a compressed body may have when unpacked. One that grows beyond is an attack rather than an
    /// answer.
    package static let largest = 256 << 20

    /// Whether the body of a response is compressed (RFC 9110, section 8.4).
    package static func isCompressed(_ headers: HTTPFields) -> Bool {
        headers[.contentEncoding].map { $0.lowercased() != "identity" } ?? false
    }

    /// The number of bytes that the body of a response will have. Nil: the server does not say, or has compressed it.
    package static func length(_ headers: HTTPFields) -> Int64? {
        guard !isCompressed(headers), let text = headers[.contentLength], text.utf8.allSatisfy(Byte.isDigit) else {
            return nil
        }
        return Int64(text)
    }
}
