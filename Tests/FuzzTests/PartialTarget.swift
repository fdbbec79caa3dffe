import Foundation
import TestSupport

@testable import SDKRuntime

/// JSON that arrives in pieces, held against the reader of whole texts.
struct PartialTarget: FuzzTarget {
    let name = "partial"

    let seeds = JSONTarget().seeds
    let dictionary = JSONTarget().dictionary

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        // Pieces are strings, so that they are UTF-8 in any case.
        let text = String(decoding: input, as: UTF8.self)
        // A mark is for whole texts.
        guard text.unicodeScalars.first != "\u{FEFF}" else { return }
        var json = PartialJSON()
        var rest = text.unicodeScalars[...]
        // To put the open containers together takes as long as they are.
        let interval = rest.count / 64 + 1
        for (index, piece) in [UInt8](repeating: 0, count: rest.count).pieces(&generator).enumerated() {
            json.append(String(rest.prefix(piece.count)))
            rest = rest.dropFirst(piece.count)
            if index.isMultiple(of: interval) { _ = json.value }
        }
        try expectEqual(json.text, text, "the text of pieces")
        // Space ends a number, and changes nothing else.
        json.append(" ")
        let whole = try? ModelDecoder().decode(JSONValue.self, from: Data(text.utf8))
        try expectEqual(json.isComplete, whole != nil, "whether the text is JSON")
        if let whole { try expectEqual(json.value, whole, "the value") }
        if let failure = json.failure {
            try expect(failure.byteOffset <= input.count * 3 + 1, "the failure is at \(failure.byteOffset)")
        }
    }
}
