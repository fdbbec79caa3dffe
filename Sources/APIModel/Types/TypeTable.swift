/// A value for each of some types: an array by the numbers of types, which are small and follow each other, where a
/// dictionary would make a hash of each.
@frozen
package struct TypeTable<Value> {
    @usableFromInline var values: [Value?] = []

    @inlinable package init() {}

    @inlinable
    package subscript(id: TypeID) -> Value? {
        get { id.index < values.count ? values[id.index] : nil }
        set {
            while values.count <= id.index { values.append(nil) }
            values[id.index] = newValue
        }
    }

    /// Calls a function with each type and its value.
    @inlinable
    package func forEach(_ body: (TypeID, Value) -> Void) {
        for (index, value) in values.enumerated() {
            if let value { body(TypeID(index: index), value) }
        }
    }
}

extension TypeTable: Sendable where Value: Sendable {}
