#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelLayout {
    func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let rows = self.rows
        for index in rows.indices {
            let row = rows.baseAddress.unsafelyUnwrapped + index
            guard areEqual(row, left + row.pointee.offset, right + row.pointee.offset) else { return false }
        }
        return extras(of: left).pointee == extras(of: right).pointee
    }

    func hash(_ model: UnsafeRawPointer, into hasher: inout Hasher) {
        let rows = self.rows
        for index in rows.indices {
            let row = rows.baseAddress.unsafelyUnwrapped + index
            hash(row, model + row.pointee.offset, into: &hasher)
        }
        extras(of: model).pointee.hash(into: &hasher)
    }

    @inline(__always)
    private func areEqual(_ row: UnsafePointer<ModelRow>, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let storage = row.pointee.storage
        switch row.pointee.kind {
        case .constant: return true
        case .string: return storage.areEqual(left, right, String.self)
        case .int: return storage.areEqual(left, right, Int.self)
        case .bool: return storage.areEqual(left, right, Bool.self)
        case .double: return storage.areEqual(left, right, Double.self)
        case .date: return storage.areEqual(left, right, Date.self)
        case .strings: return storage.areEqual(left, right, [String].self)
        case .stringMap: return storage.areEqual(left, right, [String: String].self)
        case .model: return row.pointee.model.unsafelyUnwrapped.layout.areEqual(left, right)
        case .array: return row.pointee.array.unsafelyUnwrapped.areEqual(storage, left, right)
        case .other: return row.pointee.operations.areEqual(left, right)
        }
    }

    @inline(__always)
    private func hash(_ row: UnsafePointer<ModelRow>, _ member: UnsafeRawPointer, into hasher: inout Hasher) {
        let storage = row.pointee.storage
        switch row.pointee.kind {
        case .constant: break
        case .string: storage.hash(member, String.self, into: &hasher)
        case .int: storage.hash(member, Int.self, into: &hasher)
        case .bool: storage.hash(member, Bool.self, into: &hasher)
        case .double: storage.hash(member, Double.self, into: &hasher)
        case .date: storage.hash(member, Date.self, into: &hasher)
        case .strings: storage.hash(member, [String].self, into: &hasher)
        case .stringMap: storage.hash(member, [String: String].self, into: &hasher)
        case .model: row.pointee.model.unsafelyUnwrapped.layout.hash(member, into: &hasher)
        case .array: row.pointee.array.unsafelyUnwrapped.hash(storage, member, into: &hasher)
        case .other: row.pointee.operations.hash(member, into: &hasher)
        }
    }
}

extension ModelRow.Storage {
    /// Whether two members that hold values of a type are equal.
    @inline(__always)
    fileprivate func areEqual<Value: Equatable>(
        _ left: UnsafeRawPointer,
        _ right: UnsafeRawPointer,
        _ type: Value.Type
    ) -> Bool {
        switch self {
        case .plain:
            left.assumingMemoryBound(to: Value.self).pointee == right.assumingMemoryBound(to: Value.self).pointee
        case .optional:
            left.assumingMemoryBound(to: Value?.self).pointee == right.assumingMemoryBound(to: Value?.self).pointee
        case .optionalNullable:
            left.assumingMemoryBound(to: Nullable<Value>?.self).pointee
                == right.assumingMemoryBound(to: Nullable<Value>?.self).pointee
        }
    }

    /// Hashes a member that holds a value of a type.
    @inline(__always)
    fileprivate func hash<Value: Hashable>(
        _ member: UnsafeRawPointer,
        _ type: Value.Type,
        into hasher: inout Hasher
    ) {
        switch self {
        case .plain: hasher.combine(member.assumingMemoryBound(to: Value.self).pointee)
        case .optional: hasher.combine(member.assumingMemoryBound(to: Value?.self).pointee)
        case .optionalNullable: hasher.combine(member.assumingMemoryBound(to: Nullable<Value>?.self).pointee)
        }
    }
}
