extension Lowering {
    /// Gives parameters names of their own where they share one with a member of the body or with each other.
    ///
    /// A member of the body keeps its name, and so does the first of several parameters; another has its place in front:
    /// `name` in a body and in a query are `name` and `queryName`. Path parameters are arguments, which stand apart.
    func tellApart(_ parameters: inout [Parameter], from body: Body?) {
        guard parameters.contains(where: { $0.location != .path }) else { return }
        var names: Set<String> = []
        switch body?.content {
        case .object(let object): names = Set(object.properties.map(\.name))
        case .value: names = ["body"]
        case nil: break
        }
        var taken = Set(names.map(Self.nameKey))
        for index in parameters.indices where parameters[index].location != .path {
            let name = parameters[index].name
            if !taken.insert(Self.nameKey(name)).inserted {
                let other = "\(parameters[index].location.name)_\(name)"
                // Names of the same words in other spellings are told apart where Swift names are made.
                if taken.insert(Self.nameKey(other)).inserted || names.contains(name) { parameters[index].name = other }
            }
            names.insert(parameters[index].name)
        }
    }

    /// The words of a name with the signs behind them, which Swift names spell out: `created<` is not `created>`.
    private static func nameKey(_ name: String) -> String {
        let words = NameWords.words(of: name).joined()
        guard let last = name.utf8.last, "<>=!".utf8.contains(last) else { return words }
        return words + String(name.reversed().prefix { "<>=!".contains($0) })
    }
}

extension Parameter.Location {
    /// The place as it stands in names and messages.
    package var name: String {
        switch self {
        case .path: "path"
        case .query, .queryString: "query"
        case .header: "header"
        case .cookie: "cookie"
        case .part: "part"
        }
    }
}
