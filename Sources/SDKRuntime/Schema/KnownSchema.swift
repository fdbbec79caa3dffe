#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A type whose schema needs no look at its `init(from:)`, which might refuse sample values.
protocol KnownSchema {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) throws -> JSONValue

    /// Any value of the type.
    static var sampleValue: Self { get }
}

/// A known type whose schema is the same everywhere.
protocol ScalarSchema: KnownSchema {
    static var scalarSchema: JSONValue { get }
}

extension ScalarSchema {
    static func knownSchema(_ recording: SchemaRecording, at path: [any CodingKey]) -> JSONValue { scalarSchema }
}

extension KnownSchema where Self: JSONCodable {
    static var sampleValue: Self { emptyValue }
}

extension Bool: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "boolean"] }
}

extension String: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string"] }
}

extension Date: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "date-time"] }
}

extension CalendarDate: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "date"] }
}

extension TimeOfDay: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "time"] }
}

extension CalendarDuration: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "duration"] }
}

extension Data: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "contentEncoding": "base64"] }
}

extension UUID: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "uuid"] }
}

extension URL: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "string", "format": "uri"] }
}

extension Decimal: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "number"] }
}

extension JSONValue: ScalarSchema {
    static var scalarSchema: JSONValue { [:] }
}

extension JSONObject: ScalarSchema {
    static var scalarSchema: JSONValue { ["type": "object"] }
}
