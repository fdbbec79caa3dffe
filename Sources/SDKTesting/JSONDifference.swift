package import SDKRuntime

/// A place in which two JSON values differ.
package struct JSONDifference: Hashable {
    /// The way to the place, such as `$.items[3].id`.
    package let path: String
    /// The JSON text there; nil when there is nothing.
    package let recorded: String?
    package let sent: String?

    /// Where two values differ, in the order of the recorded one. The order of an object's members does not matter.
    package static func differences(_ recorded: JSONValue, _ sent: JSONValue, at path: String = "$") -> [JSONDifference]
    {
        switch (recorded, sent) {
        case (.object(let left), .object(let right)):
            let added = right.keys.filter { left[$0] == nil }
            return (left.keys + added).flatMap { compare(left[$0], right[$0], at: "\(path).\($0)") }
        case (.array(let left), .array(let right)):
            return (0..<max(left.count, right.count)).flatMap { index in
                compare(
                    index < left.count ? left[index] : Optional.none,
                    index < right.count ? right[index] : Optional.none,
                    at: "\(path)[\(index)]"
                )
            }
        default:
            return recorded == sent ? [] : [JSONDifference(path: path, recorded: text(recorded), sent: text(sent))]
        }
    }

    private static func compare(_ recorded: JSONValue?, _ sent: JSONValue?, at path: String) -> [JSONDifference] {
        guard let recorded, let sent else {
            return [JSONDifference(path: path, recorded: recorded.map(text), sent: sent.map(text))]
        }
        return differences(recorded, sent, at: path)
    }

    /// Enough of a value to recognise it.
    private static func text(_ value: JSONValue) -> String {
        let text = value.description
        let limit = 200
        return text.count > limit ? "\(text.prefix(limit))…" : text
    }
}
