import Anthropic
import ArgumentParser
import ExampleSupport
import Foundation

/// Lets a model use tools of this program until it has an answer.
@main
struct UseTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets a model use tools of this program until it has an answer.",
        discussion: """
            With a key in ANTHROPIC_API_KEY it makes the calls:

              swift run UseTools 'How many days are there from 1 May 2026 to Christmas?'

            Without one, it plays a recorded exchange:

              swift run UseTools --replay ../Tests/Fixtures/Recordings/use-tools.har
            """
    )

    @Argument(help: "What the model is asked.")
    var question = "I stay from 15 March to 2 April 2026, at 84.50 a night. What does that cost?"

    @Option(help: "The model that is asked.")
    var model = Model.claudeOpus4_8

    @OptionGroup var connection: Connection

    func run() async throws {
        let client = try connection.makeClient()
        let params = Beta.MessageCreateParams(maxTokens: 1024, messages: [.user(question)], model: model)

        // A tool in a line. Its input is described by the type that the closure takes.
        let multiply = InlineTool("multiply", "Multiplies two numbers exactly.") { (input: Factors) in
            "\(input.a * input.b)"
        }

        // Each turn is a message of the model. The tools that it asks for run between the turns.
        let runner = try client.beta.messages.toolRunner(params, tools: [DaysBetween(), multiply], maxIterations: 10)
        for try await message in runner {
            if !message.text.isEmpty { print(message.text) }
            for call in message.toolUses { print("  → \(call.name) \(line(of: call.input))") }
        }
    }
}

/// What `multiply` takes.
struct Factors: Decodable {
    var a: Decimal
    var b: Decimal
}

/// A tool as a type of its own, which may have settings and tests.
struct DaysBetween: Tool {
    struct Input: Decodable {
        var from: CalendarDate
        var to: CalendarDate
    }

    /// An answer with members is sent as JSON.
    struct Output: Encodable, ToolOutput {
        var days: Int
    }

    let name = "days_between"
    let description = "The number of days from one day of the calendar to another."

    func call(_ input: Input) async throws -> Output {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let days = calendar.dateComponents([.day], from: input.from.dateComponents, to: input.to.dateComponents).day
        // The model is told of an error, and may try again.
        guard let days else { throw ToolError("There is no such day.") }
        return Output(days: days)
    }
}
