import SDKRuntime
import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct LineDecoderTests {
    static let cases = ConformanceCases.cases(suite: "line_decoder")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "line_decoder"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func split(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        let input = try StreamInput(testCase.input)
        let lines = expected.take("lines_after_flush")
        for chunks in input.allChunkings {
            #expect(Self.lines(chunks, isFlushed: true) == lines?.arrayValue?.map(\.text))
        }
        if let lines = expected.take("lines_before_flush") {
            #expect(Self.lines(input.chunks, isFlushed: false) == lines.arrayValue?.map(\.text))
        }
        expected.finish()
    }

    @Test func `a line is there as soon as its CR is`() {
        #expect(Self.lines([Array("one\r".utf8)], isFlushed: false) == ["one"])
    }

    private static func lines(_ chunks: [[UInt8]], isFlushed: Bool) -> [String] {
        var decoder = LineDecoder()
        var lines: [String] = []
        for chunk in chunks {
            decoder.append(chunk)
            while let line = decoder.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        if isFlushed, let line = decoder.finish() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }
}
