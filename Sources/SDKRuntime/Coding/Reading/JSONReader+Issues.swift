extension JSONReader {
    /// The number of issues that are listed; what comes after is still kept and written back, but no longer listed, so
    /// that hostile input cannot make the list grow without bound.
    static let maximumIssues = 100

    /// Where the reader is, in bytes from the start.
    var byteOffset: Int { position - start }

    /// Ends the reading: the text is malformed, or strict mode met its first issue. The first failure counts.
    @inline(never)
    mutating func fail(_ reason: String) {
        if failure == nil {
            failure = ModelDecodingError(reason: reason, byteOffset: byteOffset, path: path)
        }
        position = end
    }

    /// Ends the reading at a byte that the grammar does not allow here.
    @inline(never)
    mutating func failUnexpected() {
        guard position < end else { return fail("unexpected end of the text") }
        if position == invalidPosition { return fail("bytes that are not UTF-8") }
        let byte = position.pointee
        if byte > Byte.space, byte < 0x7F {
            fail("unexpected '\(Unicode.Scalar(byte))'")
        } else {
            fail("unexpected byte 0x\(String(byte, radix: 16, uppercase: true))")
        }
    }

    /// Notes an issue with the value at an offset, by default the one that comes next; or, if a key is given, with the
    /// member of that key of the object at the offset.
    @inline(never)
    mutating func note(_ reason: String, at offset: Int? = nil, inside key: String? = nil) {
        // Looking up the path takes time, and there may be as many issues as values.
        guard failure == nil, mode == .strict || issues.count < Self.maximumIssues else { return }
        var path = path
        if let key { path.append(.key(key)) }
        let offset = offset ?? byteOffset
        if mode == .strict {
            failure = ModelDecodingError(reason: reason, byteOffset: offset, path: path)
            position = end
        } else {
            issues.append(DecodingIssue(reason: reason, byteOffset: offset, path: path))
        }
    }

    /// Notes that the next value is not what is expected, and skips it. Whoever keeps the received value resets
    /// `unkeptIssues`.
    @inline(never)
    mutating func mismatch(_ expected: String) {
        let found = nextKind()
        guard !found.isEmpty else { return failUnexpected() }
        note("expected \(expected), found \(found.name)")
        unkeptIssues += 1
        skip()
    }

    /// Notes an issue with a value that has just been read and began at `start`.
    @inline(never)
    mutating func noteUnreadable(_ reason: String, from start: UnsafePointer<UInt8>) {
        note(reason, at: start - self.start)
        unkeptIssues += 1
    }

    /// The kind of the next value, judged by its first byte; empty if no value begins here. A number counts as both
    /// kinds of number.
    mutating func nextKind() -> JSONKinds {
        switch peek() {
        case Byte.n: .null
        case Byte.t, Byte.f: .bool
        case Byte.quote: .string
        case Byte.openBracket: .array
        case Byte.openBrace: .object
        case Byte.minus, Byte.zero...Byte.nine: .number
        default: []
        }
    }

    /// The key of the member being read.
    var currentKey: String {
        guard depth > 0, let key = frames[depth - 1].key else { return "" }
        return ContainerFrame.text(key, end)
    }

    /// The way from the root to the value being read.
    private var path: [CodingPathComponent] {
        (0..<depth).compactMap { level in
            frames[level].component(before: end)
        }
    }
}

extension ContainerFrame {
    /// The step this frame stands for, in text that stops at `end`; nil before the first member. Of a very long key it is
    /// the beginning: an issue has a path of its own.
    func component(before end: UnsafePointer<UInt8>) -> CodingPathComponent? {
        guard let key else { return index >= 0 ? .index(index) : nil }
        guard end - key > Self.longestKey else { return .key(Self.text(key, end)) }
        let text = Self.text(key, key + Self.longestKey)
        return .key(text.utf8.count < Self.longestKey ? text : "\(text)…")
    }

    private static var longestKey: Int { 1000 }

    /// The key whose text begins at a position.
    fileprivate static func text(_ key: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> String {
        var quote = key
        // A control character is where a malformed text has stopped being read.
        while quote < end, quote.pointee != Byte.quote, quote.pointee >= Byte.space {
            quote += quote.pointee == Byte.backslash && quote + 1 < end ? 2 : 1
        }
        return StringSpan(start: key, count: quote - key, isEscaped: true).text
    }
}

extension JSONKinds {
    /// The name of a single kind, with its article.
    var name: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        default: "a number"
        }
    }
}
