import Source
import Testing

@testable import OpenAPI

/// The examples of RFC 9535, by section.
@Suite struct JSONPathTests {
    private func select(_ path: String, in document: String, steps: Int = 10_000) throws -> String {
        let root = EditableNode(try #require(YAMLNode(yaml: document)))
        var evaluation = JSONPathEvaluation(root: root, steps: steps)
        return try evaluation.nodes(of: try JSONPathParser.parse(path)).map(\.origin.json).joined(separator: " ")
    }

    private static let store = """
        { "store": { "book": [
          { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
          { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
          { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3",
            "price": 8.99 },
          { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings",
            "isbn": "0-395-19395-8", "price": 22.99 } ],
          "bicycle": { "color": "red", "price": 399 } } }
        """

    @Test(arguments: [
        ("$.store.book[*].author", #""Nigel Rees" "Evelyn Waugh" "Herman Melville" "J. R. R. Tolkien""#),
        ("$..author", #""Nigel Rees" "Evelyn Waugh" "Herman Melville" "J. R. R. Tolkien""#),
        ("$.store..price", "8.95 12.99 8.99 22.99 399"),
        ("$..book[2].title", #""Moby Dick""#),
        ("$..book[2].publisher", ""),
        ("$..book[-1].title", #""The Lord of the Rings""#),
        ("$..book[0,1].price", "8.95 12.99"),
        ("$..book[:2].price", "8.95 12.99"),
        ("$..book[?@.isbn].price", "8.99 22.99"),
        ("$..book[?@.price<10].price", "8.95 8.99"),
        ("$.store.bicycle.*", #""red" 399"#),
    ])
    func `section 1-5, overview`(path: String, expected: String) throws {
        #expect(try select(path, in: Self.store) == expected)
    }

    @Test func `section 1-5, everything`() throws {
        let root = EditableNode(try #require(YAMLNode(yaml: Self.store)))
        var evaluation = JSONPathEvaluation(root: root)
        #expect(try evaluation.nodes(of: try JSONPathParser.parse("$..*")).count == 27)
    }

    @Test(arguments: [
        ("$.o['j j']", #"{"k.k":3}"#), ("$.o['j j']['k.k']", "3"), (#"$.o["j j"]["k.k"]"#, "3"), (#"$["'"]["@"]"#, "2"),
        (#"$['\'']['\u0040']"#, "2"), ("$ .o [ 'j j' ]\n['k.k']", "3"), ("$.a", ""), ("$['o']['j']", ""),
    ])
    func `section 2-3-1, names`(path: String, expected: String) throws {
        #expect(try select(path, in: #"{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}"#) == expected)
    }

    @Test(arguments: [
        ("$[*]", #"{"j":1,"k":2} [5,3]"#), ("$.o[*]", "1 2"), ("$.o[*, *]", "1 2 1 2"), ("$.a[*]", "5 3"),
        ("$.o.*", "1 2"), ("$.o.j.*", ""),
    ])
    func `section 2-3-2, wildcards`(path: String, expected: String) throws {
        #expect(try select(path, in: #"{"o": {"j": 1, "k": 2}, "a": [5, 3]}"#) == expected)
    }

    @Test(arguments: [
        ("$[1]", "b"), ("$[-2]", "a"), ("$[2]", ""), ("$[-3]", ""), ("$['0']", ""), ("$[9007199254740991]", ""),
    ])
    func `section 2-3-3, indexes`(path: String, expected: String) throws {
        #expect(try select(path, in: #"["a", "b"]"#).replacing("\"", with: "") == expected)
    }

    @Test(arguments: [
        ("$[1:3]", "b c"), ("$[5:]", "f g"), ("$[1:5:2]", "b d"), ("$[5:1:-2]", "f d"), ("$[::-1]", "g f e d c b a"),
        ("$[:]", "a b c d e f g"), ("$[::]", "a b c d e f g"), ("$[::0]", ""), ("$[-2:]", "f g"), ("$[:-5]", "a b"),
        ("$[ 1 : 3 : 1 ]", "b c"), ("$[3:1]", ""), ("$[10:]", ""), ("$[-100:100:3]", "a d g"),
        ("$[9007199254740991:-9007199254740991:-9007199254740991]", "g"), ("$[:2:9007199254740991]", "a"),
        ("$[0, 3]", "a d"), ("$[0:2, 5]", "a b f"), ("$[0, 0]", "a a"),
    ])
    func `sections 2-3-4 and 2-5-1, slices and lists`(path: String, expected: String) throws {
        let document = #"["a", "b", "c", "d", "e", "f", "g"]"#
        #expect(try select(path, in: document).replacing("\"", with: "") == expected)
    }

    @Test(arguments: [
        ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true), ("$.absent == 'g'", false),
        ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true), ("1 <= 2", true), ("1 > 2", false),
        ("13 == '13'", false), ("'a' <= 'b'", true), ("'a' > 'b'", false), ("$.obj == $.arr", false),
        ("$.obj != $.arr", true), ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
        ("$.arr != $.arr", false), ("$.obj == 17", false), ("$.obj != 17", true), ("$.obj <= $.arr", false),
        ("$.obj < $.arr", false), ("$.obj <= $.obj", true), ("$.arr <= $.arr", true), ("1 <= $.arr", false),
        ("1 >= $.arr", false), ("1 > $.arr", false), ("1 < $.arr", false), ("true <= true", true),
        ("true > true", false), ("-0 == 0", true), ("1e2 == 100.0", true), ("$.obj == $.same", true),
        ("'\u{E9}' == 'e\u{301}'", false), ("null == $.none", true), ("null == $.absent", false),
        ("!(1 == 2)", true), ("!$.absent", true), ("(1 == 2 || 2 == 2) && !$.absent", true),
        ("1 == 2 || 2 == 2 && 1 == 2", false), ("length($.arr) == 2", true), ("length('a\u{1F600}') == 2", true),
        ("length($.obj) == 1", true), ("length(1) == $.absent", true), ("count($.arr.*) == 2", true),
        ("count($.arr[0, 0]) == 2", true), ("value($.arr[0]) == 2", true), ("value($.arr.*) == $.absent", true),
    ])
    func `section 2-3-5-3, comparisons`(filter: String, expected: Bool) throws {
        let document = #"{"obj": {"x": "y"}, "arr": [2, 3], "same": {"x": "y"}, "none": null}"#
        #expect(try select("$[?\(filter)]", in: document).isEmpty == !expected)
    }

    @Test(arguments: [
        ("$.a[?@.b == 'kilo']", #"{"b":"kilo"}"#), ("$.a[?(@.b == 'kilo')]", #"{"b":"kilo"}"#),
        ("$.a[?@>3.5]", "5 4 6"), ("$.a[?@.b]", #"{"b":"j"} {"b":"k"} {"b":{}} {"b":"kilo"}"#),
        ("$[?@.*]", #"[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}] {"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}"#),
        ("$[?@[?@.b]]", #"[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]"#),
        ("$.o[?@<3, ?@<3]", "1 2 1 2"), (#"$.a[?@<2 || @.b == "k"]"#, #"1 {"b":"k"}"#),
        (#"$.a[?match(@.b, "[jk]")]"#, #"{"b":"j"} {"b":"k"}"#),
        (#"$.a[?search(@.b, "[jk]")]"#, #"{"b":"j"} {"b":"k"} {"b":"kilo"}"#), ("$.o[?@>1 && @<4]", "2 3"),
        ("$.o[?@.u || @.x]", #"{"u":6}"#), ("$.a[?@.b == $.x]", "3 5 1 2 4 6"),
        ("$.a[?@ == @]", #"3 5 1 2 4 6 {"b":"j"} {"b":"k"} {"b":{}} {"b":"kilo"}"#),
        // The pattern may stand in the document, and one that is none matches nothing.
        ("$.a[?match(@.b, $.e)]", ""), ("$.a[?search(@.b, $.a)]", ""), ("$[?search('xfx', $.e)]['p', 'q']", "1 2"),
    ])
    func `section 2-3-5-3, filters`(path: String, expected: String) throws {
        let document = """
            {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
             "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}
            """
        #expect(try select(path, in: document) == expected)
    }

    @Test(arguments: [
        ("$..j", "1 4"), ("$..[0]", #"5 {"j":4}"#), ("$..o", #"{"j":1,"k":2}"#), ("$.o..[*, *]", "1 2 1 2"),
        ("$.a..[0, 1]", #"5 3 {"j":4} {"k":6}"#),
        ("$..[*]", #"{"j":1,"k":2} [5,3,[{"j":4},{"k":6}]] 1 2 5 3 [{"j":4},{"k":6}] {"j":4} {"k":6} 4 6"#),
        ("$..*", #"{"j":1,"k":2} [5,3,[{"j":4},{"k":6}]] 1 2 5 3 [{"j":4},{"k":6}] {"j":4} {"k":6} 4 6"#),
    ])
    func `section 2-5-2, descendants`(path: String, expected: String) throws {
        #expect(try select(path, in: #"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#) == expected)
    }

    @Test(arguments: [
        ("$.a", "null"), ("$.a[0]", ""), ("$.a.d", ""), ("$.b[0]", "null"), ("$.b[*]", "null"), ("$.b[?@]", "null"),
        ("$.b[?@==null]", "null"), ("$.c[?@.d==null]", ""), ("$.null", "1"),
    ])
    func `section 2-6, null`(path: String, expected: String) throws {
        #expect(try select(path, in: #"{"a": null, "b": [null], "c": [{}], "null": 1}"#) == expected)
    }

    @Test(arguments: [
        ("", 0, "a JSONPath begins with '$'"), ("paths", 0, "a JSONPath begins with '$'"),
        (" $", 0, "a JSONPath begins with '$'"), ("$ ", 1, "a JSONPath has no white space around it"),
        ("$paths", 1, "expected '.', '..' or '[' here"), ("$.", 2, "expected a name or '*' after the dot"),
        ("$.x-a", 3, "expected '.', '..' or '[' here"), ("$.1", 2, "expected a name or '*' after the dot"),
        ("$...a", 3, "expected a name or '*' after the dot"), ("$. a", 2, "expected a name or '*' after the dot"),
        ("$[a]", 2, "expected a selector: a name in quotes, '*', an index, a slice, or '?' with a filter"),
        ("$[]", 2, "expected a selector: a name in quotes, '*', an index, a slice, or '?' with a filter"),
        ("$['a'", 5, "expected ',' or ']' here"), ("$['a", 2, "the text that begins here has no end"),
        (#"$['\x']"#, 3, "unknown escape"), (#"$['\uD800']"#, 3, "half of a surrogate pair is no character"),
        (#"$['\u12']"#, 3, #"four hexadecimal digits belong behind '\u'"#),
        ("$['\n']", 3, "a control character must be written as an escape, '\\n'"),
        ("$[01]", 2, "'01' is no index: write it without leading zero and minus"),
        ("$[-0]", 2, "'-0' is no index: write it without leading zero and minus"), ("$[-]", 3, "expected a digit"),
        ("$[9007199254740992]", 2, "the index 9007199254740992 is too large"),
        ("$[?@.a=1]", 6, "unknown operator"), ("$[?true]", 3, "a literal is to be compared with something"),
        ("$[?@.* == 1]", 3, "a query that may select several nodes cannot be compared"),
        ("$[?@..a < 1]", 3, "a query that may select several nodes cannot be compared"),
        ("$[?(@.a]", 7, "expected ')' here"), ("$[?]", 3, "expected a value, '@', '$', or a function"),
        ("$[?!@.a == 1]", 3, "'!' stands before a test, not before a comparison"),
        ("$[?@.a == 01]", 10, "a number has no leading zero"),
        ("$[?@.a == 1.]", 12, "expected a digit after the decimal point"),
        // Section 2.4.9: what is not well-typed.
        ("$[?length(@.*) < 3]", 10, "a query that may select several nodes cannot be compared"),
        ("$[?count(1) == 1]", 9, "expected a query, '@…' or '$…'"), ("$[?foo(@.*)]", 3, "unknown function 'foo'"),
        ("$[?match(@.a, 'b') == true]", 3, "the result of this function cannot be compared"),
        ("$[?value(@..color)]", 3, "the result of this function is to be compared"),
        ("$[?length(@.a)]", 3, "the result of this function is to be compared"),
        ("$[?count(@.a, @.b) > 1]", 3, "'count' takes one argument"),
        ("$[?match(@.a)]", 3, "'match' takes two arguments"),
        ("$[?match (@.a, 'b')]", 8, "expected '(' behind 'match'"),
        ("$[?match(@.a, '(')]", 14, "this is no I-Regexp (RFC 9485)"),
    ])
    func `a text that is no JSONPath says where`(text: String, offset: Int, message: String) {
        #expect { try JSONPathParser.parse(text) } throws: { error in
            let error = error as? JSONPathSyntaxError
            return error?.message == message && error?.range.lowerBound == offset
        }
    }

    @Test func `deep brackets and much work end in an error`() throws {
        let deep = "$" + String(repeating: "[?@", count: 5_000)
        #expect(throws: JSONPathSyntaxError.self) { try JSONPathParser.parse(deep) }
        let document = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: JSONPathEvaluation.TooMuchWork.self) { try select("$..*..*..*..*", in: document) }
        let list = "[" + repeatElement("1", count: 200).joined(separator: ",") + "]"
        #expect(throws: JSONPathEvaluation.TooMuchWork.self) { try select("$[?count($[?@ == 1]) > 1]", in: list) }
    }
}
