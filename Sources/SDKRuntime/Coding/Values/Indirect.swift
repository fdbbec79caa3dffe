/// A value kept behind a reference, so that a struct can contain its own type: `Indirect<Node>?` inside `Node`.
///
/// The members of the value are reached directly: `node.child?.name`.
@dynamicMemberLookup
public struct Indirect<Wrapped: JSONCodable> {
    fileprivate indirect enum Storage {
        case value(Wrapped)
        /// The empty value, which is made when it is asked for: that of a model that requires itself has no end.
        case empty
    }

    private var storage: Storage

    /// Keeps that value behind a reference.
    public init(_ value: Wrapped) {
        storage = .value(value)
    }

    private init() {
        storage = .empty
    }

    /// Keeps that value behind a reference.
    public static func value(_ value: Wrapped) -> Indirect {
        Indirect(value)
    }

    /// The value.
    public var value: Wrapped {
        get {
            switch storage {
            case .value(let value): value
            case .empty: .emptyValue
            }
        }
        set { storage = .value(newValue) }
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

extension Indirect.Storage: Sendable {}
extension Indirect: Sendable {}
extension Indirect.Storage: Equatable where Wrapped: Equatable {}
extension Indirect: Equatable where Wrapped: Equatable {}
extension Indirect.Storage: Hashable where Wrapped: Hashable {}
extension Indirect: Hashable where Wrapped: Hashable {}

extension Indirect: JSONCodable {
    /// Reads the value.
    public init(reading json: inout JSONReader) {
        self.init(Wrapped(reading: &json))
    }

    /// Writes the value. An empty value that contains itself without end cannot be written.
    public func write(to json: inout JSONWriter) {
        switch storage {
        case .value(let value): value.write(to: &json)
        case .empty: json.writeEmpty(Wrapped.self)
        }
    }

    /// The empty value of the wrapped type, which is made when it is asked for.
    public static var emptyValue: Indirect { Indirect() }

    /// What the wrapped type accepts.
    public static var acceptedKinds: JSONKinds { Wrapped.acceptedKinds }
}

extension Indirect: Decodable where Wrapped: Decodable {
    /// Reads the value.
    public init(from decoder: any Decoder) throws {
        self.init(try Wrapped(from: decoder))
    }
}

extension Indirect: Encodable where Wrapped: Encodable {
    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }
}
