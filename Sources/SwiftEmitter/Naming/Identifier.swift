import APIModel

/// Names in Swift's spelling (Swift API Design Guidelines: acronyms are all upper case or all lower case).
enum Identifier {
    /// `fileID`, `baseURL`, `filesAPI20250414`, `opus4_8`: for members and arguments. Without escapes for keywords.
    static func lowerCamel(_ name: String) -> String {
        if let plain = PlainIdentifier.make(name, isType: false) { return plain.isEmpty ? "value" : plain }
        return lowerCamelByCharacters(name)
    }

    static func lowerCamelByCharacters(_ name: String) -> String {
        let text = Words(name).joined { $0 == 0 ? $1.lowercased() : capitalized($1) }
        guard let first = text.first else { return "value" }
        return first.isNumber ? "_" + text : text
    }

    /// `SessionResource`, `FileID`: for types. A name that is one already stays as it is.
    static func upperCamel(_ name: String) -> String {
        if isTypeName(name) { return name }
        if let plain = PlainIdentifier.make(name, isType: true) { return plain.isEmpty ? "Value" : plain }
        return upperCamelByCharacters(name)
    }

    static func upperCamelByCharacters(_ name: String) -> String {
        let text = Words(name).joined { capitalized($1) }
        guard let first = text.first else { return "Value" }
        return first.isNumber ? "_" + text : text
    }

    /// Like `lowerCamel`, with the signs at the beginning and the end in words, and all signs of a name that is nothing
    /// else: `-created` is `minusCreated`, `C++` is `cPlusPlus`, and `>=` is `greaterThanEquals`. For values, which often
    /// differ in nothing else.
    static func spelledOut(_ text: String) -> String {
        if text.isEmpty { return "empty" }
        if let isPlain = text.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }), isPlain,
            Array(text.utf8).allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F || $0 == 0x2D })
        {
            return lowerCamel(text)
        }
        let scalars = Array(text.unicodeScalars)
        let isWord = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
            let words = scalars.map { signs[$0] ?? "u" + String($0.value, radix: 16) }
            return lowerCamel(words.joined(separator: "_"))
        }
        let before = scalars[..<first].compactMap { edgeSigns.contains($0) ? signs[$0] : nil }
        let after = scalars[(last + 1)...].compactMap { edgeSigns.contains($0) ? signs[$0] : nil }
        guard !before.isEmpty || !after.isEmpty else { return lowerCamel(text) }
        var middle = String.UnicodeScalarView()
        middle.append(contentsOf: scalars[first...last])
        return lowerCamel((before + [String(middle)] + after).joined(separator: "_"))
    }

    /// The name as it is spelled, as far as Swift allows: for names that only differ in what the other spellings leave
    /// out. Signs are written in words.
    static func verbatim(_ name: String) -> String {
        var text = ""
        var isAfterSign = false
        for scalar in name.unicodeScalars {
            let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord {
                text += isAfterSign ? scalar.properties.uppercaseMapping : String(scalar)
            } else {
                let word = scalar == "-" ? "hyphen" : signs[scalar] ?? "u" + String(scalar.value, radix: 16)
                text += text.isEmpty ? word : capitalized(word)
            }
            isAfterSign = !isWord
        }
        guard let first = text.unicodeScalars.first else { return "empty" }
        if text.allSatisfy({ $0 == "_" }) { return text + "value" }
        return first.properties.numericType != nil ? "_" + text : text
    }

    /// The signs of ASCII in words.
    private static let signs: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "*": "asterisk", "/": "slash", "<": "lessThan", ">": "greaterThan", "=": "equals",
        "!": "not", "~": "tilde", "&": "and", "|": "or", "^": "caret", "%": "percent", "@": "at", "#": "number",
        "$": "dollar", "?": "questionMark", ".": "dot", ",": "comma", ":": "colon", ";": "semicolon", "_": "underscore",
        "(": "leftParenthesis", ")": "rightParenthesis", "[": "leftBracket", "]": "rightBracket", "{": "leftBrace",
        "}": "rightBrace", "\"": "quote", "'": "apostrophe", "`": "backtick", "\\": "backslash", " ": "space",
    ]

    /// The signs that say something at the beginning or the end of a word; others only set it off.
    private static let edgeSigns: Set<Unicode.Scalar> = [
        "+", "-", "*", "<", ">", "=", "!", "~", "&", "|", "^", "%", "@", "#", "$",
    ]

    /// A name that may stand in backticks where the language asks for them.
    static func escaped(_ identifier: String) -> String {
        ReservedWords.keywords.contains(identifier) ? "`\(identifier)`" : identifier
    }

    /// Whether a name is one of a type as it stands. An underscore between digits keeps two numbers apart: `Tool4_2`.
    private static func isTypeName(_ name: String) -> Bool {
        let isDigit = { (byte: UInt8?) in byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        var previous: UInt8?
        for byte in Array(name.utf8) {
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isSeparator = byte == UInt8(ascii: "_") && isDigit(previous)
            guard isLetter || isDigit(byte) || isSeparator else { return false }
            if previous == UInt8(ascii: "_"), !isDigit(byte) { return false }
            previous = byte
        }
        return previous != UInt8(ascii: "_")
    }

    private static func capitalized(_ word: String) -> String {
        if word.utf8.count <= longestAcronym + 1 {
            let lower = word.lowercased()
            if acronyms.contains(lower) { return lower.uppercased() }
            if let spelling = spellings[lower] { return spelling }
            if lower.last == "s", acronyms.contains(String(lower.dropLast())) {
                return lower.dropLast().uppercased() + "s"
            }
        }
        guard let first = word.first else { return word }
        // A word in capitals alone is an acronym that the list does not know; it reads as a word.
        let rest = word.dropFirst()
        return first.uppercased() + (rest.allSatisfy { !$0.isLowercase } ? rest.lowercased() : String(rest))
    }

    /// Words that are neither in capitals nor like others.
    static let spellings = ["ipv4": "IPv4", "ipv6": "IPv6", "oauth": "OAuth"]

    static let longestAcronym = acronyms.map(\.utf8.count).max() ?? 0

    static let acronyms: Set<String> = [
        "acl", "api", "ascii", "cpu", "css", "csv", "dns", "ftp", "gpu", "html", "http", "https", "id", "io", "ip",
        "jpeg", "json", "jwt", "mcp", "md5", "os", "pdf", "png", "ram", "rpc", "sdk", "sha", "sha1", "sha256",
        "sha384", "sha512", "sms", "sql", "ssh", "ssl", "sso", "tcp", "tls", "ttl", "udp", "ui", "uri", "url",
        "utc", "uuid", "vm", "xml", "yaml",
    ]
}

extension String {
    /// The name with its last word in the singular: `resources`, `file_batches`, `bookShelves`.
    var singular: String {
        // A plural's s behind an acronym: `APIs`.
        let small = utf8.reversed().prefix { $0 &- UInt8(ascii: "a") < 26 }.count
        guard small > 1 else { return small == 1 && last == "s" && count > 2 ? String(dropLast()) : self }
        var start = index(endIndex, offsetBy: -small)
        if start > startIndex, self[index(before: start)].isUppercase { start = index(before: start) }
        let word = self[start...]
        let singular = EnglishNouns.singular(of: word.lowercased())
        let first = word.first?.isUppercase == true ? singular.prefix(1).uppercased() : String(singular.prefix(1))
        return self[..<start] + first + singular.dropFirst()
    }
}
