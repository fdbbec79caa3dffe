#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The values of a response made of JSON Lines: one on each line, as they arrive.
///
/// A stream can be read once. Leaving the loop, cancelling the task, and letting go of the stream close the connection,
/// except with URLSession on Linux, where it stays until the server ends the response.
///
/// Lines end at LF, CR or CRLF; blank ones are passed over, and the last one may go without an end. A line may begin with
/// the mark of a JSON text sequence (RFC 7464).
public struct JSONLinesStream<Value: JSONCodable>: AsyncSequence, Sendable {
    /// What a line is read as.
    public typealias Element = Value

    private let body: SingleBody

    init(_ response: UnreadResponse) {
        body = SingleBody(response)
    }

    /// Status and header fields: they are there before the first value.
    public var response: ResponseHead { body.head }

    /// Starts to read.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.read())
    }

    /// One pass over the values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var body: BodyIterator
        private var lines = LineDecoder()
        private var lineNumber = 0
        private var isAtEnd = false

        fileprivate init(body: BodyIterator) {
            self.body = body
        }

        /// The next value; nil after the last one.
        ///
        /// - Throws: ``APIError`` when a line cannot be read (of kind ``APIError/Kind/decoding``, with the number of the
        ///   line in its message and the line as ``APIError/body-swift.property``), when the connection breaks, and when
        ///   the stream has been read already; `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Value? {
            try await next(isolation: nil)
        }

        /// The same, without leaving the caller's actor while there is something to hand out.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Value? {
            try body.checkCancellation()
            while !isAtEnd {
                if let line = lines.next() {
                    if let value = try read(line) { return value }
                } else if let chunk = try await body.next(isolation: actor) {
                    lines.append(chunk)
                } else {
                    isAtEnd = true
                    return try lines.finish().flatMap { try read($0) }
                }
            }
            return nil
        }

        private static var recordSeparator: UInt8 { 0x1E }

        /// The value of a line; nil when it is blank.
        private mutating func read(_ line: ArraySlice<UInt8>) throws -> Value? {
            lineNumber += 1
            let line = line.first == Self.recordSeparator ? line.dropFirst() : line
            guard line.contains(where: { $0 != Byte.space && $0 != Byte.tab }) else { return nil }
            let head = body.head
            do {
                let subject = "line \(lineNumber) of the response"
                return try head.call.value(subject, from: Data(line), as: .json, in: head)
            } catch {
                isAtEnd = true
                body.close()
                head.call.report(error)
                throw error
            }
        }
    }
}
