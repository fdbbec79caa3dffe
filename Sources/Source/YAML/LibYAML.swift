import CLibYAML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// The only file that calls libyaml, and one of the few with unsafe code: C hands out pointers that are valid until the
// next event. None of them leaves this file, except inside `LibYAMLEvent`, which its reader must not keep.

/// libyaml's event scan of a text.
enum LibYAML {
    /// Where and why libyaml stopped.
    struct Failure {
        let problem: String
        let context: String
        /// Indices of code points.
        let problemIndex: Int
        let contextIndex: Int?
    }

    /// Calls a function with each event until the text ends, the function returns false, or the text is in error.
    static func scan(_ bytes: [UInt8], _ handle: (borrowing LibYAMLEvent) -> Bool) -> Failure? {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            return Failure(problem: "out of memory", context: "", problemIndex: 0, contextIndex: nil)
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        return bytes.withUnsafeBufferPointer { buffer in
            // libyaml wants a pointer even for an empty text.
            withUnsafePointer(to: 0 as UInt8) { empty in
                yaml_parser_set_input_string(parser, buffer.baseAddress ?? empty, buffer.count)
                return scan(parser, handle)
            }
        }
    }

    private static func scan(
        _ parser: UnsafeMutablePointer<yaml_parser_t>,
        _ handle: (borrowing LibYAMLEvent) -> Bool
    ) -> Failure? {
        var event = yaml_event_t()
        while true {
            guard yaml_parser_parse(parser, &event) == 1 else { return failure(of: parser.pointee) }
            let isLast = event.type == YAML_STREAM_END_EVENT
            let goesOn = withUnsafePointer(to: &event) { handle(LibYAMLEvent(pointer: $0)) }
            yaml_event_delete(&event)
            if isLast || !goesOn { return nil }
        }
    }

    private static func failure(of parser: yaml_parser_t) -> Failure {
        let context = parser.context.map { String(cString: $0) } ?? ""
        return Failure(
            problem: parser.problem.map { String(cString: $0) } ?? "out of memory",
            context: context,
            problemIndex: parser.problem_mark.index,
            contextIndex: context.isEmpty ? nil : parser.context_mark.index
        )
    }
}

/// One event of libyaml, valid while it is handled.
struct LibYAMLEvent: ~Copyable {
    enum Kind {
        case documentStart
        case alias
        case scalar
        case sequenceStart
        case mappingStart
        case collectionEnd
        case other
    }

    fileprivate let pointer: UnsafePointer<yaml_event_t>

    var kind: Kind {
        switch pointer.pointee.type {
        case YAML_SCALAR_EVENT: .scalar
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: .collectionEnd
        case YAML_ALIAS_EVENT: .alias
        case YAML_DOCUMENT_START_EVENT: .documentStart
        default: .other
        }
    }

    /// The index of the event's first code point.
    var startIndex: Int { pointer.pointee.start_mark.index }
    var endIndex: Int { pointer.pointee.end_mark.index }

    /// A document's `%YAML` directive, as its minor version number.
    var minorVersion: Int? {
        pointer.pointee.data.document_start.version_directive.map { Int($0.pointee.minor) }
    }

    // MARK: Nodes

    var anchor: String? {
        let data = pointer.pointee.data
        return switch kind {
        case .alias: Self.string(data.alias.anchor)
        case .scalar: Self.string(data.scalar.anchor)
        case .sequenceStart: Self.string(data.sequence_start.anchor)
        case .mappingStart: Self.string(data.mapping_start.anchor)
        default: nil
        }
    }

    /// The resolved tag.
    var tag: String? {
        let data = pointer.pointee.data
        return switch kind {
        case .scalar: Self.string(data.scalar.tag)
        case .sequenceStart: Self.string(data.sequence_start.tag)
        case .mappingStart: Self.string(data.mapping_start.tag)
        default: nil
        }
    }

    var isPlain: Bool { pointer.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

    var isBlockScalar: Bool {
        let style = pointer.pointee.data.scalar.style
        return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    }

    // MARK: Text

    var textCount: Int { pointer.pointee.data.scalar.length }

    /// Whether a scalar's text is these bytes.
    func textEquals(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes[range].withUnsafeBytes { other in
            // An empty text has no address.
            guard let start = text.baseAddress, let other = other.baseAddress else { return text.isEmpty }
            return range.count == text.count && memcmp(start, other, text.count) == 0
        }
    }

    func appendText(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: text)
    }

    private var text: UnsafeBufferPointer<UInt8> {
        let scalar = pointer.pointee.data.scalar
        return UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    }

    private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }
}
