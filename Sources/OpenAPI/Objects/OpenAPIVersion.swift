/// A version of the OpenAPI Specification, down to its minor number: patch releases change no keys.
package enum OpenAPIVersion: Int, Comparable, Sendable {
    case v3_0, v3_1, v3_2

    package static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The version that an `openapi` key names, "3.1.1", or nil.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "3" else { return nil }
        switch parts[1] {
        case "0": self = .v3_0
        case "1": self = .v3_1
        case "2": self = .v3_2
        default: return nil
        }
    }

    /// The version as the standard writes it.
    package var name: String {
        "3.\(rawValue)"
    }
}
