#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Date: JSONCodable {
    /// Reads a timestamp (RFC 3339), leniently: any number of fraction digits, an offset with or without colon or none at
    /// all, which means UTC, and a space in place of `T`. Anything else is an issue, and the date the epoch.
    public init(reading json: inout JSONReader) {
        self = json.readDate()
    }

    /// Writes a timestamp in UTC with `Z`, and with at most six fraction digits, no more than needed.
    public func write(to json: inout JSONWriter) {
        json.write(self)
    }

    /// 1970-01-01T00:00:00Z.
    public static var emptyValue: Date { Date(timeIntervalSince1970: 0) }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }
}

extension JSONReader {
    /// Reads a timestamp, or notes an issue.
    @inline(__always)
    mutating func readDate() -> Date {
        guard peek() == Byte.quote else {
            mismatch("a date-time")
            return .emptyValue
        }
        let start = position
        let span = scanString()
        let text = UnsafeBufferPointer(start: span.start, count: span.count)
        if !span.isEscaped, let date = TimestampParts.date(text) { return date }
        return readUnusualDate(span, from: start)
    }

    @inline(never)
    private mutating func readUnusualDate(_ span: StringSpan, from start: UnsafePointer<UInt8>) -> Date {
        var text = span.text
        if let date = text.withUTF8({ TimestampParts.date($0) }) { return date }
        noteUnreadable(text, "a date-time", from: start)
        return .emptyValue
    }
}

extension Data: JSONCodable {
    /// Reads base64 (RFC 4648 section 4) from a string. Anything else is an issue, and the data empty.
    public init(reading json: inout JSONReader) {
        _ = json.peek()
        let start = json.position
        let unkept = json.unkeptIssues
        let text = json.readString()
        if let data = Data(base64Encoded: text) {
            self = data
        } else {
            self = Data()
            if json.unkeptIssues == unkept { json.noteUnreadable("the string is not base64", from: start) }
        }
    }

    /// Writes base64.
    public func write(to json: inout JSONWriter) {
        json.write(base64EncodedString())
    }

    /// No bytes.
    public static var emptyValue: Data { Data() }

    /// Strings.
    public static var acceptedKinds: JSONKinds { .string }
}

extension Decimal: JSONCodable {
    /// Reads a number exactly. One of more than 38 significant digits, or out of range, is an issue.
    public init(reading json: inout JSONReader) {
        self = json.readNumber("a number", "a number that a decimal holds exactly") { $0.decimal } ?? 0
    }

    /// Writes a number exactly. NaN cannot be written.
    public func write(to json: inout JSONWriter) {
        if isFinite {
            json.writeSpelling(description)
        } else {
            json.fail("\(self) is not a JSON number")
        }
    }

    /// Zero.
    public static var emptyValue: Decimal { 0 }

    /// Numbers.
    public static var acceptedKinds: JSONKinds { .number }
}
