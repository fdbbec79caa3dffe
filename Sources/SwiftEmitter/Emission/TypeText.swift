import APIModel

extension SwiftNames {
    /// A type as Swift writes it where it is used: inside the type `scope`, or at the top of a file.
    func text(_ type: TypeReference, in scope: String = "") -> String {
        switch type {
        case .scalar(let scalar): Self.text(scalar)
        case .json: "JSONValue"
        case .array(let element): "[" + text(element, in: scope) + "]"
        case .map(let value): "[String: " + text(value, in: scope) + "]"
        case .nullable(let type): "Nullable<\(text(type, in: scope))>"
        case .named(let id): reference(to: id, in: scope)
        case .file: "UploadFile"
        }
    }

    /// The type of a property as its users see it: what may be left out or null shows in it.
    func memberText(_ type: String, _ presence: Property.Presence) -> String {
        switch presence {
        case .required, .constant: type
        case .optional, .nullable: type + "?"
        case .optionalNullable: "Nullable<\(type)>?"
        }
    }

    private static func text(_ scalar: TypeReference.Scalar) -> String {
        switch scalar {
        case .string: "String"
        case .boolean: "Bool"
        case .integer: "Int"
        case .int8: "Int8"
        case .int16: "Int16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint8: "UInt8"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        case .number: "JSONNumber"
        case .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .dateTime: "Date"
        case .date: "CalendarDate"
        case .time: "TimeOfDay"
        case .duration: "CalendarDuration"
        case .uuid: "UUID"
        case .url: "URL"
        case .bytes: "Data"
        }
    }
}

extension Literal {
    /// The constant as Swift writes it, where its type is known.
    var swiftText: String {
        switch self {
        case .null: ".null"
        case .boolean(let value): String(value)
        case .integer(let text), .number(let text): text
        case .string(let text): SwiftLiteral.string(text)
        case .exact(let text): "JSONNumber(exactly: \(SwiftLiteral.string(text)))"
        }
    }

    /// The constant as a JSON value.
    var jsonText: String {
        if case .exact = self { ".number(\(swiftText))" } else { swiftText }
    }
}
