extension JSONValue {
    /// The string that a JSON Pointer (RFC 6901) leads to; nil when there is nothing or something else.
    func string(at pointer: String) -> String? {
        guard case .string(let string) = value(at: pointer) else { return nil }
        return string
    }

    /// What a JSON Pointer (RFC 6901) leads to; nil when there is nothing.
    func value(at pointer: String) -> JSONValue? {
        var value = self
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let key = String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
            switch value {
            case .object(let members):
                guard let member = members[key] else { return nil }
                value = member
            case .array(let elements):
                guard let index = Int(key), elements.indices.contains(index) else { return nil }
                value = elements[index]
            case .null, .bool, .number, .string:
                return nil
            }
        }
        return value
    }
}
