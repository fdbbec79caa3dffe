/// Reads a growing text token by token, and keeps the containers that are open.
///
/// It never calls itself, and the depth of the containers is limited as it is for whole texts.
struct PartialJSONParser: Sendable {
    /// What the grammar allows next.
    private enum Expectation {
        case value, elementOrEnd, keyOrEnd, key, colon, commaOrEnd, end
    }

    /// A container that is open.
    private struct Level {
        let isObject: Bool
        var members = JSONObject()
        var elements: [JSONValue] = []
        /// The key whose value comes next.
        var key: String?

        /// The container as if it were closed after `inner`.
        func value(with inner: JSONValue?) -> JSONValue {
            var closed = self
            if let inner { closed.add(inner) }
            return isObject ? .object(closed.members) : .array(closed.elements)
        }

        mutating func add(_ value: JSONValue) {
            if !isObject {
                elements.append(value)
            } else if let key {
                members[key] = .some(value)
                self.key = nil
            }
        }
    }

    private var levels: [Level] = []
    private var root: JSONValue?
    private var expected = Expectation.value
    /// Where the next token begins.
    private var position = 0
    /// The string that is being looked through.
    private var scan: PartialStringScan?
    /// How far the number at `position` has been looked through.
    private var numberEnd = 0
    private(set) var failure: ModelDecodingError?

    var isComplete: Bool { root != nil && expected == .end && failure == nil }

    /// The value so far: the open containers put into each other from the inside out.
    var value: JSONValue? {
        levels.reversed().reduce(root) { inner, level in level.value(with: inner) }
    }

    /// Reads what has been appended to the text since the last time.
    mutating func read(_ text: [UInt8]) {
        guard failure == nil else { return }
        text.withUnsafeBufferPointer { text in
            while failure == nil, readToken(text) {}
        }
    }

    /// Reads one token; false when its end has not arrived.
    private mutating func readToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        while position < text.count, text[position].isJSONWhitespace { position += 1 }
        guard position < text.count else { return false }
        let byte = text[position]
        switch (expected, byte) {
        case (.keyOrEnd, Byte.closeBrace), (.elementOrEnd, Byte.closeBracket): close()
        case (.keyOrEnd, Byte.quote), (.key, Byte.quote): return readKey(text)
        case (.colon, Byte.colon): move(to: .value)
        case (.commaOrEnd, Byte.comma): move(to: levels.last?.isObject == true ? .key : .value)
        case (.commaOrEnd, Byte.closeBrace) where levels.last?.isObject == true: close()
        case (.commaOrEnd, Byte.closeBracket) where levels.last?.isObject == false: close()
        case (.value, _), (.elementOrEnd, _): return readValue(text, byte)
        case (.end, _): fail("unexpected text after the value")
        default: failUnexpected(byte)
        }
        return true
    }

    private mutating func readValue(_ text: UnsafeBufferPointer<UInt8>, _ byte: UInt8) -> Bool {
        switch byte {
        case Byte.openBrace: open(isObject: true)
        case Byte.openBracket: open(isObject: false)
        case Byte.quote:
            guard let string = readString(text) else { return false }
            add(.string(string))
        case Byte.n: return readLiteral("null", .null, text)
        case Byte.t: return readLiteral("true", true, text)
        case Byte.f: return readLiteral("false", false, text)
        case Byte.minus, Byte.zero...Byte.nine: return readNumber(text)
        default: failUnexpected(byte)
        }
        return true
    }

    // MARK: - Containers

    private mutating func open(isObject: Bool) {
        guard levels.count < JSONReader.maximumDepth else {
            return fail("nested more than \(JSONReader.maximumDepth) levels deep")
        }
        levels.append(Level(isObject: isObject))
        move(to: isObject ? .keyOrEnd : .elementOrEnd)
    }

    private mutating func close() {
        position += 1
        if let level = levels.popLast() { add(level.value(with: nil)) }
    }

    /// Puts a value that is over where it belongs.
    private mutating func add(_ value: JSONValue) {
        if levels.isEmpty {
            root = value
            expected = .end
        } else {
            levels[levels.count - 1].add(value)
            expected = .commaOrEnd
        }
    }

    private mutating func move(to next: Expectation) {
        position += 1
        expected = next
    }

    // MARK: - Scalars

    private mutating func readKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let key = readString(text) else { return false }
        levels[levels.count - 1].key = key
        expected = .colon
        return true
    }

    /// Reads a string; nil when its end has not arrived, or it is malformed.
    private mutating func readString(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var scan = scan ?? PartialStringScan(after: position)
        switch scan.advance(in: text) {
        case .unfinished:
            self.scan = scan
            return nil
        case .malformed(let reason):
            position = scan.position
            fail(reason)
            return nil
        case .finished:
            self.scan = nil
            let first = position + 1
            position = scan.position + 1
            guard let start = text.baseAddress else { return nil }
            return StringSpan(start: start + first, count: scan.position - first, isEscaped: scan.isEscaped).text
        }
    }

    private mutating func readLiteral(
        _ literal: StaticString,
        _ value: JSONValue,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let count = min(literal.utf8CodeUnitCount, text.count - position)
        for index in 0..<count where text[position + index] != literal.utf8Start[index] {
            position += index
            failUnexpected(text[position])
            return false
        }
        guard count == literal.utf8CodeUnitCount else { return false }
        position += count
        add(value)
        return true
    }

    /// Reads a number, which is over when a byte follows that can be no part of one.
    private mutating func readNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let rest = text[max(position, numberEnd)...]
        guard let end = rest.firstIndex(where: { !$0.isPartOfJSONNumber }) else {
            numberEnd = text.count
            return false
        }
        let spelling = UnsafeBufferPointer(rebasing: text[position..<end])
        guard JSONReader.numberLength(spelling) == spelling.count else {
            fail("malformed number")
            return false
        }
        position = end
        add(.number(JSONNumber(checked: String(decoding: spelling, as: UTF8.self))))
        return true
    }

    // MARK: - Failures

    private mutating func failUnexpected(_ byte: UInt8) {
        let isShown = byte > Byte.space && byte < 0x7F
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        fail(isShown ? "unexpected '\(Unicode.Scalar(byte))'" : "unexpected byte 0x\(hexadecimal)")
    }

    private mutating func fail(_ reason: String) {
        let path = levels.compactMap { level in
            level.isObject ? level.key.map(CodingPathComponent.key) : .index(level.elements.count)
        }
        failure = ModelDecodingError(reason: reason, byteOffset: position, path: path)
    }
}

extension UInt8 {
    fileprivate var isJSONWhitespace: Bool {
        self == Byte.space || self == Byte.lineFeed || self == Byte.carriageReturn || self == Byte.tab
    }

    fileprivate var isPartOfJSONNumber: Bool {
        switch self {
        case Byte.zero...Byte.nine, Byte.minus, Byte.plus, Byte.period: true
        default: self | 0x20 == Byte.e
        }
    }
}
