import Foundation
import TestSupport
import Testing

/// Feeds mutated input to everything in the runtime that reads what others have written, for as long as `Scripts/fuzz`
/// says. Without that, nothing runs.
@Suite struct MutatedInputTests {
    private static let targets: [any FuzzTarget] = [
        JSONTarget(), ModelTarget(), EventTarget(), LineTarget(), HeaderTarget(), DateTarget(), URLTarget(),
        MultipartTarget(), PartialTarget(),
    ]

    @Test(.enabled(if: FuzzSettings.isWanted, "Scripts/fuzz asks for it"))
    func whateverTheInputIs() async throws {
        let settings = try FuzzSettings(of: Self.targets.map(\.name))
        let targets = Self.targets.filter { settings.names.contains($0.name) }
        print("seed \(settings.seed)")
        fflush(nil)
        // Foundation's readers, which ours are held against, need more stack than a thread of the tests has everywhere.
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                continuation.resume(with: Result { try Self.run(targets, settings) })
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    private static func run(_ targets: [any FuzzTarget], _ settings: FuzzSettings) throws {
        Watch.start()
        let end = settings.inputs == nil ? Watch.now + settings.seconds : .infinity
        let largestCount = settings.inputs ?? .max
        let memory = Memory.resident
        var counts = [Int](repeating: 0, count: targets.count)
        var slowest = [Double](repeating: 0, count: targets.count)
        var spent = [Double](repeating: 0, count: targets.count)
        let mutators = targets.map { Mutator($0) }
        // Each target has numbers of its own, so that it does not matter which others run.
        var generators = targets.map { target in
            SeededGenerator(seed: target.name.utf8.reduce(settings.seed) { $0 &* 31 &+ UInt64($1) })
        }
        // All targets get the same time.
        while Watch.now < end,
            let index = targets.indices.filter({ counts[$0] < largestCount }).min(by: { spent[$0] < spent[$1] })
        {
            Watch.enter(targets[index].name, settings.seed)
            for _ in 0..<min(20, largestCount - counts[index]) {
                let input = mutators[index].input(&generators[index])
                let start = Watch.now
                try check(targets[index], input, &generators[index], settings.seed)
                let duration = Watch.now - start
                slowest[index] = max(slowest[index], duration)
                spent[index] += duration
                counts[index] += 1
            }
            if let memory, let current = Memory.resident, current > memory + 512 {
                throw FuzzFailure(
                    """
                    \(targets[index].name): \(current) MiB of memory are in use, \(memory) MiB were at the beginning
                    repeat it with: Scripts/fuzz --only \(targets[index].name) --seed \(settings.seed)
                    """
                )
            }
        }
        for (index, target) in targets.enumerated() {
            print("\(target.name): \(counts[index]) inputs, the slowest took \(Int(slowest[index] * 1000)) ms")
        }
    }

    private static func check(
        _ target: any FuzzTarget,
        _ input: [UInt8],
        _ generator: inout SeededGenerator,
        _ seed: UInt64
    ) throws {
        Watch.begin(input)
        defer { Watch.end() }
        do {
            try target.check(input, &generator)
        } catch {
            throw FuzzFailure(
                """
                \(target.name): \(error)
                input: \(String(decoding: input, as: UTF8.self).debugDescription)
                in hexadecimal: \(input.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
                repeat it with: Scripts/fuzz --only \(target.name) --seed \(seed)
                """
            )
        }
    }
}

/// What `Scripts/fuzz` asks for, by way of the environment.
private struct FuzzSettings {
    /// Whether it asks for anything.
    static var isWanted: Bool { ProcessInfo.processInfo.environment["FUZZ_SECONDS"] != nil }

    let seconds: Double
    /// How many inputs each target gets, however long that takes.
    let inputs: Int?
    let seed: UInt64
    let names: Set<String>

    /// - Parameter all: The names of all targets.
    init(of all: [String]) throws {
        let environment = ProcessInfo.processInfo.environment
        guard let seconds = environment["FUZZ_SECONDS"].flatMap(Double.init) else {
            throw FuzzFailure("FUZZ_SECONDS is no number")
        }
        self.seconds = seconds
        inputs = try environment["FUZZ_INPUTS"].map { text in
            guard let inputs = Int(text), inputs > 0 else { throw FuzzFailure("FUZZ_INPUTS is no number: \(text)") }
            return inputs
        }
        if let text = environment["FUZZ_SEED"] {
            guard let seed = UInt64(text) else { throw FuzzFailure("FUZZ_SEED is no number: \(text)") }
            self.seed = seed
        } else {
            seed = UInt64.random(in: 0...UInt64.max)
        }
        names = environment["FUZZ_ONLY"].map { Set($0.split(separator: ",").map(String.init)) } ?? Set(all)
        let unknown = names.subtracting(all)
        guard unknown.isEmpty else {
            throw FuzzFailure("there is no \(unknown.sorted()), but \(all.joined(separator: ", "))")
        }
    }
}
