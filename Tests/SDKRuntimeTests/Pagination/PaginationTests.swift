import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct PaginationTests {
    static let cases = ConformanceCases.cases(suite: "pagination")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "pagination"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func list(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let pages = input["pages"]?.arrayValue ?? []
        let transport = ScriptedTransport { Self.answer($0, pages) }
        var request = APIRequest(.get, "/v1/items")
        for (name, value) in input["query"]?.objectValue ?? [:] { request.query(name, value) }
        let list = try TestClient(over: transport).core.items(request, .init(), try Self.step(input))

        if input["call"] == "getNextPage" {
            // There is no next page to ask for: the iterator says so, and ends.
            var iterator = list.pages.makeAsyncIterator()
            #expect(try await iterator.next() != nil)
            #expect(expected.take("error") == "noNextPage")
            #expect(!iterator.hasNext)
            #expect(try await iterator.next() == nil)
            expected.finish()
            return
        }

        let items: [String]
        let error: (any Error)?
        if let count = input["take"]?.intValue {
            (items, error) = await list.prefix(count).collect()
        } else {
            (items, error) = await list.collect()
        }
        if let list = (expected.take("items") ?? expected.take("items_before_error"))?.arrayValue {
            #expect(items == list.map(\.text))
        }
        if let queries = expected.take("requests")?.arrayValue {
            #expect(await transport.queries == queries.map(\.text))
        }
        if let count = expected.take("request_count")?.intValue {
            #expect(await transport.sent.count == count)
        }
        if expected.take("terminates") == true {
            #expect(items == ["a", "b"])
            #expect((error as? APIError)?.kind == .repeatedPage)
        } else {
            #expect((error as? APIError)?.kind.description == expected.take("error")?.stringValue)
        }
        expected.finish()
    }

    private static func step(_ input: JSONValue) throws -> PageStep<SamplePage> {
        switch input["kind"]?.stringValue {
        case "id": return .ids
        case "token": return .token
        case "cursor": return .pageCursor
        default:
            Issue.record("a list of an unknown kind")
            return .pageCursor
        }
    }

    /// The page that wants the most of what the request asks for.
    private static func answer(_ sent: ScriptedTransport.Sent, _ pages: [JSONValue]) -> ScriptedTransport.Step {
        let query = Set((sent.request.path ?? "").drop { $0 != "?" }.dropFirst().split(separator: "&").map(String.init))
        let fitting = pages.filter { page in
            (page["when"]?.texts ?? []).allSatisfy { query.contains("\($0.key)=\($0.value)") }
        }
        guard let page = fitting.max(by: { ($0["when"]?.texts.count ?? 0) < ($1["when"]?.texts.count ?? 0) }) else {
            return .respond(status: 404, headers: [:], body: Data())
        }
        return .respond(status: page["status"]?.intValue ?? 200, headers: [:], body: Data(page.description.utf8))
    }
}
