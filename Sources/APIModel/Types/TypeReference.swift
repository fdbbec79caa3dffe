/// The type of a value, as it is used somewhere.
package enum TypeReference: Hashable, Sendable {
    case scalar(Scalar)
    /// Any JSON value.
    case json
    indirect case array(TypeReference)
    /// An object with free keys.
    indirect case map(TypeReference)
    /// An element that may be null. Properties say the same by their `Presence`.
    indirect case nullable(TypeReference)
    case named(TypeID)
    /// Bytes that a caller sends, from memory or from disk.
    case file

    package enum Scalar: Hashable, Sendable {
        case string, boolean
        case integer
        case int8, int16, int32, int64
        case uint8, uint16, uint32, uint64
        case double, float, decimal
        /// A number of any size, exactly as it is spelled.
        case number
        /// An instant (RFC 3339, section 5.6).
        case dateTime
        /// A day of the calendar (RFC 3339, full-date).
        case date
        /// A time of the day (RFC 3339, full-time or partial-time).
        case time
        /// A length of time (RFC 3339, appendix A).
        case duration
        case uuid
        case url
        /// Bytes in base64 (RFC 4648, section 4).
        case bytes

        package var isInteger: Bool {
            switch self {
            case .integer, .int8, .int16, .int32, .int64: true
            default: isUnsigned
            }
        }

        package var isUnsigned: Bool {
            switch self {
            case .uint8, .uint16, .uint32, .uint64: true
            default: false
            }
        }
    }
}

/// The identity of a type, wherever its name ends up.
package struct TypeID: Hashable, Sendable {
    package let index: Int

    @inlinable
    package init(index: Int) { self.index = index }
}
