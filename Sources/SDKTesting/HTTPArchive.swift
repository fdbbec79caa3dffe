#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// HTTP exchanges in the HAR 1.2 format, which browsers and proxies write as well.
///
/// Only what a replay needs has to be there. Other members of a file are ignored when it is read.
public struct HTTPArchive: Codable, Sendable, Hashable {
    /// What the file's one member `log` holds.
    public struct Log: Codable, Sendable, Hashable {
        /// The version of the format.
        public var version: String
        /// What wrote the file.
        public var creator: Creator?
        /// The exchanges, in the order in which they began.
        public var entries: [Entry]
    }

    /// What wrote a file.
    public struct Creator: Codable, Sendable, Hashable {
        /// The program's name.
        public var name: String
        /// The program's version.
        public var version: String
    }

    /// The file's content.
    public var log: Log

    /// The exchanges, in the order in which they began.
    public var entries: [Entry] {
        get { log.entries }
        set { log.entries = newValue }
    }

    /// Makes an archive of exchanges.
    public init(entries: [Entry] = []) {
        log = Log(version: "1.2", creator: Creator(name: "SDKTesting", version: "1"), entries: entries)
    }

    /// Reads a file.
    ///
    /// - Throws: What reading throws, and `DecodingError` when the file is no archive.
    public init(contentsOf url: URL) throws {
        self = try JSONDecoder().decode(HTTPArchive.self, from: Data(contentsOf: url))
    }

    /// Writes the archive to a file, as indented JSON with sorted keys. The file is replaced at once or not at all.
    public func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: url, options: .atomic)
    }
}
