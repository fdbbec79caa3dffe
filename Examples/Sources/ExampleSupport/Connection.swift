public import Anthropic
public import ArgumentParser
import Foundation
import SDKTesting

/// How an example reaches the API: with a key over the network, or not at all, by a recording of the exchange.
public struct Connection: ParsableArguments {
    @Option(help: "A HAR file to play in place of the calls. No key is needed.")
    private var replay: String?

    /// The arguments before they are parsed.
    public init() {}

    /// Whether a recording is played, so that there is nothing to wait for.
    public var isReplay: Bool { replay != nil }

    /// A client that makes real calls with the key in `ANTHROPIC_API_KEY`, or one that plays the recording.
    public func makeClient() throws -> AnthropicClient {
        guard let replay else { return try AnthropicClient() }
        let recording = URL(fileURLWithPath: replay)
        let transport = try ReplayTransport(contentsOf: recording, service: AnthropicClient.service)
        return try AnthropicClient(
            apiKey: "not-needed",
            options: ClientOptions(transport: transport, environment: .none)
        )
    }
}

/// Lets an option be a model: `--model claude-opus-4-8`, or any other identifier.
extension Model: @retroactive ExpressibleByArgument {}
