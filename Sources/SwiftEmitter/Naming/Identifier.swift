/// Names in Swift's spelling (Swift API Design Guidelines: acronyms are all upper case or all lower case).
enum Identifier {
    /// `fileID`, `baseURL`, `filesAPI20250414`: for members and arguments. Without escapes for keywords.
    static func lowerCamel(_ name: String) -> String {
        let words = Words(name).words
        guard let first = words.first else { return "value" }
        let text = first.lowercased() + words.dropFirst().map(capitalized).joined()
        return text.first?.isNumber == true ? "_" + text : text
    }

    /// `SessionResource`, `FileID`: for types. A name that is one already stays as it is.
    static func upperCamel(_ name: String) -> String {
        if isTypeName(name) { return name }
        let text = Words(name).words.map(capitalized).joined()
        guard let first = text.first else { return "Value" }
        return first.isNumber ? "_" + text : text
    }

    /// A name that may stand in backticks where the language asks for them.
    static func escaped(_ identifier: String) -> String {
        ReservedWords.keywords.contains(identifier) ? "`\(identifier)`" : identifier
    }

    private static func isTypeName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    private static func capitalized(_ word: String) -> String {
        if word.utf8.count <= longestAcronym + 1 {
            let lower = word.lowercased()
            if acronyms.contains(lower) { return lower.uppercased() }
            if lower.last == "s", acronyms.contains(String(lower.dropLast())) {
                return lower.dropLast().uppercased() + "s"
            }
        }
        guard let first = word.first else { return word }
        // A word in capitals alone is an acronym that the list does not know; it reads as a word.
        let rest = word.dropFirst()
        return first.uppercased() + (rest.allSatisfy { !$0.isLowercase } ? rest.lowercased() : String(rest))
    }

    private static let longestAcronym = acronyms.map(\.utf8.count).max() ?? 0

    private static let acronyms: Set<String> = [
        "acl", "api", "ascii", "cpu", "css", "csv", "dns", "ftp", "gpu", "html", "http", "https", "id", "io", "ip",
        "jpeg",
        "json", "jwt", "mcp", "os", "pdf", "png", "ram", "rpc", "sdk", "sha", "sms", "sql", "ssh", "ssl", "sso",
        "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "utc", "uuid", "vm", "xml", "yaml",
    ]
}

extension String {
    /// The singular of an English plural: `resources`, `batches`, `histories`.
    var singular: String {
        guard last == "s", count > 2 else { return self }
        if hasSuffix("ies") { return dropLast(3) + "y" }
        for ending in ["ches", "shes", "sses", "xes", "zes"] where hasSuffix(ending) { return String(dropLast(2)) }
        for ending in ["ss", "us", "is"] where hasSuffix(ending) { return self }
        return String(dropLast())
    }
}
