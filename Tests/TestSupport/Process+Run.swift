package import Foundation

extension Process {
    /// Runs the process, and returns when it has ended.
    ///
    /// Nothing waits for it but the task: all tests of a run share a few threads, and time limits of other tests go on while
    /// one of these is kept. No more processes run at a time than there are processors.
    package func runToEnd() async throws {
        await ProcessSlots.shared.take()
        do {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                terminationHandler = { _ in continuation.resume() }
                do {
                    try run()
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        } catch {
            await ProcessSlots.shared.giveBack()
            throw error
        }
        await ProcessSlots.shared.giveBack()
    }
}

/// How many processes may still be started.
private actor ProcessSlots {
    static let shared = ProcessSlots()

    private var free = ProcessInfo.processInfo.activeProcessorCount
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        guard free == 0 else { return free -= 1 }
        await withCheckedContinuation { waiting.append($0) }
    }

    func giveBack() {
        guard !waiting.isEmpty else { return free += 1 }
        waiting.removeFirst().resume()
    }
}
