import SDKRuntime

/// A block that can be made of a first state and what is added to it.
protocol AccumulatedBlock: AssistantContentBlock {
    associatedtype Citation: Sendable

    /// The block with what has been added to it.
    func extended(by additions: BlockAdditions<Citation>) -> Self
}

/// All that has been added to a block since it began.
struct BlockAdditions<Citation: Sendable>: Sendable {
    var text = ""
    var thinking = ""
    var signature: String?
    var citations: [Citation] = []
    var input = PartialJSON()
    var compaction: String?
    var encryptedCompaction: String?

    mutating func add(_ delta: BlockDelta<Citation>) {
        switch delta {
        case .text(let piece): text += piece
        case .thinking(let piece): thinking += piece
        case .signature(let whole): signature = whole
        case .inputJSON(let piece): input.append(piece)
        case .citation(let citation): citations.append(citation)
        case .compaction(let piece, let encrypted):
            if let piece { compaction = (compaction ?? "") + piece }
            encryptedCompaction = encrypted ?? encryptedCompaction
        case .none: break
        }
    }

    /// All citations, those included that the block began with; nil if it has none.
    private func citations(after first: [Citation]?) -> [Citation]? {
        citations.isEmpty ? first : (first ?? []) + citations
    }

    /// The input of a tool as far as it has arrived.
    ///
    /// - Parameter first: The input that the block began with, which stays until something else arrives.
    private func input(after first: [String: JSONValue]) -> [String: JSONValue] {
        guard !input.isEmpty else { return first }
        return Dictionary(input.value?.objectValue?.map { ($0.key, $0.value) } ?? []) { _, last in last }
    }
}

// What a kind of block is made of is named by paths of its members: blocks of both families have them.
extension BlockAdditions {
    func extend<Block: APIModel>(
        _ block: Block,
        text: KeyPath<Block, String>,
        citations: KeyPath<Block, [Citation]?>
    ) -> Block {
        block.replacing(text, with: block[keyPath: text] + self.text)
            .replacing(citations, with: self.citations(after: block[keyPath: citations]))
    }

    func extend<Block: APIModel>(
        _ block: Block,
        thinking: KeyPath<Block, String>,
        signature: KeyPath<Block, String>
    ) -> Block {
        block.replacing(thinking, with: block[keyPath: thinking] + self.thinking)
            .replacing(signature, with: self.signature ?? block[keyPath: signature])
    }

    func extend<Block: APIModel>(_ block: Block, input: KeyPath<Block, [String: JSONValue]>) -> Block {
        block.replacing(input, with: self.input(after: block[keyPath: input]))
    }
}

/// A block that is being received.
///
/// Additions are only collected. The block is made of them when someone looks at it, once for each change.
struct BlockAccumulator<Block: AccumulatedBlock>: Sendable {
    private let start: Block
    private var additions = BlockAdditions<Block.Citation>()
    private var current: Block?

    init(_ start: Block) {
        self.start = start
        current = start
    }

    mutating func add(_ delta: BlockDelta<Block.Citation>) {
        additions.add(delta)
        current = nil
    }

    /// The block as it is now.
    var block: Block {
        mutating get {
            if let current { return current }
            let block = start.extended(by: additions)
            current = block
            return block
        }
    }

    /// Why the input of the tool is none, in case it cannot become an object. An object that the end of the message has
    /// cut off is one as far as it goes.
    var inputFailure: String? {
        if let failure = additions.input.failure { return "\(failure)" }
        guard let value = additions.input.value, value.objectValue == nil else { return nil }
        return "it is no object"
    }

    /// The text of the tool's input.
    var inputText: String { additions.input.text }
}

extension UnknownMember {
    /// A block of a kind that is not known. Its text grows if it began with one; its input, whether it did or not.
    func extended<Citation>(by additions: BlockAdditions<Citation>) -> UnknownMember {
        guard var members = value.objectValue else { return self }
        if let text = members["text"]?.stringValue {
            members["text"] = .string(text + additions.text)
        }
        if !additions.input.isEmpty, let input = additions.input.value {
            members["input"] = .some(input)
        }
        return UnknownMember(discriminator: discriminator, value: .object(members))
    }
}
