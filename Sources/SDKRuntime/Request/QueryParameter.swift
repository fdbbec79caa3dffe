/// A query parameter with its value.
struct QueryParameter: Sendable {
    /// A style that the description states.
    struct Format: Sendable, Hashable {
        var style: QueryStyle
        var explode: Bool
    }

    let name: String
    let value: JSONValue
    /// Nil: the service's format.
    let format: Format?
}
