/// A name of the spec, taken apart: `session_id`, `session-id` and `sessionId` are the words "session" and "id".
struct Words {
    let words: [String]

    /// What matters of a character where words begin and end.
    private enum Kind {
        case lower, upper, digit, other
    }

    init(_ name: String) {
        let letters = Self.letters(of: name)
        var words: [String] = []
        var start: String.Index?
        for (position, letter) in letters.enumerated() {
            let isBoundary = letter.kind == .other || Self.beginsWord(at: position, in: letters)
            if isBoundary, let first = start {
                words.append(String(name[first..<letter.index]))
                start = nil
            }
            if letter.kind != .other, start == nil { start = letter.index }
        }
        if let start { words.append(String(name[start...])) }
        self.words = words
    }

    /// The words as one, each in a spelling of its own, with an underscore between two numbers: `4-8` is not 48. The parts
    /// of a date need none, as their widths are known: `2025-04-14` is `20250414`.
    func joined(_ spelling: (Int, String) -> String) -> String {
        var text = ""
        var partsOfDate = 0
        for (index, word) in words.enumerated() {
            if partsOfDate > 0 {
                partsOfDate -= 1
            } else if Self.beginsWithDigit(word) {
                if index > 0, words[index - 1].last.map(Self.kind(of:)) == .digit { text += "_" }
                if isDate(at: index) { partsOfDate = 2 }
            }
            text += spelling(index, word)
        }
        return text
    }

    private static func beginsWithDigit(_ word: String) -> Bool { word.first.map(kind(of:)) == .digit }

    /// Whether a date begins with a word: a year, a month and a day.
    private func isDate(at index: Int) -> Bool {
        let parts = words[index...].prefix(3)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy { Self.kind(of: $0) == .digit } }
    }

    /// The characters of a name with their kinds. Almost every name is ASCII, whose bytes tell the kind at once.
    private static func letters(of name: String) -> [(index: String.Index, kind: Kind)] {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            return name.indices.map { ($0, kind(of: name[$0])) }
        }
        return name.utf8.indices.map { index in
            switch name.utf8[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): (index, .lower)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): (index, .upper)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): (index, .digit)
            default: (index, .other)
            }
        }
    }

    private static func kind(of character: Character) -> Kind {
        if character.isUppercase { return .upper }
        // Letters without case (日本) are all of one word, like lower-case ones.
        if character.isLetter { return .lower }
        return character.isNumber ? .digit : .other
    }

    /// Whether an upper-case letter begins a word: behind a lower-case letter or a digit (`fileId`), and as the last of
    /// several before a lower-case one (`HTTPServer`).
    private static func beginsWord(at position: Int, in letters: [(index: String.Index, kind: Kind)]) -> Bool {
        guard position > 0, letters[position].kind == .upper else { return false }
        let previous = letters[position - 1].kind
        if previous == .lower || previous == .digit { return true }
        let isLower = { (position: Int) in position < letters.count && letters[position].kind == .lower }
        guard previous == .upper, isLower(position + 1) else { return false }
        // A plural's s, alone behind capitals, belongs to its acronym: `IDs`.
        return isLower(position + 2)
    }
}
