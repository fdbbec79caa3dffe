package import Source

extension ObjectDescription {
    static let longRequestsExtension = ObjectDescription(
        "x-sdk-long-requests object",
        fields: [
            Field("rule", .string, .necessary),
            Field("amount", .string, .necessary),
            Field("variant", .string),
        ]
    )

    static let longRequestRuleExtension = ObjectDescription(
        "x-sdk-client longRequests object",
        fields: [
            Field("secondsPerUnit", .number, .necessary),
            Field("limit", .integer),
            Field("caps", .map(.integer)),
            Field("advice", .string, .necessary),
        ]
    )
}

extension ClientExtensionObject {
    /// `longRequests`: by name, what tells how long calls take that are answered all at once.
    package var longRequests: [YAMLMember] { members("longRequests") }
}

extension OperationObject {
    /// `x-sdk-long-requests`: which of these rules holds for the call, and the members of its body that it depends on.
    package var longRequests: LongRequestsExtensionObject? { object("x-sdk-long-requests") }
}

/// `x-sdk-long-requests`: a rule for calls that take long, as one call follows it.
package struct LongRequestsExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var rule: YAMLNode? { node["rule"] }
    /// The member of the body that says how much is asked for.
    package var amount: YAMLNode? { node["amount"] }
    /// The member of the body by which the rule has caps.
    package var variant: YAMLNode? { node["variant"] }
}

/// A rule under `x-sdk-client.longRequests`.
package struct LongRequestRuleExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var secondsPerUnit: YAMLNode? { node["secondsPerUnit"] }
    /// The longest time that a call may take, in seconds.
    package var limit: YAMLNode? { node["limit"] }
    /// The most that single variants of a call may be asked for, by their name.
    package var caps: [YAMLMember] { node["caps"].map { Array($0.members) } ?? [] }
    package var advice: String { string("advice") ?? "" }
}
