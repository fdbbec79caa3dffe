import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct WithResponseTests {
    private static let request = APIRequest(.get, "/v1/x")

    private static func respond(_ id: String, status: Int = 200) -> ScriptedTransport.Step {
        let headers = HTTPFields(named: ["request-id": id, "anthropic-workspace-id": "wrk_1"])
        return .respond(status: status, headers: headers, body: Data(#"{ "id": "\#(id)" }"#.utf8))
    }

    @Test func givesTheResponseAsReceived() async throws {
        let client = try TestClient(over: ScriptedTransport([Self.respond("req_1", status: 201)]))
        let (value, response) = try await client.withResponse { try await $0.send(Self.request) }
        #expect(value == ["id": "req_1"])
        #expect(response.status == 201)
        #expect(response.requestID == "req_1")
        #expect(response.workspaceID == "wrk_1")
        #expect(response.body == Data(#"{ "id": "req_1" }"#.utf8))
    }

    @Test func givesTheLastOfSeveral() async throws {
        let client = try TestClient(over: ScriptedTransport([Self.respond("req_1"), Self.respond("req_2")]))
        let (values, response) = try await client.withResponse { client in
            [try await client.send(Self.request), try await client.send(Self.request)]
        }
        #expect(values == [["id": "req_1"], ["id": "req_2"]])
        #expect(response.requestID == "req_2")
    }

    @Test func nestedAndDerivedClientsAreSeenByBoth() async throws {
        let client = try TestClient(over: ScriptedTransport([Self.respond("req_1")]))
        let (inner, outer) = try await client.withResponse { client in
            try await client.withOptions { $0.maxRetries = 0 }.withResponse { try await $0.send(Self.request) }.response
        }
        #expect(inner.requestID == "req_1")
        #expect(outer.requestID == "req_1")
    }

    @Test func closureWithoutACallThrows() async throws {
        let client = try TestClient(over: ScriptedTransport())
        let error = await #expect(throws: APIError.self) { try await client.withResponse { _ in 1 } }
        #expect(error?.kind == .invalidArgument)
    }

    @MainActor @Test func staysOnTheCallersActor() async throws {
        // A value that may not leave the main actor, changed by the closure.
        final class Model { var title = "" }
        let model = Model()
        let client = try TestClient(over: ScriptedTransport([Self.respond("req_1")]))
        let (value, response) = try await client.withResponse { client in
            let value = try await client.send(Self.request)
            MainActor.assertIsolated()
            model.title = value["id"]?.stringValue ?? ""
            return model
        }
        #expect(value.title == response.requestID)
    }

    @Test func concurrentUsesDoNotMix() async throws {
        struct Echo: HTTPTransport {
            func send(_ request: HTTPRequest, body: HTTPRequestBody, timeouts: TransportTimeouts) async throws
                -> TransportResponse
            {
                let fields = HTTPFields(named: ["request-id": request.path ?? ""])
                let head = HTTPResponse(status: .ok, headerFields: fields)
                return TransportResponse(head: head, body: HTTPBodyStream(Data("{}".utf8)))
            }
        }
        let client = try TestClient(over: Echo())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let (_, response) = try await client.withResponse { client in
                        try await client.send(APIRequest(.get, "/v1/\(number)"))
                    }
                    #expect(response.requestID == "/v1/\(number)")
                }
            }
            try await group.waitForAll()
        }
    }
}
