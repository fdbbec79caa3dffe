import OpenAPI
import Source

extension Lowering {
    /// The rules of `x-sdk-client.longRequests`, in the document's order.
    func longRequestRules() -> [LongRequestRule] {
        (document.root.client?.longRequests ?? []).compactMap { member in
            guard let object: LongRequestRuleExtensionObject = document.view(member.value) else { return nil }
            guard let seconds = positive(object.secondsPerUnit) else { return nil }
            if let limit = object.limit, positive(limit) == nil { return nil }
            return LongRequestRule(
                name: member.key,
                secondsPerUnit: seconds,
                limit: object.limit?.integer,
                caps: caps(of: object),
                advice: object.advice,
                source: member.keyRange
            )
        }
    }

    /// The caps of a rule. Names that are one to Swift, however their characters are put together, would be one key.
    private func caps(of object: LongRequestRuleExtensionObject) -> [LongRequestRule.Cap] {
        var names: Set<String> = []
        return object.caps.compactMap { cap in
            guard let amount = cap.value.integer else { return nil }
            guard names.insert(cap.key).inserted else {
                report.error(.duplicateValue, "'\(cap.key)' is in the list already", at: cap.keyRange)
                return nil
            }
            return LongRequestRule.Cap(name: cap.key, amount: amount)
        }
    }

    /// A number above zero, in decimal; nil for another one, which is reported.
    private func positive(_ node: YAMLNode?) -> String? {
        guard let node else { return nil }
        guard let value = node.double ?? node.integer.map(Double.init), value.isFinite, value > 0 else {
            report.error(.value, "'\(node.text)' is no number of seconds above zero", at: node.range)
            return nil
        }
        return node.integer.map(String.init) ?? String(value)
    }

    /// The rule that `x-sdk-long-requests` names, held against the body that it speaks of.
    ///
    /// - Parameter isStream: Whether the method's answer comes in pieces, so that no rule holds for it.
    func longRequest(of object: OperationObject, _ body: Body?, isStream: Bool) -> LongRequest? {
        guard let extensionObject = object.longRequests, !document.isInvalid(extensionObject.node),
            let rule = extensionObject.rule, let amount = extensionObject.amount, !isStream
        else { return nil }
        let names = (document.root.client?.longRequests ?? []).map(\.key)
        guard names.contains(rule.text) else {
            reportUnknown("no rule '\(rule.text)' under 'longRequests' of 'x-sdk-client'", rule, among: names)
            return nil
        }
        guard let body, body.format == .json, case .object(let content) = body.content else {
            report.error(
                .value,
                "only the members of a JSON body tell how long a call takes",
                at: object.keyRange(of: "x-sdk-long-requests")
            )
            return nil
        }
        let members = content.properties.map(\.wireName)
        for node in [amount, extensionObject.variant].compactMap({ $0 }) where !members.contains(node.text) {
            reportUnknown("the body has no member '\(node.text)'", node, among: members)
            return nil
        }
        return LongRequest(rule: rule.text, amount: amount.text, variant: extensionObject.variant?.text)
    }

    /// Reports a rule that holds for no method of its operation.
    func checkLongRequests(of object: OperationObject, _ operations: [Operation]) {
        guard object.longRequests != nil, operations.allSatisfy(\.response.isStream) else { return }
        report.error(
            .value,
            "every answer of this operation is a stream, which no such rule holds for",
            at: object.keyRange(of: "x-sdk-long-requests")
        )
    }
}
