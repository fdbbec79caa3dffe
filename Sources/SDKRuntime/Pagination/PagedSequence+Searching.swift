// The standard library has these for every asynchronous sequence, but sends their closures away from the caller's actor: code
// of the main actor could not use what is its own in them. These run where they are called, and their closures do not wait.
extension PagedSequence {
    /// The first item for which a condition holds; nil if there is none. Pages after that of the item are not fetched.
    ///
    /// - Throws: As ``AsyncIterator/next()`` does, and what the condition throws.
    nonisolated(nonsending) public func first(
        where condition: (Item) throws -> Bool
    ) async throws -> Item? {
        for try await item in self where try condition(item) { return item }
        return nil
    }

    /// Whether a condition holds for an item. Pages after that of the item are not fetched.
    ///
    /// - Throws: As ``AsyncIterator/next()`` does, and what the condition throws.
    nonisolated(nonsending) public func contains(
        where condition: (Item) throws -> Bool
    ) async throws -> Bool {
        try await first(where: condition) != nil
    }

    /// Whether a condition holds for all items. Pages after that of the first one for which it does not are not fetched.
    ///
    /// - Throws: As ``AsyncIterator/next()`` does, and what the condition throws.
    nonisolated(nonsending) public func allSatisfy(
        _ condition: (Item) throws -> Bool
    ) async throws -> Bool {
        for try await item in self where !(try condition(item)) { return false }
        return true
    }

    /// What comes of a value when it takes in all items, one after the other.
    ///
    /// - Parameters:
    ///   - result: The value to begin with.
    ///   - update: Takes in an item.
    /// - Throws: As ``AsyncIterator/next()`` does, and what `update` throws.
    nonisolated(nonsending) public func reduce<Result>(
        into result: Result,
        _ update: (inout Result, Item) throws -> Void
    ) async throws -> Result {
        var result = result
        for try await item in self { try update(&result, item) }
        return result
    }

    /// What comes of a value that is combined with all items, one after the other.
    ///
    /// - Parameters:
    ///   - result: The value to begin with.
    ///   - combine: What comes of the value so far and an item.
    /// - Throws: As ``AsyncIterator/next()`` does, and what `combine` throws.
    nonisolated(nonsending) public func reduce<Result>(
        _ result: Result,
        _ combine: (Result, Item) throws -> Result
    ) async throws -> Result {
        var result = result
        for try await item in self { result = try combine(result, item) }
        return result
    }
}
