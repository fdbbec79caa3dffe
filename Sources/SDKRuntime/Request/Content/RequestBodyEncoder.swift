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

    /// The deprecated values of the content.
    let deprecations: DeprecationNotes

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
        var notes = DeprecationNotes()
        switch content {
        case .none where extra.isEmpty:
            body = .none
            contentType = nil
        case .none:
            body = .bytes(try Self.json(JSONValue.object(extra.written), &notes))
            contentType = "application/json"
        case .json(let value, let type):
            body = .bytes(
                extra.isEmpty
                    ? try Self.json(value, &notes)
                    : try Self.json(Self.object(value, adding: extra, &notes), &notes)
            )
            contentType = type
        case .form(let value, let encoding):
            let pairs = try query.form(Self.object(value, adding: extra, &notes), encoding, subject: "the body")
            body = .bytes(Data(pairs.map(\.text).joined(separator: "&").utf8))
            contentType = "application/x-www-form-urlencoded"
        case .multipart(let value, let encoding, let type):
            let given = MultipartEncoder.boundary(of: type)
            let boundary = given ?? MultipartEncoder.randomBoundary()
            body = try Self.multipart(
                value,
                adding: extra,
                encoding,
                MultipartEncoder(boundary: boundary, query: query),
                &notes
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
        deprecations = notes
    }

    private static func json(_ value: some JSONCodable, _ notes: inout DeprecationNotes) throws -> Data {
        do {
            return try notes.bytes(of: value)
        } catch {
            throw APIError(.invalidArgument, "the body cannot be written as JSON: \(error)", underlyingError: error)
        }
    }

    private static func object(
        _ value: some JSONCodable,
        adding extra: ExtraFields,
        _ notes: inout DeprecationNotes
    ) throws -> JSONValue {
        let json = try ModelDecoder().decode(JSONValue.self, from: json(value, &notes))
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
        _ encoder: MultipartEncoder,
        _ notes: inout DeprecationNotes
    ) throws -> HTTPRequestBody {
        var encoder = encoder
        do {
            var added = extra.written
            for (name, value) in try PartValue.members(of: value, &notes) where extra[name] != .omit {
                try encoder.add(name, added[name].map { try PartValue($0, &notes) } ?? value, encoding[name])
                added[name] = nil
            }
            for (name, value) in added {
                try encoder.add(name, PartValue(value, &notes), encoding[name])
            }
        } catch let error as APIError {
            throw error
        } catch {
            throw APIError(.invalidArgument, "the body cannot be written in parts: \(error)", underlyingError: error)
        }
        return encoder.finish()
    }
}
