/// How often a call may still be tried, and when.
struct RetryBudget {
    /// How many attempts have been repeated.
    private(set) var taken = 0

    private let prepared: PreparedRequest
    private let delays: RetryDelay

    /// Whether a token has been replaced: a second refusal is not about its age.
    private var hasFreshToken = false

    init(_ prepared: PreparedRequest, _ options: ClientOptions) {
        self.prepared = prepared
        delays = RetryDelay(maximum: options.maxRetryDelay, clock: options.clock)
    }

    /// Takes a further attempt after a response, if the response calls for one and the budget has it.
    ///
    /// - Parameter tokens: The tokens that the request carried. The first time that they are refused, they are given up.
    /// - Returns: How long to wait before it. Nil: the response is the answer.
    mutating func retry(after response: ResponseHead, tokens: [ObtainedToken]) -> Duration? {
        guard !response.isSuccess else { return nil }
        if response.status == 401, !tokens.isEmpty, !hasFreshToken {
            for token in tokens {
                token.provider.invalidate(token.value)
            }
            hasFreshToken = true
            // There is nothing to wait for, unless the service says so.
            return take(delays.requested(by: response.headers) ?? .zero)
        }
        guard Self.callsForRetry(response) else { return nil }
        return take(delays.delay(after: response.headers, retriesTaken: taken))
    }

    /// Takes a further attempt after an error, if that is one which may pass and the budget has it.
    ///
    /// - Parameter isAnswered: Whether the service had begun to answer, and so has done what it was asked for.
    /// - Returns: How long to wait before it. Nil: the error ends the call.
    mutating func retry(after error: any Error, isAnswered: Bool) -> Duration? {
        let isDone = isAnswered && !prepared.isIdempotent
        guard !Task.isCancelled, FailureCause.allowsRetry(error, isDone: isDone) else { return nil }
        return take(delays.delay(after: [:], retriesTaken: taken))
    }

    private mutating func take(_ delay: Duration) -> Duration? {
        guard taken < prepared.maxRetries, prepared.request.body.isReplayable else { return nil }
        taken += 1
        return delay
    }

    /// Whether another attempt may be answered otherwise. The service itself knows best.
    private static func callsForRetry(_ response: ResponseHead) -> Bool {
        switch response.headers.value("x-should-retry") {
        case "true": true
        case "false": false
        default: [408, 409, 429].contains(response.status) || response.status >= 500
        }
    }
}
