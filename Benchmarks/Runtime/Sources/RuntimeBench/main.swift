// Measures calls of the generated client and the same requests by hand, against a `runtime-server`.
//
//     runtime-bench calls    WHO PORT COUNT CONCURRENCY    WHO: generated, by-hand, transport
//     runtime-bench events   WHO PORT COUNT TOGETHER       events of one stream, and how many are sent at a time
//     runtime-bench upload   WHO PORT BYTES FOLDER         from a file in FOLDER
//     runtime-bench download WHO PORT BYTES FOLDER         to a file in FOLDER
//
// prints a line: CPU seconds, elapsed seconds, the 50th and the 99th percentile of the calls' seconds, and the memory in
// bytes that the process had before, and at most.

import Foundation

struct Usage: Error {}

func measure(_ arguments: [String]) async throws {
    guard arguments.count == 5, let port = Int(arguments[2]), let count = Int(arguments[3]) else { throw Usage() }
    let (subject, last) = (arguments[0], arguments[4])
    let caller: any Caller =
        switch arguments[1] {
        case "generated": try GeneratedCaller(port: port)
        case "by-hand": try await ByHandCaller(port: port)
        case "transport": try await TransportCaller(port: port)
        default: throw Usage()
        }
    switch subject {
    case "calls":
        guard let concurrency = Int(last) else { throw Usage() }
        // Opens the connections, makes tables and fills caches.
        _ = try await CallRun(count: max(500, 2 * concurrency), concurrency: concurrency).run(caller)
        try await Measurement.printCalls { try await CallRun(count: count, concurrency: concurrency).run(caller) }
    case "events":
        guard let together = Int(last) else { throw Usage() }
        _ = try await caller.events(1000, together: together)
        try await Measurement.printOne {
            guard try await caller.events(count, together: together) == count else { throw WrongAnswer() }
        }
    case "upload":
        let source = URL(filePath: last).appending(path: "source")
        _ = FileManager.default.createFile(atPath: source.path, contents: nil)
        try FileHandle(forWritingTo: source).truncate(atOffset: UInt64(count))
        _ = try await caller.call()
        try await Measurement.printOne {
            guard try await caller.upload(source.path) == count else { throw WrongAnswer() }
        }
    case "download":
        let target = URL(filePath: last).appending(path: "target")
        _ = try await caller.call()
        try await Measurement.printOne { try await caller.download(count, to: target.path) }
        guard try FileHandle(forReadingFrom: target).seekToEnd() == count else { throw WrongAnswer() }
    default:
        throw Usage()
    }
}

do {
    try await measure(Array(CommandLine.arguments.dropFirst()))
} catch is Usage {
    print("Usage: runtime-bench calls|events|upload|download generated|by-hand|transport PORT COUNT CONCURRENCY|FOLDER")
    exit(2)
}
