/// What an operation's name is inferred from: its place in the document, and nothing that it sends or gives.
struct CallSite {
    /// The key of the path item, `/v1/messages?beta=true`.
    var path: PathKey
    /// The HTTP method in lower case.
    var method: String
    var operationID: String?
    var tags: [String] = []
    /// The methods of the path item, in lower case.
    var siblings: Set<String> = []
    /// Whether another path goes on where this one ends.
    var hasChildren = false
    /// Whether a successful answer is an array.
    var givesArray = false
    /// The name that `x-sdk-method` gives.
    var givenName: CallName?
}

/// The way to a call in the SDK, in words of lower case: `["fine_tuning", "jobs"]` and `cancel`.
struct CallName: Hashable {
    var resource: [String]
    var method: String

    init(resource: [String], method: String) {
        self.resource = resource
        self.method = method
    }

    var path: [String] { resource + [method] }

    /// What two names have in common that are one in Swift, however they are spelled.
    var key: [String] { path.map { NameWords.words(of: $0).joined() } }
}
