import SDKRuntime

/// Two pages of a list, made of the one of an example: the first says that there is another.
struct ExpectedPages {
    let first: JSONValue
    let last: JSONValue
    let items: [JSONValue]
    /// The query members that ask for the second page.
    let query: [String: String]

    /// - Parameter pagination: `x-sdk-pagination`.
    init(_ example: JSONValue, _ pagination: JSONObject) throws {
        guard let page = example.objectValue else { throw ExampleProblem("the example of a page is no object") }
        var (first, last) = (page, page)
        let more: String?
        if let cursor = pagination["cursor"], let parameter = cursor["parameter"]?.stringValue,
            let next = cursor["next"]?.stringValue
        {
            more = cursor["more"]?.stringValue
            first[next] = "second-page"
            last[next] = .some(.null)
            query = [parameter: "second-page"]
        } else if let ids = pagination["ids"], let after = ids["after"]?.stringValue,
            let member = ids["last"]?.stringValue
        {
            more = ids["more"]?.stringValue
            first[member] = "last-of-first-page"
            query = [after: "last-of-first-page"]
        } else {
            throw ExampleProblem("the test does not know this kind of pages: \(JSONValue.object(pagination))")
        }
        if let more {
            first[more] = true
            last[more] = false
        }
        let path = pagination["items"]?.stringValue?.split(separator: ".") ?? []
        let list = path.reduce(example as JSONValue?) { $0?[String($1)] }?.arrayValue ?? []
        guard !list.isEmpty else { throw ExampleProblem("the example of a page has no items") }
        self.first = .object(first)
        self.last = .object(last)
        items = list + list
    }
}
