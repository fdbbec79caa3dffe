package import Source

/// How long calls take that are answered all at once, as far as their requests tell, and which are not to be sent.
package struct LongRequestRule: Hashable, Sendable {
    /// The name in the SDK, in the spec's spelling.
    package var name: String
    /// How long one unit takes of what is asked for, in seconds: a number in decimal.
    package var secondsPerUnit: String
    /// The longest time that a call may take, in seconds, where that is not the default.
    package var limit: Int?
    /// The most that single variants of a call may be asked for, in the spec's order.
    package var caps: [Cap]
    /// What the caller can do instead.
    package var advice: String
    package var source: SourceRange

    /// The most that one variant may be asked for.
    package struct Cap: Hashable, Sendable {
        package var name: String
        package var amount: Int
    }
}

/// The rule that one call follows.
package struct LongRequest: Hashable, Sendable {
    /// The name of the rule.
    package var rule: String
    /// The member of the body that says how much is asked for, by its name on the wire.
    package var amount: String
    /// The member by which the rule has caps.
    package var variant: String?
}
