/// A list of known values; others are legal too.
package struct EnumerationType: Hashable, Sendable {
    /// In the spec's order.
    package var values: [Value]
    package var kind: Kind

    package init(values: [Value], kind: Kind) {
        self.values = values
        self.kind = kind
    }

    /// What the values are.
    package enum Kind: Hashable, Sendable {
        case strings, integers, numbers
        /// Of several kinds.
        case mixed
    }

    /// One known value.
    package struct Value: Hashable, Sendable {
        package var literal: Literal
        /// The name in the SDK, in the spec's spelling, where it is not the value.
        package var name: String?
        package var documentation: Documentation

        package init(literal: Literal, name: String? = nil, documentation: Documentation = Documentation()) {
            self.literal = literal
            self.name = name
            self.documentation = documentation
        }
    }
}
