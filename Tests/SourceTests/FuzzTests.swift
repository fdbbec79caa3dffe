import Source
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Bytes that mean something to YAML or JSON, which random bytes seldom hit.
private let meaningfulPieces = [
    "\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "? ", "#", " #", "&a", "*a", "!", "!!int ", "|", ">-\n", "'", "\"",
    "\\", "\\u", "{", "}", "[", "]", ",", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "é", "😀", "\u{85}", "\u{2028}", "0",
    "\u{FEFF}", "~", "\u{0}",
].map { Array($0.utf8) }

@Suite("Fuzzing")
struct FuzzTests {
    private func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let end = min(bytes.count, start + Int.random(in: 0...8, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
            case 3: bytes.removeSubrange(start...)
            default: bytes.insert(contentsOf: meaningfulPieces.randomElement(using: &generator) ?? [], at: start)
            }
        }
        return bytes
    }

    /// Visits all that a reader of the tree can ask for.
    private func check(_ node: YAMLNode, in file: SourceFile) {
        var waiting = [node]
        var seen: Set<YAMLNode.ID> = []
        while let node = waiting.popLast() {
            guard seen.insert(node.identity).inserted else { continue }
            #expect(node.range.start <= node.range.end)
            #expect(Int(node.range.end) <= file.bytes.count)
            _ = (node.text, node.string, node.bool, node.integer, node.double)
            waiting += node.elements
            var keys: Set<[UInt8]> = []
            for member in node.members {
                #expect(keys.insert(Array(member.key.utf8)).inserted)
                #expect(node.member(member.key)?.value.identity == member.value.identity)
                #expect(!file.text(in: member.keyRange).isEmpty)
                waiting.append(member.value)
            }
        }
    }

    @Test("Damaged documents give a tree or an error, and nothing crashes")
    func mutations() throws {
        let seed = SeededGenerator.givenSeed
        print("FUZZ_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        let names = try FileManager.default.contentsOfDirectory(atPath: ConformanceFolder.own).sorted()
        for name in names where name.hasSuffix(".yaml") {
            let data = try #require(FileManager.default.contents(atPath: "\(ConformanceFolder.own)/\(name)"))
            guard data.count < 3_000 else { continue }
            for round in 0..<30 {
                let bytes = mutate([UInt8](data), &generator)
                let reading = Reading(bytes: bytes, path: round % 5 == 0 ? "a.json" : "a.yaml")
                let format = DiagnosticPrinter.Format.allCases[round % 3]
                let printer = DiagnosticPrinter(format: format, files: reading.files)
                #expect(
                    printer.string(for: reading.report.diagnostics).isEmpty
                        == (reading.messages.isEmpty && format != .json)
                )
                if let root = reading.root {
                    check(root, in: reading.file)
                } else {
                    #expect(reading.report.hasErrors, "FUZZ_SEED=\(seed): \(name) became \(bytes)")
                }
            }
        }
    }
}
