/// The words that names in paths and operation ids are made of.
enum NameWords {
    /// The words of a name in lower case: `fineTuning`, `fine-tuning` and `Fine_Tuning` are "fine" and "tuning".
    static func words(of name: some StringProtocol) -> [String] {
        let characters = Array(name)
        var words: [String] = []
        var word = ""
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if !word.isEmpty, beginsWord(at: index, in: characters) {
                words.append(word)
                word = ""
            }
            word += character.lowercased()
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Whether a capital begins a word: behind a small letter or a digit (`fileId`), or as the last of several before a
    /// small one (`HTTPServer`), but not before a plural's s alone (`IDs`).
    private static func beginsWord(at index: Int, in characters: [Character]) -> Bool {
        guard characters[index].isUppercase else { return false }
        guard characters[index - 1].isUppercase else { return true }
        let isSmall = { (index: Int) in index < characters.count && characters[index].isLowercase }
        return isSmall(index + 1) && !(characters[index + 1] == "s" && !isSmall(index + 2))
    }

    /// Whether a word is the plural of a noun, by its ending.
    static func isPlural(_ word: String) -> Bool {
        if irregularPlurals.contains(word) { return true }
        guard word.hasSuffix("s"), word.count > 2, !singularsInS.contains(word) else { return false }
        return !["ss", "us", "is"].contains { word.hasSuffix($0) }
    }

    /// The plurals that a singular may have.
    static func plurals(of word: String) -> [String] {
        var plurals = [word + "s", word + "es"]
        if word.hasSuffix("y") { plurals.append(word.dropLast() + "ies") }
        return plurals
    }

    private static let irregularPlurals: Set<String> = ["people", "children", "men", "women", "indices", "criteria"]

    /// Words in -s that name one thing.
    private static let singularsInS: Set<String> = [
        "analytics", "aws", "basics", "canvas", "dns", "details", "diagnostics", "gps", "https", "ics", "ios",
        "metrics",
        "news", "os", "preferences", "series", "settings", "sms", "statistics", "stats", "tls",
    ]
}
