/// Writes compact JSON text into one growing buffer of bytes.
///
/// Nothing in here throws: a value that JSON cannot express is written as `null` and noted, and the first note is thrown
/// by whoever started the writer. The same value gives the same bytes in every process.
///
/// This is one of the places with unsafe code: bytes are stored behind `bytes + count`, always after `reserve` has made
/// room for them.
public struct JSONWriter: ~Copyable {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    private var needsComma = false
    /// How many empty values are being written, one inside the other.
    private var emptyDepth = 0
    private(set) var failure: ModelEncodingError?
    /// The deprecated values that have been written; nil: nobody wants to know.
    private var deprecatedValues: [DeprecatedValue]?

    init(capacity: Int = 1024, notesDeprecatedValues: Bool = false) {
        self.capacity = capacity
        deprecatedValues = notesDeprecatedValues ? [] : nil
        bytes = .allocate(capacity: capacity)
    }

    deinit {
        bytes.deallocate()
    }

    /// The bytes that one value is written as.
    static func bytes<Result>(
        of value: some JSONCodable,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ModelEncodingError) -> Result {
        var writer = JSONWriter()
        value.write(to: &writer)
        if let failure = writer.failure { throw failure }
        return body(UnsafeRawBufferPointer(start: writer.bytes, count: writer.count))
    }

    /// The bytes that one value is written as.
    ///
    /// - Parameter deprecatedValues: Gets those that are in the value.
    static func bytes<Result>(
        of value: some JSONCodable,
        noting deprecatedValues: inout [DeprecatedValue],
        _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ModelEncodingError) -> Result {
        var writer = JSONWriter(notesDeprecatedValues: true)
        value.write(to: &writer)
        if let failure = writer.failure { throw failure }
        deprecatedValues += writer.deprecatedValues ?? []
        return body(UnsafeRawBufferPointer(start: writer.bytes, count: writer.count))
    }

    /// Whether somebody wants to know of deprecated values.
    @inline(__always)
    var notesDeprecatedValues: Bool { deprecatedValues != nil }

    @inline(never)
    mutating func note(_ value: DeprecatedValue) {
        deprecatedValues?.append(value)
    }

    /// What has been written so far.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// What has been written so far, as text.
    var text: String { String(decoding: written, as: UTF8.self) }

    /// Notes that a value cannot be expressed, and writes `null` in its place.
    @inline(never)
    mutating func fail(_ reason: String) {
        if failure == nil {
            failure = ModelEncodingError(reason: reason, path: WrittenPath(written).components)
        }
        writeNull()
    }

    /// Writes the empty value of a type, unless it contains itself without end.
    @inline(never)
    mutating func writeEmpty<Value: JSONCodable>(_ type: Value.Type) {
        // After a failure nothing needs to be written; a type that requires itself twice would double the work each time.
        guard failure == nil else { return writeNull() }
        guard emptyDepth < Self.maximumEmptyDepth else {
            return fail("a \(type) is missing, and an empty one contains itself without end")
        }
        emptyDepth += 1
        Value.emptyValue.write(to: &self)
        emptyDepth -= 1
    }

    /// Types that require each other in a longer row than this are not known.
    private static var maximumEmptyDepth: Int { 32 }

    // MARK: - Bytes

    /// Makes room for a number of bytes.
    @inline(__always)
    private mutating func reserve(_ additional: Int) {
        if count + additional > capacity { grow(additional) }
    }

    @inline(never)
    private mutating func grow(_ additional: Int) {
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }

    /// Makes room for at most `maximum` bytes and lets `body` store some; it returns how many.
    @inline(__always)
    mutating func append(atMost maximum: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(maximum)
        count += body(bytes + count)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ source: UnsafePointer<UInt8>, count sourceCount: Int) {
        reserve(sourceCount)
        (bytes + count).update(from: source, count: sourceCount)
        count += sourceCount
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    // MARK: - Structure

    @inline(__always)
    mutating func beginObject() {
        append(Byte.openBrace)
        needsComma = false
    }

    @inline(__always)
    mutating func endObject() {
        append(Byte.closeBrace)
        needsComma = true
    }

    @inline(__always)
    mutating func beginArray() {
        append(Byte.openBracket)
        needsComma = false
    }

    @inline(__always)
    mutating func endArray() {
        append(Byte.closeBracket)
        needsComma = true
    }

    /// Writes the comma before an element or a member, unless it is the first.
    @inline(__always)
    mutating func separate() {
        if needsComma { append(Byte.comma) } else { needsComma = true }
    }

    /// Writes the key of a member.
    mutating func writeKey(_ key: String) {
        separate()
        write(key)
        append(Byte.colon)
    }

    /// Writes text that already is what stands in an object: a quoted key and its colon, or a whole member.
    @inline(__always)
    mutating func writeEncoded(_ encoded: UnsafeBufferPointer<UInt8>) {
        reserve(encoded.count + 1)
        if needsComma {
            bytes[count] = Byte.comma
            count += 1
        } else {
            needsComma = true
        }
        guard let source = encoded.baseAddress else { return }
        (bytes + count).update(from: source, count: encoded.count)
        count += encoded.count
    }

    @inline(__always)
    mutating func writeNull() {
        append("null")
    }

    @inline(__always)
    mutating func write(_ value: Bool) {
        if value { append("true") } else { append("false") }
    }
}
