#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A body that is put together of bytes in memory and of streams.
struct BodySegments {
    private var segments: [HTTPRequestBody] = []

    mutating func append(_ text: String) {
        append(.bytes(Data(text.utf8)))
    }

    mutating func append(_ segment: HTTPRequestBody) {
        guard case .bytes(let more) = segment, case .bytes = segments.last, case .bytes(var bytes) = segments.popLast()
        else {
            segments.append(segment)
            return
        }
        bytes.append(more)
        segments.append(.bytes(bytes))
    }

    /// Bytes in memory if there is nothing else, or a stream, whose length is known if that of each segment is.
    var body: HTTPRequestBody {
        if segments.count == 1, let only = segments.first { return only }
        let lengths = segments.map(\.length)
        let known = lengths.compactMap(\.self)
        let total = known.count == lengths.count ? known.reduce(0, Self.sum) : nil
        return .stream(
            HTTPBodyStream(length: total, isReplayable: segments.allSatisfy(\.isReplayable)) { [segments] in
                var rest = segments[...]
                var current: HTTPBodyStream.AsyncIterator?
                return HTTPBodyStream.AsyncIterator {
                    while true {
                        if let chunk = try await current?.next() { return chunk }
                        guard let segment = rest.popFirst() else { return nil }
                        current = segment.stream.makeAsyncIterator()
                    }
                }
            }
        )
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, isBeyond) = left.addingReportingOverflow(right)
        return isBeyond ? .max : sum
    }
}

extension HTTPRequestBody {
    /// The number of bytes, if it is known.
    fileprivate var length: Int64? {
        switch self {
        case .none: 0
        case .bytes(let bytes): Int64(bytes.count)
        case .stream(let stream): stream.length
        }
    }

    fileprivate var stream: HTTPBodyStream {
        switch self {
        case .none: HTTPBodyStream(Data())
        case .bytes(let bytes): HTTPBodyStream(bytes)
        case .stream(let stream): stream
        }
    }
}
