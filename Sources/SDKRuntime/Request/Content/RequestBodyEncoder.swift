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
    /// - Parameters:
    ///   - extra: Members that are added to an object, or that replace or remove members of the same name.
    ///   - query: Knows how the service wants arrays and objects in forms.
    /// - Throws: ``APIError`` when the content cannot be written, or has no place for extra members.
    init(_ content: RequestContent, adding extra: ExtraFields, _ query: QueryEncoder) throws {
        guard extra.isEmpty || content.isObject else {
            throw APIError(.invalidArgument, "only a JSON body, a form and a multipart body take extra members")
        }
        switch content {
        case .none where extra.isEmpty:
            body = .none
            contentType = nil
        case .none:
            body = .bytes(try Self.json(JSONValue.object(extra.written)))
            contentType = "application/json"
        case .json(let value, let type):
            body = .bytes(try extra.isEmpty ? Self.json(value) : Self.json(Self.object(value, adding: extra)))
            contentType = type
        case .form(let value, let encoding):
            let pairs = try query.form(Self.object(value, adding: extra), encoding, subject: "the body")
            body = .bytes(Data(pairs.map(\.text).joined(separator: "&").utf8))
            contentType = "application/x-www-form-urlencoded"
        case .multipart(let value, let encoding, let type):
            let given = MultipartEncoder.boundary(of: type)
            let boundary = given ?? MultipartEncoder.randomBoundary()
            body = try Self.multipart(
                value,
                adding: extra,
                encoding,
                MultipartEncoder(boundary: boundary, query: query)
            )
            contentType = given == nil ? "\(type); boundary=\(boundary)" : type
        case .bytes(let bytes, let type):
            body = .bytes(bytes)
            contentType = type
        case .file(let file, let type):
            body = try file.body()
            contentType = file.mediaType(declared: type)
        case .stream(let stream, let type):
            body = .stream(stream)
            contentType = type
        }
    }

    private static func json(_ value: some JSONCodable) throws -> Data {
        do {
            return try ModelEncoder().encode(value)
        } catch {
            throw APIError(.invalidArgument, "the body cannot be written as JSON: \(error)", underlyingError: error)
        }
    }

    private static func object(_ value: some JSONCodable, adding extra: ExtraFields) throws -> JSONValue {
        let json = try ModelDecoder().decode(JSONValue.self, from: json(value))
        guard !extra.isEmpty else { return json }
        guard case .object(var members) = json else {
            throw APIError(.invalidArgument, "only an object takes extra members")
        }
        for key in members.keys where extra[key] == .omit {
            members[key] = nil
        }
        for (key, value) in extra.written {
            members[key] = value
        }
        return .object(members)
    }

    private static func multipart(
        _ value: any JSONCodable,
        adding extra: ExtraFields,
        _ encoding: [String: PartEncoding],
        _ encoder: MultipartEncoder
    ) throws -> HTTPRequestBody {
        var encoder = encoder
        do {
            var added = extra.written
            for (name, value) in try PartValue.members(of: value) where extra[name] != .omit {
                try encoder.add(name, added[name].map { try PartValue($0) } ?? value, encoding[name])
                added[name] = nil
            }
            for (name, value) in added {
                try encoder.add(name, PartValue(value), encoding[name])
            }
        } catch let error as APIError {
            throw error
        } catch {
            throw APIError(.invalidArgument, "the body cannot be written in parts: \(error)", underlyingError: error)
        }
        return encoder.finish()
    }
}
