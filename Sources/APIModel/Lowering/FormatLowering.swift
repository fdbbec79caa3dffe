import OpenAPI
import Source

extension Lowering {
    /// The type of `type: string` with a format or an encoding. A format that has no type of its own is a string.
    func stringType(of schema: MergedSchema) -> TypeReference {
        if isBinary(schema) {
            // JSON has no bytes: what is answered in it is a text, whatever its format says.
            return direction == .request ? .file : .scalar(.string)
        }
        if let encoding = schema.contentEncoding?.lowercased() {
            return .scalar(encoding == "base64" ? .bytes : .string)
        }
        return .scalar(schema.format.flatMap { Self.stringFormats[$0] } ?? .string)
    }

    /// Whether a string stands for bytes as they are: a file.
    func isBinary(_ schema: MergedSchema) -> Bool {
        // `binary` is the encoding that changes nothing (RFC 2045, section 6.2).
        if let encoding = schema.contentEncoding { return encoding.lowercased() == "binary" }
        if schema.format == "binary" { return true }
        guard let type = schema.contentMediaType?.lowercased() else { return false }
        return ["application/octet-stream", "application/pdf", "application/zip"].contains(type)
            || ["image/", "audio/", "video/"].contains(where: type.hasPrefix)
    }

    func integerScalar(of schema: MergedSchema) -> TypeReference.Scalar {
        schema.format.flatMap { Self.integerFormats[$0] } ?? (reachesBeyondInt64(schema) ? .uint64 : .integer)
    }

    /// Whether a schema without a format tells of values that only 64 bits without a sign hold.
    private func reachesBeyondInt64(_ schema: MergedSchema) -> Bool {
        func bound(_ key: String) -> String? { schema.annotations.last { $0.hasKey(key) }?.value.text }
        guard let minimum = bound("minimum"), UInt64(minimum) != nil else { return false }
        return [bound("maximum"), schema.defaultValue?.text].contains { text in
            text.map { UInt64($0) != nil && Int64($0) == nil } ?? false
        }
    }

    func numberScalar(of schema: MergedSchema) -> TypeReference.Scalar {
        guard let format = schema.format else { return .double }
        return Self.numberFormats[format] ?? Self.integerFormats[format] ?? .double
    }

    /// Whether the type that a schema becomes says all that its format does, so that the documentation need not name it.
    ///
    /// - Parameter types: The names under `type`; nil where the format alone says the type.
    static func isTyped(format: String, types: [String]?) -> Bool {
        guard let types else { return typesByFormat[format] != nil || format == "password" }
        return types.allSatisfy { type in
            switch type {
            case "string": stringFormats[format] != nil || ["binary", "password", type].contains(format)
            case "integer": integerFormats[format] != nil || format == type
            case "number": numberFormats[format] != nil || integerFormats[format] != nil || format == type
            default: format == type
            }
        }
    }

    private static let stringFormats: [String: TypeReference.Scalar] = [
        "date-time": .dateTime, "date": .date, "time": .time, "duration": .duration, "uuid": .uuid, "uri": .url,
        "url": .url, "byte": .bytes, "base64": .bytes,
    ]

    private static let integerFormats: [String: TypeReference.Scalar] = [
        "int8": .int8, "int16": .int16, "int32": .int32, "int64": .int64,
        "uint8": .uint8, "uint16": .uint16, "uint32": .uint32, "uint64": .uint64,
    ]

    private static let numberFormats: [String: TypeReference.Scalar] = [
        "float": .float, "double": .double, "decimal": .decimal,
    ]
}
