import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The header fields of a response as the JSON object that a model is read from.
///
/// Each row's key is the name of a header, and what the row accepts says what its text is: a number, a boolean, a list
/// (RFC 9110, section 5.6.1), an object in OpenAPI's style `simple`, or a string. Text that is no such thing stays a
/// string, which is then odd in the way that a wrong type is odd in a body.
struct HeaderModel {
    private let headers: HTTPFields

    init(_ headers: HTTPFields) {
        self.headers = headers
    }

    /// The values of the headers that a model declares.
    func object<Model: APIModel>(for type: Model.Type) -> JSONValue {
        var members = JSONObject()
        for row in type.table.layout.rows where row.isInBody {
            guard let name = HTTPField.Name(row.keyText), let text = headers[name] else { continue }
            members[row.keyText] = value(of: name, text, row)
        }
        return .object(members)
    }

    private func value(of name: HTTPField.Name, _ text: String, _ row: ModelRow) -> JSONValue {
        if row.presence == .constant {
            return Self.scalar(text, row.constant.first == Byte.quote ? .string : [.number, .bool])
        }
        let kinds = row.acceptedKinds
        if kinds.contains(.string) { return .string(text) }
        if let json = Self.json(text, kinds) { return json }
        if kinds.contains(.array) {
            let elementKinds = (row.operations.storedType as? any ListShape.Type)?.elementKinds ?? .string
            return .array(elements(of: name).map { Self.scalar($0, elementKinds) })
        }
        if kinds.contains(.object), let object = Self.object(elements(of: name)) { return object }
        return Self.scalar(text.trimmingWhitespace(), kinds)
    }

    /// The elements of a list, which may be spread over several fields.
    private func elements(of name: HTTPField.Name) -> [String] {
        let values = headers[values: name]
        // The one header that is no list even where it is repeated (RFC 9110, section 5.3).
        if name == .setCookie { return values }
        return values.flatMap { value in
            var scanner = HeaderScanner(value)
            return scanner.readList()
        }
    }

    private static func scalar(_ text: String, _ kinds: JSONKinds) -> JSONValue {
        if kinds.contains(.string) { return .string(text) }
        if !kinds.isDisjoint(with: .number), let number = JSONNumber(text) { return .number(number) }
        if kinds.contains(.bool), text == "true" || text == "false" { return .bool(text == "true") }
        return .string(text)
    }

    /// An array or object that is written as JSON, as headers with `content` are.
    private static func json(_ text: String, _ kinds: JSONKinds) -> JSONValue? {
        let isArray = text.hasPrefix("[") && kinds.contains(.array)
        let isObject = text.hasPrefix("{") && kinds.contains(.object)
        guard isArray || isObject else { return nil }
        return try? ModelDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    /// `R=100,G=200` or `R,100,G,200`.
    private static func object(_ elements: [String]) -> JSONValue? {
        if elements.allSatisfy({ $0.contains("=") }) {
            return .object(
                JSONObject(
                    elements.map { element in
                        let name = element.prefix { $0 != "=" }
                        return (String(name), memberValue(String(element.dropFirst(name.count + 1))))
                    }
                )
            )
        }
        guard elements.count.isMultiple(of: 2) else { return nil }
        return .object(
            JSONObject(
                stride(from: 0, to: elements.count, by: 2).map { (elements[$0], memberValue(elements[$0 + 1])) }
            )
        )
    }

    /// What a member is cannot be seen from here, and numbers and booleans are the likelier where text looks like them.
    private static func memberValue(_ text: String) -> JSONValue {
        scalar(text, [.number, .bool])
    }
}

/// A list, whatever its elements are, and however it may be missing.
private protocol ListShape {
    static var elementKinds: JSONKinds { get }
}

extension Array: ListShape where Element: JSONCodable {
    fileprivate static var elementKinds: JSONKinds { Element.acceptedKinds }
}

extension Optional: ListShape where Wrapped: ListShape {
    fileprivate static var elementKinds: JSONKinds { Wrapped.elementKinds }
}

extension Nullable: ListShape where Wrapped: ListShape {
    fileprivate static var elementKinds: JSONKinds { Wrapped.elementKinds }
}
