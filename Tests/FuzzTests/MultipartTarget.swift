import Foundation
import TestSupport

@testable import SDKRuntime

/// Multipart bodies, read back by a plain parser of RFC 2046.
struct MultipartTarget: FuzzTarget {
    let name = "multipart"

    let seeds = ["name\u{1F}a \"text\"\r\n--BOUNDARY--", "é😀\u{1F}file.pdf", "a\u{1F}\u{1F}b"].map { Array($0.utf8) }

    let dictionary = [
        "\u{1F}", "\"", "\r\n", "\n", "--", "--BOUNDARY", "%22", "\\", "é", ";", "filename=", "/", "\u{0}", "\u{301}",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let texts = String(decoding: input, as: UTF8.self).unicodeScalars.split(separator: "\u{1F}").map { String($0) }
        // As the encoder's own, but the same for the same seed.
        let boundary = "----\(String(generator.next(), radix: 16))"
        var encoder = MultipartEncoder(boundary: boundary, query: QueryEncoder(arrays: .openAPI, objects: .brackets))
        var expected: [Part] = []
        do {
            for (index, text) in texts.enumerated() {
                let bytes = Data(generator.oneIn(2) ? input : Array(text.utf8))
                if index.isMultiple(of: 2) {
                    try encoder.add(text, .json(.string(text)), nil)
                    expected.append(Part(name: Self.escaped(text), fileName: nil, type: nil, content: Data(text.utf8)))
                } else {
                    try encoder.add(text, .file(.data(bytes, name: text, contentType: "a/b")), nil)
                    expected.append(
                        Part(
                            name: Self.escaped(text),
                            fileName: Self.escaped(Self.lastComponent(text)),
                            type: "a/b",
                            content: bytes
                        )
                    )
                }
            }
        } catch let error as APIError {
            // A name with a control character is no header.
            return try expect(error.kind == .invalidArgument, "\(error)")
        }
        guard case .bytes(let body) = encoder.finish() else { throw FuzzFailure("bytes have become a stream") }
        try expectEqual(try Self.parse(body, boundary), expected, "the parts")
    }

    private struct Part: Equatable {
        var name: String
        var fileName: String?
        var type: String?
        var content: Data
    }

    /// The name of a file without what is in front of it on this system or another one.
    private static func lastComponent(_ path: String) -> String {
        path.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? "file"
    }

    private static func escaped(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                switch scalar {
                case "\"": "%22"
                case "\r": "%0D"
                case "\n": "%0A"
                default: String(scalar)
                }
            }.joined()
        )
    }

    private static func parse(_ body: Data, _ boundary: String) throws -> [Part] {
        var parts: [Part] = []
        let delimiter = Data("--\(boundary)".utf8)
        var position = body.startIndex
        try expect(body.starts(with: delimiter), "the body does not begin with its boundary")
        while true {
            position += delimiter.count
            let mark = body[position..<min(position + 2, body.endIndex)]
            if mark == Data("--".utf8) {
                try expectEqual(Data(body[position...]), Data("--\r\n".utf8), "the end")
                return parts
            }
            try expectEqual(Data(mark), Data("\r\n".utf8), "the end of the boundary's line")
            guard let next = body[position...].firstRange(of: Data("\r\n".utf8) + delimiter),
                let blank = body[position..<next.lowerBound].firstRange(of: Data("\r\n\r\n".utf8))
            else { throw FuzzFailure("a part does not end") }
            var part = Part(name: "", content: Data(body[blank.upperBound..<next.lowerBound]))
            for line in String(decoding: body[(position + 2)..<blank.lowerBound], as: UTF8.self).split(
                separator: "\r\n"
            ) {
                if line.hasPrefix("Content-Type: ") { part.type = String(line.dropFirst(14)) }
                let start = "Content-Disposition: form-data; name=\""
                guard line.unicodeScalars.starts(with: start.unicodeScalars) else { continue }
                let fields = line.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
                part.name = fields.count > 1 ? String(fields[1]) : ""
                part.fileName = fields.count > 3 ? String(fields[3]) : nil
            }
            parts.append(part)
            position = next.lowerBound + 2
        }
    }
}
