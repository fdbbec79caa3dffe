import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Mutated JSON must give a value or an error, never a crash; run it with `--sanitize=address` after changing the engine.
@Suite("Fuzz")
struct FuzzTests {
    static let seeds: [UInt64] = [11, 22, 33, SeededGenerator.givenSeed]

    @Test("mutated documents are read or refused", arguments: seeds)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let corpus = [
            MixedModel.full, #"{"data":[{"id":"a","count":1},{"id":"b","count":2}],"has_more":true}"#,
            #"{"type":"group","members":[{"type":"num","value":1},{"type":"group","members":[]}]}"#,
            #"{"name":"a","child":{"name":"\ud83d\ude00","child":{"name":"c"}}}"#,
        ].map { Array($0.utf8) }
        for round in 0..<1500 {
            let bytes = mutate(corpus[round % corpus.count], &generator)
            do {
                try check(MixedModel.self, bytes)
                try check(ItemPage.self, bytes)
                try check(Block.self, bytes)
                try check(Source.self, bytes)
                try check(Node.self, bytes)
                try check(IndirectTests.Fork.self, bytes)
                try check(Metrics.self, bytes)
                try check(JSONValue.self, bytes)
            } catch {
                Issue.record("seed \(seed), round \(round): \(error) for \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    /// What can be read can be written, and reads back as itself.
    private func check<T: JSONCodable & Hashable>(_ type: T.Type, _ bytes: [UInt8]) throws {
        _ = try? ModelDecoder(mode: .strict).decode(type, from: Data(bytes))
        guard let value = try? ModelDecoder().decode(type, from: Data(bytes)) else { return }
        let written = try ModelEncoder().encode(value)
        let again = try ModelDecoder().decode(type, from: written)
        let writtenAgain = try ModelEncoder().encode(again)
        #expect(written == writtenAgain, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(value.hashValue == value.hashValue && value == value)
    }

    private func mutate(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        let pieces = [
            "null", "{}", "[]", "1e5", "-0.5", "\"\"", "\\u0000", "\\ud800", "true", ",", ":", "\"type\"",
            "{\"type\":\"num\"}",
            "\"id\":", "99999999999999999999", "\"2031-02-03T04:05:06Z\"",
        ].map { Array($0.utf8) }
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: replaceValue(in: &bytes, near: place, pieces, &generator)
            }
        }
        return bytes
    }

    /// Puts a piece in the place of what follows the next colon, so that the text often stays well-formed.
    private func replaceValue(
        in bytes: inout [UInt8],
        near place: Int,
        _ pieces: [[UInt8]],
        _ generator: inout SeededGenerator
    ) {
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
        let rest = bytes[(colon + 1)...]
        let end = rest.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") } ?? bytes.count
        bytes.replaceSubrange(colon + 1..<end, with: pieces[Int.random(in: 0..<pieces.count, using: &generator)])
    }
}
