extension String: JSONCodable {
    /// Reads a string.
    public init(reading json: inout JSONReader) {
        self = json.readString()
    }

    /// Writes a string.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// The empty string.
    public static var emptyValue: String { "" }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }
}

extension Bool: JSONCodable {
    /// Reads `true` or `false`; nothing else is taken for a boolean.
    public init(reading json: inout JSONReader) {
        self = json.readBool()
    }

    /// Writes `true` or `false`.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// False.
    public static var emptyValue: Bool { false }

    /// Booleans.
    public static var acceptedKinds: JSONKinds { .bool }
}

/// An integer type that is read and written as a JSON number without a fraction.
///
/// `3.0` and `3e0` are read as 3. A number with a fraction or out of range is an issue, and so is a string of digits.
public protocol JSONInteger: JSONCodable, FixedWidthInteger {}

extension JSONInteger {
    /// Reads an integer.
    public init(reading json: inout JSONReader) {
        if Self.max > Int64.max {
            self = json.readNumber("an integer", "a \(Self.self)") { $0.uint64.flatMap(Self.init(exactly:)) } ?? 0
            return
        }
        _ = json.peek()
        let start = json.position
        let value = json.readInt64()
        if let exact = Self(exactly: value) {
            self = exact
        } else {
            json.noteUnreadable("\(value) is not in the range of \(Self.self)", from: start)
            self = 0
        }
    }

    /// Writes an integer.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// Zero.
    public static var emptyValue: Self { 0 }

    /// Numbers without a fraction.
    public static var acceptedKinds: JSONKinds { .integer }
}

extension Int: JSONInteger {}
extension Int8: JSONInteger {}
extension Int16: JSONInteger {}
extension Int32: JSONInteger {}
extension Int64: JSONInteger {}
extension UInt: JSONInteger {}
extension UInt8: JSONInteger {}
extension UInt16: JSONInteger {}
extension UInt32: JSONInteger {}
extension UInt64: JSONInteger {}

extension Double: JSONCodable {
    /// Reads a number. One beyond the range of `Double` is an issue.
    public init(reading json: inout JSONReader) {
        self = json.readDouble()
    }

    /// Writes a number in its shortest spelling. Infinities and NaN cannot be written.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// Zero.
    public static var emptyValue: Double { 0 }

    /// Numbers.
    public static var acceptedKinds: JSONKinds { .number }
}

extension Float: JSONCodable {
    /// Reads a number. One beyond the range of `Float` is an issue.
    public init(reading json: inout JSONReader) {
        self =
            json.readNumber("a number", "a number in the range of Float") { number in
                Float(number.spelling).flatMap { $0.isFinite ? $0 : nil }
            } ?? 0
    }

    /// Writes a number in its shortest spelling. Infinities and NaN cannot be written.
    public func write(to json: inout JSONWriter) {
        if isFinite, self != rounded(.towardZero) || abs(self) >= 0x1p24 {
            json.writeSpelling(description)
        } else {
            json.write(Double(self))
        }
    }

    /// Zero.
    public static var emptyValue: Float { 0 }

    /// Numbers.
    public static var acceptedKinds: JSONKinds { .number }
}
