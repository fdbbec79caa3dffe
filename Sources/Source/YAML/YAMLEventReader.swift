/// Builds a tree from libyaml's events.
struct YAMLEventReader {
    static func read(_ file: SourceFile, check: TextCheck, report: Report) -> YAMLNode? {
        if let problem = check.forbiddenCharacter {
            let range = SourceRange(file: file.id, bytes: problem.range)
            report.error(.yamlEncoding, problem.message, at: range, hint: problem.hint)
            return nil
        }
        if let problem = check.byteOrderMark {
            let range = SourceRange(file: file.id, bytes: problem.range)
            report.warning(.yamlEncoding, problem.message, at: range, hint: problem.hint)
        }
        var reader = YAMLEventReader(file, check: check, report: report)
        return reader.read()
    }

    private let bytes: [UInt8]
    private let standIns: CharacterStandIns?
    private var offsets: CodePointOffsets
    private var builder: YAMLTreeBuilder
    private var documentCount = 0
    private var anchors: [String: Anchor] = [:]
    private var openCollections: [OpenCollection] = []
    /// How many collections inside a complex key are open; their events are passed over.
    private var skippedDepth = 0

    private enum Anchor {
        /// The collection with the anchor is still open, at this depth.
        case open(depth: Int)
        case built(YAMLTreeBuilder.Built)
        /// It is inside something that was reported.
        case invalid
    }

    private struct OpenCollection {
        /// In flow style with its own brackets, which end it; other collections end with their last child.
        let hasBrackets: Bool
        let anchor: String?
    }

    private init(_ file: SourceFile, check: TextCheck, report: Report) {
        bytes = file.bytes
        standIns = check.needsStandIns ? CharacterStandIns(for: bytes) : nil
        offsets = CodePointOffsets(bytes, isASCII: check.isASCII)
        builder = YAMLTreeBuilder(file: file, report: report)
    }

    private mutating func read() -> YAMLNode? {
        var text = bytes
        standIns?.hide(in: &text)
        if let failure = LibYAML.scan(text, { handle($0) }) {
            let error = YAMLSyntaxError(failure, in: bytes, offsets: &offsets)
            builder.fail(.yamlSyntax, error.message, at: error.range, hint: error.hint)
        }
        guard !builder.hasFailed else { return nil }
        let root = builder.finish()
        if root.map({ $0.kind == .null && $0.range.start == $0.range.end }) ?? true {
            builder.fail(.yamlDocument, "the document is empty", at: 0..<0)
            return nil
        }
        return root
    }

    /// Takes the next event. False ends the scan.
    private mutating func handle(_ event: borrowing LibYAMLEvent) -> Bool {
        if skippedDepth > 0 {
            skip(event)
            return true
        }
        switch event.kind {
        case .scalar:
            addScalar(event)
            return true
        case .mappingStart, .sequenceStart:
            return beginCollection(event)
        case .collectionEnd:
            endCollection(event)
            return true
        case .alias:
            return addAlias(event)
        case .documentStart:
            return beginDocument(event)
        case .other:
            return true
        }
    }

    private mutating func range(of event: borrowing LibYAMLEvent) -> Range<Int> {
        let start = offsets.byteOffset(of: event.startIndex)
        return start..<max(start, offsets.byteOffset(of: event.endIndex))
    }

    private mutating func beginDocument(_ event: borrowing LibYAMLEvent) -> Bool {
        documentCount += 1
        let range = range(of: event)
        guard documentCount == 1 else {
            let message = "a file holds one document, and a second one begins here"
            builder.fail(.yamlDocument, message, at: range, hint: "move it to a file of its own")
            return false
        }
        if event.minorVersion == 1 {
            let lineEnd = bytes[range.lowerBound...].firstIndex(where: \.isLineBreak) ?? bytes.count
            builder.report.warning(
                .yamlVersion,
                "the document asks for YAML 1.1 and is read as YAML 1.2",
                at: builder.sourceRange(range.lowerBound..<lineEnd),
                hint: "words such as 'no' and 'on' are strings"
            )
        }
        return true
    }

    // MARK: Scalars

    private mutating func addScalar(_ event: borrowing LibYAMLEvent) {
        var range = range(of: event)
        let anchor = event.anchor
        let properties = NodeProperties.read(in: bytes, range, anchor: anchor)
        range = properties.end..<range.upperBound
        if event.isBlockScalar {
            checkBlockScalar(range)
            while range.count > 1, bytes[range.upperBound - 1].isWhitespace {
                range = range.lowerBound..<range.upperBound - 1
            }
        }
        let text = text(of: event, range)
        if builder.expectsKey {
            addKey(event, text: text, range: range, tagRange: properties.tag ?? range)
            return
        }
        let kind = kind(of: event, text: text, tagRange: properties.tag ?? range)
        let built = builder.addScalar(kind, text: text, isQuoted: !event.isPlain, range: range)
        if let anchor { anchors[anchor] = .built(built) }
    }

    private mutating func addKey(
        _ event: borrowing LibYAMLEvent,
        text: YAMLTextSlice,
        range: Range<Int>,
        tagRange: Range<Int>
    ) {
        if let tag = event.tag, tag != CoreTag.nonSpecific, CoreTag(tag) == nil { warnOfTag(tag, at: tagRange) }
        if let anchor = event.anchor {
            let kind = event.isPlain ? builder.kind(ofPlain: text) : .string
            anchors[anchor] = .built(builder.makeKeyNode(kind, text: text, isQuoted: !event.isPlain, range: range))
        }
        if event.isPlain, range.isEmpty {
            builder.fail(.yamlKey, "a key is missing here", at: range, hint: "write \"\" for an empty key")
            builder.setInvalidKey(end: range.upperBound)
        } else {
            builder.setKey(text, isPlain: event.isPlain, range: range)
        }
    }

    private mutating func text(of event: borrowing LibYAMLEvent, _ range: Range<Int>) -> YAMLTextSlice {
        let quotes = event.isPlain ? 0 : 1
        if range.count == event.textCount + 2 * quotes {
            let inside = range.lowerBound + quotes..<range.upperBound - quotes
            // libyaml saw the stand-ins, which a text in the file must not have been compared with.
            if standIns == nil, event.textEquals(bytes, inside) { return YAMLTextSlice(inside) }
        }
        return builder.decode { buffer in
            let start = buffer.count
            event.appendText(to: &buffer)
            standIns?.restore(in: &buffer, from: start)
        }
    }

    /// Reports what libyaml lets pass in block scalars.
    private mutating func checkBlockScalar(_ range: Range<Int>) {
        guard let error = YAMLSyntaxError(ofBlockScalar: range, in: bytes) else { return }
        builder.fail(.yamlSyntax, error.message, at: error.range, hint: error.hint)
    }

    // MARK: Tags

    private mutating func kind(
        of event: borrowing LibYAMLEvent,
        text: YAMLTextSlice,
        tagRange: Range<Int>
    ) -> YAMLNode.Kind {
        let untagged = event.isPlain ? builder.kind(ofPlain: text) : .string
        guard let tag = event.tag else { return untagged }
        if tag == CoreTag.nonSpecific { return .string }
        guard let coreTag = CoreTag(tag) else {
            warnOfTag(tag, at: tagRange)
            return untagged
        }
        guard let kind = coreTag.kind(ofScalar: builder.kind(ofPlain: text)) else {
            builder.fail(.yamlTag, "the value does not fit its tag '!!\(coreTag.rawValue)'", at: tagRange)
            return untagged
        }
        return kind
    }

    private mutating func checkTag(ofCollection event: borrowing LibYAMLEvent, range: Range<Int>) {
        guard let tag = event.tag, tag != CoreTag.nonSpecific else { return }
        switch CoreTag(tag) {
        case nil:
            warnOfTag(tag, at: range)
        case .map where event.kind == .mappingStart, .seq where event.kind == .sequenceStart:
            break
        case let coreTag?:
            builder.fail(.yamlTag, "the value does not fit its tag '!!\(coreTag.rawValue)'", at: range)
        }
    }

    private func warnOfTag(_ tag: String, at range: Range<Int>) {
        let name = Diagnostic.quote(CoreTag.shorthand(of: tag))
        builder.report.warning(.yamlTag, "the unknown tag \(name) is ignored", at: builder.sourceRange(range))
    }

    // MARK: Collections

    private mutating func beginCollection(_ event: borrowing LibYAMLEvent) -> Bool {
        var range = range(of: event)
        let anchor = event.anchor
        let properties = NodeProperties.read(in: bytes, range, anchor: anchor)
        range = properties.end..<range.upperBound
        if builder.expectsKey {
            reportComplexKey(at: range, kind: event.kind == .mappingStart ? "mapping" : "list")
            skippedDepth = 1
            noteSkippedAnchor(of: event)
            return true
        }
        checkTag(ofCollection: event, range: properties.tag ?? range)
        guard builder.begin(mapping: event.kind == .mappingStart, at: range) else { return false }
        let first = bytes[ifPresent: range.lowerBound]
        let hasBrackets = range.count == 1 && (first == .openBrace || first == .openBracket)
        openCollections.append(OpenCollection(hasBrackets: hasBrackets, anchor: anchor))
        if let anchor { anchors[anchor] = .open(depth: openCollections.count) }
        return true
    }

    private mutating func endCollection(_ event: borrowing LibYAMLEvent) {
        guard let collection = openCollections.popLast() else { return }
        let end = collection.hasBrackets ? offsets.byteOffset(of: event.endIndex) : nil
        let built = builder.end(at: end)
        // An anchor of the same name further in came later, and counts.
        guard let anchor = collection.anchor, case .open(let depth) = anchors[anchor] else { return }
        if depth == openCollections.count + 1, let built { anchors[anchor] = .built(built) }
    }

    private mutating func reportComplexKey(at range: Range<Int>, kind: String) {
        let hint = "put text that begins with a bracket in quotes"
        let message = "a key must be a string, and this is a \(kind)"
        builder.fail(.yamlKey, message, at: range, hint: range.isEmpty ? nil : hint)
    }

    private mutating func skip(_ event: borrowing LibYAMLEvent) {
        noteSkippedAnchor(of: event)
        switch event.kind {
        case .mappingStart, .sequenceStart: skippedDepth += 1
        case .collectionEnd: skippedDepth -= 1
        default: break
        }
        if skippedDepth == 0 { builder.setInvalidKey(end: offsets.byteOffset(of: event.endIndex)) }
    }

    private mutating func noteSkippedAnchor(of event: borrowing LibYAMLEvent) {
        if event.kind != .alias, let anchor = event.anchor { anchors[anchor] = .invalid }
    }

    // MARK: Aliases

    private mutating func addAlias(_ event: borrowing LibYAMLEvent) -> Bool {
        let range = range(of: event)
        let name = event.anchor ?? ""
        switch anchors[name] {
        case .built(let built) where builder.expectsKey:
            if let text = builder.keyText(of: built) {
                builder.setKey(text, isPlain: false, range: range)
            } else {
                reportComplexKey(at: range, kind: "list or mapping")
                builder.setInvalidKey(end: range.upperBound)
            }
            return true
        case .built(let built):
            return builder.addAlias(of: built, range: range)
        case .open:
            let message = "the alias \(Diagnostic.quote("*" + name)) is inside the value it stands for"
            builder.fail(.yamlAlias, message, at: range)
        case nil:
            let message = "the alias \(Diagnostic.quote("*" + name)) has no anchor before it"
            builder.fail(.yamlAlias, message, at: range)
        case .invalid:
            break
        }
        addPlaceholder(at: range)
        return true
    }

    /// Keeps keys and values in step after a reported alias.
    private mutating func addPlaceholder(at range: Range<Int>) {
        if builder.expectsKey {
            builder.setInvalidKey(end: range.upperBound)
        } else {
            builder.addScalar(.null, text: YAMLTextSlice(range), isQuoted: false, range: range)
        }
    }
}
