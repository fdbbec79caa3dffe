import Foundation
import TestSupport

@testable import SDKRuntime

/// JSON of any kind, held against Foundation: what is accepted, and the values.
struct JSONTarget: FuzzTarget {
    let name = "json"

    let seeds = [
        #"{"a":[1,2.5,-3e2,true,false,null],"b":{"c":"d","e":"\u00e9\ud83d\ude00\n"},"é":""}"#, "[]", "{}", "\"\"", "0",
        #"[9007199254740993,18446744073709551615,-9223372036854775808,1e308,0.1,123456789012345678901234567890]"#,
        #" { "a" : [ ] , "b" : [ { } , [ [ ] ] ] } "#, "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "\"\\\\\\\"\\/\\b\\f\"",
        "-0.0",
    ].map { Array($0.utf8) }

    let dictionary = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\udc00", "\\n", "true", "false", "null", "1", "-",
        "0",
        ".", "e", "E+", "1e5", "e-9223372036854775808", "99999999999999999999", "0.1", " ", "\n", "\t", "\u{0}", "é",
        "😀", "\"a\":", "[[",
        "{\"a\":",
        "\u{FEFF}", "/", "//", "nul", "Infinity", "NaN",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let data = Data(input)
        let ours: JSONValue?
        do {
            ours = try ModelDecoder(mode: .strict).decode(JSONValue.self, from: data)
        } catch {
            try expect(error.byteOffset >= 0 && error.byteOffset <= input.count, "the error is at \(error.byteOffset)")
            ours = nil
        }
        try compare(ours, data)
        guard let ours else { return }
        // What is written is read as the same, in the same bytes.
        let written = try ModelEncoder().encode(ours)
        let again = try ModelDecoder(mode: .strict).decode(JSONValue.self, from: written)
        try expectEqual(again, ours, "the value that was written")
        try expectEqual(again.hashValue, ours.hashValue, "its hash")
        try expectEqual(try ModelEncoder().encode(again), written, "what is written again")
        try checkQuery(ours)
    }

    /// A query has any JSON but for numbers of absurd length.
    private func checkQuery(_ value: JSONValue) throws {
        let encoder = QueryEncoder(arrays: .brackets, objects: .brackets)
        guard let pairs = try? encoder.encode(QueryParameter(name: "p", value: value, format: nil)) else { return }
        let text = pairs.map(\.text).joined(separator: "&")
        try expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "'\(text)' is no query")
        try expectEqual(QueryPair.parse(text).map(\.name), pairs.map(\.name), "the names in the query")
    }

    private func compare(_ ours: JSONValue?, _ data: Data) throws {
        // Foundation takes zeros for a sign of UTF-16, and a mark for the encoding.
        guard !data.contains(0), !data.starts(with: [0xEF, 0xBB, 0xBF]), !data.starts(with: [0xFE]),
            !data.starts(with: [0xFF])
        else { return }
        let theirs = try? JSONDecoder().decode(JSONValue.self, from: data)
        switch (ours, theirs) {
        case (nil, nil): return
        // Of equal keys, Foundation keeps the first.
        case (let ours?, _?) where Self.memberCount(ours) < Self.colonCount(data): return
        case (let ours?, let theirs?):
            try expect(Self.isSame(ours, theirs), "Foundation reads \(theirs), not \(ours)")
        case (let ours?, nil):
            try expect(Self.isBeyondFoundation(ours, data), "Foundation refuses this")
        // It does not look at what it does not keep, either.
        case (nil, let theirs?) where Self.memberCount(theirs) < Self.colonCount(data): return
        case (nil, let theirs?):
            // Foundation takes a comma before the end of an object.
            let isAfterComma = String(decoding: data, as: UTF8.self).contains(#/,\s*[}\]]/#)
            try expect(isAfterComma || Self.depth(theirs) >= 512, "Foundation reads \(theirs)")
        }
    }

    /// What Foundation refuses though RFC 8259 allows it: numbers out of the range of a double, surrogates without a
    /// partner, and nesting as deep as the limit.
    private static func isBeyondFoundation(_ value: JSONValue, _ data: Data) -> Bool {
        let text = String(decoding: data, as: UTF8.self).lowercased()
        return depth(value) >= 510 || text.contains("\\ud") || hasHugeNumber(value)
    }

    private static func hasHugeNumber(_ value: JSONValue) -> Bool {
        switch value {
        case .number(let number): number.double.map { $0 == 0 || abs($0) < 1e-300 } ?? true
        case .array(let elements): elements.contains { hasHugeNumber($0) }
        case .object(let members): members.contains { hasHugeNumber($0.value) }
        case .null, .bool, .string: false
        }
    }

    private static func memberCount(_ value: JSONValue) -> Int {
        switch value {
        case .array(let elements): elements.reduce(0) { $0 + memberCount($1) }
        case .object(let members): members.reduce(0) { $0 + 1 + memberCount($1.value) }
        case .null, .bool, .number, .string: 0
        }
    }

    /// The number of colons outside of strings.
    private static func colonCount(_ data: Data) -> Int {
        var (count, isInside, isEscaped) = (0, false, false)
        for byte in data {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isInside {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInside.toggle()
            } else if byte == UInt8(ascii: ":"), !isInside {
                count += 1
            }
        }
        return count
    }

    private static func depth(_ value: JSONValue) -> Int {
        switch value {
        case .array(let elements): 1 + (elements.map { depth($0) }.max() ?? 0)
        case .object(let members): 1 + (members.map { depth($0.value) }.max() ?? 0)
        case .null, .bool, .number, .string: 0
        }
    }

    /// Whether both are the same but for digits that a double does not hold.
    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            if let left = left.int64, let right = right.int64 { return left == right }
            return left.double == right.double
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key].map { isSame(value, $0) } ?? false }
        default:
            return left == right
        }
    }
}
