import Source

/// The kinds of values.
extension ObjectChecker {
    /// Checks the value of a key that the object may have.
    mutating func check(_ node: YAMLNode, as field: ObjectDescription.Field) {
        let outer = tolerance
        defer { tolerance = outer }
        tolerance = outer.inside(field)
        var isNecessary = false
        if case .necessary = field.need { isNecessary = true }
        // Null stands where a value was forgotten. Only the schema type of that name is meant.
        if node.kind == .null, !isNecessary, tolerance != .none, !field.value.allowsNull(node) {
            return warn(node, field.value.name, reading: "it is ignored")
        }
        if !isNecessary, tolerance == .ofDetails, field.isDetail, !canBeRead(node, as: field.value) {
            // `required: true` on a property is a habit from JSON Schema's third draft.
            let isRequired = field.key == "required" && field.value.name == ValueKind.array(.text).name
            let more = isRequired ? ": the schema of the object lists its required properties" : ""
            return warn(node, field.value.name, reading: "it is ignored" + more)
        }
        check(node, as: field.value)
    }

    mutating func check(_ node: YAMLNode, as kind: ValueKind) {
        switch kind {
        case .any:
            break
        case .object(.discriminator) where node.kind == .string:
            warn(node, kind.name, reading: "it is read as the 'propertyName' of one")
        case .object(let objectKind):
            check(node, as: objectKind)
        case .schema:
            if node.kind != .bool { check(node, as: ObjectKind.schema) }
        case .securityRequirement:
            checkSecurityRequirement(node)
        case .array(let element):
            checkArray(node, of: element)
        case .map(let element):
            checkMap(node, of: element)
        case .either(let kinds):
            guard let fitting = kinds.first(where: { $0.fits(node) }) ?? kinds.first(where: { canBeRead(node, as: $0) })
            else { return fail(node, kind.name) }
            check(node, as: fitting)
        case .oneOf(let values, let what):
            checkChoice(node, among: values, what: what)
        case .schemaType:
            checkSchemaType(node)
        case .string, .text:
            guard !kind.fits(node) else { return }
            guard let text = node.scalarText else { return fail(node, kind.name) }
            warn(node, kind.name, reading: "it is read as \(Diagnostic.quote(text)); put it in quotes")
        case .boolean:
            guard !kind.fits(node) else { return }
            guard let word = node.booleanWord else { return fail(node, kind.name) }
            warn(node, kind.name, reading: "it is read as \(word)")
        case .number, .integer:
            guard kind.fits(node) else { return fail(node, kind.name) }
        }
    }

    /// Whether a value of the wrong kind has a meaning that `check` knows.
    private func canBeRead(_ node: YAMLNode, as kind: ValueKind) -> Bool {
        if kind.fits(node) { return true }
        return switch kind {
        case .string, .text: node.scalarText != nil
        case .boolean: node.booleanWord != nil
        case .array(let element): element.canStandForList(node)
        default: false
        }
    }

    private mutating func checkArray(_ node: YAMLNode, of element: ValueKind) {
        if node.kind == .sequence {
            for child in node.elements { checkElement(child, as: element) }
        } else if let reference = node.reference, node.members.count == 1, mayExpand,
            resolver.target(of: node, isAnnotation: false)?.kind == .sequence
        {
            followMisplaced(
                reference,
                of: node,
                as: .array(element),
                "'$ref' cannot stand for a whole list",
                hint: "write the elements here"
            )
        } else if element.canStandForList(node) {
            warn(node, "a sequence", reading: "it is read as a sequence of one")
            check(node, as: element)
        } else {
            fail(node, "a sequence")
        }
    }

    private mutating func checkMap(_ node: YAMLNode, of element: ValueKind) {
        guard node.kind == .mapping else { return fail(node, "a mapping") }
        for member in node.members where !member.isExtension(of: element) {
            if member.hasKey("$ref"), member.value.kind == .string, !element.fits(member.value) {
                followMisplaced(
                    member,
                    of: node,
                    as: .map(element),
                    "'$ref' cannot stand for a whole map",
                    hint: "write the keys here, each with a '$ref' of its own"
                )
                continue
            }
            checkElement(member.value, as: element)
        }
    }

    /// An element that is null is an empty object, of the kinds that may be empty.
    mutating func checkElement(_ node: YAMLNode, as kind: ValueKind) {
        if node.kind == .null, case .object(let objectKind) = kind, objectKind.description.canBeEmpty {
            warn(node, kind.name, reading: "it is read as an empty one")
        } else if tolerance == .ofDetails, kind.isDetail, !canBeRead(node, as: kind) {
            warn(node, kind.name, reading: "it is ignored")
        } else {
            check(node, as: kind)
        }
    }

    private mutating func checkChoice(_ node: YAMLNode, among values: [String], what: String) {
        guard node.kind == .string else { return fail(node, "a string") }
        guard !values.contains(node.text) else { return }
        if tolerance != .none, let meant = node.choice(among: values) {
            let message = "unknown \(what) '\(node.text)'"
            return report.warning(.value, message, at: node.range, hint: "it is read as '\(meant)'")
        }
        if what == ParameterObject.locationName, ParameterObject.formerLocations.contains(node.text) {
            return report.warning(
                .value,
                "unknown \(what) '\(node.text)'",
                at: node.range,
                hint: "the parameter is left out: since OpenAPI 3.0 'requestBody' describes the body"
            )
        }
        let near = Spelling.closest(to: node.text, among: values)
        problem(
            .value,
            "unknown \(what) '\(node.text)'",
            at: node.range,
            of: node,
            hint: near.map { "did you mean '\($0)'?" } ?? "it is one of \(values.joined(separator: ", "))"
        )
    }

    /// A word that is no type but means one is read so, and one that means nothing says nothing; a slip of the pen, which
    /// could mean several, is an error.
    private mutating func checkSchemaType(_ node: YAMLNode) {
        if SchemaType.soleName(node) != nil { return }
        if node.kind == .null {
            let reading = node.text.isEmpty ? "it is ignored" : "it is read as the type 'null'; put it in quotes"
            return warn(node, "a string", reading: reading)
        }
        guard node.kind == .string else { return fail(node, "a string") }
        let message = "unknown schema type '\(node.text)'"
        if let types = SchemaType.reading(of: node.text) {
            let names = types.map { type in "'\(type.name)'" + (type.format.map { " of the format '\($0)'" } ?? "") }
            let reading = "it is read as \(names.joined(separator: " or "))"
            return report.warning(.schemaType, message, at: node.range, hint: reading)
        }
        guard let near = Spelling.closest(to: node.text, among: SchemaType.names) else {
            return report.warning(
                .schemaType,
                message,
                at: node.range,
                hint: "it is ignored, so that any type is allowed"
            )
        }
        problem(.schemaType, message, at: node.range, of: node, hint: "did you mean '\(near)'?")
    }

    private mutating func checkSecurityRequirement(_ node: YAMLNode) {
        if node.kind == .string {
            return warn(node, "a mapping", reading: "it is read as the name of a security scheme")
        }
        guard node.kind == .mapping else { return fail(node, "a mapping") }
        for member in node.members {
            if member.value.kind == .sequence {
                for scope in member.value.elements { checkElement(scope, as: .string) }
            } else {
                warn(member.value, "a sequence", reading: "it is read as an empty one")
            }
        }
    }

    // MARK: Reporting

    /// Reports a value of the wrong kind that has no meaning.
    mutating func fail(_ node: YAMLNode, _ expectation: String, marking marked: YAMLNode? = nil, hint: String? = nil) {
        problem(
            .valueKind,
            "expected \(expectation), found \(node.kindName)",
            at: node.headRange,
            of: marked ?? node,
            hint: hint
        )
    }

    /// Reports a value of the wrong kind, and how it is read.
    private func warn(_ node: YAMLNode, _ expectation: String, reading: String) {
        report.warning(
            .valueKind,
            "expected \(expectation), found \(node.kindName)",
            at: node.headRange,
            hint: reading
        )
    }

    /// Reports a mistake in a node: an error, unless all of this only describes.
    mutating func problem(_ rule: Rule, _ message: String, at range: SourceRange, of node: YAMLNode, hint: String?) {
        guard tolerance == .ofAll else {
            report.error(rule, message, at: range, hint: hint)
            invalid.insert(node.identity)
            return
        }
        report.warning(rule, message, at: range, hint: hint ?? "it is ignored")
    }
}
