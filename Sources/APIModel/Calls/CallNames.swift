/// The names of all calls: those that `x-sdk-method` gives, and inferred ones, which give way.
///
/// Two calls of one inferred name are told apart by what their paths have of their own, else by their operation ids. What
/// comes out depends on which calls there are, never on their order.
struct CallNames {
    /// The name of each call, in the order of the sites.
    private(set) var names: [CallName]
    private let sites: [CallSite]
    private let inferences: [CallInference]

    init(_ sites: [CallSite]) {
        self.sites = sites
        inferences = sites.map(CallInference.init)
        names = zip(sites, inferences).map { $0.givenName ?? $1.name }
        separate()
        if makeRoomForResources() { separate() }
    }

    /// Gives the calls of one name names of their own, as far as that goes.
    private mutating func separate() {
        let groups = Dictionary(grouping: sites.indices) { names[$0].key }
        let clashes = groups.filter { $0.value.count > 1 }.sorted { left, right in
            left.key.lexicographicallyPrecedes(right.key)
        }
        var taken = Set(groups.keys)
        for (key, group) in clashes {
            // A given name stays, and is none that the others could have.
            let isGiven = group.contains { sites[$0].givenName != nil }
            let members = group.filter { sites[$0].givenName == nil }
            guard !members.isEmpty else { continue }
            if !separate(members, of: key, isGiven: isGiven, &taken) {
                separateInPart(members, of: key, isGiven: isGiven, &taken)
            }
        }
    }

    /// Takes the first way that tells all members apart; false where none does. The whole path is left to those that
    /// nothing shorter names.
    private mutating func separate(
        _ members: [Int],
        of key: [String],
        isGiven: Bool,
        _ taken: inout Set<[String]>
    ) -> Bool {
        for way in Way.allCases where way != .path {
            let candidates = members.map { name(of: $0, by: way, among: members) }
            let keys = candidates.map(\.key)
            let isFree = keys.allSatisfy { $0 == key ? !isGiven : !taken.contains($0) }
            guard isFree, Set(keys).count == keys.count else { continue }
            for (member, name) in zip(members, candidates) { names[member] = name }
            taken.formUnion(keys)
            return true
        }
        return false
    }

    /// Takes for each member the first way that gives it a name of its own.
    private mutating func separateInPart(
        _ members: [Int],
        of key: [String],
        isGiven: Bool,
        _ taken: inout Set<[String]>
    ) {
        var members = members
        for way in Way.allCases where members.count > (isGiven ? 0 : 1) {
            let candidates = members.map { name(of: $0, by: way, among: members) }
            let counts = Dictionary(grouping: candidates, by: \.key).mapValues(\.count)
            var rest: [Int] = []
            for (member, name) in zip(members, candidates) {
                guard counts[name.key] == 1, !taken.contains(name.key) else {
                    rest.append(member)
                    continue
                }
                names[member] = name
            }
            taken.formUnion(members.filter { !rest.contains($0) }.map { names[$0].key })
            members = rest
        }
    }

    /// The ways in which the names of calls are told apart, the better ones first.
    private enum Way: CaseIterable {
        case twin, version, bulk, action, parameters, operationID, operationIDAlone, path
    }

    private func name(of index: Int, by way: Way, among members: [Int]) -> CallName {
        let site = sites[index]
        var name = names[index]
        switch way {
        case .twin:
            let query = site.path.query.flatMap { $0.value == "true" ? [$0.name] : [$0.name, $0.value] }
            name.append(query.flatMap(NameWords.words) + NameWords.words(of: site.path.fragment ?? ""))
        case .version:
            guard let version = inferences[index].version else { break }
            let first = members.compactMap { inferences[$0].version }.min(by: Self.precedes)
            if version != first { name.resource.insert(NameWords.words(of: version).joined(separator: "_"), at: 0) }
        case .bulk:
            let words = site.operationID.map(NameWords.words) ?? []
            if let first = words.first, Verbs.isBulk(first) { name.method = first + "_" + name.method }
        case .parameters:
            let others = members.map { Set(sites[$0].path.parameters) }
            let own = site.path.parameters.filter { parameter in !others.allSatisfy { $0.contains(parameter) } }
            let words = own.map { NameWords.words(of: $0).joined(separator: "_") }
            if !words.isEmpty { name.append(["by", words.joined(separator: "_and_")]) }
        case .action where Verbs.kind(of: name.method) != nil: break
        case .action, .operationID:
            // The call that needs most values is the common one, and keeps the short name.
            let count = site.path.parameters.count
            let isLongest = !members.contains { $0 != index && sites[$0].path.parameters.count >= count }
            if !isLongest { name.method = operationID(of: site) ?? name.method }
        case .operationIDAlone:
            name.method = operationID(of: site) ?? name.method
        case .path:
            // Signs tell apart what words do not: `a-b` and `a_b`.
            var path = site.path.template.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
                .map { $0.isEmpty && site.path.template != "/" ? "slash" : String($0) }.joined(separator: "/")
            for (sign, word) in [
                ("{", "/by/"), ("-", "/dash/"), ("_", "/underscore/"), (".", "/dot/"), (":", "/colon/"),
            ] {
                path = path.replacing(sign, with: word)
            }
            name.method = NameWords.words(of: site.method + "/" + path).joined(separator: "_")
        }
        return name
    }

    private func operationID(of site: CallSite) -> String? {
        let words = CallInference.idWords(of: site)
        return words.isEmpty ? nil : words.joined(separator: "_")
    }

    /// Whether a version is before another: `v2` before `v10`.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let numbers = { (text: String) in text.split { !$0.isNumber }.map { Int($0) ?? .max } }
        let (a, b) = (numbers(left), numbers(right))
        return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }

    /// Moves an inferred call whose name is that of a resource into that resource: `archive` to `archive.create`, where
    /// there is an `archive.delete`.
    private mutating func makeRoomForResources() -> Bool {
        var resources: Set<[String]> = []
        for name in names {
            let key = name.key.dropLast()
            for length in 0..<key.count { resources.insert(Array(key[...length])) }
        }
        var hasMoved = false
        for index in sites.indices where sites[index].givenName == nil && resources.contains(names[index].key) {
            let method = inferences[index].nounName.method
            names[index] = CallName(resource: names[index].path, method: method)
            hasMoved = true
        }
        return hasMoved
    }
}

extension CallName {
    fileprivate mutating func append(_ words: [String]) {
        guard !words.isEmpty else { return }
        method += "_" + words.joined(separator: "_")
    }
}
