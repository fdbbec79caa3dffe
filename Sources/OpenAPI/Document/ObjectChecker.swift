import Source

/// Holds a document against the tables of `Objects/`: keys, required keys, kinds of values; and links its references.
///
/// One mistake gives one message: the node is marked, and the rest of the document is still checked. What can be
/// understood all the same is a warning that says how it is read; the views of `Objects/` read it so.
struct ObjectChecker {
    let version: OpenAPIVersion
    let resolver: ReferenceResolver
    let report: Report
    var tolerance: Tolerance
    /// The targets of references that are still to be checked: a list, because a chain of references can be longer than
    /// the stack is deep.
    var pending: [Followed] = []
    /// The objects that have been checked, so that one with many references to it is checked once, with the kinds that
    /// their places ask for.
    private var checked = YAMLNodeMarks()
    /// The nodes at which a mistake was reported.
    var invalid: Set<YAMLNode.ID> = []
    /// Whether references where the standard has none are collected, to be followed in another reading.
    var mayExpand = false
    /// Those that have been found.
    var misplaced: [MisplacedReference] = []
    /// The `components/schemas` of the entry document, whose names discriminators may use.
    private var schemas: YAMLNode?
    private var operationIDs: [String: SourceRange] = [:]
    /// The keys that are newer than the document and have been told.
    private var newKeys: Set<String> = []

    /// A reference that has been followed.
    struct Followed {
        let origin: YAMLNode
        let target: YAMLNode
        let kind: ObjectKind
        let tolerance: Tolerance
    }

    init(
        version: OpenAPIVersion,
        resolver: ReferenceResolver,
        report: Report,
        tolerance: Tolerance = .ofDetails
    ) {
        self.tolerance = tolerance
        self.version = version
        self.resolver = resolver
        self.report = report
    }

    /// Checks a node that should be an object of the given kind, all that it holds, and all that it refers to.
    mutating func checkAll(_ node: YAMLNode, as kind: ObjectKind) {
        schemas = node["components"]?["schemas"]
        check(node, as: kind)
        while let next = pending.popLast() { checkTarget(of: next) }
    }

    mutating func check(_ node: YAMLNode, as kind: ObjectKind) {
        let description = kind.description
        guard node.kind == .mapping else {
            guard kind == .schema, node.kind == .null else { return fail(node, description.name.withArticle) }
            // A name without a schema, which nobody has come to write.
            return report.warning(
                .valueKind,
                "expected \(description.name.withArticle), found null",
                at: node.headRange,
                hint: "it is read as '{}', which is any value"
            )
        }
        guard checked.set(kind.rawValue + 1, of: node.identity) != kind.rawValue + 1 else { return }
        let reference = node.reference
        if let reference {
            follow(reference, of: node, as: kind)
            guard hasMeaningBesideReference(node, reference, kind) else { return }
        } else {
            checkRequired(of: node, description)
        }
        for member in node.members where reference == nil || !member.isReference {
            check(member, of: node, as: kind, description)
        }
        switch kind {
        case .openAPI: checkSections(of: node)
        case .operation: checkOperationID(of: node)
        case .schema: checkLists(of: node)
        case .discriminator: linkMapping(of: node)
        default: break
        }
    }

    /// The kind of object as which a node was checked last.
    func checkedKind(of node: YAMLNode) -> ObjectKind? {
        let mark = checked[node.identity]
        return mark == 0 ? nil : ObjectKind(rawValue: mark - 1)
    }

    private mutating func checkRequired(of node: YAMLNode, _ description: ObjectDescription) {
        // Most fields need not be there, and are not looked for.
        for field in description.needed where node.member(field.key) == nil {
            var rule = Rule.missingKey
            var reading: String?
            switch field.need {
            case .optional: continue
            case .formal(_, _, let last) where version > last: continue
            case .formal(let formalReading, let formalRule, _): (rule, reading) = (formalRule, formalReading)
            case .necessary: break
            }
            let near = Spelling.closest(to: field.key, among: node.members.map(\.key))
            let isError = reading == nil && tolerance != .ofAll
            report.add(
                Diagnostic(
                    severity: isError ? .error : .warning,
                    rule: rule,
                    message: "missing key '\(field.key)' of \(description.name.withArticle)",
                    range: node.headRange,
                    hint: near.map { "is '\($0)' meant?" } ?? reading
                )
            )
            if isError { invalid.insert(node.identity) }
        }
    }

    private mutating func check(
        _ member: YAMLMember,
        of node: YAMLNode,
        as kind: ObjectKind,
        _ description: ObjectDescription
    ) {
        let key = member.key
        if let field = description.fieldsByKey[key] {
            if field.since > version { warnOfNewKey(member, since: field.since) }
            return check(member.value, as: field)
        }
        if key.hasPrefix("x-") {
            return checkExtension(member, description)
        }
        if let pattern = description.patterned {
            if !pattern.matches(key) {
                let isPath = kind == .paths && PathItemObject.isPath(member)
                report.warning(
                    .unknownKey,
                    "'\(key)' is not \(pattern.expectation)",
                    at: member.keyRange,
                    hint: isPath ? "it is read as '/\(key)'" : "it is ignored"
                )
                guard isPath else { return }
            }
            if kind == .responses { checkStatus(member) }
            return checkElement(member.value, as: pattern.value)
        }
        let near = Spelling.closest(to: key, among: description.fields.map(\.key))
        // JSON Schema lets a schema have any further keyword; only a slip of the pen is worth a word.
        guard near != nil || kind != .schema else { return }
        report.warning(
            .unknownKey,
            "unknown key '\(key)' of \(description.name.withArticle)",
            at: member.keyRange,
            hint: near.map { "did you mean '\($0)'?" }
        )
    }

    /// A key of a later version is read as that version has it. One word for each key is enough: a document that uses
    /// one does so everywhere.
    private mutating func warnOfNewKey(_ member: YAMLMember, since first: OpenAPIVersion) {
        guard newKeys.insert(member.key).inserted else { return }
        report.warning(
            .unknownKey,
            "'\(member.key)' is new in OpenAPI \(first.name), and this document is \(version.name)",
            at: member.keyRange,
            hint: "it is read as in \(first.name)"
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

    // MARK: What no table says

    /// A document is about something: OpenAPI 3.0 requires paths, later versions paths, components or webhooks.
    private func checkSections(of root: YAMLNode) {
        let sections = version == .v3_0 ? ["paths"] : ["paths", "components", "webhooks"]
        guard !sections.contains(where: { root.member($0) != nil }) else { return }
        let near = Spelling.closest(to: "paths", among: root.members.map(\.key))
        report.warning(
            .missingKey,
            version == .v3_0
                ? "missing key 'paths' of an OpenAPI Object"
                : "there is neither 'paths' nor 'components' nor 'webhooks'",
            at: root.headRange,
            hint: near.map { "is '\($0)' meant?" } ?? "there are no operations then"
        )
    }

    private mutating func checkOperationID(of operation: YAMLNode) {
        guard let id = operation["operationId"], let text = id.scalarText, !text.isEmpty else { return }
        guard let first = operationIDs[text] else {
            operationIDs[text] = id.range
            return
        }
        report.warning(
            .duplicateOperationID,
            "there is an operation '\(text)' already",
            at: id.range,
            hint: "both are kept",
            notes: [Diagnostic.Note(message: "first here", range: first)]
        )
    }

    private func checkStatus(_ member: YAMLMember) {
        guard member.key != "default", member.key.contains("x") else { return }
        let range = member.key.uppercased()
        report.warning(
            .statusCode,
            "a range of status codes is written '\(range)'",
            at: member.keyRange,
            hint: "it is read as '\(range)'"
        )
    }

    private func checkLists(of schema: YAMLNode) {
        if let values = schema["enum"], values.kind == .sequence, values.elements.isEmpty {
            report.warning(
                .emptyEnumeration,
                "an 'enum' without values allows nothing",
                at: values.range,
                hint: "it is ignored"
            )
        }
        if let items = schema["items"], items.kind == .sequence {
            report.warning(
                .valueKind,
                "expected a Schema Object, found a sequence",
                at: items.headRange,
                hint: "it is read as 'prefixItems', which is its name since JSON Schema 2020-12"
            )
        }
    }

    /// Links the schemas that a discriminator's mapping names, by the name of a component or as a `$ref` would.
    private mutating func linkMapping(of discriminator: YAMLNode) {
        let mapping = discriminator["mapping"]?.members.map(\.value) ?? []
        for value in mapping + [discriminator["defaultMapping"]].compactMap(\.self) where value.string != nil {
            guard let target = resolver.target(mappedBy: value, schemas: schemas) else { continue }
            pending.append(Followed(origin: value, target: target, kind: .schema, tolerance: .ofDetails))
        }
    }
}
