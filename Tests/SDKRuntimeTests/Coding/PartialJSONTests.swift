import Foundation
import SDKRuntime
import Testing

@Suite struct PartialJSONTests {
    /// A document of everything that the grammar has.
    static let document =
        #" {"text":"a \"quoted\" \\ \u00e9\ud83d\ude00 é😀\n","numbers":[0,-1,12.50,1e5,-3E-2,9007199254740993],"#
        + #""literals":[true,false,null],"empty":[{},[],""],"deep":{"a":{"b":[[{"c":null}]]}},"":1 , "tail" : "z" } "#

    @Test(
        arguments: [
            ("", nil),
            (" ", nil),
            ("[", []),
            (#""abc"#, nil),
            (#""abc""#, "abc"),
            (#"{"a"#, [:]),
            (#"{"a":"#, [:]),
            (#"{"a":"b","#, ["a": "b"]),
            (#"{"a":"b\"#, [:]),
            (#"{"a":"\u00"#, [:]),
            (#"{"a":true"#, ["a": true]),
            (#"{"a":fals"#, [:]),
            ("[1,2,", [1, 2]),
            ("[1,2 ", [1, 2]),
            ("[-", []),
            (#"[[1],[2"#, [[1], []]),
            (#"{"a":1,"a":"#, ["a": 1]),
            (#"{"a":1,"a":2}"#, ["a": 2]),
        ] as [(String, JSONValue?)]
    )
    func `the value of a beginning`(text: String, value: JSONValue?) {
        let json = PartialJSON(text)
        #expect(json.value == value)
        #expect(json.failure == nil)
        #expect(json.text == text)
    }

    @Test func `the whole text has the value that the decoder reads`() throws {
        let json = PartialJSON(Self.document)
        #expect(json.value == (try ModelDecoder().decode(JSONValue.self, from: Data(Self.document.utf8))))
        #expect(json.isComplete)
    }

    @Test func `it does not matter how the text is cut, nor how often the value is asked for`() {
        var whole = PartialJSON()
        for (index, character) in Self.document.unicodeScalars.enumerated() {
            whole.append(String(character))
            let fresh = PartialJSON(whole.text)
            if index % 3 == 0 { #expect(whole.value == fresh.value) }
            #expect(whole.failure == nil)
            #expect(whole.isComplete == fresh.isComplete)
        }
        #expect(whole.isComplete)
    }

    @Test func `every beginning has a part of the whole value`() throws {
        let whole = try ModelDecoder().decode(JSONValue.self, from: Data(Self.document.utf8))
        var json = PartialJSON()
        for character in Self.document.unicodeScalars {
            json.append(String(character))
            if let value = json.value { #expect(value.isPart(of: whole), "\(json.text)") }
        }
    }

    @Test(arguments: [
        ("]", 0, ""), ("{]", 1, ""), (#"{"a" 1"#, 5, "a"), (#"{"a":1,}"#, 7, ""), ("[1,]", 3, "[1]"),
        ("[1 2]", 3, "[1]"),
        ("nulk", 3, ""), (#"{"a":[1,tRue"#, 9, "a[1]"), ("[01]", 1, "[0]"), ("[1-2,", 1, "[0]"), (#"["\x"#, 2, "[0]"),
        (#"["\u00g"#, 2, "[0]"), ("[\"a\nb\"]", 3, "[0]"), ("{} {", 3, ""), ("[]]", 2, ""), ("[+1]", 1, "[0]"),
    ])
    func `what cannot become JSON is told with its place`(text: String, offset: Int, path: String) throws {
        let json = PartialJSON(text)
        let failure = try #require(json.failure)
        #expect(failure.byteOffset == offset)
        #expect(failure.codingPath == path)
        #expect(!json.isComplete)
    }

    @Test func `the value before a mistake is kept`() {
        var json = PartialJSON(#"{"a":[1,2],"b":@"#)
        #expect(json.value == ["a": [1, 2]])
        json.append(#","c":3}"#)
        #expect(json.value == ["a": [1, 2]])
    }

    @Test func `nesting is limited`() {
        let deepest = PartialJSON(String(repeating: "[", count: 512))
        #expect(deepest.failure == nil)
        #expect(deepest.value != nil)
        let deeper = PartialJSON(String(repeating: "[", count: 1_000_000))
        #expect(deeper.failure?.byteOffset == 512)
        #expect(deeper.value != nil)
    }

    @Test(arguments: [
        ("{}", true), ("[1] \n", true), (#""a""#, true), ("null", true), ("1 ", true), ("12", false), ("[", false),
        ("[[]", false), ("[]x", false), ("", false),
    ])
    func `a value is complete when only whitespace may follow`(text: String, isComplete: Bool) {
        let json = PartialJSON(text)
        #expect(json.isComplete == isComplete)
    }
}

extension JSONValue {
    /// Whether the value is the other one, but for elements and members that are missing at the end of containers.
    fileprivate func isPart(of whole: JSONValue) -> Bool {
        switch (self, whole) {
        case (.array(let elements), .array(let all)):
            elements.count <= all.count && zip(elements, all).allSatisfy { $0.isPart(of: $1) }
        case (.object(let members), .object(let all)):
            members.keys == Array(all.keys.prefix(members.count))
                && members.allSatisfy { key, value in all[key].map { value.isPart(of: $0) } ?? false }
        default:
            self == whole
        }
    }
}
