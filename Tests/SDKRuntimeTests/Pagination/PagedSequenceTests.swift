import SDKRuntime
import TestSupport
import Testing

/// What goes through the items of a list on the caller's actor.
@MainActor @Suite struct PagedSequenceTests {
    private let transport = ScriptedTransport(
        pages: #"{"data":["a","b"],"next_page":"2"}"#,
        #"{"data":["c"],"next_page":"3"}"#,
        #"{"data":["d"]}"#
    )
    /// What only the main actor may use.
    private final class Log {
        var items: [String] = []

        func note(_ item: String, _ answer: Bool) -> Bool {
            MainActor.assertIsolated()
            items.append(item)
            return answer
        }
    }
    private let log = Log()

    private var list: PagedSequence<SamplePage, String> {
        get throws { try TestClient(over: transport).core.items(APIRequest(.get, "/v1/items"), .init(), .pageCursor) }
    }

    @Test(arguments: [("c", "abc", 2), ("a", "a", 1), ("x", "abcd", 3)])
    func `the first item that is meant ends the search`(wanted: String, seen: String, pages: Int) async throws {
        let item = try await list.first { log.note($0, $0 == wanted) }
        #expect(item == (wanted == "x" ? nil : wanted))
        #expect(log.items.joined() == seen)
        #expect(await transport.sent.count == pages)
    }

    @Test(arguments: [("c", true, 2), ("x", false, 3)])
    func `an item that is meant is in the list, or in none of its pages`(
        wanted: String,
        isThere: Bool,
        pages: Int
    ) async throws {
        #expect(try await list.contains { log.note($0, $0 == wanted) } == isThere)
        #expect(await transport.sent.count == pages)
    }

    @Test(arguments: [("c", false, 2), ("x", true, 3)])
    func `all items satisfy a condition, or one does not`(unwanted: String, areGood: Bool, pages: Int) async throws {
        #expect(try await list.allSatisfy { log.note($0, $0 != unwanted) } == areGood)
        #expect(await transport.sent.count == pages)
    }

    @Test func `a value takes in all items`() async throws {
        let longest = try await list.reduce(into: [String]()) { if log.note($1, true) { $0.insert($1, at: 0) } }
        #expect(longest == ["d", "c", "b", "a"])
        #expect(log.items == ["a", "b", "c", "d"])
    }

    @Test func `a value is combined with all items`() async throws {
        #expect(try await list.reduce("-") { log.note($1, true) ? $0 + $1 : $0 } == "-abcd")
    }

    @Test func `what a closure throws ends the search`() async throws {
        struct Stop: Error {}
        await #expect(throws: Stop.self) { try await list.first { _ in throw Stop() } }
        #expect(await transport.sent.count == 1)
    }
}
