/// The identity of a file in the ``SourceFiles`` that loaded it.
package struct FileID: Hashable, Sendable {
    /// The place of the file in the order of loading.
    @usableFromInline let index: UInt32

    init(index: UInt32) { self.index = index }

    @inlinable
    package static func == (left: FileID, right: FileID) -> Bool { left.index == right.index }

    @inlinable
    package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// A place in a file, as people count: both numbers begin with 1.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    /// Counts characters (grapheme clusters), so that it is what an editor's cursor counts on most lines.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A stretch of a file's bytes. Every key and value of a document carries one, so it is kept at 12 bytes.
package struct SourceRange: Hashable, Sendable {
    package let file: FileID
    /// The byte offset of the first byte.
    package let start: UInt32
    /// The byte offset after the last byte.
    package let end: UInt32

    package init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = end
    }

    init(file: FileID, bytes: Range<Int>) {
        self.init(file: file, start: UInt32(clamping: bytes.lowerBound), end: UInt32(clamping: bytes.upperBound))
    }
}
