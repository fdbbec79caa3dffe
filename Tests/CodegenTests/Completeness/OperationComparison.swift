import APIModel
import Source

extension TypeComparison {
    /// Compares all operations, and finds those that only one side has.
    mutating func compareOperations() {
        let operations = api.root.withDescendants.flatMap(\.operations)
        let byName = Dictionary(operations.map { ($0.qualifiedName, $0) }, uniquingKeysWith: { first, _ in first })
        var expected: Set<String> = []
        for (name, node) in facts.operations {
            expected.insert(name)
            guard let operation = byName[name] else {
                note(name, "is missing")
                continue
            }
            compare(node, operation)
            // What a member of the body chooses between is two methods here.
            guard let stream = node["stream"] else { continue }
            expected.insert(name + "_stream")
            guard let twin = byName[name + "_stream"] else {
                note(name, "has no stream")
                continue
            }
            compare(request: node, twin, isStream: true)
            compare(answer: stream, of: twin)
        }
        for name in byName.keys.sorted() where !expected.contains(name) { note(name, "is not in the facts") }
    }

    private mutating func compare(_ node: YAMLNode, _ operation: Operation) {
        compare(request: node, operation, isStream: false)
        if let response = node["response"] { compare(answer: response, of: operation) }
    }

    private mutating func compare(request node: YAMLNode, _ operation: Operation, isStream: Bool) {
        let place = operation.qualifiedName
        let http = operation.httpMethod + " " + operation.path
        if node["http"]?.text != http { note(place, http) }
        let query = (node["fixed_query"]?.members.map { $0 } ?? []).map { "\($0.key)=\($0.value.text)" }
        let sent = operation.fixedQuery.map { "\($0.name)=\($0.value)" }
        if query != sent { note(place, "always sends \(sent)") }
        compare(parameters: node, of: operation)
        compare(body: node, of: operation, isStream: isStream)
    }

    // MARK: - Parameters

    private mutating func compare(parameters node: YAMLNode, of operation: Operation) {
        var expected = 0
        let places: [(String, Parameter.Location)] = [("path", .path), ("query", .query), ("headers", .header)]
        for (key, location) in places {
            for member in node[key]?.members.map({ $0 }) ?? [] {
                let place = "\(operation.qualifiedName) \(member.key)"
                if let fixed = member.value["fixed"]?.text {
                    if operation.response.accept != fixed { note(place, operation.response.accept ?? "not sent") }
                    continue
                }
                expected += 1
                guard
                    let found = operation.parameters.first(where: {
                        $0.location == location && $0.wireName == member.key
                    })
                else {
                    note(place, "is missing")
                    continue
                }
                compare(parameter: FactType(member.value), found, at: place)
            }
        }
        if operation.parameters.count != expected { note(operation.qualifiedName, "has further parameters") }
    }

    /// Null has no form in a URL or a header: a parameter that may be null is one that may be left out.
    private mutating func compare(parameter fact: FactType, _ found: Parameter, at place: String) {
        if found.name != fact.argument ?? found.wireName { note(place, "is called \(found.name)") }
        if found.isRequired != fact.isRequired { note(place, fact.isRequired ? "is optional" : "is required") }
        let always = fact.node["always"]?.elements.map(\.text) ?? []
        if found.forcedValues != always { note(place, "always sends \(found.forcedValues)") }
        compare(fact, found.type, at: place)
    }

    // MARK: - Bodies

    private mutating func compare(body node: YAMLNode, of operation: Operation, isStream: Bool) {
        let place = operation.qualifiedName
        guard let body = node["body"] else {
            if operation.body != nil { note(place, "has a body") }
            return
        }
        guard let found = operation.body, case .object(let object) = found.content else {
            return note(place, "has no body with fields")
        }
        if body["content"]?.text != found.mediaType { note(place, "sends \(found.mediaType)") }
        let lists = (body["files"]?.elements.map { $0 } ?? []).filter { $0.elements.count > 1 }
            .compactMap { $0.elements.first?.text }
        let choice = node["stream"]?["when"]?.members.first?.key
        var names: Set<String> = []
        for field in body["fields"]?.members.map({ $0 }) ?? [] {
            let fact = FactType(field.value)
            guard !fact.isNotSent else { continue }
            if field.key == choice {
                let sent = operation.fixedMembers.map { "\($0.wireName)=\($0.value.text)" }
                if sent != (isStream ? [field.key + "=true"] : []) { note(place, "\(sent) chooses the answer") }
                names.insert(field.key)
                continue
            }
            // Files of a list are parts of one name, as the facts say.
            let wireName = lists.contains(field.key) ? field.key + "[]" : field.key
            names.insert(wireName)
            guard let property = object.properties.first(where: { $0.wireName == wireName }) else {
                note(place, "lacks \(wireName)")
                continue
            }
            let isNamed = wireName != field.key && property.name == field.key
            compare(
                field: fact,
                property,
                called: isNamed ? field.key : property.wireName,
                at: "\(place).\(field.key)"
            )
        }
        for property in object.properties where !names.contains(property.wireName) {
            note(place, "has \(property.wireName)")
        }
    }

    // MARK: - Responses

    private mutating func compare(answer: YAMLNode, of operation: Operation) {
        let place = operation.qualifiedName + " answer"
        switch (answer["kind"]?.text, operation.response.content) {
        case ("json", .json(let type, isNullable: false)):
            if FactType(answer).isNullable { note(place, "cannot be null") }
            compare(FactType(answer), type, at: place)
        case ("json", .optional(.json(let type, isNullable: false))):
            if !FactType(answer).isNullable { note(place, "may be null") }
            compare(FactType(answer), type, at: place)
        case ("page", .json(let type, isNullable: false)): compare(page: answer, type, of: operation)
        case ("sse", .events(let type, let format)):
            if format.isWholeEvent { note(place, "whole events") }
            if let event = answer["event"] { compare(FactType(event), type, at: place) }
        case ("jsonl", .jsonLines(let type)):
            if let item = answer["item"] { compare(FactType(item), type, at: place) }
        case ("binary", .bytes), ("none", .empty): break
        case (let kind, let content): note(place, "\(content), not \(kind ?? "?")")
        }
    }

    private mutating func compare(page answer: YAMLNode, _ type: TypeReference, of operation: Operation) {
        let place = operation.qualifiedName + " page"
        guard let pagination = operation.pagination, let kind = answer["page"]?.text, let item = answer["item"],
            case .named(let id) = type, case .object(let object)? = api.type(id)?.shape
        else { return note(place, "is none") }
        compare(FactType(item), pagination.itemType, at: place)
        switch (kind, pagination.step) {
        case ("Page", .ids(after: "after_id", before: "before_id", let first?, let last, _?)):
            if first.members.map(\.name) != ["first_id"] || last.members.map(\.name) != ["last_id"] {
                note(place, "reads other members")
            }
        case ("PageCursor", .cursor(parameter: "page", let next, more: nil)):
            if next.members.map(\.name) != ["next_page"] { note(place, "reads another member") }
        default: note(place, "is no \(kind)")
        }
        if pagination.items.members.map(\.name) != [facts.pageItems(kind)] { note(place, "has its items elsewhere") }
        let items = facts.pageItems(kind)
        for field in facts.pageFields(kind) where field.key != items {
            guard let property = object.properties.first(where: { $0.wireName == field.key }) else {
                note(place, "lacks \(field.key)")
                continue
            }
            compare(
                field: FactType(field.value),
                property,
                called: property.wireName,
                at: "\(place).\(field.key)"
            )
        }
        if object.properties.count != facts.pageFields(kind).count { note(place, "has further members") }
    }
}
