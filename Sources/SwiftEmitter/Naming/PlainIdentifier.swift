/// Identifiers of names in ASCII, which almost all are: what `Words` and `Identifier` make of them by characters, made from
/// the bytes, in a fraction of the time.
struct PlainIdentifier {
    private let bytes: [UInt8]
    private var text: [UInt8] = []

    /// The identifier of a name; "" for one without letters and digits, and nil for one with other than ASCII.
    ///
    /// - Parameter isType: Whether it begins with a capital.
    static func make(_ name: String, isType: Bool) -> String? {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var identifier = PlainIdentifier(bytes: Array(name.utf8))
        identifier.make(isType: isType)
        return String(decoding: identifier.text, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count + 1)
    }

    private mutating func make(isType: Bool) {
        var start: Int?
        for index in bytes.indices {
            let isPart = bytes[index].isLetter || bytes[index].isNumber
            if let first = start, !isPart || beginsWord(at: index) {
                append(first..<index, isCapitalized: isType || !text.isEmpty)
                start = nil
            }
            if isPart, start == nil { start = index }
        }
        if let start { append(start..<bytes.count, isCapitalized: isType || !text.isEmpty) }
        if text.first?.isNumber == true { text.insert(UInt8(ascii: "_"), at: 0) }
    }

    /// See `Words.beginsWord`.
    private func beginsWord(at index: Int) -> Bool {
        guard bytes[index].isCapital else { return false }
        guard bytes[index - 1].isCapital else { return true }
        let isSmall = { (index: Int) in index < bytes.count && bytes[index].isSmall }
        return isSmall(index + 1) && isSmall(index + 2)
    }

    private mutating func append(_ word: Range<Int>, isCapitalized: Bool) {
        guard isCapitalized else { return text += bytes[word].lazy.map(\.small) }
        if word.count <= Identifier.longestAcronym + 1 {
            let small = String(decoding: bytes[word].lazy.map(\.small), as: UTF8.self)
            if Identifier.acronyms.contains(small) { return text += bytes[word].lazy.map(\.capital) }
            if let spelling = Identifier.spellings[small] { return text += spelling.utf8 }
            if small.utf8.last == UInt8(ascii: "s"), Identifier.acronyms.contains(String(small.dropLast())) {
                text += bytes[word.dropLast()].lazy.map(\.capital)
                return text.append(UInt8(ascii: "s"))
            }
        }
        let rest = word.dropFirst()
        text.append(bytes[word.lowerBound].capital)
        // A word in capitals alone is an acronym that the list does not know; it reads as a word.
        if bytes[rest].contains(where: \.isSmall) {
            text += bytes[rest]
        } else {
            text += bytes[rest].lazy.map(\.small)
        }
    }
}

extension UInt8 {
    fileprivate var isSmall: Bool { self &- UInt8(ascii: "a") < 26 }
    fileprivate var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
    fileprivate var isLetter: Bool { (self | 0x20).isSmall }
    fileprivate var isNumber: Bool { self &- UInt8(ascii: "0") < 10 }
    fileprivate var small: UInt8 { isCapital ? self | 0x20 : self }
    fileprivate var capital: UInt8 { isSmall ? self & ~0x20 : self }
}
