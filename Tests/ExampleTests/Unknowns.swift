import Anthropic

/// Finds what a decoded value holds and its type does not describe.
enum Unknowns {
    /// A line for each: the way to it, and what it is.
    static func all(in value: Any, at path: String = "$") -> [String] {
        var found: [String] = []
        switch value {
        case let model as any APIModel:
            found += model.unknownFields.keys.map { "\(path).\($0): not declared" }
            found += model.decodingIssues.map { "\(path): \($0)" }
        case let member as UnknownMember: return ["\(path): no known member of the union: \(member.value)"]
        case is any OpenRawValue, is JSONValue: return []
        default: break
        }
        for (index, child) in Mirror(reflecting: value).children.enumerated() where !(child.value is ModelExtras) {
            found += all(in: child.value, at: "\(path).\(child.label ?? String(index))")
        }
        return found
    }
}
