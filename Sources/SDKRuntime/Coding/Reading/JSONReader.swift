/// Reads JSON text from beginning to end, value by value, straight from its bytes.
///
/// Nothing in here throws. Malformed text makes the reader fail: it jumps to the end, where every further read finds
/// nothing and returns an empty value, and the failure is thrown once by whoever started it. What is well-formed but of
/// the wrong type is noted as an issue, skipped, and replaced by an empty value.
///
/// This is one of the places with unsafe code: `position` walks over raw bytes. It stays within them because the text is
/// copied into a buffer that ends in `padding` zero bytes, and a zero byte is not legal in any state of the grammar, so
/// that every scan stops there. Words of eight bytes may be loaded at any position up to the end.
public struct JSONReader: ~Copyable {
    /// Zero bytes after the text.
    static let padding = 32
    /// The deepest nesting of arrays and objects that is read; deeper text fails instead of exhausting the stack, which
    /// has 512 KB on secondary threads of Apple platforms.
    static let maximumDepth = 512
    /// The deepest nesting of models and unions, which take more of the stack: up to 3 KB a level, optimized.
    static let maximumTypeDepth = 128

    var position: UnsafePointer<UInt8>
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var mode: DecodingMode

    /// Which member or element is being read in each open container; `depth` of them are initialized.
    private(set) var frames: UnsafeMutablePointer<ContainerFrame>
    private(set) var frameCapacity = 16
    var depth = 0
    private var typeDepth = 0

    var issues: [DecodingIssue] = []
    /// Issues whose received value nothing has kept yet. The row of the nearest model keeps it and resets the count.
    var unkeptIssues = 0
    var failure: ModelDecodingError?
    /// Where the text is not UTF-8. There it has a zero byte, so that every scan stops.
    private(set) var invalidPosition: UnsafePointer<UInt8>?

    /// A reader of a copy of the text.
    init(_ text: PaddedText, mode: DecodingMode) {
        start = UnsafePointer(text.start)
        end = start + text.count
        position = start
        self.mode = mode
        frames = .allocate(capacity: frameCapacity)
        if let offset = UTF8Check.firstError(start, count: text.count) {
            text.start[offset] = 0
            invalidPosition = start + offset
        }
        skipByteOrderMark()
    }

    deinit {
        frames.deallocate()
        start.deallocate()
    }

    /// Text with zeros after its end, in memory that belongs to the reader that is made of it.
    struct PaddedText {
        let start: UnsafeMutablePointer<UInt8>
        let count: Int

        init(_ bytes: UnsafeRawBufferPointer) {
            count = bytes.count
            start = .allocate(capacity: count + JSONReader.padding)
            if let source = bytes.baseAddress {
                UnsafeMutableRawPointer(start).copyMemory(from: source, byteCount: count)
            }
            (start + count).initialize(repeating: 0, count: JSONReader.padding)
        }
    }

    /// Reads the one value that the bytes consist of, and the issues met on the way.
    static func read<Value>(
        _ bytes: UnsafeRawBufferPointer,
        mode: DecodingMode,
        _ body: (inout JSONReader) -> Value
    ) throws(ModelDecodingError) -> (value: Value, issues: [DecodingIssue]) {
        var reader = JSONReader(PaddedText(bytes), mode: mode)
        let value = body(&reader)
        try reader.finish()
        return (value, reader.issues)
    }

    /// Throws what went wrong, which includes text after the value.
    mutating func finish() throws(ModelDecodingError) {
        _ = peek()
        if position < end { fail("unexpected text after the value") }
        if let failure { throw failure }
    }

    private mutating func skipByteOrderMark() {
        if position[0] == 0xEF, position[1] == 0xBB, position[2] == 0xBF { position += 3 }
    }

    /// Begins to read a model or a union; fails if it is nested too deep.
    @inline(__always)
    mutating func enterType() {
        typeDepth += 1
        if typeDepth > Self.maximumTypeDepth { failInTypes() }
    }

    /// Ends what ``enterType()`` began.
    @inline(__always)
    mutating func leaveType() {
        typeDepth -= 1
    }

    @inline(never)
    private mutating func failInTypes() {
        fail("models nested more than \(Self.maximumTypeDepth) levels deep")
    }

    /// Makes room for one more frame.
    @inline(never)
    mutating func growFrames() {
        let larger = UnsafeMutablePointer<ContainerFrame>.allocate(capacity: frameCapacity * 2)
        larger.moveInitialize(from: frames, count: depth)
        frames.deallocate()
        frames = larger
        frameCapacity *= 2
    }

    // MARK: - Bytes

    /// The next byte that is not whitespace; zero at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        if position.pointee > Byte.space { return position.pointee }
        return peekAfterWhitespace()
    }

    private mutating func peekAfterWhitespace() -> UInt8 {
        while true {
            switch position.pointee {
            case Byte.space, Byte.lineFeed, Byte.carriageReturn, Byte.tab: position += 1
            case let byte: return byte
            }
        }
    }

    /// Eight bytes, the first in the lowest bits.
    @inline(__always)
    static func word(at position: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
    }

    // MARK: - Literals

    /// Reads `null` if that is what comes next.
    @inline(__always)
    mutating func readNull() -> Bool {
        guard peek() == Byte.n else { return false }
        return readLiteral("null")
    }

    /// Reads `true` or `false`, or notes an issue.
    mutating func readBool() -> Bool {
        switch peek() {
        case Byte.t: return readLiteral("true")
        case Byte.f:
            _ = readLiteral("false")
            return false
        default:
            mismatch("a boolean")
            return false
        }
    }

    @inline(__always)
    mutating func readLiteral(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        for index in 0..<count where position[index] != literal.utf8Start[index] {
            failUnexpected()
            return false
        }
        position += count
        return true
    }
}

/// Where a reader is inside an open container: at a key, whose text begins at the pointer, or at an index.
struct ContainerFrame {
    var key: UnsafePointer<UInt8>?
    var index = -1
}

/// The bytes that mean something in JSON.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let period: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let b: UInt8 = 0x62
    static let e: UInt8 = 0x65
    static let f: UInt8 = 0x66
    static let n: UInt8 = 0x6E
    static let r: UInt8 = 0x72
    static let t: UInt8 = 0x74
    static let u: UInt8 = 0x75
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }
}
