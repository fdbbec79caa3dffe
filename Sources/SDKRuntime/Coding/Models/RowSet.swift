/// A set of rows of one model; the first 64 take no allocation.
struct RowSet {
    private var first: UInt64 = 0
    private var others: [UInt64] = []

    /// Adds a row; false if it is in the set already.
    @inline(__always)
    mutating func insert(_ row: Int) -> Bool {
        guard row >= 64 else {
            let bit: UInt64 = 1 << UInt64(row)
            guard first & bit == 0 else { return false }
            first |= bit
            return true
        }
        return insertWide(row)
    }

    @inline(__always)
    func contains(_ row: Int) -> Bool {
        guard row >= 64 else { return first & (1 << UInt64(row)) != 0 }
        let word = row / 64 - 1
        return word < others.count && others[word] & (1 << UInt64(row % 64)) != 0
    }

    @inline(never)
    private mutating func insertWide(_ row: Int) -> Bool {
        guard !contains(row) else { return false }
        let word = row / 64 - 1
        while others.count <= word { others.append(0) }
        others[word] |= 1 << UInt64(row % 64)
        return true
    }
}
