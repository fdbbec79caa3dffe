import SDKRuntime
import Testing

/// After which errors there is another attempt.
@Suite struct FailureCauseTests {
    struct Own: Error {}

    struct Marked: RetryableError {}

    struct Undecided: RetryableError {
        let isRetryable: Bool
    }

    struct Wrapped: CausedError {
        let underlyingError: (any Error)?
    }

    @Test func connectionsTimeoutsAndMarkedErrors() {
        #expect(FailureCause.allowsRetry(TransportError(.connection, "refused")))
        #expect(FailureCause.allowsRetry(TransportError(.timeout, "late")))
        #expect(FailureCause.allowsRetry(APIError(.connection, "refused")))
        #expect(FailureCause.allowsRetry(APIError(.timeout, "late")))
        #expect(FailureCause.allowsRetry(Marked()))
        #expect(FailureCause.allowsRetry(Undecided(isRetryable: true)))
    }

    @Test func causes() {
        #expect(FailureCause.allowsRetry(Wrapped(underlyingError: TransportError(.timeout, "late"))))
        #expect(FailureCause.allowsRetry(Wrapped(underlyingError: Wrapped(underlyingError: Marked()))))
        #expect(FailureCause.allowsRetry(APIError(.decoding, "odd", underlyingError: Marked())))
        #expect(!FailureCause.allowsRetry(Wrapped(underlyingError: Own())))
        #expect(!FailureCause.allowsRetry(Wrapped(underlyingError: nil)))
    }

    @Test func others() {
        #expect(!FailureCause.allowsRetry(Own()))
        #expect(!FailureCause.allowsRetry(TransportError(.content, "no gzip")))
        #expect(!FailureCause.allowsRetry(APIError(.rateLimit, "slow")))
        #expect(!FailureCause.allowsRetry(CancellationError()))
        #expect(!FailureCause.allowsRetry(Undecided(isRetryable: false)))
        #expect(!FailureCause.allowsRetry(Wrapped(underlyingError: CancellationError())))
    }

    final class Circular: CausedError {
        var underlyingError: (any Error)? { self }
    }

    @Test func anErrorThatIsItsOwnCause() {
        #expect(!FailureCause.allowsRetry(Circular()))
    }
}
