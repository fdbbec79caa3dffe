/// A name of the spec, taken apart: `session_id`, `session-id` and `sessionId` are the words "session" and "id".
struct Words {
    let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var word: [Character] = []
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(String(word)) }
                word = []
                continue
            }
            if Self.beginsWord(at: index, in: characters), !word.isEmpty {
                words.append(String(word))
                word = []
            }
            word.append(character)
        }
        if !word.isEmpty { words.append(String(word)) }
        self.words = words
    }

    /// Whether an upper-case letter begins a word: behind a lower-case letter or a digit (`fileId`), and as the last of
    /// several before a lower-case one (`HTTPServer`).
    private static func beginsWord(at index: Int, in characters: [Character]) -> Bool {
        guard index > 0, characters[index].isUppercase else { return false }
        let previous = characters[index - 1]
        if previous.isLowercase || previous.isNumber { return true }
        return previous.isUppercase && index + 1 < characters.count && characters[index + 1].isLowercase
            // A plural's s belongs to its acronym: `IDs`.
            && !(characters[index + 1] == "s" && (index + 2 == characters.count || !characters[index + 2].isLowercase))
    }
}
