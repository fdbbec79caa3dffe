/// The anchor and the tag before a node, which libyaml counts as part of it.
struct NodeProperties {
    /// Where the node itself begins.
    let end: Int
    let tag: Range<Int>?

    /// - Parameters:
    ///   - range: what libyaml gives as the node's range, or for a collection as its opening's.
    ///   - anchor: the anchor's name. libyaml lets text follow it without a space.
    static func read(in bytes: [UInt8], _ range: Range<Int>, anchor: String?) -> NodeProperties {
        var offset = range.lowerBound
        var tag: Range<Int>?
        while let first = bytes[ifPresent: offset], offset < range.upperBound {
            if first == UInt8(ascii: "&"), let anchor {
                offset = min(offset + 1 + anchor.utf8.count, range.upperBound)
            } else if first == UInt8(ascii: "!") {
                let end = endOfTag(at: offset, in: bytes, limit: range.upperBound)
                tag = offset..<end
                offset = end
            } else if offset > range.lowerBound, first.isWhitespace {
                offset += 1
            } else if offset > range.lowerBound, first == .hash, bytes[offset - 1].isWhitespace {
                while offset < range.upperBound, !bytes[offset].isLineBreak { offset += 1 }
            } else {
                break
            }
        }
        return NodeProperties(end: offset, tag: tag)
    }

    private static func endOfTag(at start: Int, in bytes: [UInt8], limit: Int) -> Int {
        let isVerbatimTag = bytes[ifPresent: start + 1] == UInt8(ascii: "<")
        var end = start + 1
        while end < limit, !bytes[end].isWhitespace {
            switch bytes[end] {
            case .comma, .openBrace, .closeBrace, .openBracket, .closeBracket:
                if !isVerbatimTag { return end }
            default:
                break
            }
            end += 1
        }
        return end
    }
}
