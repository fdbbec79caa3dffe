import TestSupport
import Testing

@testable import SDKRuntime

/// Where chunks are cut changes nothing, whatever the bytes.
@Suite struct ChunkingFuzzTests {
    /// The bytes that mean something to a decoder, and some that do not.
    private static let alphabet =
        Array("data:event:id:retry:1 \n\n\n\r\r\r x{}\u{FEFF}и\u{2028}".utf8) + [0, 0xFF, 0x85]

    @Test(arguments: 0..<50 as Range<UInt64>)
    func decode(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["data: x\n", "event: a\r\n", "id: 1\r", "\n", "\r", "\r\n", "retry: 7\n", ":\n"].map {
            Array($0.utf8)
        }
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                if Bool.random(using: &generator), let piece = pieces.randomElement(using: &generator) {
                    bytes += piece
                } else if let byte = Self.alphabet.randomElement(using: &generator) {
                    bytes.append(byte)
                }
            }
            let whole = Self.events([bytes])
            #expect(Self.events(bytes.map { [$0] }) == whole, "seed \(seed)")
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            #expect(Self.events([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == whole, "seed \(seed)")
        }
    }

    private static func events(_ chunks: [[UInt8]]) -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder()
        return chunks.flatMap { decoder.decode($0) }
    }
}
