/// A JSON text (RFC 8259) that arrives in pieces, and what can be told of its value before the end.
///
/// ```swift
/// var json = PartialJSON()
/// json.append(#"{"city": "Os"#)
/// print(json.value ?? "")                     // {}
/// json.append(#"lo", "days": 3"#)
/// print(json.value ?? "")                     // {"city": "Oslo"}
/// ```
///
/// A string, a number or a literal whose end has not arrived is left out, together with its key; containers that are open
/// are taken as if they were closed. A number is over when something follows it.
///
/// Every byte is read once, however many pieces there are and however often the value is asked for.
public struct PartialJSON: Sendable {
    private var bytes: [UInt8] = []
    private var parser = PartialJSONParser()

    /// No text.
    public init() {}

    /// The beginning of a text.
    public init(_ text: String) {
        append(text)
    }

    /// Adds what comes next.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        parser.read(bytes)
    }

    /// Whether nothing has arrived.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The text so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value so far; nil if nothing of it can be told yet. Of malformed text, it is the value before the mistake.
    public var value: JSONValue? { parser.value }

    /// Whether the value is over, so that only whitespace may follow. A number by itself is over when whitespace does.
    public var isComplete: Bool { parser.isComplete }

    /// Why no text that begins like this is JSON; nil if one may be.
    public var failure: ModelDecodingError? { parser.failure }
}
