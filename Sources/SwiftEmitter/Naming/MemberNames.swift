import APIModel

/// The names of what stands inside a type: properties, cases, methods, arguments.
extension SwiftNames {
    /// The name of a member, clear of the names that its place needs for itself.
    static func member(_ name: String, avoiding reserved: Set<String>) -> String {
        clear(Identifier.lowerCamel(name), of: reserved)
    }

    /// A name with an ending where its place needs it for itself.
    static func clear(_ identifier: String, of reserved: Set<String>) -> String {
        guard reserved.contains(identifier) else { return identifier }
        return reserved.contains(identifier + "Value") ? identifier + "Member" : identifier + "Value"
    }

    /// A member's name as the spec spells it, for those that only differ in what the other spelling leaves out. A type of
    /// that name is not to be hidden.
    static func verbatimMember(_ name: String, avoiding reserved: Set<String>) -> String {
        let identifier = clear(Identifier.verbatim(name), of: reserved)
        // A keyword stands in backticks.
        guard ReservedWords.types.contains(identifier), !ReservedWords.keywords.contains(identifier) else {
            return identifier
        }
        return identifier + "Value"
    }

    /// Whether no two names are equal. Few are compared with each other in less time than it takes to make a set of them.
    static func areDistinct(_ names: [String]) -> Bool {
        guard names.count <= 16 else { return Set(names).count == names.count }
        return names.indices.allSatisfy { index in !names[..<index].contains(names[index]) }
    }

    /// Names of which no two are equal, as far as the fallbacks allow: all of one name take theirs, so that none depends
    /// on which comes first. nil where they are distinct already, as almost always.
    static func distinct(_ names: [String], fallback: (Int) -> String) -> [String]? {
        guard !areDistinct(names) else { return nil }
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return names.indices.map { counts[names[$0], default: 0] > 1 ? fallback($0) : names[$0] }
    }

    /// Names of which no two are equal, whatever the fallbacks have left: one that is spelled just so in the spec keeps it,
    /// and one that only resembles it has what its own text says of the difference behind it. Only items of one and the
    /// same name are told apart by their order.
    ///
    /// - Parameter texts: The names as the spec spells them.
    static func settled(_ names: [String], texts: [String]) -> [String] {
        guard !areDistinct(names) else { return names }
        var names = names
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        for index in names.indices where counts[names[index], default: 0] > 1 && names[index] != texts[index] {
            names[index] += difference(of: texts[index], from: names[index])
        }
        counts = [:]
        for name in names { counts[name, default: 0] += 1 }
        var taken = Set(names.filter { counts[$0] == 1 })
        var numbers: [String: Int] = [:]
        for (index, name) in names.enumerated() where counts[name, default: 0] > 1 {
            var number = numbers[name] ?? 1
            while !taken.insert(number == 1 ? name : "\(name)\(number)").inserted { number += 1 }
            if number > 1 { names[index] = "\(name)\(number)" }
            numbers[name] = number + 1
        }
        return names
    }

    private static func difference(of text: String, from name: String) -> String {
        let isLowercase = text.first?.isLowercase == true && name.first?.isUppercase == true
        return isLowercase ? "Lowercase" : "_" + FileNames.checksum(text).suffix(4)
    }

    static func property(_ name: String) -> String { member(name, avoiding: ReservedWords.modelMembers) }

    /// The names of an enumeration's values.
    static func values(of enumeration: EnumerationType) -> [String] {
        let texts = enumeration.values.map { $0.name ?? $0.literal.text }
        let names = texts.map { clear(Identifier.spelledOut($0), of: ReservedWords.enumerationMembers) }
        guard
            let distinct = distinct(
                names,
                fallback: { verbatimMember(texts[$0], avoiding: ReservedWords.enumerationMembers) }
            )
        else { return names }
        // Names that the spec's author gave are not changed: that they are equal is reported.
        return enumeration.values.contains { $0.name != nil } ? distinct : settled(distinct, texts: texts)
    }

    /// The names of a union's cases.
    static func cases(of union: UnionType) -> [String] {
        let names = union.members.map { clear(Identifier.spelledOut($0.name), of: ReservedWords.unionMembers) }
        let texts = union.members.map(\.name)
        let distinct = distinct(names) { index in
            let name = verbatimMember(texts[index], avoiding: ReservedWords.unionMembers)
            // With a capital, it would be the name of the type inside the union that the case holds.
            return name.first?.isUppercase == true ? name + "Case" : name
        }
        return distinct.map { settled($0, texts: texts) } ?? names
    }

    static func accessor(_ name: String, isOnClient: Bool) -> String {
        member(name, avoiding: isOnClient ? ReservedWords.clientMembers : ReservedWords.resourceMembers)
    }

    static func method(_ name: String) -> String { member(name, avoiding: ReservedWords.resourceMembers) }

    /// The names of the decoders of payloads of one kind.
    static func payloads(_ payloads: [Payload]) -> [String] {
        let names = payloads.map { method($0.name) }
        return distinct(names) { index in
            clear(Identifier.verbatim(payloads[index].name), of: ReservedWords.resourceMembers)
        } ?? names
    }

    /// The client's argument for a credential.
    static func credential(_ name: String) -> String {
        member(name, avoiding: ["core", "baseURL", "options", "self", "webhookKey"])
    }

    /// The name of a rule for calls that take long.
    static func longRequestRule(_ name: String) -> String { member(name, avoiding: ["self", "Type", "init"]) }

    /// What a method calls the answer of another call that it makes before its own.
    static let answer = "answer"

    /// The labels of a call's path parameters; what a method's body names itself is not to be had.
    static func arguments(of operation: Operation) -> [String] {
        let reserved = operation.resultsURL == nil ? methodWords : methodWords.union([answer])
        let parameters = operation.pathParameters
        let names = parameters.map { member($0.name, avoiding: reserved) }
        return distinct(names) { verbatimMember(parameters[$0].name, avoiding: reserved) } ?? names
    }

    private static let methodWords: Set<String> = ["params", "options", "request", "client", "self"]
}
