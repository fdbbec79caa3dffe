/// A query parameter with its value.
struct QueryParameter: Sendable {
    /// A style that the description states.
    struct Format: Sendable, Hashable {
        var style: QueryStyle
        var explode: Bool
        var allowsReserved: Bool

        /// - Parameter explode: Nil: true for ``QueryStyle/form``, else false.
        init(style: QueryStyle, explode: Bool? = nil, allowsReserved: Bool = false) {
            self.style = style
            self.explode = explode ?? (style == .form)
            self.allowsReserved = allowsReserved
        }
    }

    let name: String
    let value: JSONValue
    /// Nil: the service's format.
    let format: Format?
}
