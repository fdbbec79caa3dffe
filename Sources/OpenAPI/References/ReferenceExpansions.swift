import Source

/// A `$ref` in place of an object, a map or a list that the standard wants to be written there.
struct MisplacedReference {
    /// The mapping with the key `$ref`.
    let node: YAMLNode
    /// What it leads to.
    let target: YAMLNode
    /// What the place holds.
    let kind: ValueKind
    /// The text of the reference.
    let text: String
    let warning: Diagnostic
}

/// What is read in place of references where the standard has none: many documents in several files have
/// `paths: {$ref: paths/index.yaml}`, and tools join the files without a look at the standard.
///
/// The keys of the target stand in the place then, each with a `$ref` to its value where a reference may be, so that
/// nothing is there twice and each file's own references still lead where they led.
struct ReferenceExpansions {
    private(set) var warnings: [Diagnostic] = []
    /// By reading, what each found: a target can itself hold such references.
    private var readings: [[(node: YAMLNode, content: YAMLReplacement)]] = []

    /// Whether there may be more: references that lead into themselves would have no end.
    var isOpen: Bool { readings.count < 16 }

    mutating func add(_ misplaced: [MisplacedReference]) {
        readings.append(
            misplaced.map { reference in
                let (fragment, target) = (Self.fragment(reference.text), reference.target)
                var content = Self.content(of: target, as: reference.kind, at: fragment, isOpened: true)
                if case .mapping(let members) = content {
                    let own = reference.node.members.filter { $0.key != "$ref" }
                    let keys = Set(own.map(\.key))
                    content = .mapping(
                        members.filter { !keys.contains($0.key) }
                            + own.map { .init(key: $0.key, keyRange: $0.keyRange, value: .node($0.value)) }
                    )
                }
                return (reference.node, content)
            }
        )
        warnings += misplaced.map(\.warning)
    }

    /// The document of a root with the contents in their places.
    func apply(to root: YAMLNode) -> YAMLNode {
        readings.reduce(root) { root, reading in
            reading.contains { $0.node.document == root.document } ? root.replacing(reading) : root
        }
    }

    /// The text of a reference with a fragment to which tokens can be added.
    private static func fragment(_ text: String) -> String { text.contains("#") ? text : text + "#" }

    /// A token at the end of a reference's fragment (RFC 6901, sections 3 and 6).
    private static func adding(_ token: String, to fragment: String) -> String {
        var escaped = ""
        for character in token {
            switch character {
            case "~": escaped += "~0"
            case "/": escaped += "~1"
            case "%": escaped += "%25"
            default: escaped.append(character)
            }
        }
        return fragment + "/" + escaped
    }

    /// - Parameters:
    ///   - kind: What the place holds.
    ///   - fragment: A reference to the target.
    ///   - isOpened: Whether its place is to hold the target itself, whatever it is.
    private static func content(
        of target: YAMLNode,
        as kind: ValueKind,
        at fragment: String,
        isOpened: Bool = false
    ) -> YAMLReplacement {
        // A further reference of the kind is followed from where it stands.
        if !isOpened, target.kind == .mapping, target.reference != nil { return .reference(fragment) }
        switch (kind, target.kind) {
        case (.schema, .mapping): return .reference(fragment)
        case (.object(let object), .mapping):
            let description = object.description
            if description.allowsReference, !isOpened { return .reference(fragment) }
            return mapping(of: target, at: fragment) { key in
                description.fieldsByKey[key]?.value
                    ?? (key.hasPrefix("x-") ? .any : description.patterned?.value ?? .any)
            }
        case (.map(let element), .mapping): return mapping(of: target, at: fragment) { _ in element }
        case (.array(let element), .sequence):
            return .sequence(
                target.elements.enumerated().map { index, node in
                    content(of: node, as: element, at: adding(String(index), to: fragment))
                }
            )
        case (.either(let kinds), _):
            return content(of: target, as: kinds.first { $0.fits(target) } ?? .any, at: fragment)
        default: return .node(target)
        }
    }

    private static func mapping(
        of target: YAMLNode,
        at fragment: String,
        _ kind: (String) -> ValueKind
    ) -> YAMLReplacement {
        .mapping(
            target.members.map { member in
                YAMLReplacement.Member(
                    key: member.key,
                    keyRange: member.keyRange,
                    value: content(of: member.value, as: kind(member.key), at: adding(member.key, to: fragment))
                )
            }
        )
    }
}
