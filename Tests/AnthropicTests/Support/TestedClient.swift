import Anthropic
import TestSupport

extension AnthropicClient {
    /// A client with a key, without an environment, over a transport. It does not repeat attempts, and does not wait.
    init(
        over transport: any HTTPTransport,
        clock: VirtualClock = VirtualClock(),
        sendsTelemetry: Bool = true
    ) throws {
        try self.init(
            apiKey: "test",
            options: ClientOptions(
                maxRetries: 0,
                transport: transport,
                environment: .none,
                sendsTelemetry: sendsTelemetry,
                clock: clock.clock
            )
        )
    }
}
