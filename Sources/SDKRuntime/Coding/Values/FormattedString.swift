/// A value that JSON has no type for, and that is written as a string of a certain form, such as a calendar day.
///
/// Reading a string of another form is an issue; its text is kept by the model it is a member of.
public protocol FormattedString: JSONCodable, Codable, Hashable, LosslessStringConvertible {
    /// The name of the form with its article, for messages: `a date`.
    static var formName: String { get }

    /// Whether the value has a text of the form. One that was made of a text always has.
    var isValid: Bool { get }
}

extension FormattedString {
    /// Reads a string of the form. Anything else is an issue, and the value the empty one.
    public init(reading json: inout JSONReader) {
        self = json.readText(Self.formName) { Self($0) } ?? .emptyValue
    }

    /// Writes the text. A value that has none cannot be written.
    public func write(to json: inout JSONWriter) {
        if isValid {
            json.write(description)
        } else {
            json.fail("'\(description)' is not \(Self.formName)")
        }
    }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }

    /// Reads a string of the form.
    ///
    /// - Throws: `DecodingError` if there is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not \(Self.formName)")
        }
        self = value
    }

    /// Writes the text.
    ///
    /// - Throws: `EncodingError` if the value has none.
    public func encode(to encoder: any Encoder) throws {
        guard isValid else {
            let reason = "'\(description)' is not \(Self.formName)"
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: reason))
        }
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension JSONReader {
    /// Reads a string and converts it, or notes that it is no string, or none that converts.
    mutating func readText<Value>(_ expected: String, _ convert: (String) -> Value?) -> Value? {
        guard peek() == Byte.quote else {
            mismatch(expected)
            return nil
        }
        let start = position
        let text = scanString().text
        if let value = convert(text) { return value }
        noteUnreadable(text, expected, from: start)
        return nil
    }

    /// Notes that a text, which has just been read and began at `start`, is not what is expected.
    mutating func noteUnreadable(_ text: String, _ expected: String, from start: UnsafePointer<UInt8>) {
        // A long text may be anything, even a credential, and half of one would not be recognised as such.
        let shown = text.utf8.count > 40 ? "the string" : "\(JSONValue.string(text))"
        noteUnreadable("\(shown) is not \(expected)", from: start)
    }
}
