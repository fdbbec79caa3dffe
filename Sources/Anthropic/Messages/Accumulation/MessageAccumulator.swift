import SDKRuntime

/// Makes a message of the events of a stream.
///
/// An event costs what it brings, so that a stream takes time in proportion to its length as long as nobody looks. A look
/// at the message costs the length of the blocks that have changed since the last one, and a list of the blocks: a look
/// after each event of a long block takes the square of its length.
struct MessageAccumulator<Event: AccumulatedEvent>: Sendable {
    typealias Message = Event.Message

    /// The message without its content.
    private var head: Message?
    private var blocks: [BlockAccumulator<Message.Block>] = []
    /// Whether the message is over.
    private(set) var isComplete = false

    /// The message so far; nil before its first event.
    var snapshot: Message? {
        mutating get {
            guard let head else { return nil }
            return head.with(content: blocks.indices.map { blocks[$0].block })
        }
    }

    mutating func add(_ event: Event) throws(AccumulationError) {
        switch event.step {
        case .start(let message): try start(message)
        case .startBlock(let index, let block): try startBlock(block, at: index)
        case .extendBlock(let index, let delta):
            try check(index)
            blocks[index].add(delta)
        case .stopBlock(let index): try stopBlock(index)
        case .update(let event): try update(event)
        case .stop:
            try checkStarted("the end")
            isComplete = true
        case .none: break
        }
    }

    private mutating func start(_ message: Message) throws(AccumulationError) {
        guard head == nil else { throw .order("a second message begins") }
        head = message.with(content: [])
        blocks = message.content.map { BlockAccumulator($0) }
    }

    private mutating func startBlock(_ block: Message.Block, at index: Int) throws(AccumulationError) {
        try checkStarted("a block")
        guard index == blocks.count else {
            throw .index("block \(index) begins, where block \(blocks.count) would be next")
        }
        blocks.append(BlockAccumulator(block))
    }

    private mutating func stopBlock(_ index: Int) throws(AccumulationError) {
        try check(index)
        if let failure = blocks[index].inputFailure {
            throw .input("the input of block \(index) cannot be read: \(failure)", blocks[index].inputText)
        }
    }

    private func check(_ index: Int) throws(AccumulationError) {
        try checkStarted("a block")
        guard blocks.indices.contains(index) else { throw .index("block \(index) has not begun") }
    }

    private func checkStarted(_ subject: String) throws(AccumulationError) {
        guard head != nil else { throw .order("\(subject) comes before the message") }
    }

    /// Puts what an event says about the message as a whole into it. That happens once or twice in a stream, and the
    /// members are as many as the service likes, so it is done with the JSON.
    private mutating func update(_ event: any JSONCodable) throws(AccumulationError) {
        try checkStarted("a change of the message")
        guard let head else { return }
        do {
            guard case .object(var message) = try JSONValue(encoding: head),
                case .object(let changes) = try JSONValue(encoding: event)
            else { return }
            message.apply(changes)
            self.head = try JSONValue.object(message).decode(as: Message.self)
        } catch {
            throw .input("a change of the message cannot be read: \(error)", "")
        }
    }
}

extension JSONObject {
    /// Changes the members of a message as an event says. Null leaves a member as it is, except for why generation
    /// stopped: that is told once, as a whole. Numbers of the usage are totals, which replace those before.
    fileprivate mutating func apply(_ event: JSONObject) {
        for (key, value) in event where !["type", "delta", "usage"].contains(key) && !value.isNull {
            self[key] = .some(value)
        }
        for (key, value) in event["delta"]?.objectValue ?? [:] where !value.isNull || key.hasPrefix("stop_") {
            self[key] = .some(value)
        }
        guard let totals = event["usage"]?.objectValue else { return }
        var usage = self["usage"]?.objectValue ?? [:]
        for (key, value) in totals where !value.isNull {
            usage[key] = .some(value)
        }
        self["usage"] = .object(usage)
    }
}

/// Why events make no message.
enum AccumulationError: Error {
    /// An event that makes no sense where it comes.
    case order(String)
    /// An event about a block that is not there, or not next.
    case index(String)
    /// Text in events that cannot be read, and that text.
    case input(String, String)
}
