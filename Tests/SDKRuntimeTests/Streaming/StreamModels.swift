import SDKRuntime
import TestSupport

struct MessageStop: APIModel {
    private var modelExtras = ModelExtras()
    var type: String { "message_stop" }

    static let table = ModelTable<Self> { row in
        row.constant("type", "message_stop")
    }
}

struct Tick: APIModel {
    let number: Int
    private var modelExtras = ModelExtras()
    var type: String { "tick" }

    init(number: Int) { self.number = number }

    static let table = ModelTable<Self> { row in
        row.constant("type", "tick")
        row.required("n", Int.self)
    }
}

/// What the events of a stream carry.
indirect enum StreamEvent: APIUnion {
    case messageStop(MessageStop)
    case tick(Tick)
    case unknown(UnknownMember)

    static let table = UnionTable<Self>(discriminator: "type") { union in
        union.member("message_stop", MessageStop.self, Self.messageStop)
        union.member("tick", Tick.self, Self.tick)
    }

    func accept(_ visitor: inout some UnionVisitor & ~Copyable) {
        switch self {
        case .messageStop(let member): visitor.visit(member, at: 0)
        case .tick(let member): visitor.visit(member, at: 1)
        case .unknown(let member): visitor.visit(member, at: 2)
        }
    }

    /// The discriminator, with a mark for a type that is not declared.
    var typeName: String {
        switch self {
        case .messageStop: "message_stop"
        case .tick: "tick"
        case .unknown(let member): "unknown:\(member.discriminator ?? "-")"
        }
    }
}

extension AsyncSequence {
    /// Everything up to the end, and the error that was there in place of one.
    func collect() async -> (elements: [Element], error: (any Error)?) {
        var elements: [Element] = []
        do {
            for try await element in self { elements.append(element) }
            return (elements, nil)
        } catch {
            return (elements, error)
        }
    }
}
