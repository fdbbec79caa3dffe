/// What the engine does with a member that is an array, element by element.
///
/// The standard library's own operations on an array of a type that is not known when they are compiled look up the
/// metadata of the array for every element, which takes longer than the element itself.
///
/// This belongs to the engine's unsafe code: every pointer is the address of a member that is stored as the storage says,
/// and the array is built in place, in the room that the standard library gives.
protocol ArrayOperations {
    /// Initializes the member with what comes next.
    static func read(_ storage: ModelRow.Storage, _ member: UnsafeMutableRawPointer, from json: inout JSONReader)
    static func areEqual(_ storage: ModelRow.Storage, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool
    static func hash(_ storage: ModelRow.Storage, _ member: UnsafeRawPointer, into hasher: inout Hasher)
}

extension Array: ArrayOperations where Element: JSONCodable & Hashable {
    static func read(_ storage: ModelRow.Storage, _ member: UnsafeMutableRawPointer, from json: inout JSONReader) {
        if storage == .plain {
            member.initializeMemory(as: [Element].self, to: [Element](reading: &json))
        } else {
            member.initializeMemory(as: [Element]?.self, to: json.readNull() ? nil : [Element](reading: &json))
        }
    }

    static func areEqual(_ storage: ModelRow.Storage, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        if storage == .plain {
            return areElementsEqual(
                left.assumingMemoryBound(to: [Element].self).pointee,
                right.assumingMemoryBound(to: [Element].self).pointee
            )
        }
        guard let left = left.assumingMemoryBound(to: [Element]?.self).pointee else {
            return right.assumingMemoryBound(to: [Element]?.self).pointee == nil
        }
        guard let right = right.assumingMemoryBound(to: [Element]?.self).pointee else { return false }
        return areElementsEqual(left, right)
    }

    static func hash(_ storage: ModelRow.Storage, _ member: UnsafeRawPointer, into hasher: inout Hasher) {
        if storage == .plain {
            hashElements(member.assumingMemoryBound(to: [Element].self).pointee, into: &hasher)
        } else if let elements = member.assumingMemoryBound(to: [Element]?.self).pointee {
            hasher.combine(true)
            hashElements(elements, into: &hasher)
        } else {
            hasher.combine(false)
        }
    }

    private static func areElementsEqual(_ left: [Element], _ right: [Element]) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                guard let left = left.baseAddress, let right = right.baseAddress, left != right else { return true }
                for index in 0..<count where (left + index).pointee != (right + index).pointee { return false }
                return true
            }
        }
    }

    private static func hashElements(_ elements: [Element], into hasher: inout Hasher) {
        let count = elements.count
        hasher.combine(count)
        elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return }
            for index in 0..<count { (start + index).pointee.hash(into: &hasher) }
        }
    }
}

extension Array where Element: JSONCodable {
    /// Reads an array, its elements into a buffer first: appending to an array is one of the slow operations.
    static func elements(reading json: inout JSONReader) -> [Element] {
        guard json.openArray(), json.openElement() else { return [] }
        var capacity = 4
        var count = 0
        var buffer = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        repeat {
            if count == capacity {
                let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
                larger.moveInitialize(from: buffer, count: count)
                buffer.deallocate()
                buffer = larger
                capacity *= 2
            }
            (buffer + count).initialize(to: Element(reading: &json))
            count += 1
        } while json.openElement()
        defer { buffer.deallocate() }
        return [Element](unsafeUninitializedCapacity: count) { elements, initializedCount in
            elements.baseAddress?.moveInitialize(from: buffer, count: count)
            initializedCount = count
        }
    }
}
