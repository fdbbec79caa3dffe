#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something odd in received JSON that lenient decoding worked around.
public struct DecodingIssue: Hashable, Sendable, CustomStringConvertible {
    /// What is odd, as a sentence without a full stop, for example `expected a string, found null`.
    public let reason: String
    /// Where the value begins, in bytes from the start of the JSON text; for a missing member, where its object begins.
    public let byteOffset: Int
    let path: [CodingPathComponent]

    /// Where the value is, from the decoded value that lists the issue, for example `data[3].id`; empty for that value
    /// itself.
    public var codingPath: String { path.codingPath }

    /// The path, the reason and the offset in one line, for a log.
    public var description: String {
        "\(path.isEmpty ? "the value" : codingPath): \(reason) (byte \(byteOffset))"
    }

    /// The issue as seen from a value that lies `depth` steps inside the document.
    func relative(toDepth depth: Int) -> DecodingIssue {
        DecodingIssue(reason: reason, byteOffset: byteOffset, path: Array(path.dropFirst(depth)))
    }
}

/// One step of the way from the root of a JSON document to a value.
enum CodingPathComponent: Hashable, Sendable {
    case key(String)
    case index(Int)
}

extension [CodingPathComponent] {
    /// The steps as `data[3].id`; a key that would be ambiguous is quoted: `["a.b"]`.
    var codingPath: String {
        var path = ""
        for component in self {
            switch component {
            case .index(let index):
                path += "[\(index)]"
            case .key(let key) where key.isEmpty || key.contains(where: { ".[]\"".contains($0) }):
                path += "[\(JSONValue.string(key))]"
            case .key(let key):
                path += path.isEmpty ? key : ".\(key)"
            }
        }
        return path
    }
}

/// How ``ModelDecoder`` treats JSON that does not fit the declared types. Malformed JSON is thrown in both modes.
public enum DecodingMode: Hashable, Sendable {
    /// Keeps the response usable: what does not fit takes an empty value and is listed in `decodingIssues`.
    case lenient
    /// Throws the first thing that does not fit.
    case strict
}

/// JSON text that cannot be decoded: it is malformed or, in strict mode, does not fit the declared types.
public struct ModelDecodingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, as a sentence without a full stop.
    public let reason: String
    /// Where the problem is, in bytes from the start of the JSON text.
    public let byteOffset: Int
    let path: [CodingPathComponent]

    /// Where the problem is, for example `data[3].id`; empty for the root.
    public var codingPath: String { path.codingPath }

    /// The reason, the path and the offset in one line.
    public var description: String {
        "cannot decode \(path.isEmpty ? "the JSON" : "'\(codingPath)'"): \(reason) (byte \(byteOffset))"
    }
}

/// A value that JSON cannot express, such as an infinite number.
public struct ModelEncodingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, as a sentence without a full stop.
    public let reason: String
    let path: [CodingPathComponent]

    /// Where the value is, for example `data[3].id`; empty for the root.
    public var codingPath: String { path.codingPath }

    /// The reason and the path in one line.
    public var description: String {
        "cannot encode \(path.isEmpty ? "the value" : "'\(codingPath)'") as JSON: \(reason)"
    }
}

extension ModelDecodingError: LocalizedError {
    /// The same as ``description``.
    public var errorDescription: String? { description }
}

extension ModelEncodingError: LocalizedError {
    /// The same as ``description``.
    public var errorDescription: String? { description }
}
