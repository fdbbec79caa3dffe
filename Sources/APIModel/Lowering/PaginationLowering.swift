import OpenAPI
package import Source

extension Lowering {
    /// How a list is read page by page: as `x-sdk-pagination` says, or as its shape plainly shows.
    ///
    /// - Parameters:
    ///   - method: The operation's HTTP method.
    ///   - parameters: Its parameters.
    ///   - content: What it gives.
    func pagination(
        of object: OperationObject,
        _ method: String,
        _ parameters: [Parameter],
        _ content: ResponseContent
    ) -> Pagination? {
        guard let extensionObject = object.pagination else {
            return method == "GET" ? inferredPagination(parameters, content) : nil
        }
        guard !extensionObject.isNone else { return nil }
        let range = object.keyRange(of: "x-sdk-pagination")
        guard case .json(let page, false) = content else {
            report.error(.pagination, "a list that is read page by page answers with JSON", at: range)
            return nil
        }
        finishSchemas()
        guard let (kind, stepRange, step) = extensionObject.steps.first else {
            report.error(
                .pagination,
                "'x-sdk-pagination' does not say how the next page is asked for",
                at: range,
                hint: "add one of cursor, ids, page, offset, url, link"
            )
            return nil
        }
        let names = extensionObject.items.map { $0.split(separator: ".").map(String.init) } ?? []
        let itemsRange = extensionObject.node["items"]?.range ?? range
        guard let (items, type) = path(names, in: page, at: itemsRange) else { return nil }
        guard case .array(let item) = type else {
            report.error(.pagination, "'items' is no array", at: itemsRange)
            return nil
        }
        guard let step = pageStep(kind, step, of: page, parameters, at: stepRange) else { return nil }
        return Pagination(items: items, itemType: item, step: step)
    }

    private func pageStep(
        _ kind: String,
        _ step: PageStepExtensionObject,
        of page: TypeReference,
        _ parameters: [Parameter],
        at range: SourceRange
    ) -> Pagination.Step? {
        let more = step.more.flatMap { member($0, in: page) }
        func parameter(_ node: YAMLNode?, _ key: String) -> String? {
            guard let node else {
                report.error(.missingKey, "missing key '\(key)' of a pagination step", at: range)
                return nil
            }
            let names = parameters.filter { $0.location == .query }.map(\.wireName)
            guard names.contains(node.text) else {
                let near = suggestions.closest(to: node.text, among: names)
                report.error(
                    .pagination,
                    "no query parameter '\(node.text)' of this operation",
                    at: node.range,
                    hint: near.map { "did you mean '\($0)'?" }
                )
                return nil
            }
            return node.text
        }
        func value(_ node: YAMLNode?, _ key: String) -> Pagination.MemberPath? {
            guard let node else {
                report.error(.missingKey, "missing key '\(key)' of a pagination step", at: range)
                return nil
            }
            return member(node, in: page)
        }
        switch kind {
        case "cursor":
            guard let parameter = parameter(step.parameter, "parameter"), let next = value(step.next, "next") else {
                return nil
            }
            return .cursor(parameter: parameter, next: next, more: more)
        case "ids":
            guard let after = parameter(step.after, "after"), let last = value(step.last, "last") else { return nil }
            let before = step.before.flatMap { parameter($0, "before") }
            let first = step.first.flatMap { member($0, in: page) }
            return .ids(after: after, before: before, first: first, last: last, more: more)
        case "page":
            guard let parameter = parameter(step.parameter, "parameter") else { return nil }
            return .number(parameter: parameter, first: step.first?.integer ?? 1, more: more)
        case "offset": return parameter(step.parameter, "parameter").map { .offset(parameter: $0, more: more) }
        case "url": return value(step.next, "next").map { .url(next: $0, more: more) }
        default: return .link
        }
    }

    private func member(_ node: YAMLNode, in page: TypeReference) -> Pagination.MemberPath? {
        path(node.text.split(separator: ".").map(String.init), in: page, at: node.range)?.0
    }

    /// The way to a value of a page, by the names of its members; nil where there is none, which is reported.
    private func path(
        _ names: [String],
        in page: TypeReference,
        at range: SourceRange
    ) -> (Pagination.MemberPath, TypeReference)? {
        var members: [Pagination.Member] = []
        var type = page
        for name in names {
            guard case .named(let id) = type, case .object(let object)? = types[id.index]?.shape,
                let property = object.properties.first(where: { $0.wireName == name })
            else {
                var known: [String] = []
                if case .named(let id) = type, case .object(let object)? = types[id.index]?.shape {
                    known = object.properties.map(\.wireName)
                }
                let near = suggestions.closest(to: name, among: known)
                report.error(
                    .pagination,
                    "a page has no member '\(name)' here",
                    at: range,
                    hint: near.map { "did you mean '\($0)'?" }
                )
                return nil
            }
            members.append(Pagination.Member(name: property.name, absence: property.absence))
            type = property.type
        }
        return (Pagination.MemberPath(members: members, isText: type == .scalar(.string)), type)
    }

    // MARK: - Inference

    /// Pages that have one array and the name of the next page, which a query parameter takes.
    private func inferredPagination(_ parameters: [Parameter], _ content: ResponseContent) -> Pagination? {
        guard case .json(let page, false) = content, case .named(let id) = page else { return nil }
        finishSchemas()
        guard case .object(let object)? = types[id.index]?.shape else { return nil }
        let arrays = object.properties.filter { if case .array = $0.type { true } else { false } }
        guard arrays.count == 1, let items = arrays.first, case .array(let item) = items.type else { return nil }
        let way = { (property: Property) in
            Pagination.MemberPath(
                members: [Pagination.Member(name: property.name, absence: property.absence)],
                isText: property.type == .scalar(.string)
            )
        }
        guard let step = inferredStep(in: object, parameters, way) else { return nil }
        return Pagination(items: way(items), itemType: item, step: step)
    }

    private func inferredStep(
        in page: ObjectType,
        _ parameters: [Parameter],
        _ way: (Property) -> Pagination.MemberPath
    ) -> Pagination.Step? {
        let texts = page.properties.filter { $0.type == .scalar(.string) }
        let query = parameters.filter { $0.location == .query && !$0.isJSON && $0.type == .scalar(.string) }
        let more = page.properties.first { property in
            property.type == .scalar(.boolean)
                && Self.moreNames.contains(NameWords.words(of: property.wireName).joined())
        }
        for property in texts where property.presence != .required {
            let name = NameWords.words(of: property.wireName)
            guard let parameters = Self.cursorParameters[name.joined()] else { continue }
            let taking = parameters.lazy.compactMap { wanted in
                query.first { NameWords.words(of: $0.wireName).joined() == wanted }
            }.first
            if let taking { return .cursor(parameter: taking.wireName, next: way(property), more: more.map(way)) }
        }
        let named = { (words: String) in texts.first { NameWords.words(of: $0.wireName).joined() == words } }
        let taking = { (words: [String]) in
            words.lazy.compactMap { wanted in query.first { NameWords.words(of: $0.wireName).joined() == wanted } }
                .first
        }
        guard let more, let last = named("lastid"), let after = taking(["afterid", "after", "startingafter"]) else {
            return nil
        }
        return .ids(
            after: after.wireName,
            before: taking(["beforeid", "before", "endingbefore"])?.wireName,
            first: named("firstid").map(way),
            last: way(last),
            more: way(more)
        )
    }

    /// By what names the next page, the query parameters that may take it.
    private static let cursorParameters: [String: [String]] = [
        "nextcursor": ["cursor", "nextcursor", "after", "startingafter", "pagecursor"],
        "cursornext": ["cursor"],
        "endcursor": ["after", "cursor"],
        "cursor": ["cursor"],
        "nextpage": ["page", "nextpage", "pagetoken"],
        "nextpagetoken": ["pagetoken", "nextpagetoken"],
        "nexttoken": ["nexttoken", "token", "pagetoken"],
        "nextpagecursor": ["pagecursor", "cursor", "nextpagecursor"],
        "continuationtoken": ["continuationtoken"],
        "paginationtoken": ["paginationtoken"],
        "nextpaginationtoken": ["paginationtoken"],
    ]

    private static let moreNames: Set<String> = ["hasmore", "hasnext", "hasnextpage", "more"]
}

extension Property {
    /// How the property shows that there is no value.
    var absence: Pagination.Absence {
        switch presence {
        case .required, .constant: .never
        case .optional, .nullable: .isNil
        case .optionalNullable: .isNilOrNull
        }
    }
}

extension Rule {
    /// An `x-sdk-pagination` that does not fit its operation.
    package static let pagination: Rule = "pagination"
}
