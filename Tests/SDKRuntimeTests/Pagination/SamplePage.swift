import Foundation
import SDKRuntime
import TestSupport

/// A page with every member that one kind of list or another has.
struct SamplePage: APIModel {
    let data: [String]
    let hasMore: Bool?
    let firstID: String?
    let lastID: String?
    let nextPage: String?
    private var modelExtras = ModelExtras()

    init(data: [String]) {
        self.data = data
        hasMore = nil
        firstID = nil
        lastID = nil
        nextPage = nil
    }

    static let table = ModelTable<Self> { row in
        row.required("data", [String].self)
        row.optional("has_more", Bool.self)
        row.optional("first_id", String.self)
        row.optional("last_id", String.self)
        row.optional("next_page", String.self)
    }
}

extension PageStep<SamplePage> {
    static var ids: Self {
        .ids(after: "after_id", before: "before_id", more: { $0.hasMore }, first: { $0.firstID }, last: { $0.lastID })
    }

    static var token: Self { .cursor("page_token", more: { $0.hasMore }) { $0.nextPage } }

    static var pageCursor: Self { .cursor("page") { $0.nextPage } }

    static var pageURL: Self { .url { $0.nextPage } }
}

extension ClientCore {
    /// A list of strings.
    func items(
        _ request: APIRequest = APIRequest(.get, "/v1/items"),
        _ options: RequestOptions = .init(),
        _ step: PageStep<SamplePage>
    ) -> PagedSequence<SamplePage, String> {
        pages(request, options, next: step) { $0.data }
    }
}

extension ScriptedTransport {
    /// Answers with pages, one after the other.
    init(pages first: String, _ others: String...) {
        self.init(
            ([first] + others).map {
                .respond(status: 200, headers: [.contentType: "application/json"], body: Data($0.utf8))
            }
        )
    }

    /// The query of each request; empty where it has none.
    var queries: [String] {
        sent.map { $0.request.path.map { String($0.drop { $0 != "?" }.dropFirst()) } ?? "" }
    }
}
