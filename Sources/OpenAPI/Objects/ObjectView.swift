package import Source

/// A typed view of a mapping in the located tree.
///
/// The checker has held the node against the kind's `ObjectDescription` and has reported what does not fit; a view
/// answers nil for such a value, so that a mistake is told once and later stages pass over it.
package protocol ObjectView: Sendable {
    var node: YAMLNode { get }
    init(_ node: YAMLNode)
    /// A view of the node that a reference leads to.
    init(_ node: YAMLNode, reachedFrom origin: YAMLNode)
}

extension ObjectView {
    package init(_ node: YAMLNode, reachedFrom origin: YAMLNode) { self.init(node) }

    package var range: SourceRange { node.range }

    /// The value of a key; nil for null too, which stands where something was forgotten.
    package func value(_ key: String) -> YAMLNode? {
        node[key].flatMap { $0.kind == .null ? nil : $0 }
    }

    /// The text of a scalar, whatever YAML makes of it.
    package func string(_ key: String) -> String? { node[key]?.scalarText }

    /// One of several words, also where its letters are large or small ones in other places.
    package func choice(_ key: String, among values: [String]) -> String? { node[key]?.choice(among: values) }

    /// A boolean, or a word that YAML 1.1 takes for one.
    package func bool(_ key: String) -> Bool? { node[key]?.booleanWord }

    /// The elements of a sequence, or a value that stands alone where a sequence is expected.
    package func list(_ key: String) -> [YAMLNode]? {
        guard let value = value(key), value.kind != .bool else { return nil }
        return value.listElements
    }

    /// The same for a sequence of scalars, in whose place a mapping means nothing.
    package func scalars(_ key: String) -> [YAMLNode]? {
        node[key]?.kind == .mapping ? nil : list(key)
    }

    package func object<View: ObjectView>(_ key: String) -> View? {
        guard let value = node[key], value.kind == .mapping else { return nil }
        return View(value)
    }

    package func objects<View: ObjectView>(_ key: String) -> [View] {
        (list(key) ?? []).filter { $0.kind == .mapping }.map { View($0) }
    }

    /// The members of the map of objects under the key, without extensions.
    package func members(_ key: String) -> [YAMLMember] {
        node[key]?.members.filter { !$0.hasKeyPrefix("x-") || $0.value.kind == .mapping } ?? []
    }

    func securityRequirements(_ key: String) -> [SecurityRequirement] {
        (list(key) ?? []).map { SecurityRequirement(schemes: $0.string.map { [$0] } ?? $0.members.map(\.key)) }
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
