/// Identifiers of names in ASCII, which almost all are: what `Words` and `Identifier` make of them by characters, made from
/// the bytes, in a fraction of the time.
struct PlainIdentifier {
    private let bytes: [UInt8]
    private var text: [UInt8] = []

    /// The identifier of a name; "" for one without letters and digits, and nil for one with other than ASCII.
    ///
    /// - Parameter isType: Whether it begins with a capital.
    static func make(_ name: String, isType: Bool) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var identifier = PlainIdentifier(bytes: bytes)
        identifier.make(isType: isType)
        return String(decoding: identifier.text, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count + 1)
    }

    private mutating func make(isType: Bool) {
        var index = 0
        var partsOfDate = 0
        while let word = word(from: index) {
            index = word.upperBound
            if partsOfDate > 0 {
                partsOfDate -= 1
            } else if bytes[word.lowerBound].isNumber {
                // See `Words.joined`.
                if text.last?.isNumber == true { text.append(UInt8(ascii: "_")) }
                if isDate(word) { partsOfDate = 2 }
            }
            append(word, isCapitalized: isType || !text.isEmpty)
        }
        if text.first?.isNumber == true { text.insert(UInt8(ascii: "_"), at: 0) }
    }

    /// The next word at or behind a place.
    private func word(from index: Int) -> Range<Int>? {
        var start = index
        while start < bytes.count, !bytes[start].isPart { start += 1 }
        guard start < bytes.count else { return nil }
        var end = start + 1
        while end < bytes.count, bytes[end].isPart, !beginsWord(at: end) { end += 1 }
        return start..<end
    }

    /// Whether a date begins with a word: a year, a month and a day.
    private func isDate(_ year: Range<Int>) -> Bool {
        guard isNumber(year, digits: 4), let month = word(from: year.upperBound), isNumber(month, digits: 2),
            let day = word(from: month.upperBound)
        else { return false }
        return isNumber(day, digits: 2)
    }

    private func isNumber(_ word: Range<Int>, digits: Int) -> Bool {
        word.count == digits && bytes[word].allSatisfy(\.isNumber)
    }

    /// See `Words.beginsWord`.
    private func beginsWord(at index: Int) -> Bool {
        guard bytes[index].isCapital else { return false }
        guard bytes[index - 1].isCapital else { return true }
        let isSmall = { (index: Int) in index < bytes.count && bytes[index].isSmall }
        return isSmall(index + 1) && isSmall(index + 2)
    }

    private mutating func append(_ word: Range<Int>, isCapitalized: Bool) {
        guard isCapitalized else { return append(small: word) }
        if word.count <= Self.longestWord {
            let letters = bytes[word].reduce(0) { $0 << 8 | UInt64($1.small) }
            if Self.acronyms.contains(letters) { return append(capital: word) }
            if let spelling = Self.spellings[letters] { return text += spelling }
            if letters & 0xFF == UInt8(ascii: "s"), Self.acronyms.contains(letters >> 8) {
                append(capital: word.dropLast())
                return text.append(UInt8(ascii: "s"))
            }
        }
        let rest = word.dropFirst()
        text.append(bytes[word.lowerBound].capital)
        // A word in capitals alone is an acronym that the list does not know; it reads as a word.
        if rest.contains(where: { bytes[$0].isSmall }) {
            text += bytes[rest]
        } else {
            append(small: rest)
        }
    }

    private mutating func append(small word: Range<Int>) {
        for index in word { text.append(bytes[index].small) }
    }

    private mutating func append(capital word: Range<Int>) {
        for index in word { text.append(bytes[index].capital) }
    }

    /// The longest word that can be an acronym in the plural; the letters of a longer one are no number of 64 bits.
    private static let longestWord = min(Identifier.longestAcronym + 1, 8)

    /// The acronyms by their letters, a byte each: a number is found in less time than a text.
    private static let acronyms = Set(Identifier.acronyms.map(letters))

    /// The words with a spelling of their own, by their letters.
    private static let spellings = Dictionary(
        uniqueKeysWithValues: Identifier.spellings.map { (letters(of: $0), Array($1.utf8)) }
    )

    private static func letters(of word: String) -> UInt64 {
        word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension UInt8 {
    fileprivate var isSmall: Bool { self &- UInt8(ascii: "a") < 26 }
    fileprivate var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
    fileprivate var isLetter: Bool { (self | 0x20).isSmall }
    fileprivate var isNumber: Bool { self &- UInt8(ascii: "0") < 10 }
    fileprivate var isPart: Bool { isLetter || isNumber }
    fileprivate var small: UInt8 { isCapital ? self | 0x20 : self }
    fileprivate var capital: UInt8 { isSmall ? self & ~0x20 : self }
}
