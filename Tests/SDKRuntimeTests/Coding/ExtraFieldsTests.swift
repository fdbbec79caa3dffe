import SDKRuntime
import Testing

@Suite("Extra fields")
struct ExtraFieldsTests {
    static let start = #"{"type":"item","version":2,"name":"#

    @Test("an extra member replaces the row of its key in place, and is never doubled")
    func replaces() throws {
        var params = ItemParams(name: "n", limit: 1, parent: "p", user: "u")
        params.extraFields = ["limit": "many", "zeta": [1, 2], "type": .null]
        #expect(
            try encode(params)
                == #"{"type":null,"version":2,"name":"n","limit":"many","parent":"p","zeta":[1,2]}"#
        )
    }

    @Test("members can be left out, also required and received ones")
    func omits() throws {
        var params = ItemParams(name: "n", parent: "p", user: "u")
        params.extraFields = ["name": .omit, "version": .omit, "none": .omit]
        #expect(try encode(params) == #"{"type":"item","parent":"p"}"#)

        var item = try decode(Item.self, #"{"id":5,"count":1,"x":1,"y":2}"#)
        item.extraFields["id"] = .omit
        item.extraFields["x"] = .omit
        item.extraFields["y"] = 3
        #expect(try encode(item) == #"{"count":1,"y":3}"#)
    }

    @Test("extra members beat originals")
    func beatOriginals() throws {
        var item = try decode(Item.self, #"{"id":5}"#)
        item.extraFields = ["id": "given", "count": 2]
        #expect(try encode(item) == #"{"id":"given","count":2}"#)
    }

    @Test("models inside models take extra members too")
    func nested() throws {
        var node = Node(name: "a", child: Indirect(Node(name: "b")))
        node.child?.extraFields["x"] = 2
        #expect(try encode(node) == #"{"name":"a","child":{"name":"b","x":2}}"#)
    }

    @Test("the key of a parameter is free for an extra member")
    func parameterKey() throws {
        var params = ItemParams(name: "n", parent: "p", user: "u")
        params.extraFields["user"] = "body"
        #expect(try encode(params) == Self.start + #""n","parent":"p","user":"body"}"#)
    }

    @Test("copies do not share what is added later")
    func copies() {
        var one = ItemParams(name: "n", parent: nil, user: "u")
        one.extraFields["x"] = 1
        var other = one
        other.extraFields["x"] = 2
        #expect(one.extraFields["x"] == 1)
        #expect(other.extraFields["x"] == 2)
    }
}
