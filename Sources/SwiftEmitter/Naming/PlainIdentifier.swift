/// Identifiers of names in ASCII, which almost all are: what `Words` and `Identifier` make of them by characters, made from
/// the bytes, in a fraction of the time.
///
/// Both are buffers that others lend it for as long as it takes, so that no memory is asked for.
struct PlainIdentifier {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes of the buffer are the identifier's.
    private var count = 0

    /// The identifier of a name; "" for one without letters and digits, and nil for one with other than ASCII.
    ///
    /// - Parameter isType: Whether it begins with a capital.
    static func make(_ name: String, isType: Bool) -> String? {
        let identifier = name.utf8.withContiguousStorageIfAvailable { make($0, isType: isType) }
        return identifier ?? Array(name.utf8).withUnsafeBufferPointer { make($0, isType: isType) }
    }

    private static func make(_ bytes: UnsafeBufferPointer<UInt8>, isType: Bool) -> String? {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        // Before each word there may be an underscore, and no word becomes longer: there is room for all that is appended.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 2 + 1) { buffer in
            var identifier = PlainIdentifier(bytes: bytes, buffer: buffer)
            identifier.make(isType: isType)
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<identifier.count]), as: UTF8.self)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
        self.buffer = buffer
    }

    private mutating func make(isType: Bool) {
        var index = 0
        var partsOfDate = 0
        while let word = word(from: index) {
            index = word.upperBound
            let isFirst = count == 0
            if partsOfDate > 0 {
                partsOfDate -= 1
            } else if bytes[word.lowerBound].isNumber {
                // See `Words.joined`.
                if isFirst || buffer[count - 1].isNumber { append(UInt8(ascii: "_")) }
                if isDate(word) { partsOfDate = 2 }
            }
            append(word, isCapitalized: isType || !isFirst)
        }
    }

    private mutating func append(_ byte: UInt8) {
        buffer.initializeElement(at: count, to: byte)
        count += 1
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
            if let spelling = Self.spellings[letters] { return spelling.forEach { append($0) } }
            if letters & 0xFF == UInt8(ascii: "s"), Self.acronyms.contains(letters >> 8) {
                append(capital: word.dropLast())
                return append(UInt8(ascii: "s"))
            }
        }
        let rest = word.dropFirst()
        append(bytes[word.lowerBound].capital)
        // A word in capitals alone is an acronym that the list does not know; it reads as a word.
        if rest.contains(where: { bytes[$0].isSmall }) {
            for index in rest { append(bytes[index]) }
        } else {
            append(small: rest)
        }
    }

    private mutating func append(small word: Range<Int>) {
        for index in word { append(bytes[index].small) }
    }

    private mutating func append(capital word: Range<Int>) {
        for index in word { append(bytes[index].capital) }
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
