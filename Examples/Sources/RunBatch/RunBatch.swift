import Anthropic
import ArgumentParser
import ExampleSupport

/// Sorts reviews by a batch of requests, which costs half of what the same requests cost one by one.
@main
struct RunBatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sorts reviews by a batch of requests.",
        discussion: """
            With a key in ANTHROPIC_API_KEY it makes the calls, and waits until the batch has ended:

              swift run RunBatch 'The lamp looks lovely, but it flickers.' 'Never again.'

            Without one, it plays a recorded exchange:

              swift run RunBatch --replay ../Tests/Fixtures/Recordings/run-batch.har
            """
    )

    @Argument(help: "The reviews.")
    var reviews = [
        "The lamp looks lovely, but it flickers.",
        "Came a day early, and the tea is the best I have had.",
        "Broke on the second day. Never again.",
    ]

    @Option(help: "The model that reads the reviews.")
    var model = Model.claudeHaiku4_5

    @Option(help: "How many seconds to wait between two looks at the batch.")
    var interval = 30

    @OptionGroup var connection: Connection

    /// What the model is asked for about each review.
    struct Verdict: Decodable {
        enum Mood: String, Decodable, CaseIterable { case positive, negative, mixed }

        var mood: Mood
        var reason: String
    }

    func run() async throws {
        let client = try connection.makeClient()
        let batches = client.messages.batches

        let format = try JSONOutputFormatParam(Verdict.self)
        var batch = try await batches.create(
            .init(
                requests: reviews.enumerated().map { index, review in
                    .init(
                        customID: "review-\(index + 1)",
                        params: .init(
                            maxTokens: 512,
                            messages: [.user(review)],
                            model: model,
                            outputConfig: .init(format: .value(format)),
                            system: "Sort the review by its mood, and give the reason in a few words."
                        )
                    )
                }
            )
        )
        print("\(batch.id): \(reviews.count) requests")

        while batch.processingStatus != .ended {
            if !connection.isReplay { try await Task.sleep(for: .seconds(interval)) }
            batch = try await batches.retrieve(messageBatchID: batch.id)
            let counts = batch.requestCounts
            print("\(batch.processingStatus): \(counts.processing) to do, \(counts.succeeded) done")
        }

        // The results come line by line, in any order: the identifier tells what each is about.
        for try await response in try await batches.results(messageBatchID: batch.id) {
            print("\(response.customID): \(describe(response.result))")
        }
    }

    /// A result in a line. That a request of the batch fails is a result too.
    private func describe(_ result: MessageBatchResult) -> String {
        switch result {
        case .succeeded(let success):
            do {
                let verdict = try success.message.output(as: Verdict.self)
                return "\(verdict.mood), \(verdict.reason)"
            } catch {
                return "no verdict: \(error)"
            }
        case .errored(let failure):
            // A request that is invalid has to be changed. Any other may be sent again as it is.
            if case .invalidRequestError(let error) = failure.error.error { return "invalid: \(error.message)" }
            return "failed, and may be sent again"
        case .canceled: return "canceled"
        case .expired: return "not begun within 24 hours"
        case .unknown(let result): return "\(result.value)"
        }
    }
}
