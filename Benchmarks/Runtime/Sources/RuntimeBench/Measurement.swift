import Foundation

/// What an operation cost this process.
enum Measurement {
    /// Prints the costs of calls, and the percentiles of the times that they took.
    static func printCalls(_ operation: () async throws -> [Double]) async throws {
        let idle = try memory("VmRSS")
        let clock = ContinuousClock()
        let (start, cpu) = (clock.now, cpuSeconds())
        let times = try await operation()
        let used = cpuSeconds() - cpu
        let elapsed = seconds(start.duration(to: clock.now))
        let costs = [used, elapsed, percentile(50, of: times), percentile(99, of: times)].map { "\($0)" }
        let amounts = [idle, try memory("VmHWM")].map { "\($0)" }
        print((costs + amounts).joined(separator: "\t"))
    }

    /// Prints the costs of a single operation.
    static func printOne(_ operation: () async throws -> Void) async throws {
        try await printCalls {
            try await operation()
            return []
        }
    }

    static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    private static func percentile(_ percent: Int, of times: [Double]) -> Double {
        times.isEmpty ? 0 : times.sorted()[min(times.count * percent / 100, times.count - 1)]
    }

    /// In user mode and in the kernel, of all threads.
    private static func cpuSeconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Bytes, as proc(5) tells them: `VmRSS` are in use, and `VmHWM` were at most. Elsewhere, the most for both.
    private static func memory(_ name: String) throws -> Int {
        #if os(Linux)
            let lines = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
            let words = lines.first { $0.hasPrefix("\(name):") }?.split(whereSeparator: \.isWhitespace) ?? []
            guard words.count == 3, let kibibytes = Int(words[1]) else { throw WrongAnswer() }
            return kibibytes << 10
        #else
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
