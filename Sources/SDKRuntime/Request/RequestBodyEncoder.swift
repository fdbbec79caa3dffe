#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns the content of a call into what a transport sends.
struct RequestBodyEncoder {
    let body: HTTPRequestBody

    /// The media type of the content; nil when there is none.
    let contentType: String?

    /// Writes the content.
    ///
    /// - Parameter extra: Members that are added to a JSON object, or that replace or remove members of the same name.
    /// - Throws: ``APIError`` when the content cannot be written as JSON, or has no place for extra members.
    init(_ content: RequestContent, adding extra: ExtraFields) throws {
        switch content {
        case .bytes, .stream:
            guard extra.isEmpty else { throw APIError(.invalidArgument, "only a JSON body takes extra members") }
        case .none, .json:
            break
        }
        switch content {
        case .none where extra.isEmpty:
            body = .none
            contentType = nil
        case .none:
            body = .bytes(try Self.json(JSONValue.object(extra.written)))
            contentType = Self.jsonType
        case .json(let value):
            body = .bytes(try extra.isEmpty ? Self.json(value) : Self.json(Self.object(value, adding: extra)))
            contentType = Self.jsonType
        case .bytes(let bytes, let type):
            body = .bytes(bytes)
            contentType = type
        case .stream(let stream, let type):
            body = .stream(stream)
            contentType = type
        }
    }

    private static let jsonType = "application/json"

    private static func json(_ value: some JSONCodable) throws -> Data {
        do {
            return try ModelEncoder().encode(value)
        } catch {
            throw APIError(.invalidArgument, "the body cannot be written as JSON: \(error)", underlyingError: error)
        }
    }

    private static func object(_ value: some JSONCodable, adding extra: ExtraFields) throws -> JSONValue {
        guard case .object(var members) = try ModelDecoder().decode(JSONValue.self, from: json(value)) else {
            throw APIError(.invalidArgument, "only a JSON object takes extra members")
        }
        for key in members.keys where extra[key] == .omit {
            members[key] = nil
        }
        for (key, value) in extra.written {
            members[key] = value
        }
        return .object(members)
    }
}
