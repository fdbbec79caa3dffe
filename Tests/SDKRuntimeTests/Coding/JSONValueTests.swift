import SDKRuntime
import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test func `dictionaries become objects in the order of their names, and come back`() {
        let members: [String: JSONValue] = ["b": 1, "a": [nil], "c": "x"]
        #expect(JSONObject(members).keys == ["a", "b", "c"])
        #expect(JSONValue(members).description == #"{"a":[null],"b":1,"c":"x"}"#)
        #expect(Dictionary(JSONObject(members)) == members)
        #expect(JSONValue([String: JSONValue]()) == [:])
    }

    @Test("literals and accessors")
    func literals() {
        let value: JSONValue = ["a": [1, 2.5, "x", true, nil], "b": ["c": "d"]]
        #expect(value["a"]?[0]?.intValue == 1)
        #expect(value["a"]?[1]?.doubleValue == 2.5)
        #expect(value["a"]?[2]?.stringValue == "x")
        #expect(value["a"]?[3]?.boolValue == true)
        #expect(value["a"]?[4]?.isNull == true)
        #expect(value["a"]?[5] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["b"]?["c"] == "d")
        #expect(value["b"]?["none"] == nil)
        #expect(value["b"]?[0] == nil)
        #expect(value.description == #"{"a":[1,2.5,"x",true,null],"b":{"c":"d"}}"#)
    }

    @Test("objects keep their order, and are equal in any")
    func order() {
        let one: JSONObject = ["b": 1, "a": 2]
        let other: JSONObject = ["a": 2, "b": 1]
        #expect(one.keys == ["b", "a"])
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != ["a": 2])
        #expect(one != ["a": 1, "b": 2])
    }

    @Test("the last of equal keys wins, in the place of the first")
    func duplicates() throws {
        let object = try decode(JSONObject.self, #"{"a":1,"b":2,"a":3}"#)
        #expect(object.description == #"{"a":3,"b":2}"#)
        #expect(object == ["b": 2, "a": 1, "a": 3])
    }

    @Test("null is a member, nil removes it")
    func null() {
        var object: JSONObject = ["a": 1]
        object["a"] = .some(.null)
        #expect(object.count == 1)
        object["a"] = nil as JSONValue?
        #expect(object.isEmpty)
    }

    @Test(
        "the path of an encoding error",
        arguments: [
            (["a": ["b": [1, 2, .number(.init(Double.nan))]]], "a.b[2]"),
            ([["x": 1], .number(.init(Double.infinity))], "[1]"),
            (["a\"]": ["c.d": .number(.init(Double.nan))]], #"["a\"]"]["c.d"]"#), (.number(.init(Double.nan)), ""),
            ([[1], "],[{", ["a": 1], .number(.init(Double.nan))], "[3]"),
        ] as [(JSONValue, String)]
    )
    func encodingPath(value: JSONValue, path: String) throws {
        let error = try #require(throws: ModelEncodingError.self) { try encode(value) }
        #expect(error.codingPath == path)
    }
}
