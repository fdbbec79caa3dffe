import HTTPTypes
import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Collects exchanges as they proceed.
actor Recorder {
    private struct Exchange {
        let started = Date()
        let clock = ContinuousClock.now
        let request: HTTPArchive.Request
        let mask: SecretMask
        var head: HTTPResponse?
        var headTime: Duration = .zero
        var body = Data()
        var bodyTime: Duration = .zero
    }

    private var exchanges: [Exchange] = []

    func begin(_ request: HTTPArchive.Request, _ mask: SecretMask) -> Int {
        exchanges.append(Exchange(request: request, mask: mask))
        return exchanges.count - 1
    }

    func receive(_ head: HTTPResponse, for index: Int) {
        exchanges[index].head = head
        exchanges[index].headTime = exchanges[index].clock.duration(to: .now)
    }

    func receive(_ chunk: Data, for index: Int) {
        exchanges[index].body.append(chunk)
        exchanges[index].bodyTime = exchanges[index].clock.duration(to: .now) - exchanges[index].headTime
    }

    /// The exchanges that have a response, in the order in which they began.
    var archive: HTTPArchive {
        HTTPArchive(
            entries: exchanges.compactMap { exchange in
                guard let head = exchange.head else { return nil }
                let response = HTTPArchive.Response(head, exchange.body, exchange.mask)
                var entry = HTTPArchive.Entry(request: exchange.request, response: response)
                let wait = exchange.headTime / .milliseconds(1)
                let receive = exchange.bodyTime / .milliseconds(1)
                entry.startedDateTime = exchange.started.formatted(.iso8601)
                entry.time = wait + receive
                entry.cache = HTTPArchive.Cache()
                entry.timings = HTTPArchive.Timings(send: 0, wait: wait, receive: receive)
                return entry
            }
        )
    }
}

extension HTTPArchive.Request {
    init(_ request: HTTPRequest, _ content: Data?, _ mask: SecretMask) {
        let url = mask.redactor.url("\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")")
        self.init(method: request.method.rawValue, url: url, headers: mask.pairs(request.headerFields))
        postData = content.map { .init(mask.bytes($0), mimeType: request.headerFields[.contentType] ?? "") }
        httpVersion = "HTTP/1.1"
        cookies = []
        queryString = QueryPair.parse(String(url.drop { $0 != "?" }.dropFirst())).map { .init($0.name, $0.value) }
        headersSize = -1
        bodySize = content?.count ?? 0
    }
}

extension HTTPArchive.Response {
    fileprivate init(_ head: HTTPResponse, _ body: Data, _ mask: SecretMask) {
        self.init(
            status: head.status.code,
            headers: mask.pairs(head.headerFields),
            content: .init(mask.bytes(body), mimeType: head.headerFields[.contentType] ?? "")
        )
        statusText = head.status.reasonPhrase
        httpVersion = "HTTP/1.1"
        cookies = []
        redirectURL = mask.redactor.text(head.headerFields[.location] ?? "")
        headersSize = -1
        bodySize = -1
    }
}
