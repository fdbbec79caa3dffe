extension RequestURL {
    /// The URL that a reference means when it is found in what came from this one (RFC 3986, section 5.2).
    ///
    /// - Parameters:
    ///   - reference: An absolute URL, or a relative reference.
    ///   - subject: What the reference is, for the message of the error.
    /// - Throws: ``APIError`` when the reference leads to nothing that a request can be sent to.
    func resolving(_ reference: String, subject: String) throws -> RequestURL {
        let reference = reference.trimmingWhitespace()
        if Self.hasScheme(reference) {
            return try RequestURL(parsing: reference, subject: subject).withoutDotSegments
        }
        if reference.hasPrefix("//") {
            return try RequestURL(parsing: "\(scheme):\(reference)", subject: subject).withoutDotSegments
        }
        let target = reference.prefix { $0 != "#" }
        let path = target.prefix { $0 != "?" }
        var query = target.dropFirst(path.count)
        let mergedPath: String
        if path.isEmpty {
            mergedPath = self.path
            if query.isEmpty, let own = self.query { query = "?\(own)" }
        } else if path.hasPrefix("/") {
            mergedPath = Self.removingDotSegments(String(path))
        } else {
            let folder = self.path.lastIndex(of: "/").map { self.path[...$0] } ?? "/"
            mergedPath = Self.removingDotSegments("\(folder)\(path)")
        }
        return try RequestURL(parsing: "\(scheme)://\(authority)\(mergedPath)\(query)", subject: subject)
    }

    private var withoutDotSegments: RequestURL {
        var url = self
        url.path = path.isEmpty ? "" : Self.removingDotSegments(path)
        return url
    }

    /// Whether a reference begins with a scheme (RFC 3986, section 3.1).
    private static func hasScheme(_ reference: String) -> Bool {
        let scheme = reference.utf8.prefix { $0 != Byte.colon }
        guard scheme.count < reference.utf8.count, let first = scheme.first, isLetter(first) else { return false }
        return scheme.allSatisfy {
            isLetter($0) || Byte.isDigit($0) || $0 == Byte.plus || $0 == Byte.minus || $0 == Byte.period
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// A path that begins with a slash, without the segments `.` and `..` (RFC 3986, section 5.2.4).
    private static func removingDotSegments(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        var kept: [Substring] = []
        for segment in segments {
            switch segment {
            case ".": break
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        // A path that ends in a dot segment names a folder.
        if let last = segments.last, last == "." || last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }
}
