import Foundation
import SDKRuntime
import TestSupport
import Testing

/// What a call comes to when the network or the server fails: the error, the attempts, and what stays behind, which is
/// nothing.
@Suite(.timeLimit(.minutes(10))) struct FaultTests {
    @Test(arguments: Fault.cases)
    func `a call whose attempts all fail`(_ fault: Fault, _ kind: TransportKind) async throws {
        let outcome = fault.outcome(kind)
        try await FaultScenario.run(kind, [fault.steps], leaving: fault.fate) { server, transport in
            let client = try server.client(transport, maxRetries: 1)
            let result = await Result { try await client.send(.call(.post, body: ["a": 1])) }
            try expect(result, outcome)
            #expect(server.record.value.count(ofCall: "1") == (outcome.isRepeated(.post) ? 2 : 1))
            for request in server.record.value.requests {
                #expect(request.body == Data(#"{"a":1}"#.utf8))
            }
        }
    }

    @Test(arguments: Fault.cases)
    func `a call whose second attempt succeeds`(_ fault: Fault, _ kind: TransportKind) async throws {
        let outcome = fault.outcome(kind)
        let scripts: [[FaultStep]] = [fault.steps, [.request, .respond(), .request, .respond()]]
        try await FaultScenario.run(kind, scripts, leaving: .kept) { server, transport in
            let client = try server.client(transport, maxRetries: 1)
            let result = await Result { try await client.send(.call(.get)) }
            try expect(result, outcome.isRepeated(.get) ? .success : outcome)
            #expect(server.record.value.count(ofCall: "1") == (outcome.isRepeated(.get) ? 2 : 1))
        }
    }

    @Test(arguments: Fault.cases)
    func `a body that can be sent once is sent once`(_ fault: Fault, _ kind: TransportKind) async throws {
        let outcome = fault.outcome(kind)
        try await FaultScenario.run(kind, [fault.steps], leaving: fault.fate) { server, transport in
            let client = try server.client(transport, maxRetries: 1)
            let released = Signal()
            var request = APIRequest.call(.post)
            request.body(stream: .once("once", telling: released), contentType: "text/plain")
            let result = await Result { [request] in try await client.send(request) }
            try expect(result, outcome)
            #expect(server.record.value.count(ofCall: "1") == 1)
            request = .call(.post)
            await released.wait()
        }
    }

    /// As gzip without an end, which FoundationNetworking would go on unpacking after the call has failed.
    @Test(arguments: TransportKind.allCases)
    func `gzip that becomes more than 256 MiB`(_ kind: TransportKind) async throws {
        let cycles = Data((0..<140).flatMap { _ in EndlessZeros.cycle })
        let script: [FaultStep] = [
            .request,
            .send(Data("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8) + EndlessZeros.head + cycles),
        ]
        try await FaultScenario.run(kind, [script]) { server, transport in
            let error = try await server.client(transport).error(of: .call(.get))
            #expect(error?.kind == .decoding)
            #expect(error?.message.contains("grows beyond measure") == true)
            #expect(server.record.value.count(ofCall: "1") == 1)
        }
    }

    private func expect(_ result: Result<JSONValue, any Error>, _ outcome: Fault.Outcome) throws {
        if let kind = outcome.kind {
            let error = #expect(throws: APIError.self) { try result.get() }
            #expect(error?.kind == kind)
        } else {
            #expect(try result.get() == [:])
        }
    }
}
