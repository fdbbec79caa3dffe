import Foundation
import SDKRuntime
import TestSupport

extension HTTPBodyStream {
    /// A body that can be read once.
    ///
    /// - Parameter released: Told when nobody holds the body any more, be it a task that has been forgotten.
    static func once(_ text: String, telling released: Signal) -> HTTPBodyStream {
        HTTPBodyStream(length: Int64(text.utf8.count), telling: released) {
            var rest: Data? = Data(text.utf8)
            return {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// A body that never ends.
    static func endless(telling released: Signal) -> HTTPBodyStream {
        let chunk = Data(repeating: 0x61, count: 65_536)
        return HTTPBodyStream(length: nil, telling: released) { { chunk } }
    }

    /// A body that begins, and goes on when its task is cancelled.
    static func stalled(telling released: Signal) -> HTTPBodyStream {
        HTTPBodyStream(length: nil, telling: released) {
            var rest: Data? = Data("begun".utf8)
            return {
                if let first = rest {
                    rest = nil
                    return first
                }
                try await untilCancelled()
            }
        }
    }

    private init(
        length: Int64?,
        telling released: Signal,
        _ next: @escaping @Sendable () -> () async throws -> Data?
    ) {
        let witness = Witness(released)
        self.init(length: length) {
            let next = next()
            return HTTPBodyStream.AsyncIterator {
                defer { withExtendedLifetime(witness) {} }
                return try await next()
            }
        }
    }
}

/// Tells when it goes away.
private final class Witness: Sendable {
    private let signal: Signal

    init(_ signal: Signal) {
        self.signal = signal
    }

    deinit {
        signal.send()
    }
}
