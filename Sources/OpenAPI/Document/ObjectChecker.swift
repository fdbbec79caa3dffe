import Source

/// Holds a document against the tables of `Objects/`: keys, required keys, kinds of values; and links its references.
///
/// One mistake gives one message: the node is marked, and the rest of the document is still checked.
struct ObjectChecker {
    private let version: OpenAPIVersion
    private let resolver: ReferenceResolver
    private let report: Report
    /// The targets of references that are still to be checked: a list, because a chain of references can be longer than
    /// the stack is deep.
    private var pending: [Followed] = []
    /// The objects that have been checked, so that one with many references to it is checked once, with the kinds that
    /// their places ask for.
    private var checked: [YAMLNode.ID: ObjectKind] = [:]
    /// The nodes at which a mistake was reported.
    private(set) var invalid: Set<YAMLNode.ID> = []

    /// A reference that has been followed.
    private struct Followed {
        let origin: YAMLNode
        let target: YAMLNode
        let kind: ObjectKind
    }

    init(version: OpenAPIVersion, resolver: ReferenceResolver, report: Report) {
        self.version = version
        self.resolver = resolver
        self.report = report
    }

    /// Checks a node that should be an object of the given kind, all that it holds, and all that it refers to.
    mutating func checkAll(_ node: YAMLNode, as kind: ObjectKind) {
        check(node, as: kind)
        while let next = pending.popLast() { checkTarget(of: next) }
    }

    private mutating func check(_ node: YAMLNode, as kind: ObjectKind) {
        let description = kind.description
        guard node.kind == .mapping else {
            return fail(node, "expected \(description.name.withArticle), found \(node.kindName)")
        }
        guard checked[node.identity] != kind else { return }
        checked[node.identity] = kind
        if let reference = node.member("$ref") {
            follow(reference, of: node, as: kind)
            // Only a Schema Object and a Path Item Object have fields that count beside a `$ref`.
            guard kind == .schema || kind == .pathItem else { return }
        } else {
            checkRequired(of: node, description)
        }
        for member in node.members where member.key != "$ref" {
            check(member, of: node, as: kind, description)
        }
    }

    private mutating func follow(_ reference: YAMLMember, of node: YAMLNode, as kind: ObjectKind) {
        let description = kind.description
        guard description.allowsReference else {
            report.error(
                .unsupported,
                "'$ref' has no meaning in \(description.name.withArticle)",
                at: reference.keyRange,
                hint: "write the object here"
            )
            invalid.insert(node.identity)
            return
        }
        guard reference.value.string != nil else {
            return fail(reference.value, "expected a string, found \(reference.value.kindName)")
        }
        guard let target = resolver.target(of: node) else {
            invalid.insert(node.identity)
            return
        }
        pending.append(Followed(origin: node, target: target, kind: kind))
    }

    private mutating func checkTarget(of reference: Followed) {
        guard let known = checked[reference.target.identity], known != reference.kind else {
            return check(reference.target, as: reference.kind)
        }
        report.error(
            .referenceTarget,
            "expected \(reference.kind.description.name.withArticle), found \(known.description.name.withArticle)",
            at: reference.origin["$ref"]?.range,
            notes: [Diagnostic.Note(message: "which is here", range: reference.target.headRange)]
        )
        invalid.insert(reference.origin.identity)
    }

    private mutating func checkRequired(of node: YAMLNode, _ description: ObjectDescription) {
        for field in description.fields where field.isRequired && node.member(field.key) == nil {
            let near = Spelling.closest(to: field.key, among: node.members.map(\.key))
            report.error(
                .missingKey,
                "missing key '\(field.key)' of \(description.name.withArticle)",
                at: node.headRange,
                hint: near.map { "is '\($0)' meant?" }
            )
            invalid.insert(node.identity)
        }
    }

    private mutating func check(
        _ member: YAMLMember,
        of node: YAMLNode,
        as kind: ObjectKind,
        _ description: ObjectDescription
    ) {
        if let field = description.fieldsByKey[member.key] {
            if field.since > version {
                report.warning(
                    .unknownKey,
                    "'\(member.key)' is new in OpenAPI \(field.since.name), and this document is \(version.name)",
                    at: member.keyRange
                )
            }
            return check(member.value, as: field.value)
        }
        if member.key.hasPrefix("x-") {
            return checkExtension(member, description)
        }
        if let pattern = description.patterned {
            guard pattern.matches(member.key) else {
                return report.warning(
                    .unknownKey,
                    "'\(member.key)' is not \(pattern.expectation)",
                    at: member.keyRange,
                    hint: "it is ignored"
                )
            }
            return check(member.value, as: pattern.value)
        }
        let near = Spelling.closest(to: member.key, among: description.fields.map(\.key))
        // JSON Schema lets a schema have any further keyword; only a slip of the pen is worth a word.
        guard near != nil || kind != .schema else { return }
        report.warning(
            .unknownKey,
            "unknown key '\(member.key)' of \(description.name.withArticle)",
            at: member.keyRange,
            hint: near.map { "did you mean '\($0)'?" }
        )
    }

    /// Keys that begin with `x-` are anyone's; those that begin with `x-sdk-` are ours, so that a slip is told.
    private func checkExtension(_ member: YAMLMember, _ description: ObjectDescription) {
        guard member.key.hasPrefix("x-sdk-") else { return }
        if let home = ExtensionVocabulary.homes[member.key] {
            return report.warning(
                .unknownExtension,
                "'\(member.key)' has no meaning in \(description.name.withArticle)",
                at: member.keyRange,
                hint: "it belongs on \(home.map(\.withArticle).joined(separator: " or "))"
            )
        }
        let legal = description.extensions.map(\.key)
        let near = Spelling.closest(to: member.key, among: legal.isEmpty ? ExtensionVocabulary.keys : legal)
        report.warning(
            .unknownExtension,
            "unknown extension '\(member.key)'",
            at: member.keyRange,
            hint: near.map { "did you mean '\($0)'?" }
        )
    }

    private mutating func check(_ node: YAMLNode, as kind: ValueKind) {
        switch kind {
        case .any:
            break
        case .object(let kind):
            check(node, as: kind)
        case .array(let element):
            guard node.kind == .sequence else { return fail(node, "expected a sequence, found \(node.kindName)") }
            for child in node.elements { check(child, as: element) }
        case .map(let element):
            guard node.kind == .mapping else { return fail(node, "expected a mapping, found \(node.kindName)") }
            for member in node.members where !member.isExtension(of: element) { check(member.value, as: element) }
        case .either(let kinds):
            guard let fitting = kinds.first(where: { $0.fits(node) }) else {
                let names = kinds.map(\.name).joined(separator: " or ")
                return fail(node, "expected \(names), found \(node.kindName)")
            }
            check(node, as: fitting)
        case .oneOf(let values, let what, let rule):
            guard kind.fits(node) else { return fail(node, "expected \(kind.name), found \(node.kindName)") }
            guard !values.contains(node.text) else { return }
            let near = Spelling.closest(to: node.text, among: values)
            report.error(
                Rule(rawValue: rule),
                "unknown \(what) '\(node.text)'",
                at: node.range,
                hint: near.map { "did you mean '\($0)'?" } ?? "it is one of \(values.joined(separator: ", "))"
            )
            invalid.insert(node.identity)
        case .string, .boolean, .number, .integer, .text:
            guard kind.fits(node) else { return fail(node, "expected \(kind.name), found \(node.kindName)") }
        }
    }

    private mutating func fail(_ node: YAMLNode, _ message: String) {
        let hint =
            node.kind != .string && node.kind != .mapping && node.kind != .sequence && node.kind != .null
                && message.hasPrefix("expected a string") ? "put it in quotes" : nil
        report.error(.valueKind, message, at: node.headRange, hint: hint)
        invalid.insert(node.identity)
    }
}
