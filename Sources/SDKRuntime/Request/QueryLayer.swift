// <!-- swift
// var options = RequestOptions()
// -->
/// Query parameters that one source adds to a request, such as the client's defaults or a single call's options.
///
/// ```swift
/// options.query = ["tenant": "t2", "limit": 10, "trace": nil]   // nil drops what lower layers have set
/// ```
///
/// Arrays and objects are written as the service wants them.
public struct QueryLayer: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var name: String
        /// Null: the parameter is to be dropped.
        var value: JSONValue
    }

    private(set) var entries: [Entry] = []

    /// Makes a layer of names and values in order. Null drops the parameter.
    public init(_ parameters: some Sequence<(String, JSONValue)> = []) {
        for (name, value) in parameters {
            set(name, value)
        }
    }

    /// Whether the layer changes nothing.
    public var isEmpty: Bool { entries.isEmpty }

    /// The value that the layer sets for a name. Setting nil takes back what the layer says about the parameter;
    /// setting ``JSONValue/null`` drops the parameter from the request.
    public subscript(name: String) -> JSONValue? {
        get { entries.first { $0.name == name }?.value }
        set {
            if let newValue {
                set(name, newValue)
            } else {
                entries.removeAll { $0.name == name }
            }
        }
    }

    private mutating func set(_ name: String, _ value: JSONValue) {
        if let index = entries.firstIndex(where: { $0.name == name }) {
            entries[index].value = value
        } else {
            entries.append(Entry(name: name, value: value))
        }
    }
}

extension QueryLayer: ExpressibleByDictionaryLiteral {
    /// Makes a layer of the literal's parameters in order; null drops one.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
