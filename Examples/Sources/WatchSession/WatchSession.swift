import Anthropic
import ArgumentParser
import ExampleSupport

/// Gives the agent of a session a file and a task, and watches what it does until it is done.
@main
struct WatchSession: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives the agent of a session a file and a task, and watches it work.",
        discussion: """
            With a key in ANTHROPIC_API_KEY it makes the calls:

              swift run WatchSession --session sesn_… receipts.csv 'Add up the amounts.'

            Without one, it plays a recorded exchange, which begins with the upload of this file:

              swift run WatchSession ../Tests/Fixtures/Recordings/receipts.csv \\
                --replay ../Tests/Fixtures/Recordings/watch-session.har
            """
    )

    @Argument(help: "The file to upload.", completion: .file())
    var file: String

    @Argument(help: "What the agent is to do.")
    var task = "Add up the amounts."

    @Option(help: "The session.")
    var session = "sesn_011CZkZAtmR3yMPDzynEDxu7"

    @OptionGroup var connection: Connection

    func run() async throws {
        let client = try connection.makeClient()

        // The file is read while it is sent, and need not fit into memory.
        let upload = try await client.beta.files.upload(
            .init(file: .file(file)),
            options: .init(onUploadProgress: { print("uploading: \($0)") })
        )
        let resource = try await client.beta.sessions.resources.add(sessionID: session, .init(fileID: upload.id))
        print("\(upload.filename) is at \(resource.mountPath)")

        // A stream has the events from now on. It is opened before the task is given, so that none is missed.
        let events = client.beta.sessions.events
        let stream = try await events.stream(sessionID: session)
        let message = "\(task) \(resource.mountPath)"
        try await events.send(sessionID: session, .user(message))

        var transcript = SessionTranscript()
        for try await event in stream {
            transcript.add(event)
            show(event)
            if transcript.isSettled { break }
        }

        // What came before the stream, or got lost with it, is in the list of all events. An event counts once, however
        // often it is added, and by its time.
        for try await event in events.list(sessionID: session, .init(order: .asc)) {
            transcript.add(event)
        }
        summarize(transcript)
    }

    private func show(_ event: BetaManagedAgentsStreamSessionEvents) {
        switch event {
        case .agentMessage(let message): print(message.text)
        case .agentThinking: print("  (thinking)")
        case .agentToolUse(let call): print("  → \(call.name) \(line(of: call.input))")
        case .sessionError(let failure): print("  error: \(failure.error)")
        default: break
        }
    }

    private func summarize(_ transcript: SessionTranscript) {
        print("messages: \(transcript.messages.count), calls of tools: \(transcript.toolUses.count)")
        print("tokens read: \(transcript.usage.inputTokens), written: \(transcript.usage.outputTokens)")
        for call in transcript.pendingToolUses { print("waits for a result of \(call.name)") }
    }
}
