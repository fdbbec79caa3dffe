#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A union whose members are told apart by name, which the data of an event has or leaves to the event's own name.
struct NamedUnion: Sendable {
    private let type: any JSONUnion.Type
    private let discriminator: String
    /// How the data of nearly every event begins.
    private let usualBeginning: [UInt8]

    /// Nil for other types.
    init?(_ value: any JSONCodable.Type) {
        guard let type = value as? any JSONUnion.Type, let discriminator = type.choice.discriminator else { return nil }
        self.type = type
        self.discriminator = discriminator
        usualBeginning = Array("{\(JSONValue.string(discriminator)):".utf8)
    }

    /// Whether it can be seen at once that the data has a name.
    func isUsual(_ data: Data) -> Bool {
        data.starts(with: usualBeginning)
    }

    /// The name in the data; nil when there is none.
    func name(in data: Data) -> String? {
        let reading = try? ModelDecoder().read(data) { json in
            let value = type.choice.discriminatorValue(&json)
            json.skip()
            return value
        }
        return reading?.value
    }

    /// Whether a member has the name.
    func knows(_ name: String) -> Bool {
        type.choice.knows(name)
    }

    /// An unknown member of that name whose value is the data; nil for data that is JSON.
    func unknownText(_ data: String, _ name: String) -> (any JSONCodable)? {
        guard (try? ModelDecoder().read(Data(data.utf8)) { $0.skip() }) == nil else { return nil }
        return type.unknown(UnknownMember(discriminator: name, value: .string(data)))
    }

    /// The data with the event's name in it, if it is an object without one and a member has that name.
    func adding(_ name: String, to data: Data) -> Data? {
        guard knows(name), self.name(in: data) == nil,
            case .object(var members)? = try? ModelDecoder().decode(JSONValue.self, from: data),
            members[discriminator] == nil
        else { return nil }
        members[discriminator] = .string(name)
        return try? ModelEncoder().encode(members)
    }

    /// An unknown member that has no name, with that of its event; nil for any other value.
    func naming(_ value: any JSONCodable, _ name: String) -> (any JSONCodable)? {
        guard let union = value as? any JSONUnion else { return nil }
        var visitor = UnknownMemberVisitor()
        union.accept(&visitor)
        guard let member = visitor.member, member.discriminator == nil else { return nil }
        return type.unknown(UnknownMember(discriminator: name, value: member.value))
    }
}

extension JSONUnion {
    fileprivate static var choice: UnionChoice { table.choice }
}

private struct UnknownMemberVisitor: UnionVisitor {
    var member: UnknownMember?

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        self.member = member as? UnknownMember
    }
}
