extension ClientCore {
    /// Makes attempts of a call until one of them is its answer, be it an error.
    ///
    /// - Parameter leavesBody: Whether the body of a success is left to be read by someone else.
    /// - Throws: What the last attempt came to, when it had no response; `CancellationError` as soon as the task is
    ///   cancelled.
    func answer(_ prepared: PreparedRequest, leavesBody: Bool) async throws -> ReceivedResponse {
        var budget = RetryBudget(prepared, options)
        var log = AttemptLog(configuration)
        while true {
            try Task.checkCancellation()
            let attempt = Attempt(prepared, self, retries: budget.taken, log: log)
            let delay: Duration
            do {
                let response = try await attempt.exchange()
                guard let pause = budget.retry(after: response.head, tokens: attempt.tokens) else {
                    return try await attempt.receive(response, leavesBody: leavesBody)
                }
                // The response is dropped here, body and all: nothing stays open while the call waits.
                log.didReceive(response, attempt.request)
                delay = pause
            } catch {
                let error = attempt.fail(error)
                guard let pause = budget.retry(after: error, isAnswered: attempt.isAnswered) else { throw error }
                delay = pause
            }
            log.willRetry(budget.taken, of: prepared.maxRetries, after: delay)
            log = AttemptLog(configuration, retryOf: log)
            if delay > .zero {
                try await options.clock.sleep(delay)
            }
        }
    }
}
