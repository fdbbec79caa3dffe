/// How a header parameter's value is written: style `simple` (OpenAPI 3.2, section 4.12.2.2).
enum HeaderParameter {
    /// The pieces that are joined with commas to make the header's value; none for null and for empty arrays.
    static func values(_ value: JSONValue) throws -> [String] {
        switch value {
        case .null:
            return []
        case .array(let elements):
            let texts = try elements.compactMap { try ParameterText.scalar($0) }
            return elements.contains { $0.stringValue == nil } ? texts : unique(texts)
        case .object(let members):
            return try members.flatMap { key, value in
                try ParameterText.scalar(value).map { [key, $0] } ?? []
            }
        case .bool, .number, .string:
            return try ParameterText.scalar(value).map { [$0] } ?? []
        }
    }

    /// The pieces of a value in style `simple`, exploded or not.
    static func pieces(_ value: JSONValue, explode: Bool) throws -> [String] {
        switch value {
        case .array(let elements):
            return try elements.compactMap { try ParameterText.scalar($0) }
        case .object(let members) where explode:
            return try members.compactMap { key, value in try ParameterText.scalar(value).map { "\(key)=\($0)" } }
        default:
            return try values(value)
        }
    }

    /// The caller's values in order, then the forced ones, each once. A caller may give several in one string.
    static func merge(_ values: [String], appending forced: [String]) -> [String] {
        guard !forced.isEmpty else { return values }
        return unique(values.flatMap { $0.split(separator: ",").map { $0.trimmingWhitespace() } } + forced)
    }

    /// A list of names says nothing new when it repeats one, and empty elements mean nothing (RFC 9110, section 5.6.1).
    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = [""]
        return texts.filter { seen.insert($0).inserted }
    }
}
