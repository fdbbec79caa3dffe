import Source
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("JSON")
struct JSONReaderTests {
    @Test("A document reads as Foundation reads it")
    func foundation() throws {
        let path = "\(ConformanceFolder.own)/expected.json"
        let data = try #require(FileManager.default.contents(atPath: path))
        let reading = Reading(bytes: [UInt8](data), path: path)
        #expect(reading.messages == [])
        let root = try #require(reading.root)
        #expect(try JSONDecoder().decode(ExpectedValue.self, from: data).matches(root))
    }

    @Test(
        "Scalars",
        arguments: [
            ("-0", .integer), ("12", .integer), ("-1.50", .float), ("1E5", .float), ("0e-1", .float),
            ("true", .bool), ("false", .bool), ("null", .null),
        ] as [(String, YAMLNode.Kind)]
    )
    func scalars(text: String, kind: YAMLNode.Kind) throws {
        let reading = Reading("[\(text)]", path: "a.json")
        let node = try #require(reading.root?.elements.first)
        #expect(node.kind == kind)
        #expect(node.text == text)
    }

    @Test(
        "Strings",
        arguments: [
            (#""""#, ""),
            (#""plain é😀""#, "plain é😀"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e9\uD83D\uDE00\u0000x""#, "é😀\u{0}x"),
            ("\"\u{7F}\u{2028}\u{FEFF}\"", "\u{7F}\u{2028}\u{FEFF}"),
        ]
    )
    func strings(json: String, text: String) {
        let reading = Reading("{\(json): \(json)}")
        #expect(reading.messages == [])
        #expect(reading.root?.members.first?.key == text)
        #expect(reading.root?.members.first?.value.string == text)
        #expect(reading.root?[text]?.isQuoted == true)
    }

    @Test(
        "Errors in a file with the suffix .json",
        arguments: [
            (#"{"a": 1,}"#, "1:8: JSON allows no comma before a closing bracket"),
            (#"{a: 1}"#, "1:2: expected a key in double quotes here"),
            (#"{"a" 1}"#, "1:6: expected ':' after the key"),
            (#"{"a": 1 "b": 2}"#, "1:9: expected ',' or '}' here"),
            (#"[1 2]"#, "1:4: expected ',' or ']' here"),
            ("[\n  1,\n", "3:1: expected a value here"),
            ("[\n  1\n", "1:1: this '[' is never closed"),
            (#"{"a": "b}"#, "1:7: this quote is never closed"),
            ("[\"a\nb\"]", "1:2: this quote is never closed"),
            ("[\"a\tb\"]", "1:4: control character U+0009 in a string must be escaped"),
            (#"["\x"]"#, "1:3: unknown escape '\\x'"),
            (#"["\u12G4"]"#, "1:3: '\\u' needs four hexadecimal digits"),
            (#"["\ud83d x"]"#, "1:3: '\\ud83d' is half of a surrogate pair"),
            (#"["\ude00"]"#, "1:3: '\\ude00' is half of a surrogate pair"),
            (#"["\ud83d\u0041"]"#, "1:3: '\\ud83d' is half of a surrogate pair"),
            ("[01]", "1:2: a number in JSON cannot begin with a zero"),
            ("[-]", "1:3: expected a digit here"),
            ("[1.]", "1:4: expected a digit here"),
            ("[1e]", "1:4: expected a digit here"),
            ("[+1]", "1:2: expected a value here"),
            ("[tru]", "1:2: expected a value here"),
            ("[NaN]", "1:2: expected a value here"),
            ("[1] x", "1:5: unexpected text after the end of the document"),
            ("{}}", "1:3: unexpected text after the end of the document"),
            ("[/* no */ 1]", "1:2: expected a value here"),
        ]
    )
    func errors(json: String, message: String) {
        let reading = Reading(json, path: "a.JSON")
        #expect(reading.messages == [message + " [json-syntax]"])
        #expect(reading.root == nil)
    }

    @Test("Duplicate keys are found, escapes or not")
    func duplicates() {
        #expect(
            Reading(#"{"a": 1, "\u0061": 2}"#, path: "a.json").messages == [
                "1:10: duplicate key 'a' [yaml-duplicate-key]"
            ]
        )
    }

    @Test(
        "What begins with a bracket and is no JSON is YAML, unless it is a .json file",
        arguments: [("{a: 1,}", "{a: 1}"), ("  [x, 'y']\n", #"["x", "y"]"#), ("{\"a\": b} # c\n", #"{a: "b"}"#)]
    )
    func flowYAML(text: String, outline: String) {
        #expect(Reading(text, path: "a.yaml").root?.outline == outline)
        #expect(Reading(text, path: "a.yaml").messages == [])
        #expect(Reading(text, path: "a.json").root == nil)
    }

    @Test("Of two errors, the one of the reader that came farther is shown")
    func fallbackErrors() {
        let key = String(repeating: "k", count: 1_100)
        let long = Reading("{\"\(key)\": 1,\n \"b\": \"\\x\"}")
        #expect(long.messages == ["2:8: unknown escape '\\x' [json-syntax]"])
        let flow = Reading("{a: 1,\n b: [1, , 2]}")
        #expect(flow.messages == ["2:9: expected a value here [yaml-syntax]"])
    }
}
