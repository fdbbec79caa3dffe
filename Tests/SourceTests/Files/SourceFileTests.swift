import Source
import Testing

@Suite("Source files")
struct SourceFileTests {
    private func file(_ text: String) -> SourceFile {
        SourceFiles().add(path: "a.yaml", bytes: Array(text.utf8))
    }

    /// The position of the first `x` of a text.
    private func positionOfX(in text: String) throws -> SourcePosition {
        let file = file(text)
        return file.position(at: try #require(file.bytes.firstIndex(of: UInt8(ascii: "x"))))
    }

    @Test(
        "Lines end with LF, CR and CRLF only",
        arguments: [
            ("x", 1, 1),
            ("a\nbx", 2, 2),
            ("a\rbx", 2, 2),
            ("a\r\nbx", 2, 2),
            ("a\n\rx", 3, 1),
            ("a\r\r\n\nx", 4, 1),
            ("a\u{85}b\u{2028}c\u{2029}d\u{0B}e\u{0C}x", 1, 11),
        ]
    )
    func lines(text: String, line: Int, column: Int) throws {
        #expect(try positionOfX(in: text) == SourcePosition(line: line, column: column))
    }

    @Test(
        "Columns count characters",
        arguments: [
            ("\tx", 2),
            ("é: x", 4),
            ("😀: x", 4),
            ("e\u{301}: x", 4),
            ("👩‍👩‍👧: x", 4),
            ("日本語 x", 5),
        ]
    )
    func columns(text: String, column: Int) throws {
        #expect(try positionOfX(in: text) == SourcePosition(line: 1, column: column))
        #expect(try positionOfX(in: "first\r\n" + text) == SourcePosition(line: 2, column: column))
    }

    @Test("Columns of a long line are those of counting from its start")
    func longLine() throws {
        let piece = #"{"key": "größer 日本 👍🏽 e\#u{301}", "n": 12},"#
        let line = String(repeating: piece, count: 300)
        let file = file("short\n" + line + "\nshort")
        let base = "short\n".utf8.count
        for characterOffset in stride(from: 0, through: line.count, by: 97) {
            let byteOffset = line.prefix(characterOffset).utf8.count
            let position = file.position(at: base + byteOffset)
            #expect(position == SourcePosition(line: 2, column: characterOffset + 1))
        }
    }

    @Test("Any offset has a position")
    func clamping() {
        let file = file("ab\r\ncd")
        #expect(file.position(at: -5) == SourcePosition(line: 1, column: 1))
        #expect(file.position(at: 2) == SourcePosition(line: 1, column: 3))
        #expect(file.position(at: 3) == SourcePosition(line: 1, column: 3))
        #expect(file.position(at: 6) == SourcePosition(line: 2, column: 3))
        #expect(file.position(at: 1_000) == SourcePosition(line: 2, column: 3))
        #expect(self.file("").position(at: 0) == SourcePosition(line: 1, column: 1))
    }

    @Test("A line comes without its line break")
    func lineText() {
        let file = file("a\r\nb\rc\n")
        #expect((0...5).map(file.line) == ["", "a", "b", "c", "", ""])
        #expect(file.lineCount == 4)
    }

    @Test(
        "A byte order mark is dropped",
        arguments: [[0xEF, 0xBB, 0xBF, 0x61], [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]]
    )
    func byteOrderMark(bytes: [UInt8]) {
        let file = SourceFiles().add(path: "a.yaml", bytes: bytes)
        #expect(file.bytes == [0x61])
    }

    @Test("UTF-16 becomes UTF-8, surrogate pairs included")
    func utf16() {
        let text = "a: é😀日"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(SourceFiles().add(path: "a.yaml", bytes: bytes).bytes == Array(text.utf8))
    }

    @Test("Broken UTF-16 is reported where it is")
    func brokenUTF16() {
        let lone = Reading(bytes: [0xFE, 0xFF, 0, 0x61, 0, 0x3A, 0, 0x20, 0xD8, 0x3D, 0, 0x61])
        #expect(lone.messages == ["1:4: half of a surrogate pair (U+D83D) is not a character [yaml-encoding]"])
        let odd = Reading(bytes: [0xFE, 0xFF, 0, 0x61, 0])
        #expect(odd.messages == ["1:2: this byte (0xFF) is not UTF-8 [yaml-encoding]"])
    }
}
