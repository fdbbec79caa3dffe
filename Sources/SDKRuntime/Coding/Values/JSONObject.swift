import OrderedCollections

/// The members of a JSON object, in the order they were received or added.
///
/// Two objects are equal when they have equal members, whatever the order. A key occurs once: the last of equal keys
/// wins and keeps the place of the first. Keys are compared as Swift strings, which takes two ways to compose the same
/// character for equal.
public struct JSONObject: Sendable {
    private var members: OrderedDictionary<String, JSONValue>

    /// An object without members.
    public init() {
        members = [:]
    }

    /// An object with these members.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.members = OrderedDictionary(members, uniquingKeysWith: { _, last in last })
    }

    /// The number of members.
    public var count: Int { members.count }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The names of the members, in order.
    public var keys: [String] { Array(members.keys) }

    /// The values of the members, in order.
    public var values: [JSONValue] { Array(members.values) }

    /// The value of the member of that name: nil if there is none. Setting nil removes the member.
    ///
    /// To set a JSON null, assign `JSONValue.null`.
    public subscript(key: String) -> JSONValue? {
        get { members[key] }
        set { members[key] = newValue }
    }
}

extension JSONObject: Hashable {
    /// Whether both have equal members, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right.members[$0.key] == $0.value }
    }

    /// Hashes the members so that their order does not matter.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in members {
            var member = Hasher()
            member.combine(key)
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: Sequence, ExpressibleByDictionaryLiteral {
    /// Iterates over the members in order.
    public func makeIterator() -> some IteratorProtocol<(key: String, value: JSONValue)> {
        members.lazy.map { (key: $0.key, value: $0.value) }.makeIterator()
    }

    /// An object with the members of the literal, in the order written; the last of equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONObject: CustomStringConvertible {
    /// The object as compact JSON text.
    public var description: String { JSONValue.object(self).description }
}
