/// The words that names in paths and operation ids are made of.
enum NameWords {
    /// The words of a name in lower case: `fineTuning`, `fine-tuning` and `Fine_Tuning` are "fine" and "tuning".
    static func words(of name: some StringProtocol) -> [String] {
        // Almost every name is ASCII, whose bytes tell the words in a fraction of the time.
        let bytes = Array(name.utf8)
        return bytes.allSatisfy { $0 < 0x80 } ? words(ofASCII: bytes) : words(ofCharacters: Array(name))
    }

    static func words(ofCharacters characters: [Character]) -> [String] {
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

    private static func words(ofASCII bytes: [UInt8]) -> [String] {
        let isSmall = { (index: Int) in index < bytes.count && bytes[index] &- UInt8(ascii: "a") < 26 }
        let isCapital = { (index: Int) in bytes[index] &- UInt8(ascii: "A") < 26 }
        let small = bytes.indices.map { isCapital($0) ? bytes[$0] | 0x20 : bytes[$0] }
        var words: [String] = []
        words.reserveCapacity(4)
        var start = 0
        for index in bytes.indices {
            let isPart = isSmall(index) || isCapital(index) || bytes[index] &- UInt8(ascii: "0") < 10
            var isEnd = !isPart
            if isPart, start < index, isCapital(index) {
                let isPlural = isSmall(index + 1) && bytes[index + 1] == UInt8(ascii: "s") && !isSmall(index + 2)
                isEnd = !isCapital(index - 1) || isSmall(index + 1) && !isPlural
            }
            guard isEnd else { continue }
            if start < index { words.append(String(decoding: small[start..<index], as: UTF8.self)) }
            start = isPart ? index : index + 1
        }
        if start < bytes.count { words.append(String(decoding: small[start...], as: UTF8.self)) }
        return words
    }
}
