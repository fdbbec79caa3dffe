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
        init(_ request: HTTPRequest, _ body: HTTPRequestBody) {
            self.init(url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")")
            method = HTTPMethod(rawValue: request.method.rawValue)
            for field in request.headerFields {
                headers.add(name: field.name.rawName, value: field.value)
            }
            if !headers.contains(name: "accept-encoding") {
                headers.add(name: "Accept-Encoding", value: "gzip, deflate")
            }
            switch body {
            case .none:
                break
            case .bytes(let bytes):
                self.body = .bytes(ByteBuffer(bytes: bytes))
            case .stream(let stream):
                self.body = .stream(RequestChunks(stream: stream), length: stream.length.map { .known($0) } ?? .unknown)
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
            for (name, value) in response.headers {
                if let name = HTTPField.Name(name) {
                    headerFields.append(HTTPField(name: name, value: value))
                }
            }
        }
    }

    /// A request's stream as NIO's buffers. What it throws is marked, to be told from what the network throws.
    private struct RequestChunks: AsyncSequence, Sendable {
        typealias Element = ByteBuffer

        let stream: HTTPBodyStream

        struct AsyncIterator: AsyncIteratorProtocol {
            var base: HTTPBodyStream.AsyncIterator

            mutating func next() async throws -> ByteBuffer? {
                do {
                    return try await base.next().map { ByteBuffer(bytes: $0) }
                } catch {
                    throw RequestStreamFailure(error: error)
                }
            }
        }

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(base: stream.makeAsyncIterator())
        }
    }
#endif
