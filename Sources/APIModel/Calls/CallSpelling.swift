/// The words of a path with names for what is no part of a word, so that no two paths have the same.
enum CallSpelling {
    /// The words of `/Things/` are "capital", "things" and "slash".
    static func words(of key: String) -> [String] {
        var words: [String] = []
        var word = ""
        func finish() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        let characters = Array(key.unicodeScalars)
        for (index, scalar) in characters.enumerated() {
            switch scalar {
            // A slash before a word or a parameter says nothing.
            case "/" where index + 1 < characters.count && beginsSegment(characters[index + 1]): finish()
            case "}": finish()
            case _ where isPlain(scalar): word.unicodeScalars.append(scalar)
            case "A"..."Z":
                finish()
                words.append("capital")
                word = String(Character(scalar)).lowercased()
            default:
                finish()
                words.append(names[scalar] ?? "u" + String(scalar.value, radix: 16))
            }
        }
        finish()
        return words
    }

    private static func beginsSegment(_ scalar: Unicode.Scalar) -> Bool {
        isPlain(scalar) || ("A"..."Z").contains(scalar) || scalar == "{"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static let names: [Unicode.Scalar: String] = [
        "/": "slash", "-": "dash", "_": "underscore", ".": "dot", "{": "by", ":": "colon", "~": "tilde",
        "?": "query", "#": "fragment", "=": "is", "&": "and", "%": "percent", " ": "space", "(": "of", ")": "close",
        "'": "quote", ",": "comma", ";": "semicolon", "+": "plus", "*": "star", "$": "dollar", "@": "at", "!": "mark",
    ]
}
