import Anthropic
import ArgumentParser
import ExampleSupport

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

    @OptionGroup var connection: Connection

    func run() async throws {
        let client = try connection.makeClient()
        let resource = try await client.beta.sessions.resources.add(
            sessionID: session,
            .init(fileID: file, mountPath: mountPath.map { .value($0) })
        )
        print("\(resource.id): \(resource.fileID) is at \(resource.mountPath)")
    }
}
