/// The raw values of an enumeration that lists its cases.
enum EnumerationSchema {
    /// A schema that lists the raw values; nil when the cases have none that JSON can express, or when there is no case.
    static func schema<Cases: CaseIterable>(of type: Cases.Type) -> JSONValue? {
        let values = type.allCases.compactMap { element in (element as? any RawRepresentable).flatMap { value($0) } }
        guard let first = values.first, values.count == type.allCases.count else { return nil }
        let kind: JSONValue
        switch first {
        case .string: kind = "string"
        case .number(let number): kind = number.int64 == nil ? "number" : "integer"
        default: return nil
        }
        return ["type": kind, "enum": .array(values)]
    }

    /// The first case.
    static func firstCase<Cases: CaseIterable>(of type: Cases.Type) -> Cases? {
        type.allCases.first
    }

    private static func value(_ element: some RawRepresentable) -> JSONValue? {
        switch element.rawValue {
        case let text as String: .string(text)
        case let number as any BinaryInteger: Int64(exactly: number).map { .number(JSONNumber($0)) }
        case let number as any BinaryFloatingPoint: .number(JSONNumber(Double(number)))
        default: nil
        }
    }
}
