package import Source

/// A typed view of a mapping in the located tree.
///
/// The checker has held the node against the kind's `ObjectDescription` and has reported what does not fit; a view
/// answers nil for such a value, so that a mistake is told once and later stages pass over it.
package protocol ObjectView: Sendable {
    var node: YAMLNode { get }
    init(_ node: YAMLNode)
}

extension ObjectView {
    package var range: SourceRange { node.range }

    package func text(_ key: String) -> String? {
        guard let value = node[key] else { return nil }
        return switch value.kind {
        case .mapping, .sequence, .null: nil
        default: value.text
        }
    }

    package func string(_ key: String) -> String? { node[key]?.string }
    package func bool(_ key: String) -> Bool? { node[key]?.bool }

    package func object<View: ObjectView>(_ key: String) -> View? {
        guard let value = node[key], value.kind == .mapping else { return nil }
        return View(value)
    }

    package func objects<View: ObjectView>(_ key: String) -> [View] {
        (node[key]?.elements).map { $0.filter { $0.kind == .mapping }.map(View.init) } ?? []
    }

    /// The members of the map of objects under the key, without extensions.
    package func members(_ key: String) -> [YAMLMember] {
        node[key]?.members.filter { !$0.key.hasPrefix("x-") || $0.value.kind == .mapping } ?? []
    }

    func securityRequirements(_ key: String) -> [SecurityRequirement] {
        (node[key]?.elements).map { $0.map { SecurityRequirement(schemes: $0.members.map(\.key)) } } ?? []
    }

    /// Where a message about the value of a key points: the value, or the whole object without one.
    package func range(of key: String) -> SourceRange { node[key]?.range ?? node.range }

    /// Where a message about a key points: the key, or the whole object without it.
    package func keyRange(of key: String) -> SourceRange { node.member(key)?.keyRange ?? node.range }
}

/// One alternative of a Security Requirement Object list: the schemes that must all be used.
package struct SecurityRequirement: Hashable, Sendable {
    package let schemes: [String]
}
