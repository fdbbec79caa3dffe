// Between JSON and Swift's collections, for values that are no literals.

extension JSONObject {
    /// An object with the members of a dictionary, in the order of their names.
    public init(_ members: [String: JSONValue]) {
        self.init(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}

extension JSONValue {
    // <!-- swift
    // let use = ToolUseBlock(id: "toolu_1", input: ["city": "Oslo"], name: "get_weather")
    // -->
    /// An object with the members of a dictionary, in the order of their names.
    ///
    /// ```swift
    /// let input: [String: JSONValue] = use.input
    /// print(JSONValue(input))
    /// ```
    public init(_ members: [String: JSONValue]) {
        self = .object(JSONObject(members))
    }
}

extension Dictionary where Key == String, Value == JSONValue {
    /// The members of an object, without their order.
    public init(_ object: JSONObject) {
        self.init(minimumCapacity: object.count)
        for (name, value) in object { self[name] = value }
    }
}
