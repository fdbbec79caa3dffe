import Foundation

/// One way to make the calls that are measured.
protocol Caller: Sendable {
    /// Sends messages, and gives the number of tokens that the answer says.
    func call() async throws -> Int

    /// Reads a stream of events to its end, and gives their number.
    func events(_ count: Int, together: Int) async throws -> Int

    /// Sends a file, and gives the number of bytes that the service has received.
    func upload(_ path: String) async throws -> Int

    /// Receives a file.
    func download(_ bytes: Int, to path: String) async throws
}

/// The service answered something else than it was asked for.
struct WrongAnswer: Error {}

/// Calls that a number of tasks make, each of them one after another.
struct CallRun {
    let count: Int
    let concurrency: Int

    /// Makes the calls, and gives the seconds that each took.
    func run(_ caller: any Caller) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for task in 0..<concurrency {
                let share = count / concurrency + (task < count % concurrency ? 1 : 0)
                group.addTask {
                    let clock = ContinuousClock()
                    var times: [Double] = []
                    for _ in 0..<share {
                        let start = clock.now
                        guard try await caller.call() == 503 else { throw WrongAnswer() }
                        times.append(Measurement.seconds(start.duration(to: clock.now)))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}

/// What is sent.
enum Input {
    static let model = "model-large-1"
    static let system = "You are a patient teacher. Answer in whole sentences, and say so when you do not know."
    static let turns = [
        ("user", "Who was it that jumped over the lazy dog? I have been wondering about it since I learned to type."),
        ("assistant", "It was the quick brown fox — the one that is in every sample of every typeface."),
        ("user", "And what did the dog do? \"Nothing\", they say; but how does one know?\nPlease explain at length."),
    ]
}
