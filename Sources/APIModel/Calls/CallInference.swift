/// The name that a call has by its path, its HTTP method and its operation id, where `x-sdk-method` gives none.
///
/// `GET /v1/sessions/{id}` is `sessions.retrieve`: the literals of the path are the resource, the method says what is
/// done. Where the path ends in a verb, that is the call's name. The operation id is asked where the path is ambiguous.
struct CallInference {
    private let site: CallSite
    /// The elements that name the call: without versions and words that every path has.
    private let elements: [PathKey.Element]
    /// The literals among them.
    private let literals: [String]
    /// The version in the path that the name leaves out.
    let version: String?
    /// The words of the operation id.
    private let idWords: [String]

    init(_ site: CallSite) {
        self.site = site
        (elements, version) = Self.significantElements(of: site.path.elements)
        literals = elements.compactMap { if case .literal(let text) = $0 { text } else { nil } }
        idWords = Self.idWords(of: site)
    }

    /// The words of the operation id, without those of the tag before them (`repos/get`, `pets_list`).
    static func idWords(of site: CallSite) -> [String] {
        var words = site.operationID.map(NameWords.words) ?? []
        // `AppController_getHello` names a class of the server first.
        if let controller = words.firstIndex(of: "controller"), controller + 1 < words.count {
            words.removeSubrange(...controller)
        }
        guard let tag = site.tags.first.map(NameWords.words), !tag.isEmpty, words.count > tag.count,
            words.starts(with: tag)
        else { return words }
        return Array(words.dropFirst(tag.count))
    }

    /// The call's name, as long as no other call has it.
    var name: CallName {
        guard !literals.isEmpty else { return nameByTag }
        // Where one parameter holds half of the path, the id has the whole way: `projects.locations.instances.list`.
        if !site.path.spanningNames.isEmpty, let name = nameByDots(atLeast: 3) { return name }
        if case .parameter? = elements.first, let name = nameByDots(atLeast: 3), name.resource.count > resource.count,
            name.resource.suffix(resource.count) == resource[...]
        {
            return name
        }
        if let verb = site.path.customVerb { return CallName(resource: resource, method: joined(verb)) }
        if site.path.endsInQualifiedName, site.method == "post", let verb = literals.last, literals.count > 1 {
            return CallName(resource: resource.dropLast(), method: joined(verb))
        }
        return nameByAction ?? nounName
    }

    /// The name of the call where its path ends in a thing: also where the word looks like an action, and others need it
    /// as a resource.
    var nounName: CallName {
        guard !literals.isEmpty else { return nameByTag }
        return CallName(resource: resource, method: endsInParameter ? itemMethod : collectionMethod)
    }

    // MARK: - The path

    private var resource: [String] { literals.map(joined) }

    private var endsInParameter: Bool {
        if case .parameter? = elements.last { true } else { false }
    }

    private func joined(_ text: String) -> String { NameWords.words(of: text).joined(separator: "_") }

    private static func significantElements(of all: [PathKey.Element]) -> ([PathKey.Element], version: String?) {
        var elements: [PathKey.Element] = []
        var version: String?
        var isLeading = true
        for (index, element) in all.enumerated() {
            guard case .literal(let text) = element else {
                elements.append(element)
                continue
            }
            if isVersion(text) || isDate(text) || isLeading && isNumber(text) {
                version = text
                continue
            }
            let lower = text.lowercased()
            // `v{version}` is a version that the caller names.
            if lower == "v", index + 1 < all.count, case .parameter(let name) = all[index + 1],
                name.lowercased().contains("version")
            {
                continue
            }
            if isLeading, ["api", "apis", "rest"].contains(lower) { continue }
            let isBeforeLiteral =
                if index + 1 < all.count, case .literal = all[index + 1] { true } else { false }
            if ["resource", "resources"].contains(lower), isBeforeLiteral { continue }
            isLeading = false
            elements.append(element)
        }
        return (elements, version)
    }

    /// `v1`, `v2.1`, `v1beta1`.
    private static func isVersion(_ text: String) -> Bool {
        guard text.first == "v" || text.first == "V", let second = text.dropFirst().first, second.isNumber else {
            return false
        }
        let marks = text.dropFirst().lowercased().split { $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" }
        return marks.allSatisfy { ["alpha", "beta", "p", "preview", "rc"].contains($0) }
    }

    /// `2024-01`, `2024-01-31`: a version by the day of its release.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let counts = parts.map(\.count)
        return (counts == [4, 2] || counts == [4, 2, 2]) && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// `2`, `3.0`, `2024-01`.
    private static func isNumber(_ text: String) -> Bool {
        text.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
    }

    // MARK: - Actions

    /// The name of a call whose path ends in something that is done.
    private var nameByAction: CallName? {
        if let name = dottedName { return name }
        guard literals.count > 1 else { return rootActionName }
        // A path that ends `search/matrix/pairs` is one action in three words.
        let firstOfTail = literals.count - tailLength
        for index in max(1, firstOfTail)..<literals.count where isAction(literals, at: index) {
            let words = literals[index...].map(joined)
            let method = words == ["get"] ? "retrieve" : words.joined(separator: "_")
            return CallName(resource: literals[..<index].map(joined), method: method)
        }
        return undoingName ?? qualifiedName
    }

    /// How many literals stand at the end of the path with no parameter between.
    private var tailLength: Int {
        var length = 0
        for element in elements.reversed() {
            if case .literal = element {
                length += 1
            } else if length > 0 {
                break
            }
        }
        return length
    }

    private func isAction(_ literals: [String], at index: Int) -> Bool {
        let words = NameWords.words(of: literals[index])
        guard let first = words.first, let last = words.last else { return false }
        let isLast = index == literals.count - 1
        let isWriting = ["post", "put"].contains(site.method)
        let agrees = idWords.first == first
        if words.count > 1 {
            if Verbs.isBulk(first), Verbs.isAction(words[1]) || Verbs.mayBeAction(words[1]) {
                return site.method != "delete"
            }
            if isLast, Verbs.isAction(first) || Verbs.mayBeAction(first) && agrees || Verbs.isChange(first) && isWriting
            {
                return isWriting && isLonely || agrees && site.method != "delete" && !site.hasChildren
            }
        } else if Verbs.isAction(first) {
            // What is got where something is done as well, is a thing: whether a request is merged.
            let isThing = site.method == "get" && site.siblings.contains { $0 != "get" && $0 != "head" }
            return !isThing && site.method != "delete" && site.method != "head" || agrees
        }
        guard isLast, !endsInParameter, !site.hasChildren, site.method != "delete" else { return false }
        let isListed = words.count == 1 && Verbs.mayBeAction(first)
        if words.count == 1, agrees, isListed || followsParameter, !EnglishNouns.isPlural(last) {
            return isWriting || site.method == "get"
        }
        // The operation id of a thing says what is done with it: `createFieldIndex` for `index`.
        guard isWriting, isLonely, idVerb.flatMap(Verbs.kind) == nil else { return false }
        return isListed || site.method == "post" && followsParameter && !EnglishNouns.isPlural(last) && idAction == nil
    }

    /// Whether the path has one method, apart from one that undoes it, and no path goes on from it.
    private var isLonely: Bool {
        !site.hasChildren && !site.siblings.contains("get") && site.siblings.subtracting(["delete"]).count == 1
    }

    /// The call that undoes an action: `DELETE /models/{id}/archive`.
    private var undoingName: CallName? {
        guard site.method == "delete", isLonely, !endsInParameter, let last = literals.last.map(joined),
            Verbs.mayBeAction(last) || Verbs.isAction(last)
        else { return nil }
        let method = idWords.first { $0 == "un" + last } ?? "delete_" + last
        return CallName(resource: resource.dropLast(), method: method)
    }

    /// Whether the last literal stands behind a parameter.
    private var followsParameter: Bool {
        guard elements.count > 1, case .parameter = elements[elements.count - 2] else { return false }
        return true
    }

    /// `chat.postMessage` in one segment is a resource with a method.
    private var dottedName: CallName? {
        guard let last = literals.last, !endsInParameter, last.utf8.contains(UInt8(ascii: ".")) else { return nil }
        let parts = last.split(separator: ".").map { joined(String($0)) }.filter { !$0.isEmpty }
        guard parts.count > 1, let method = parts.last else { return nil }
        return CallName(resource: resource.dropLast() + parts.dropLast(), method: method)
    }

    /// `/login`, `/getUser`: an action alone, whose resource the tag names, or what it is done to.
    private var rootActionName: CallName? {
        guard let literal = literals.first, !endsInParameter else { return nil }
        let words = NameWords.words(of: literal)
        guard let verb = words.first, Verbs.isAction(verb) else { return nil }
        if let tag = tagResource, tag != [joined(literal)] { return CallName(resource: tag, method: joined(literal)) }
        guard words.count > 1 else { return nil }
        return CallName(
            resource: [words.dropFirst().joined(separator: "_")],
            method: verb == "get" ? "retrieve" : verb
        )
    }

    /// `variables/local`, `users/by-name/{name}`, `imports/from-file`: words that say which or how.
    private var qualifiedName: CallName? {
        guard let last = literals.last else { return nil }
        let words = NameWords.words(of: last)
        let resource = Array(resource.dropLast())
        let text = words.joined(separator: "_")
        if words.count > 1, let first = words.first, Verbs.isPreposition(first) {
            guard site.method == "get" else { return CallName(resource: resource, method: text) }
            let method = first == "by" ? (endsInParameter ? "retrieve_" : "list_") + text : text
            return CallName(resource: resource, method: method)
        }
        guard site.method == "get", !endsInParameter, words.count == 1, !site.hasChildren else { return nil }
        if Verbs.qualifiers.contains(text) { return CallName(resource: resource, method: "list_" + text) }
        if Verbs.singularQualifiers.contains(text) { return CallName(resource: resource, method: "retrieve_" + text) }
        return nil
    }

    // MARK: - Things

    /// The method of a path that ends in a parameter.
    private var itemMethod: String {
        switch site.method {
        case "get": "retrieve"
        case "put": putMethod
        case "post":
            if let verb = idVerb, Verbs.kind(of: verb) != .create {
                verb
            } else {
                site.siblings.isDisjoint(with: ["put", "patch"]) && idVerb == nil ? "update" : "create"
            }
        default: plainMethod
        }
    }

    /// The method of a path that ends in a thing.
    private var collectionMethod: String {
        switch site.method {
        case "query" where site.siblings.contains("get"): "query"
        case "get", "query": isList ? "list" : "retrieve"
        case "put": putMethod
        case "post": postMethod
        default: plainMethod
        }
    }

    private var plainMethod: String {
        switch site.method {
        case "patch": "update"
        case "head": idWords.last == "exists" ? "exists" : "head"
        case "query": "query"
        default: joined(site.method)
        }
    }

    private var putMethod: String {
        if let verb = idVerbPhrase, verb == "upsert" || verb == "create" || verb == "create_or_update" { return verb }
        return site.siblings.contains("patch") ? "replace" : "update"
    }

    /// What is made, as a rule; an operation id that says that nothing is made is right.
    private var postMethod: String {
        guard let noun = literals.last.map(NameWords.words)?.last else { return "create" }
        guard let verb = idVerbPhrase else {
            guard let action = idAction, !EnglishNouns.plurals(of: action).contains(noun) else { return "create" }
            return action
        }
        // `updates` with the operation id `updateExecution` takes an update: it is made.
        guard verb != noun, !EnglishNouns.plurals(of: verb).contains(noun) else { return "create" }
        switch Verbs.kind(of: verb) {
        case .read where verb == "search" || verb == "query" || verb == "count": return verb
        case .read: return isList && idWords.contains(where: EnglishNouns.isPlural) ? "list" : "create"
        case .update where !site.siblings.contains("put") && !site.siblings.contains("patch"): return verb
        case .update where verb == "set" || verb == "upsert": return verb
        case .delete where !site.siblings.contains("delete"): return verb
        default: return verb == "create_or_update" ? verb : "create"
        }
    }

    /// Whether several things are got.
    private var isList: Bool {
        if idVerb == "list" || idVerb == "search" || Array(idWords.prefix(2)) == ["get", "all"] || site.givesArray {
            return true
        }
        if literals.first?.lowercased() == "search" { return true }
        guard let noun = literals.last.map(NameWords.words)?.last else { return false }
        if EnglishNouns.isPlural(noun) || idWords.last.map(EnglishNouns.isPlural) == true { return true }
        let plurals = EnglishNouns.plurals(of: noun)
        return idWords.contains { plurals.contains($0) }
    }

    // MARK: - Operation id and tag

    /// The verb of the operation id: its first word, or else the first word that makes, reads, changes or removes.
    private var idVerb: String? {
        guard let first = idWords.first(where: { $0 != site.method }) else { return nil }
        if first == idWords.first, Verbs.isAction(first) || Verbs.kind(of: first) != nil { return first }
        let inPath = Set(literals.flatMap(NameWords.words))
        // The last word of many ids is the HTTP method, which says nothing new.
        let words = idWords.dropFirst().filter { !inPath.contains($0) && $0 != site.method }
        return words.first { Verbs.kind(of: $0) != nil || Verbs.isAction($0) }
    }

    /// The first word of the operation id where it may be an action that the path does not name: `reportMetrics`.
    private var idAction: String? {
        guard let first = idWords.first, idWords.count > 1, first != site.method, Verbs.mayBeAction(first) else {
            return nil
        }
        return literals.contains { NameWords.words(of: $0).contains(first) } ? nil : first
    }

    private var idVerbPhrase: String? {
        guard let verb = idVerb, let index = idWords.firstIndex(of: verb) else { return nil }
        let phrase = idWords[index...].prefix(3).joined(separator: "_")
        return phrase == "create_or_update" ? phrase : verb
    }

    private var tagResource: [String]? {
        guard let tag = site.tags.first else { return nil }
        let words = NameWords.words(of: tag)
        return words.isEmpty ? nil : [words.joined(separator: "_")]
    }

    /// The name in an operation id with dots: `spanner.projects.cancel` is a service, a resource and a method.
    private func nameByDots(atLeast count: Int) -> CallName? {
        let parts = (site.operationID ?? "").split(separator: ".").map { joined(String($0)) }.filter { !$0.isEmpty }
        guard parts.count >= count, let method = parts.last else { return nil }
        return CallName(resource: Array(parts.dropFirst(parts.count > 2 ? 1 : 0).dropLast()), method: method)
    }

    /// The name where the path says nothing: `/`, `/api`, `/{id}`.
    private var nameByTag: CallName {
        if let name = nameByDots(atLeast: 2) { return name }
        let method =
            site.path.customVerb.map(joined)
            ?? (idWords.isEmpty ? (endsInParameter ? itemMethod : collectionMethod) : idWords.joined(separator: "_"))
        return CallName(resource: tagResource ?? ["api"], method: method)
    }
}
