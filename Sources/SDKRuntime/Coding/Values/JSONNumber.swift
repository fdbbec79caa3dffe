/// A JSON number with the spelling it was received in: `1`, `1.0` and `1e0` are three different values.
///
/// Equality and hashing compare the spelling. To compare amounts, compare ``double``, ``int64`` or ``decimal``.
public struct JSONNumber: Hashable, Sendable {
    /// Plain integers, by far the most frequent numbers, take no string.
    private enum Storage: Hashable {
        case integer(Int64)
        case text(String)
        case notFinite(Double)
    }

    private let storage: Storage

    /// An integer.
    public init(_ value: some BinaryInteger) {
        storage = Int64(exactly: value).map(Storage.integer) ?? .text(String(value))
    }

    /// A double in its shortest spelling that reads back as the same double, with `.0` if it is integral.
    ///
    /// JSON has no infinity and no NaN: such a number can be held, but encoding it throws ``ModelEncodingError``.
    public init(_ value: Double) {
        storage = value.isFinite ? .text(value.description) : .notFinite(value)
    }

    /// The number with that spelling, or nil if it does not follow the grammar of RFC 8259 section 6.
    public init?(_ spelling: String) {
        let length = Array(spelling.utf8).withUnsafeBufferPointer(JSONReader.numberLength)
        guard length == spelling.utf8.count else { return nil }
        self.init(checked: spelling)
    }

    /// The number with a spelling that generated code has from an API's description; zero for a text that is none.
    public init(exactly spelling: String) {
        self = JSONNumber(spelling) ?? 0
    }

    /// The number with a spelling that is known to follow the grammar.
    init(checked spelling: String) {
        if let integer = Int64(spelling), spelling != "-0" {
            storage = .integer(integer)
        } else {
            storage = .text(spelling)
        }
    }

    /// The spelling; `nan`, `inf` or `-inf` if the number is not finite.
    public var spelling: String {
        switch storage {
        case .integer(let value): String(value)
        case .text(let text): text
        case .notFinite(let value): value.description
        }
    }

    /// Whether JSON can express the number: false for infinities and NaN.
    public var isFinite: Bool {
        if case .notFinite = storage { false } else { true }
    }

    /// The number if it is a plain integer that fits; no conversion is made.
    var plainInteger: Int64? {
        if case .integer(let value) = storage { value } else { nil }
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible {
    /// An integer literal.
    public init(integerLiteral value: Int64) {
        self.init(value)
    }

    /// A floating-point literal; `2.0` stays `2.0`.
    public init(floatLiteral value: Double) {
        self.init(value)
    }

    /// The spelling.
    public var description: String { spelling }
}
