import Source

/// References, and what stands beside them.
extension ObjectChecker {
    mutating func follow(_ reference: YAMLMember, of node: YAMLNode, as kind: ObjectKind) {
        let description = kind.description
        guard description.allowsReference else {
            return followMisplaced(
                reference,
                of: node,
                as: .object(kind),
                "'$ref' has no meaning in \(description.name.withArticle)",
                hint: "write the object here"
            )
        }
        guard reference.value.string != nil else {
            return fail(reference.value, "a string", marking: node)
        }
        if reference.key == "$dynamicRef" {
            report.warning(
                .unsupported,
                "the dynamic scope of '$dynamicRef' is not followed",
                at: reference.keyRange,
                hint: "it is read as a '$ref' to the nearest anchor of that name"
            )
        }
        guard let target = resolver.target(of: node, isAnnotation: tolerance == .ofAll) else {
            if tolerance != .ofAll { invalid.insert(node.identity) }
            return
        }
        pending.append(Followed(origin: node, target: target, kind: kind, tolerance: tolerance))
    }

    /// Notes a reference where the standard has none, so that what it refers to is read in its place.
    mutating func followMisplaced(
        _ reference: YAMLMember,
        of node: YAMLNode,
        as kind: ValueKind,
        _ message: String,
        hint: String
    ) {
        guard mayExpand, tolerance != .ofAll, reference.key == "$ref",
            let text = reference.value.string, Reference(text).anchor == nil
        else { return problem(.unsupported, message, at: reference.keyRange, of: node, hint: hint) }
        guard let target = resolver.target(of: node, isAnnotation: false) else {
            invalid.insert(node.identity)
            return
        }
        guard kind.fits(target), target.identity != node.identity else {
            return problem(.unsupported, message, at: reference.keyRange, of: node, hint: hint)
        }
        misplaced.append(
            MisplacedReference(
                node: node,
                target: target,
                kind: kind,
                text: text,
                warning: Diagnostic(
                    severity: .warning,
                    rule: .unsupported,
                    message: message,
                    range: reference.keyRange,
                    hint: "what it refers to is read in its place"
                )
            )
        )
    }

    mutating func checkTarget(of reference: Followed) {
        tolerance = reference.tolerance
        defer { tolerance = .ofDetails }
        let target = reference.target
        if reference.kind == .schema, target.kind == .bool { return }
        let known = checkedKind(of: target)
        let isObject = target.kind == .mapping || (reference.kind == .schema && target.kind == .null)
        guard !isObject || (known != nil && known != reference.kind) else {
            return check(target, as: reference.kind)
        }
        // A Parameter Object has all that a Header Object has.
        let isEnough = reference.kind == .header && known == .parameter
        let found = isObject ? known?.description.name.withArticle : target.kindName
        let expected = reference.kind.description.name.withArticle
        let isError = !isEnough && tolerance != .ofAll
        report.add(
            Diagnostic(
                severity: isError ? .error : .warning,
                rule: .referenceTarget,
                message: "expected \(expected), found \(found ?? target.kindName)",
                range: reference.origin.reference?.value.range ?? reference.origin.range,
                hint: isEnough ? "it is read without 'name' and 'in'" : isError ? nil : "it is ignored",
                notes: [Diagnostic.Note(message: "which is here", range: target.headRange)]
            )
        )
        if isError { invalid.insert(reference.origin.identity) }
    }

    /// Whether the keys beside a reference count as the object's own, as they do for a Schema and a Path Item Object;
    /// reports those that the standard ignores.
    func hasMeaningBesideReference(_ node: YAMLNode, _ reference: YAMLMember, _ kind: ObjectKind) -> Bool {
        guard node.members.count > 1 else { return false }
        if kind == .pathItem { return true }
        let counts = kind == .schema
        for member in node.members where member.key != reference.key && !member.key.hasPrefix("x-") {
            guard !Self.descriptive.contains(member.key), !counts || version == .v3_0 else { continue }
            report.warning(
                .referenceSiblings,
                counts
                    ? "OpenAPI 3.0 ignores '\(member.key)' beside a '$ref'"
                    : "'\(member.key)' beside a '$ref' means nothing in \(kind.description.name.withArticle)",
                at: member.keyRange,
                hint: counts ? "it is read as in 3.1, where it counts" : "it is ignored"
            )
        }
        return counts
    }

    /// Keys beside a reference that change nothing about what it leads to.
    private static let descriptive: Set<String> = [
        "title", "summary", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples",
        "externalDocs", "xml", "$comment",
    ]
}
