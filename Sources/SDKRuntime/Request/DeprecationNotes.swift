#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value of an open enumeration that the API description has marked as deprecated.
struct DeprecatedValue: Sendable, Hashable {
    /// The name of the enumeration.
    let type: String
    /// The raw value as text.
    let value: String
    /// What the description says about it.
    let message: String
}

extension DeprecatedValue: CustomStringConvertible {
    var description: String { "\(type): '\(value)' is deprecated. \(message)" }
}

/// The deprecated values of a request, noted while its parts are written.
struct DeprecationNotes: Sendable {
    private(set) var values: [DeprecatedValue] = []

    /// Encodes a part of the request as JSON text.
    mutating func bytes(of value: some JSONCodable) throws(ModelEncodingError) -> Data {
        try JSONWriter.bytes(of: value, noting: &values) { Data($0) }
    }

    /// The JSON that a part of the request is encoded as.
    mutating func json(_ value: some JSONCodable) throws -> JSONValue {
        try JSONWriter.bytes(of: value, noting: &values) { bytes in
            Result { try JSONReader.read(bytes, mode: .lenient) { $0.readValue() }.value }
        }.get()
    }

    /// The JSON text that a part of the request is encoded as.
    mutating func text(_ value: some JSONCodable) throws(ModelEncodingError) -> String {
        try JSONWriter.bytes(of: value, noting: &values) { String(decoding: $0, as: UTF8.self) }
    }
}

/// What a client has warned of: it does so once for each value.
final class DeprecationLog: Sendable {
    private let told = Locked(Set<DeprecatedValue>())

    /// The values that are new among those of a request.
    func new(among values: [DeprecatedValue]) -> [DeprecatedValue] {
        guard !values.isEmpty else { return [] }
        return told.withLock { told in values.filter { told.insert($0).inserted } }
    }
}
