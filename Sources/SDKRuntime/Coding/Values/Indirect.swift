/// A value kept behind a reference, so that a struct can contain its own type: `Indirect<Node>?` inside `Node`.
///
/// The members of the value are reached directly: `node.child?.name`.
///
/// A model that *requires* itself has no finite value. Use this type for optional members only.
@dynamicMemberLookup
public indirect enum Indirect<Wrapped> {
    /// The value.
    case value(Wrapped)

    /// Keeps that value behind a reference.
    public init(_ value: Wrapped) {
        self = .value(value)
    }

    /// The value.
    public var value: Wrapped {
        get {
            switch self {
            case .value(let value): value
            }
        }
        set { self = .value(newValue) }
    }

    /// A member of the value.
    public subscript<Member>(dynamicMember path: KeyPath<Wrapped, Member>) -> Member {
        value[keyPath: path]
    }

    /// A member of the value that can be changed.
    public subscript<Member>(dynamicMember path: WritableKeyPath<Wrapped, Member>) -> Member {
        get { value[keyPath: path] }
        set { value[keyPath: path] = newValue }
    }
}

extension Indirect: Sendable where Wrapped: Sendable {}
extension Indirect: Equatable where Wrapped: Equatable {}
extension Indirect: Hashable where Wrapped: Hashable {}

extension Indirect: JSONCodable where Wrapped: JSONCodable {
    /// Reads the value.
    public init(reading json: inout JSONReader) {
        self = .value(Wrapped(reading: &json))
    }

    /// Writes the value.
    public func write(to json: inout JSONWriter) {
        value.write(to: &json)
    }

    /// The empty value of the wrapped type.
    public static var emptyValue: Indirect { .value(.emptyValue) }

    /// What the wrapped type accepts.
    public static var acceptedKinds: JSONKinds { Wrapped.acceptedKinds }
}
