import SDKRuntime

/// Looks at a batch again and again until it has ended.
struct BatchWait {
    /// The first pause and the longest one.
    private let pauses: ClosedRange<Duration>
    private let clock: ClientClock

    /// - Throws: `APIError` of kind `invalidArgument` when there would be no pause.
    init(_ pauses: ClosedRange<Duration>, _ clock: ClientClock) throws {
        guard pauses.lowerBound > .zero else {
            throw APIError(.invalidArgument, "'pauses' has to begin above zero, but begins at \(pauses.lowerBound)")
        }
        self.pauses = pauses
        self.clock = clock
    }

    /// The first batch that has ended.
    func ended<Batch>(_ retrieve: () async throws -> Batch, _ hasEnded: (Batch) -> Bool) async throws -> Batch {
        var pause = pauses.lowerBound
        while true {
            let batch = try await retrieve()
            if hasEnded(batch) { return batch }
            try await clock.sleep(pause)
            // Half as long again: added to what is not beyond the longest, it does not overflow.
            pause = pause >= pauses.upperBound - pause / 2 ? pauses.upperBound : pause + pause / 2
        }
    }
}
