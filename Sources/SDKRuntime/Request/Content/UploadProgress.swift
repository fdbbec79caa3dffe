#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tells the caller of an operation how much of its body has been handed to the transport.
///
/// Each pass over the body begins at zero: a body that is sent a second time is counted anew. A pass that still goes on
/// when the next one has begun is not heard any more, and nothing is when the call is over.
final class UploadProgress: Sendable {
    private struct State {
        var pass = 0
        var progress = TransferProgress(completed: 0, total: nil)
        var isOver = false
    }

    private let report: @Sendable (TransferProgress) -> Void
    private let state = Locked(State())

    init(_ report: @escaping @Sendable (TransferProgress) -> Void) {
        self.report = report
    }

    /// Ends the reports. One that is under way is over when this returns.
    func end() {
        state.withLock { $0.isOver = true }
    }

    /// Begins a pass, and returns its number.
    fileprivate func begin(total: Int64?) -> Int {
        state.withLock { [report] state in
            state.pass += 1
            state.progress = TransferProgress(completed: 0, total: total)
            if !state.isOver { report(state.progress) }
            return state.pass
        }
    }

    fileprivate func advance(_ pass: Int, by count: Int) {
        // Reported under the lock: in order, and never after the end.
        state.withLock { [report] state in
            guard !state.isOver, state.pass == pass, count > 0 else { return }
            state.progress = state.progress.advanced(by: count)
            report(state.progress)
        }
    }
}

extension HTTPRequestBody {
    /// The same content, which tells how much of it the transport has asked for. Bytes in memory are handed over in
    /// pieces.
    func reporting(to progress: UploadProgress?) -> HTTPRequestBody {
        guard let progress else { return self }
        switch self {
        case .none: return .none
        case .bytes(let bytes): return .stream(Self.pieces(of: bytes).reporting(to: progress))
        case .stream(let stream): return .stream(stream.reporting(to: progress))
        }
    }

    private static func pieces(of bytes: Data) -> HTTPBodyStream {
        HTTPBodyStream(length: Int64(bytes.count), isReplayable: true) {
            var rest = bytes
            return HTTPBodyStream.AsyncIterator {
                guard !rest.isEmpty else { return nil }
                let piece = rest.prefix(pieceSize)
                rest = rest.dropFirst(pieceSize)
                return piece
            }
        }
    }

    private static var pieceSize: Int { 1 << 16 }
}

extension HTTPBodyStream {
    fileprivate func reporting(to progress: UploadProgress) -> HTTPBodyStream {
        HTTPBodyStream(length: length, isReplayable: isReplayable) {
            var chunks = makeAsyncIterator()
            var pass: Int?
            return AsyncIterator {
                let current = pass ?? progress.begin(total: length)
                pass = current
                guard let chunk = try await chunks.next() else { return nil }
                progress.advance(current, by: chunk.count)
                return chunk
            }
        }
    }
}
