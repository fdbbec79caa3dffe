/// The members of a union. ``APIUnion`` shows how a table is written.
public struct UnionTable<Union: JSONUnion>: Sendable {
    private let contents: UnionContents

    /// Collects the members of a union, in the order of preference.
    public struct Builder {
        fileprivate var members: [UnionChoice.Member] = []
        fileprivate var readers: [MemberReader<Union>] = []
        fileprivate var fallback: Int?

        /// A member that is chosen by a value of the discriminator. A member with several values is added once for each.
        public mutating func member<Member: JSONCodable>(
            _ value: String,
            _ type: Member.Type,
            _ make: @escaping @Sendable (Member) -> Union
        ) {
            add(.string(value), type, make)
        }

        /// A member that is chosen by a value of the discriminator that is no string, such as `1` or `true`.
        public mutating func member<Member: JSONCodable>(
            _ value: JSONValue,
            _ type: Member.Type,
            _ make: @escaping @Sendable (Member) -> Union
        ) {
            add(value, type, make)
        }

        /// A member that is chosen by what it accepts.
        public mutating func member<Member: JSONCodable>(
            _ type: Member.Type,
            _ make: @escaping @Sendable (Member) -> Union
        ) {
            add(nil, type, make)
        }

        /// The member that an object is whose discriminator is missing or has a value of no other member (OpenAPI 3.2,
        /// section 4.25, `defaultMapping`).
        public mutating func fallback<Member: JSONCodable>(
            _ type: Member.Type,
            _ make: @escaping @Sendable (Member) -> Union
        ) {
            fallback = members.count
            add(nil, type, make)
        }

        private mutating func add<Member: JSONCodable>(
            _ value: JSONValue?,
            _ type: Member.Type,
            _ make: @escaping @Sendable (Member) -> Union
        ) {
            members.append(UnionChoice.Member(type, discriminator: value))
            readers.append(TypedMemberReader(make))
        }
    }

    /// Makes a table of the members that `build` adds.
    ///
    /// - Parameters:
    ///   - discriminator: The key of the member that tells which object it is, if there is one.
    ///   - build: Adds the members, in the order of the description.
    public init(discriminator: String? = nil, _ build: (inout Builder) -> Void) {
        var builder = Builder()
        build(&builder)
        contents = UnionContents(
            choice: UnionChoice(discriminator: discriminator, members: builder.members, fallback: builder.fallback),
            readers: builder.readers
        )
    }

    var choice: UnionChoice { contents.choice }

    func read(_ json: inout JSONReader) -> Union {
        switch contents.choice.choose(&json) {
        case .member(let index):
            return unsafeDowncast(contents.readers[index], to: MemberReader<Union>.self).read(&json)
        case .unknown(let discriminator):
            let value = json.readValue()
            return .unknown(UnknownMember(discriminator: discriminator, value: value))
        }
    }
}

/// What a table knows, of one type for all unions: the metadata of a class that is generic would be looked up for each.
private final class UnionContents: Sendable {
    let choice: UnionChoice
    /// The `MemberReader<Union>` of each member. The builder puts nothing else in, so that casting them is safe.
    let readers: [any AnyObject & Sendable]

    init(choice: UnionChoice, readers: [any AnyObject & Sendable]) {
        self.choice = choice
        self.readers = readers
    }
}

/// Reads one member of a union.
///
/// A class, because a closure's type would be looked up by the runtime for every union. Unchecked, because a class with
/// subclasses is not checked: it has no state, and its only subclass has a constant that is sendable.
private class MemberReader<Union>: @unchecked Sendable {
    func read(_ json: inout JSONReader) -> Union {
        preconditionFailure("a reader reads a type")
    }
}

private final class TypedMemberReader<Union, Member: JSONCodable>: MemberReader<Union>, @unchecked Sendable {
    private let make: @Sendable (Member) -> Union

    init(_ make: @escaping @Sendable (Member) -> Union) {
        self.make = make
    }

    override func read(_ json: inout JSONReader) -> Union {
        make(Member(reading: &json))
    }
}
