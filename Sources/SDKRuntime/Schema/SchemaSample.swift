extension JSONValue {
    /// A value that a schema accepts, for a type that can be decoded but not be looked into.
    var schemaSample: JSONValue {
        for key in ["examples", "enum"] {
            if let first = self[key]?[0] { return first }
        }
        for key in ["default", "const"] {
            if let value = self[key] { return value }
        }
        for key in ["anyOf", "oneOf"] {
            if let first = self[key]?[0] { return first.schemaSample }
        }
        switch self["type"]?[0] ?? self["type"] {
        case "object": return .object(sampleMembers)
        case "array": return []
        case "string": return ""
        case "integer", "number": return self["minimum"] ?? 0
        case "boolean": return false
        default: return .null
        }
    }

    private var sampleMembers: JSONObject {
        let required = self["required"]?.arrayValue ?? []
        return JSONObject(
            required.compactMap(\.stringValue).map { ($0, self["properties"]?[$0]?.schemaSample ?? .null) }
        )
    }
}
