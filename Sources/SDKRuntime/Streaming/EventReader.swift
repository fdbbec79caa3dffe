#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes values of events, as a stream's description says.
struct EventReader<Value: JSONCodable>: Sendable {
    /// What an event comes to.
    enum Outcome {
        case value(Value)
        case nothing
        case end
    }

    private let description: StreamDescription
    private let head: ResponseHead
    private let union: NamedUnion?

    init(_ description: StreamDescription, _ head: ResponseHead) {
        self.description = description
        self.head = head
        union = NamedUnion(Value.self)
    }

    /// - Throws: ``APIError`` for an event that reports an error, and for one that cannot be read.
    func read(_ event: ServerSentEvent) throws -> Outcome {
        if let terminator = description.terminator, event.data == terminator { return .end }
        let name = name(of: event)
        if let name, description.ignoredEvents.contains(name) { return .nothing }
        if let name, description.errorEvents.contains(name) {
            throw head.call.eventError(Data(event.data.utf8), in: head)
        }
        do {
            switch description.payload {
            case .data where event.data.isEmpty: return .nothing
            case .data: return .value(try value(of: event))
            case .event: return .value(try WholeEvent(event).value(in: head))
            }
        } catch {
            if let value = unknownText(of: event) { return .value(value) }
            head.call.report(error)
            throw error
        }
    }

    /// What the event is called: by its own name or, if it has none, by the discriminator in its data.
    private func name(of event: ServerSentEvent) -> String? {
        if let name = event.event { return name }
        guard !description.ignoredEvents.isEmpty || !description.errorEvents.isEmpty, let union else { return nil }
        return union.name(in: Data(event.data.utf8))
    }

    /// An event that the description does not know may have data that is no JSON, which then is text. Nil for any other
    /// event. `message` is the name of those without a name (WHATWG HTML, section 9.2.6).
    private func unknownText(of event: ServerSentEvent) -> Value? {
        guard description.payload == .data, let union, let name = event.event, name != "message", !union.knows(name)
        else { return nil }
        return union.unknownText(event.data, name) as? Value
    }

    private func value(of event: ServerSentEvent) throws -> Value {
        let data = Data(event.data.utf8)
        if let union, let name = event.event, !union.isUsual(data) {
            let value: Value = try head.call.value(
                "an event of the response",
                from: union.adding(name, to: data) ?? data,
                as: nil,
                in: head,
                keeping: data
            )
            return union.naming(value, name) as? Value ?? value
        }
        // Of a stream of strings, the data is the text: JSON would be quoted.
        return try head.call.value("an event of the response", from: data, as: nil, in: head)
    }
}
