/// How far a body has come on its way: see ``RequestOptions/onUploadProgress`` and ``Download/onProgress(_:)``.
public struct TransferProgress: Sendable, Hashable {
    /// The number of bytes so far.
    public let completed: Int64

    /// The number of bytes of the whole body; nil if it is not known beforehand.
    public let total: Int64?

    /// Makes the progress of a body.
    ///
    /// - Parameters:
    ///   - completed: The number of bytes so far.
    ///   - total: The number of bytes of the whole body, if it is known.
    public init(completed: Int64, total: Int64?) {
        self.completed = completed
        self.total = total
    }

    /// The part that is done, from 0 to 1; nil if the number of bytes is not known. An empty body is done from the start.
    public var fraction: Double? {
        guard let total else { return nil }
        guard total > 0 else { return 1 }
        return max(0, min(1, Double(completed) / Double(total)))
    }

    /// The progress after more bytes.
    func advanced(by count: Int) -> TransferProgress {
        let (sum, isBeyond) = completed.addingReportingOverflow(Int64(count))
        return TransferProgress(completed: isBeyond ? .max : sum, total: total)
    }
}

extension TransferProgress: CustomStringConvertible {
    /// The numbers: `5 of 10 bytes`.
    public var description: String {
        total.map { "\(completed) of \($0) bytes" } ?? "\(completed) bytes"
    }
}
