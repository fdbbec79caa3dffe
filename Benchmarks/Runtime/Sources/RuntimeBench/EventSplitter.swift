import Foundation
import NIOCore

/// Takes server-sent events apart as someone does by hand who knows that the service ends its lines with LF.
struct EventSplitter {
    private var buffer = ByteBuffer()
    private var name = ""
    private var data = Data()

    /// The events that a chunk completes.
    mutating func split(_ chunk: ByteBuffer) -> [(name: String, data: Data)] {
        buffer.writeImmutableBuffer(chunk)
        var events: [(name: String, data: Data)] = []
        while let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")),
            let line = buffer.readSlice(length: end - buffer.readerIndex)
        {
            buffer.moveReaderIndex(forwardBy: 1)
            let bytes = line.readableBytesView
            if bytes.isEmpty {
                if !data.isEmpty { events.append((name, data)) }
                name = ""
                data = Data()
            } else if bytes.starts(with: Self.eventField) {
                name = String(decoding: bytes.dropFirst(Self.eventField.count), as: UTF8.self)
            } else if bytes.starts(with: Self.dataField) {
                data.append(contentsOf: bytes.dropFirst(Self.dataField.count))
            }
        }
        buffer.discardReadBytes()
        return events
    }

    private static let eventField = Array("event: ".utf8)
    private static let dataField = Array("data: ".utf8)
}
