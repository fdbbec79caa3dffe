import Testing

@testable import APIModel

@Suite struct NameWordsTests {
    @Test(arguments: [
        ("fineTuning", ["fine", "tuning"]),
        ("Fine_Tuning", ["fine", "tuning"]),
        ("HTTPServer", ["http", "server"]),
        ("userIDs", ["user", "ids"]),
        ("v2Items", ["v2", "items"]),
        ("größeÄndern", ["größe", "ändern"]),
        ("--", []),
    ])
    func `a name is made of words`(name: String, words: [String]) {
        #expect(NameWords.words(of: name) == words)
    }

    @Test func `bytes and characters give the same`() {
        let parts = ["id", "ID", "IDs", "Url", "a", "S", "sS", "http2", "7", "_", "-", ".", "HTTPServer", "xY", "s"]
        for first in parts {
            for second in parts {
                for third in parts {
                    let name = first + second + third
                    #expect(NameWords.words(of: name) == NameWords.words(ofCharacters: Array(name)), "\(name)")
                }
            }
        }
    }
}
