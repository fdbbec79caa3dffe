import Anthropic
import ArgumentParser
import ExampleSupport
import Foundation

/// Talks with a model in the terminal, and shows its answers while they arrive.
@main
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Talks with a model in the terminal.",
        discussion: """
            With a key in ANTHROPIC_API_KEY it talks with a model:

              swift run Chat

            Without one, it plays a recorded conversation:

              printf 'Why is the sky blue?\\nAnd the sunset?\\n' |
                swift run Chat --replay ../Tests/Fixtures/Recordings/chat.har

            An empty line, or the end of the input, ends the conversation.
            """
    )

    @Option(help: "The model to talk with.")
    var model = Model.claudeOpus4_8

    @Option(help: "What the model is to keep in mind.")
    var system = "Answer in a sentence or two."

    @Option(help: "The greatest length of an answer, in tokens.")
    var maxTokens = 1024

    @OptionGroup var connection: Connection

    func run() async throws {
        let client = try connection.makeClient()
        var params = MessageCreateParams(maxTokens: maxTokens, messages: [], model: model, system: .text(system))

        while let question = ask() {
            params.messages.append(.user(question))

            let stream = try await client.messages.stream(params)
            for try await text in stream.textDeltas { write(text) }
            write("\n")

            // The service keeps no conversation: each request sends all of it. What goes back is the whole message, as
            // it may have more in it than text.
            let message = try await stream.finalMessage()
            params.messages.append(MessageParam(message))
            note(message)
        }
    }

    /// The user's next message; nil at the end.
    private func ask() -> String? {
        write("> ")
        guard let line = readLine(), !line.isEmpty else { return nil }
        return line
    }

    /// Says so when an answer is no whole one.
    private func note(_ message: Message) {
        switch message.stopReason {
        case .maxTokens: write("[the answer is cut off: --max-tokens allows no more]\n")
        case .refusal: write("[the model declines to answer]\n")
        default: break
        }
    }

    /// Shows text at once, and not only when a line is full.
    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
