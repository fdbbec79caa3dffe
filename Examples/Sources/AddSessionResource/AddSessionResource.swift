import Anthropic
import ArgumentParser
import Foundation
import SDKTesting

/// Adds an uploaded file to a session, so that the agent finds it in its container.
@main
struct AddSessionResource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds an uploaded file to a session.",
        discussion: """
            With a key in ANTHROPIC_API_KEY it makes the call:

              swift run AddSessionResource --session sesn_… --file file_…

            Without one, it plays a recorded exchange:

              swift run AddSessionResource --replay ../Tests/Fixtures/Recordings/add-session-resource.har
            """
    )

    @Option(help: "The session.")
    var session = "sesn_011CZkZAtmR3yMPDzynEDxu7"

    @Option(help: "The uploaded file.")
    var file = "file_011CNha8iCJcU1wXNR6q4V8w"

    @Option(help: "Where the file is to be in the container.")
    var mountPath: String?

    @Option(help: "A HAR file to play in place of the call.")
    var replay: String?

    func run() async throws {
        let client = try makeClient()
        let resource = try await client.beta.sessions.resources.add(
            sessionID: session,
            .init(fileID: file, mountPath: mountPath.map { .value($0) })
        )
        print("\(resource.id): \(resource.fileID) is at \(resource.mountPath)")
    }

    /// A client that makes real calls, or one that plays a recording and needs no key.
    private func makeClient() throws -> AnthropicClient {
        guard let replay else { return try AnthropicClient() }
        let recording = URL(fileURLWithPath: replay)
        let transport = try ReplayTransport(contentsOf: recording, service: AnthropicClient.service)
        return try AnthropicClient(
            apiKey: "not-needed",
            options: ClientOptions(transport: transport, environment: .none)
        )
    }
}
