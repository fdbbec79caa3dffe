import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Redirects between two servers, which are two origins.
@Suite(.timeLimit(.minutes(10))) struct RedirectFaultTests {
    private static let statuses = [301, 302, 303, 307, 308]
    private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .delete]

    @Test(arguments: TransportKind.allCases, statuses)
    func `another origin gets the request without credentials`(_ kind: TransportKind, status: Int) async throws {
        let answer = Array(repeating: [FaultStep.request, .respond()], count: Self.methods.count).flatMap { $0 }
        try await FaultScenario.run(kind, [answer], leaving: .kept) { target, _ in
            let redirect: [FaultStep] = [
                .request, .respond("\(status) Moved", ["Location: http://\(target.authority)/moved?a=1"], "moved"),
            ]
            for (number, method) in Self.methods.enumerated() {
                try await FaultScenario.run(kind, [redirect], leaving: .kept) { server, transport in
                    let client = try server.client(transport, maxRetries: 0)
                    let hasBody = method == .post || method == .put
                    let request = APIRequest.call(method, id: "\(number)", body: hasBody ? ["a": 1] : nil)
                    let options = RequestOptions(headers: ["Authorization": "Bearer t-1", "Cookie": "c=1"])
                    #expect(try await client.send(request, options) == [:])
                    #expect(server.record.value.count(ofCall: "\(number)") == 1)
                }
                try #require(target.record.value.requests.count == number + 1)
                let received = target.record.value.requests[number]
                // 303 asks for a fetch; 301 and 302 make one of POST alone.
                let isKept = method == .get || (method == .post ? status >= 307 : status != 303)
                #expect(received.method == (isKept ? method.rawValue : "GET"))
                #expect(
                    received.body == (isKept && (method == .post || method == .put) ? Data(#"{"a":1}"#.utf8) : Data())
                )
                #expect(received.target == "/moved?a=1")
                #expect(received.headers[name: "host"] == target.authority)
                for name in ["x-api-key", "authorization", "cookie"] {
                    #expect(received.headers[name: name] == nil)
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `a redirect to itself ends at once`(_ kind: TransportKind) async throws {
        let redirect: [FaultStep] = [.request, .respond("302 Found", ["Location: /x"])]
        try await FaultScenario.run(kind, [redirect], leaving: .kept) { server, transport in
            let client = try server.client(transport)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.get)) }
            #expect(error?.status == 302)
            #expect(error?.message.contains("circle") == true)
            #expect(server.record.value.count(ofCall: "1") == 1)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `redirects without an end`(_ kind: TransportKind) async throws {
        let scripts = (0..<20).map { connection in
            (0..<20).flatMap { number -> [FaultStep] in
                [.request, .respond("307 Temporary Redirect", ["Location: /\(connection)/\(number)"])]
            }
        }
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let client = try server.client(transport)
            let error = await #expect(throws: APIError.self) { try await client.send(.call(.put, body: [1])) }
            #expect(error?.status == 307)
            #expect(server.record.value.count(ofCall: "1") == 11)
        }
    }

    @Test(
        arguments: TransportKind.allCases,
        ["", "http://", "ftp://127.0.0.1/x", "//[", "http://127.0.0.1:99999/"]
    )
    func `a redirect that cannot be followed is the answer`(_ kind: TransportKind, location: String) async throws {
        let redirect: [FaultStep] = [.request, .respond("302 Found", ["Location: \(location)"])]
        try await FaultScenario.run(kind, [redirect + redirect], leaving: .kept) { server, transport in
            let client = try server.client(transport)
            let error = await client.error(of: .call(.get))
            if TransportKind.closing.contains(kind) {
                #expect(error?.status == 302)
                #expect(server.record.value.count(ofCall: "1") == 1)
            } else {
                // FoundationNetworking takes a response with some of them for a broken connection.
                #expect(error?.status == 302 || error?.kind == .connection)
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func `content that can be sent once is not sent on`(_ kind: TransportKind) async throws {
        let redirect: [FaultStep] = [.request, .respond("308 Permanent Redirect", ["Location: /y"])]
        try await FaultScenario.run(kind, [redirect], leaving: .kept) { server, transport in
            let client = try server.client(transport)
            let released = Signal()
            var request = APIRequest.call(.post)
            request.body(stream: .once("once", telling: released), contentType: "text/plain")
            let error = await client.error(of: request)
            #expect(error?.status == 308)
            #expect(server.record.value.count(ofCall: "1") == 1)
            request = .call(.post)
            await released.wait()
        }
    }
}
