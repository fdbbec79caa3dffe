import Anthropic
import SDKTesting
import TestSupport
import Testing

/// Every call of the API, with the examples of the spec: what is sent is what the example of the request demands, and
/// what is received is written back as the example of the response says.
@Suite struct ExampleTests {
    @Test func `every operation has an example, and every call is made`() {
        let spec = Spec.current
        #expect(spec.count > 0)
        #expect(spec.operations.count { !$0.name.hasSuffix("_stream") } == spec.count)
        let made = Set(ExampleCalls.all.map(\.name))
        #expect(made.count == ExampleCalls.all.count)
        for operation in spec.operations {
            #expect(made.contains(operation.name), "\(operation.name) lacks an example of a value that it needs")
            for parameter in operation.parameters where parameter.isRequired {
                #expect(parameter.example != nil, "\(operation.name): no example of \(parameter.name)")
            }
            if let request = operation.request { #expect(request.example != nil, "\(operation.name): no request") }
            if let response = operation.response { #expect(response.example != nil, "\(operation.name): no response") }
        }
        #expect(made.subtracting(spec.operations.map(\.name)) == [])
    }

    @Test(arguments: ExampleCalls.all)
    func `the example of a call`(_ call: ExampleCall) async throws {
        let operation = try #require(Spec.current.operations.first { $0.name == call.name })
        let expected = try ExpectedExchange(operation, of: .current)
        let replay = ReplayTransport(expected.archive, service: AnthropicClient.service)
        let options = ClientOptions(maxRetries: 0, transport: replay, environment: .none, decoding: .strict)
        let result = try await call.run(AnthropicClient(apiKey: "test", options: options))
        #expect(await replay.unusedEntries.isEmpty)
        #expect(result.unknowns == [])
        #expect(ResultComparison.differences(expected.result, result.content) == [])
    }
}
