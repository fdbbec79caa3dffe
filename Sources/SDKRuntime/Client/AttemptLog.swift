import HTTPTypes

/// The log lines of one attempt: a line with its outcome at `info`, headers and bodies at `debug`.
struct AttemptLog {
    private let log: ClientLog
    private let prepared: PreparedRequest

    /// Ties the lines of one attempt together.
    private let id: String

    private let start = ContinuousClock.now

    init(_ configuration: ClientConfiguration, _ prepared: PreparedRequest) {
        log = configuration.log
        self.prepared = prepared
        id = log.level < .info ? "" : "log_" + String(UInt32.random(in: 0..<1 << 24) | 1 << 24, radix: 16).dropFirst()
    }

    func willSend(_ request: HTTPRequest, _ body: HTTPRequestBody) {
        log.debug(
            redactor.text("[\(id)] sending \(prepared.label)\n") + redactor.text(request.headerFields)
                + describe(body, request.headerFields[.contentType])
        )
    }

    func didReceive(_ response: APIResponse) {
        didReceive(response.status, response.requestID)
        log.debug(
            "[\(id)] received\n\(redactor.text(response.headers))\n\n"
                + redactor.text(String(decoding: response.body, as: UTF8.self))
        )
    }

    func didReceive(_ response: UnreadResponse) {
        didReceive(response.status, response.requestID)
        log.debug("[\(id)] received\n\(redactor.text(response.headers))\n\n(a body that is not read yet)")
    }

    private func didReceive(_ status: Int, _ requestID: String?) {
        let suffix = requestID.map { ", request id \($0)" } ?? ""
        log.info(redactor.text("[\(id)] \(prepared.label): \(status) in \(elapsed)\(suffix)"))
    }

    func didFail(_ error: any Error) {
        log.info(redactor.text("[\(id)] \(prepared.label): \(error) after \(elapsed)"))
    }

    private var redactor: Redactor { prepared.redactor }

    private var elapsed: String {
        let milliseconds = start.duration(to: .now) / .milliseconds(1)
        return "\(Int(milliseconds.rounded())) ms"
    }

    /// Bytes that are no text would fill the log with what nobody can read.
    private func describe(_ body: HTTPRequestBody, _ contentType: String?) -> String {
        switch body {
        case .none: ""
        case .bytes(let bytes) where MediaType(contentType)?.isReadable == true:
            "\n\n" + redactor.text(String(decoding: bytes, as: UTF8.self))
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
