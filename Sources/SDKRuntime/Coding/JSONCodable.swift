/// A type that reads itself from JSON text and writes itself to it, without a `Decoder` or `Encoder` in between.
///
/// Strings, booleans, numbers, dates, base64 data, arrays, dictionaries, ``JSONValue``, ``Nullable``, open enums, unions
/// and models conform. There is no `Optional` among them: whether a member may be absent is said by the row of a
/// ``ModelTable``, and a null inside an array by ``Nullable``.
///
/// Reading never throws. A value of the wrong type is noted as a ``DecodingIssue`` and becomes ``emptyValue``; text that
/// is not JSON makes the reader fail, which ``ModelDecoder`` throws once at the end.
public protocol JSONCodable: Sendable {
    /// Reads exactly one value.
    init(reading json: inout JSONReader)

    /// Writes exactly one value.
    func write(to json: inout JSONWriter)

    /// What stands for a value that is missing, null or of the wrong type: an empty string, zero, false, no elements,
    /// the epoch, or an unknown member.
    static var emptyValue: Self { get }

    /// The kinds of JSON value the type reads without an issue; unions choose their member by it.
    static var acceptedKinds: JSONKinds { get }
}

extension JSONCodable {
    /// By default, a type is taken to accept everything.
    public static var acceptedKinds: JSONKinds { .all }
}

/// A set of the kinds of JSON value.
public struct JSONKinds: OptionSet, Sendable, Hashable {
    /// One bit for each kind.
    public let rawValue: UInt8

    /// The kinds whose bits are set.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The literal `null`.
    public static let null = JSONKinds(rawValue: 1)
    /// `true` and `false`.
    public static let bool = JSONKinds(rawValue: 2)
    /// Numbers whose value is an integer.
    public static let integer = JSONKinds(rawValue: 4)
    /// Numbers with a fraction.
    public static let fraction = JSONKinds(rawValue: 8)
    /// Strings.
    public static let string = JSONKinds(rawValue: 16)
    /// Arrays.
    public static let array = JSONKinds(rawValue: 32)
    /// Objects.
    public static let object = JSONKinds(rawValue: 64)

    /// All numbers.
    public static let number: JSONKinds = [.integer, .fraction]
    /// Everything.
    public static let all = JSONKinds(rawValue: 127)
}
