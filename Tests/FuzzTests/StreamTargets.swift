import Foundation
import TestSupport

@testable import SDKRuntime

/// Server-sent events, held against a plain reading of the standard, and cut into pieces anywhere.
struct EventTarget: FuzzTarget {
    let name = "events"

    let seeds = [
        "event: a\ndata: {\"x\":1}\n\nid: 7\nretry: 10\ndata: x\ndata: y\n\n: comment\n\n",
        "\u{FEFF}data: é\r\n\r\ndata\r\rdata:\u{2028}\u{85}\n\n", "event: ping\ndata: {}\n\ndata: [DONE]\n\ndata: cut",
    ].map { Array($0.utf8) }

    let dictionary = [
        "data:", "data: ", "event: ", "id: ", "id", "retry: ", "\n", "\r", "\r\n", "\n\n", ":", " ", "\u{0}",
        "\u{FEFF}", "1",
        "é", "\u{2028}", "x",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let events = decode([input])
        try expectEqual(decode(input.pieces(&generator)), events, "the events of pieces")
        try expectEqual(events, Self.reference(input), "the events of the standard")
    }

    private func decode(_ pieces: [[UInt8]]) -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder()
        return pieces.flatMap { decoder.decode($0) }
    }

    /// WHATWG HTML, section 9.2.6, word for word, but that an event needs a name or data, not data alone.
    private static func reference(_ input: [UInt8]) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        var (name, data, id, retry) = ([UInt8](), [[UInt8]](), String?.none, Int?.none)
        let text = input.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(input.dropFirst(3)) : input
        // What follows the last line's end is no line.
        for line in LineTarget.reference(text).dropLast() {
            if line.isEmpty {
                if !data.isEmpty || !name.isEmpty {
                    events.append(
                        ServerSentEvent(
                            event: name.isEmpty ? nil : String(decoding: name, as: UTF8.self),
                            data: String(decoding: Array(data.joined(separator: [10])), as: UTF8.self),
                            id: id,
                            retry: retry
                        )
                    )
                    (name, data, retry) = ([], [], nil)
                }
                continue
            }
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            var value = parts.count > 1 ? Array(parts[1]) : []
            if value.first == UInt8(ascii: " ") { value.removeFirst() }
            switch String(decoding: parts[0], as: UTF8.self) {
            case "event": name = value
            case "data": data.append(value)
            case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
            case "retry" where value.allSatisfy({ (48...57).contains($0) }):
                retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
            default: break
            }
        }
        return events
    }
}

/// Lines, as JSON Lines and event streams have them.
struct LineTarget: FuzzTarget {
    let name = "lines"

    let seeds = ["{\"a\":1}\n{\"a\":2}\r\n\r{\"a\":3}", "\n\n\r\n\r\r", "é\u{2028}x\u{85}y\n"].map { Array($0.utf8) }

    let dictionary = ["\n", "\r", "\r\n", "\n\r", "1", "{}", "\u{2028}", "\u{85}", "\u{B}", "é"]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let lines = decode([input])
        try expectEqual(decode(input.pieces(&generator)), lines, "the lines of pieces")
        var expected = Self.reference(input)
        // Nothing after the last end is no line.
        if expected.last?.isEmpty == true { expected.removeLast() }
        try expectEqual(lines, expected, "the lines")
    }

    private func decode(_ pieces: [[UInt8]]) -> [[UInt8]] {
        var decoder = LineDecoder()
        var lines: [[UInt8]] = []
        for piece in pieces {
            decoder.append(piece)
            while let line = decoder.next() { lines.append(Array(line)) }
        }
        if let line = decoder.finish() { lines.append(Array(line)) }
        return lines
    }

    /// The text between the ends of lines; the last element is what follows the last end.
    static func reference(_ input: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for (index, byte) in input.enumerated() {
            if byte == 10, index > 0, input[index - 1] == 13 { continue }
            if byte == 10 || byte == 13 {
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines
    }
}
