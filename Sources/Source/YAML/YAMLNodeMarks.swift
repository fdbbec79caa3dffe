/// A small number for each node of any document: an array per file, where a dictionary would make a hash of each node.
package struct YAMLNodeMarks {
    /// By file and node; 0 for those without.
    private var marks: [[UInt8]] = []

    package init() {}

    /// The mark of a node; 0 until it is set.
    package subscript(id: YAMLNode.ID) -> UInt8 {
        let (file, index) = (Int(id.file.index), Int(id.index))
        return file < marks.count && index < marks[file].count ? marks[file][index] : 0
    }

    /// Sets the mark of a node, and gives the one that it had.
    package mutating func set(_ mark: UInt8, of id: YAMLNode.ID) -> UInt8 {
        let (file, index) = (Int(id.file.index), Int(id.index))
        while marks.count <= file { marks.append([]) }
        if marks[file].count <= index {
            marks[file] += repeatElement(0, count: max(index + 1, marks[file].count * 2) - marks[file].count)
        }
        let old = marks[file][index]
        marks[file][index] = mark
        return old
    }
}
