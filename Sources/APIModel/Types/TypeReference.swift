/// The type of a value, as it is used somewhere.
package indirect enum TypeReference: Hashable, Sendable {
    case scalar(Scalar)
    /// Any JSON value.
    case json
    case array(TypeReference)
    /// An object with free keys.
    case map(TypeReference)
    /// An element that may be null. Properties say the same by their `Presence`.
    case nullable(TypeReference)
    case named(TypeID)

    package enum Scalar: Hashable, Sendable {
        case string, boolean
        case integer, int32, int64, uint64
        case double, float, decimal
        /// An instant (RFC 3339, section 5.6).
        case dateTime
    }
}

/// The identity of a type, wherever its name ends up.
package struct TypeID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) { self.index = index }
}
