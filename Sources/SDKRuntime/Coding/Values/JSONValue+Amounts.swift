extension JSONValue {
    /// Whether the value is the one with that JSON text; numbers are compared by amount.
    func isSame(as text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .null, .bool, .string:
            return description.utf8.elementsEqual(text)
        case .number, .array, .object:
            let other = try? JSONReader.read(UnsafeRawBufferPointer(text), mode: .lenient) { $0.readValue() }
            return other.map { isSame(as: $0.value) } ?? false
        }
    }

    /// Whether the values are equal when numbers are compared by amount: `1` and `1.0` are the same.
    func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)):
            left.isSameAmount(as: right)
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.isSame(as: $0) } ?? false }
        default:
            self == other
        }
    }
}

extension JSONNumber {
    /// Whether both are the same number, however it is spelled.
    func isSameAmount(as other: JSONNumber) -> Bool {
        if self == other { return true }
        // The first form that holds one of them exactly tells: a number that it does not hold is another one.
        if int64 != nil || other.int64 != nil { return int64 == other.int64 }
        if decimal != nil || other.decimal != nil { return decimal == other.decimal }
        return double != nil && double == other.double
    }
}
