public import SDKRuntime

extension Messages.Batches {
    // <!-- swift
    // let requests: [Messages.BatchCreateParams.Request] = []
    // -->
    /// Waits until a batch has ended, and gives it as it is then.
    ///
    /// ```swift
    /// let batch = try await client.messages.batches.create(.init(requests: requests))
    /// _ = try await client.messages.batches.waitUntilEnded(messageBatchID: batch.id)
    /// for try await line in try await client.messages.batches.results(messageBatchID: batch.id) {
    ///     print(line.customID)
    /// }
    /// ```
    ///
    /// A batch may take up to 24 hours. It has ended also when it was canceled, or when its requests have failed or
    /// expired: ``MessageBatch/requestCounts`` tells. Cancelling the task ends the waiting, and not the batch.
    ///
    /// - Parameters:
    ///   - messageBatchID: The ID of the batch.
    ///   - pauses: The first pause between two looks at the batch, and the longest: each is half as long again as the one
    ///     before.
    ///   - options: Settings of each look.
    /// - Returns: The batch, with the address of its results.
    /// - Throws: `APIError` when a look fails for good, or when the pauses do not begin above zero;
    ///   `CancellationError` when the task is cancelled.
    public func waitUntilEnded(
        messageBatchID: String,
        pauses: ClosedRange<Duration> = .seconds(5) ... .seconds(60),
        options: RequestOptions = .init()
    ) async throws -> MessageBatch {
        try await BatchWait(pauses, client.options.clock).ended {
            try await retrieve(messageBatchID: messageBatchID, options: options)
        } _: {
            $0.processingStatus == .ended
        }
    }
}

extension Beta.Messages.Batches {
    /// Waits until a batch has ended, and gives it as it is then; see
    /// ``Messages/Batches/waitUntilEnded(messageBatchID:pauses:options:)``.
    ///
    /// - Parameters:
    ///   - messageBatchID: The ID of the batch.
    ///   - params: The betas of each look.
    ///   - pauses: The first pause between two looks at the batch, and the longest: each is half as long again as the one
    ///     before.
    ///   - options: Settings of each look.
    /// - Returns: The batch, with the address of its results.
    /// - Throws: `APIError` when a look fails for good, or when the pauses do not begin above zero;
    ///   `CancellationError` when the task is cancelled.
    public func waitUntilEnded(
        messageBatchID: String,
        _ params: Beta.Messages.BatchRetrieveParams = .init(),
        pauses: ClosedRange<Duration> = .seconds(5) ... .seconds(60),
        options: RequestOptions = .init()
    ) async throws -> BetaMessageBatch {
        try await BatchWait(pauses, client.options.clock).ended {
            try await retrieve(messageBatchID: messageBatchID, params, options: options)
        } _: {
            $0.processingStatus == .ended
        }
    }
}
