/// Compares two values of a union: visits the left side first, and then, knowing its case, the right one.
///
/// This belongs to the engine's unsafe code: both visitors know their values by address only, since the metadata of a type
/// that is generic over the union and its member would be looked up for every value that is compared, and so would a cast.
/// The addresses are valid while the visitors are. That two members of the same case have the same type is checked.
struct UnionComparison: UnionVisitor {
    private let union: any JSONUnion.Type
    private let other: UnsafeRawPointer
    private(set) var isEqual = false

    init<Union: JSONUnion>(union: Union.Type, other: UnsafePointer<Union>) {
        self.union = union
        self.other = UnsafeRawPointer(other)
    }

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        withUnsafePointer(to: member) { member in
            var comparison = MemberComparison(type: Member.self, member: UnsafeRawPointer(member), index: index)
            union.acceptValue(at: other, &comparison)
            isEqual = comparison.isEqual
        }
    }
}

private struct MemberComparison: UnionVisitor {
    let type: Any.Type
    let member: UnsafeRawPointer
    let index: Int
    var isEqual = false

    mutating func visit<Member: JSONCodable & Hashable>(_ other: Member, at otherIndex: Int) {
        guard index == otherIndex, type == Member.self else { return }
        isEqual = member.assumingMemoryBound(to: Member.self).pointee == other
    }
}

extension JSONUnion {
    /// Lets the visitor visit the value at an address.
    fileprivate static func acceptValue(at value: UnsafeRawPointer, _ visitor: inout MemberComparison) {
        value.assumingMemoryBound(to: Self.self).pointee.accept(&visitor)
    }
}
