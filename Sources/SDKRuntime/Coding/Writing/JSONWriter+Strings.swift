extension JSONWriter {
    /// Writes a string. Only what must be escaped is: quotes, backslashes and control characters, never slashes.
    @inline(__always)
    mutating func write(_ value: String) {
        let isWritten: Void? = value.utf8.withContiguousStorageIfAvailable { writeQuoted($0) }
        if isWritten == nil { writeBridged(value) }
    }

    /// Strings bridged from Objective-C have no UTF-8 storage of their own.
    @inline(never)
    private mutating func writeBridged(_ value: String) {
        var native = value
        native.withUTF8 { writeQuoted($0) }
    }

    mutating func writeQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        // The longest escape is six bytes; eight more because whole words are stored.
        append(atMost: utf8.count * 6 + 10) { output in
            var out = output
            out.pointee = Byte.quote
            out += 1
            if let source = utf8.baseAddress { out = Self.escape(source, count: utf8.count, to: out) }
            out.pointee = Byte.quote
            return out + 1 - output
        }
    }

    @inline(__always)
    private static func escape(
        _ source: UnsafePointer<UInt8>,
        count: Int,
        to output: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var out = output
        var index = 0
        while index + 8 <= count {
            // As in the reader: which of eight bytes is the first that needs an escape?
            let word = JSONReader.word(at: source + index)
            let quotes = word ^ 0x2222_2222_2222_2222
            let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let hits =
                ((quotes &- 0x0101_0101_0101_0101) & ~quotes)
                | ((backslashes &- 0x0101_0101_0101_0101) & ~backslashes)
                | ((word &- 0x2020_2020_2020_2020) & ~word)
            let mask = hits & 0x8080_8080_8080_8080
            UnsafeMutableRawPointer(out).storeBytes(of: word.littleEndian, as: UInt64.self)
            if mask == 0 {
                index += 8
                out += 8
                continue
            }
            let clean = mask.trailingZeroBitCount >> 3
            out = escape(source[index + clean], to: out + clean)
            index += clean + 1
        }
        while index < count {
            out = escape(source[index], to: out)
            index += 1
        }
        return out
    }

    @inline(__always)
    private static func escape(
        _ byte: UInt8,
        to output: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        if byte >= Byte.space, byte != Byte.quote, byte != Byte.backslash {
            output.pointee = byte
            return output + 1
        }
        output[0] = Byte.backslash
        switch byte {
        case Byte.quote, Byte.backslash: output[1] = byte
        case Byte.lineFeed: output[1] = Byte.n
        case Byte.carriageReturn: output[1] = Byte.r
        case Byte.tab: output[1] = Byte.t
        case 0x08: output[1] = Byte.b
        case 0x0C: output[1] = Byte.f
        default:
            output[1] = Byte.u
            output[2] = Byte.zero
            output[3] = Byte.zero
            output[4] = Byte.zero + byte >> 4
            let low = byte & 0x0F
            output[5] = low < 10 ? Byte.zero + low : 0x57 + low
            return output + 6
        }
        return output + 2
    }
}
