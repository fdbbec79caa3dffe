import Foundation
import TestSupport

@testable import SDKRuntime

/// URLs, paths, queries and percent-encoding.
struct URLTarget: FuzzTarget {
    let name = "urls"

    let seeds = [
        "https://h.test:81/pre/fix/?a=1&b[c]=d#f", "http://[::1]:8080/x", "../a/./b/..", "//other.test/z", "?page=2",
        "/v1/items/{id}", "a b+c%20%zz/é😀", "https://user@h.test", "HTTP://H.TEST", "..;x", "%2e%2E",
    ].map { Array($0.utf8) }

    let dictionary = [
        "http://", "https://", "//", "/", "?", "#", "&", "=", "%", "%2", "%2F", "%2e", ".", "..", "../", ";", ":", "@",
        "[", "]",
        "é", "\u{301}", "😀", "+", " ", "{", "}", ":443", ":99999", "\u{0}", "\n", "a",
    ]

    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws {
        let text = String(decoding: input, as: UTF8.self)
        for encoded in [PercentEncoding.pathSegment(text), PercentEncoding.queryComponent(text)] {
            try expect(encoded.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "'\(encoded)' is no part of a URL")
            try expect(!encoded.utf8.contains { "/?#[]".utf8.contains($0) }, "'\(encoded)' ends its part")
            try expectEqual(PercentEncoding.decode(encoded), text, "the decoded text")
        }
        let form = PercentEncoding.form(text)
        try expectEqual(PercentEncoding.decode(form.replacing("+", with: " ")), text, "the decoded form")
        try checkURL(text)
        try checkPath(text)
        try checkQuery(text)
    }

    private func checkURL(_ text: String) throws {
        let base = try RequestURL(parsing: "https://api.test/v1/items?page=1", subject: "the base")
        for url in [try? RequestURL(parsing: text, subject: "x"), try? base.resolving(text, subject: "x")] {
            guard let url else { continue }
            let written = "\(url)"
            try expect(written.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "'\(written)' is no URL")
            try expectEqual(try RequestURL(parsing: written, subject: "x"), url, "the URL, read again")
            try expect(url.hasSameOrigin(as: url), "the URL has another origin than itself")
            // What another reader takes for the host decides about credentials there.
            if let theirs = URL(string: written), let host = theirs.host(percentEncoded: true) {
                let port = theirs.port.map { ":\($0)" } ?? ""
                let authority =
                    url.authority.hasPrefix("[") && !host.hasPrefix("[") ? "[\(host)]\(port)" : "\(host)\(port)"
                let ours = url.authority.hasSuffix(":") ? String(url.authority.dropLast()) : url.authority
                try expect(
                    authority.lowercased() == ours || Int(ours.split(separator: ":").last ?? "") == theirs.port,
                    "Foundation sees the host \(authority), not \(ours)"
                )
            }
        }
    }

    /// A value stays in its segment, and is read there as it was.
    private func checkPath(_ text: String) throws {
        let template = PathTemplate(text: "/v1/{id}/end?beta=true")
        let parameter = PathParameter(name: "id", value: .string(text), format: nil)
        guard let filled = try? template.fill([parameter]) else { return }
        let segments = filled.path.split(separator: "/", omittingEmptySubsequences: false)
        try expectEqual(segments.count, 4, "the number of segments")
        try expectEqual(PercentEncoding.decode(segments[2]), text, "the value in the path")
        try expectEqual(filled.query, "beta=true", "the query")
        try expect(
            URL(string: "https://h.test\(filled.path)")?.standardized.path(percentEncoded: true) == filled.path,
            "'\(filled.path)' leads to another path"
        )
        let short = PathParameter(name: "id", value: .string(String(text.prefix(8))), format: nil)
        _ = try? PathTemplate(text: text).fill([short])
    }

    private func checkQuery(_ text: String) throws {
        let encoder = QueryEncoder(arrays: .brackets, objects: .brackets)
        let value: JSONValue = .object(JSONObject([(text, .array([.string(text), 1]))]))
        let pairs = try encoder.encode(QueryParameter(name: "p", value: value, format: nil))
        let read = QueryPair.parse(pairs.map(\.text).joined(separator: "&"))
        try expectEqual(read.map(\.value), [text, "1"], "the values in the query")
        try expectEqual(read.map(\.name), ["p[\(text)][]", "p[\(text)][]"], "the names in the query")
        _ = QueryPair.parse(text).map(\.value)
    }
}
