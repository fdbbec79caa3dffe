import HTTPTypes
import SDKRuntime

#if canImport(FoundationNetworking)
    import Foundation
    import FoundationNetworking
#else
    import Foundation
#endif

/// A session and its delegate. The session keeps its delegate alive until it is invalidated, which happens here.
final class TransportSession: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    init(_ configuration: URLSessionConfiguration) {
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// - Throws: `APIError` of kind `file` when the content is in a file that cannot be read.
    func start(_ request: URLRequest, sending content: CollectedContent?) throws -> SessionExchange {
        var request = request
        var file: TemporaryFile?
        switch content {
        case nil: break
        case .bytes(let bytes): request.httpBody = bytes
        case .file(let kept):
            // FoundationNetworking stops the program now and then when a connection breaks while it sends a file
            // ("libcurl.Easy Code=43"), and takes ten times as long for it as for bytes.
            #if canImport(FoundationNetworking)
                request.httpBody = try kept.contents()
            #else
                file = kept
            #endif
        }
        let task = file.map { session.uploadTask(with: request, fromFile: $0.url) } ?? session.dataTask(with: request)
        let exchange = SessionExchange(task, keeping: self)
        delegate.register(exchange.events, file, for: task.taskIdentifier)
        task.resume()
        return exchange
    }

    /// Stops a task for which nobody waits any more.
    func cancel(_ task: URLSessionTask) {
        // FoundationNetworking stops the program now and then when a task is cancelled while it makes progress
        // ("Trying to access a behaviour for a task that in not in the registry"). A task that goes on does less harm.
        #if !canImport(FoundationNetworking)
            task.cancel()
        #endif
    }
}

/// What a task tells about its response.
enum SessionEvent: Sendable {
    case head(HTTPResponse)
    case chunk(Data)
}

/// Passes on what the session tells about its tasks.
private final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    typealias Events = AsyncThrowingStream<SessionEvent, any Error>.Continuation

    /// Where to tell about the tasks that have not completed, by their identifiers.
    private let receivers = Locked<[Int: Receiver]>([:])

    /// Who waits for what a task tells.
    private struct Receiver {
        let events: Events
        /// What the task sends, which has to be there until it has completed.
        let file: TemporaryFile?
        /// How many bytes may still come of a compressed response, which is unpacked already.
        var allowance: Int?
    }

    func register(_ continuation: Events, _ file: TemporaryFile?, for task: Int) {
        receivers.withLock { $0[task] = Receiver(events: continuation, file: file) }
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = (response as? HTTPURLResponse).map({ HTTPResponse($0) }) {
            guard response.status.kind != .informational else {
                // FoundationNetworking tells of what comes before the answer, too.
                completionHandler(.allow)
                return
            }
            let identifier = dataTask.taskIdentifier
            let isCompressed = UnpackedBody.isCompressed(response.headerFields)
            let events = receivers.withLock { receivers in
                receivers[identifier]?.allowance = isCompressed ? UnpackedBody.largest : nil
                return receivers[identifier]?.events
            }
            events?.yield(.head(response))
            completionHandler(events == nil ? .cancel : .allow)
        } else {
            completionHandler(.cancel)
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let identifier = dataTask.taskIdentifier
        let (events, isTooMuch) = receivers.withLock { receivers in
            guard let allowance = receivers[identifier]?.allowance else {
                return (receivers[identifier]?.events, false)
            }
            receivers[identifier]?.allowance = allowance - data.count
            return (receivers[identifier]?.events, allowance < data.count)
        }
        if isTooMuch {
            events?.finish(
                throwing: TransportError(.content, "the response grows beyond measure when unpacked")
            )
        } else {
            events?.yield(.chunk(data))
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let identifier = task.taskIdentifier
        let receiver = receivers.withLock { $0.removeValue(forKey: identifier) }
        receiver?.events.finish(throwing: error.map(SessionFailure.translate))
    }

    /// Redirects are answers: the runtime decides what to do with them.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
