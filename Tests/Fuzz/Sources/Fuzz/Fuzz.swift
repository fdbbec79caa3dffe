import Foundation

/// Feeds mutated input to everything in the runtime that reads what others have written.
@main
struct Fuzz {
    private static let targets: [any FuzzTarget] = [
        JSONTarget(), ModelTarget(), EventTarget(), LineTarget(), HeaderTarget(), DateTarget(), URLTarget(),
        MultipartTarget(), PartialTarget(),
    ]

    private static let help = """
        Usage: Scripts/fuzz [--seconds N] [--seed S] [--only NAMES]

        Feeds mutated input to the readers of the runtime, and holds the results against each other, against other readers
        and against what must always be so. A failure shows the input and ends with 1.

          --seconds N   how long (default: 30)
          --seed S      begin as the run did that printed this seed
          --only NAMES  commas between: \(targets.map(\.name).joined(separator: ", "))
        """

    static func main() {
        var seconds: Double = 30
        var seed = UInt64.random(in: 0...UInt64.max)
        var chosen = targets
        var arguments = CommandLine.arguments.dropFirst()
        while let option = arguments.popFirst() {
            switch (option, arguments.popFirst()) {
            case ("--help", _), ("-h", _):
                print(help)
                return
            case ("--seconds", let value?) where Double(value) != nil: seconds = Double(value) ?? seconds
            case ("--seed", let value?) where UInt64(value) != nil: seed = UInt64(value) ?? seed
            case ("--only", let value?):
                let names = value.split(separator: ",").map(String.init)
                chosen = targets.filter { names.contains($0.name) }
                if chosen.count < names.count { fail("no such target: \(value)", status: 2) }
            default: fail(help, status: 2)
            }
        }
        run(chosen, seconds, seed)
    }

    private static func run(_ targets: [any FuzzTarget], _ seconds: Double, _ seed: UInt64) {
        print("seed \(seed)")
        fflush(nil)
        Watch.start()
        let end = Watch.now + seconds
        let memory = Memory.resident
        var counts = [Int](repeating: 0, count: targets.count)
        var slowest = [Double](repeating: 0, count: targets.count)
        let mutators = targets.map { Mutator($0) }
        // Each target has numbers of its own, so that it does not matter which others run.
        var generators = targets.map { target in
            SeededGenerator(seed: target.name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
        }
        while Watch.now < end {
            for index in targets.indices {
                for _ in 0..<20 {
                    let input = mutators[index].input(&generators[index])
                    let start = Watch.now
                    check(targets[index], input, &generators[index], seed)
                    slowest[index] = max(slowest[index], Watch.now - start)
                    counts[index] += 1
                }
            }
            if let memory, let current = Memory.resident, current > memory + 512 {
                fail("\(current) MiB of memory are in use, \(memory) MiB were at the beginning; seed \(seed)")
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
    ) {
        Watch.begin(input)
        defer { Watch.end() }
        do {
            try target.check(input, &generator)
        } catch {
            fail(
                """
                \(target.name): \(error)
                input: \(String(decoding: input, as: UTF8.self).debugDescription)
                in hexadecimal: \(input.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
                repeat it with: Scripts/fuzz --only \(target.name) --seed \(seed)
                """
            )
        }
    }

    private static func fail(_ message: String, status: Int32 = 1) -> Never {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
        exit(status)
    }
}
