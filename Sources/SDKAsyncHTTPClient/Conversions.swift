#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import SDKRuntime

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension HTTPClientRequest {
        /// - Parameters:
        ///   - upload: The content, if it is a stream.
        ///   - route: The way that the request takes.
        init(_ request: HTTPRequest, _ body: HTTPRequestBody, _ upload: RequestUpload?, _ route: ConnectionRoute) {
            let authority = request.authority ?? ""
            let origin =
                if case .forward(let proxy) = route { "\(proxy)" } else {
                    "\(request.scheme ?? "https")://\(authority)"
                }
            self.init(url: origin + (request.path ?? "/"))
            method = HTTPMethod(rawValue: request.method.rawValue)
            headers = HTTPHeaders(request.headerFields.map { ($0.name.rawName, $0.value) })
            if case .forward = route {
                headers.replaceOrAdd(name: "Host", value: authority)
            }
            if !request.headerFields.contains(.acceptEncoding) {
                headers.add(name: "Accept-Encoding", value: "gzip, deflate")
            }
            switch body {
            case .none:
                break
            case .bytes(let bytes):
                self.body = .bytes(ByteBuffer(bytes: bytes))
            case .stream(let stream):
                guard let upload else { break }
                self.body = .stream(upload, length: stream.length.map { .known($0) } ?? .unknown)
            }
        }
    }

    extension HTTPResponse {
        init(_ response: HTTPClientResponse) throws {
            let code = Int(response.status.code)
            guard (100...999).contains(code) else {
                throw TransportError(.connection, "the server answered with status \(code)")
            }
            self.init(status: .init(code: code, reasonPhrase: response.status.reasonPhrase))
            let fields = response.headers.compactMap { name, value in
                HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
            }
            // All at once: each by itself goes a longer way.
            headerFields.reserveCapacity(fields.count)
            headerFields.replaceSubrange(headerFields.endIndex..<headerFields.endIndex, with: fields)
        }
    }
#endif
