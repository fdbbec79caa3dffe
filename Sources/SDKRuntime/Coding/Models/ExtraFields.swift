// <!-- swift
// var params = MessageCreateParams(maxTokens: 1024, messages: [.user("Hello!")], model: .claudeOpus4_8)
// -->
/// JSON members that the caller adds to a model beyond its declared ones, or in place of them.
///
/// ```swift
/// params.extraFields["beta_option"] = true     // added after the declared members
/// params.extraFields["model"] = .null          // written in place of the declared `model`
/// params.extraFields["stream"] = .omit         // the declared `stream` is left out
/// ```
public struct ExtraFields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var values = JSONObject()
    private var omitted: Set<String> = []

    /// No extra members.
    public init() {}

    /// The members of the literal; the last of equal keys wins.
    public init(dictionaryLiteral elements: (String, ExtraField)...) {
        for (key, field) in elements { self[key] = field }
    }

    /// Whether there are no extra members.
    public var isEmpty: Bool { values.isEmpty && omitted.isEmpty }

    /// The extra member of that name, or nil if there is none. Setting nil takes it back.
    public subscript(key: String) -> ExtraField? {
        get { omitted.contains(key) ? .omit : values[key].map(ExtraField.value) }
        set {
            values[key] = nil
            omitted.remove(key)
            switch newValue {
            case .value(let value): values[key] = value
            case .omit: omitted.insert(key)
            case nil: break
            }
        }
    }

    /// The members that are written, in the order they were added.
    var written: JSONObject { values }
}

/// One extra member of a model: a value, or the order to leave the member out.
public enum ExtraField: Hashable, Sendable {
    /// The member is written with this value, which may be null.
    case value(JSONValue)
    /// The member is left out, even if it is declared and required.
    case omit

    /// The member is written as null.
    public static var null: ExtraField { .value(.null) }

    /// The value, or nil if the member is left out.
    public var value: JSONValue? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension ExtraField: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A boolean literal is a value.
    public init(booleanLiteral value: Bool) {
        self = .value(.bool(value))
    }

    /// An integer literal is a value.
    public init(integerLiteral value: Int64) {
        self = .value(.number(JSONNumber(value)))
    }

    /// A floating-point literal is a value.
    public init(floatLiteral value: Double) {
        self = .value(.number(JSONNumber(value)))
    }

    /// A string literal is a value.
    public init(stringLiteral value: String) {
        self = .value(.string(value))
    }

    /// An array literal is a value.
    public init(arrayLiteral elements: JSONValue...) {
        self = .value(.array(elements))
    }

    /// A dictionary literal is a value.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .value(.object(JSONObject(elements)))
    }
}
