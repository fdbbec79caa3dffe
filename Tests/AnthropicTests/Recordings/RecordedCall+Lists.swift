import Anthropic
import Foundation
import Testing

extension RecordedCall {
    /// Calls of `models.list`.
    static let models = [
        RecordedCall("list-models", requests: modelPages) { client in
            let models = try await client.models.list(.init(limit: 2)).elements()
            #expect(models.map(\.id) == ["claude-opus-4-8", "claude-sonnet-4-5-20250929", "claude-haiku-4-5-20251001"])
            #expect(models.first?.displayName == "Claude Opus 4.8")
            #expect(models.map(\.maxTokens) == [128_000, 64_000, 64_000])
            #expect(models.allSatisfy { $0.decodingIssues.isEmpty })
        },
        RecordedCall(
            "list-models-429-on-page-2",
            requests: modelPages + ["GET /v1/models?limit=2&after_id=claude-sonnet-4-5-20250929 +1"],
            pauses: [.seconds(2)]
        ) { client in
            let pages = try await client.models.list(.init(limit: 2)).pages.elements()
            #expect(pages.map(\.data.count) == [2, 1])
        },
    ]

    private static let modelPages = [
        "GET /v1/models?limit=2", "GET /v1/models?limit=2&after_id=claude-sonnet-4-5-20250929",
    ]

    private static let batch = "/v1/messages/batches/msgbatch_01Vw7TqLpZ3sYkR9nBmXcHfD"

    /// Calls of `messages.batches`.
    static let batches = [
        RecordedCall(
            "message-batches",
            requests: [
                "POST /v1/messages/batches", "GET \(batch)", "GET \(batch)", "GET \(batch)", "GET \(batch)/results",
            ]
        ) { client in
            let texts = [("river", "Name a river in Switzerland."), ("nothing", "")]
            let requests = texts.map { id, text in
                Messages.BatchCreateParams.Request(
                    customID: id,
                    params: .init(maxTokens: 64, messages: [.user(text)], model: .claudeHaiku4_5)
                )
            }
            let created = try await client.messages.batches.create(.init(requests: requests))
            #expect(created.processingStatus == .inProgress)
            #expect(created.requestCounts.processing == 2)
            #expect(try await client.messages.batches.retrieve(messageBatchID: created.id).endedAt == nil)
            let ended = try await client.messages.batches.retrieve(messageBatchID: created.id)
            #expect(ended.processingStatus == .ended)
            // 2026-03-15T10:02:30Z
            #expect(ended.endedAt == Date(timeIntervalSince1970: 1_773_568_950))
            #expect(ended.requestCounts.errored == 1)

            var results: [String] = []
            for try await line in try await client.messages.batches.results(messageBatchID: created.id) {
                switch line.result {
                case .succeeded(let result): results.append("\(line.customID): \(result.message.text)")
                case .errored(let result): results.append("\(line.customID): \(result.error.requestID ?? "")")
                default: results.append(line.customID)
                }
            }
            #expect(results == ["nothing: req_011CZkZBK1aXy3fVwQ7mTj5e", "river: The Aare."])
        },
        RecordedCall("message-batches-not-ended", requests: ["GET \(batch)"]) { client in
            let error = try await #require(throws: APIError.self) {
                try await client.messages.batches.results(messageBatchID: "msgbatch_01Vw7TqLpZ3sYkR9nBmXcHfD")
            }
            #expect(error.kind == .resultsNotReady)
            #expect(error.message.contains("in_progress"))
        },
        RecordedCall("message-batches-404", requests: ["GET \(batch)"]) { client in
            try await APIFailure(
                .notFound,
                404,
                "not_found_error",
                "Message batch not found.",
                "req_011CZkZBK1aXy3fVwQ7mTj8h"
            ).expect {
                _ = try await client.messages.batches.retrieve(messageBatchID: "msgbatch_01Vw7TqLpZ3sYkR9nBmXcHfD")
            }
        },
    ]
}
