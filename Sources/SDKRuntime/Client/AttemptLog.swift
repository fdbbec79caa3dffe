/// The log lines of one attempt: a line with its outcome at `info`, headers and bodies at `debug`.
struct AttemptLog: Sendable {
    private let log: ClientLog
    private let clock: ClientClock

    /// Ties the lines of one attempt together: `log_` and six hexadecimal digits. Empty when nothing is logged.
    private let id: String

    /// The first attempt of the call; nil for that itself.
    private let first: String?

    private let start: Duration

    init(_ configuration: ClientConfiguration, retryOf earlier: AttemptLog? = nil) {
        log = configuration.log
        clock = configuration.options.clock
        let isSilent = log.level < .info
        id = isSilent ? "" : Self.newID()
        first = earlier.map { $0.first ?? $0.id }
        start = isSilent ? .zero : clock.uptime()
    }

    private static func newID() -> String {
        "log_" + String(UInt32.random(in: 0..<1 << 24) | 1 << 24, radix: 16).dropFirst()
    }

    func willSend(_ request: OutgoingRequest, _ sent: SentRequest) {
        log.debug(
            "\(prefix) sending \(sent.label)\n" + sent.redactor.text(request.head.headerFields)
                + describe(request.body, sent)
        )
    }

    func willFollow(_ status: Int, _ sent: SentRequest) {
        log.debug("\(prefix) following a redirect with status \(status) to \(sent.label)")
    }

    /// - Parameter sent: The request, which is large: it is asked for when there is something to log.
    func didReceive(_ response: APIResponse, _ sent: @autoclosure () -> SentRequest) {
        didReceive(response.head, sent())
        log.debug(
            "\(prefix) received\n\(sent().redactor.text(response.headers))\n\n"
                + sent().redactor.text(String(decoding: response.body, as: UTF8.self))
        )
    }

    func didReceive(_ response: UnreadResponse, _ sent: @autoclosure () -> SentRequest) {
        didReceive(response.head, sent())
        log.debug("\(prefix) received\n\(sent().redactor.text(response.headers))\n\n(a body that is not read yet)")
    }

    private func didReceive(_ head: ResponseHead, _ sent: @autoclosure () -> SentRequest) {
        log.info(
            sent().redactor.text(
                "\(prefix) \(sent().label): \(head.status) in \(elapsed)"
                    + (head.requestID.map { ", request id \($0)" } ?? "")
            )
        )
    }

    func didFail(_ error: any Error, _ sent: SentRequest) {
        log.info(sent.redactor.text("\(prefix) \(sent.label): \(error) after \(elapsed)"))
    }

    func willRetry(_ number: Int, of count: Int, after delay: Duration) {
        log.debug("\(prefix) retry \(number) of \(count) in \(delay)")
    }

    private var prefix: String {
        "[\(id)\(first.map { ", retry of \($0)" } ?? "")]"
    }

    private var elapsed: String {
        let milliseconds = (clock.uptime() - start) / .milliseconds(1)
        return "\(Int(milliseconds.rounded())) ms"
    }

    /// Bytes that are no text would fill the log with what nobody can read.
    private func describe(_ body: HTTPRequestBody, _ sent: SentRequest) -> String {
        switch body {
        case .none: ""
        case .bytes(let bytes) where MediaType(sent.head.headerFields[.contentType])?.isReadable == true:
            "\n\n" + sent.redactor.text(String(decoding: bytes, as: UTF8.self))
        case .bytes(let bytes): "\n\n(\(bytes.count) bytes)"
        case .stream(let stream): "\n\n(a stream of \(stream.length.map { "\($0)" } ?? "unknown many") bytes)"
        }
    }
}

extension MediaType {
    fileprivate var isReadable: Bool {
        isJSON || essence.hasPrefix("text/") || essence.hasSuffix("xml")
            || essence == "application/x-www-form-urlencoded"
    }
}
