/// A value as people read it: compact JSON, without the bulk of long strings, and without what looks like a secret.
enum PrintedValue {
    /// What stands in a secret's place.
    private static let mask = "***"

    /// A string that has more characters is shown by its beginning.
    private static let longestString = 200

    /// The JSON of a value. What cannot be written is null.
    static func text(of value: some JSONCodable) -> String {
        var writer = JSONWriter()
        value.write(to: &writer)
        let json = try? JSONReader.read(UnsafeRawBufferPointer(writer.written), mode: .lenient) { $0.readValue() }
        return (json?.value ?? .null).printed(isSecret: false).description
    }

    /// The name of a type with those that it is declared in, and without its module's.
    static func name(of type: Any.Type) -> String {
        let name = String(reflecting: type)
        // A type that is declared in a function has its place in parentheses.
        guard !name.contains("("), let dot = name.firstIndex(of: ".") else { return String(describing: type) }
        return String(name[name.index(after: dot)...])
    }

    /// Whether the strings in a member of that name are secret.
    fileprivate static func isSecret(_ key: String) -> Bool {
        let name = key.lowercased().filter { $0 != "_" && $0 != "-" }
        return secretEndings.contains { name.hasSuffix($0) }
    }

    private static let secretEndings = [
        "token", "secret", "password", "passphrase", "authorization", "cookie", "apikey", "secretkey", "privatekey",
        "accesskey", "signingkey",
    ]

    fileprivate static func shortened(_ text: String) -> String {
        // No character is shorter than a byte.
        guard text.utf8.count > longestString, text.count > longestString else { return text }
        return "\(text.prefix(longestString))… (\(text.count) characters)"
    }

    fileprivate static func string(_ text: String, isSecret: Bool) -> JSONValue {
        .string(isSecret ? mask : shortened(text))
    }
}

extension JSONValue {
    fileprivate func printed(isSecret: Bool) -> JSONValue {
        switch self {
        case .string(let text):
            PrintedValue.string(text, isSecret: isSecret)
        case .array(let elements):
            .array(elements.map { $0.printed(isSecret: isSecret) })
        case .object(let members):
            .object(JSONObject(members.map { ($0.key, $0.value.printed(isSecret: PrintedValue.isSecret($0.key))) }))
        case .null, .bool, .number:
            self
        }
    }
}

// MARK: - What prints itself

extension JSONModel {
    /// The name of the type and the JSON that the model is written as, for people: `TextBlock {"text":"Hi","type":"text"}`.
    ///
    /// Printing a model shows this. Strings in members that are named like a secret, such as `access_token`, are masked,
    /// and those of more than 200 characters are cut off. Query and header parameters are no part of it.
    public var debugDescription: String {
        "\(PrintedValue.name(of: Self.self)) \(PrintedValue.text(of: self))"
    }
}

extension JSONUnion {
    /// The member, for people: a model as it prints itself, any other value as JSON. Printing a union shows this.
    public var debugDescription: String {
        var visitor = PrintingVisitor()
        accept(&visitor)
        return visitor.text
    }
}

extension UnknownMember: CustomDebugStringConvertible {
    /// The value as JSON, behind the word `unknown`.
    public var debugDescription: String { "unknown \(PrintedValue.text(of: self))" }
}

private struct PrintingVisitor: UnionVisitor {
    var text = ""

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        text =
            switch member {
            case let model as any JSONModel: model.debugDescription
            case let union as any JSONUnion: union.debugDescription
            case let unknown as UnknownMember: unknown.debugDescription
            default: PrintedValue.text(of: member)
            }
    }
}
