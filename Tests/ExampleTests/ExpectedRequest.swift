import Foundation
import SDKRuntime
import SDKTesting

/// The HTTP request that the examples of an operation demand, put together from the spec alone.
struct ExpectedRequest {
    let spec: Spec
    let operation: SpecOperation

    /// - Parameters:
    ///   - page: Query members in place of the example's own, for a further page of a list.
    ///   - url: The URL, where another call has given it.
    func request(page: [String: String] = [:], url: String? = nil) throws -> HTTPArchive.Request {
        var headers = spec.headers.map { HTTPArchive.Pair($0.name, $0.value) }
        headers.append(.init("Accept", fixed("Accept") ?? operation.response?.mediaType ?? "application/json"))
        headers += values(of: "header").compactMap { name, value in headerValue(name, value).map { .init(name, $0) } }
        var content: HTTPArchive.PostData?
        if let request = operation.request, let example = request.example {
            let (bytes, mediaType) = try body(request, example)
            headers.append(.init("Content-Type", mediaType))
            content = HTTPArchive.PostData(bytes, mimeType: mediaType)
        }
        let url = url ?? spec.baseURL + path + query(page: page)
        return HTTPArchive.Request(method: operation.method, url: url, headers: headers, postData: content)
    }

    /// The parameters of a place with their examples; those of headers that have a value without one, too.
    private func values(of location: String) -> [(name: String, value: JSONValue?)] {
        operation.parameters.filter { $0.location == location }.map { ($0.name, $0.example) }
    }

    private func fixed(_ header: String) -> String? {
        operation.headerValues.first { $0.name.lowercased() == header.lowercased() }?.value
    }

    // MARK: - URL

    private var path: String {
        var path = String(operation.path.prefix { $0 != "?" })
        for (name, value) in values(of: "path") {
            let text = value.map(text(of:)) ?? ""
            let encoded = text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? text
            path = path.replacing("{\(name)}", with: encoded.replacing("/", with: "%2F"))
        }
        return path
    }

    private func query(page: [String: String]) -> String {
        var pairs = operation.path.split(separator: "?").dropFirst().map(String.init)
        let inKey = Set(pairs.flatMap { $0.split(separator: "&") }.map { String($0.prefix { $0 != "=" }) })
        pairs += operation.fixedQuery.filter { !inKey.contains($0.name) }.map { encoded($0.name, $0.value) }
        for (name, value) in values(of: "query") where page[name] == nil {
            if let value { pairs += bracketed(name, value) }
        }
        pairs += page.sorted { $0.key < $1.key }.map { encoded($0.key, $0.value) }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// `a[]=1&a[]=2` and `f[k]=v`, as `queryArrays: brackets` says.
    private func bracketed(_ name: String, _ value: JSONValue) -> [String] {
        if let elements = value.arrayValue { return elements.flatMap { bracketed(name + "[]", $0) } }
        if let members = value.objectValue { return members.flatMap { bracketed("\(name)[\($0.key)]", $0.value) } }
        return value.isNull ? [] : [encoded(name, text(of: value))]
    }

    private func encoded(_ name: String, _ value: String) -> String {
        [name, value].map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? $0 }
            .joined(separator: "=")
    }

    // MARK: - Headers

    /// The example's values with the one that every call appends.
    private func headerValue(_ name: String, _ value: JSONValue?) -> String? {
        var values = value.map { $0.arrayValue ?? [$0] }.map { $0.map(text(of:)) } ?? []
        if let fixed = fixed(name), !values.contains(fixed) { values.append(fixed) }
        return values.isEmpty ? nil : values.joined(separator: ",")
    }

    // MARK: - Body

    private func body(_ content: SpecOperation.Content, _ example: JSONValue) throws -> (Data, String) {
        guard content.mediaType == "multipart/form-data" else {
            return (try ModelEncoder().encode(example), content.mediaType)
        }
        let boundary = "expected-boundary"
        var body = ""
        for (name, value) in example.objectValue ?? [:] {
            let isFile = content.files.contains(name)
            for element in value.arrayValue ?? [value] {
                body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\""
                body += isFile ? "; filename=\"example.txt\"\r\nContent-Type: text/plain\r\n\r\n" : "\r\n\r\n"
                body += text(of: element) + "\r\n"
            }
        }
        body += "--\(boundary)--\r\n"
        return (Data(body.utf8), "multipart/form-data; boundary=\(boundary)")
    }

    private func text(of value: JSONValue) -> String { value.stringValue ?? value.description }
}
