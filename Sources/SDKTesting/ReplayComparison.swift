import HTTPTypes
import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request as it is compared.
struct SentRequest {
    let method: String
    let url: String
    private(set) var headers: [HTTPArchive.Pair]
    private(set) var body: Data

    init(_ request: HTTPRequest, _ body: Data) {
        method = request.method.rawValue
        url = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
        headers = request.headerFields.map { .init($0.name.rawName, $0.value) }
        self.body = body
    }

    var label: String { "\(method) \(url)" }

    /// The same with the boundary of a recorded multipart body in place of its own: boundaries are random.
    func aligned(with recorded: HTTPArchive.Request) -> SentRequest {
        guard let wanted = Self.boundary(in: recorded.headers), let own = Self.boundary(in: headers), own != wanted
        else {
            return self
        }
        var aligned = self
        aligned.headers = headers.map { pair in
            pair.name.lowercased() == "content-type" ? .init(pair.name, pair.value.replacing(own, with: wanted)) : pair
        }
        aligned.body = body.replacing(Data("--\(own)".utf8), with: Data("--\(wanted)".utf8))
        return aligned
    }

    private static func boundary(in headers: [HTTPArchive.Pair]) -> String? {
        headers.first { $0.name.lowercased() == "content-type" }.flatMap { MultipartEncoder.boundary(of: $0.value) }
    }
}

/// Finds out in what a request differs from a recorded one.
struct ReplayComparison: Sendable {
    private let headers: ReplayHeaders
    private let redactor: Redactor
    private let telemetryPrefix: String?

    /// What networking libraries add or change, in lower case.
    private static let volatileHeaders: Set<String> = [
        "accept-encoding", "accept-language", "connection", "content-length", "date", "host", "keep-alive", "priority",
        "te", "traceparent", "tracestate", "transfer-encoding", "user-agent",
    ]

    init(headers: ReplayHeaders, service: ServiceDescription?) {
        self.headers =
            switch headers {
            case .only(let names): .only(Set(names.map { $0.lowercased() }))
            case .except(let names): .except(Set(names.map { $0.lowercased() }))
            case .standard, .none: headers
            }
        redactor = Redactor(credentials: service?.credentials ?? [])
        telemetryPrefix = service?.telemetryPrefix?.lowercased()
    }

    func differences(_ recorded: HTTPArchive.Request, _ sent: SentRequest) -> [ReplayDifference] {
        let sent = sent.aligned(with: recorded)
        var differences: [ReplayDifference] = []
        if recorded.method.uppercased() != sent.method.uppercased() {
            differences.append(.init("method", recorded: recorded.method, sent: sent.method, weight: 100))
        }
        let (recordedURL, recordedQuery) = Self.split(recorded.url)
        let (sentURL, sentQuery) = Self.split(sent.url)
        if recordedURL != sentURL {
            differences.append(.init("URL", recorded: recordedURL, sent: sentURL, weight: 100))
        }
        differences += Self.differences("query parameter", recordedQuery, sentQuery)
        differences += Self.differences(
            "header",
            fields(recorded.headers),
            fields(sent.headers),
            isSecret: redactor.isSecret
        )
        differences += bodyDifferences(recorded.postData, sent.body)
        return differences
    }

    private func fields(_ pairs: [HTTPArchive.Pair]) -> [HTTPArchive.Pair] {
        pairs.map { .init($0.name.lowercased(), $0.value) }.filter { compares($0.name) }
    }

    private func compares(_ name: String) -> Bool {
        switch headers {
        case .none: false
        case .only(let names): names.contains(name)
        case .except(let names): !names.contains(name)
        case .standard:
            !Self.volatileHeaders.contains(name) && !redactor.isSecret(header: name)
                && !(telemetryPrefix.map { name.hasPrefix($0) } ?? false)
        }
    }

    /// The URL without query and fragment, and the decoded query.
    private static func split(_ url: String) -> (url: String, query: [HTTPArchive.Pair]) {
        let text = url.prefix { $0 != "#" }
        let base = text.prefix { $0 != "?" }
        let query = QueryPair.parse(String(text.dropFirst(base.count + 1)))
        return (String(base), query.map { .init($0.name, $0.value) })
    }

    /// Compares the values of each name; names are in no order, values of one name are.
    private static func differences(
        _ subject: String,
        _ recorded: [HTTPArchive.Pair],
        _ sent: [HTTPArchive.Pair],
        isSecret: (String) -> Bool = { _ in false }
    ) -> [ReplayDifference] {
        let recordedValues = Dictionary(grouping: recorded, by: \.name).mapValues { $0.map(\.value) }
        let sentValues = Dictionary(grouping: sent, by: \.name).mapValues { $0.map(\.value) }
        return Set(recordedValues.keys).union(sentValues.keys).sorted().compactMap { name in
            let recorded = recordedValues[name]
            let sent = sentValues[name]
            guard recorded != sent, recorded != [Redactor.mask] else { return nil }
            let isHidden = isSecret(name)
            let text = { (values: [String]) in isHidden ? "a secret" : quote(values) }
            return .init("\(subject) '\(name)'", recorded: recorded.map(text), sent: sent.map(text))
        }
    }

    private static func quote(_ values: [String]) -> String {
        values.map { "'\($0)'" }.joined(separator: ", ")
    }

    private func bodyDifferences(_ recorded: HTTPArchive.PostData?, _ sent: Data) -> [ReplayDifference] {
        guard let recorded else {
            return sent.isEmpty ? [] : [.init("body", recorded: nil, sent: "\(sent.count) bytes")]
        }
        guard let bytes = recorded.bytes else {
            return [.init("body", recorded: "an unreadable one", sent: "\(sent.count) bytes")]
        }
        guard bytes != sent else { return [] }
        guard let left = try? ModelDecoder().decode(JSONValue.self, from: bytes),
            let right = try? ModelDecoder().decode(JSONValue.self, from: sent)
        else { return [.init("body", recorded: "\(bytes.count) bytes", sent: "\(sent.count) other bytes")] }
        return JSONDifference.differences(left, right).map {
            .init("body \($0.path)", recorded: $0.recorded, sent: $0.sent)
        }
    }
}
