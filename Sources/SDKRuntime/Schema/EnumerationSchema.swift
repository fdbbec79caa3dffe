/// The raw values of an enumeration that lists its cases.
enum EnumerationSchema {
    /// A schema that lists the raw values; nil when the cases have none that JSON can express, or when there is no case.
    static func schema<Cases: CaseIterable>(of type: Cases.Type) -> JSONValue? {
        let values = type.allCases.compactMap { element in (element as? any RawRepresentable).flatMap { value($0) } }
        guard let first = values.first, values.count == type.allCases.count else { return nil }
        return ["type": first.kind, "enum": .array(values.map { $0.value })]
    }

    /// The first case.
    static func firstCase<Cases: CaseIterable>(of type: Cases.Type) -> Cases? {
        type.allCases.first
    }

    /// A raw value, and the type that its Swift type has in JSON Schema. The number 1.0 of a `Double` is no integer: other
    /// cases may have fractions.
    private static func value(_ element: some RawRepresentable) -> (kind: JSONValue, value: JSONValue)? {
        switch element.rawValue {
        case let text as String: (kind: "string", value: .string(text))
        case let number as any BinaryInteger:
            Int64(exactly: number).map { (kind: "integer", value: .number(JSONNumber($0))) }
        case let number as any BinaryFloatingPoint: (kind: "number", value: .number(JSONNumber(Double(number))))
        default: nil
        }
    }
}
