/// How long a call takes that is answered all at once, as far as its request tells: one that takes too long is refused
/// before it is sent, because connections that stay silent for so long are cut on the way.
///
/// A service describes it, and generated code states it. It does not apply to calls whose response is a stream, nor when
/// the caller has set a timeout.
public struct LongRequestRule: Sendable, Hashable {
    /// How long one unit takes of what the request asks for, in seconds, such as the time to generate a token.
    public let secondsPerUnit: Double

    /// The longest time that a call may be expected to take.
    public let limit: Duration

    /// The most that single variants of the call may be asked for, such as models by their name.
    public let caps: [String: Int]

    /// What the caller can do instead, for the message of the error.
    public let advice: String

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - secondsPerUnit: How long one unit takes of what the request asks for.
    ///   - limit: The longest time that a call may be expected to take.
    ///   - caps: The most that single variants of the call may be asked for, by their name.
    ///   - advice: What the caller can do instead, such as `use streaming`.
    public init(
        secondsPerUnit: Double,
        limit: Duration = .seconds(600),
        caps: [String: Int] = [:],
        advice: String
    ) {
        self.secondsPerUnit = secondsPerUnit
        self.limit = limit
        self.caps = caps
        self.advice = advice
    }

    /// Why a request is refused; nil when it may be sent.
    fileprivate func refusal(amount: JSONNumber, variant: String?) -> String? {
        guard let count = amount.double else { return nil }
        if let variant, let cap = caps[variant], count > Double(cap) {
            return "'\(variant)' gives at most \(cap) in one response, not \(amount)"
        }
        guard count * secondsPerUnit > limit / .seconds(1) else { return nil }
        return "the response may take longer than \(limit.components.seconds) seconds"
    }
}

extension APIRequest {
    /// States how long the call takes, which depends on what its content asks for.
    ///
    /// - Parameters:
    ///   - rule: The service's rule.
    ///   - member: The member of the content that says how much is asked for, such as `max_tokens`.
    ///   - variant: The member that the rule's ``LongRequestRule/caps`` are by, such as `model`. Nil: there is none.
    public mutating func longRequest(_ rule: LongRequestRule, amount member: String, variant: String? = nil) {
        longRequest = LongRequest(rule: rule, amount: member, variant: variant)
    }
}

/// A rule, and the members of a call's content that it depends on.
struct LongRequest: Sendable {
    let rule: LongRequestRule
    let amount: String
    let variant: String?

    /// Refuses a call that is expected to take too long.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/streamingRequired``.
    func check(_ body: HTTPRequestBody) throws {
        // A content that is no object, or has no such member, asks for nothing that is known.
        guard case .bytes(let bytes) = body,
            let members = try? ModelDecoder().read(bytes, { members(&$0) }).value,
            case .number(let number)? = members[amount],
            let refusal = rule.refusal(amount: number, variant: variant.flatMap { members[$0]?.stringValue })
        else { return }
        throw APIError(.streamingRequired, "\(refusal): \(rule.advice)")
    }

    /// The members that count: a content is large, and is not to be read as a whole.
    private func members(_ json: inout JSONReader) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        guard json.openObject() else { return members }
        while let key = json.readKey() {
            if key == amount || key == variant {
                members[key] = json.readValue()
            } else {
                json.skip()
            }
        }
        return members
    }
}
