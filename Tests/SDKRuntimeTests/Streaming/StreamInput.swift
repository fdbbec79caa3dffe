import Foundation
import SDKRuntime
import TestSupport
import Testing

/// The chunks that a case of the streaming suites feeds.
struct StreamInput {
    let chunks: [[UInt8]]

    /// The chunks, all bytes at once and, unless there are millions, each by itself.
    let allChunkings: [[[UInt8]]]

    init(_ input: JSONValue) throws {
        if let texts = input["chunks"]?.arrayValue {
            // A pause is where a chunk ends.
            chunks = texts.map(\.text).filter { !$0.hasPrefix("<pause") }.map { Array($0.utf8) }
        } else if let texts = input["chunks_hex"]?.arrayValue {
            chunks = try texts.map { Array(try #require(Data(hex: $0.text))) }
        } else {
            let bytes = Array(Self.generated(try #require(input["generate"]?.stringValue)).utf8)
            let size = input["chunk_size"]?.intValue ?? max(bytes.count, 1)
            chunks = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        }
        let bytes = Array(chunks.joined())
        allChunkings = [chunks, [bytes]] + (bytes.count < 10_000 ? [bytes.map { [$0] }] : [])
    }

    /// `data: <3 x "z">\n` as `data: zzz` and a line feed.
    private static func generated(_ text: String) -> String {
        text.replacing(#/<(\d+) x "(.)">/#) { String(repeating: String($0.output.2), count: Int($0.output.1) ?? 0) }
            .replacing(#"\n"#, with: "\n")
    }
}
