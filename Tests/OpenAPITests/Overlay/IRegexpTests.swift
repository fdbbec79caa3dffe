import Testing

@testable import OpenAPI

@Suite struct IRegexpTests {
    @Test(arguments: [
        ("", "", true), ("", "a", false), ("abc", "abc", true), ("abc", "ab", false), ("a|b", "b", true),
        ("a|", "", true),
        ("a*", "", true), ("a*", "aaa", true), ("a+", "", false), ("a+b?", "aab", true), ("a{2}", "aa", true),
        ("a{2}", "aaa", false), ("a{2,}", "aaaa", true), ("a{1,2}", "aaa", false), ("(ab|cd)+", "abcdab", true),
        (".", "\u{1F600}", true), (".", "\n", false), (".", "\r", false), ("[a-c]x", "bx", true),
        ("[^a-c]x", "bx", false),
        ("[-a]", "-", true), ("[a-]", "-", true), (#"[\]\-]"#, "]", true), (#"\."#, "a", false),
        (#"\t\n"#, "\t\n", true),
        (#"\p{Lu}\p{Ll}*"#, "Äpfel", true), (#"\P{L}+"#, "123", true), (#"[\p{N}_]+"#, "1_2", true),
        (#"[^\P{L}]"#, "x", true), ("^a$", "^a$", true), ("^a$", "a", false), ("a{0}b", "b", true),
        ("(a*)*b", "aab", true),
        // RFC 9485, section 4.
        ("[^ab]", "c", true), ("a.b", "a\nb", false),
    ])
    func `a text matches as a whole`(pattern: String, text: String, expected: Bool) throws {
        #expect(try #require(IRegexp(pattern)).matches(text) == expected)
    }

    @Test(arguments: [
        ("b+", "abbc", true), ("^b", "b", false), ("x", "abc", false), ("", "abc", true), ("c", "abc", true),
        ("(a|b)c", "xxbc", true),
    ])
    func `a part of a text is found`(pattern: String, text: String, expected: Bool) throws {
        #expect(try #require(IRegexp(pattern)).isFound(in: text) == expected)
    }

    @Test(arguments: [
        "(", ")", "*", "a**", "[", "[]", "a{", "a{2", "a{2,1}", "a{,2}", #"\d"#, #"\w"#, #"\"#, "[b-a]", "[a-b-c]",
        "a??",
        #"\p{Xx}"#, #"\p{Lu"#, #"\pL"#, "(?:a)", "(?=a)", "a{99999999999999999999}", "[a", "[[a]]", "{", "}", "]",
    ])
    func `other texts are none`(pattern: String) {
        #expect(IRegexp(pattern) == nil)
    }

    @Test func `no pattern takes long`() throws {
        let text = String(repeating: "a", count: 2_000)
        #expect(try #require(IRegexp("(a*)*b")).matches(text) == false)
        #expect(try #require(IRegexp("(a|a)*(a|aa)+c")).isFound(in: text) == false)
        #expect(IRegexp("((a{1000}){1000}){1000}") == nil)
        #expect(IRegexp("((((){1000}){1000}){1000}){1000}") == nil)
        #expect(IRegexp(String(repeating: "(", count: 100_000)) == nil)
    }
}
