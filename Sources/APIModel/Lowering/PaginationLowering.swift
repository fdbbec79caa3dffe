import OpenAPI
package import Source

extension Lowering {
    /// How a list is read page by page: as `x-sdk-pagination` says, or as its shape plainly shows.
    func pagination(of object: OperationObject, _ operation: Operation) -> Pagination? {
        guard let extensionObject = object.pagination else { return inferredPagination(of: operation) }
        guard !extensionObject.isNone else { return nil }
        let range = object.keyRange(of: "x-sdk-pagination")
        guard case .json(let page, false) = operation.response.content else {
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
        guard let items = path(names, in: page, called: "a page", at: itemsRange, .pagination) else { return nil }
        guard case .array(let item) = items.type else {
            report.error(.pagination, "'items' is no array", at: itemsRange)
            return nil
        }
        guard let step = pageStep(kind, step, of: page, operation, at: stepRange) else { return nil }
        return Pagination(items: items, itemType: item, step: step)
    }

    private func pageStep(
        _ kind: String,
        _ step: PageStepExtensionObject,
        of page: TypeReference,
        _ operation: Operation,
        at range: SourceRange
    ) -> Pagination.Step? {
        let more = step.more.flatMap { member($0, in: page, called: "a page", .pagination) }
        func parameter(_ node: YAMLNode?, _ key: String) -> String? {
            guard let node else {
                report.error(.missingKey, "missing key '\(key)' of a pagination step", at: range)
                return nil
            }
            let names = operation.parameters.filter { $0.location == .query }.map(\.wireName)
            guard names.contains(node.text) else {
                let message = "no query parameter '\(node.text)' of this operation"
                reportUnknown(message, node, among: names, .pagination)
                return nil
            }
            return node.text
        }
        func value(_ node: YAMLNode?, _ key: String) -> MemberPath? {
            guard let node else {
                report.error(.missingKey, "missing key '\(key)' of a pagination step", at: range)
                return nil
            }
            return member(node, in: page, called: "a page", .pagination)
        }
        switch kind {
        case "cursor" where step.body != nil:
            guard let property = bodyMember(step.body, of: operation), let next = value(step.next, "next") else {
                return nil
            }
            guard property.type == next.type else {
                let message = "'\(property.wireName)' of the body has another type than what names the next page"
                report.error(.pagination, message, at: step.next?.range ?? range)
                return nil
            }
            return .bodyCursor(member: property.wireName, next: next, more: more)
        case "cursor":
            guard let parameter = parameter(step.parameter, "parameter"), let next = value(step.next, "next") else {
                return nil
            }
            return .cursor(parameter: parameter, next: next, more: more)
        case "ids":
            guard let after = parameter(step.after, "after"), let last = value(step.last, "last") else { return nil }
            let before = step.before.flatMap { parameter($0, "before") }
            let first = step.first.flatMap { member($0, in: page, called: "a page", .pagination) }
            return .ids(after: after, before: before, first: first, last: last, more: more)
        case "page":
            guard let parameter = parameter(step.parameter, "parameter") else { return nil }
            return .number(parameter: parameter, first: step.first?.integer ?? 1, more: more)
        case "offset": return parameter(step.parameter, "parameter").map { .offset(parameter: $0, more: more) }
        case "url": return value(step.next, "next").map { .url(next: $0, more: more) }
        default: return .link
        }
    }

    /// The member of a JSON body that asks for a page; nil where there is none, which is reported.
    private func bodyMember(_ node: YAMLNode?, of operation: Operation) -> Property? {
        guard let node else { return nil }
        guard let body = operation.body, body.format == .json, case .object(let object) = body.content else {
            report.error(.pagination, "this operation has no JSON body with members", at: node.range)
            return nil
        }
        let property = object.properties.first { $0.wireName == node.text }
        if property == nil {
            let names = object.properties.map(\.wireName)
            reportUnknown("the body has no member '\(node.text)'", node, among: names, .pagination)
        }
        return property
    }

    // MARK: - Inference

    /// Pages that have one array and the name of the next page, which a query parameter takes.
    private func inferredPagination(of operation: Operation) -> Pagination? {
        guard operation.httpMethod == "GET", case .json(let page, false) = operation.response.content,
            case .named(let id) = page
        else { return nil }
        finishSchemas()
        guard case .object(let object)? = types[id.index]?.shape else { return nil }
        let arrays = object.properties.filter { if case .array = $0.type { true } else { false } }
        guard arrays.count == 1, let items = arrays.first, case .array(let item) = items.type else { return nil }
        let way = { (property: Property) in
            MemberPath(
                members: [MemberPath.Member(name: property.name, absence: property.absence)],
                type: property.type
            )
        }
        guard let step = inferredStep(in: object, operation, way) else { return nil }
        return Pagination(items: way(items), itemType: item, step: step)
    }

    private func inferredStep(
        in page: ObjectType,
        _ operation: Operation,
        _ way: (Property) -> MemberPath
    ) -> Pagination.Step? {
        let texts = page.properties.filter { $0.type == .scalar(.string) }
        let query = operation.parameters.filter { $0.location == .query && !$0.isJSON && $0.type == .scalar(.string) }
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

extension Rule {
    /// An `x-sdk-pagination` that does not fit its operation.
    package static let pagination: Rule = "pagination"
}
