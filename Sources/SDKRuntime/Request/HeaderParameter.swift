/// How a header parameter's value is written: style `simple`, not exploded (OpenAPI 3.1, section 4.8.12.2).
enum HeaderParameter {
    /// The pieces that are joined with commas to make the header's value; none for null and for empty arrays.
    static func values(_ value: JSONValue) throws -> [String] {
        switch value {
        case .null:
            return []
        case .array(let elements):
            return try elements.compactMap { try ParameterText.scalar($0) }
        case .object(let members):
            return try members.flatMap { key, value in
                try ParameterText.scalar(value).map { [key, $0] } ?? []
            }
        case .bool, .number, .string:
            return try ParameterText.scalar(value).map { [$0] } ?? []
        }
    }

    /// The caller's values in order, then the forced ones, each once. A caller may give several in one string.
    static func merge(_ values: [String], appending forced: [String]) -> [String] {
        guard !forced.isEmpty || values.count > 1 else { return values }
        var seen: Set<String> = []
        return (values + forced).filter { seen.insert($0).inserted }
    }
}
