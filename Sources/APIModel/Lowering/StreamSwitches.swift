import OpenAPI
import Source

/// A member of the body or the query whose value decides whether the answer comes in pieces.
struct StreamSwitch {
    let name: String
    /// The value that asks for a stream.
    let value: Literal
    /// The key in the document; nil for a member that nothing but its name tells of.
    let key: SourceRange?
    /// Where a message about the value points.
    let range: SourceRange
}

extension Lowering {
    /// The members that decide: those of `x-sdk-stream.when`, or a boolean `stream` where an API has it choose between a
    /// stream and one answer.
    func streamSwitches(of object: OperationObject, _ answers: [ResponseForm]) -> [StreamSwitch] {
        guard let when = object.stream?.when else {
            guard answers.contains(where: \.hasStreamTwin) else { return [] }
            return [StreamSwitch(name: "stream", value: .boolean(true), key: nil, range: object.headRange)]
        }
        guard answers.contains(where: \.hasStream) else {
            report.error(.value, "no answer of this operation is a stream", at: when.keyRange)
            return []
        }
        return when.value.members.compactMap { member in
            guard let value = Literal(member.value), value != .null else {
                report.error(.value, "a text, a number or a boolean chooses a stream", at: member.value.headRange)
                return nil
            }
            return StreamSwitch(name: member.key, value: value, key: member.keyRange, range: member.value.range)
        }
    }

    /// Has a method decide the switches in place of its caller.
    func apply(_ switches: [StreamSwitch], to operation: Operation) {
        for choice in switches where !applyToBody(choice, operation) && !applyToQuery(choice, operation) {
            // Nothing but a habit speaks of a member that the document does not name.
            guard let key = choice.key else { continue }
            let known = operation.bodyProperties.map(\.wireName) + operation.queryParameters.map(\.wireName)
            let message = "neither the body nor the query has a member '\(choice.name)'"
            reportUnknown(message, choice.name, at: key, among: known)
        }
    }

    /// - Returns: Whether the body has the member.
    private func applyToBody(_ choice: StreamSwitch, _ operation: Operation) -> Bool {
        guard case .object(var object)? = operation.body?.content,
            let index = object.properties.firstIndex(where: { $0.wireName == choice.name })
        else { return false }
        let property = object.properties[index]
        guard choice.key != nil || property.type == .scalar(.boolean) else { return false }
        if case .constant(let constant) = property.presence {
            if (constant == choice.value) != operation.response.isStream {
                report(choice, isAlways: constant, operation)
            }
            return true
        }
        guard holds(property.type, choice.value) else {
            report.error(.value, "'\(choice.value.text)' is no value of '\(choice.name)'", at: choice.range)
            return true
        }
        let isNeeded = property.presence == .required || property.presence == .nullable
        if let value = value(of: choice, in: operation, isNeeded || property.standardValue == choice.value) {
            operation.fixedMembers.append(FixedMember(wireName: choice.name, value: value))
            operation.body?.isOptionalAsWhole = false
        }
        object.properties[index] = property.setByCalls
        operation.body?.content = .object(object)
        return true
    }

    /// Tells of a method that is never answered in the way that it is for.
    private func report(_ choice: StreamSwitch, isAlways constant: Literal, _ operation: Operation) {
        let message = "'\(choice.name)' is always '\(constant.text)'"
        let hint = "the method '\(operation.qualifiedName)' never gets the answer that it is for"
        if choice.key == nil {
            report.warning(.value, message, at: choice.range, hint: hint)
        } else {
            report.error(.value, message, at: choice.range, hint: hint)
        }
    }

    /// - Returns: Whether the query has the member.
    private func applyToQuery(_ choice: StreamSwitch, _ operation: Operation) -> Bool {
        guard choice.key != nil,
            let index = operation.parameters.firstIndex(where: {
                $0.location == .query && $0.wireName == choice.name
            })
        else { return false }
        let parameter = operation.parameters.remove(at: index)
        guard holds(parameter.type, choice.value) else {
            report.error(.value, "'\(choice.value.text)' is no value of '\(choice.name)'", at: choice.range)
            return true
        }
        if let value = value(of: choice, in: operation, parameter.isRequired) {
            operation.fixedQuery.append(NamedValue(name: choice.name, value: value.text))
        }
        return true
    }

    /// What a method gives for a switch; nil where that is nothing.
    ///
    /// - Parameter isNeeded: Whether the API takes the absence of the member for a wish for a stream, or for a mistake.
    private func value(of choice: StreamSwitch, in operation: Operation, _ isNeeded: Bool) -> Literal? {
        if operation.response.isStream { return choice.value }
        guard isNeeded else { return nil }
        guard case .boolean(let value) = choice.value else {
            report.error(
                .value,
                "'\(choice.name)' has no value that asks for no stream",
                at: choice.range,
                hint: "only a boolean has one other value"
            )
            return nil
        }
        return .boolean(!value)
    }

    /// Whether a constant is a value of a type.
    private func holds(_ type: TypeReference, _ value: Literal) -> Bool {
        switch (type, value) {
        case (.scalar(.string), .string), (.scalar(.boolean), .boolean): return true
        case (.scalar(let scalar), .integer): return scalar.isInteger
        case (.named(let id), _):
            guard case .enumeration(let enumeration)? = types[id.index]?.shape else { return false }
            return enumeration.values.contains { $0.literal == value }
        default: return false
        }
    }
}

extension ResponseForm {
    fileprivate var hasStream: Bool { successes.contains { $0.content?.isStream == true } }
}

extension Operation {
    fileprivate var bodyProperties: [Property] {
        guard case .object(let object)? = body?.content else { return [] }
        return object.properties
    }

    fileprivate var queryParameters: [Parameter] { parameters.filter { $0.location == .query } }
}

extension Property {
    /// The property as one that no caller sees.
    fileprivate var setByCalls: Property {
        Property(
            wireName: wireName,
            name: name,
            documentation: Documentation(),
            type: type,
            presence: .optional,
            standardValue: standardValue,
            keepsPaths: keepsPaths,
            isSetByCalls: true,
            isIndirect: isIndirect,
            source: source
        )
    }
}
