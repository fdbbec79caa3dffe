/// One of several types: an enum with a case for each, and a case for what is none of them.
///
/// ```swift
/// public nonisolated indirect enum ContentBlock: APIUnion {
///     case text(TextBlock)
///     case thinking(ThinkingBlock)
///     case unknown(UnknownMember)
///
///     public static let table = UnionTable<Self>(discriminator: "type") { union in
///         union.member("text", TextBlock.self, { Self.text($0) })
///         union.member("thinking", ThinkingBlock.self, { Self.thinking($0) })
///     }
///
///     public func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
///         switch self {
///         case .text(let member): visitor.visit(member, at: 0)
///         case .thinking(let member): visitor.visit(member, at: 1)
///         case .unknown(let member): visitor.visit(member, at: 2)
///         }
///     }
/// }
/// ```
///
/// The conforming type declares nothing else. Decoding comes from the table, and encoding, `==` and hashing from the one
/// `switch`. A union without a discriminator leaves out the argument and the values:
/// `union.member(String.self, { Self.string($0) })`.
///
/// ## How a member is chosen
///
/// 1. By the value of the discriminator, if the object has one: the member of that value, whatever else the object holds;
///    a value that no member has makes the fallback member, or else the unknown case.
/// 2. By the kind of the JSON value, if only one member accepts it.
/// 3. By how well the value fits: first come constants that agree, then required members that are there and values of the
///    declared kind and form, then many declared and few undeclared members, then values that open enums list, then
///    narrow types: a date or a UUID rather than a string, an integer rather than a number. Among equals it is the first
///    one declared. An object that contradicts a constant of every member, or has no declared member of any, makes the
///    unknown case.
///
/// The unknown case keeps the JSON and is no issue, except for a kind of JSON value that no member accepts.
public typealias APIUnion = JSONUnion & Codable & Hashable & CustomDebugStringConvertible

/// What makes a type an ``APIUnion``: its table and its `switch`. It refines no protocol of the standard library, for the
/// reason that ``JSONModel`` gives.
public protocol JSONUnion: JSONCodable {
    /// The members of the union, in order.
    static var table: UnionTable<Self> { get }

    /// The case for a value that is none of the members.
    static func unknown(_ member: UnknownMember) -> Self

    /// Hands the associated value of the case to the visitor, with a number that tells the cases apart.
    func accept(_ visitor: inout some UnionVisitor & ~Copyable)
}

/// Receives the associated value of a union's case.
public protocol UnionVisitor: ~Copyable {
    /// Receives the value and the number of the case.
    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int)
}

/// A value of a union that is none of its known members: its JSON, kept and written back.
public struct UnknownMember: JSONCodable, Hashable {
    /// One reference: every union has code to make, copy and destroy what its cases hold, and this is seldom made.
    private let contents: Contents

    private final class Contents: Sendable {
        let discriminator: String?
        let value: JSONValue

        init(discriminator: String?, value: JSONValue) {
            self.discriminator = discriminator
            self.value = value
        }
    }

    /// An unknown member, for example to send one that is newer than this module.
    public init(discriminator: String? = nil, value: JSONValue) {
        contents = Contents(discriminator: discriminator, value: value)
    }

    /// The value of the discriminator, if the union has one and the value is an object with a scalar there.
    public var discriminator: String? { contents.discriminator }

    /// The value as received.
    public var value: JSONValue { contents.value }

    /// Reads any value.
    public init(reading json: inout JSONReader) {
        self.init(value: json.readValue())
    }

    /// Writes the value.
    public func write(to json: inout JSONWriter) {
        value.write(to: &json)
    }

    /// Null.
    public static var emptyValue: UnknownMember { UnknownMember(value: .null) }

    /// Whether discriminators and values are equal.
    public static func == (left: UnknownMember, right: UnknownMember) -> Bool {
        left.discriminator == right.discriminator && left.value == right.value
    }

    /// Hashes the discriminator and the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(discriminator)
        hasher.combine(value)
    }
}

// MARK: - Coding

extension JSONUnion {
    /// Reads a value as the member it is.
    public init(reading json: inout JSONReader) {
        json.enterType()
        self = Self.table.read(&json)
        json.leaveType()
    }

    /// Writes the member.
    public func write(to json: inout JSONWriter) {
        UnionCoding.write(self, to: &json)
    }

    /// An unknown member, null.
    public static var emptyValue: Self { UnionCoding.emptyValue() }

    /// What the members accept.
    public static var acceptedKinds: JSONKinds { table.choice.acceptedKinds }

    /// Decodes leniently from any decoder, by way of ``JSONValue``.
    public init(from decoder: any Decoder) throws {
        self = try CodableBridge.decode(from: decoder)
    }

    /// Encodes to any encoder, by way of ``JSONValue``.
    public func encode(to encoder: any Encoder) throws {
        try CodableBridge.encode(self, to: encoder)
    }
}

/// What the optimizer must not see from other modules: it would write a copy for each union.
private enum UnionCoding {
    static func write<Union: JSONUnion>(_ union: Union, to json: inout JSONWriter) {
        union.accept(&json)
    }

    static func emptyValue<Union: JSONUnion>() -> Union { .unknown(.emptyValue) }
}

extension JSONWriter: UnionVisitor {
    /// Writes the value.
    public mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        member.write(to: &self)
    }
}

// MARK: - Hashable

extension JSONUnion {
    /// Whether both are the same case with equal values.
    public static func == (left: Self, right: Self) -> Bool {
        withUnsafePointer(to: right) { right in
            var comparison = UnionComparison(union: Self.self, other: right)
            left.accept(&comparison)
            return comparison.isEqual
        }
    }

    /// Hashes the case and its value.
    public func hash(into hasher: inout Hasher) {
        var visitor = HashingVisitor(hasher: hasher)
        accept(&visitor)
        hasher = visitor.hasher
    }

    /// The hash of what `hash(into:)` hashes. It is written here so that the compiler makes none for each union.
    public var hashValue: Int {
        var visitor = HashingVisitor(hasher: Hasher())
        accept(&visitor)
        return visitor.hasher.finalize()
    }
}

private struct HashingVisitor: UnionVisitor {
    var hasher: Hasher

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        hasher.combine(index)
        hasher.combine(member)
    }
}
